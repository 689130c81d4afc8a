// SPDX-License-Identifier: MIT
// Requests that are sent again: with credentials, to another target, corrected, or later. RFC 3261
// sections 8.1.3.4, 8.1.3.5, 14.1, 20.33 and 22.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::string_view challenge = "| WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"\n";
constexpr std::string_view credentials =
    "| Authorization: Digest username=\"u\", realm=\"r\", nonce=\"n\", uri=\"sip:x\", "
    "response=\"0\"\n";

std::string challenged(std::string_view rest) {
  return "0.0 alice>bob REGISTER 1\n0.1 bob>alice 401 1 REGISTER " + std::string(challenge) +
         std::string(rest);
}

TEST(FollowUpRetry, WithCredentialsIsSeen) {
  Played flow(challenged("0.2 alice>bob REGISTER 2 " + std::string(credentials)));
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("retry with credentials seen 3 0.100"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en,
            "REGISTER (CSeq 2 or more) again from 10.0.0.1:5060 with Authorization for realm r");
  EXPECT_EQ(flow.at(2).follow_ups[0].what.zh,
            "10.0.0.1:5060 重发 REGISTER（CSeq 不小于 2），带上 realm r 的 Authorization");
}

TEST(FollowUpRetry, WithoutCredentialsIsNotTheOneExpected) {
  Played flow(challenged("0.2 alice>bob REGISTER 2\n"));
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("retry with credentials not visible"));
  EXPECT_THAT(flow.at(2).follow_ups[0].reason.en, HasSubstr("frame 3, came without credentials"));
}

TEST(FollowUpRetry, IsSeenByItsResponseAlone) {
  Played flow(challenged("0.3 bob>alice 200 2 REGISTER\n"));
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("retry with credentials seen 3 0.200"));
}

TEST(FollowUpRetry, OfAnInviteComesBesidesTheAck) {
  Played flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>alice  407 1 INVITE | Proxy-Authenticate: Digest realm="r", nonce="n"
    0.2  alice>proxy  ACK 1  to=b
    0.3  alice>proxy  INVITE 2 | Proxy-Authorization: Digest realm="r", response="0"
  )");
  EXPECT_THAT(flow.follow_ups(2),
              ElementsAre("ACK seen 3 0.100", "retry with credentials seen 4 0.200"));
}

TEST(FollowUpRetry, IsNeverMissing) {
  Played waiting(challenged(""));
  EXPECT_THAT(waiting.follow_ups(2), ElementsAre("retry with credentials waiting"));
  Played silent(
      challenged("100.0 alice>bob OPTIONS 9 call=other\n"
                 "100.1 bob>alice 200 9 OPTIONS call=other\n"));
  EXPECT_THAT(silent.follow_ups(2), ElementsAre("retry with credentials not visible"));
}

TEST(FollowUpRetry, GoesToTheNewTarget) {
  Played flow(R"(
    0.0  alice>server  INVITE 1
    0.1  server>alice  302 1 INVITE | Contact: <sip:bob@10.0.0.3>
    0.2  alice>server  ACK 1  to=b
    0.3  alice>bob     INVITE 2  uri=sip:bob@10.0.0.3
  )");
  EXPECT_THAT(flow.follow_ups(2),
              ElementsAre("ACK seen 3 0.100", "redirected request seen 4 0.200"));
  EXPECT_EQ(flow.at(2).follow_ups[1].what.en,
            "INVITE (CSeq 2 or more) from 10.0.0.1:5060 to sip:bob@10.0.0.3");
}

TEST(FollowUpRetry, IsCorrectedAsTheResponseAsks) {
  Played flow(R"(
    0.0  alice>bob  REGISTER 2
    0.1  bob>alice  423 2 REGISTER | Min-Expires: 3600
    0.2  alice>bob  REGISTER 3 | Expires: 3600
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("corrected request seen 3 0.100"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en,
            "REGISTER (CSeq 3 or more) again from 10.0.0.1:5060, Expires at least 3600");
  Played unsupported(R"(
    0.0  alice>bob  MESSAGE 1
    0.1  bob>alice  420 1 MESSAGE | Unsupported: foo
  )");
  EXPECT_THAT(unsupported.follow_ups(2), ElementsAre("corrected request waiting"));
  EXPECT_THAT(unsupported.at(2).follow_ups[0].what.en, HasSubstr("without foo"));
}

TEST(FollowUpRetry, IsOfferedForEveryCodeThatAsksForAnotherRequest) {
  for (const char* code : {"406", "412", "413", "414", "415", "416", "417", "424", "428", "429",
                           "437", "438", "439", "484", "488", "489", "494", "513", "580", "606"}) {
    Played flow("0.0 alice>bob MESSAGE 1\n0.1 bob>alice " + std::string(code) +
                " 1 MESSAGE\n0.2 alice>bob MESSAGE 2\n");
    EXPECT_THAT(flow.follow_ups(2), ElementsAre("corrected request seen 3 0.100")) << code;
  }
}

TEST(FollowUpRetry, BeforeItsTimeIsWorthAWord) {
  const std::string busy = R"(
    0.0  alice>bob  MESSAGE 1
    0.1  bob>alice  503 1 MESSAGE | Retry-After: 60
  )";
  Played early(busy + "10.1 alice>bob MESSAGE 2\n");
  EXPECT_THAT(early.follow_ups(2), ElementsAre("later retry seen 3 10.000"));
  EXPECT_EQ(early.at(2).follow_ups[0].reason.en, "It came in frame 3, 50.0 s too early.");
  Played in_time(busy + "61.0 alice>bob MESSAGE 2\n");
  EXPECT_EQ(in_time.at(2).follow_ups[0].reason.en, "It came in frame 3.");
  Played elsewhere(busy + "1.0 alice>carol MESSAGE 2\n");
  EXPECT_THAT(elsewhere.at(2).follow_ups[0].reason.en, HasSubstr("on another hop"));
  Played waiting(busy);
  EXPECT_THAT(waiting.follow_ups(2), ElementsAre("later retry waiting"));
}

TEST(FollowUpRetry, AfterGlareWaitsLongerAtTheOwnerOfTheCallId) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    0.2  alice>bob  ACK 1  to=b branch=x
    5.0  alice>bob  INVITE 2  to=b
    5.0  bob>alice  INVITE 1  from=b to=a
    5.1  bob>alice  491 2 INVITE
    5.1  alice>bob  491 1 INVITE  from=b to=a
    5.2  alice>bob  ACK 2  to=b
    5.2  bob>alice  ACK 1  from=b to=a
    6.0  bob>alice  INVITE 2  from=b to=a
    6.1  alice>bob  200 2 INVITE  from=b to=a
    6.2  alice>bob  INVITE 3  to=b
  )");
  EXPECT_THAT(flow.follow_ups(6), Contains("later retry seen 12 1.100"));
  EXPECT_THAT(flow.at(6).follow_ups[1].what.en, HasSubstr("2.1 to 4 s"));
  EXPECT_EQ(flow.at(6).follow_ups[1].reason.en, "It came in frame 12, 1.0 s too early.");
  EXPECT_THAT(flow.follow_ups(7), Contains("later retry seen 10 0.900"));
  EXPECT_THAT(flow.at(7).follow_ups[1].what.en, HasSubstr("0 to 2 s"));
}

}  // namespace
}  // namespace sipgloss::test
