// SPDX-License-Identifier: MIT
// The small steps that every reader of a header field takes. RFC 3261 section 25.1.
#include "message/scan.hpp"

#include <bit>
#include <utility>

#include "eight_bytes.hpp"

namespace sipgloss::scan {

namespace {

std::string_view take(std::string_view& text, std::size_t length) {
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(taken.size());
  return taken;
}

/// "name=value" as sent.
std::string_view whole_of(const Parameters::Parameter& parameter) {
  const std::string_view last = parameter.value.value_or(parameter.name);
  const char* const begin = parameter.name.data();
  return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

}  // namespace

std::string_view take_until(std::string_view& text, const Characters& separators) {
  return take(text, find_any(text, separators));
}

std::string_view take_until(std::string_view& text, char separator) {
  return take(text, text.find(separator));
}

std::string_view take_token(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && is_token_character(text[end])) ++end;
  return take(text, end);
}

std::size_t find_line_end(std::string_view text, std::size_t begin) {
  const auto is_end = [text](std::size_t at) { return text[at] == '\r' || text[at] == '\n'; };
  std::size_t at = begin;
  if constexpr (std::endian::native == std::endian::little) {
    // Few bytes lie below CR that are not an end: a tab at most.
    while (text.size() - at >= sizeof(std::uint64_t)) {
      const std::uint64_t low = bytes_below<'\r' + 1>(eight_bytes(text.data() + at));
      at += low == 0 ? sizeof low : static_cast<std::size_t>(std::countr_zero(low)) / 8;
      if (low == 0) continue;
      if (is_end(at)) return at;
      ++at;
    }
  }
  while (at < text.size() && !is_end(at)) ++at;
  return at;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = find_line_end(text);
  const std::string_view line = text.substr(0, end);
  const bool crlf = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
  text.remove_prefix(std::min(end + (crlf ? 2 : 1), text.size()));
  return line;
}

std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  std::size_t quote = text.find('"', open + 1);
  for (std::size_t at = open + 1; quote != std::string_view::npos;) {
    const std::size_t backslash = text.substr(at, quote - at).find('\\');
    if (backslash == std::string_view::npos) return quote + 1;
    at += backslash + 2;
    if (at > quote) quote = text.find('"', at);
  }
  return std::string_view::npos;
}

bool is_open_quoted(std::string_view text) {
  return text.starts_with('"') && end_of_quoted(text, 0) == std::string_view::npos;
}

bool is_parameter_value(std::string_view text) {
  if (text.starts_with('"')) return end_of_quoted(text, 0) == text.size();
  static constexpr Characters ambiguous(" \t\r\n\"");
  return !text.empty() && find_any(text, ambiguous) == text.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t open) {
  std::size_t depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '(') {
      ++depth;
    } else if (text[i] == ')' && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

std::size_t find_outside(std::string_view text, const Stops& stops) {
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (!stops.noticed.has(c)) {
      ++i;
    } else if (stops.wanted.has(c)) {
      return i;
    } else {
      i = c == '"' ? end_of_quoted(text, i) : text.find('>', i);
    }
  }
  return std::string_view::npos;
}

Digits read_digits(std::string_view text, std::uint32_t& number) {
  if (!is_digits(text)) return Digits::none;
  std::uint64_t value = 0;
  for (const char c : text) {
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
    if (value > UINT32_MAX) return Digits::range;
  }
  number = static_cast<std::uint32_t>(value);
  return Digits::ok;
}

bool ParameterNames::is_new(std::string_view name) {
  if (name.empty() || count_ == most) return true;
  ++count_;
  const std::size_t kind = (static_cast<unsigned char>(lower(name.front())) + name.size()) % 64;
  const std::uint64_t bit = std::uint64_t{1} << kind;
  return (std::exchange(kinds_, kinds_ | bit) & bit) == 0 || !stands_before(name);
}

bool ParameterNames::stands_before(std::string_view name) const {
  std::string_view rest = text_;
  for (int i = 0; i < most; ++i) {
    const auto earlier = Parameters::take(rest);
    if (!earlier || earlier->name.data() == name.data()) return false;
    if (equal_ignoring_case(earlier->name, name)) return true;
  }
  return false;
}

void note_repeated(const Parameters::Parameter& parameter, Defects& defects) {
  note(&defects, DefectKind::parameter_repeated, whole_of(parameter));
}

}  // namespace sipgloss::scan
