// SPDX-License-Identifier: MIT
// Header fields that hold a number: Expires, Min-Expires, RSeq, Content-Length. RFC 3261
// section 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

std::optional<std::uint32_t> read_number(std::string_view value, Defects* defects) {
  const std::string_view digits = trim(value);
  std::uint32_t number = 0;
  switch (read_digits(digits, number)) {
    case Digits::ok:
      return number;
    case Digits::range:
      note(defects, DefectKind::number_range, digits);
      break;
    case Digits::none:
      note(defects, DefectKind::number_malformed, value);
      break;
  }
  return std::nullopt;
}

}  // namespace sipgloss
