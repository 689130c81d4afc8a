// SPDX-License-Identifier: MIT
// The parameters of header field values. RFC 3261 sections 7.3.1 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

void check(const Parameters::Parameter& parameter, std::string_view whole, Defects& defects) {
  const std::string_view value = parameter.value.value_or("-");
  if (is_open_quoted(value)) {
    defects.push_back({DefectKind::quoted_string_open, value});
  } else if (!is_token(parameter.name) || !is_parameter_value(value)) {
    defects.push_back({DefectKind::parameter_malformed, whole});
  }
}

/// Takes a parameter as most are: ";token" or ";token=value" without blanks, quotes and brackets.
std::optional<Parameters::Parameter> take_plain(std::string_view& rest) {
  static constexpr Characters not_plain(" \t\r\n\"<;");
  if (!rest.starts_with(';')) return std::nullopt;
  std::size_t end = 1;
  while (end < rest.size() && is_token_character(rest[end])) ++end;
  Parameters::Parameter parameter{rest.substr(1, end - 1), std::nullopt};
  if (parameter.name.empty()) return std::nullopt;
  if (end < rest.size() && rest[end] == '=') {
    const std::size_t value = ++end;
    while (end < rest.size() && !not_plain.has(rest[end])) ++end;
    if (end == value) return std::nullopt;
    parameter.value = rest.substr(value, end - value);
  }
  if (end < rest.size() && rest[end] != ';') return std::nullopt;
  rest.remove_prefix(end);
  return parameter;
}

}  // namespace

// generic-param = token [ EQUAL gen-value ],  gen-value = token / host / quoted-string
std::optional<Parameters::Parameter> Parameters::take(std::string_view& rest, Defects* defects) {
  if (const auto plain = take_plain(rest)) return plain;
  rest = trim_left(rest);
  if (rest.empty()) return std::nullopt;
  const std::string_view first = rest.substr(0, 1);
  if (rest.front() == ';') {
    rest.remove_prefix(1);
  } else {
    note(defects, DefectKind::parameter_malformed, rest);
    rest.remove_prefix(std::min(find_outside(rest, semicolon), rest.size()));
    return take(rest, defects);
  }
  const std::size_t end = std::min(find_outside(rest, semicolon), rest.size());
  const std::string_view whole = trim(rest.substr(0, end));
  rest.remove_prefix(end);

  const std::size_t equal = whole.find('=');
  Parameter parameter{trim_right(whole.substr(0, equal)), std::nullopt};
  if (equal != std::string_view::npos) parameter.value = trim_left(whole.substr(equal + 1));

  if (defects != nullptr) check(parameter, whole.empty() ? first : whole, *defects);
  return parameter;
}

std::optional<Parameters::Parameter> Parameters::find(std::string_view name) const {
  std::string_view rest = text_;
  while (const std::optional<Parameter> parameter = take(rest)) {
    if (equal_ignoring_case(parameter->name, name)) return parameter;
  }
  return std::nullopt;
}

std::optional<std::string_view> Parameters::value(std::string_view name) const {
  const std::optional<Parameter> parameter = find(name);
  if (!parameter) return std::nullopt;
  return unquote(parameter->value.value_or(""));
}

}  // namespace sipgloss
