// SPDX-License-Identifier: MIT
// Which messages follow others up: ACK, CANCEL, PRACK, NOTIFY, retries and refreshes. RFC 3261
// sections 9, 13.2.2.4, 17.1.1.3 and 22.2, RFC 3262 section 4, RFC 6665 section 4.2.1.2.
#include <array>
#include <string_view>
#include <utility>

#include "tracker/arrival.hpp"

namespace sipgloss {
namespace {

/// How far a chain or a list is followed: what is longer is an attack, or has nothing to do with
/// it.
constexpr int most_steps = 64;

/// What a CANCEL can meet; INVITE as a rule.
constexpr std::array<std::string_view, 12> cancelled_methods = {
    "INVITE", "BYE",       "REGISTER", "OPTIONS", "PRACK",   "UPDATE",
    "INFO",   "SUBSCRIBE", "NOTIFY",   "REFER",   "MESSAGE", "PUBLISH"};

bool is_refreshed(Method method) {
  return method == Method::register_ || method == Method::subscribe || method == Method::publish;
}

}  // namespace

HopId Tracker::hop_of(MessageId id) const { return transaction(message(id).transaction).hop; }

/// One on the same hop goes before one that was captured elsewhere on the way.
void Tracker::link_follower(MessageId response, const Arrival& follower) {
  const bool here = hop_of(response) == follower.hop;
  const auto prefer = [&](MessageId& link, MessageId candidate) {
    if (link == no_message || (here && hop_of(link) != follower.hop)) link = candidate;
  };
  prefer(at(response).followed_by, follower.id);
  prefer(at(follower.id).follows, response);
}

// The response with the To tag of the ACK: each 2xx of a fork has its own.
void Tracker::acknowledge(TransactionId invite, const Arrival& ack) {
  if (at(ack.id).copy != Copy::none) return;
  if (at(invite).ack == no_message) at(invite).ack = ack.id;
  MessageId id = at(invite).last;
  for (int i = 0; i < most_steps && id != no_message; ++i) {
    const MessageRecord& response = at(id);
    if (response.code >= 200 && response.copy == Copy::none && response.to_tag == ack.to_tag)
      return link_follower(id, ack);
    id = response.previous;
  }
}

void Tracker::acknowledge_provisional(TransactionId invite, std::uint32_t rseq,
                                      const Arrival& prack) {
  MessageId id = at(invite).last;
  for (int i = 0; i < most_steps && id != no_message; ++i) {
    const MessageRecord& response = at(id);
    if (response.rseq == rseq && response.to_tag == prack.to_tag && response.copy == Copy::none)
      return link_follower(id, prack);
    id = response.previous;
  }
}

/// The last INVITE of the sender's tag and that CSeq number in the call; those before it, on other
/// hops and to other targets, are linked by same_follower.
TransactionId Tracker::last_invite(std::uint32_t cseq, const Arrival& arrival) {
  const std::uint64_t key = Hasher().add(arrival.call).add(arrival.from_tag).add(cseq).value();
  const TransactionId* const found = by_cseq_.find(key);
  return found == nullptr ? TransactionId::none : *found;
}

/// Of an INVITE and those linked to it by same_follower the one that the sender sent on this hop;
/// none where a fork sent it several (RFC 3261 section 16.6).
TransactionId Tracker::only_one_here(TransactionId invite, const Arrival& arrival) const {
  TransactionId here = TransactionId::none;
  for (int i = 0; i < most_hops && invite != TransactionId::none; ++i) {
    const Transaction& candidate = transaction(invite);
    if (candidate.hop == arrival.hop && candidate.client == arrival.client()) {
      if (here != TransactionId::none) return TransactionId::none;
      here = invite;
    }
    invite = candidate.same_follower;
  }
  return here;
}

// A CANCEL matches what has its branch, whatever the method (RFC 3261 section 9.2). One that
// matches nothing is linked one way, to the INVITE that it seems to be for.
void Tracker::link_cancel(TransactionId cancel, const Arrival& arrival) {
  for (const std::string_view method : cancelled_methods) {
    const std::uint64_t key = transaction_key(method, arrival.via, arrival.message, arrival.call);
    const TransactionId matching = find_transaction(arrival, key);
    if (matching == TransactionId::none) continue;
    at(cancel).partner = matching;
    at(matching).partner = cancel;
    return;
  }
  at(cancel).partner = only_one_here(last_invite(arrival.cseq_number(), arrival), arrival);
}

void Tracker::link_prack(TransactionId prack, const Arrival& arrival) {
  const RAck rack = read_rack(arrival.message.value(HeaderName::rack));
  if (!rack.rseq || !rack.cseq.number || rack.cseq.method != Method::invite) return;
  TransactionId invite = last_invite(*rack.cseq.number, arrival);
  at(prack).partner = invite;
  for (int i = 0; i < most_hops && invite != TransactionId::none; ++i) {
    if (at(invite).hop == arrival.hop) at(prack).partner = invite;
    acknowledge_provisional(invite, *rack.rseq, arrival);
    invite = at(invite).same_follower;
  }
}

// The subscriber's tag is in From of SUBSCRIBE or REFER and in To of NOTIFY. The first NOTIFY may
// come before the 2xx (RFC 6665 section 4.1.2.4).
void Tracker::link_notify(const Arrival& arrival) {
  const std::uint32_t event = at(at(arrival.id).transaction).event;
  const std::uint64_t key = Hasher().add(arrival.call).add(arrival.to_tag).add(event).value();
  const TransactionId* const found = by_subscriber_.find(key);
  TransactionId candidate = found == nullptr ? TransactionId::none : *found;
  const std::uint32_t cseq = found == nullptr ? 0 : at(candidate).cseq;
  for (int i = 0; i < most_hops && candidate != TransactionId::none; ++i) {
    const TransactionId asking = candidate;
    Transaction& asked = at(asking);
    candidate = asked.same_follower;
    // Others with that CSeq number are the same request on other hops or at other notifiers.
    if (asked.cseq != cseq || refused(asked)) continue;
    const bool here = asked.hop == arrival.hop;
    TransactionId& partner = at(at(arrival.id).transaction).partner;
    if (partner == TransactionId::none || here) partner = asking;
    if (asked.sequel == no_message || (here && hop_of(asked.sequel) != arrival.hop))
      asked.sequel = arrival.id;
    if (asked.final == no_message) continue;
    MessageId& follows = at(arrival.id).follows;
    if (follows == no_message || (here && hop_of(follows) != arrival.hop)) follows = asked.final;
  }
}

bool Tracker::refused(const Transaction& transaction) const {
  return transaction.final != no_message && message(transaction.final).code >= 300;
}

bool Tracker::repeats(TransactionId earlier_id, TransactionId later_id) const {
  const Transaction& earlier = transaction(earlier_id);
  const Transaction& later = transaction(later_id);
  if (earlier.final == no_message || earlier.successor != TransactionId::none) return false;
  if (earlier.call == later.call && earlier.cseq >= later.cseq) return false;
  return refused(earlier) || is_refreshed(earlier.method);
}

// A requester keeps Call-ID and From tag when it tries again (RFC 3261 section 8.1.3.5) or
// refreshes, and raises CSeq. It turns to another server after a 3xx or a 503; a client that
// started anew registers under another Call-ID, and one that moved from another address.
void Tracker::link_predecessor(TransactionId later, const Arrival& arrival) {
  const Transaction& transaction = at(later);
  if (transaction.method == Method::cancel || transaction.method == Method::prack) return;
  const Hop& hop = hops_[index_of(transaction.hop)];
  const Endpoint& client = hop.hosts[transaction.client ? 1 : 0];
  Hasher request;
  request.add(arrival.method_name()).add(transaction.event);
  if (!is_refreshed(transaction.method)) request.add(transaction.from_tag);
  const auto from_client = [&](Hasher hasher) {
    const auto* const bytes = reinterpret_cast<const char*>(client.address.data());
    return hasher.add(std::string_view(bytes, client.length));
  };
  Hasher of_call = from_client(request).add(arrival.call);
  const bool registers = transaction.method == Method::register_;
  const std::array keys = {
      Hasher(of_call).add(index_of(transaction.hop)).value(),
      of_call.value(),
      registers ? from_client(request).add(arrival.message.to().uri).value() : 0,
      registers ? Hasher(request).add(arrival.call).value() : 0,
  };
  bool linked = false;
  for (const std::uint64_t key : keys) {
    if (key == 0) continue;
    const TransactionId* const found = by_requester_.find(key);
    const TransactionId before = found == nullptr ? TransactionId::none : *found;
    by_requester_.set(key, later);
    if (linked || before == TransactionId::none || !repeats(before, later)) continue;
    linked = true;
    at(before).successor = later;
    at(later).predecessor = before;
    if (arrival.message.is_request()) at(arrival.id).follows = at(before).final;
  }
}

void Tracker::link_upstream(TransactionId downstream, const Arrival& arrival) {
  const std::string_view below = arrival.message.second_via();
  if (below.empty()) return;
  at(downstream).from_proxy = true;
  const std::uint64_t key =
      transaction_key(arrival.method_name(), read_via(below), arrival.message, arrival.call);
  const TransactionId* const found = by_branch_.find(key);
  TransactionId upstream = found == nullptr ? TransactionId::none : *found;
  for (int i = 0; i < most_hops && upstream != TransactionId::none; ++i) {
    if (is_of_same_request(upstream, arrival)) break;
    upstream = transaction(upstream).same_branch;
  }
  if (upstream == TransactionId::none) upstream = found == nullptr ? upstream : *found;
  if (upstream == TransactionId::none || upstream == downstream) return;
  at(downstream).upstream = upstream;
  at(downstream).branch_before = std::exchange(at(upstream).last_branch, downstream);
}

/// Makes a transaction known to the ACK, PRACK or NOTIFY that can follow it.
void Tracker::offer_to_followers(TransactionId id, const Arrival& arrival) {
  const auto offer = [&](FadingIndex<TransactionId>& index, std::uint64_t key) {
    if (const TransactionId* const before = index.find(key)) at(id).same_follower = *before;
    index.set(key, id);
  };
  if (arrival.method == Method::invite) {
    offer(by_cseq_,
          Hasher().add(arrival.call).add(arrival.from_tag).add(arrival.cseq_number()).value());
  }
  if (arrival.method == Method::subscribe || arrival.method == Method::refer) {
    static const std::uint32_t refer = short_hash("refer");
    const std::uint32_t event = arrival.method == Method::refer ? refer : at(id).event;
    offer(by_subscriber_, Hasher().add(arrival.call).add(arrival.from_tag).add(event).value());
  }
}

}  // namespace sipgloss
