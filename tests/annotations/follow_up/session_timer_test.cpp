// SPDX-License-Identifier: MIT
// The refresh of a session with a timer. RFC 4028 sections 7.2, 9 and 10.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string begin = R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE | Session-Expires: 90;refresher=uas
    0.2  alice>bob  ACK 1  to=b branch=new
)";
const std::string alive = R"(
    250.0  alice>bob  OPTIONS 9  call=other
    250.1  bob>alice  200 9 OPTIONS  call=other
)";
const std::string name = "refresh of the session ";

TEST(FollowUpSession, IsRefreshedByTheSideThatTheResponseNames) {
  Played flow(begin + "45.1 bob>alice UPDATE 1 from=b to=a\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(name + "seen 4 45.000"));
  EXPECT_THAT(flow.at(2).follow_ups[1].what.en,
              HasSubstr("UPDATE or re-INVITE from 10.0.0.2:5060, best after 45 s, by "));
}

TEST(FollowUpSession, IsRefreshedByTheResponseAlone) {
  Played flow(begin + "45.1 alice>bob 200 1 UPDATE from=b to=a\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(name + "seen 4 45.000"));
}

TEST(FollowUpSession, MayEndFirst) {
  Played flow(begin + "9.1 alice>bob BYE 2 to=b\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(name + "seen 4 9.000"));
  EXPECT_EQ(flow.at(2).follow_ups[1].reason.en, "The call ended first, in frame 4.");
}

TEST(FollowUpSession, IsLateAfterItRanOut) {
  Played flow(begin + "95.1 alice>bob UPDATE 2 to=b\n" + "95.2 bob>alice 200 2 UPDATE\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(name + "late 4 95.000"));
}

TEST(FollowUpSession, IsNotLateWhereOneBeforeCanHaveBeenLost) {
  Played jumped(begin + "95.1 alice>bob UPDATE 3 to=b\n");
  EXPECT_THAT(jumped.follow_ups(2), Contains(name + "not visible"));
  Played other_side(begin + "95.1 bob>alice UPDATE 8 from=b to=a\n");
  EXPECT_THAT(other_side.follow_ups(2), Contains(name + "not visible"));
}

TEST(FollowUpSession, IsMissingWhenBothSidesWentOnWithoutIt) {
  Played flow(begin + alive);
  EXPECT_THAT(flow.follow_ups(2), Contains(name + "missing"));
}

TEST(FollowUpSession, IsMissingWhereTheByeIsTheNextRequestOfTheRefresher) {
  const std::string by_client = R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE | Session-Expires: 90;refresher=uac
  )";
  Played next(by_client + "120.0 alice>bob BYE 2 to=b\n");
  EXPECT_THAT(next.follow_ups(2), Contains(name + "missing"));
  Played jumped(by_client + "120.0 alice>bob BYE 3 to=b\n");
  EXPECT_THAT(jumped.follow_ups(2), Contains(name + "not visible"));
  Played other_side(by_client + "120.0 bob>alice BYE 2 from=b to=a\n");
  EXPECT_THAT(other_side.follow_ups(2), Contains(name + "not visible"));
}

TEST(FollowUpSession, IsMissingWhereThePeerEndsTheCallWhenItsTimeIsOver) {
  const std::string bye = "91.0 alice>bob BYE 2 to=b\n";
  Played accepted(begin + bye + "91.1 bob>alice 200 2 BYE\n");
  EXPECT_THAT(accepted.follow_ups(2), Contains(name + "missing"));
  Played refused(begin + bye + "91.1 bob>alice 481 2 BYE\n");
  EXPECT_THAT(refused.follow_ups(2), Contains(name + "not visible"));
  Played lost(begin + "9.0 bob>alice 200 8 OPTIONS call=lost\n" + bye +
              "91.1 bob>alice 200 2 BYE\n");
  EXPECT_THAT(lost.follow_ups(2), Contains(name + "not visible"));
  Played jumped(begin + "91.0 alice>bob BYE 3 to=b\n" + "91.1 bob>alice 200 3 BYE\n");
  EXPECT_THAT(jumped.follow_ups(2), Contains(name + "not visible"));
  Played later(begin + "120.0 alice>bob BYE 2 to=b\n" + "120.1 bob>alice 200 2 BYE\n");
  EXPECT_THAT(later.follow_ups(2), Contains(name + "not visible"));
  Played twice(begin + "190.0 alice>bob BYE 2 to=b\n" + "190.1 bob>alice 200 2 BYE\n");
  EXPECT_THAT(twice.follow_ups(2), Contains(name + "missing"));
}

TEST(FollowUpSession, IsNotMissingWhereTheDialogTakesAnotherWayOrPacketsWereLost) {
  Played elsewhere(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE | Session-Expires: 90;refresher=uas
  )" + alive);
  EXPECT_THAT(elsewhere.follow_ups(2), Contains(name + "not visible"));
  Played lost(begin + "9.0 bob>alice 200 8 OPTIONS call=lost\n" + alive);
  EXPECT_THAT(lost.follow_ups(2), Contains(name + "not visible"));
  Played ended(begin);
  EXPECT_THAT(ended.follow_ups(2), Contains(name + "waiting"));
}

}  // namespace
}  // namespace sipgloss::test
