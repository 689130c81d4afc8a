// SPDX-License-Identifier: GPL-2.0-or-later
// What a frame tells of the network beside SIP. Headers are read from their bytes: of an item only
// its start is to be trusted. RFC 791, RFC 792, RFC 1035, RFC 4443, RFC 8200, RFC 9293.
#include "network.hpp"

#include <cstring>

#include "locate.hpp"

namespace sipgloss::plugin {
namespace {

struct Protocols {
  int tcp = -1;
  int icmp = -1;
  int icmpv6 = -1;
  int dns = -1;
};
Protocols protocols;

constexpr std::uint8_t fin = 0x01;
constexpr std::uint8_t rst = 0x04;
constexpr std::uint8_t ack = 0x10;

/// The bytes of a frame from a header on.
struct Bytes {
  const guint8* data = nullptr;
  std::uint32_t size = 0;

  bool has(std::uint32_t count) const { return size >= count; }
  std::uint32_t number(std::uint32_t at, std::uint32_t length) const {
    std::uint32_t value = 0;
    for (std::uint32_t i = 0; i < length; ++i) value = value << 8 | data[at + i];
    return value;
  }
  Bytes from(std::uint32_t offset) const {
    return offset <= size ? Bytes{data + offset, size - offset} : Bytes{};
  }
};

Bytes bytes_at(tvbuff_t* tvb, std::uint32_t offset) {
  const std::uint32_t captured = tvb_captured_length(tvb);
  if (offset >= captured) return {};
  const std::uint32_t size = captured - offset;
  return {tvb_get_ptr(tvb, static_cast<int>(offset), static_cast<int>(size)), size};
}

/// A RST that answers a SYN has the sequence number 0 (RFC 9293 section 3.10.7.1).
bool tcp_event(const Bytes& header, EventKind* kind) {
  if (!header.has(14)) return false;
  const std::uint8_t flags = header.data[13];
  if ((flags & rst) != 0) {
    const bool answers_syn = (flags & ack) != 0 && header.number(4, 4) == 0;
    *kind = answers_syn ? EventKind::tcp_refused : EventKind::tcp_reset;
    return true;
  }
  *kind = EventKind::tcp_closed;
  return (flags & fin) != 0;
}

void read_address(const guint8* bytes, std::uint8_t length, Endpoint* endpoint) {
  endpoint->length = length;
  std::memcpy(endpoint->address.data(), bytes, length);
}

/// Ports, and what a datagram carries as far as it is quoted.
void read_ports(const Bytes& header, std::uint32_t protocol, Quoted* quoted) {
  constexpr std::uint32_t of_tcp = 6;
  constexpr std::uint32_t of_udp = 17;
  constexpr std::uint32_t of_sctp = 132;
  if (!header.has(4)) return;
  quoted->source.port = static_cast<std::uint16_t>(header.number(0, 2));
  quoted->destination.port = static_cast<std::uint16_t>(header.number(2, 2));
  if (protocol == of_tcp) quoted->transport = Transport::tcp;
  if (protocol == of_sctp) quoted->transport = Transport::sctp;
  if (protocol != of_udp) return;
  quoted->transport = Transport::udp;
  if (!header.has(8)) return;
  const std::uint32_t length = header.number(4, 2);
  const Bytes payload = header.from(8);
  const std::uint32_t sent = length > 8 ? length - 8 : 0;
  quoted->bytes = {reinterpret_cast<const char*>(payload.data), MIN(sent, payload.size)};
}

bool read_quoted_ipv4(const Bytes& packet, Quoted* quoted) {
  if (!packet.has(20)) return false;
  read_address(packet.data + 12, 4, &quoted->source);
  read_address(packet.data + 16, 4, &quoted->destination);
  const bool first_fragment = (packet.number(6, 2) & 0x1fff) == 0;
  if (first_fragment) read_ports(packet.from((packet.data[0] & 0x0fU) * 4), packet.data[9], quoted);
  return first_fragment;
}

bool read_quoted_ipv6(const Bytes& packet, Quoted* quoted) {
  constexpr int most_extensions = 8;
  if (!packet.has(40)) return false;
  read_address(packet.data + 8, 16, &quoted->source);
  read_address(packet.data + 24, 16, &quoted->destination);
  std::uint32_t next = packet.data[6];
  Bytes rest = packet.from(40);
  for (int i = 0; i < most_extensions && rest.has(8); ++i) {
    const bool hop_by_hop_or_options = next == 0 || next == 43 || next == 60;
    if (!hop_by_hop_or_options) break;
    next = rest.data[0];
    rest = rest.from((rest.data[1] + 1U) * 8);
  }
  read_ports(rest, next, quoted);
  return true;
}

bool read_icmp_error(const Bytes& header, NetworkEvent* event) {
  if (!header.has(9)) return false;
  const bool ipv6 = header.data[8] >> 4 == 6;
  const std::optional<Unreachable> reason = read_icmp(header.data[0], header.data[1], ipv6);
  if (!reason) return false;
  event->reason = *reason;
  const Bytes packet = header.from(8);
  return ipv6 ? read_quoted_ipv6(packet, &event->quoted) : read_quoted_ipv4(packet, &event->quoted);
}

/// The name of the first question, with dots between its labels, in packet scope.
std::string_view read_name(packet_info* pinfo, const Bytes& labels, std::uint32_t* end) {
  constexpr std::uint32_t longest_name = 255;
  char* const name = static_cast<char*>(wmem_alloc(pinfo->pool, longest_name + 1));
  std::uint32_t size = 0;
  std::uint32_t at = 0;
  while (at < labels.size && labels.data[at] != 0) {
    const std::uint32_t length = labels.data[at];
    const bool fits = length < 64 && at + 1 + length <= labels.size && size + length < longest_name;
    if (!fits) return {};
    if (size != 0) name[size++] = '.';
    std::memcpy(name + size, labels.data + at + 1, length);
    size += length;
    at += 1 + length;
  }
  *end = at + 1;
  return {name, size};
}

bool read_dns_answer(packet_info* pinfo, const Bytes& header, NetworkEvent* event) {
  constexpr std::uint32_t header_size = 12;
  if (!header.has(header_size)) return false;
  const bool is_response = (header.data[2] & 0x80) != 0;
  const bool is_query = (header.data[2] & 0x78) == 0;
  event->rcode = header.data[3] & 0x0f;
  const Bytes question = header.from(header_size);
  const bool of_sip =
      question.has(5) && question.data[1] == '_' &&
      g_ascii_strncasecmp(reinterpret_cast<const char*>(question.data) + 2, "sip", 3) == 0;
  if (!is_response || !is_query || header.number(4, 2) == 0 || (event->rcode == 0 && !of_sip))
    return false;
  std::uint32_t end = 0;
  event->name = read_name(pinfo, question, &end);
  if (event->name.empty() || !question.has(end + 2)) return false;
  event->query_type = static_cast<std::uint16_t>(question.number(end, 2));
  return true;
}

}  // namespace

void add_wanted_of_network(GArray* wanted) {
  protocols = {proto_get_id_by_filter_name("tcp"), proto_get_id_by_filter_name("icmp"),
               proto_get_id_by_filter_name("icmpv6"), proto_get_id_by_filter_name("dns")};
  if (!leaves_out_protocols) return;
  for (const int id : {protocols.tcp, protocols.icmp, protocols.icmpv6, protocols.dns}) {
    if (id > 0) g_array_append_val(wanted, id);
  }
}

// What an ICMP error quotes has its items below that of ICMP: they are no events.
bool locate_event(packet_info* pinfo, proto_tree* tree, EventLocation* found) {
  const field_info* item = item_of(tree, protocols.icmp, false);
  if (item == nullptr) item = item_of(tree, protocols.icmpv6, false);
  EventKind kind = EventKind::icmp_error;
  if (item == nullptr && pinfo->ptype == PT_TCP) {
    item = item_of(tree, protocols.tcp, true);
    if (item == nullptr) return false;
    const Bytes header = bytes_at(item->ds_tvb, static_cast<std::uint32_t>(item->start));
    if (!tcp_event(header, &kind)) return false;
  } else if (item == nullptr && pinfo->ptype == PT_UDP) {
    item = item_of(tree, protocols.dns, true);
    kind = EventKind::dns_answer;
  }
  if (item == nullptr) return false;
  const std::uint32_t source = index_of(pinfo, item->ds_tvb);
  *found = {source, static_cast<std::uint32_t>(item->start), UINT32_MAX, kind};
  return source != UINT32_MAX;
}

bool read_event(packet_info* pinfo, const EventLocation& location, NetworkEvent* event) {
  tvbuff_t* tvb = data_source(pinfo, location.data_source);
  if (tvb == nullptr) return false;
  const Bytes header = bytes_at(tvb, location.offset);
  event->kind = location.kind;
  if (location.kind == EventKind::icmp_error) return read_icmp_error(header, event);
  if (location.kind == EventKind::dns_answer) return read_dns_answer(pinfo, header, event);
  return header.data != nullptr;
}

}  // namespace sipgloss::plugin
