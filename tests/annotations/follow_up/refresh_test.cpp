// SPDX-License-Identifier: MIT
// Refreshes of registrations, subscriptions and publications. RFC 3261 section 10.2.4, RFC 6665
// section 4.1.2.2, RFC 3903 section 4.3.
#include <gmock/gmock.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string registered = R"(
    0.0  alice>bob  REGISTER 1 | Contact: <sip:a@10.0.0.1>
    0.1  bob>alice  200 1 REGISTER | Contact: <sip:old@10.0.0.9>;expires=5, <sip:a@10.0.0.1>;expires=60
)";
const std::string alive = R"(
    150.0  alice>bob  OPTIONS 9  call=other
    150.1  bob>alice  200 9 OPTIONS  call=other
)";
const std::string registration = "refresh of the registration ";

TEST(FollowUpRefresh, OfARegistrationIsDueForItsOwnBinding) {
  Played flow(registered + "50.1 alice>bob REGISTER 2 | Contact: <sip:a@10.0.0.1>\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "seen 3 50.000"));
  EXPECT_THAT(flow.at(2).follow_ups[0].what.en,
              HasSubstr("REGISTER again from 10.0.0.1:5060 within 60 s, before "));
}

TEST(FollowUpRefresh, OfARegistrationIsLateAfterTheBindingRanOut) {
  Played flow(registered + "70.1 alice>bob REGISTER 2 | Contact: <sip:a@10.0.0.1>\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "late 3 70.000"));
}

TEST(FollowUpRefresh, IsNotLateWhereCSeqTellsOfOthersBefore) {
  Played flow(registered + "100.1 alice>bob REGISTER 3 | Contact: <sip:a@10.0.0.1>\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "not visible"));
}

TEST(FollowUpRefresh, OfARegistrationIsSeenByItsResponseAloneAndUnderAnotherCallId) {
  Played response(registered + "50.1 bob>alice 200 2 REGISTER\n");
  EXPECT_THAT(response.follow_ups(2), ElementsAre(registration + "seen 3 50.000"));
  Played restarted(registered +
                   "50.1 alice>bob REGISTER 1 call=new branch=new | Contact: <sip:a@10.0.0.1>\n");
  EXPECT_THAT(restarted.follow_ups(2), ElementsAre(registration + "seen 3 50.000"));
  EXPECT_THAT(restarted.at(2).follow_ups[0].reason.en, HasSubstr("another Call-ID"));
  Played other(registered +
               "50.1 alice>bob REGISTER 1 call=new branch=new | Contact: <sip:b@10.0.0.1>\n" +
               alive);
  EXPECT_THAT(other.follow_ups(2), ElementsAre(registration + "not visible"));
}

TEST(FollowUpRefresh, OfARegistrationIsMissingWhenBothSidesWentOnWithoutIt) {
  Played flow(registered + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "missing"));
  EXPECT_THAT(flow.at(2).follow_ups[0].reason.en, HasSubstr("the binding ran out at "));
}

TEST(FollowUpRefresh, OfARegistrationIsNotMissingWherePacketsWereLostOrTheUserLeft) {
  Played lost(registered + "9.0 bob>alice 200 8 OPTIONS call=lost\n" + alive);
  EXPECT_THAT(lost.follow_ups(2), ElementsAre(registration + "not visible"));
  Played left(registered + "150.0 bob>alice OPTIONS 9 call=other\n");
  EXPECT_THAT(left.follow_ups(2), ElementsAre(registration + "not visible"));
  Played ended(registered);
  EXPECT_THAT(ended.follow_ups(2), ElementsAre(registration + "waiting"));
}

// A NAT, or a proxy: that others go on behind it tells nothing of one that was switched off.
TEST(FollowUpRefresh, OfARegistrationIsNotMissingWhereOtherUsersComeFromTheSameHost) {
  Played flow(registered + R"(
     1.0  alice:7777>bob  REGISTER 1  call=d branch=d sent-by=x user=carol
     1.1  bob>alice:7777  200 1 REGISTER  call=d branch=d sent-by=x user=carol | Contact: <sip:c@10.0.0.1>;expires=600
  )" + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "not visible"));
  EXPECT_THAT(flow.at(2).follow_ups[0].reason.en, HasSubstr("Several users"));
}

TEST(FollowUpRefresh, OfARegistrationIsSeenFromAnotherAddress) {
  Played flow(registered + "50.1 carol>bob REGISTER 2 | Contact: <sip:a@10.0.0.3>\n" + alive);
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "seen 3 50.000"));
}

TEST(FollowUpRefresh, OfWhatLastsLongerThanTimeIsWaitedFor) {
  Played flow(R"(
    0.0            alice>bob  REGISTER 1 | Contact: <sip:a@10.0.0.1>
    9000000000.0   bob>alice  200 1 REGISTER | Contact: <sip:a@10.0.0.1>;expires=4294967295
  )");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(registration + "waiting"));
}

TEST(FollowUpRefresh, IsNotAskedForByARemovalOrAQuery) {
  Played removed(R"(
    0.0  alice>bob  REGISTER 1 | Contact: <sip:a@10.0.0.1> | Expires: 0
    0.1  bob>alice  200 1 REGISTER | Contact: <sip:old@10.0.0.9>;expires=5
  )");
  EXPECT_THAT(removed.follow_ups(2), ElementsAre("nothing seen"));
  Played query(R"(
    0.0  alice>bob  REGISTER 1
    0.1  bob>alice  200 1 REGISTER | Contact: <sip:a@10.0.0.1>;expires=60
  )");
  EXPECT_THAT(query.follow_ups(2), ElementsAre("nothing seen"));
}

const std::string subscribed = R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  200 1 SUBSCRIBE | Expires: 60 | Contact: <sip:bob@10.0.0.2>
    0.2  bob>alice  NOTIFY 1  from=b to=a | Event: presence | Subscription-State: active
    0.3  alice>bob  200 1 NOTIFY  from=b to=a
)";
const std::string subscription = "refresh of the subscription ";

TEST(FollowUpRefresh, OfASubscriptionIsSeenInItsDialog) {
  Played flow(subscribed + "50.1 alice>bob SUBSCRIBE 2 to=b | Event: presence\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(subscription + "seen 5 50.000"));
  Played response(subscribed + "50.1 bob>alice 200 2 SUBSCRIBE\n");
  EXPECT_THAT(response.follow_ups(2), Contains(subscription + "seen 5 50.000"));
  Played late(subscribed + "70.1 alice>bob SUBSCRIBE 2 to=b | Event: presence\n");
  EXPECT_THAT(late.follow_ups(2), Contains(subscription + "late 5 70.000"));
}

TEST(FollowUpRefresh, OfASubscriptionIsNotDueOnceTheNotifierEndedIt) {
  Played flow(subscribed +
              "9.1 bob>alice NOTIFY 2 from=b to=a | Event: presence | "
              "Subscription-State: terminated;reason=giveup\n");
  EXPECT_THAT(flow.follow_ups(2), Contains(subscription + "seen 5 9.000"));
  EXPECT_EQ(flow.at(2).follow_ups[1].reason.en, "The notifier ended the subscription in frame 5.");
}

TEST(FollowUpRefresh, OfASubscriptionIsMissingWhenBothSidesWentOnWithoutIt) {
  Played flow(subscribed + alive);
  EXPECT_THAT(flow.follow_ups(2), Contains(subscription + "missing"));
}

TEST(FollowUpRefresh, OfASubscriptionIsNotMissingWhereItLivesOnOrCanHaveEnded) {
  Played alive_still(subscribed + "90.0 bob>alice NOTIFY 2 from=b to=a | Event: presence\n" +
                     "90.1 alice>bob 200 2 NOTIFY from=b to=a\n" + alive);
  EXPECT_THAT(alive_still.follow_ups(2), Contains(subscription + "not visible"));
  Played unread(subscribed + "9.1 alice>bob 200 2 NOTIFY from=b to=a\n" + alive);
  EXPECT_THAT(unread.follow_ups(2), Contains(subscription + "not visible"));
  Played ended(subscribed);
  EXPECT_THAT(ended.follow_ups(2), Contains(subscription + "waiting"));
}

const std::string published = R"(
    0.0  alice>bob  PUBLISH 1 | Event: presence
    0.1  bob>alice  200 1 PUBLISH | Expires: 60 | SIP-ETag: e1
)";
const std::string publication = "refresh of the publication ";

TEST(FollowUpRefresh, OfAPublicationNamesItsEntityTag) {
  Played flow(published + "50.1 alice>bob PUBLISH 2 | Event: presence | SIP-If-Match: e1\n");
  EXPECT_THAT(flow.follow_ups(2), ElementsAre(publication + "seen 3 50.000"));
  EXPECT_EQ(flow.at(2).follow_ups[0].what.en,
            "PUBLISH from 10.0.0.1:5060 with SIP-If-Match: e1, within 60 s");
}

TEST(FollowUpRefresh, OfAPublicationIsNeverMissing) {
  Played late(published + "70.1 alice>bob PUBLISH 2 | Event: presence | SIP-If-Match: e1\n");
  EXPECT_THAT(late.follow_ups(2), ElementsAre(publication + "late 3 70.000"));
  Played silent(published + alive);
  EXPECT_THAT(silent.follow_ups(2), ElementsAre(publication + "not visible"));
  Played ended(published);
  EXPECT_THAT(ended.follow_ups(2), ElementsAre(publication + "waiting"));
}

}  // namespace
}  // namespace sipgloss::test
