// SPDX-License-Identifier: MIT
// A value with parameters behind it. RFC 3261 section 7.3.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// field-value *( SEMI generic-param )
FieldValue read_field_value(std::string_view value, Defects* defects) {
  FieldValue field;
  field.raw = trim(value);
  const std::size_t end = std::min(find_outside(field.raw, semicolon), field.raw.size());
  field.value = trim_right(field.raw.substr(0, end));
  field.parameters = Parameters(field.raw.substr(end));
  check_parameters(field.parameters.text(), defects);
  return field;
}

std::optional<std::uint32_t> FieldValue::number() const { return read_number(value); }

}  // namespace sipgloss
