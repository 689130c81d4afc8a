// SPDX-License-Identifier: MIT
// Takes messages in: where they were sent, which call they are of, and to which part of the tracker
// they go.
#include "tracker/tracker.hpp"

#include <algorithm>

#include "tracker/arrival.hpp"

namespace sipgloss {
namespace {

Endpoint host_of(const Endpoint& endpoint) {
  Endpoint host = endpoint;
  host.port = 0;
  return host;
}

std::string_view bytes_of(const Endpoint& host) {
  return {reinterpret_cast<const char*>(host.address.data()), host.length};
}

/// Two hosts in the order in which a hop has them, and whether the first of them is `other`.
struct Hosts {
  std::array<Endpoint, 2> ordered;
  bool swapped = false;
};

Hosts hosts_of(const Endpoint& one, const Endpoint& other) {
  Hosts hosts{{host_of(one), host_of(other)}};
  if (hosts.ordered[0] == hosts.ordered[1]) hosts.ordered = {one, other};
  hosts.swapped = hosts.ordered[1] < hosts.ordered[0];
  if (hosts.swapped) std::swap(hosts.ordered[0], hosts.ordered[1]);
  return hosts;
}

std::uint64_t hop_key(const Hosts& hosts, Transport transport) {
  const auto& [low, high] = hosts.ordered;
  return Hasher()
      .add(bytes_of(low))
      .add(bytes_of(high))
      .add(std::uint64_t{low.port} << 32 | std::uint64_t{high.port} << 8 |
           static_cast<std::uint64_t>(transport))
      .value();
}

}  // namespace

MessageId Tracker::add(const Packet& packet, const Message& message) {
  const auto id = static_cast<MessageId>(messages_.size());
  messages_.emplace_back();
  end_ = std::max(end_, packet.time);
  advance_to(packet.time);
  Arrival arrival = arrival_of(packet, message);
  arrival.id = id;
  MessageRecord& record = at(id);
  record.time = packet.time;
  record.frame = packet.frame;
  record.ip_id = packet.ip_id;
  record.bytes_hash = Hasher().add(message.bytes).value();
  record.to_tag = arrival.to_tag;
  record.method = arrival.method;
  const bool has_key = !arrival.via.branch.empty() || arrival.call != 0;
  if (!has_key) return id;
  if (message.is_response()) {
    record.code = static_cast<std::uint16_t>(std::clamp(message.status_code, 1U, 999U));
    add_response(arrival);
  } else if (message.is_request()) {
    arrival.method == Method::ack ? add_ack(arrival) : add_request(arrival);
  }
  return id;
}

const Transaction* Tracker::transaction_of(MessageId id) const {
  if (index_of(id) >= messages_.size()) return nullptr;
  const TransactionId transaction = message(id).transaction;
  return transaction == TransactionId::none ? nullptr : &transactions_[index_of(transaction)];
}

std::optional<Time> Tracker::last_from_client(const Transaction& transaction) const {
  const Time last = hop(transaction.hop).last[transaction.client ? 1 : 0];
  return last == Time{} ? std::nullopt : std::optional(last);
}

std::optional<Time> Tracker::last_from_server(const Transaction& transaction) const {
  const Time last = hop(transaction.hop).last[transaction.client ? 0 : 1];
  return last == Time{} ? std::nullopt : std::optional(last);
}

Tracker::Arrival Tracker::arrival_of(const Packet& packet, const Message& message) {
  Arrival arrival{.packet = packet, .message = message};
  arrival.hop = hop_of(packet);
  Hop& hop = hops_[index_of(arrival.hop)];
  arrival.sender = hosts_of(packet.source, packet.destination).swapped;
  Time& last = hop.last[arrival.sender ? 1 : 0];
  if (last == Time{}) hop.first[arrival.sender ? 1 : 0] = packet.time;
  last = std::max(last, packet.time);
  arrival.call = call_of(message);
  return arrival;
}

HopId Tracker::hop_of(const Packet& packet) {
  const Hosts hosts = hosts_of(packet.source, packet.destination);
  const std::uint64_t key = hop_key(hosts, packet.transport);
  if (const HopId* known = by_hosts_.find(key)) return *known;
  const auto id = static_cast<HopId>(hops_.size());
  hops_.push_back({.hosts = hosts.ordered, .transport = packet.transport});
  by_hosts_.set(key, id);
  return id;
}

bool Tracker::is_listener(const Endpoint& server, const Endpoint& client) {
  if (server.port == 5060 || server.port == 5061) return true;
  const Hosts hosts = hosts_of(server, client);
  for (const Transport transport : {Transport::udp, Transport::tcp, Transport::tls}) {
    const HopId* const known = by_hosts_.find(hop_key(hosts, transport));
    if (known == nullptr) continue;
    if (hop(*known).listens[hosts.swapped ? 1 : 0] == server.port) return true;
  }
  return false;
}

std::uint32_t Tracker::call_of(const Message& message) {
  const std::string_view call_id = message.call_id();
  if (call_id.empty()) return 0;
  const std::uint64_t key = Hasher().add(call_id).value();
  if (const std::uint32_t* known = by_call_id_.find(key)) return *known;
  by_call_id_.set(key, ++calls_);
  return calls_;
}

void Tracker::advance_to(Time now) {
  by_branch_.advance(now);
  by_cseq_.advance(now);
  by_requester_.advance(now);
  by_subscriber_.advance(now);
  by_session_.advance(now);
  by_tags_.advance(now);
  by_to_tag_.advance(now);
  by_call_id_.advance(now);
  by_hosts_.advance(now);
  by_flow_.advance(now);
  by_next_hop_.advance(now);
  sip_names_.advance(now);
}

}  // namespace sipgloss
