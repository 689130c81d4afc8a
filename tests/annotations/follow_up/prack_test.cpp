// SPDX-License-Identifier: MIT
// PRACK to a reliable provisional response. RFC 3262 sections 3 and 4.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

constexpr const char* reliable = "180 1 INVITE | Require: 100rel | RSeq: 5\n";

/// A reliable response that is repeated with a growing interval.
std::string repeated(int times) {
  std::string text = "0.0 alice>bob INVITE 1 | Supported: 100rel\n";
  const char* const at[] = {"0.1", "0.6", "1.6", "3.6", "7.6", "15.6", "31.6"};
  for (int i = 0; i < times; ++i) text += std::string(at[i]) + " bob>alice " + reliable;
  return text;
}

constexpr std::string_view alive = R"(
    100.0  alice>bob  OPTIONS 9  call=other
    100.1  bob>alice  200 9 OPTIONS  call=other
)";

TEST(FollowUpPrack, IsSeenByItsRAck) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1  | Supported: 100rel
    0.1  bob>alice  180 1 INVITE  | Require: 100rel | RSeq: 5
    0.2  alice>bob  PRACK 2  to=b | RAck: 5 1 INVITE
    0.3  bob>alice  200 2 PRACK
  )");
  EXPECT_THAT(flow.follow_ups(2), Contains("PRACK seen 3 0.100"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en, "PRACK from 10.0.0.1:5060 with RAck: 5 1 INVITE");
}

TEST(FollowUpPrack, IsNotAskedForByAnUnreliableResponse) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1  | Supported: 100rel
    0.1  bob>alice  180 1 INVITE
  )");
  EXPECT_THAT(flow.follow_ups(2), Not(Contains(StartsWith("PRACK"))));
}

TEST(FollowUpPrack, IsNotAskedForWhereTheClientNeedNotKnowIt) {
  std::string asked = repeated(7);
  asked.erase(asked.find(" | Supported: 100rel"), std::string_view(" | Supported: 100rel").size());
  Played flow(asked + std::string(alive));
  EXPECT_THAT(flow.follow_ups(2), Not(Contains(StartsWith("PRACK"))));
}

TEST(FollowUpPrack, IsSeenByItsResponseAlone) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1  | Supported: 100rel
    0.1  bob>alice  180 1 INVITE  | Require: 100rel | RSeq: 5
    0.3  bob>alice  200 2 PRACK
  )");
  EXPECT_THAT(flow.follow_ups(2), Contains("PRACK seen 3 0.200"));
}

TEST(FollowUpPrack, AfterTheServerGaveUpIsLate) {
  Played flow(repeated(7) + "40.1 alice>bob PRACK 2 to=b | RAck: 5 1 INVITE\n");
  EXPECT_THAT(flow.follow_ups(2), Contains("PRACK late 9 40.000"));
}

TEST(FollowUpPrack, IsMissingWhenTheServerRepeatedTheResponseUntilItGaveUp) {
  Played flow(repeated(7) + std::string(alive));
  EXPECT_THAT(flow.follow_ups(2), Contains("PRACK missing"));
  Played rejected(repeated(6) + "32.1 bob>alice 504 1 INVITE\n32.2 alice>bob ACK 1 to=b\n" +
                  std::string(alive));
  EXPECT_THAT(rejected.follow_ups(2), Contains("PRACK missing"));
}

TEST(FollowUpPrack, IsNotMissingWhenTheServerStoppedOrTheCallWasAnswered) {
  for (int times : {1, 3, 5}) {
    Played flow(repeated(times) + std::string(alive));
    EXPECT_THAT(flow.follow_ups(2), Contains("PRACK not visible")) << times;
  }
  Played answered(repeated(6) + "31.0 bob>alice 200 1 INVITE\n" + std::string(alive));
  EXPECT_THAT(answered.follow_ups(2), Contains("PRACK not visible"));
}

TEST(FollowUpPrack, IsWaitedForWhereTheCaptureEnds) {
  Played flow(repeated(2));
  EXPECT_THAT(flow.follow_ups(2), Contains("PRACK waiting"));
}

}  // namespace
}  // namespace sipgloss::test
