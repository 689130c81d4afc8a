// SPDX-License-Identifier: MIT
// From, To, Contact, Route and all that name an address. RFC 3261 sections 20.10 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

constexpr std::string_view control_bytes(
    "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f"
    "\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f",
    33);

/// A scheme, a colon and more, without blanks, brackets or control bytes.
bool looks_like_uri(std::string_view uri) {
  static constexpr Characters misplaced = Characters(control_bytes).with(" <>\"");
  const std::size_t colon = uri.find(':');
  return colon != 0 && colon < uri.size() - 1 && find_any(uri, misplaced) == uri.size();
}

// display-name without quotes = *(token LWS)
bool is_plain_display_name(std::string_view name) {
  static constexpr Characters plain = token_characters.with(" \t\r\n");
  return std::ranges::all_of(name, [](char c) { return plain.has(c); });
}

/// Whether something stands before the address in brackets.
bool has_display_name(std::string_view value) {
  static constexpr Characters telling("\"<;");
  const std::size_t first = find_any(value, telling);
  if (first == 0 || first == value.size()) return value.starts_with('"');
  if (value[first] != '"') return value[first] == '<';
  return find_outside(value, semicolon) > value.find('<');
}

/// Takes the display name off and says whether it is well formed.
bool take_display_name(std::string_view& rest, NameAddr& address, Defects* defects) {
  if (!rest.starts_with('"')) {
    address.display_name = trim_right(take_until(rest, '<'));
    return is_plain_display_name(address.display_name);
  }
  const std::size_t end = end_of_quoted(rest, 0);
  if (end == std::string_view::npos) {
    note(defects, DefectKind::quoted_string_open, rest);
    // The address may still be there: take the last bracket as its beginning.
    const std::size_t bracket = rest.rfind('<');
    address.display_name = trim_right(rest.substr(1, std::min(bracket, rest.size()) - 1));
    rest.remove_prefix(std::min(bracket, rest.size()));
    return true;
  }
  address.display_name = rest.substr(1, end - 2);
  rest = trim_left(rest.substr(end));
  return rest.starts_with('<');
}

}  // namespace

// ( name-addr / addr-spec ) *( SEMI generic-param ), Contact also STAR
NameAddr read_name_addr(std::string_view value, Defects* defects) {
  NameAddr address;
  address.raw = trim(value);
  std::string_view rest = address.raw;
  if (rest == "*") {
    address.is_wildcard = true;
    return address;
  }
  bool well_formed = true;
  if (has_display_name(rest)) well_formed = take_display_name(rest, address, defects);
  if (rest.starts_with('<')) {
    rest.remove_prefix(1);
    address.uri = take_until(rest, '>');
    well_formed = well_formed && !rest.empty();
    if (!rest.empty()) rest = trim_left(rest.substr(1));
    well_formed = well_formed && (rest.empty() || rest.front() == ';');
    take_until(rest, ';');
  } else {
    static constexpr Characters misplaced(",?");
    // Without brackets, a comma or question mark cannot belong to the URI (section 20.10).
    address.uri = trim_right(take_until(rest, ';'));
    well_formed = well_formed && find_any(address.uri, misplaced) == address.uri.size();
  }
  address.parameters = Parameters(rest);
  if (!well_formed || !looks_like_uri(address.uri)) {
    note(defects, DefectKind::name_addr_malformed, address.raw);
  }
  read_parameters(rest, defects, [&address](const Parameters::Parameter& parameter) {
    if (!address.tag && equal_ignoring_case(parameter.name, "tag"))
      address.tag = value_of(parameter);
  });
  return address;
}

}  // namespace sipgloss
