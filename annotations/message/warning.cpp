// SPDX-License-Identifier: MIT
// Warning. RFC 3261 section 20.43.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// warning-value = warn-code SP warn-agent SP warn-text,  warn-code = 3DIGIT
Warning read_warning(std::string_view value, Defects* defects) {
  Warning warning;
  warning.raw = trim(value);
  std::string_view rest = warning.raw;
  const std::string_view digits = take_until(rest, lws);
  std::uint32_t code = 0;
  if (digits.size() == 3 && read_digits(digits, code) == Digits::ok) {
    warning.code = static_cast<std::uint16_t>(code);
  }
  rest = trim_left(rest);
  warning.agent = take_until(rest, lws);
  rest = trim_left(rest);
  warning.text = unquote(rest);
  const bool quoted = rest.starts_with('"') && end_of_quoted(rest, 0) == rest.size();
  if (!warning.code || warning.agent.empty() || !quoted) {
    note(defects, DefectKind::warning_malformed, warning.raw);
  }
  return warning;
}

}  // namespace sipgloss
