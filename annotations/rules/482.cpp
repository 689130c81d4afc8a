// SPDX-License-Identifier: MIT
// 482 Loop Detected. RFC 3261 sections 8.2.2.2 and 21.4.20.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr int most_looked_at = 16;

const Endpoint& server_of(const Tracker& tracker, const Transaction& transaction) {
  return tracker.hop(transaction.hop).hosts[transaction.client ? 0 : 1];
}

/// Whether a request went on from that transaction to this one: then it came round in a loop.
bool leads_to(const Tracker& tracker, TransactionId earlier, const Transaction& later) {
  TransactionId id = later.upstream;
  for (int i = 0; i < most_looked_at && id != TransactionId::none; ++i) {
    if (id == earlier) return true;
    id = tracker.transaction(id).upstream;
  }
  return false;
}

/// Whether both are the same transaction, captured at two places on one hop.
bool is_captured_elsewhere(const Tracker& tracker, TransactionId earlier,
                           const Transaction& later) {
  TransactionId id = later.same_branch;
  for (int i = 0; i < most_looked_at && id != TransactionId::none; ++i) {
    if (id == earlier) return true;
    id = tracker.transaction(id).same_branch;
  }
  return false;
}

/// The same INVITE, come to the same server before in another transaction.
TransactionId other_copy(const Capture& capture) {
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  TransactionId id = own.same_follower;
  for (int i = 0; i < most_looked_at && id != TransactionId::none; ++i) {
    const Transaction& other = tracker.transaction(id);
    const bool same_request = other.call == own.call && other.from_tag == own.from_tag &&
                              other.cseq == own.cseq && other.request != no_message;
    if (same_request && server_of(tracker, other) == server_of(tracker, own) &&
        !leads_to(tracker, id, own) && !is_captured_elsewhere(tracker, id, own))
      return id;
    id = other.same_follower;
  }
  return TransactionId::none;
}

Verdict was_merged(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.transaction().facts.in_dialog || came_from_behind(seen)) return Verdict::holds();
  const TransactionId copy = other_copy(capture);
  if (copy == TransactionId::none) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line)
      .resting_on(capture.frame(capture.tracker().transaction(copy).request),
                  capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "K482-1",
     .slug = "482-for-merged-request",
     .level = Level::note,
     .cite = {3261, "8.2.2.2"},
     .applies_to = {.codes = {482},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "The same INVITE had come to this server on another branch: a merged request, "
                    "no loop, and usual after forking.",
                .zh = "同一 INVITE "
                      "此前已由另一分支到达该服务器：这是合并请求，不是环路，分支转发时很常见。"},
     .check = was_merged},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_482{table};

}  // namespace sipgloss::subject
