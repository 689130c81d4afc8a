// SPDX-License-Identifier: MIT
// Requests that the network ended: each way of it, and what looks like it and is none. RFC 3261
// sections 8.1.3.1, 16.9, 17.1.1.2, 17.1.2.2 and 18.4.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::HasSubstr;

TEST(Failures, AResetEndsWhatIsOutstanding) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  bob>alice  200 1 OPTIONS  transport=tcp
    1.0  alice>bob  INVITE 2  transport=tcp
    1.1  bob>alice  100 2 INVITE  transport=tcp
    2.0  bob>alice  !reset
  )");
  EXPECT_EQ(flow.failure(5), "10 connection reset, as 503, request 3, frame 5");
  EXPECT_EQ(flow.failure(3), "10 connection reset, as 503, request 3, frame 5");
  EXPECT_EQ(flow.at(3).failure->what.en,
            "10.0.0.2:5060 reset the TCP connection before its final response to the INVITE.");
  EXPECT_EQ(to_string(flow.at(3).failure->cite), "RFC 3261 section 8.1.3.1");
  EXPECT_EQ(flow.at(3).summary.en, "INVITE: connection reset (class 10) → acts as on 503");
  EXPECT_EQ(flow.at(3).summary.zh, "INVITE：连接被复位（第 10 类） → 按 503 处理");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(4), "");
}

TEST(Failures, AResetAfterTheFinalResponseIsNone) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  bob>alice  200 1 OPTIONS  transport=tcp
    0.2  bob>alice  !reset
    0.3  alice>bob  !closed
  )");
  for (const std::uint32_t frame : {1, 3, 4}) EXPECT_EQ(flow.failure(frame), "") << frame;
}

TEST(Failures, AFinalResponseOnAnotherConnectionSavesTheRequest) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  bob>alice  !closed
    0.5  bob>alice  200 1 OPTIONS  transport=tcp
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, AResponseAfterTheEventSavesItTooUntilTheNext) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  !icmp port 1
    0.5  alice>bob  INVITE 1
    0.6  bob>alice  180 1 INVITE
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, AnAckWaitsForNothing) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1  transport=tcp
    0.1  bob>alice  200 1 INVITE  transport=tcp
    0.2  alice>bob  ACK 1  transport=tcp to=b branch=x
    0.3  bob>alice  !reset
  )");
  EXPECT_EQ(flow.failure(3), "");
  EXPECT_EQ(flow.failure(4), "");
}

TEST(Failures, WhatWasGivenUpLongAgoIsNotEndedByAReset) {
  Played flow(R"(
    0.0   alice>bob  OPTIONS 1  transport=tcp
    40.0  bob>alice  !reset
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, AClientThatClosesTheConnectionItselfHasNoError) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  bob>alice  200 1 OPTIONS  transport=tcp
    1.0  alice>bob  OPTIONS 2  transport=tcp
    1.1  alice>bob  !closed
  )");
  EXPECT_EQ(flow.failure(3), "10 closed by the client itself, request 3, frame 4");
  EXPECT_EQ(flow.failure(4), "10 closed by the client itself, request 3, frame 4");
  EXPECT_EQ(to_string(flow.at(4).failure->cite), "RFC 3261 section 18.2.2");
}

TEST(Failures, OfOneDirectionNothingIsKnown) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  alice>bob  !closed
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, AnotherConnectionIsAnotherMatter) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  bob>carol  !reset
    0.2  alice>bob  OPTIONS 2  # over UDP
    0.3  bob>alice  !reset
  )");
  EXPECT_EQ(flow.failure(2), "");
  EXPECT_EQ(flow.failure(3), "");
  EXPECT_EQ(flow.failure(4), "10 connection reset, as 503, request 1, frame 4");
}

TEST(Failures, OneEventEndsAllOfItsConnection) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    0.1  alice>bob  MESSAGE 2  transport=tcp
    0.2  alice>bob  INVITE 3  transport=tcp
    0.3  bob>alice  !reset
  )");
  EXPECT_EQ(flow.failure(4), "10 connection reset, as 503, request 3 2 1, frame 4");
  for (const std::uint32_t frame : {1, 2, 3})
    EXPECT_THAT(flow.failure(frame), HasSubstr("frame 4")) << frame;
}

TEST(Failures, OneEventNamesSixteenRequestsAtMost) {
  std::string text;
  for (int i = 1; i <= 100; ++i)
    text += "0.0 alice>bob OPTIONS " + std::to_string(i) + " transport=tcp\n";
  Played flow(text + "0.3 bob>alice !reset");
  EXPECT_EQ(flow.at(101).failure->more_requests.size(), 15U);
  EXPECT_EQ(flow.at(101).failure->request, 100U);
}

TEST(Failures, AProxyIsToldThatItsOwnFail) {
  Played flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>bob    INVITE 1  via=alice transport=tcp
    0.2  bob>proxy    !reset
  )");
  EXPECT_EQ(flow.failure(2), "10 connection reset, as 503, request 2, frame 3");
  EXPECT_EQ(to_string(flow.at(2).failure->cite), "RFC 3261 section 16.9");
  EXPECT_EQ(flow.failure(1), "");
}

TEST(Failures, ARefusedConnectionNeedsNoRequest) {
  Played flow(R"(
    0.0  bob>alice  !refused
  )");
  EXPECT_EQ(flow.failure(1), "10 TCP connection refused, as 503, frame 1");
  EXPECT_EQ(flow.at(1).failure->what.en,
            "10.0.0.1:5060 refused the TCP connection that 10.0.0.2:5060 wanted to open.");
}

TEST(Failures, IcmpEndsTheRequestThatItQuotes) {
  Played flow(R"(
    0.0  alice>bob     REGISTER 1
    0.1  alice>bob     OPTIONS 2
    0.2  router>alice  !icmp host 1
  )");
  EXPECT_EQ(flow.failure(3), "11 host unreachable, as 503, request 1, frame 3");
  EXPECT_EQ(flow.failure(1), "11 host unreachable, as 503, request 1, frame 3");
  EXPECT_EQ(flow.failure(2), "");
  EXPECT_EQ(flow.at(3).failure->what.en,
            "10.0.0.3 reports by ICMP that the REGISTER was not delivered: host unreachable.");
  EXPECT_EQ(flow.at(1).failure->what, flow.at(3).failure->what);
}

TEST(Failures, TheFirstIcmpErrorIsTheOneThatCounts) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  !icmp port 1
    0.5  alice>bob  INVITE 1
    0.6  bob>alice  !icmp port 3
  )");
  EXPECT_EQ(flow.failure(1), "11 port unreachable, as 503, request 1, frame 2");
  EXPECT_EQ(flow.failure(4), "11 port unreachable, as 503, request 1, frame 4");
  EXPECT_EQ(flow.failure(3), "") << "sent again";
}

TEST(Failures, IcmpThatQuotesNoMoreThanThePortsMeansTheLastRequest) {
  Played flow(R"(
    0.0  alice>bob  OPTIONS 1
    0.1  bob>alice  200 1 OPTIONS
    0.2  alice>bob  OPTIONS 2
    0.3  bob>alice  OPTIONS 3  call=other
    0.4  bob>alice  !icmp port 3 bytes=0
  )");
  EXPECT_EQ(flow.failure(5), "11 port unreachable, as 503, request 3, frame 5");
}

TEST(Failures, IcmpThatQuotesSomethingElseIsNone) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  180 1 INVITE
    0.2  alice>bob  !icmp port 2   # a response
    0.3  bob>alice  200 1 INVITE
    0.4  alice>bob  ACK 1 to=b branch=x
    0.5  bob>alice  !icmp port 5   # an ACK
    0.6  carol>bob  OPTIONS 1 call=d
    0.7  bob>carol  !icmp port 5 bytes=0   # ports of others
  )");
  for (const std::uint32_t frame : {1, 2, 3, 5, 6, 7, 8})
    EXPECT_EQ(flow.failure(frame), "") << frame;
}

TEST(Failures, IcmpTypesThatTheTransportLayerIgnores) {
  EXPECT_EQ(read_icmp(3, 3, false), Unreachable::port);
  EXPECT_EQ(read_icmp(3, 13, false), Unreachable::prohibited);
  EXPECT_EQ(read_icmp(12, 0, false), Unreachable::parameter);
  EXPECT_EQ(read_icmp(3, 4, false), std::nullopt) << "too big";
  EXPECT_EQ(read_icmp(3, 16, false), std::nullopt);
  EXPECT_EQ(read_icmp(4, 0, false), std::nullopt) << "source quench";
  EXPECT_EQ(read_icmp(11, 0, false), std::nullopt) << "TTL exceeded";
  EXPECT_EQ(read_icmp(8, 0, false), std::nullopt) << "echo";
  EXPECT_EQ(read_icmp(1, 4, true), Unreachable::port);
  EXPECT_EQ(read_icmp(1, 3, true), Unreachable::host);
  EXPECT_EQ(read_icmp(4, 0, true), Unreachable::parameter);
  EXPECT_EQ(read_icmp(2, 0, true), std::nullopt) << "too big";
  EXPECT_EQ(read_icmp(3, 3, true), std::nullopt) << "TTL exceeded";
  EXPECT_EQ(read_icmp(1, 200, true), std::nullopt);
}

TEST(Failures, ANameThatTheNextHopNeedsDoesNotResolve) {
  Played flow(R"(
    0.00  alice>proxy  INVITE 1  uri=sip:bob@nowhere.example;user=phone
    0.01  proxy>alice  100 1 INVITE
    0.02  dns>proxy    !dns 3 _sip._udp.nowhere.example 33
    0.03  dns>proxy    !dns 3 Nowhere.Example
    0.04  proxy>alice  503 1 INVITE
  )");
  EXPECT_EQ(flow.failure(3), "") << "no SRV record is no failure (RFC 3263 section 4.2)";
  EXPECT_EQ(flow.failure(4), "11 name not resolved, as 408, request 1, frame 4");
  EXPECT_EQ(flow.failure(1), "11 name not resolved, as 408, request 1, frame 4");
  EXPECT_EQ(flow.at(4).failure->what.en,
            "Nowhere.Example does not resolve (NXDOMAIN), so the INVITE has no next hop.");
}

TEST(Failures, NamesThatNoRequestNeeds) {
  Played flow(R"(
    0.00  alice>proxy  INVITE 1  uri=sip:bob@somewhere.example
    0.01  dns>proxy    !dns 3 other.example
    0.02  dns>alice    !dns 3 somewhere.example
    0.03  dns>proxy    !dns 2 somewhere.example 28
    0.04  dns>proxy    !dns 0 somewhere.example
    0.05  proxy>bob    INVITE 1  uri=sip:bob@somewhere.example via=alice
    0.06  dns>proxy    !dns 3 somewhere.example
    0.07  alice>proxy  OPTIONS 2 uri=sip:192.0.2.1
    0.08  dns>proxy    !dns 3 192.0.2.1
  )");
  for (std::uint32_t frame = 1; frame <= 9; ++frame) EXPECT_EQ(flow.failure(frame), "") << frame;
}

TEST(Failures, ANameThatLedOnInTheEnd) {
  Played flow(R"(
    0.00  alice>proxy  INVITE 1  uri=sip:bob@somewhere.example
    0.01  dns>proxy    !dns 2 somewhere.example
    0.02  dns>proxy    !dns 0 somewhere.example
    0.03  proxy>bob    INVITE 1  uri=sip:bob@somewhere.example via=alice
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, ADomainThatAClientAskedForAsOneOfSip) {
  Played flow(R"(
    0.00  dns>alice  !dns 3 _sip._udp.nowhere.example 33
    0.01  dns>alice  !dns 3 nowhere.example
    0.02  dns>bob    !dns 3 nowhere.example
  )");
  EXPECT_EQ(flow.failure(2), "11 name not resolved, frame 2");
  EXPECT_EQ(flow.failure(3), "");
}

std::string invite_sent(int times) {
  const double at[] = {0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5};
  std::string text;
  for (int i = 0; i < times; ++i) text += std::to_string(at[i]) + " alice>bob INVITE 1\n";
  return text;
}

TEST(Failures, AnInviteInSilenceUntilTimerB) {
  Played flow(invite_sent(7));
  EXPECT_EQ(flow.failure(1), "10 no response, as 408, request 1");
  EXPECT_EQ(flow.at(1).failure->what.en,
            "The client sent the INVITE 7 times within 31.5 s: no response came.");
  EXPECT_EQ(flow.failure(2), "");
}

TEST(Failures, SilenceProvesNothingBeforeTimerB) {
  EXPECT_EQ(Played(invite_sent(6)).failure(1), "") << "the capture may have ended";
  EXPECT_EQ(Played(invite_sent(6) + "40 alice>bob OPTIONS 2 call=d").failure(1), "")
      << "of one direction nothing is known";
}

TEST(Failures, AnInviteThatStoppedEarlyIsProvenByWhatCameLater) {
  const std::string later = "40 alice>bob OPTIONS 2 call=d\n40.1 bob>alice 200 2 OPTIONS call=d\n";
  const std::string more = "41 alice>bob OPTIONS 3 call=d\n41.1 bob>alice 200 3 OPTIONS call=d\n";
  EXPECT_EQ(Played(invite_sent(6) + later + more).failure(1), "10 no response, as 408, request 1");
  EXPECT_EQ(Played(invite_sent(2) + later + more).failure(1), "")
      << "the client stopped sending: something reached it";
  EXPECT_EQ(Played(invite_sent(6) + later + "42 bob>alice 200 9 OPTIONS call=e").failure(1), "")
      << "the capture has gaps";
}

TEST(Failures, AnInviteThatRingsIsNotSilent) {
  Played flow(invite_sent(7) + "31.6 bob>alice 180 1 INVITE");
  EXPECT_EQ(flow.failure(1), "");
}

TEST(Failures, AnAckTellsOfAResponseThatIsNotCaptured) {
  Played flow(invite_sent(7) + "31.7 alice>bob ACK 1 to=b");
  EXPECT_EQ(flow.failure(1), "");
}

TEST(Failures, ARequestOverTcpIsSilentWhereTheConnectionLives) {
  const std::string text = R"(
    0.0  alice>bob  OPTIONS 1  transport=tcp
    40   alice>bob  OPTIONS 2  transport=tcp
    40.1 bob>alice  200 2 OPTIONS  transport=tcp
  )";
  EXPECT_EQ(Played(text).failure(1), "10 no response, as 408, request 1");
  EXPECT_EQ(Played("0.0 alice>bob OPTIONS 1 transport=tcp").failure(1), "");
}

TEST(Failures, TroubleBetweenProxiesStandsAtResponseAndRequest) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  483 1 INVITE
    0.2  alice>bob  ACK 1  to=b
    1.0  alice>bob  UPDATE 2
    1.1  bob>alice  504 2 UPDATE   # asks for a user (RFC 3311)
    2.0  alice>bob  OPTIONS 3
    2.1  bob>alice  502 3 OPTIONS
  )");
  EXPECT_EQ(flow.failure(1), "12 out of hops, request 1, frame 2");
  ASSERT_TRUE(flow.at(2).failure);
  EXPECT_EQ(flow.at(2).failure->request, 1U);
  EXPECT_EQ(flow.at(2).failure->response_class, ResponseClass::proxy_error);
  EXPECT_EQ(flow.failure(3), "");
  EXPECT_EQ(flow.failure(5), "");
  EXPECT_THAT(flow.failure(7), HasSubstr("12 "));
}

TEST(Failures, TheSameRequestComesRound) {
  Played flow(R"(
    0.00  alice>one  INVITE 1
    0.01  one>two    INVITE 1  via=alice
    0.02  two>one    INVITE 1  via=one,alice
    0.03  one>two    INVITE 1  via=two,one,alice branch=again
  )");
  EXPECT_EQ(flow.failure(3), "12 comes round in a loop, request 3, frame 1");
  EXPECT_EQ(flow.failure(1), "12 comes round in a loop, request 1, frame 3");
  EXPECT_EQ(flow.failure(2), "12 comes round in a loop, request 2, frame 4");
  EXPECT_EQ(
      flow.at(3).failure->what.en,
      "The INVITE is back at 10.0.0.2:5060 with the same Request-URI (frames 1 and 3): it goes "
      "round in a loop.");
}

TEST(Failures, ASpiralIsNoLoop) {
  Played flow(R"(
    0.00  alice>one  INVITE 1
    0.01  one>two    INVITE 1  via=alice
    0.02  two>one    INVITE 1  via=one,alice uri=sip:other@example.com
    0.03  carol>one  INVITE 1  call=d | Route: <sip:one;lr>
    0.04  one>two    INVITE 1  call=d via=carol
    0.05  two>one    INVITE 1  call=d via=one,carol | Route: <sip:session@one;lr>
  )");
  for (std::uint32_t frame = 1; frame <= 6; ++frame) EXPECT_EQ(flow.failure(frame), "") << frame;
}

TEST(Failures, ALoopThatLedOnInTheEndIsNone) {
  Played flow(R"(
    0.00  alice>one  INVITE 1
    0.01  one>two    INVITE 1  via=alice
    0.02  two>one    INVITE 1  via=one,alice
    0.03  one>two    200 1 INVITE  via=one,alice
    0.04  two>one    200 1 INVITE  via=alice
    0.05  one>alice  200 1 INVITE
  )");
  EXPECT_EQ(flow.failure(1), "");
  EXPECT_EQ(flow.failure(3), "");
}

}  // namespace
}  // namespace sipgloss::test
