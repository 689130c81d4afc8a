// SPDX-License-Identifier: MIT
// A request on one hop as its client sees it: when it was sent, how often, and what came back. RFC
// 3261 section 17.1.
#pragma once

#include <cstdint>
#include <string>

#include "session/inside.hpp"
#include "triage/notes.hpp"

namespace sipgloss {

/// One transaction, read from its messages.
struct Leg {
  TransactionId id = TransactionId::none;
  Time begin{};             ///< of its first message in the capture
  std::uint32_t frame = 0;  ///< of that message
  MessageId request = no_message;
  std::uint32_t sendings = 0;  ///< of the request, without packets that were captured twice
  Time last_sending{};
  MessageId provisional = no_message;       ///< the first response below 200
  MessageId last_provisional = no_message;  ///< the last one
  MessageId ringing = no_message;           ///< the first 180 or 183
  bool alerted = false;                     ///< there is a 180
  MessageId success = no_message;           ///< the first 2xx
  MessageId final = no_message;             ///< the first 2xx, else the first final response
  bool acknowledged = false;                ///< of INVITE: there is an ACK within the transaction,
                                            ///< which is one to a 300 to 699
};

Leg read_leg(TransactionId id, const Tracker& tracker);

/// The status code of its final response; 0 where there is none.
unsigned code_of(const Leg& leg, const Tracker& tracker);

/// The transaction of the same request on the hop before, or captured at another place of the same
/// way; none where the capture shows the request here first.
TransactionId forwarded_from(TransactionId id, const Tracker& tracker);

/// What the capture tells of a request that has no final response in it.
enum class Pending : std::uint8_t {
  no_response,       ///< proven: none of any kind came until the client gave up
  connection_error,  ///< a frame shows that its connection was reset or closed
  host_error,        ///< an ICMP error or a name server says that it cannot be delivered
  loop,              ///< it came round, and was not responded to
  open,              ///< the capture ends before the response had to come
  not_visible,       ///< the capture goes on; its silence proves nothing
};
Pending pending_of(const Leg& leg, const Inside& inside);

/// Whether the capture ends before a pending INVITE can be given up for lost after that time (Timer
/// C, RFC 3261 section 16.6 item 11).
bool ends_soon_after(Time time, const Tracker& tracker);

/// "192.0.2.1:5060": who responded, or who was to.
std::string server_of(const Leg& leg, const Inside& inside, const Notes& notes);
std::string client_of(const Leg& leg, const Inside& inside, const Notes& notes);

}  // namespace sipgloss
