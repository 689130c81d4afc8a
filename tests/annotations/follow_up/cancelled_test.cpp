// SPDX-License-Identifier: MIT
// The final response to the INVITE after the 200 to its CANCEL. RFC 3261 sections 9.1 and 9.2.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;

const std::string begin = R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  100 1 INVITE
    1.0  alice>bob  CANCEL 1
    1.1  bob>alice  200 1 CANCEL  branch=alice1INVITE
)";
const std::string alive = R"(
    100.0  alice>bob  OPTIONS 9  call=other
    100.1  bob>alice  200 9 OPTIONS  call=other
)";
const std::string name = "final response to the cancelled INVITE ";

TEST(FollowUpCancelled, TheInviteGetsItsFinalResponse) {
  Played flow(begin + "1.2 bob>alice 487 1 INVITE\n1.3 alice>bob ACK 1 to=b\n");
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "seen 5 0.100"));
}

TEST(FollowUpCancelled, ItMayHaveHadOneBefore) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    1.0  alice>bob  CANCEL 1
    1.0  bob>alice  200 1 INVITE
    1.1  bob>alice  200 1 CANCEL  branch=alice1INVITE
  )");
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "seen 3 -0.100"));
}

TEST(FollowUpCancelled, OfItTheAckAloneCanBeSeen) {
  Played failed(begin + "1.3 alice>bob ACK 1 to=b\n");
  EXPECT_THAT(failed.follow_ups(4), ElementsAre(name + "seen 5 0.200"));
  Played answered(begin + "1.3 alice>bob ACK 1 to=b branch=new\n");
  EXPECT_THAT(answered.follow_ups(4), ElementsAre(name + "seen 5 0.200"));
}

TEST(FollowUpCancelled, ItIsLateAfterTheClientForgotTheInvite) {
  Played flow(begin + "41.1 bob>alice 487 1 INVITE\n");
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "late 5 40.000"));
}

TEST(FollowUpCancelled, ItIsMissingWhenBothSidesWentOnWithoutItAndItsAck) {
  Played flow(begin + alive);
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "missing"));
}

TEST(FollowUpCancelled, ItIsNotMissingWherePacketsWereLost) {
  Played flow(begin + "9.0 alice>bob 200 8 OPTIONS call=lost\n" + alive);
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "not visible"));
  Played unanswered(begin + "9.0 alice>bob OPTIONS 8 call=lost\n" + alive);
  EXPECT_THAT(unanswered.follow_ups(4), ElementsAre(name + "not visible"));
}

TEST(FollowUpCancelled, ItIsNotMissingWithoutTheInvite) {
  Played flow(R"(
    1.0  alice>bob  CANCEL 1
    1.1  bob>alice  200 1 CANCEL  branch=alice1INVITE
  )" + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(name + "not visible"));
}

TEST(FollowUpCancelled, ItIsWaitedForWhereTheCaptureEnds) {
  Played flow(begin);
  EXPECT_THAT(flow.follow_ups(4), ElementsAre(name + "waiting"));
}

}  // namespace
}  // namespace sipgloss::test
