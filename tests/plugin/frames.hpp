// SPDX-License-Identifier: MIT
// Builds captures in memory: SIP text in datagrams, segments, chunks and WebSocket frames, in
// packets, in Ethernet frames, in a pcap file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sipgloss::test {

/// From where to where: hosts 192.0.2.x or 2001:db8::x, and ports.
struct Way {
  std::uint8_t from = 11;
  std::uint8_t to = 12;
  std::uint16_t from_port = 5060;
  std::uint16_t to_port = 5060;
  bool ipv6 = false;

  Way back() const { return {to, from, to_port, from_port, ipv6}; }
};

/// IP protocol numbers.
enum class Carries : std::uint8_t { icmp = 1, ip = 4, tcp = 6, udp = 17, icmpv6 = 58, sctp = 132 };

std::string udp(const Way& way, std::string_view payload);
std::string tcp(const Way& way, std::uint32_t sequence, std::string_view payload);
/// Flags of TCP (RFC 9293 section 3.1).
enum Flags : std::uint8_t { fin = 0x01, syn = 0x02, rst = 0x04, psh = 0x08, ack = 0x10 };
std::string tcp_with(unsigned flags, const Way& way, std::uint32_t sequence,
                     std::string_view payload = "");
/// One packet with one DATA chunk.
std::string sctp(const Way& way, std::uint32_t sequence, std::string_view payload);
/// Port unreachable, quoting an IP packet.
std::string unreachable(const Way& way, std::string_view packet);
/// Any ICMP or ICMPv6 error.
std::string icmp_error(std::uint8_t type, std::uint8_t code, std::string_view packet);

/// What a name server responds to one question.
std::string dns_answer(unsigned rcode, const std::string& name, std::uint16_t type);

/// An IP packet of the way's version.
std::string ip(const Way& way, Carries carries, std::string_view payload,
               std::uint16_t id = 0x5109);
/// The same in fragments of at most `size` bytes of payload, a multiple of 8. IPv4 only.
std::vector<std::string> ip_fragments(const Way& way, Carries carries, std::string_view payload,
                                      std::size_t size);

/// A WebSocket text frame (RFC 6455 section 5.2); clients mask theirs.
std::string websocket(std::string_view payload, bool masked);

/// An Ethernet frame, in VLAN 7 if asked for.
std::string ethernet(std::string_view packet, bool vlan = false);

/// A pcap file of Ethernet frames, 20 ms apart.
class Capture {
 public:
  /// Adds a frame, of which only the first `snaplen` bytes are captured.
  Capture& add(const std::string& frame, std::size_t snaplen = std::string::npos);
  Capture& add_udp(const Way& way, std::string_view payload);
  /// The time of the next frame, from that of the first one on.
  Capture& at(std::uint64_t milliseconds);

  /// Number of the last frame, from 1.
  unsigned frames() const { return frames_; }
  std::string bytes() const;

 private:
  std::string records_;
  unsigned frames_ = 0;
  std::uint64_t milliseconds_ = 0;  ///< of the next frame
};

/// One direction of a TCP connection: counts the sequence numbers.
class TcpStream {
 public:
  explicit TcpStream(const Way& way) : way_(way) {}
  /// The next segment as an Ethernet frame.
  std::string frame(std::string_view payload);

 private:
  Way way_;
  std::uint32_t sequence_ = 1;
};

}  // namespace sipgloss::test
