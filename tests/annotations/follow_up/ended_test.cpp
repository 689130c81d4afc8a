// SPDX-License-Identifier: MIT
// BYE after a response that says that the call is gone, and responses that nothing follows. RFC
// 3261 sections 12.2.1.2 and 15.1.1.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string gone = R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    0.2  alice>bob  ACK 1  to=b branch=x
    5.0  alice>bob  UPDATE 2  to=b
    5.1  bob>alice  481 2 UPDATE
)";

TEST(FollowUpBye, EndsACallThatIsGoneAtTheOtherSide) {
  Played flow(gone + "5.2 alice>bob BYE 3 to=b\n");
  EXPECT_THAT(flow.follow_ups(5), ElementsAre("BYE seen 6 0.100"));
  EXPECT_EQ(flow.at(5).follow_ups[0].what.en,
            "BYE from 10.0.0.1:5060, which ends its side of the call");
}

TEST(FollowUpBye, IsNeverMissing) {
  Played waiting(gone);
  EXPECT_THAT(waiting.follow_ups(5), ElementsAre("BYE waiting"));
  Played silent(gone +
                "100.0 alice>bob OPTIONS 9 call=other\n"
                "100.1 bob>alice 200 9 OPTIONS call=other\n");
  EXPECT_THAT(silent.follow_ups(5), ElementsAre("BYE not visible"));
}

TEST(FollowUpBye, IsNotAskedForOutsideOfADialogNorByABye) {
  Played outside(R"(
    0.0  alice>bob  UPDATE 1
    0.1  bob>alice  481 1 UPDATE
  )");
  EXPECT_THAT(outside.follow_ups(2), ElementsAre("nothing seen"));
  Played bye(R"(
    0.0  alice>bob  BYE 2  to=b
    0.1  bob>alice  481 2 BYE
  )");
  EXPECT_THAT(bye.follow_ups(2), ElementsAre("nothing seen"));
}

TEST(FollowUpNothing, IsSaidOfWhatIsOver) {
  for (const std::string method : {"BYE", "OPTIONS", "MESSAGE", "INFO", "NOTIFY", "PRACK"}) {
    Played flow("0.0 alice>bob " + method + " 1 to=b\n0.1 bob>alice 200 1 " + method + "\n");
    EXPECT_THAT(flow.follow_ups(2), ElementsAre("nothing seen")) << method;
    EXPECT_EQ(flow.at(2).follow_ups[0].what.en, "Nothing more: the " + method + " is over");
  }
}

TEST(FollowUpNothing, IsSaidOfNoRequest) {
  Played flow("0.0 alice>bob OPTIONS 1");
  EXPECT_THAT(flow.follow_ups(1), IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
