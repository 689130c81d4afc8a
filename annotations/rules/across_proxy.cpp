// SPDX-License-Identifier: MIT
// What rules about proxies ask of the branches behind. RFC 3261 sections 16.6 and 16.7.
#include "rules/across_proxy.hpp"

namespace sipgloss::subject {
namespace {

/// Whether one of the transactions that were captured before that one with its branch is the other.
bool has_copy(const Tracker& tracker, const Transaction& transaction, TransactionId other) {
  constexpr int most_hops = 16;
  TransactionId id = transaction.same_branch;
  for (int i = 0; i < most_hops && id != TransactionId::none; ++i) {
    if (id == other) return true;
    id = tracker.transaction(id).same_branch;
  }
  return false;
}

}  // namespace

const Endpoint& client_host(const Capture& capture, const Transaction& transaction) {
  return capture.tracker().hop(transaction.hop).hosts[transaction.client ? 1 : 0];
}

const Endpoint& server_host(const Capture& capture, const Transaction& transaction) {
  return capture.tracker().hop(transaction.hop).hosts[transaction.client ? 0 : 1];
}

bool is_seen_elsewhere(const Capture& capture, TransactionId branch) {
  const Tracker& tracker = capture.tracker();
  const Transaction& own = tracker.transaction(branch);
  if (own.same_branch != TransactionId::none) return true;
  if (own.upstream == TransactionId::none) return false;
  const auto is_copy = [&](const Transaction& other) { return has_copy(tracker, other, branch); };
  return capture.find_branch_of(tracker.transaction(own.upstream), is_copy) != TransactionId::none;
}

bool is_known_before(const Capture& capture, const Transaction& branch, MessageId message) {
  if (!is_before(branch.final, message)) return false;
  const Tracker& tracker = capture.tracker();
  const auto since = tracker.message(message).time - tracker.message(branch.final).time;
  return is_before(branch.ack, message) || since > longest_crossing(capture);
}

bool is_tried_again(const Capture& capture, const Transaction& upstream,
                    const Transaction& branch) {
  const unsigned code = final_code(capture, branch);
  const bool redirected = code >= 300 && code < 400;
  const auto is_later = [&](const Transaction& other) {
    const bool same_way = other.hop == branch.hop && other.client == branch.client;
    return is_before(branch.final, other.request) && (redirected || same_way);
  };
  return capture.find_branch_of(upstream, is_later) != TransactionId::none;
}

}  // namespace sipgloss::subject
