// SPDX-License-Identifier: MIT
// 436 Bad Identity Info, 437 Unsupported Credential and 438 Invalid Identity Header. RFC 8224
// sections 6.1.1, 6.2 and 6.2.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a transaction ended in a 438, not long before a message.
bool was_refused(const Tracker& tracker, const Transaction& transaction, Time by,
                 const Settings& settings) {
  if (transaction.final == no_message) return false;
  const MessageRecord& final = tracker.message(transaction.final);
  return final.code == 438 && by - final.time < 64 * settings.t1;
}

/// How often the request was refused before: by a client that sends it again, or by a proxy that
/// signs it and tries the same target again as a branch of its own.
std::uint64_t refusals_before(const Capture& capture) {
  constexpr int most_looked_at = 8;
  const Tracker& tracker = capture.tracker();
  const bool by_proxy = capture.transaction().upstream != TransactionId::none;
  const Transaction* later = &capture.transaction();
  std::uint64_t count = 0;
  for (int i = 0; i < most_looked_at; ++i) {
    const TransactionId id = by_proxy ? later->branch_before : later->predecessor;
    if (id == TransactionId::none) break;
    const Transaction& before = tracker.transaction(id);
    const bool same = before.hop == later->hop && before.facts.uri == later->facts.uri &&
                      later->request != no_message;
    if (!same ||
        !was_refused(tracker, before, tracker.message(later->request).time, capture.settings()))
      break;
    ++count;
    later = &before;
  }
  return count;
}

Verdict is_repeated_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::none) return Verdict::holds();
  const std::uint64_t refusals = refusals_before(capture);
  if (refusals < 2) return Verdict::holds();
  const Transaction& own = capture.transaction();
  const TransactionId before =
      own.upstream != TransactionId::none ? own.branch_before : own.predecessor;
  return Verdict::broken_at(seen.message.start_line, refusals)
      .resting_on(capture.frame(capture.tracker().transaction(before).final));
}

constexpr Rule table[] = {
    {.code = "K436-1",
     .slug = "436-to-438-to-request-with-no-identity",
     .level = Level::must,
     .cite = {8224, "6.2"},
     .applies_to = {.codes = {{436, 438}},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} to a request that has no Identity: a server that demands one must send "
                      "428, so that the "
                      "client adds it.",
                .zh = "请求没有 Identity 头域，却得到 {0} 响应；要求它的服务器必须发送 "
                      "428，客户端才知道要补上。"},
     .check =
         [](const Seen& seen) {
           if (seen.capture->transaction().facts.has_identity) return Verdict::holds();
           // A proxy behind may have added one (RFC 8224 section 6.1).
           if (!is_from_the_uas(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
    {.code = "K438-1",
     .slug = "repeated-again-after-438",
     .level = Level::should,
     .cite = {8224, "6.1.1"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .about = About::request,
                    .evidence = Evidence::capture},
     .broken =
         {.en = "This is retry {0} of a request that a 438 refused: it should not be retried more "
                "than once.",
          .zh = "这是收到 438 响应后的第 {0} 次重发；这样的请求不应当重发一次以上。"},
     .check = is_repeated_once},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_436{table};

}  // namespace sipgloss::subject
