// SPDX-License-Identifier: MIT
// Which challenge the credentials of a request answer. RFC 3261 section 22, RFC 7616 section 3.4.
#include "rules/answered_challenges.hpp"

namespace sipgloss::subject {
namespace {

constexpr HeaderName challenging[] = {HeaderName::www_authenticate, HeaderName::proxy_authenticate};

std::string_view param(const Challenge& of, std::string_view name) {
  return of.value(name).value_or("");
}

/// Whether the request has credentials of that realm with that nonce, and calls `found` with them.
template <typename Found>
bool uses_nonce(const Message& request, HeaderName name, const Challenge& challenge, Found found) {
  const std::string_view nonce = param(challenge, "nonce");
  return !nonce.empty() && any_digest(request, name, [&](const Challenge& credentials) {
    const bool same = param(credentials, "nonce") == nonce &&
                      param(credentials, "realm") == param(challenge, "realm") &&
                      !param(credentials, "response").empty();
    if (same) found(credentials);
    return same;
  });
}

template <typename Wanted>
std::optional<Answer> find_answer_if(const Message& response, const Message& request,
                                     Wanted wanted) {
  std::optional<Answer> answer;
  for (const HeaderName name : challenging) {
    any_digest(response, name, [&](const Challenge& challenge) {
      return uses_nonce(request, answering(name), challenge,
                        [&](const Challenge& credentials) {
                          if (wanted(name, challenge)) answer = Answer{challenge, credentials};
                        }) &&
             answer.has_value();
    });
    if (answer) break;
  }
  return answer;
}

}  // namespace

bool is_for_a_card(const Challenge& asked) {
  return scan::starts_ignoring_case(param(asked, "algorithm"), "AKAv");
}

std::optional<Answer> find_answer(const Message& response, const Message& request) {
  return find_answer_if(response, request, [](HeaderName, const Challenge&) { return true; });
}

std::optional<Answer> find_new_answer(const Message& response, const Message& request,
                                      const Message& before) {
  return find_answer_if(response, request, [&](HeaderName name, const Challenge& asked) {
    return !uses_nonce(before, answering(name), asked, [](const Challenge&) {});
  });
}

bool tells_stale(const Message& response, HeaderName name, std::string_view realm) {
  for (std::string_view rest = response.reason_phrase; !rest.empty(); rest.remove_prefix(1)) {
    if (scan::starts_ignoring_case(rest, "stale") || scan::starts_ignoring_case(rest, "nonce"))
      return true;
  }
  return any_digest(response, name, [realm](const Challenge& asked) {
    return param(asked, "realm") == realm &&
           scan::equal_ignoring_case(param(asked, "stale"), "true");
  });
}

}  // namespace sipgloss::subject
