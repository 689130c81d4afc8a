// SPDX-License-Identifier: MIT
// SIP and SIPS URIs, taken apart and compared. RFC 3261 section 19.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sipgloss/message.hpp"

namespace sipgloss {

/// A URI in its parts; of another scheme than sip and sips only `raw` and `scheme` are read. RFC
/// 3261 section 19.1.1.
struct Uri {
  std::string_view raw;
  std::string_view scheme;
  std::string_view user;  ///< with the password, where there is one
  std::string_view host;  ///< without the brackets of an IPv6 reference
  std::optional<std::uint16_t> port;
  Parameters parameters;
  std::string_view headers;  ///< behind '?'

  /// Whether it is a SIP or a SIPS URI.
  bool is_sip() const;
};

/// Reads a URI; what cannot be read is empty. The views live as long as the text.
Uri read_uri(std::string_view text);

/// Whether two URIs are equivalent by RFC 3261 section 19.1.4; of other schemes, whether they are
/// the same but for the case of the scheme.
bool same_uri(std::string_view a, std::string_view b);

/// Whether a host, as it is written in a Via or a URI, is that IP address. A name is none.
bool is_address(std::string_view host, const struct Endpoint& endpoint);

}  // namespace sipgloss
