// SPDX-License-Identifier: MIT
// Which requests an event of the network touches: those without a final response between the same
// two ports, those that an ICMP error quotes, those for a name that does not resolve; and requests
// that come round. RFC 3261 sections 8.1.3.1, 16.3 and 18.4, RFC 5393 section 4.2.
#include <algorithm>
#include <array>

#include "message/scan.hpp"
#include "sipgloss/network_event.hpp"
#include "tracker/arrival.hpp"

namespace sipgloss {
namespace {

constexpr int most_steps = 64;            ///< that a list of transactions is followed
constexpr std::size_t most_touched = 16;  ///< by one event
constexpr int most_vias = 70;   ///< as many as Max-Forwards allows (RFC 3261 section 20.22)
constexpr int most_routes = 3;  ///< of which the next hop is one

enum class Carrier : std::uint8_t { datagrams, stream, sctp, other };

Carrier carrier_of(Transport transport) {
  switch (transport) {
    case Transport::udp:
      return Carrier::datagrams;
    case Transport::tcp:
    case Transport::tls:
    case Transport::websocket:
    case Transport::secure_websocket:
      return Carrier::stream;
    case Transport::sctp:
      return Carrier::sctp;
    case Transport::other:
      break;
  }
  return Carrier::other;
}

std::string_view address_of(const Endpoint& endpoint) {
  return {reinterpret_cast<const char*>(endpoint.address.data()), endpoint.length};
}

std::uint64_t flow_key(const Endpoint& one, const Endpoint& other, Transport transport) {
  const auto& [low, high] = std::minmax(one, other);
  return Hasher()
      .add(address_of(low))
      .add(address_of(high))
      .add(std::uint64_t{low.port} << 32 | std::uint64_t{high.port} << 8 |
           static_cast<std::uint64_t>(carrier_of(transport)))
      .value();
}

/// The host name of a SIP URI; empty where it is an address, or where there is none.
std::string_view host_name_in(std::string_view uri) {
  const UriScheme scheme = scheme_of(uri);
  if (scheme != UriScheme::sip && scheme != UriScheme::sips) return {};
  uri.remove_prefix(uri.find(':') + 1);
  static constexpr scan::Characters behind_address(";?");
  static constexpr scan::Characters behind_host(":;?>");
  static constexpr scan::Characters of_address("0123456789.");
  const std::size_t at = uri.rfind('@', scan::find_any(uri, behind_address));
  if (at != std::string_view::npos) uri.remove_prefix(at + 1);
  const std::string_view host = uri.substr(0, scan::find_any(uri, behind_host));
  const bool is_address =
      host.starts_with('[') || std::ranges::all_of(host, [](char c) { return of_address.has(c); });
  return is_address ? std::string_view{} : host;
}

std::uint64_t name_key(const Endpoint& asker, std::string_view name) {
  return Hasher().add(address_of(asker)).add_ignoring_case(name).value();
}

/// The name behind _sip._udp. and the like (RFC 3263 section 4.2); empty where it is another one.
std::string_view sip_name_in(std::string_view name) {
  if (!scan::starts_ignoring_case(name, "_sip.") && !scan::starts_ignoring_case(name, "_sips."))
    return {};
  name.remove_prefix(name.find('.') + 1);
  const std::size_t dot = name.find('.');
  return name.starts_with('_') && dot != std::string_view::npos ? name.substr(dot + 1)
                                                                : std::string_view{};
}

/// What besides the Request-URI tells a spiral from a loop (RFC 3261 section 16.6, item 8).
std::uint32_t routing_of(const Message& request) {
  Hasher hasher;
  for (const Header& header : request.headers) {
    const bool decides = header.name == HeaderName::route ||
                         header.name == HeaderName::proxy_require ||
                         header.name == HeaderName::proxy_authorization;
    if (decides) hasher.add(header.value);
  }
  return static_cast<std::uint32_t>(hasher.value());
}

bool is_host(const Endpoint& host, const Endpoint& endpoint) {
  return host.length == endpoint.length && host.address == endpoint.address;
}

/// Whether the packet went to the port that a Via names, so that both are of one element.
bool is_to(const Via& via, const Endpoint& destination) {
  const bool tls = scan::equal_ignoring_case(via.transport, "TLS");
  return via.port.value_or(tls ? 5061 : 5060) == destination.port;
}

}  // namespace

struct Tracker::Outstanding {
  std::array<TransactionId, most_touched> ids{};
  std::size_t count = 0;

  void add(TransactionId id) {
    if (count < ids.size()) ids[count++] = id;
  }
};

/// Makes a request known to the events that can end it.
void Tracker::note_open(TransactionId id, const Arrival& arrival) {
  const Packet& packet = arrival.packet;
  Transaction& opened = at(id);
  opened.client_port = packet.source.port;
  opened.server_port = packet.destination.port;
  opened.routing = routing_of(arrival.message);
  hops_[index_of(arrival.hop)].listens[arrival.sender ? 0 : 1] = packet.destination.port;
  const std::uint64_t flow = flow_key(packet.source, packet.destination, packet.transport);
  if (const TransactionId* const before = by_flow_.find(flow)) opened.same_flow = *before;
  by_flow_.set(flow, id);
  note_next_hops(id, arrival);
  find_round(id, arrival);
}

// The next hop is that of the first Route which does not name the server itself, or else that of
// the Request-URI.
void Tracker::note_next_hops(TransactionId id, const Arrival& arrival) {
  const auto note = [&](std::string_view uri) {
    const std::string_view host = host_name_in(uri);
    if (!host.empty()) by_next_hop_.set(name_key(arrival.packet.destination, host), id);
  };
  note(arrival.message.request_uri);
  int routes = 0;
  for (const std::string_view route : Values(arrival.message, HeaderName::route)) {
    if (++routes > most_routes) break;
    note(read_name_addr(route).uri);
  }
}

// Below the top Via stand those of all who sent the request before. One of them is back where it
// came from when the host that put it there gets the request again. It is a loop when nothing that
// decides on its way has changed since that host got or made it; else it is a spiral, and fine.
void Tracker::find_round(TransactionId id, const Arrival& arrival) {
  if (arrival.to_tag != 0 || arrival.method == Method::cancel || !arrival.via.has_magic_cookie())
    return;
  const Endpoint& here = hop(arrival.hop).hosts[arrival.sender ? 0 : 1];
  int steps = 0;
  for (const std::string_view value : Values(arrival.message, HeaderName::via)) {
    if (++steps == 1) continue;
    if (steps > most_vias) return;
    const Via via = read_via(value);
    const TransactionId* const found =
        by_branch_.find(transaction_key(arrival.method_name(), via, arrival.message, arrival.call));
    if (found == nullptr) continue;
    const Transaction& passed = transaction(*found);
    const Hop& passed_hop = hop(passed.hop);
    if (!is_host(passed_hop.hosts[passed.client ? 1 : 0], here) ||
        !is_to(via, arrival.packet.destination))
      continue;
    const TransactionId before = passed.from_proxy ? passed.upstream : *found;
    if (before == TransactionId::none || before == id) continue;
    const Transaction& first = transaction(before);
    const Transaction& now = transaction(id);
    const bool same_way = first.routing == now.routing || !passed.from_proxy;
    if (first.call != now.call || first.facts.uri != now.facts.uri || !same_way) continue;
    Outstanding touched;
    touched.add(before);
    const auto event = record({.kind = EventKind::came_round,
                               .frame = arrival.packet.frame,
                               .time = arrival.packet.time,
                               .source = arrival.packet.destination},
                              touched);
    at(id).failed_by = *event;
    return;
  }
}

std::span<const TransactionId> Tracker::touched_by(EventId id) const {
  const EventRecord& record = event(id);
  return std::span(touched_).subspan(record.first, record.count);
}

/// Whether a response came after the event that was to end it.
bool Tracker::survived(const Transaction& transaction) const {
  const Time fell = event(transaction.failed_by).time;
  MessageId id = transaction.last;
  for (int i = 0; i < most_steps && id != no_message; ++i) {
    if (message(id).is_response()) return message(id).time > fell;
    id = message(id).previous;
  }
  return false;
}

std::optional<EventId> Tracker::record(const NetworkEvent& event, const Outstanding& touched) {
  const auto id = static_cast<EventId>(events_.size());
  events_.push_back({.time = event.time,
                     .source = event.source,
                     .name = std::string(event.name.substr(0, 255)),
                     .frame = event.frame,
                     .first = static_cast<std::uint32_t>(touched_.size()),
                     .count = static_cast<std::uint32_t>(touched.count),
                     .kind = event.kind,
                     .reason = event.reason,
                     .rcode = event.rcode});
  for (std::size_t i = 0; i < touched.count; ++i) {
    touched_.push_back(touched.ids[i]);
    Transaction& transaction = at(touched.ids[i]);
    if (transaction.failed_by == no_event || survived(transaction)) transaction.failed_by = id;
  }
  return id;
}

void Tracker::add_outstanding(std::uint64_t flow, Outstanding& into) {
  const TransactionId* const last = by_flow_.find(flow);
  TransactionId id = last == nullptr ? TransactionId::none : *last;
  for (int i = 0; i < most_steps && id != TransactionId::none; ++i) {
    if (transaction(id).final == no_message) into.add(id);
    id = transaction(id).same_flow;
  }
}

/// The transaction of the request that an ICMP error quotes, on the hop that it was sent on.
TransactionId Tracker::quoted_by(const Message& request, const Quoted& quoted) {
  const TransactionId* const found =
      by_branch_.find(transaction_key(request.method_name, request.top_via(), request, 0));
  TransactionId id = found == nullptr ? TransactionId::none : *found;
  for (int i = 0; i < most_hops && id != TransactionId::none; ++i) {
    const Transaction& candidate = transaction(id);
    const Hop& on = hop(candidate.hop);
    const bool sent = is_host(on.hosts[candidate.client ? 1 : 0], quoted.source) &&
                      is_host(on.hosts[candidate.client ? 0 : 1], quoted.destination);
    if (sent) return id;
    id = candidate.same_branch;
  }
  return TransactionId::none;
}

/// The last request without a final response that was sent from there to there.
TransactionId Tracker::last_sent(const Quoted& quoted) {
  Outstanding sent;
  add_outstanding(flow_key(quoted.source, quoted.destination, quoted.transport), sent);
  for (std::size_t i = 0; i < sent.count; ++i) {
    const Transaction& candidate = transaction(sent.ids[i]);
    const Endpoint& client = hop(candidate.hop).hosts[candidate.client ? 1 : 0];
    if (candidate.client_port == quoted.source.port && is_host(client, quoted.source))
      return sent.ids[i];
  }
  return TransactionId::none;
}

std::optional<EventId> Tracker::add_connection(const NetworkEvent& event) {
  Outstanding touched;
  add_outstanding(flow_key(event.source, event.destination, Transport::tcp), touched);
  const bool refused = event.kind == EventKind::tcp_refused;
  if (touched.count == 0 && !(refused && is_listener(event.source, event.destination))) return {};
  return record(event, touched);
}

// A datagram says itself what was not delivered. Where it is not quoted so far, and in a stream, it
// was what was sent last.
std::optional<EventId> Tracker::add_icmp(const NetworkEvent& event) {
  const Quoted& quoted = event.quoted;
  const bool stream = carrier_of(quoted.transport) == Carrier::stream;
  TransactionId id = TransactionId::none;
  if (!stream && !quoted.bytes.empty()) {
    const Message message = Message::parse({quoted.bytes, Framing::datagram, true});
    // Others have requests of that form: SSDP, HTTP.
    const bool sip = message.is_request() && message.version.starts_with("SIP/");
    if (!sip || message.method() == Method::ack) return {};
    id = quoted_by(message, quoted);
  }
  if (id == TransactionId::none) id = last_sent(quoted);
  if (id == TransactionId::none && quoted.bytes.empty() &&
      !(stream && is_listener(quoted.destination, quoted.source)))
    return {};
  Outstanding touched;
  if (id != TransactionId::none) touched.add(id);
  return record(event, touched);
}

// Where SRV records are missing, the client asks for addresses: only what then fails is fatal (RFC
// 3263 section 4.2). A name that does not exist has no record of any type.
std::optional<EventId> Tracker::add_dns(const NetworkEvent& event) {
  constexpr std::uint8_t name_error = 3;
  constexpr std::uint16_t address_query = 1;
  constexpr std::chrono::seconds asked_lately{32};
  const std::string_view of_sip = sip_name_in(event.name);
  if (!of_sip.empty()) sip_names_.set(name_key(event.destination, of_sip), event.time);
  const bool fatal =
      event.rcode == name_error || (event.rcode != 0 && event.query_type == address_query);
  if (!of_sip.empty() || !fatal) return {};
  const std::uint64_t key = name_key(event.destination, event.name);
  Outstanding touched;
  const TransactionId* const needs = by_next_hop_.find(key);
  const bool open = needs != nullptr && transaction(*needs).final == no_message &&
                    transaction(*needs).last_branch == TransactionId::none;
  if (open) touched.add(*needs);
  const Time* const asked = sip_names_.find(key);
  const bool lately = asked != nullptr && event.time - *asked < asked_lately;
  if (!open && !lately) return {};
  return record(event, touched);
}

std::optional<EventId> Tracker::add(const NetworkEvent& event) {
  advance_to(event.time);
  switch (event.kind) {
    case EventKind::tcp_refused:
    case EventKind::tcp_reset:
    case EventKind::tcp_closed:
      return add_connection(event);
    case EventKind::icmp_error:
      return add_icmp(event);
    case EventKind::dns_answer:
      return add_dns(event);
    case EventKind::came_round:
      break;
  }
  return std::nullopt;
}

std::optional<Unreachable> read_icmp(std::uint8_t type, std::uint8_t code, bool ipv6) {
  using enum Unreachable;
  // RFC 792, RFC 1122 section 3.2.2.1, RFC 1812 section 5.2.7.1; 4 is not fatal: the path takes
  // smaller packets.
  constexpr auto codes_ipv4 = std::to_array<std::optional<Unreachable>>(
      {network, host, protocol, port, std::nullopt, network, network, host, host, prohibited,
       prohibited, network, host, prohibited, prohibited, prohibited});
  // RFC 4443 section 3.1.
  constexpr auto codes_ipv6 = std::to_array<std::optional<Unreachable>>(
      {network, prohibited, network, host, port, prohibited, network});
  if (type == (ipv6 ? 4 : 12)) return parameter;
  if (type != (ipv6 ? 1 : 3)) return std::nullopt;
  if (ipv6) return code < codes_ipv6.size() ? codes_ipv6[code] : std::nullopt;
  return code < codes_ipv4.size() ? codes_ipv4[code] : std::nullopt;
}

}  // namespace sipgloss
