// SPDX-License-Identifier: MIT
// 403 Forbidden. RFC 3261 sections 21.4.4 and 22.1.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Header fields that a client makes anew for each request, whatever it asks for.
constexpr bool is_made_anew(HeaderName name) {
  switch (name) {
    case HeaderName::via:
    case HeaderName::cseq:
    case HeaderName::call_id:
    case HeaderName::max_forwards:
    case HeaderName::date:
    case HeaderName::timestamp:
    case HeaderName::session_id:
    case HeaderName::content_length:
      return true;
    default:
      return false;
  }
}

std::size_t next_compared(const Message& message, std::size_t row) {
  while (row < message.headers.size() && is_made_anew(message.headers[row].name)) ++row;
  return row;
}

/// Credentials are the same when they are of the same user: nonce and digest change every time.
bool same_row(const Header& one, const Header& other) {
  if (one.name != other.name || one.name == HeaderName::identity) return false;
  if (one.name == HeaderName::from)
    return read_name_addr(one.value).uri == read_name_addr(other.value).uri;
  if (one.name != HeaderName::authorization && one.name != HeaderName::proxy_authorization)
    return one.value == other.value;
  const Challenge credentials = read_challenge(one.value);
  const Challenge others = read_challenge(other.value);
  return credentials.value("username") == others.value("username") &&
         credentials.value("realm") == others.value("realm");
}

bool same_request(const Message& a, const Message& b) {
  if (a.request_uri != b.request_uri || a.body != b.body || a.truncated || b.truncated)
    return false;
  std::size_t i = next_compared(a, 0);
  std::size_t j = next_compared(b, 0);
  while (i < a.headers.size() && j < b.headers.size()) {
    if (!same_row(a.headers[i], b.headers[j])) return false;
    i = next_compared(a, i + 1);
    j = next_compared(b, j + 1);
  }
  return i == a.headers.size() && j == b.headers.size();
}

/// The request before it that was not merely challenged; none when it got no final response here.
TransactionId refused_before(const Capture& capture) {
  constexpr int most_challenges = 2;
  const Tracker& tracker = capture.tracker();
  TransactionId id = capture.transaction().predecessor;
  for (int i = 0; i <= most_challenges && id != TransactionId::none; ++i) {
    const Transaction& before = tracker.transaction(id);
    if (before.hop != capture.transaction().hop || before.final == no_message) break;
    const unsigned code = tracker.message(before.final).code;
    if (code != 401 && code != 407) return id;
    id = before.predecessor;
  }
  return TransactionId::none;
}

Verdict is_not_repeated(const Seen& seen) {
  constexpr std::chrono::minutes forgotten{10};  // by then somebody may have allowed it
  const Capture& capture = *seen.capture;
  const bool forwarded = capture.transaction().upstream != TransactionId::none;
  if (forwarded || capture.record().copy != Copy::none) return Verdict::holds();
  const TransactionId id = refused_before(capture);
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  if (capture.tracker().message(before.final).code != 403) return Verdict::holds();
  const auto since = capture.since(before.final);
  const Captured* const request = capture.at(before.request);
  if (since > forgotten || request == nullptr) return Verdict::unknown();
  if (!same_request(request->message, seen.message)) return Verdict::holds();
  const auto seconds = std::chrono::round<std::chrono::seconds>(since).count();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            static_cast<std::uint64_t>(std::max<std::int64_t>(seconds, 0)))
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

constexpr Rule table[] = {
    {.code = "K403-1",
     .slug = "repeated-after-403",
     .level = Level::should,
     .cite = {3261, "21.4.4"},
     // Others are sent alike again and again for reasons of their own: a digit, a text, a sign of
     // life.
     .applies_to = {.methods = {Method::invite, Method::register_, Method::subscribe,
                                Method::publish, Method::refer},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::truncated, Guard::gap_free}},
     .broken =
         {.en = "{0} as it was, {1} s after a 403: a request that was understood and forbidden "
                "should not be "
                "repeated.",
          .zh =
              "收到 403 响应 {1} 秒后又原样重发 {0}；403 表示请求已被理解但不予执行，不应当重发。"},
     .check = is_not_repeated},
    {.code = "K403-2",
     .slug = "403-despite-credentials",
     .level = Level::note,
     .cite = {3261, "22.1"},
     .applies_to = {.codes = {403},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "403 although the request gave credentials in {0}: they were rejected for good, or "
                "a policy "
                "forbids it.",
          .zh =
              "请求已用 {0} 头域携带凭证，仍得到 403 响应：凭证被彻底拒绝，或者策略不允许该请求。"},
     .check =
         [](const Seen& seen) {
           const RequestFacts& facts = seen.capture->transaction().facts;
           const bool some = facts.credentials.some && !facts.credentials.unproved;
           const bool of_proxy = facts.proxy_credentials.some && !facts.proxy_credentials.unproved;
           if (!some && !of_proxy) return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(
               seen.message.start_line,
               name_of(some ? HeaderName::authorization : HeaderName::proxy_authorization));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_403{table};

}  // namespace sipgloss::subject
