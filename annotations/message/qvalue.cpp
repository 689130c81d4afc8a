// SPDX-License-Identifier: MIT
// The q parameter, by which values are preferred. RFC 3261 section 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] )
std::optional<std::uint16_t> read_qvalue(std::string_view value) {
  const std::string_view text = trim(value);
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 5 || (text.size() > 1 && text[1] != '.')) return std::nullopt;
  unsigned thousandths = text[0] == '1' ? 1000 : 0;
  unsigned weight = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (!is_digit(digit)) return std::nullopt;
    thousandths += static_cast<unsigned>(digit - '0') * weight;
    weight /= 10;
  }
  if (thousandths > 1000) return std::nullopt;
  return static_cast<std::uint16_t>(thousandths);
}

}  // namespace sipgloss
