// SPDX-License-Identifier: MIT
// Which transaction a message is of. RFC 3261 sections 17.1.3 and 17.2.3.
#include <algorithm>
#include <array>
#include <utility>

#include "message/scan.hpp"
#include "sipgloss/sdp.hpp"
#include "tracker/arrival.hpp"

namespace sipgloss {
namespace {

/// How far back a copy of a message is looked for.
constexpr int most_looked_at = 64;
/// Two packets with the same bytes that come closer than this were sent once: the shortest timer of
/// retransmission is T1, half a second.
constexpr std::chrono::milliseconds duplicate_time{10};
/// The same where IPv4 identifies them as one: captures of both ends of a line may be merged.
constexpr std::chrono::milliseconds identified_duplicate_time{250};

/// The port of sent-by where it is not the usual one: a server may leave that out, or write it.
std::uint64_t unusual_port(const Via& via) {
  const std::uint16_t port = via.port.value_or(5060);
  const bool usual =
      port == 5060 || (port == 5061 && scan::equal_ignoring_case(via.transport, "TLS"));
  return usual ? 0 : port;
}

bool is_reliable_copy(const MessageRecord& response, const MessageRecord& earlier) {
  return response.rseq != 0 && response.rseq == earlier.rseq;
}

/// Whether an INVITE does not tell of reliable provisional responses (RFC 3262 section 4).
bool lacks_100rel(const Message& request) {
  return request.method() == Method::invite && !request.truncated &&
         !lists_token(request, HeaderName::supported, "100rel") &&
         !lists_token(request, HeaderName::require, "100rel");
}

}  // namespace

std::uint64_t transaction_key(std::string_view method, const Via& via, const Message& message,
                              std::uint32_t call) {
  Hasher key;
  key.add(method).add_ignoring_case(via.host.empty() ? via.sent_by : via.host);
  key.add(unusual_port(via)).add(via.branch);
  if (!via.has_magic_cookie()) {
    key.add(call).add(message.from().tag.value_or("")).add(message.cseq().number.value_or(0));
  }
  return key.value();
}

/// Whether the message is of the request that the transaction began with, not of another one for
/// which a careless client took the same branch.
bool Tracker::is_of_same_request(TransactionId id, const Arrival& arrival) const {
  const Transaction& known = transaction(id);
  return known.call == arrival.call && known.cseq == arrival.cseq_number();
}

// A response may come from another address than the request went to (several addresses, NAT): it is
// still that request's. Its CSeq and Call-ID can be wrong, as those of CANCEL and ACK can.
TransactionId Tracker::find_transaction(const Arrival& arrival, std::uint64_t key) {
  const TransactionId* const found = by_branch_.find(key);
  if (found == nullptr) return TransactionId::none;
  TransactionId here = TransactionId::none;
  TransactionId elsewhere = TransactionId::none;
  TransactionId id = *found;
  for (int i = 0; i < most_hops && id != TransactionId::none; ++i) {
    const bool is_here = transaction(id).hop == arrival.hop;
    const bool same = is_of_same_request(id, arrival);
    if (is_here && same) return id;
    if (is_here && here == TransactionId::none) here = id;
    if (same && elsewhere == TransactionId::none) elsewhere = id;
    id = transaction(id).same_branch;
  }
  if (!arrival.message.is_response()) return here;
  if (elsewhere != TransactionId::none) return elsewhere;
  return here != TransactionId::none ? here : *found;
}

/// The transaction that a request was sent in before; none where it begins one.
TransactionId Tracker::find_sent_before(const Arrival& request, std::uint64_t key) {
  const TransactionId found = find_transaction(request, key);
  const bool same = found != TransactionId::none && is_of_same_request(found, request);
  return same ? found : TransactionId::none;
}

TransactionId Tracker::open_transaction(const Arrival& arrival, std::uint64_t key) {
  const auto id = static_cast<TransactionId>(transactions_.size());
  Transaction& opened = transactions_.emplace_back();
  opened.call = arrival.call;
  opened.cseq = arrival.cseq_number();
  opened.from_tag = arrival.from_tag;
  opened.method = arrival.method;
  opened.hop = arrival.hop;
  opened.client = arrival.client();
  if (const TransactionId* const elsewhere = by_branch_.find(key)) opened.same_branch = *elsewhere;
  by_branch_.set(key, id);
  return id;
}

// CANCEL and ACK share the branch of their INVITE (RFC 3261 sections 9.1 and 17.1.1.3).
TransactionId Tracker::find_misnamed(const Arrival& arrival) {
  const bool shares = arrival.method == Method::cancel || arrival.method == Method::ack;
  if (shares || !arrival.via.has_magic_cookie()) return TransactionId::none;
  constexpr std::array<std::string_view, 12> names = {"INVITE", "BYE",    "REGISTER", "OPTIONS",
                                                      "PRACK",  "UPDATE", "INFO",     "SUBSCRIBE",
                                                      "NOTIFY", "REFER",  "MESSAGE",  "PUBLISH"};
  for (const std::string_view name : names) {
    if (name == arrival.method_name()) continue;
    const std::uint64_t key = transaction_key(name, arrival.via, arrival.message, arrival.call);
    const TransactionId* const found = by_branch_.find(key);
    if (found != nullptr && at(*found).hop == arrival.hop) return *found;
  }
  return TransactionId::none;
}

void Tracker::append(TransactionId to, const Arrival& arrival) {
  Transaction& transaction = at(to);
  MessageRecord& record = at(arrival.id);
  record.transaction = to;
  record.from_client = arrival.message.is_request();
  record.previous = transaction.last;
  mark_copy(transaction, record);
  transaction.last = arrival.id;
}

// A request, and a final response with its To tag, is sent once and after that again; a reliable
// provisional response by its RSeq. Another one may be sent anew (RFC 3261 section 13.3.1.1): it is
// a copy when nothing in it changed.
void Tracker::mark_copy(const Transaction& transaction, MessageRecord& record) const {
  MessageId earlier = transaction.last;
  for (int i = 0; i < most_looked_at && earlier != no_message; ++i) {
    const MessageRecord& other = message(earlier);
    const bool same_bytes = other.bytes_hash == record.bytes_hash;
    const bool same_tag = other.to_tag == record.to_tag;
    const bool same_response = same_tag && (record.code >= 200 || is_reliable_copy(record, other));
    const bool same = other.code == record.code && other.method == record.method &&
                      other.from_client == record.from_client &&
                      (same_bytes || record.code == 0 || same_response);
    if (same) {
      const bool identified = record.ip_id != 0 && other.ip_id != 0;
      const bool same_packet = !identified || record.ip_id == other.ip_id;
      const bool at_once =
          record.time - other.time < (identified ? identified_duplicate_time : duplicate_time);
      record.copy = same_bytes && same_packet && at_once ? Copy::duplicate : Copy::retransmission;
      record.original = other.original == no_message ? earlier : other.original;
      return;
    }
    earlier = other.previous;
  }
}

void Tracker::add_request(const Arrival& arrival) {
  const Message& request = arrival.message;
  const std::uint64_t key =
      transaction_key(arrival.method_name(), arrival.via, request, arrival.call);
  TransactionId id = find_sent_before(arrival, key);
  const bool is_new = id == TransactionId::none;
  if (is_new) id = open_transaction(arrival, key);
  append(id, arrival);
  Transaction& transaction = at(id);
  if (transaction.request != no_message) return;  // sent again
  transaction.request = arrival.id;
  transaction.facts = facts_of(request);
  at(arrival.id).lacks_100rel = lacks_100rel(request);
  transaction.event =
      short_hash(request.value(HeaderName::event)
                     .substr(0, request.value(HeaderName::event).find_first_of("; \t")));
  if (arrival.method == Method::register_) {
    transaction.contact = short_hash(request.contact().uri);
    note_user(arrival);
  }
  if (arrival.method == Method::notify) {
    const FieldValue state = read_field_value(request.value(HeaderName::subscription_state));
    transaction.ends_subscription = scan::equal_ignoring_case(state.value, "terminated");
  }
  enter_dialog(id, arrival);
  if (is_new) {
    ++hops_[index_of(transaction.hop)].unanswered;
    link_predecessor(id, arrival);
    offer_to_followers(id, arrival);
    note_open(id, arrival);
  }
  link_upstream(id, arrival);
  if (arrival.method == Method::cancel) link_cancel(id, arrival);
  if (arrival.method == Method::prack) link_prack(id, arrival);
  if (arrival.method == Method::notify) link_notify(arrival);
}

/// Of several users of one host, a NAT or a proxy, one can leave while others go on.
void Tracker::note_user(const Arrival& request) {
  Hop& hop = hops_[index_of(request.hop)];
  const std::size_t side = request.sender ? 1 : 0;
  const std::uint32_t user = short_hash(request.message.to().uri);
  if (hop.registers[side] == 0) hop.registers[side] = user;
  if (hop.registers[side] != user) hop.has_several_users[side] = true;
}

void Tracker::add_ack(const Arrival& arrival) {
  const std::uint64_t key = transaction_key("INVITE", arrival.via, arrival.message, arrival.call);
  TransactionId id = find_transaction(arrival, key);
  if (id != TransactionId::none) {  // RFC 3261 section 17.1.1.3: to a 300 to 699
    append(id, arrival);
    return acknowledge(id, arrival);
  }
  const std::uint64_t own_key = transaction_key("ACK", arrival.via, arrival.message, arrival.call);
  id = find_sent_before(arrival, own_key);
  const bool is_new = id == TransactionId::none;
  if (is_new) id = open_transaction(arrival, own_key);
  append(id, arrival);
  if (!is_new) return;
  at(id).request = arrival.id;
  enter_dialog(id, arrival);
  link_upstream(id, arrival);
  TransactionId invite = last_invite(arrival.cseq_number(), arrival);
  at(id).partner = only_one_here(invite, arrival);
  for (int i = 0; i < most_hops && invite != TransactionId::none; ++i) {
    acknowledge(invite, arrival);
    invite = at(invite).same_follower;
  }
}

// RFC 3261 section 21.5.4: no further requests to that server until then.
void Tracker::note_pause(const Arrival& response) {
  const Header* const header = response.message.find(HeaderName::retry_after);
  if (at(response.id).code != 503 || header == nullptr) return;
  const auto asked = read_retry_after(header->value).seconds;
  if (!asked) return;
  const std::chrono::nanoseconds pause = std::chrono::seconds(*asked);
  const Time now = response.packet.time;
  hops_[index_of(response.hop)].pauses[response.sender ? 1 : 0] = {
      .asked_by = response.id, .until = now > Time::max() - pause ? Time::max() : now + pause};
}

void Tracker::add_response(const Arrival& arrival) {
  const std::uint64_t key =
      transaction_key(arrival.method_name(), arrival.via, arrival.message, arrival.call);
  TransactionId id = find_transaction(arrival, key);
  const bool is_new = id == TransactionId::none;
  if (is_new) {
    id = open_transaction(arrival, key);
    at(id).misnamed = find_misnamed(arrival);
    Time& gap = hops_[index_of(arrival.hop)].last_gap;
    if (at(id).misnamed == TransactionId::none) gap = std::max(gap, arrival.packet.time);
    link_predecessor(id, arrival);
    offer_to_followers(id, arrival);
  }
  MessageRecord& record = at(arrival.id);
  if (record.code < 200 && lists_token(arrival.message, HeaderName::require, "100rel"))
    record.rseq = read_number(arrival.message.value(HeaderName::rseq)).value_or(0);
  if (arrival.method == Method::invite && record.code > 100 && record.code < 300) {
    record.has_sdp = carries_session_description(arrival.message);
    record.has_no_sdp = arrival.message.body.empty() && !arrival.message.truncated;
  }
  append(id, arrival);
  if (!std::exchange(at(id).answered, true) && !is_new) --hops_[index_of(at(id).hop)].unanswered;
  if (record.code >= 200 && at(id).final == no_message) at(id).final = arrival.id;
  if (record.copy != Copy::none) return;
  note_pause(arrival);
  if (!at(id).facts.in_dialog) compare_tag(arrival);
  move_dialog(id, arrival);
}

}  // namespace sipgloss
