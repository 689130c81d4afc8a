// SPDX-License-Identifier: MIT
// What the rules ask about the addresses in Contact and To. RFC 3261 section 20.10, RFC 5627
// section 4.5.
#pragma once

#include <optional>
#include <string_view>

#include "sipgloss/message.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {

/// The address in a value of Contact, From or To; nothing where the parser cannot read it to its
/// end.
inline std::optional<NameAddr> read_address(std::string_view value) {
  Defects defects;
  const NameAddr address = read_name_addr(value, &defects);
  return defects.empty() ? std::optional(address) : std::nullopt;
}

/// The same of a message that is judged: where the parser found nothing broken in it, the value is
/// not checked again.
inline std::optional<NameAddr> read_address(const Message& message, std::string_view value) {
  return message.defects.empty() ? std::optional(read_name_addr(value)) : read_address(value);
}

/// Whether a URI is a SIP or SIPS URI.
inline bool is_sip_uri(std::string_view uri) { return read_uri(uri).is_sip(); }

/// Whether a URI is a GRUU: it has the parameter "gr", with or without a value.
inline bool is_gruu(const Uri& uri) { return uri.parameters.find("gr").has_value(); }

}  // namespace sipgloss::subject
