// SPDX-License-Identifier: MIT
// What a rule can ask of the capture around the message that it judges.
#pragma once

#include <optional>
#include <span>

#include "rules/described.hpp"
#include "sipgloss/annotation.hpp"
#include "tracker/recent_messages.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

/// What is at hand while messages arrive: the bytes of the last ones, and what was read of them.
struct AtHand {
  RecentMessages messages;
  Descriptions descriptions;
  std::optional<std::optional<Answered>>
      answer;  ///< in the message that is judged, once looked for

  /// What was handed out for one message may be used for others.
  void release() {
    messages.release();
    descriptions.clear();
    answer.reset();
  }
};

/// The surroundings of one message that belongs to a transaction. Asked on arrival they end with
/// that message, and what came lately is at hand with its bytes; asked afterwards they reach to
/// the end of the capture, without bytes. Frames, links and times are always there.
class Capture {
 public:
  /// `at_hand` is null afterwards. All of them must outlive this.
  Capture(const Tracker& tracker, MessageId id, const Packet& packet, const Settings& settings,
          AtHand* at_hand, std::span<const FollowUp> follow_ups = {})
      : tracker_(tracker),
        id_(id),
        packet_(packet),
        settings_(settings),
        at_hand_(at_hand),
        follow_ups_(follow_ups) {}

  const Tracker& tracker() const { return tracker_; }
  const Settings& settings() const { return settings_; }
  /// Of the message that is judged: its number, when and where it was sent, what is kept of it.
  MessageId id() const { return id_; }
  const Packet& packet() const { return packet_; }
  const MessageRecord& record() const { return tracker_.message(id_); }
  /// Its transaction, on its hop.
  TransactionId transaction_id() const { return record().transaction; }
  const Transaction& transaction() const { return tracker_.transaction(transaction_id()); }
  const Hop& hop() const { return tracker_.hop(transaction().hop); }
  /// The dialog of the message; null where none is known.
  const Dialog* dialog() const;
  /// Whether the request that opened that dialog is in the capture.
  bool saw_dialog_open() const;
  /// Whether a response on the hop lacked its request lately: packets were not captured.
  bool lost_packets() const;
  /// Frame of a message; 0 for no_message.
  std::uint32_t frame(MessageId id) const;
  /// "192.0.2.1:5060", for a sentence; it lives as long as this.
  std::string_view shown(const Endpoint& endpoint) const {
    return texts_.keep(to_string(endpoint));
  }
  /// The time between an earlier message and the one that is judged.
  std::chrono::nanoseconds since(MessageId id) const {
    return packet_.time - tracker_.message(id).time;
  }

  /// A message captured before, with its bytes; null when they are no longer at hand.
  const Captured* at(MessageId id) const {
    return at_hand_ == nullptr || id == no_message ? nullptr : at_hand_->messages.at(id);
  }
  /// The first request of the transaction on this hop; null like at(). Of a response with
  /// Guard::request it is always there.
  const Captured* request() const {
    if (!looked_for_request_) request_ = at(transaction().request);
    looked_for_request_ = true;
    return request_;
  }

  /// The session description of the message that is judged, or of one at hand. On arrival only.
  const Described& described(const Message& message) const {
    return at_hand_->descriptions.of(message);
  }

  /// What `find` says of the answer in the message that is judged, found once. On arrival only.
  template <typename Find>
  const std::optional<Answered>& answer(Find find) const {
    if (!at_hand_->answer) at_hand_->answer = find();
    return *at_hand_->answer;
  }

  /// The last message before the one judged in its transaction that `wanted` takes; no_message when
  /// there is none among the last 64.
  template <typename Wanted>
  MessageId find_before(Wanted wanted) const {
    return find_from(record().previous, wanted);
  }
  /// The same of a whole transaction, this or another: its last message that `wanted` takes.
  template <typename Wanted>
  MessageId find_in(const Transaction& transaction, Wanted wanted) const {
    return find_from(transaction.last, wanted);
  }
  /// The last other transaction of the dialog that `wanted` takes, by its first message in the
  /// capture; none when there is none among the last 256.
  template <typename Wanted>
  TransactionId find_in_dialog(Wanted wanted) const {
    const Dialog* const around = dialog();
    TransactionId id = around == nullptr ? TransactionId::none : around->last;
    for (int i = 0; i < most_transactions && id != TransactionId::none; ++i) {
      const Transaction& other = tracker_.transaction(id);
      if (id != transaction_id() && wanted(other)) return id;
      id = other.before_in_dialog;
    }
    return TransactionId::none;
  }
  /// The same request as it came to the proxy that sent it on: its transaction on the hop before;
  /// null where that was not captured, or no proxy stands between. RFC 3261 section 16.6.
  const Transaction* upstream() const {
    const TransactionId id = transaction().upstream;
    return id == TransactionId::none ? nullptr : &tracker_.transaction(id);
  }
  /// The last branch of the same request on the next hop that `wanted` takes; none when there is
  /// none among the last 64. RFC 3261 section 16.6.
  template <typename Wanted>
  TransactionId find_branch(Wanted wanted) const {
    return find_branch_of(transaction(), wanted);
  }
  /// The same of another request, that of `upstream()` for example.
  template <typename Wanted>
  TransactionId find_branch_of(const Transaction& upstream, Wanted wanted) const {
    TransactionId id = upstream.last_branch;
    for (int i = 0; i < most_messages && id != TransactionId::none; ++i) {
      if (wanted(tracker_.transaction(id))) return id;
      id = tracker_.transaction(id).branch_before;
    }
    return TransactionId::none;
  }

  /// The last transaction before this one between the same two ports, whichever side began it, that
  /// `wanted` takes; none when there is none among the last 64.
  template <typename Wanted>
  TransactionId find_on_flow(Wanted wanted) const {
    TransactionId id = transaction().same_flow;
    for (int i = 0; i < most_messages && id != TransactionId::none; ++i) {
      if (wanted(tracker_.transaction(id))) return id;
      id = tracker_.transaction(id).same_flow;
    }
    return TransactionId::none;
  }

  /// What follows the response up, and how it stands; there afterwards.
  std::span<const FollowUp> follow_ups() const { return follow_ups_; }
  /// The follow-up of that kind that is proven to be missing; null when none is.
  const FollowUp* missing(Action action) const;

 private:
  static constexpr int most_messages = 64;
  static constexpr int most_transactions = 256;

  template <typename Wanted>
  MessageId find_from(MessageId id, Wanted& wanted) const {
    for (int i = 0; i < most_messages && id != no_message; ++i) {
      if (wanted(tracker_.message(id))) return id;
      id = tracker_.message(id).previous;
    }
    return no_message;
  }

  const Tracker& tracker_;
  MessageId id_;
  const Packet& packet_;
  const Settings& settings_;
  AtHand* at_hand_;
  std::span<const FollowUp> follow_ups_;
  mutable KeptTexts texts_;
  mutable const Captured* request_ = nullptr;
  mutable bool looked_for_request_ = false;
};

/// Whether bytes that are missing in a message may have been sent and not captured.
bool header_section_cut(const Message& message);

}  // namespace sipgloss
