// SPDX-License-Identifier: MIT
// Reason. RFC 3326 section 2.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// reason-value = protocol *(SEMI reason-params)
Reason read_reason(std::string_view value, Defects* defects) {
  Reason reason;
  reason.raw = trim(value);
  std::string_view rest = reason.raw;
  reason.protocol = trim_right(take_until(rest, ';'));
  reason.parameters = Parameters(rest);
  const bool cause_is_odd = reason.parameters.find("cause") && !reason.cause();
  if (!is_token(reason.protocol) || cause_is_odd) {
    note(defects, DefectKind::reason_malformed, reason.raw);
  }
  check_parameters(rest, defects);
  return reason;
}

std::optional<std::uint32_t> Reason::cause() const {
  return read_number(parameters.value("cause").value_or(""));
}

}  // namespace sipgloss
