// SPDX-License-Identifier: MIT
// Requests that a reset, an ICMP error, a name server or silence ended: glossed at the request and
// at the frame that shows it. In one pass a request does not know yet what becomes of it.
#include "frames.hpp"
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

constexpr Way to_bob{.from = 11, .to = 12, .from_port = 40000};
constexpr Way to_bob_udp{.from = 11, .to = 12};
constexpr Way to_bob_ipv6{.from = 11, .to = 12, .ipv6 = true};

/// Class 10 to 12 of a capture: "FRAME CLASS shown in FRAME, requests FRAME|FRAME" a line.
Lines failures_in(const std::string& file, bool two_passes) {
  Arguments arguments = {"-r", file,
                         "-Y", "sipgloss.class >= 10",
                         "-T", "fields",
                         "-E", "aggregator=|",
                         "-e", "frame.number",
                         "-e", "sipgloss.class",
                         "-e", "sipgloss.failure.frame",
                         "-e", "sipgloss.failure.request"};
  if (two_passes) arguments.emplace_back("-2");
  Lines found;
  for (const std::string& line : lines(tshark_text(arguments))) {
    const Lines row = split(line, '\t');
    std::string text = row.at(0) + " class " + row.at(1);
    if (!row.at(2).empty()) text += ", shown in " + row.at(2);
    if (row.size() > 3 && !row.at(3).empty()) text += ", request " + row.at(3);
    found.push_back(text);
  }
  return found;
}

void expect_failures(const std::string& name, const Capture& capture, const Lines& in_one_pass,
                     const Lines& in_two) {
  const std::string file = place(name + ".pcap", capture.bytes());
  EXPECT_EQ(failures_in(file, false), in_one_pass) << "one pass";
  EXPECT_EQ(failures_in(file, true), in_two) << "two passes";
}

std::string tcp_frame(unsigned flags, const Way& way, std::uint32_t sequence,
                      std::string_view payload = "") {
  return ethernet(ip(way, Carries::tcp, tcp_with(flags, way, sequence, payload)));
}

std::string udp_packet(const Way& way, std::string_view payload) {
  return ip(way, Carries::udp, udp(way, payload));
}

/// An ICMP error that a router sends to the client.
std::string from_router(std::uint8_t type, std::uint8_t code, std::string_view quoted,
                        bool ipv6 = false) {
  const Way back{.from = 1, .to = 11, .ipv6 = ipv6};
  const Carries carries = ipv6 ? Carries::icmpv6 : Carries::icmp;
  return ethernet(ip(back, carries, icmp_error(type, code, quoted)));
}

TEST(Failures, AResetWithARequestOutstanding) {
  Capture capture;
  capture.add(tcp_frame(psh | ack, to_bob, 1000, request("OPTIONS", 1)));
  capture.add(tcp_frame(psh | ack, to_bob.back(), 500, response("200 OK", "OPTIONS", 1)));
  capture.add(tcp_frame(psh | ack, to_bob,
                        1000 + static_cast<std::uint32_t>(request("OPTIONS", 1).size()),
                        request("INVITE", 2)));
  capture.add(tcp_frame(rst | ack, to_bob.back(), 900));
  expect_failures("reset", capture, {"4 class 10, request 3"},
                  {"3 class 10, shown in 4", "4 class 10, request 3"});
}

TEST(Failures, AResponseInTheSegmentThatClosesTheConnection) {
  Capture capture;
  capture.add(tcp_frame(psh | ack, to_bob, 1000, request("OPTIONS", 1)));
  capture.add(tcp_frame(fin | psh | ack, to_bob.back(), 500, response("200 OK", "OPTIONS", 1)));
  capture.add(tcp_frame(fin | ack, to_bob, 1400));
  capture.add(tcp_frame(rst, to_bob.back(), 900));
  expect_failures("closed-after", capture, {}, {});
}

TEST(Failures, AConnectionThatIsClosedTooEarly) {
  Capture capture;
  capture.add(tcp_frame(psh | ack, to_bob, 1000, request("INVITE", 1)));
  capture.add(tcp_frame(fin | ack, to_bob.back(), 500));
  expect_failures("closed", capture, {"2 class 10, request 1"},
                  {"1 class 10, shown in 2", "2 class 10, request 1"});
}

TEST(Failures, AConnectionThatIsRefused) {
  Capture capture;
  capture.add(tcp_frame(syn, to_bob, 7));
  capture.add(tcp_frame(rst | ack, to_bob.back(), 0));
  const Way web{.from = 11, .to = 12, .from_port = 40001, .to_port = 80};
  capture.add(tcp_frame(syn, web, 7));
  capture.add(tcp_frame(rst | ack, web.back(), 0));
  expect_failures("refused", capture, {"2 class 10"}, {"2 class 10"});
}

TEST(Failures, IcmpQuotesTheWholeRequest) {
  Capture capture;
  const std::string sent = udp_packet(to_bob_udp, request("REGISTER", 1));
  capture.add(ethernet(sent)).add(from_router(3, 1, sent));
  expect_failures("icmp", capture, {"2 class 11, request 1"},
                  {"1 class 11, shown in 2", "2 class 11, request 1"});
  const std::string told =
      tshark_text({"-r", place("icmp.pcap", capture.bytes()), "-Y", "sipgloss.failure.en", "-T",
                   "fields", "-e", "sipgloss.failure.en", "-e", "sipgloss.summary.en"});
  EXPECT_EQ(told,
            "192.0.2.1 reports by ICMP that the REGISTER was not delivered: host unreachable.\t"
            "REGISTER: host unreachable (class 11) → acts as on 503\n");
}

TEST(Failures, IcmpQuotesThePortsAlone) {
  Capture capture;
  const std::string sent = udp_packet(to_bob_udp, request("REGISTER", 1));
  capture.add(ethernet(sent)).add(from_router(3, 3, sent.substr(0, 28)));
  expect_failures("icmp-ports", capture, {"2 class 11, request 1"},
                  {"1 class 11, shown in 2", "2 class 11, request 1"});
}

TEST(Failures, IcmpOfVersionSix) {
  Capture capture;
  const std::string sent = udp_packet(to_bob_ipv6, request("REGISTER", 1));
  capture.add(ethernet(sent)).add(from_router(1, 4, sent, true));
  expect_failures("icmpv6", capture, {"2 class 11, request 1"},
                  {"1 class 11, shown in 2", "2 class 11, request 1"});
}

TEST(Failures, IcmpInAVlanCutByTheCapture) {
  Capture capture;
  const std::string sent = udp_packet(to_bob_udp, request("REGISTER", 1));
  const Way back{.from = 1, .to = 11};
  const std::string error = ethernet(ip(back, Carries::icmp, icmp_error(3, 3, sent)), true);
  capture.add(ethernet(sent, true));
  for (const std::size_t length : {18 + 20 + 8 + 28 + 100, 18 + 20 + 8 + 28, 18 + 20 + 8 + 24})
    capture.add(error, length);
  for (const std::size_t length : {18 + 20 + 8 + 21, 18 + 20 + 8, 18 + 20 + 3, 18 + 20})
    capture.add(error, length);
  expect_failures("icmp-cut", capture,
                  {"2 class 11, request 1", "3 class 11, request 1", "4 class 11, request 1"},
                  {"1 class 11, shown in 2", "2 class 11, request 1", "3 class 11, request 1",
                   "4 class 11, request 1"});
}

TEST(Failures, IcmpThatEndsNoRequest) {
  Capture capture;
  const std::string sent = udp_packet(to_bob_udp, request("REGISTER", 1));
  const std::string answer = udp_packet(to_bob_udp.back(), response("200 OK", "OPTIONS", 2));
  const Way media{.from = 11, .to = 12, .from_port = 4000, .to_port = 4002};
  capture.add(ethernet(sent));
  capture.add(from_router(11, 0, sent));  // TTL exceeded
  capture.add(from_router(3, 4, sent));   // too big
  capture.add(from_router(3, 3, answer));
  capture.add(from_router(3, 3, udp_packet(media, std::string(172, '\x80'))));
  capture.add(from_router(3, 3, udp_packet(to_bob_udp, "\r\n\r\n")));  // keeps a binding alive
  const std::string ssdp = "M-SEARCH * HTTP/1.1\r\nHost: 239.255.255.250:1900\r\n\r\n";
  capture.add(from_router(3, 3, udp_packet(media, ssdp)));
  expect_failures("icmp-other", capture, {}, {});
}

TEST(Failures, ANameThatDoesNotResolve) {
  Capture capture;
  std::string invite = request("INVITE", 1);
  invite.replace(invite.find("bob@example.com"), 15, "bob@nowhere.test");
  const Way dns{.from = 53, .to = 12, .from_port = 53, .to_port = 50000};
  capture.add_udp(to_bob_udp, invite);
  capture.add_udp(dns, dns_answer(3, "_sip._udp.nowhere.test", 33));
  capture.add_udp(dns, dns_answer(3, "nowhere.test", 1));
  capture.add_udp(dns, dns_answer(3, "elsewhere.test", 1));
  capture.add_udp(dns, dns_answer(3, "nowhere.test", 1).substr(0, 20));
  expect_failures("dns", capture, {"3 class 11, request 1"},
                  {"1 class 11, shown in 3", "3 class 11, request 1"});
}

TEST(Failures, SilenceUntilTimerB) {
  Capture capture;
  for (const std::uint64_t at : {0, 500, 1500, 3500, 7500, 15500, 31500})
    capture.at(at).add_udp(to_bob_udp, request("INVITE", 1));
  expect_failures("silence", capture, {}, {"1 class 10"});
}

TEST(Failures, TroubleBetweenProxiesKeepsTheClassOfTheCode) {
  const std::string file = sample("hops-483");
  EXPECT_EQ(frames_with(file, "sipgloss.code == 483", true),
            frames_with(file, "sipgloss.class == 12 and sip.Status-Code", true));
  EXPECT_EQ(frames_with(file, "sipgloss.code == 483", true),
            frames_with(file, "sipgloss.class == 12 and sipgloss.class == 4", true));
  EXPECT_EQ(frames_with(file, "sipgloss.class == 12 and sip.Request-Line", true).size(),
            frames_with(file, "sipgloss.code == 483", true).size());
}

/// The links of the second of two equal messages.
Lines links_of_copy(std::uint16_t first_id, std::uint16_t second_id) {
  Capture capture;
  const std::string datagram = udp(to_bob_udp, request("OPTIONS", 1));
  capture.add(ethernet(ip(to_bob_udp, Carries::udp, datagram, first_id)));
  // Within a tunnel it is the inner packet that counts.
  const std::string inner = ip(to_bob_udp, Carries::udp, datagram, second_id);
  capture.at(4).add(ethernet(ip({.from = 1, .to = 2}, Carries::ip, inner, 0x7777)));
  return split(
      tshark_text({"-r", place("copies.pcap", capture.bytes()), "-Y", "frame.number == 2", "-T",
                   "fields", "-e", "sipgloss.duplicate_of", "-e", "sipgloss.retransmission_of"}),
      '\t');
}

TEST(Copies, OfTheSamePacketHaveTheSameIdentification) {
  EXPECT_EQ(links_of_copy(5, 5), (Lines{"1", "\n"}));
  EXPECT_EQ(links_of_copy(5, 6), (Lines{"", "1\n"}));
  EXPECT_EQ(links_of_copy(5, 0), (Lines{"1", "\n"})) << "0 says nothing";
}

}  // namespace
}  // namespace sipgloss::test
