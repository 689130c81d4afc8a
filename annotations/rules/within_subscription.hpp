// SPDX-License-Identifier: MIT
// What rules about subscriptions ask of the NOTIFY, SUBSCRIBE and REFER requests around a message.
// RFC 6665 sections 4.1.2.2, 4.2.2 and 8.2.1, RFC 3515 section 2.4.6.
#pragma once

#include "rules/within_dialog.hpp"
#include "sipgloss/message.hpp"

namespace sipgloss::subject {

/// Whether the Event header fields of two requests are of one subscription: the event package and
/// the id, byte by byte (RFC 6665 section 8.2.1).
bool is_same_event(const Message& one, const Message& other);

/// Whether a NOTIFY can be of the implicit subscription of that REFER: the event package is refer,
/// and an id is the CSeq number of the REFER (RFC 3515 section 2.4.6).
bool is_of_refer(const Message& notify, const Message& refer);

/// Whether a failure of that code to a NOTIFY, or to a SUBSCRIBE that refreshes, ends the
/// subscription (RFC 6665 sections 4.1.2.2 and 4.2.2).
constexpr bool ends_subscription(unsigned code) {
  constexpr unsigned codes[] = {404, 405, 410, 416, 489, 501, 604};
  return (code >= 480 && code <= 485) || std::ranges::find(codes, code) != std::end(codes);
}

/// SUBSCRIBE and REFER set subscriptions up.
constexpr bool asks_for_notify(const Transaction& transaction) {
  return transaction.method == Method::subscribe || transaction.method == Method::refer;
}

/// Whether the capture shows what the receiver of a NOTIFY asked for in its dialog, on this hop,
/// and that it was nothing since that message. The subscription of a REFER is told apart from
/// another one by its id alone, so there is one REFER only.
bool asked_nothing_since(const Capture& capture, MessageId since);

}  // namespace sipgloss::subject
