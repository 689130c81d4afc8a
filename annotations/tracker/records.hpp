// SPDX-License-Identifier: MIT
// What is kept of messages, transactions and dialogs once their bytes are gone: numbers only. RFC
// 3261 sections 12 and 17.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "in_message/request_facts.hpp"
#include "sipgloss/network_event.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {

/// Numbers of what is kept; `none` is no such thing.
enum class TransactionId : std::uint32_t { none = 0xFFFFFFFF };
enum class DialogId : std::uint32_t { none = 0xFFFFFFFF };
enum class HopId : std::uint32_t { none = 0xFFFFFFFF };
inline constexpr auto no_event = static_cast<EventId>(0xFFFFFFFF);
inline constexpr auto no_message = static_cast<MessageId>(0xFFFFFFFF);

template <typename Id>
constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// What a message is to those before it.
enum class Copy : std::uint8_t {
  none,            ///< the first of its kind
  retransmission,  ///< sent again (RFC 3261 section 17)
  duplicate,       ///< the same packet captured twice
};

/// One message, some 64 bytes.
struct MessageRecord {
  Time time{};
  std::uint64_t bytes_hash = 0;
  std::uint32_t frame = 0;
  TransactionId transaction = TransactionId::none;
  MessageId original = no_message;     ///< what it is a copy of: the first of its kind
  MessageId previous = no_message;     ///< the one before it in its transaction
  MessageId followed_by = no_message;  ///< of a response: the ACK or PRACK that acknowledges it
  MessageId follows = no_message;      ///< of a request: the response that it follows up
  MessageId same_tag = no_message;     ///< of a response: one of another call, from the same host
                                       ///< and with the same To tag
  DialogId dialog = DialogId::none;    ///< of the message: a forked INVITE has several
  std::uint32_t to_tag = 0;            ///< short hash
  std::uint32_t rseq = 0;              ///< of a reliable provisional response
  std::uint16_t code = 0;              ///< 0 for a request
  std::uint16_t ip_id = 0;             ///< identification of the IPv4 packet; 0 where not known
  Method method = Method::other;       ///< ACK within the transaction of its INVITE
  Copy copy = Copy::none;
  bool from_client : 1 = false;   ///< as its transaction sees it
  bool has_sdp : 1 = false;       ///< of a response of 101 to 299 to INVITE: it carries a session
                                  ///< description
  bool has_no_sdp : 1 = false;    ///< of such a response: it has no body; neither is set where that
                                  ///< cannot be told
  bool lacks_100rel : 1 = false;  ///< of INVITE: it names that neither in Supported nor in Require

  bool is_response() const { return code != 0; }
};

/// The time that a server asked its client to spare it, by a 503 with Retry-After. RFC 3261 section
/// 21.5.4.
struct Pause {
  MessageId asked_by = no_message;
  Time until{};
};

/// Two hosts that talk to one another over one transport. Ports are left aside: a response goes to
/// the port that Via names, not to where the request came from (RFC 3261 section 18.2.2). Where
/// both are the same host, its ports tell who talks to whom.
struct Hop {
  std::array<Endpoint, 2> hosts;  ///< with port 0, unless both are the same host
  std::array<Time, 2> first{};    ///< when a message of each of them was first captured
  std::array<Time, 2> last{};     ///< when a message of each of them was last captured; 0 for never
  std::array<Pause, 2> pauses{};  ///< that each of them last asked the other for
  Time last_gap{};  ///< when a response without its request was last captured; 0 for never
  std::uint32_t unanswered = 0;  ///< transactions without any response
  std::array<std::uint16_t, 2>
      listens{};  ///< the port to which each of them was last sent a request
  std::array<std::uint32_t, 2> registers{};  ///< short hash of the user that each of them
                                             ///< registered first
  std::array<bool, 2> has_several_users{};   ///< each of them registered others as well
  Transport transport = Transport::other;
};

/// One transaction on one hop, as its client and its server both see it. Some 160 bytes.
struct Transaction {
  std::uint32_t call = 0;  ///< number of its Call-ID, from 1
  std::uint32_t cseq = 0;
  std::uint32_t from_tag = 0;  ///< short hash
  std::uint32_t event = 0;     ///< short hash of the event package
  std::uint32_t contact = 0;   ///< of REGISTER: short hash of the first Contact URI
  Method method = Method::other;
  bool client = false;             ///< which of the hop's hosts sends the requests
  bool answered = false;           ///< there is a response of any kind
  bool ends_subscription = false;  ///< of NOTIFY: Subscription-State is terminated
  bool from_proxy = false;         ///< the client forwards the request: there is more than one Via
  std::uint16_t client_port = 0;   ///< from which its first request came
  std::uint16_t server_port = 0;
  std::uint32_t routing = 0;     ///< hash of what besides the Request-URI decides where it goes
  EventId failed_by = no_event;  ///< the first event that it did not survive
  TransactionId same_flow = TransactionId::none;  ///< the one before it between the same two ports
  HopId hop = HopId::none;
  DialogId dialog = DialogId::none;
  MessageId last = no_message;     ///< its messages are linked from the last to the first
  MessageId request = no_message;  ///< its first request in the capture
  MessageId final = no_message;    ///< its first final response in the capture
  MessageId sequel = no_message;   ///< of SUBSCRIBE and REFER: the first NOTIFY
  MessageId ack = no_message;      ///< of INVITE: the first ACK, whichever response it was for
  TransactionId partner = TransactionId::none;  ///< of PRACK and of ACK to a 2xx: the INVITE; of
                                                ///< NOTIFY: the SUBSCRIBE or REFER that asked for
                                                ///< it; of CANCEL: what it cancels, or the INVITE
                                                ///< that it should match; of that: the CANCEL that
                                                ///< matches
  TransactionId predecessor = TransactionId::none;  ///< the one that it repeats or refreshes
  TransactionId successor = TransactionId::none;
  TransactionId upstream = TransactionId::none;     ///< of the same request on the hop before
  TransactionId last_branch = TransactionId::none;  ///< of the same request on the hop behind, the
                                                    ///< last one (RFC 3261 section 16.6)
  TransactionId branch_before = TransactionId::none;  ///< the one before it with that upstream
  TransactionId same_branch = TransactionId::none;    ///< the one before it with that branch: the
                                                      ///< same one seen on another hop, or of a
                                                      ///< client that takes a branch twice
  TransactionId same_follower = TransactionId::none;  ///< the one before it that the same ACK,
                                                      ///< PRACK or NOTIFY could follow
  TransactionId misnamed = TransactionId::none;  ///< of a response without request: the transaction
                                                 ///< of its branch whose method is another
  TransactionId before_in_dialog = TransactionId::none;  ///< the one before it in its dialog
  RequestFacts facts;
};

/// A frame that told of the network, or showed that a request came round.
struct EventRecord {
  Time time{};
  Endpoint source{};
  std::string name;  ///< of a DNS answer
  std::uint32_t frame = 0;
  std::uint32_t first = 0;  ///< index of the first transaction that it touched
  std::uint32_t count = 0;  ///< how many, the latest first
  EventKind kind = EventKind::tcp_reset;
  Unreachable reason = Unreachable::port;
  std::uint8_t rcode = 0;
};

/// How far a dialog has come (RFC 3261 section 12).
enum class DialogState : std::uint8_t { early, confirmed, terminated };

/// One dialog: a Call-ID and two tags.
struct Dialog {
  std::uint32_t call = 0;
  TransactionId created_by = TransactionId::none;  ///< INVITE, SUBSCRIBE or REFER
  MessageId confirmed_by = no_message;             ///< the first 2xx
  MessageId ended_by = no_message;           ///< BYE; its response where that alone was captured
  MessageId failed_by = no_message;          ///< 481 or 408 to a request in it
  TransactionId last = TransactionId::none;  ///< its transactions are linked from the last to the
                                             ///< first
  DialogState state = DialogState::early;
};

}  // namespace sipgloss
