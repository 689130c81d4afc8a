// SPDX-License-Identifier: MIT
// One challenge of a response, and what became of the credentials for it.
#pragma once

#include "in_message/teller.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {

/// One challenge, and where it stood.
struct Asked {
  Challenge challenge;
  std::string_view realm;
  std::string_view algorithm;
  bool by_proxy = false;
  bool is_stale = false;  ///< stale=true

  bool is(std::string_view scheme) const {
    return scan::equal_ignoring_case(challenge.scheme, scheme);
  }
  /// Whether the card of a phone answers it (RFC 3310 section 3.1).
  bool is_aka() const { return is("Digest") && scan::starts_ignoring_case(algorithm, "AKAv"); }
  bool is_password() const { return is("Digest") && !is_aka(); }
  /// Whether the same credentials are asked for, perhaps by another algorithm.
  bool same_realm(const Asked& other) const {
    return by_proxy == other.by_proxy && realm == other.realm;
  }
};

/// Says whether the challenge is the usual first round, for an old nonce, or a refusal. `stale`:
/// whether one of the challenges for its realm says stale=true.
void tell_round(const Asked& asked, bool stale, const Told& told, Telling& telling);

}  // namespace sipgloss::in_message
