// SPDX-License-Identifier: MIT
// Retry-After. RFC 3261 sections 20.33 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// Retry-After = delta-seconds [ comment ] *( SEMI retry-param )
RetryAfter read_retry_after(std::string_view value, Defects* defects) {
  RetryAfter retry_after;
  static constexpr Characters behind_seconds(" \t\r\n(;");
  std::string_view rest = trim(value);
  const std::string_view whole = rest;
  retry_after.seconds = read_number(take_until(rest, behind_seconds), defects);
  rest = trim_left(rest);
  if (rest.starts_with('(')) {
    const std::size_t end = end_of_comment(rest, 0);
    if (end == std::string_view::npos) {
      note(defects, DefectKind::number_malformed, whole);
      return retry_after;
    }
    retry_after.comment = rest.substr(1, end - 2);
    rest = trim_left(rest.substr(end));
  }
  retry_after.parameters = Parameters(rest);
  check_parameters(rest, defects);
  return retry_after;
}

}  // namespace sipgloss
