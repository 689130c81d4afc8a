// SPDX-License-Identifier: MIT
// A response that breaks a rule, carried in every way: glossed once, with the right code, and the
// finding stands for the right bytes.
#include <cstdint>
#include <cstring>
#include <ostream>

#include "frames.hpp"
#include "pdml.hpp"
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// What a person gets to see of one gloss.
struct Seen {
  unsigned frame;
  std::string code;
  std::string finding;
  std::string bytes;
  bool operator==(const Seen&) const = default;
};

void PrintTo(const Seen& seen, std::ostream* stream) {
  *stream << "frame " << seen.frame << ": " << seen.code << " " << seen.finding << " '"
          << seen.bytes << "'";
}

std::vector<Seen> seen_in(const std::string& file, bool two_passes, const Arguments& more = {}) {
  std::vector<Seen> all;
  for (const Gloss& gloss : glosses(file, two_passes, more)) {
    if (!gloss.has("sipgloss.name.en")) continue;  // a request
    const Item& finding = gloss.item("sipgloss.finding");
    all.push_back({gloss.frame, gloss.item("sipgloss.code").value, finding.value, finding.bytes});
    EXPECT_FALSE(gloss.has("sipgloss.quoted"));
  }
  return all;
}

void expect_seen(const std::string& file, const std::vector<Seen>& expected) {
  EXPECT_EQ(seen_in(file, false), expected) << "one pass";
  EXPECT_EQ(seen_in(file, true), expected) << "two passes";
}

void expect_seen(const std::string& name, const Capture& capture,
                 const std::vector<Seen>& expected) {
  expect_seen(place(name + ".pcap", capture.bytes()), expected);
}

constexpr Way to_bob{.from = 11, .to = 12};
constexpr Way to_bob_ipv6{.from = 11, .to = 12, .ipv6 = true};

/// A response to ACK: SYN-15, and the value of CSeq is at fault.
std::string faulty(unsigned id) { return response("486 Busy Here", "ACK", id); }
std::string sound(unsigned id) {
  return response("180 Ringing", "INVITE", id, "Contact: <sip:bob@example.com>\r\n");
}
Seen faulty_in(unsigned frame) { return {frame, "486", "SYN-15", "1 ACK"}; }
Seen sound_in(unsigned frame) { return {frame, "180", "", ""}; }

TEST(Transports, Udp) {
  Capture capture;
  capture.add_udp(to_bob, request("INVITE", 1)).add_udp(to_bob.back(), sound(1));
  capture.add_udp(to_bob.back(), faulty(1));
  expect_seen("udp", capture, {sound_in(2), faulty_in(3)});
}

TEST(Transports, UdpOverIpv6) {
  Capture capture;
  capture.add_udp(to_bob_ipv6.back(), faulty(1));
  expect_seen("ipv6", capture, {faulty_in(1)});
}

TEST(Transports, UdpInAVlan) {
  Capture capture;
  capture.add(ethernet(ip(to_bob.back(), Carries::udp, udp(to_bob.back(), faulty(1))), true));
  expect_seen("vlan", capture, {faulty_in(1)});
}

TEST(Transports, UdpWithBytesAfterTheMessage) {
  Capture capture;
  capture.add(ethernet(ip(to_bob.back(), Carries::udp, udp(to_bob.back(), faulty(1)))) +
              "padding of the Ethernet frame");
  expect_seen("padding", capture, {faulty_in(1)});
}

TEST(Transports, UdpInATunnel) {
  Capture capture;
  const std::string inner = ip(to_bob.back(), Carries::udp, udp(to_bob.back(), faulty(1)));
  capture.add(ethernet(ip(to_bob.back(), Carries::ip, inner)));
  expect_seen("tunnel", capture, {faulty_in(1)});
}

TEST(Transports, IpFragments) {
  Capture capture;
  const std::string datagram = udp(to_bob.back(), faulty(1));
  for (const std::string& packet : ip_fragments(to_bob.back(), Carries::udp, datagram, 96)) {
    capture.add(ethernet(packet));
  }
  ASSERT_GT(capture.frames(), 2U);
  expect_seen("fragments", capture, {faulty_in(capture.frames())});
}

TEST(Transports, TcpWithThreeMessagesInASegment) {
  Capture capture;
  TcpStream stream(to_bob.back());
  capture.add(stream.frame(sound(1) + faulty(2) + sound(3)));
  expect_seen("tcp-three", capture, {sound_in(1), faulty_in(1), sound_in(1)});
}

TEST(Transports, TcpWithAMessageOverTwoSegments) {
  Capture capture;
  TcpStream stream(to_bob.back());
  const std::string message = faulty(2);
  // The second segment ends in the middle of a header line, the third begins with its rest.
  capture.add(stream.frame(sound(1) + message.substr(0, 60)));
  capture.add(stream.frame(message.substr(60, 10)));
  capture.add(stream.frame(message.substr(70) + sound(3)));
  expect_seen("tcp-split", capture, {sound_in(1), faulty_in(3), sound_in(3)});
}

TEST(Transports, TcpWithABodyOverTwoSegments) {
  Capture capture;
  TcpStream stream(to_bob.back());
  const std::string type = "Content-Type: text/plain\r\n";
  const std::string message =
      response("486 Busy Here", "ACK", 1, type, std::string(400, 'x') + "\r\nSIP/2.0 200 OK\r\n");
  capture.add(stream.frame(message.substr(0, 300)));
  capture.add(stream.frame(message.substr(300) + sound(2)));
  expect_seen("tcp-body", capture, {faulty_in(2), sound_in(2)});
}

TEST(Transports, Sctp) {
  Capture capture;
  capture.add(ethernet(ip(to_bob.back(), Carries::sctp, sctp(to_bob.back(), 1, sound(1)))));
  capture.add(ethernet(ip(to_bob.back(), Carries::sctp, sctp(to_bob.back(), 2, faulty(2)))));
  expect_seen("sctp", capture, {sound_in(1), faulty_in(2)});
}

/// A WebSocket connection on which both sides answer requests of the other.
TEST(Transports, WebSocketMaskedAndUnmasked) {
  const Way to_server{.from = 11, .to = 1, .from_port = 40000, .to_port = 80};
  TcpStream client(to_server);
  TcpStream server(to_server.back());
  Capture capture;
  capture.add(
      client.frame("GET / HTTP/1.1\r\nHost: example.com\r\nUpgrade: websocket\r\n"
                   "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                   "Sec-WebSocket-Protocol: sip\r\nSec-WebSocket-Version: 13\r\n\r\n"));
  capture.add(
      server.frame("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                   "Connection: Upgrade\r\nSec-WebSocket-Protocol: sip\r\n"
                   "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"));
  capture.add(client.frame(websocket(faulty(1), true)));
  capture.add(server.frame(websocket(faulty(2), false)));
  capture.add(client.frame(websocket(sound(3), true) + websocket(faulty(4), true)));
  expect_seen("websocket", capture, {faulty_in(3), faulty_in(4), sound_in(5), faulty_in(5)});
}

/// A pcapng file without its decryption secrets: blocks of type 10, little-endian as our samples.
std::string without_secrets(const std::string& pcapng) {
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, pcapng.data() + at, sizeof number);
    return number;
  };
  std::string kept;
  for (std::size_t at = 0; at + 12 <= pcapng.size(); at += number_at(at + 4)) {
    if (number_at(at) != 10) kept += pcapng.substr(at, number_at(at + 4));
  }
  return kept;
}

TEST(Transports, TlsWithTheKeysAndWithout) {
  const std::string whole = read_file(sample("call-tls"));
  const std::string stripped = without_secrets(whole);
  ASSERT_LT(stripped.size(), whole.size());
  const std::string file = place("call-tls-without-keys.pcapng", stripped);
  EXPECT_EQ(seen_in(file, false), std::vector<Seen>{});

  const std::string keys = adopt(std::filesystem::path(SIPGLOSS_SAMPLES_DIR) / "call-tls.keys");
  const Arguments with_keys = {"-o", "tls.keylog_file:" + keys};
  const std::vector<Seen> embedded = seen_in(sample("call-tls"), false);
  EXPECT_GT(embedded.size(), 5U);
  EXPECT_EQ(seen_in(file, false, with_keys), embedded);
  EXPECT_EQ(seen_in(file, true, with_keys), embedded);
}

}  // namespace
}  // namespace sipgloss::test
