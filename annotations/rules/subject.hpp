// SPDX-License-Identifier: MIT
// What the file of a subject is written with.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

#include "message/scan.hpp"
#include "rules/subjects.hpp"
#include "sentence.hpp"
#include "sipgloss/rule.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::subject {

/// Every method but those.
constexpr Set<Method> any_method_but(std::initializer_list<Method> left_out) {
  Set<Method> methods;
  methods.bits = ((2U << static_cast<unsigned>(Method::other)) - 1) & ~Set<Method>(left_out).bits;
  return methods;
}

/// The row of a header field, from its name to the end of its value.
inline std::string_view row_of(const Header& header) {
  const char* const begin = header.raw_name.data();
  const char* const end = header.value.data() + header.value.size();
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// The first defect of that kind; null when there is none.
inline const Defect* find_defect(const Message& message, DefectKind kind) {
  const auto found = std::ranges::find(message.defects, kind, &Defect::kind);
  return found == message.defects.end() ? nullptr : &*found;
}

/// The header field whose value holds those bytes; null when they lie elsewhere.
inline const Header* header_around(const Message& message, std::string_view bytes) {
  const auto holds = [bytes](const Header& header) {
    const char* const end = header.value.data() + header.value.size();
    return header.value.data() <= bytes.data() && bytes.data() + bytes.size() <= end;
  };
  const auto found = std::ranges::find_if(message.headers, holds);
  return found == message.headers.end() ? nullptr : &*found;
}

/// Whether a list header field names anything: broken at its row when it is empty, at the status
/// line when it is not there.
inline Verdict names_a_value(const Message& response, HeaderName name) {
  const Values values(response, name);
  if (values.begin() != values.end()) return Verdict::holds();
  const Header* const empty = response.find(name);
  return Verdict::broken_at(empty == nullptr ? response.start_line : row_of(*empty));
}

/// Whether a header field is there, with or without a value: broken at the start line when it is
/// not.
inline Verdict carries(const Message& message, HeaderName name) {
  return message.has(name) ? Verdict::holds() : Verdict::broken_at(message.start_line);
}

/// The value of a list header field that is that token (case does not matter); empty when none is.
inline std::string_view find_token(const Message& message, HeaderName name,
                                   std::string_view token) {
  for (const std::string_view value : Values(message, name)) {
    if (scan::equal_ignoring_case(value, token)) return value;
  }
  return {};
}

/// Whether a message was sent with a body: broken at the start line when not, unknown where that
/// cannot be told.
Verdict carries_body(const Message& message);

/// Whether a message has no body, or one that can hide nothing else: a session description or plain
/// text. False where that cannot be told.
bool has_plain_body(const Message& message);

/// Whether a request says that it belongs to a dialog: To has a tag. RFC 3261 section 12.2.1.1.
inline bool is_in_dialog(const Message& request) { return request.to().tag.has_value(); }

/// Whether a response tells its cause besides the code: in a reason phrase of its own, Warning,
/// Reason, Error-Info or a body. RFC 3261 sections 7.2, 20.18 and 20.43.
Verdict tells_its_cause(const Message& response);

/// Whether a response is to one of those methods, by CSeq: broken at that method, which is the
/// value at hand.
Verdict is_to(const Message& response, Set<Method> methods);

/// A whole line of a session description.
inline std::string_view whole(const SdpLine& line) {
  constexpr std::size_t type_and_sign = 2;  // "m="
  if (line.type == 0) return line.value;
  return {line.value.data() - type_and_sign, line.value.size() + type_and_sign};
}

/// Whether a 2xx to REFER says that it makes no subscription: RFC 4488 section 4, RFC 7614
/// section 4.3.
inline bool makes_no_subscription(const Message& response) {
  const FieldValue refer_sub = read_field_value(response.value(HeaderName::refer_sub));
  return response.has(HeaderName::refer_events_at) ||
         scan::equal_ignoring_case(refer_sub.value, "false");
}

/// Lower-case letters, digits and single hyphens: the slug is a part of a Wireshark filter name.
constexpr bool well_formed_slug(std::string_view slug) {
  const bool characters = std::ranges::all_of(
      slug, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  return characters && !slug.empty() && !slug.starts_with('-') && !slug.ends_with('-') &&
         slug.find("--") == std::string_view::npos;
}

/// "SYN-13", "K405-1": capitals and digits, a hyphen, a number.
constexpr bool well_formed_code(std::string_view code) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::size_t hyphen = std::min(code.find('-'), code.size());
  const std::string_view group = code.substr(0, hyphen);
  const std::string_view number = code.substr(std::min(hyphen + 1, code.size()));
  return !group.empty() && is_capital(group.front()) &&
         std::ranges::all_of(group, [&](char c) { return is_capital(c) || is_digit(c); }) &&
         !number.empty() && std::ranges::all_of(number, is_digit);
}

/// Whether what a rule says is one sentence in each language that fits a label with its values.
constexpr bool well_formed_sentence(const Text& sentence) {
  const auto fits = [](std::string_view text) {
    return placeholders_fit(text) && leaves_room(text);
  };
  return sipgloss::well_formed(sentence) && sentence.en.ends_with('.') &&
         sentence.zh.ends_with("。") && fits(sentence.en) && fits(sentence.zh);
}

/// Whether a rule says all that a rule has to say.
constexpr bool well_formed(const Rule& rule) {
  return well_formed_code(rule.code) && well_formed_slug(rule.slug) && !rule.cite.empty() &&
         !rule.cite.section.empty() && well_formed_sentence(rule.broken) && rule.check != nullptr;
}

/// Whether a subject has rules and each is well formed.
constexpr bool well_formed(std::span<const Rule> table) {
  return !table.empty() &&
         std::ranges::all_of(table, [](const Rule& rule) { return well_formed(rule); });
}

}  // namespace sipgloss::subject
