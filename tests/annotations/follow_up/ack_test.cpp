// SPDX-License-Identifier: MIT
// ACK to the final response to an INVITE: seen, late, missing, waiting, not visible. RFC 3261
// sections 13.2.2.4, 13.3.1.4, 17.1.1.3 and 17.2.1.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// What both sides still say to one another, long after.
constexpr std::string_view alive = R"(
    100.0  alice>bob  OPTIONS 9  call=other
    100.1  bob>alice  200 9 OPTIONS  call=other
)";

/// A response that its sender repeats until it gives up (Timer G).
std::string repeated(const std::string& what, std::string_view until = "") {
  std::string text = "0.0 alice>bob INVITE 1\n";
  for (const char* time :
       {"0.1", "0.6", "1.6", "3.6", "7.6", "11.6", "15.6", "19.6", "23.6", "27.6", "31.6"}) {
    text += std::string(time) + " bob>alice " + what + "\n";
    if (until == time) break;
  }
  return text;
}

TEST(FollowUpAck, OfAFailureIsSeenOnTheSameBranch) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  486 1 INVITE
    0.2  alice>bob  ACK 1  to=b
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK seen 3 0.100"));
  const FollowUp& ack = flow.at(2).follow_ups[0];
  EXPECT_EQ(ack.what.en, "ACK from 10.0.0.1:5060 on the same branch");
  EXPECT_EQ(ack.what.zh, "10.0.0.1:5060 以同一 branch 发送 ACK");
  EXPECT_EQ(ack.cite, (Citation{3261, "17.1.1.3"}));
  EXPECT_EQ(ack.reason.en, "It came in frame 3.");
}

TEST(FollowUpAck, OfASuccessIsSeenByItsCSeq) {
  Played flow(R"(
    0.0  alice>bob  INVITE 7
    0.1  bob>alice  200 7 INVITE
    0.2  alice>bob  ACK 7  to=b branch=new
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK seen 3 0.100"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en, "ACK from 10.0.0.1:5060 with a new branch, CSeq 7");
}

TEST(FollowUpAck, ACopyOfTheResponseHasTheSameStatus) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    0.6  bob>alice  200 1 INVITE
    0.7  alice>bob  ACK 1  to=b branch=new
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK seen 4 0.600"));
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("ACK seen 4 0.600"));
}

TEST(FollowUpAck, EachSuccessOfAForkHasItsOwn) {
  Played flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>alice  200 1 INVITE  to=b
    0.2  proxy>alice  200 1 INVITE  to=c
    0.3  alice>proxy  ACK 1  to=c branch=two
    0.4  alice>proxy  ACK 1  to=b branch=one
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK seen 5 0.300"));
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("ACK seen 4 0.100"));
}

TEST(FollowUpAck, MayPassTheProxyBy) {
  Played flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>bob    INVITE 1  via=alice
    0.2  bob>proxy    200 1 INVITE  via=alice
    0.3  proxy>alice  200 1 INVITE
    0.4  alice>bob    ACK 1  to=b branch=new
  )");
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("ACK seen 5 0.200"));
  EXPECT_THAT(flow.at(3).follow_ups[0].reason.en, HasSubstr("on another hop"));
  EXPECT_EQ(flow.at(3).follow_ups[0].what.en, "ACK from the caller straight to Contact, CSeq 1");
  EXPECT_THAT(flow.follow_ups(4), ElementsAre("ACK seen 5 0.100"));
}

TEST(FollowUpAck, OfEachHopIsItsOwn) {
  Played flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>bob    INVITE 1  via=alice
    0.2  bob>proxy    200 1 INVITE  via=alice | Record-Route: <sip:10.0.0.2;lr>
    0.3  proxy>alice  200 1 INVITE  | Record-Route: <sip:10.0.0.2;lr>
    0.4  alice>proxy  ACK 1  to=b branch=new
    0.5  proxy>bob    ACK 1  to=b branch=newer
  )");
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("ACK seen 6 0.300"));
  EXPECT_THAT(flow.follow_ups(4), ElementsAre("ACK seen 5 0.100"));
}

TEST(FollowUpAck, AfterTheServerGaveUpIsLate) {
  Played flow(repeated("200 1 INVITE") + "40.1 alice>bob ACK 1 to=b branch=new\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK late 13 40.000"));
}

TEST(FollowUpAck, IsMissingWhenTheServerRepeatedItsResponseUntilItGaveUp) {
  for (const char* what : {"200 1 INVITE", "486 1 INVITE"}) {
    Played flow(repeated(what) + std::string(alive));
    EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK missing")) << what;
    EXPECT_EQ(flow.at(2).follow_ups[0].reason.en,
              "The server sent its response 10 times more until it gave up: no ACK reached it.");
  }
}

TEST(FollowUpAck, IsNotMissingWhenTheServerStoppedSoon) {
  for (const char* last : {"0.1", "0.6", "3.6", "19.6"}) {
    Played flow(repeated("200 1 INVITE", last) + std::string(alive));
    EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK not visible")) << last;
    EXPECT_THAT(flow.at(2).follow_ups[0].reason.en, HasSubstr("that this capture does not hold"));
  }
}

TEST(FollowUpAck, IsNotMissingWhereTheOtherDirectionWasNotCaptured) {
  Flow flow(repeated("200 1 INVITE") + std::string(alive));
  const Endpoint bob = flow.steps()[1].packet.source;
  flow.drop_unless([&](const Packet& packet) { return packet.source == bob; });
  Played played(flow);
  EXPECT_THAT(played.follow_ups(2), ElementsAre("ACK not visible"));
  EXPECT_EQ(played.at(2).follow_ups[0].reason.en,
            "The capture holds nothing that 10.0.0.1:5060 sent to 10.0.0.2:5060.");
}

TEST(FollowUpAck, OfAFailureOverTcpIsNotProvenByRepetition) {
  Played flow(R"(
      0.0  alice>bob  INVITE 1  transport=tcp
      0.1  bob>alice  486 1 INVITE  transport=tcp
    100.0  alice>bob  OPTIONS 9  call=other transport=tcp
    100.1  bob>alice  200 9 OPTIONS  call=other transport=tcp
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK not visible"));
  EXPECT_THAT(flow.at(2).follow_ups[0].reason.en, HasSubstr("Over TCP"));
}

TEST(FollowUpAck, IsWaitedForWhereTheCaptureEnds) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  486 1 INVITE
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("ACK waiting"));
}

}  // namespace
}  // namespace sipgloss::test
