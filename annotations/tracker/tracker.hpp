// SPDX-License-Identifier: MIT
// Which messages belong together: transactions by hop, their acknowledgements, retries and
// refreshes, dialogs, subscriptions and registrations. RFC 3261 sections 12, 13 and 17, RFC 3262,
// RFC 6665.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tracker/fading_index.hpp"
#include "tracker/records.hpp"

namespace sipgloss {

/// Learns from every message of a capture, in its order, and can be asked at any time.
class Tracker {
 public:
  /// Takes the next message. What is neither a request nor a response is only counted.
  MessageId add(const Packet& packet, const Message& message);
  /// Takes what the network told between the messages; nothing where it concerns no SIP.
  std::optional<EventId> add(const NetworkEvent& event);

  std::size_t message_count() const { return messages_.size(); }
  std::size_t transaction_count() const { return transactions_.size(); }
  std::size_t dialog_count() const { return dialogs_.size(); }
  const MessageRecord& message(MessageId id) const { return messages_[index_of(id)]; }
  const Transaction& transaction(TransactionId id) const { return transactions_[index_of(id)]; }
  const Dialog& dialog(DialogId id) const { return dialogs_[index_of(id)]; }
  const Hop& hop(HopId id) const { return hops_[index_of(id)]; }
  const EventRecord& event(EventId id) const { return events_[index_of(id)]; }
  /// The transactions without a final response that an event touched, the latest first.
  std::span<const TransactionId> touched_by(EventId id) const;
  /// The transaction of a message; null when it belongs to none.
  const Transaction* transaction_of(MessageId id) const;

  /// When the last message of the capture was sent.
  Time end() const { return end_; }
  /// When the last message in that direction of a transaction's hop was captured; nothing when none
  /// ever was.
  std::optional<Time> last_from_client(const Transaction& transaction) const;
  std::optional<Time> last_from_server(const Transaction& transaction) const;

 private:
  struct Arrival;  ///< a message being added, with what is worked out of it once

  Transaction& at(TransactionId id) { return transactions_[index_of(id)]; }
  MessageRecord& at(MessageId id) { return messages_[index_of(id)]; }
  Dialog& at(DialogId id) { return dialogs_[index_of(id)]; }

  Arrival arrival_of(const Packet& packet, const Message& message);
  HopId hop_of(const Packet& packet);
  /// Whether SIP is spoken at that port: it is one of SIP's own, or the client sent requests there.
  bool is_listener(const Endpoint& server, const Endpoint& client);
  std::uint32_t call_of(const Message& message);
  void advance_to(Time now);

  // transactions.cpp
  bool is_of_same_request(TransactionId id, const Arrival& arrival) const;
  TransactionId find_transaction(const Arrival& arrival, std::uint64_t key);
  TransactionId find_sent_before(const Arrival& request, std::uint64_t key);
  TransactionId open_transaction(const Arrival& arrival, std::uint64_t key);
  TransactionId find_misnamed(const Arrival& arrival);
  void append(TransactionId to, const Arrival& arrival);
  void mark_copy(const Transaction& transaction, MessageRecord& record) const;
  void add_request(const Arrival& arrival);
  void note_user(const Arrival& request);
  void add_ack(const Arrival& arrival);
  void note_pause(const Arrival& response);
  void add_response(const Arrival& arrival);

  // links.cpp
  bool refused(const Transaction& transaction) const;
  HopId hop_of(MessageId id) const;
  void link_follower(MessageId response, const Arrival& follower);
  void acknowledge(TransactionId invite, const Arrival& ack);
  void acknowledge_provisional(TransactionId invite, std::uint32_t rseq, const Arrival& prack);
  TransactionId last_invite(std::uint32_t cseq, const Arrival& arrival);
  TransactionId only_one_here(TransactionId invite, const Arrival& arrival) const;
  void link_cancel(TransactionId cancel, const Arrival& arrival);
  void link_prack(TransactionId prack, const Arrival& arrival);
  void link_notify(const Arrival& arrival);
  void link_predecessor(TransactionId later, const Arrival& arrival);
  bool repeats(TransactionId earlier, TransactionId later) const;
  void link_upstream(TransactionId downstream, const Arrival& arrival);
  void offer_to_followers(TransactionId id, const Arrival& arrival);

  // network_events.cpp
  struct Outstanding;  ///< the transactions that an event touches
  void note_open(TransactionId id, const Arrival& arrival);
  void note_next_hops(TransactionId id, const Arrival& arrival);
  void find_round(TransactionId id, const Arrival& arrival);
  bool survived(const Transaction& transaction) const;
  void add_outstanding(std::uint64_t flow, Outstanding& into);
  TransactionId quoted_by(const Message& request, const Quoted& quoted);
  TransactionId last_sent(const Quoted& quoted);
  std::optional<EventId> record(const NetworkEvent& event, const Outstanding& touched);
  std::optional<EventId> add_connection(const NetworkEvent& event);
  std::optional<EventId> add_icmp(const NetworkEvent& event);
  std::optional<EventId> add_dns(const NetworkEvent& event);

  // dialogs.cpp
  void compare_tag(const Arrival& response);
  DialogId known_dialog(const Arrival& arrival);
  DialogId dialog_of(const Arrival& arrival);
  void join(DialogId dialog, TransactionId id);
  void enter_dialog(TransactionId id, const Arrival& request);
  void move_dialog(TransactionId id, const Arrival& response);

  static constexpr std::chrono::minutes transaction_time{10};
  static constexpr std::chrono::hours dialog_time{12};

  std::vector<MessageRecord> messages_;
  std::vector<Transaction> transactions_;
  std::vector<Dialog> dialogs_;
  std::vector<Hop> hops_;
  std::vector<EventRecord> events_;
  std::vector<TransactionId> touched_;  ///< by events, one after another
  std::uint32_t calls_ = 0;
  FadingIndex<TransactionId> by_branch_{transaction_time};  ///< RFC 3261 section 17.2.3
  FadingIndex<TransactionId> by_cseq_{transaction_time};    ///< INVITEs, for ACK to 2xx and PRACK
  FadingIndex<TransactionId> by_requester_{dialog_time};    ///< its last one: what is repeated or
                                                            ///< refreshed
  FadingIndex<TransactionId> by_subscriber_{dialog_time};   ///< SUBSCRIBE and REFER, for NOTIFY
  FadingIndex<TransactionId> by_session_{dialog_time};  ///< the last INVITE or UPDATE with a 2xx
  FadingIndex<DialogId> by_tags_{dialog_time};
  FadingIndex<MessageId> by_to_tag_{dialog_time};  ///< the first response with a tag of its server
  FadingIndex<std::uint32_t> by_call_id_{dialog_time};
  FadingIndex<HopId> by_hosts_{dialog_time};
  FadingIndex<TransactionId> by_flow_{transaction_time};      ///< the last one between two ports
  FadingIndex<TransactionId> by_next_hop_{transaction_time};  ///< the last one that a server got
                                                              ///< for a name
  FadingIndex<Time> sip_names_{transaction_time};  ///< names that were asked for as SIP's
  Time end_{};
};

}  // namespace sipgloss
