// SPDX-License-Identifier: MIT
// What has to be remembered of a request so that its response can be read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "sipgloss/message.hpp"

namespace sipgloss {

/// The schemes of URIs that a SIP element is asked to route.
enum class UriScheme : std::uint8_t { none, sip, sips, tel, urn, other };

/// The scheme of a URI; `none` where no colon ends one.
UriScheme scheme_of(std::string_view uri);

/// What the credentials of a request are like: those in Authorization, or those in
/// Proxy-Authorization.
struct CredentialFacts {
  bool some : 1 = false;           ///< there are any
  bool unproved : 1 = false;       ///< some name a user, with an empty response: there was no
                                   ///< challenge yet (RFC 8760 section 2.7)
  bool resynchronise : 1 = false;  ///< some carry auts (RFC 3310 section 3.4)
  bool token : 1 = false;          ///< some are an access token (RFC 8898)
  bool more_realms : 1 = false;    ///< some prove something to a realm that is not kept
  bool new_nonce : 1 = false;      ///< some use a nonce for the first time, by their nc
  bool used_nonce : 1 = false;     ///< some use one that they have used before, by their nc
};

/// Hashes of the realms that credentials prove something to; 0 where there are fewer.
using Realms = std::array<std::uint32_t, 2>;

/// A few numbers; kept for each transaction, so it stays small. Where the capture cuts the header
/// fields of the request off, credentials and requirements are there as if there were more of them.
struct RequestFacts {
  Realms realms{};                      ///< of its Authorization
  Realms proxy_realms{};                ///< of its Proxy-Authorization
  std::uint32_t uri = 0;                ///< hash of the Request-URI
  std::uint32_t expires = no_interval;  ///< seconds asked for: Expires, or the expires parameter of
                                        ///< the only Contact
  std::uint32_t session_expires = no_interval;  ///< the session interval asked for
  CredentialFacts credentials;
  CredentialFacts proxy_credentials;
  UriScheme scheme = UriScheme::none;  ///< of the Request-URI
  bool in_dialog : 1 = false;          ///< To has a tag
  bool requires_uas : 1 = false;       ///< there is a Require
  bool requires_proxy : 1 = false;     ///< there is a Proxy-Require
  bool is_sip_2 : 1 = false;           ///< the version is SIP/2.0
  bool has_sdp : 1 = false;            ///< it carries a session description
  bool has_no_sdp : 1 = false;         ///< it carries none; neither is set where its body was cut
  bool has_identity : 1 = false;       ///< there is an Identity
  bool anonymous : 1 = false;          ///< it withholds who sent it (RFC 5079 section 3)

  static constexpr std::uint32_t no_interval = 0xFFFFFFFF;
};
static_assert(sizeof(RequestFacts) <= 32);

/// The facts of a request.
RequestFacts facts_of(const Message& request);

/// The hash by which bytes of a request are known again; never 0.
std::uint32_t fact_hash(std::string_view bytes);

}  // namespace sipgloss
