// SPDX-License-Identifier: MIT
// What rules about transactions ask of the messages around theirs: what was sent again, what may
// have crossed on the way, and which parts of a request are not as in another one. RFC 3261
// sections 9.1, 17.1 and 17.2.
#pragma once

#include <chrono>
#include <optional>

#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {

/// The longest interval of retransmissions, and how long a message stays in the network (RFC 3261
/// section 17.1.1.1 and table 4).
inline constexpr std::chrono::seconds timer_t2{4};
inline constexpr std::chrono::seconds timer_t4{5};

/// Messages of one direction can be captured in another order than they were sent, when they come
/// closer than this.
inline constexpr std::chrono::milliseconds reordering{20};

/// So many T1.
inline std::chrono::nanoseconds times_t1(const Capture& capture, int times) {
  return times * std::chrono::nanoseconds(capture.settings().t1);
}

/// Two messages in opposite directions that come closer than this may have crossed, wherever they
/// were captured: T1 is the estimate of the round-trip time, and this is twice as much.
inline std::chrono::nanoseconds longest_crossing(const Capture& capture) {
  return times_t1(capture, 2);
}

/// Whole milliseconds and seconds, to be shown.
constexpr std::uint64_t in_ms(std::chrono::nanoseconds time) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(
      0, std::chrono::duration_cast<std::chrono::milliseconds>(time).count()));
}
constexpr std::uint64_t in_seconds(std::chrono::nanoseconds time) { return in_ms(time) / 1000; }

/// Whether lost packets are what a transport recovers from by itself; nothing where it is not
/// known.
std::optional<bool> is_reliable(Transport transport);

/// A message of the client other than ACK: its request, sent for the first time or again.
constexpr bool is_request(const MessageRecord& message) {
  return message.from_client && message.method != Method::ack;
}
constexpr bool is_final(const MessageRecord& message) { return message.code >= 200; }
constexpr bool is_success(unsigned code) { return code >= 200 && code < 300; }

/// The code of the first final response in the capture; 0 for none.
unsigned final_code_of(const Capture& capture, const Transaction& transaction);

/// Whether all requests of the transaction are the same bytes.
bool repeats_one_request(const Capture& capture);
/// Whether all requests of the transaction are the same bytes, and the message is of their Call-ID
/// and CSeq. A branch that is used for a second request is the fault of its client. On arrival
/// only.
bool is_of_one_request(const Seen& seen);

/// Whether two addresses are of the same host, whatever the port.
inline bool is_same_host(const Endpoint& one, const Endpoint& other) {
  return one.length == other.length && one.address == other.address;
}

/// Whether the message was sent by the host that the request was sent to: nothing else answers it.
bool comes_from_server(const Capture& capture, const Packet& packet);

/// Whether no response on the hop lacked its request from that time on.
bool is_gap_free_since(const Capture& capture, Time time);

/// Whether messages of both sides of the hop were captured later than so long after the one judged.
bool both_went_on(const Capture& capture, std::chrono::nanoseconds patience);

/// The other transaction that CANCEL and its INVITE, PRACK, and ACK to a 2xx are linked to, where
/// it ran on the same hop in the same direction; null else.
const Transaction* partner_here(const Capture& capture);

/// Whether the client may still wait for the first response to that INVITE of its hop. One that has
/// stopped sending it over UDP has got a response, which escaped the capture.
bool is_still_sent(const Capture& capture, const Transaction& invite);

/// The number of Via values, 2 for any more.
int via_count(const Message& message);

/// A part of a message that is not what it has to be.
struct Part {
  std::string_view bytes;  ///< empty where it is not there
  Text name;
};

/// What of an ACK or a CANCEL is not as in the INVITE that it is for: Request-URI, Call-ID, From,
/// the number in CSeq, Route, a single Via.
std::optional<Part> part_unlike(const Message& request, const Message& invite);

/// Whether two addresses have the same URI and tag. Display names are left aside.
bool is_same_address(const NameAddr& one, const NameAddr& other);

/// Whether two requests in a row say the same of a header field, row by row.
bool has_same_rows(const Message& one, const Message& other, HeaderName name);

/// Whether two requests say the same in the same order, but for the header fields that `left_out`
/// names.
bool are_alike(const Message& one, const Message& other, bool (*left_out)(HeaderName));

}  // namespace sipgloss::subject
