// SPDX-License-Identifier: MIT
// Challenges one after another. RFC 3261 section 22, RFC 7616 section 3.3 (stale).
#include "triage/challenges.hpp"

#include <algorithm>

namespace sipgloss {
namespace {

template <std::size_t Size>
bool share_a_realm(const Realms& given, const std::array<std::uint32_t, Size>& asked) {
  return std::ranges::any_of(given, [&](std::uint32_t realm) {
    return realm != 0 && std::ranges::find(asked, realm) != asked.end();
  });
}

/// Whether credentials were more than out of date: a nonce that was used before may be too old (RFC
/// 7616 section 3.4), and a card that resynchronises (RFC 3310 section 3.4) was not refused.
bool are_good_for_more(const CredentialFacts& facts) {
  return !facts.resynchronise && (facts.new_nonce || !facts.used_nonce);
}

/// Whether the request carried credentials for a realm that asks again, and not just for a new
/// nonce.
bool refuses_credentials(const Leg& leg, const Inside& inside, const Notes& notes) {
  const RequestFacts& facts = inside.tracker.transaction(leg.id).facts;
  const Challenged* const asked = notes.challenge(leg.final);
  if (asked == nullptr || leg.request == no_message || asked->speaks_of_nonce) return false;
  return (are_good_for_more(facts.credentials) && share_a_realm(facts.realms, asked->realms)) ||
         (are_good_for_more(facts.proxy_credentials) &&
          share_a_realm(facts.proxy_realms, asked->proxy_realms));
}

}  // namespace

void Challenges::take(const Leg& leg, const Inside& inside, const Notes& notes) {
  const bool challenged = is_challenge(code_of(leg, inside.tracker));
  if (!challenged) {
    in_a_row_ = 0;
    refused_ = 0;
    return;
  }
  ++in_a_row_;
  if (refuses_credentials(leg, inside, notes)) ++refused_;
}

void add_challenges(const Challenges& challenges, std::vector<Words>& remarks) {
  if (challenges.refused() == 0) return;
  remarks.push_back(filled("There were {} challenges in a row; {} of them refused credentials.",
                           "连续收到 {} 次质询，其中 {} 次拒绝了所带的凭证。",
                           challenges.in_a_row(), challenges.refused()));
}

void add_end_of_attempts(const Leg& last, const Tracker& tracker, std::vector<Words>& remarks) {
  const auto rest = tracker.end() - tracker.message(last.final).time;
  remarks.push_back(filled("No other attempt follows; the capture ends {} s later.",
                           "此后没有再次尝试；抓包在 {} 秒后结束。", seconds_of(rest)));
}

}  // namespace sipgloss
