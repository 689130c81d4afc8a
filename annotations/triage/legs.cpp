// SPDX-License-Identifier: MIT
// A request on one hop as its client sees it. RFC 3261 sections 16.6 (Timer C), 17.1.1.2 and
// 17.1.2.2 (Timers A, B, E and F).
#include "triage/legs.hpp"

#include "follow_up/failures.hpp"
#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

constexpr int give_up = 64;       ///< T1: Timers B and F
constexpr int last_repeats = 60;  ///< T1: the client sends for the last time between here and there
constexpr std::uint32_t enough_sendings = 4;  ///< a response that came would have ended them
constexpr std::chrono::minutes timer_c{3};

/// A time so much later; the last one there is, where a clock is beyond reason.
constexpr Time later(Time time, std::chrono::nanoseconds by) {
  return time > Time::max() - by ? Time::max() : time + by;
}

void take_request(const MessageRecord& record, MessageId id, Method method, Leg& leg) {
  if (record.method == Method::ack && method == Method::invite) {
    leg.acknowledged = true;
    return;
  }
  leg.request = id;
  if (record.copy == Copy::duplicate) return;
  if (leg.sendings++ == 0) leg.last_sending = record.time;
}

void take_response(const MessageRecord& record, MessageId id, Leg& leg) {
  if (record.code < 200) {
    leg.provisional = id;
    if (leg.last_provisional == no_message) leg.last_provisional = id;
    if (record.code == 180 || record.code == 183) leg.ringing = id;
    leg.alerted = leg.alerted || record.code == 180;
    return;
  }
  leg.final = id;
  if (record.code < 300) leg.success = id;
}

/// Whether no response reached the client: it repeats its request over UDP until one does (Timers A
/// and E), or both sides were heard of again when the time was up.
bool stayed_silent(const Leg& leg, const Transaction& transaction, const Inside& inside) {
  const Tracker& tracker = inside.tracker;
  const auto client = tracker.last_from_client(transaction);
  const auto server = tracker.last_from_server(transaction);
  const Time deadline = later(leg.begin, give_up * inside.settings.t1);
  if (tracker.hop(transaction.hop).transport == Transport::udp) {
    const bool until_the_end =
        leg.last_sending >= later(leg.begin, last_repeats * inside.settings.t1);
    const bool server_heard = server && *server > leg.begin;
    return until_the_end || (leg.sendings >= enough_sendings && server_heard);
  }
  return client && server && std::min(*client, *server) > deadline;
}

}  // namespace

Leg read_leg(TransactionId id, const Tracker& tracker) {
  const Transaction& transaction = tracker.transaction(id);
  Leg leg;
  leg.id = id;
  // From the last message to the first, so that the first of each kind stays.
  for (MessageId message = transaction.last; message != no_message;) {
    const MessageRecord& record = tracker.message(message);
    leg.begin = record.time;
    leg.frame = record.frame;
    record.is_response() ? take_response(record, message, leg)
                         : take_request(record, message, transaction.method, leg);
    message = record.previous;
  }
  if (leg.success != no_message) leg.final = leg.success;
  return leg;
}

unsigned code_of(const Leg& leg, const Tracker& tracker) {
  return leg.final == no_message ? 0 : tracker.message(leg.final).code;
}

TransactionId forwarded_from(TransactionId id, const Tracker& tracker) {
  const Transaction& transaction = tracker.transaction(id);
  const auto is_same = [&](TransactionId other_id) {
    if (other_id == TransactionId::none || other_id == id) return false;
    const Transaction& other = tracker.transaction(other_id);
    return other.call == transaction.call && other.method == transaction.method;
  };
  if (is_same(transaction.upstream)) return transaction.upstream;
  if (!is_same(transaction.same_branch)) return TransactionId::none;
  const Transaction& other = tracker.transaction(transaction.same_branch);
  const bool same_request =
      other.cseq == transaction.cseq && other.from_tag == transaction.from_tag;
  return same_request ? transaction.same_branch : TransactionId::none;
}

bool ends_soon_after(Time time, const Tracker& tracker) {
  return tracker.end() <= later(time, timer_c);
}

Pending pending_of(const Leg& leg, const Inside& inside) {
  const Tracker& tracker = inside.tracker;
  const Transaction& transaction = tracker.transaction(leg.id);
  const Time given_up = later(leg.begin, give_up * inside.settings.t1);
  if (const auto failure = network_failure_of(leg.id, inside)) return failure->pending;
  if (leg.provisional != no_message) {
    const Time heard = tracker.message(leg.last_provisional).time;
    const bool soon = transaction.method == Method::invite ? ends_soon_after(heard, tracker)
                                                           : tracker.end() <= given_up;
    return soon ? Pending::open : Pending::not_visible;
  }
  const bool sent_in_vain = follow_up::died_in_silence(
      {.tracker = tracker, .settings = inside.settings, .transaction = transaction});
  if (sent_in_vain) return Pending::no_response;
  if (tracker.end() <= given_up) return Pending::open;
  const bool proven = leg.sendings > 0 && stayed_silent(leg, transaction, inside);
  return proven ? Pending::no_response : Pending::not_visible;
}

std::string server_of(const Leg& leg, const Inside& inside, const Notes& notes) {
  if (const auto way = notes.way(leg.final); leg.final != no_message && way)
    return address_of(way->source);
  if (const auto way = notes.way(leg.request); leg.request != no_message && way)
    return address_of(way->destination);
  const Transaction& transaction = inside.tracker.transaction(leg.id);
  return address_of(inside.tracker.hop(transaction.hop).hosts[transaction.client ? 0 : 1]);
}

std::string client_of(const Leg& leg, const Inside& inside, const Notes& notes) {
  if (const auto way = notes.way(leg.request); leg.request != no_message && way)
    return address_of(way->source);
  if (const auto way = notes.way(leg.final); leg.final != no_message && way)
    return address_of(way->destination);
  const Transaction& transaction = inside.tracker.transaction(leg.id);
  return address_of(inside.tracker.hop(transaction.hop).hosts[transaction.client ? 1 : 0]);
}

}  // namespace sipgloss
