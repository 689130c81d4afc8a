// SPDX-License-Identifier: MIT
// What rules about proxies ask: the request as the proxy got it, the branches on which it sent it
// on, and what came back on them. Both sides of the proxy have to be in the capture. It is a proxy
// and no B2BUA where the Via list was kept, which is how the tracker links the two sides. RFC 3261
// sections 16.6 and 16.7.
#pragma once

#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {

/// What a proxy forwards.
inline constexpr Set<Method> forwarded_methods = any_method_but({Method::ack, Method::cancel});

/// The host that sends the requests of a transaction, and the one that it sends them to.
const Endpoint& client_host(const Capture& capture, const Transaction& transaction);
const Endpoint& server_host(const Capture& capture, const Transaction& transaction);

/// Whether a branch was captured at two places, before and behind an address translator for
/// example: then it looks like two branches.
bool is_seen_elsewhere(const Capture& capture, TransactionId branch);

/// Whether the proxy had the final response of a branch when it sent the message of that number: it
/// had acknowledged it, or the response had been on its way for longer than messages cross.
bool is_known_before(const Capture& capture, const Transaction& branch, MessageId message);
/// The same of the message that is judged.
inline bool is_known_to_proxy(const Capture& capture, const Transaction& branch) {
  return is_known_before(capture, branch, capture.id());
}

/// Whether the proxy tried that branch once more itself after its final response: it answered a
/// challenge or followed a redirection, and keeps the response for itself.
bool is_tried_again(const Capture& capture, const Transaction& upstream, const Transaction& branch);

/// The last response that came on a branch with the code of the response that is judged and that
/// `wanted` takes, which is shown it with its bytes; null when there is none among the last few.
template <typename Wanted>
const Captured* find_received(const Capture& capture, Wanted wanted) {
  constexpr int most_read = 8;
  const MessageRecord& own = capture.record();
  const Captured* found = nullptr;
  int left = most_read;
  capture.find_branch([&](const Transaction& branch) {
    return any_from(capture, branch.last, [&](MessageId id, const MessageRecord& record) {
      if (record.code != own.code || record.from_client) return false;
      const Captured* const received = left-- > 0 ? capture.at(id) : nullptr;
      if (received != nullptr && wanted(*received, record)) found = received;
      return found != nullptr || left <= 0;
    });
  });
  return found;
}

}  // namespace sipgloss::subject
