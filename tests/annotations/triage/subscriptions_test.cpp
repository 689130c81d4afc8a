// SPDX-License-Identifier: MIT
// What becomes of subscriptions and of REFER: a flow for each outcome.
#include "triage/subscriptions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char subscribed[] = R"(
  0.0 a>n SUBSCRIBE 1 | Event: presence | Expires: 600
  0.1 n>a 200 1 SUBSCRIBE | Expires: 600
  0.2 n>a NOTIFY 1 from=b to=a | Event: presence | Subscription-State: {}
  0.3 a>n 200 1 NOTIFY from=b to=a
)";

std::string with_state(const std::string& state) {
  std::string flow = subscribed;
  return flow.replace(flow.find("{}"), 2, state);
}

TEST(Subscriptions, TheLastNotifyTellsTheState) {
  const Told told(with_state("active;expires=600"));
  EXPECT_THAT(told.subscriptions(),
              ElementsAre("presence active, 1 NOTIFY: SUBSCRIBE 1, 200 2, NOTIFY 3"));
  EXPECT_EQ(told.stories().subscriptions[0].watcher, "alice@example.com");
  EXPECT_EQ(told.stories().subscriptions[0].notifier, "bob@example.com");
  EXPECT_THAT(Told(with_state("pending")).subscriptions(),
              ElementsAre(HasSubstr("presence pending")));
  EXPECT_THAT(Told(with_state("dormant")).subscriptions(),
              ElementsAre(HasSubstr("presence other state")));
  const Told rejected(with_state("terminated;reason=rejected"));
  EXPECT_THAT(rejected.subscriptions(), ElementsAre(HasSubstr("presence terminated (rejected)")));
  EXPECT_TRUE(rejected.stories().subscriptions[0].in_trouble);
  EXPECT_FALSE(Told(with_state("terminated;reason=timeout")).stories().subscriptions[0].in_trouble);
}

TEST(Subscriptions, OneThatIsRepeatedOrSeenOnTwoHopsIsOne) {
  EXPECT_THAT(Told(R"(
    0.0 a>p SUBSCRIBE 1 | Event: presence
    0.1 p>a 407 1 SUBSCRIBE | Proxy-Authenticate: Digest realm="r", nonce="1"
    0.2 a>p SUBSCRIBE 2 | Event: presence
    0.3 p>n SUBSCRIBE 2 via=a | Event: presence
    0.4 n>p 202 2 SUBSCRIBE via=a
    0.5 p>a 202 2 SUBSCRIBE
    0.6 n>p NOTIFY 1 from=b to=a | Event: presence | Subscription-State: pending
    0.7 p>a NOTIFY 1 from=b to=a via=n | Event: presence | Subscription-State: pending
    5.6 n>p NOTIFY 2 from=b to=a | Event: presence | Subscription-State: active
    5.7 p>a NOTIFY 2 from=b to=a via=n | Event: presence | Subscription-State: active)")
                  .subscriptions(),
              ElementsAre("presence active, 2 NOTIFY: SUBSCRIBE 1, 407 2, NOTIFY 9"));
}

TEST(Subscriptions, OneThatIsRefusedTellsWhy) {
  const Told told(R"(
    0.0 a>n SUBSCRIBE 1 | Event: weather
    0.1 n>a 489 1 SUBSCRIBE)");
  EXPECT_THAT(told.subscriptions(), ElementsAre("weather refused 489: SUBSCRIBE 1, 489 2"));
  EXPECT_THAT(Told::remarks(told.stories().subscriptions),
              Contains("489 “Reason” came from 10.0.0.2:5060 (frame 2)."));
}

TEST(Subscriptions, WithoutANotifyOnlyTheResponseIsKnown) {
  EXPECT_THAT(
      Told("0.0 a>n SUBSCRIBE 1 | Event: presence\n0.1 n>a 200 1 SUBSCRIBE").subscriptions(),
      ElementsAre("presence accepted without a NOTIFY: SUBSCRIBE 1, 200 2"));
  EXPECT_THAT(Told("0.0 a>n SUBSCRIBE 1 | Event: presence").subscriptions(),
              ElementsAre("presence open when the capture ended: SUBSCRIBE 1"));
}

TEST(Subscriptions, OneThatTheWatcherEnds) {
  EXPECT_THAT(Told(with_state("active") + R"(
    9.0 a>n SUBSCRIBE 2 to=b | Event: presence | Expires: 0
    9.1 n>a 200 2 SUBSCRIBE | Expires: 0)")
                  .subscriptions(),
              ElementsAre("presence terminated, 1 NOTIFY: SUBSCRIBE 1, 200 2, NOTIFY 3"));
}

TEST(Subscriptions, ANotifyWhoseSubscriptionWasNotCaptured) {
  const Told told(
      "0 n>a NOTIFY 4 from=n to=w | Event: message-summary | Subscription-State: active");
  EXPECT_THAT(told.subscriptions(), ElementsAre("message-summary active, 1 NOTIFY: NOTIFY 1"));
  EXPECT_EQ(told.stories().subscriptions[0].watcher, "bob@example.com");  // its To
}

TEST(Subscriptions, AWatcherThatRefusesANotifyIsTrouble) {
  const Told told(R"(
    0 n>a NOTIFY 4 from=n to=w | Event: dialog | Subscription-State: active
    0.1 a>n 481 4 NOTIFY from=n to=w)");
  EXPECT_TRUE(told.stories().subscriptions[0].in_trouble);
  EXPECT_THAT(Told::remarks(told.stories().subscriptions),
              ElementsAre("A NOTIFY was refused in frame 2: 481 Call/Transaction Does Not Exist."));
}

constexpr char transfer[] = R"(
  0.0 a>b INVITE 1
  1.0 b>a 200 1 INVITE
  1.1 a>b ACK 1 to=b branch=ack
  5.0 b>a REFER 1 from=b to=a | Refer-To: <sip:carol@example.com>
  5.1 a>b 202 1 REFER from=b to=a
  5.2 a>b NOTIFY 2 to=b | Event: refer | Subscription-State: active || SIP/2.0 100 Trying
  7.0 a>b NOTIFY 3 to=b | Event: refer | Subscription-State: terminated;reason=noresource | Content-Type: message/sipfrag || SIP/2.0 {} Done
)";

std::string that_came_to(const std::string& code) {
  std::string flow = transfer;
  return flow.replace(flow.find("{}"), 2, code);
}

TEST(Subscriptions, AReferTellsWhatTheTransferCameTo) {
  const Told told(that_came_to("200"));
  EXPECT_THAT(told.subscriptions(),
              ElementsAre("refer to carol@example.com terminated 200 "
                          "(noresource), 2 NOTIFY: REFER 4, 202 5, NOTIFY 7"));
  EXPECT_EQ(told.stories().subscriptions[0].watcher, "bob@example.com");
  EXPECT_FALSE(told.stories().subscriptions[0].in_trouble);
}

TEST(Subscriptions, ATransferThatFailedIsTrouble) {
  const Told told(that_came_to("486"));
  EXPECT_TRUE(told.stories().subscriptions[0].in_trouble);
  EXPECT_THAT(Told::remarks(told.stories().subscriptions),
              Contains("The transfer came to 486 Busy Here."));
}

TEST(Subscriptions, EachReferIsOneOfItsOwn) {
  EXPECT_THAT(Told(R"(
    5.0 a>b REFER 1 | Refer-To: <sip:c@example.com>
    5.1 b>a 603 1 REFER
    9.0 a>b REFER 2 from=x | Refer-To: <sip:d@example.com>
    9.1 b>a 202 2 REFER from=x)")
                  .subscriptions(),
              ElementsAre("refer to c@example.com refused 603: REFER 1, 603 2",
                          "refer to d@example.com accepted without a NOTIFY: REFER 3, 202 4"));
}

}  // namespace
}  // namespace sipgloss::test
