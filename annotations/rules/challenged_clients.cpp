// SPDX-License-Identifier: MIT
// What becomes of a challenge: who made it, whether it is answered, and whether the answer will do.
// RFC 3261 sections 8.1.3.5, 22.1, 22.2 and 22.3.
#include <chrono>

#include "rules/answered_challenges.hpp"
#include "rules/origin.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr Set<Method> challenged = any_method_but({Method::ack, Method::cancel});

/// Whether two responses name different software: then they are of different servers.
bool are_of_different_software(const Message& one, const Message& other) {
  const std::string_view server = one.value(HeaderName::server);
  const std::string_view other_server = other.value(HeaderName::server);
  return !server.empty() && !other_server.empty() && server != other_server;
}

/// The challenge of a response for a realm that is no card's; nothing where there is none.
std::optional<Challenge> challenge_for(const Message& response, HeaderName name,
                                       std::string_view realm) {
  std::optional<Challenge> found;
  any_digest(response, name, [&](const Challenge& challenge) {
    if (challenge.value("realm").value_or("") == realm && !is_for_a_card(challenge))
      found = challenge;
    return found.has_value();
  });
  return found;
}

/// Of a challenge that follows one which the request has answered: of the same realm.
Verdict refused_again(const Seen& seen, const Message& first, const Answer& answer) {
  static constexpr Text wrong{"user name or password are wrong", "用户名或密码有误"};
  static constexpr Text stale{"its nonces expire too soon, or are not shared",
                              "nonce 过期太快或未在服务器间共享"};
  if (are_of_different_software(first, seen.message)) return Verdict::unknown();
  const std::string_view realm = answer.challenge.value("realm").value_or("");
  for (const HeaderName name : {HeaderName::www_authenticate, HeaderName::proxy_authenticate}) {
    if (!challenge_for(first, name, realm)) continue;
    const std::optional<Challenge> challenge = challenge_for(seen.message, name, realm);
    if (!challenge) continue;
    return Verdict::broken_at(challenge->raw, realm,
                              tells_stale(seen.message, name, realm) ? stale : wrong);
  }
  return Verdict::holds();
}

Verdict accepts_new_answer(const Seen& seen) {
  constexpr std::chrono::seconds fresh{30};
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.predecessor == TransactionId::none || !has_credentials(capture.request()->message))
    return Verdict::holds();
  const Tracker& tracker = capture.tracker();
  const Transaction& before = tracker.transaction(own.predecessor);
  if (before.hop != own.hop || !is_challenge(final_code(capture, before))) return Verdict::holds();
  const Captured* const first_request = capture.at(before.request);
  const Captured* const first = capture.at(before.final);
  if (first_request == nullptr || first == nullptr || came_from_behind(seen) ||
      tracker.message(own.request).time - tracker.message(before.final).time > fresh)
    return Verdict::unknown();
  const auto answer =
      find_new_answer(first->message, capture.request()->message, first_request->message);
  if (!answer) return Verdict::unknown();
  const Verdict verdict = refused_again(seen, first->message, *answer);
  return verdict.resting_on(capture.frame(before.final), capture.frame(own.request));
}

bool holds_realm(const Realms& realms, std::uint32_t realm) {
  return std::ranges::find(realms, realm) != realms.end();
}

/// The next request, with credentials for that realm in Authorization; null where there is none.
const Transaction* answered_with(const Capture& capture, std::uint32_t realm) {
  const TransactionId id = capture.transaction().successor;
  if (id == TransactionId::none) return nullptr;
  const Transaction& next = capture.tracker().transaction(id);
  const bool here = next.hop == capture.transaction().hop && next.request != no_message;
  return here && holds_realm(next.facts.realms, realm) ? &next : nullptr;
}

// An element that holds a request back until it gets credentials, and then sends it on without
// them, has made the challenge itself; and what sends a request on under its own Via is a proxy.
Verdict is_no_proxy(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Challenge challenge = read_challenge(seen.message.value(HeaderName::www_authenticate));
  const auto realm = challenge.value("realm");
  if (!realm) return Verdict::unknown();
  if (capture.transaction().last_branch != TransactionId::none) return Verdict::holds();
  const std::uint32_t hash = fact_hash(*realm);
  const Transaction* const next = answered_with(capture, hash);
  if (next == nullptr || next->last_branch == TransactionId::none) return Verdict::unknown();
  const Transaction& branch = capture.tracker().transaction(next->last_branch);
  const bool passed_on =
      holds_realm(branch.facts.realms, hash) || branch.facts.credentials.more_realms;
  if (branch.request == no_message || passed_on) return Verdict::unknown();
  const std::uint32_t frame = capture.frame(branch.request);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{frame})
      .resting_on(capture.frame(next->request), frame);
}

/// Whether the client has given credentials for that realm to that server before, which accepted
/// them.
bool knows_credentials(const Capture& capture, bool by_proxy, std::uint32_t realm) {
  const Transaction& own = capture.transaction();
  return capture.find_on_flow([&](const Transaction& other) {
    const Realms& realms = by_proxy ? other.facts.proxy_realms : other.facts.realms;
    return other.client == own.client && other.request != no_message &&
           is_success(final_code(capture, other)) && holds_realm(realms, realm);
  }) != TransactionId::none;
}

/// Whether a request with credentials came behind; or one of which that cannot be told.
bool is_answered(const Capture& capture) {
  constexpr int most_retries = 8;
  TransactionId id = capture.transaction().successor;
  for (int i = 0; i < most_retries && id != TransactionId::none; ++i) {
    const Transaction& next = capture.tracker().transaction(id);
    const RequestFacts& facts = next.facts;
    if (next.request == no_message || facts.credentials.some || facts.proxy_credentials.some)
      return true;
    id = next.successor;
  }
  return id != TransactionId::none;
}

/// A challenge by plain Digest with MD5, which every client can answer (RFC 3261 section 22.4).
bool is_for_everyone(const Challenge& challenge) {
  return challenge.value("realm") && challenge.value("nonce") &&
         scan::equal_ignoring_case(challenge.value("algorithm").value_or("MD5"), "MD5");
}

/// The first challenge that the client can answer, as it has shown; nothing where there is none.
std::optional<Challenge> find_answerable(const Seen& seen) {
  const bool by_proxy = seen.message.status_code == 407;
  const HeaderName name = by_proxy ? HeaderName::proxy_authenticate : HeaderName::www_authenticate;
  std::optional<Challenge> found;
  any_digest(seen.message, name, [&](const Challenge& challenge) {
    const bool answerable = is_for_everyone(challenge) &&
                            knows_credentials(*seen.capture, by_proxy,
                                              fact_hash(challenge.value("realm").value_or("")));
    if (answerable) found = challenge;
    return answerable;
  });
  return found;
}

// A caller who has hung up needs no credentials any more.
Verdict is_taken_up(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const bool carried = own.facts.credentials.some || own.facts.proxy_credentials.some;
  if (carried || own.from_proxy || is_answered(capture)) return Verdict::holds();
  const bool cancelled = own.partner != TransactionId::none;
  if (cancelled || !both_went_on(capture, times_t1(capture, 64)) || capture.hop().unanswered != 0 ||
      !is_gap_free_since(capture, capture.record().time))
    return Verdict::unknown();
  const std::optional<Challenge> challenge = find_answerable(seen);
  if (!challenge) return Verdict::unknown();
  return Verdict::broken_at(challenge->raw, seen.message.cseq().method_name,
                            challenge->value("realm").value_or(""))
      .resting_on(capture.frame(own.request));
}

constexpr Rule table[] = {
    {.code = "AUT-12",
     .slug = "credentials-refused",
     .level = Level::note,
     .cite = {3261, "22.1"},
     .applies_to = {.codes = {401, 407},
                    .methods = challenged,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "The credentials for realm {0} answered a fresh challenge, and the server "
                      "refused them: {1}.",
                .zh = "realm {0} 的凭证是按刚收到的质询计算的，仍被拒绝：{1}。"},
     .check = accepts_new_answer},
    {.code = "AUT-13",
     .slug = "401-from-proxy",
     .level = Level::must,
     .cite = {3261, "22.1"},
     .applies_to = {.codes = {401},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::register_}),
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "401 from an element that forwarded the request in frame {0} once it had the "
                      "credentials: a proxy has to challenge with 407.",
                .zh = "该网元得到凭证后在帧 {0} 转发了请求，可见它是代理服务器，"
                      "必须用 407 质询，而不是 401。"},
     .check = is_no_proxy},
    {.code = "AUT-15",
     .slug = "challenge-not-answered",
     .level = Level::should,
     .cite = {3261, "22.2"},
     // OPTIONS is often a sign of life, to which any response will do.
     .applies_to = {.codes = {401, 407},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::options}),
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} was not sent again with credentials, although the client has given some "
                      "for realm {1} before: the request fails.",
                .zh =
                    "客户端曾为 realm {1} 提供过凭证，这次却没有携带凭证重发 {0}，请求就此失败。"},
     .check = is_taken_up},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> challenged_clients{table};

}  // namespace sipgloss::subject
