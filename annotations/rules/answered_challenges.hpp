// SPDX-License-Identifier: MIT
// Which challenge the credentials of a request answer. RFC 3261 section 22, RFC 7616 section 3.4.
#pragma once

#include <optional>
#include <string_view>

#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {

/// A challenge by Digest, and the credentials with its nonce.
struct Answer {
  Challenge challenge;
  Challenge credentials;
};

/// More of them in one header field is no real message.
inline constexpr int most_challenges = 8;

/// The header field in which the credentials for a challenge stand.
constexpr HeaderName answering(HeaderName challenging) {
  return challenging == HeaderName::proxy_authenticate ? HeaderName::proxy_authorization
                                                       : HeaderName::authorization;
}

/// Whether a card answers it (RFC 3310 section 3.1).
bool is_for_a_card(const Challenge& asked);

/// The first challenge of the response that the request answers: credentials of the same realm with
/// its nonce, which prove something.
std::optional<Answer> find_answer(const Message& response, const Message& request);

/// The same, where `before`, the request that was challenged, did not use that nonce yet: what the
/// request answers came with this response.
std::optional<Answer> find_new_answer(const Message& response, const Message& request,
                                      const Message& before);

/// Whether some challenge of the response for that realm says that the nonce was merely too old, in
/// stale or in its reason phrase.
bool tells_stale(const Message& response, HeaderName challenging, std::string_view realm);

/// Whether a final response is 401 or 407.
constexpr bool is_challenge(unsigned code) { return code == 401 || code == 407; }

/// Whether a request carries credentials of any kind.
inline bool has_credentials(const Message& request) {
  return request.has(HeaderName::authorization) || request.has(HeaderName::proxy_authorization);
}

/// Calls `visit` with each Digest value of a header field, until it returns true.
template <typename Visit>
bool any_digest(const Message& message, HeaderName name, Visit visit) {
  int count = 0;
  for (const std::string_view value : Values(message, name)) {
    if (++count > most_challenges) break;
    const Challenge digest = read_challenge(value);
    if (scan::equal_ignoring_case(digest.scheme, "Digest") && visit(digest)) return true;
  }
  return false;
}

}  // namespace sipgloss::subject
