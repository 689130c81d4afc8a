// SPDX-License-Identifier: MIT
// What follows a provisional response. RFC 3261 sections 13.3.1.1, 16.6 and 17.1.2.2.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;

TEST(FollowUpProgress, TheFinalResponseIsSeen) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  100 1 INVITE
    0.2  bob>alice  180 1 INVITE
    9.2  bob>alice  200 1 INVITE
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("final response seen 4 9.100"));
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("final response seen 4 9.000"));
  EXPECT_EQ(flow.at(3).follow_ups[0].reason.en, "It is the 200 in frame 4.");
}

TEST(FollowUpProgress, OfAFinalResponseTheAckAloneCanBeSeen) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.2  bob>alice  180 1 INVITE
    9.2  alice>bob  ACK 1  to=b
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("final response seen 3 9.000"));
}

TEST(FollowUpProgress, APendingInviteIsToldOfEveryMinute) {
  Played flow(R"(
      0.0  alice>bob  INVITE 1
      1.0  bob>alice  180 1 INVITE
     59.0  bob>alice  180 1 INVITE
    300.0  bob>alice  180 1 INVITE
    310.0  bob>alice  200 1 INVITE
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("next provisional response seen 3 58.000",
                                              "final response seen 5 309.000"));
}

TEST(FollowUpProgress, TheNextOneIsLateOnlyWhereSeveralCannotHaveBeenLost) {
  Played lost(R"(
      0.0  alice>bob  INVITE 1
      1.0  bob>alice  180 1 INVITE
    119.0  bob>alice  180 1 INVITE
  )");
  EXPECT_THAT(lost.follow_ups(2),
              ElementsAre("next provisional response not visible", "final response waiting"));
  Played late(R"(
      0.0  alice>bob  INVITE 1
      1.0  bob>alice  180 1 INVITE
    201.0  bob>alice  180 1 INVITE
  )");
  EXPECT_THAT(late.follow_ups(2), ElementsAre("next provisional response late 3 200.000",
                                              "final response not visible"));
}

TEST(FollowUpProgress, BothAreWaitedForWhereTheCaptureEnds) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    1.0  bob>alice  180 1 INVITE
  )");
  EXPECT_THAT(flow.follow_ups(2),
              ElementsAre("next provisional response waiting", "final response waiting"));
}

TEST(FollowUpProgress, AnotherRequestHasItsFinalResponseWithinTimerF) {
  Played seen(R"(
    0.0  alice>bob  REGISTER 1
    1.0  bob>alice  100 1 REGISTER
    2.0  bob>alice  403 1 REGISTER
  )");
  EXPECT_THAT(seen.follow_ups(2), ElementsAre("final response seen 3 1.000"));
  Played late(R"(
     0.0  alice>bob  REGISTER 1
     1.0  bob>alice  100 1 REGISTER
    35.0  bob>alice  403 1 REGISTER
  )");
  EXPECT_THAT(late.follow_ups(2), ElementsAre("final response late 3 34.000"));
  Played silent(R"(
     0.0  alice>bob  REGISTER 1
     1.0  bob>alice  100 1 REGISTER
    99.0  bob>alice  OPTIONS 1  call=other
  )");
  EXPECT_THAT(silent.follow_ups(2), ElementsAre("final response not visible"));
}

}  // namespace
}  // namespace sipgloss::test
