// SPDX-License-Identifier: MIT
// NOTIFY after SUBSCRIBE and REFER. RFC 6665 sections 4.1.2.4 and 4.2.1.2, RFC 3515 section 2.4.4,
// RFC 4488 section 4.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;

const std::string subscribed = R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  200 1 SUBSCRIBE | Contact: <sip:bob@10.0.0.2>
)";
const std::string notified = R"(
    0.2  bob>alice  NOTIFY 1  from=b to=a | Event: presence | Subscription-State: active
    0.3  alice>bob  200 1 NOTIFY  from=b to=a
)";
const std::string alive = R"(
    100.0  alice>bob  OPTIONS 9  call=other
    100.1  bob>alice  200 9 OPTIONS  call=other
)";

TEST(FollowUpNotify, OfASubscriptionIsSeen) {
  Played flow(subscribed + notified);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY seen 3 0.100"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en, "NOTIFY from 10.0.0.2:5060 with the current state");
}

TEST(FollowUpNotify, MayComeBeforeTheSuccess) {
  Played flow(R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  NOTIFY 1  from=b to=a | Event: presence
    0.2  bob>alice  200 1 SUBSCRIBE
  )");
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("NOTIFY seen 2 -0.100"));
  EXPECT_EQ(flow.at(3).follow_ups[0].reason.en, "It came before this response, in frame 2.");
}

TEST(FollowUpNotify, IsSeenByItsResponseAlone) {
  Played flow(subscribed + "0.3 alice>bob 200 1 NOTIFY from=b to=a\n" +
              "90.0 bob>alice NOTIFY 2 from=b to=a | Event: presence\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY seen 3 0.200"));
}

TEST(FollowUpNotify, AfterTimerNIsLate) {
  Played flow(subscribed + "40.1 bob>alice NOTIFY 1 from=b to=a | Event: presence\n" +
              "40.2 alice>bob 200 1 NOTIFY from=b to=a\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY late 3 40.000"));
}

TEST(FollowUpNotify, IsNotLateWherePacketsWereLost) {
  Played flow(subscribed + "9.0 alice>bob 200 8 OPTIONS call=lost\n" +
              "40.1 bob>alice NOTIFY 2 from=b to=a | Event: presence\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY not visible"));
}

TEST(FollowUpNotify, IsSeenOnAnotherHop) {
  Played flow(R"(
    0.0  alice>proxy  SUBSCRIBE 1 | Event: presence
    0.1  proxy>bob    SUBSCRIBE 1  via=alice | Event: presence
    0.2  bob>proxy    200 1 SUBSCRIBE  via=alice | Contact: <sip:bob@10.0.0.3>
    0.3  proxy>alice  200 1 SUBSCRIBE | Contact: <sip:bob@10.0.0.3>
    0.4  bob>alice    NOTIFY 1  from=b to=a | Event: presence
  )");
  EXPECT_THAT(flow.follow_ups(3), ElementsAre("NOTIFY seen 5 0.200"));
  EXPECT_THAT(flow.follow_ups(4), ElementsAre("NOTIFY seen 5 0.100"));
}

TEST(FollowUpNotify, IsMissingWhenBothSidesWentOnWithoutItAndItsResponse) {
  Played flow(subscribed + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY missing"));
}

TEST(FollowUpNotify, IsNotMissingWhereItMayComeAnotherWay) {
  Played flow(R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  200 1 SUBSCRIBE | Contact: <sip:bob@10.0.0.22>
  )" + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY not visible"));
}

TEST(FollowUpNotify, IsNotMissingWherePacketsWereLost) {
  Played flow(subscribed + "9.0 alice>bob 200 8 OPTIONS call=lost\n" + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY not visible"));
}

TEST(FollowUpNotify, IsNotMissingWhereTheSubscriberGoesOnOrOneCameBefore) {
  Played refreshed(subscribed + "50.1 alice>bob SUBSCRIBE 2 to=b | Event: presence\n" + alive);
  EXPECT_THAT(refreshed.follow_ups(2), ElementsAre("NOTIFY not visible"));
  Played second(subscribed + notified + R"(
   50.0  alice>bob  SUBSCRIBE 2  to=b | Event: presence
   50.1  bob>alice  200 2 SUBSCRIBE | Contact: <sip:bob@10.0.0.2>
  )" + alive);
  EXPECT_THAT(second.follow_ups(6), ElementsAre("NOTIFY not visible"));
}

TEST(FollowUpNotify, IsWaitedForWhereTheCaptureEnds) {
  Played flow(subscribed);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY waiting"));
}

TEST(FollowUpNotify, OfAReferIsToldFromThatOfASubscriptionByItsEvent) {
  Played flow(R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  200 1 SUBSCRIBE
    0.2  alice>bob  REFER 2  to=b
    0.3  bob>alice  202 2 REFER
    0.4  bob>alice  NOTIFY 1  from=b to=a | Event: refer;id=2
    0.5  bob>alice  NOTIFY 2  from=b to=a | Event: presence
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("NOTIFY seen 6 0.400"));
  EXPECT_THAT(flow.follow_ups(4), ElementsAre("NOTIFY seen 5 0.100"));
}

TEST(FollowUpNotify, IsNotAskedForByAReferWhoseEventsAreElsewhere) {
  Played flow(R"(
    0.0  alice>bob  REFER 1 | Supported: explicitsub
    0.1  bob>alice  200 1 REFER | Refer-Events-At: <sip:r1@10.0.0.2>
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("nothing seen"));
}

TEST(FollowUpNotify, IsNotAskedForByAReferWithoutSubscription) {
  Played flow(R"(
    0.0  alice>bob  REFER 1 | Refer-Sub: false
    0.1  bob>alice  202 1 REFER | Refer-Sub: false
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre("nothing seen"));
}

}  // namespace
}  // namespace sipgloss::test
