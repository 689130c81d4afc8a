// SPDX-License-Identifier: MIT
// What rules about dialogs ask of the other transactions around a message. RFC 3261 section 12.2,
// RFC 5407.
#pragma once

#include <chrono>

#include "rules/capture.hpp"

namespace sipgloss::subject {

/// Two messages in opposite directions that are captured within this time may have crossed: neither
/// sender knew of the other message (RFC 5407 section 3).
inline constexpr std::chrono::milliseconds crossing_time{500};

/// Whether a message was captured before another one; false where one of them is none.
constexpr bool is_before(MessageId earlier, MessageId later) {
  return earlier != no_message && later != no_message && earlier < later;
}

/// Whether another transaction is of the same client, on the same hop.
inline bool is_of_same_client(const Capture& capture, const Transaction& other) {
  return other.hop == capture.transaction().hop && other.client == capture.transaction().client;
}

/// Whether another transaction runs on the same hop the other way round.
inline bool is_of_peer(const Capture& capture, const Transaction& other) {
  return other.hop == capture.transaction().hop && other.client != capture.transaction().client;
}

/// The status code of the final response captured so far; 0 where there is none.
inline unsigned final_code(const Capture& capture, const Transaction& transaction) {
  return transaction.final == no_message ? 0U : capture.tracker().message(transaction.final).code;
}

/// Whether a final response was captured so long ago that its client sent whatever it sends now in
/// the knowledge of it.
inline bool is_known_to_client(const Capture& capture, const Transaction& transaction) {
  return transaction.final != no_message && capture.since(transaction.final) > crossing_time;
}

/// The PRACK for a reliable response of the INVITE judged, where it was captured on the same hop;
/// no_message else. RFC 3262 section 4.
inline MessageId prack_here(const Capture& capture, MessageId response) {
  const MessageId prack = capture.tracker().message(response).followed_by;
  const Transaction* const found = capture.tracker().transaction_of(prack);
  return found != nullptr && is_of_same_client(capture, *found) ? prack : no_message;
}

/// Calls `visit` with a message and those before it in its transaction, 64 at most, until it
/// returns true.
template <typename Visit>
bool any_from(const Capture& capture, MessageId id, Visit visit) {
  constexpr int most_messages = 64;
  for (int i = 0; i < most_messages && id != no_message; ++i) {
    const MessageRecord& record = capture.tracker().message(id);
    if (visit(id, record)) return true;
    id = record.previous;
  }
  return false;
}

/// Whether a request was captured behind its client, before any proxy: it has a single Via.
inline bool comes_from_client(const Message& request) {
  return !request.top_via().raw.empty() && request.second_via().empty();
}

}  // namespace sipgloss::subject
