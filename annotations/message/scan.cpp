// SPDX-License-Identifier: MIT
// The small steps that every reader of a header field takes. RFC 3261 section 25.1.
#include "message/scan.hpp"

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

namespace {

/// Where the first CR or LF is. In steps, so that a text of short lines stays linear.
std::size_t end_of_line(std::string_view text) {
  constexpr std::size_t step = 128;
  for (std::size_t begin = 0; begin < text.size(); begin += step) {
    const std::string_view part = text.substr(begin, step);
    const std::size_t lf = std::min(part.find('\n'), part.size());
    const std::size_t end = std::min(part.substr(0, lf).find('\r'), lf);
    if (end < part.size()) return begin + end;
  }
  return text.size();
}

}  // namespace

std::string_view take_line(std::string_view& text) {
  const std::string_view line = take(text, end_of_line(text));
  text.remove_prefix(std::min<std::size_t>(text.starts_with("\r\n") ? 2 : 1, text.size()));
  return line;
}

std::size_t end_of_quoted(std::string_view text, std::size_t open) {
  for (std::size_t i = open + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

/// text.
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

void check_parameters(std::string_view text, Defects* defects) {
  if (defects == nullptr) return;
  // Few values have so many parameters; what lies behind them is not compared, so that a value of
  // nothing else stays linear.
  std::array<std::string_view, 16> names;
  std::size_t count = 0;
  bool repeated = false;
  while (const std::optional<Parameters::Parameter> parameter = Parameters::take(text, defects)) {
    const std::string_view name = parameter->name;
    if (repeated || name.empty() || count == names.size()) continue;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(count);
    repeated = std::any_of(names.begin(), end, [name](std::string_view earlier) {
      return equal_ignoring_case(earlier, name);
    });
    if (repeated) note(defects, DefectKind::parameter_repeated, whole_of(*parameter));
    names[count++] = name;
  }
}

}  // namespace sipgloss::scan
