// SPDX-License-Identifier: MIT
// Responses that are cut, quoted in something else, or not SIP to Wireshark.
#include <algorithm>

#include "frames.hpp"
#include "pdml.hpp"
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

constexpr Way to_alice{.from = 12, .to = 11};

std::string in_ethernet(const std::string& message) {
  return ethernet(ip(to_alice, Carries::udp, udp(to_alice, message)));
}

/// Both passes, one after the other.
void in_each_pass(const std::string& name, const Capture& capture,
                  void (*expect)(const std::vector<Gloss>&)) {
  const std::string file = place(name, capture.bytes());
  for (const bool two_passes : {false, true}) {
    SCOPED_TRACE(two_passes ? "two passes" : "one pass");
    expect(glosses(file, two_passes));
  }
}

TEST(Truncated, IsGlossedAndNothingIsSaidToBeAbsent) {
  // No Allow, no To tag, no Contact: each would be a finding, were the message whole.
  const std::string message =
      "SIP/2.0 405 Method Not Allowed\r\nVia: SIP/2.0/UDP 192.0.2.11;branch=z9hG4bK1\r\n"
      "From: <sip:alice@example.com>;tag=a1\r\nTo: <sip:bob@example.com>\r\n"
      "Call-ID: 1@192.0.2.11\r\nCSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n";
  const std::string frame = in_ethernet(message);
  Capture capture;
  // From the end of the status line to the end of the headers.
  for (std::size_t missing = 3; missing + 76 < frame.size(); ++missing) {
    capture.add(frame, frame.size() - missing);
  }
  const std::string file = place("truncated.pcap", capture.bytes());
  for (const bool two_passes : {false, true}) {
    const std::vector<Gloss> all = glosses(file, two_passes);
    EXPECT_EQ(all.size(), capture.frames());
    for (const Gloss& gloss : all) {
      EXPECT_EQ(gloss.item("sipgloss.code").value, "405");
      EXPECT_EQ(gloss.item("sipgloss.finding").value, "") << "frame " << gloss.frame;
      EXPECT_EQ(gloss.item("sipgloss.defect").value, "") << "frame " << gloss.frame;
    }
  }
}

TEST(Truncated, WhereTheBodyIsCutTheHeadersAreJudged) {
  const std::string frame =
      in_ethernet(response("405 Method Not Allowed", "INVITE", 1, "Content-Type: text/plain\r\n",
                           std::string(100, 'x')));
  Capture capture;
  capture.add(frame, frame.size() - 50);
  in_each_pass("body-cut.pcap", capture, [](const std::vector<Gloss>& all) {
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].item("sipgloss.finding").value, "K405-1");
  });
}

TEST(Truncated, WithinTheStatusLineHasTheGlossOfItsCodeOrNone) {
  const std::string frame = in_ethernet(response("486 Busy Here", "INVITE", 1));
  Capture capture;
  for (std::size_t snaplen = 42; snaplen < 66; ++snaplen) capture.add(frame, snaplen);
  const std::string file = place("status-line-cut.pcap", capture.bytes());
  EXPECT_EQ(frames_with(file, "sipgloss.code", false), frames_with(file, "sip.Status-Code", false));
  for (const Gloss& gloss : glosses(file, true)) {
    EXPECT_EQ(gloss.item("sipgloss.finding").value, "") << "frame " << gloss.frame;
    if (!gloss.has("sipgloss.code")) continue;
    EXPECT_EQ(gloss.item("sipgloss.code").value, "486");
  }
}

void expect_quoted_486(const std::vector<Gloss>& all) {
  const auto quoted = [](const Gloss& gloss) { return gloss.has("sipgloss.quoted"); };
  ASSERT_EQ(std::ranges::count_if(all, quoted), 1);
  const Gloss& gloss = *std::ranges::find_if(all, quoted);
  EXPECT_EQ(gloss.item("sipgloss.code").value, "486");
  EXPECT_NE(gloss.item("sipgloss.meaning.zh").value, "");
  EXPECT_EQ(gloss.item("sipgloss.finding").value, "");
}

/// A 486 that comes back in an ICMP error, whole or cut.
void expect_quoted_in_icmp(const Way& way, Carries carries, std::size_t quoted_bytes) {
  const std::string message = response("486 Busy Here", "INVITE", 1);
  const std::string lost = ip(way, Carries::udp, udp(way, message));
  Capture capture;
  capture.add(ethernet(lost));
  capture.add(
      ethernet(ip(way.back(), carries, unreachable(way.back(), lost.substr(0, quoted_bytes)))));
  in_each_pass("icmp.pcap", capture, [](const std::vector<Gloss>& all) {
    ASSERT_EQ(all.size(), 2U);
    EXPECT_FALSE(all[0].has("sipgloss.quoted"));
    expect_quoted_486(all);
  });
  const std::string triage =
      tshark_text({"-q", "-r", place("icmp.pcap", capture.bytes()), "-z", "sipgloss,triage"});
  EXPECT_NE(triage.find("Responses: 1\n"), std::string::npos) << triage;
}

TEST(Quoted, InAnIcmpError) { expect_quoted_in_icmp(to_alice, Carries::icmp, std::string::npos); }

TEST(Quoted, InAnIcmpErrorThatHoldsOnlyItsBeginning) {
  expect_quoted_in_icmp(to_alice, Carries::icmp, 128);
}

TEST(Quoted, InAnIcmpErrorOfIpv6) {
  expect_quoted_in_icmp({.from = 12, .to = 11, .ipv6 = true}, Carries::icmpv6, std::string::npos);
}

TEST(Quoted, InTheBodyOfAMessage) {
  Capture capture;
  capture.add_udp(to_alice, response("200 OK", "MESSAGE", 1, "Content-Type: message/sip\r\n",
                                     response("486 Busy Here", "INVITE", 2)));
  in_each_pass("nested.pcap", capture, [](const std::vector<Gloss>& all) {
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].item("sipgloss.code").value, "200");
    expect_quoted_486(all);
  });
}

TEST(Quoted, InAPartOfABodyEndsWithThePart) {
  const std::string part = "--part\r\nContent-Type: message/sip\r\n\r\n";
  Capture capture;
  capture.add_udp(
      to_alice, response("200 OK", "MESSAGE", 1, "Content-Type: multipart/mixed;boundary=part\r\n",
                         part + response("404 Not Found", "INVITE", 2) + "\r\n" + part +
                             response("486 Busy Here", "INVITE", 3) + "\r\n--part--\r\n"));
  in_each_pass("multipart.pcap", capture, [](const std::vector<Gloss>& all) {
    Lines codes;
    for (const Gloss& gloss : all) {
      codes.push_back(gloss.item("sipgloss.code").value);
      EXPECT_EQ(gloss.item("sipgloss.defect").value, "") << codes.back();
      EXPECT_EQ(gloss.has("sipgloss.quoted"), codes.back() != "200") << codes.back();
    }
    EXPECT_EQ(codes, (Lines{"200", "404", "486"}));
  });
}

TEST(Quoted, WhatWiresharkDoesNotTakeForSipHasNoCode) {
  const std::string lost = ip(to_alice, Carries::udp, udp(to_alice, "SIP/7.0 200 OK\r\n\r\n"));
  Capture capture;
  capture.add(ethernet(ip(to_alice.back(), Carries::icmp, unreachable(to_alice.back(), lost))));
  in_each_pass("icmp-unrecognised.pcap", capture, [](const std::vector<Gloss>& all) {
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].has("sipgloss.unrecognised"));
    EXPECT_FALSE(all[0].has("sipgloss.code"));
  });
}

TEST(Unrecognised, IsGlossedWithoutACode) {
  Capture capture;
  const std::string rest = response("", "INVITE", 1).substr(8);
  for (const char* start :
       {"SIP/2.0 4294967301 Better Not Break", "SIP/7.0 200 OK", "SIP/2.0 4 Four",
        "SIP/2.0 40 Forty", "SIP/2.0  200 OK", "sip/2.0 200 OK", "SIP/2.0 200"}) {
    capture.add_udp(to_alice, start + rest);
  }
  const std::string file = place("unrecognised.pcap", capture.bytes());
  EXPECT_EQ(frames_with(file, "sip.Status-Code", false), Lines{});
  for (const bool two_passes : {false, true}) {
    const std::vector<Gloss> all = glosses(file, two_passes);
    EXPECT_EQ(all.size(), capture.frames());
    for (const Gloss& gloss : all) {
      SCOPED_TRACE("frame " + std::to_string(gloss.frame));
      EXPECT_FALSE(gloss.has("sipgloss.code"));
      EXPECT_NE(gloss.item("sipgloss.unrecognised").value, "");
      EXPECT_NE(gloss.item("sipgloss.meaning.en").value, "");
      EXPECT_NE(gloss.item("sipgloss.meaning.zh").value, "");
      EXPECT_EQ(gloss.item("sipgloss.finding").value, "");
    }
  }
}

TEST(Unrecognised, IsNothingThatIsNoStatusLine) {
  Capture capture;
  for (const char* bytes : {"SIP/2.0", "SIP/2.0 \r\n", "SIP/2.0 two hundred\r\n", "\r\n\r\n",
                            "hello", "HTTP/1.1 200 OK\r\n\r\n"}) {
    capture.add_udp(to_alice, bytes);
  }
  EXPECT_EQ(frames_with(place("not-sip.pcap", capture.bytes()), "sipgloss", false), Lines{});
}

}  // namespace
}  // namespace sipgloss::test
