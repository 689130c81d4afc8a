// SPDX-License-Identifier: MIT
// From, To, Contact, Route and all that name an address. RFC 3261 sections 20.10 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

/// A scheme, a colon and more, without blanks, brackets or control bytes.
bool looks_like_uri(std::string_view uri) {
  const std::size_t colon = uri.find(':');
  if (colon == 0 || colon >= uri.size() - 1) return false;
  for (const char c : uri) {
    if (static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '\x7f')
      return false;
  }
  return true;
}

// display-name without quotes = *(token LWS)
bool is_plain_display_name(std::string_view name) {
  for (const char c : name) {
    if (!is_token_character(c) && !is_lws(c)) return false;
  }
  return true;
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
  if (rest.starts_with('"') || find_outside(rest, semicolon) > rest.find('<')) {
    well_formed = take_display_name(rest, address, defects);
  }
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
  check_parameters(rest, defects);
  return address;
}

}  // namespace sipgloss
