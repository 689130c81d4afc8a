// SPDX-License-Identifier: MIT
// Builds captures in memory. Checksums stay 0: Wireshark checks none of them unless told to.
#include "frames.hpp"

#include <algorithm>

namespace sipgloss::test {
namespace {

/// A number in network byte order.
std::string number(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i) & 0xff);
  return text;
}

/// A number in the byte order of the pcap files written here.
std::string little(std::uint64_t value, int bytes) {
  const std::string text = number(value, bytes);
  return {text.rbegin(), text.rend()};
}

std::string ports(const Way& way) { return number(way.from_port, 2) + number(way.to_port, 2); }

std::string address(const Way& way, std::uint8_t host) {
  if (way.ipv6) return number(0x20010db800000000, 8) + number(host, 8);
  return number(0xc0000200 + host, 4);
}

std::string ipv4_header(const Way& way, Carries carries, std::size_t payload,
                        std::uint64_t fragment, std::uint16_t id = 0x5109) {
  return number(0x4500, 2) + number(20 + payload, 2) + number(id, 2) + number(fragment, 2) +
         number(64, 1) + number(static_cast<std::uint8_t>(carries), 1) + number(0, 2) +
         address(way, way.from) + address(way, way.to);
}

}  // namespace

std::string udp(const Way& way, std::string_view payload) {
  return ports(way) + number(8 + payload.size(), 2) + number(0, 2) + std::string(payload);
}

std::string tcp(const Way& way, std::uint32_t sequence, std::string_view payload) {
  return tcp_with(psh | ack, way, sequence, payload);
}

std::string tcp_with(unsigned flags, const Way& way, std::uint32_t sequence,
                     std::string_view payload) {
  const std::uint64_t offset_and_flags = 0x5000 | flags;  // five words
  return ports(way) + number(sequence, 4) + number(1, 4) + number(offset_and_flags, 2) +
         number(0xffff, 2) + number(0, 4) + std::string(payload);
}

std::string sctp(const Way& way, std::uint32_t sequence, std::string_view payload) {
  const std::uint64_t data_begin_and_end = 0x0003;
  std::string chunk = number(data_begin_and_end, 2) + number(16 + payload.size(), 2) +
                      number(sequence, 4) + number(0, 2) + number(sequence, 2) + number(0, 4) +
                      std::string(payload);
  while (chunk.size() % 4 != 0) chunk += '\0';
  return ports(way) + number(0x5109, 4) + number(0, 4) + chunk;
}

std::string unreachable(const Way& way, std::string_view packet) {
  const std::uint64_t type_and_code = way.ipv6 ? 0x0104 : 0x0303;
  return number(type_and_code, 2) + number(0, 2) + number(0, 4) + std::string(packet);
}

std::string icmp_error(std::uint8_t type, std::uint8_t code, std::string_view packet) {
  return number(type, 1) + number(code, 1) + number(0, 6) + std::string(packet);
}

std::string dns_answer(unsigned rcode, const std::string& name, std::uint16_t type) {
  std::string labels;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    labels += number(end - begin, 1) + name.substr(begin, end - begin);
    begin = end + 1;
  }
  return number(0x5109, 2) + number(0x8180 | rcode, 2) + number(1, 2) + number(0, 6) + labels +
         number(0, 1) + number(type, 2) + number(1, 2);
}

std::string ip(const Way& way, Carries carries, std::string_view payload, std::uint16_t id) {
  const std::string text(payload);
  if (!way.ipv6) return ipv4_header(way, carries, payload.size(), 0, id) + text;
  return number(0x60000000, 4) + number(payload.size(), 2) +
         number(static_cast<std::uint8_t>(carries), 1) + number(64, 1) + address(way, way.from) +
         address(way, way.to) + text;
}

std::vector<std::string> ip_fragments(const Way& way, Carries carries, std::string_view payload,
                                      std::size_t size) {
  constexpr std::uint64_t more_follow = 0x2000;
  std::vector<std::string> fragments;
  for (std::size_t at = 0; at < payload.size(); at += size) {
    const std::string_view part = payload.substr(at, size);
    const bool last = at + part.size() == payload.size();
    const std::uint64_t fragment = at / 8 | (last ? 0 : more_follow);
    fragments.push_back(ipv4_header(way, carries, part.size(), fragment) + std::string(part));
  }
  return fragments;
}

std::string websocket(std::string_view payload, bool masked) {
  const std::uint64_t mask_bit = masked ? 0x80 : 0;
  std::string frame = number(0x81, 1);  // FIN, text
  if (payload.size() < 126) {
    frame += number(mask_bit | payload.size(), 1);
  } else {
    frame += number(mask_bit | 126, 1) + number(payload.size(), 2);
  }
  if (!masked) return frame + std::string(payload);
  const std::string key = "\x12\x34\x56\x78";
  frame += key;
  for (std::size_t i = 0; i < payload.size(); ++i)
    frame += static_cast<char>(payload[i] ^ key[i % 4]);
  return frame;
}

std::string ethernet(std::string_view packet, bool vlan) {
  const bool ipv6 = (packet[0] & 0xf0) == 0x60;
  return number(0x020000000002, 6) + number(0x020000000001, 6) +
         (vlan ? number(0x81000007, 4) : "") + number(ipv6 ? 0x86dd : 0x0800, 2) +
         std::string(packet);
}

Capture& Capture::add(const std::string& frame, std::size_t snaplen) {
  constexpr std::uint64_t begin = 1750000000;
  const std::string captured = frame.substr(0, snaplen);
  records_ += little(begin + milliseconds_ / 1000, 4) + little(milliseconds_ % 1000 * 1000, 4) +
              little(captured.size(), 4) + little(frame.size(), 4) + captured;
  ++frames_;
  milliseconds_ += 20;
  return *this;
}

Capture& Capture::add_udp(const Way& way, std::string_view payload) {
  return add(ethernet(ip(way, Carries::udp, udp(way, payload))));
}

Capture& Capture::at(std::uint64_t milliseconds) {
  milliseconds_ = milliseconds;
  return *this;
}

std::string Capture::bytes() const {
  constexpr std::uint64_t ethernet_link = 1;
  return little(0xa1b2c3d4, 4) + little(2, 2) + little(4, 2) + little(0, 8) + little(262144, 4) +
         little(ethernet_link, 4) + records_;
}

std::string TcpStream::frame(std::string_view payload) {
  std::string segment = ethernet(ip(way_, Carries::tcp, tcp(way_, sequence_, payload)));
  sequence_ += static_cast<std::uint32_t>(payload.size());
  return segment;
}

}  // namespace sipgloss::test
