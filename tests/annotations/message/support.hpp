// SPDX-License-Identifier: MIT
// What the tests of the parser are written with: a message in, its fields and its defects out.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sipgloss/message.hpp"

namespace sipgloss::test {

/// The enumerator's name, for messages of failed tests.
inline std::string_view name_of(DefectKind kind) {
  static constexpr std::string_view names[] = {
      "not_sip",
      "version_unknown",
      "start_line_spacing",
      "status_code_length",
      "status_code_range",
      "reason_phrase_bytes",
      "method_token",
      "line_end_not_crlf",
      "blank_line_missing",
      "header_without_colon",
      "header_name_token",
      "nul_byte",
      "via_malformed",
      "cseq_malformed",
      "cseq_number_range",
      "name_addr_malformed",
      "parameter_malformed",
      "parameter_repeated",
      "quoted_string_open",
      "challenge_malformed",
      "number_malformed",
      "number_range",
      "warning_malformed",
      "reason_malformed",
      "rack_malformed",
      "media_type_malformed",
      "content_length_malformed",
      "content_length_conflict",
      "content_length_missing",
      "body_short",
      "body_excess",
  };
  static_assert(std::size(names) == static_cast<std::size_t>(DefectKind::body_excess) + 1);
  return names[static_cast<std::size_t>(kind)];
}

/// A defect as a test expects it. Compares kind and bytes, and prints both.
struct Broken {
  DefectKind kind;
  std::string bytes;

  friend bool operator==(const Broken&, const Broken&) = default;
  friend void PrintTo(const Broken& broken, std::ostream* out) {
    *out << name_of(broken.kind) << " at " << testing::PrintToString(broken.bytes);
  }
};
using Found = std::vector<Broken>;

/// No defect at all.
inline const Found intact;

/// The defects of a parse, in the order in which the parser reports them.
inline Found found(const Defects& defects) {
  Found list;
  for (const Defect& defect : defects) list.push_back({defect.kind, std::string(defect.bytes)});
  return list;
}

/// Bytes on the heap without anything behind them, so that AddressSanitizer sees a read beyond the
/// end.
class Exact {
 public:
  explicit Exact(std::string_view text) : bytes_(new char[text.size()]), size_(text.size()) {
    std::copy(text.begin(), text.end(), bytes_.get());
  }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

/// A parsed message together with the bytes that it points into.
class Parsed {
 public:
  Parsed(std::string_view text, Framing framing, bool truncated)
      : bytes_(text),
        message_(
            Message::parse({.bytes = bytes_.view(), .framing = framing, .truncated = truncated})) {}

  const Message* operator->() const { return &message_; }
  const Message& operator*() const { return message_; }
  Found defects() const { return found(message_.defects); }
  /// What was handed to the parser.
  std::string_view input() const { return bytes_.view(); }

 private:
  Exact bytes_;
  Message message_;
};

inline Parsed datagram(std::string_view text) { return {text, Framing::datagram, false}; }
inline Parsed stream(std::string_view text) { return {text, Framing::stream, false}; }
inline Parsed cut_datagram(std::string_view text) { return {text, Framing::datagram, true}; }
inline Parsed cut_stream(std::string_view text) { return {text, Framing::stream, true}; }

/// Lines with CRLF behind each, and the blank line that ends a header section.
inline std::string message(std::initializer_list<std::string_view> lines,
                           std::string_view body = "") {
  std::string text;
  for (const std::string_view line : lines) text.append(line).append("\r\n");
  return text.append("\r\n").append(body);
}

/// A 200 in a datagram with these header fields and no others.
template <typename... Headers>
Parsed response_with(const Headers&... headers) {
  return datagram(message({"SIP/2.0 200 OK", std::string_view(headers)...}));
}

/// A datagram that is nothing but this start line and a blank line.
inline Parsed start_line(std::string_view line) { return datagram(message({line})); }

/// What the grammar of one header field made of a value, with the bytes that it points into.
template <typename Value>
class Read {
 public:
  Read(Value (*reader)(std::string_view, Defects*), std::string_view text)
      : bytes_(text), value_(reader(bytes_.view(), &defects_)) {}

  const Value* operator->() const { return &value_; }
  const Value& operator*() const { return value_; }
  Found defects() const { return found(defects_); }

 private:
  Exact bytes_;
  Defects defects_;
  Value value_;
};

/// The single values of a header field, copied.
inline std::vector<std::string> values(const Message& message, HeaderName name) {
  std::vector<std::string> list;
  for (const std::string_view value : Values(message, name)) list.emplace_back(value);
  return list;
}

using Strings = std::vector<std::string>;

}  // namespace sipgloss::test
