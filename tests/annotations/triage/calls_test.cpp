// SPDX-License-Identifier: MIT
// How calls end: a flow for each outcome.
#include "triage/calls.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char answered[] = R"(
  0.0 a>b INVITE 1
  0.1 b>a 100 1 INVITE
  1.0 b>a 180 1 INVITE
  4.0 b>a 200 1 INVITE
  4.1 a>b ACK 1 to=b branch=ack
  9.0 a>b BYE 2 to=b
  9.1 b>a 200 2 BYE
)";

TEST(Calls, OneThatIsAnsweredHasItsTimes) {
  const Told told(answered);
  EXPECT_THAT(told.calls(), ElementsAre("answered setup 4 ring 3 duration 5 caller: "
                                        "INVITE 1, 180 3, 200 4, BYE 6"));
  EXPECT_EQ(told.stories().calls[0].from, "alice@example.com");
  EXPECT_EQ(told.stories().calls[0].to, "bob@example.com");
}

TEST(Calls, TheCalleeMayHangUp) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    2.0 b>a 200 1 INVITE
    2.1 a>b ACK 1 to=b branch=ack
    5.0 b>a BYE 1 from=b to=a
    5.1 a>b 200 1 BYE from=b to=a)")
                  .calls(),
              ElementsAre("answered setup 2 duration 3 callee: INVITE 1, 200 2, BYE 4"));
}

TEST(Calls, ByesOfBothSidesAreThoseOfSomebodyBetweenThem) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    2.0 b>a 200 1 INVITE
    5.0 b>a BYE 1 from=b to=a
    5.0 a>b BYE 2 to=b)")
                  .calls(),
              ElementsAre("answered setup 2 duration 3 both: INVITE 1, 200 2, BYE 3"));
}

TEST(Calls, WithoutAByeNobodyHungUp) {
  const Told told(R"(
    0.0 a>b INVITE 1
    2.0 b>a 200 1 INVITE)");
  EXPECT_THAT(told.calls(), ElementsAre("answered setup 2: INVITE 1, 200 2"));
  EXPECT_THAT(told.page(), HasSubstr("Calls: 1 (1 answered)\n  answered, without a BYE in the "
                                     "capture: 1\n"));
  EXPECT_THAT(told.page(), HasSubstr("  no BYE  "));
}

TEST(Calls, OneThatIsChallengedAndRepeatedIsOneCall) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 407 1 INVITE | Proxy-Authenticate: Digest realm="r", nonce="1"
    0.2 a>b ACK 1 to=b
    0.3 a>b INVITE 2 | Proxy-Authorization: Digest username="a", realm="r", nonce="1", response="0"
    3.0 b>a 200 2 INVITE to=c)")
                  .calls(),
              ElementsAre("answered setup 3: INVITE 1, 407 2, INVITE 4, 200 5"));
}

TEST(Calls, ARetryMayHaveAnotherFromTag) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 401 1 INVITE | WWW-Authenticate: Digest realm="r", nonce="1"
    0.2 a>b ACK 1 to=b
    0.3 a>b INVITE 2 from=x | Authorization: Digest username="a", realm="r", nonce="1", response="0"
    3.0 b>a 200 2 INVITE from=x to=c
    8.0 a>b BYE 3 from=x to=c)")
                  .calls(),
              ElementsAre("answered setup 3 duration 5 caller: INVITE 1, 401 2, INVITE 4, 200 5, "
                          "BYE 6"));
}

TEST(Calls, AReinviteBelongsToItsCall) {
  const Told told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 200 1 INVITE
    1.1 a>b ACK 1 to=b branch=ack
    5.0 a>b INVITE 2 to=b
    5.1 b>a 200 2 INVITE
    5.2 a>b ACK 2 to=b branch=ack2
    9.0 b>a BYE 1 from=b to=a)");
  EXPECT_THAT(told.calls(),
              ElementsAre("answered setup 1 duration 8 callee: INVITE 1, 200 2, BYE 7"));
  EXPECT_THAT(told.stories().calls[0].remarks, IsEmpty());
}

TEST(Calls, AReinviteThatIsRefusedIsTrouble) {
  const Told told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 200 1 INVITE
    1.1 a>b ACK 1 to=b branch=ack
    5.0 a>b INVITE 2 to=b
    5.1 b>a 488 2 INVITE
    5.2 a>b ACK 2 to=b)");
  EXPECT_THAT(told.calls(), ElementsAre("answered setup 1 !: INVITE 1, 200 2"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("Within the call, a re-INVITE was refused in frame 5: 488 Not Acceptable "
                       "Here."));
}

TEST(Calls, AByeToASideThatForgotTheCallIsTrouble) {
  const Told told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 200 1 INVITE
    9.0 a>b BYE 2 to=b
    9.1 b>a 481 2 BYE)");
  EXPECT_THAT(told.calls(),
              ElementsAre("answered setup 1 duration 8 caller !: INVITE 1, 200 2, BYE 3"));
  EXPECT_THAT(told.page(), HasSubstr("  answered, but with trouble: 1\n"));
}

TEST(Calls, AnUnusualReasonOfAByeIsTold) {
  const Told told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 200 1 INVITE
    9.0 a>b BYE 2 to=b | Reason: Q.850;cause=38;text="no route", SIP;cause=503)");
  EXPECT_THAT(Told::remarks(told.stories().calls),
              ElementsAre("The BYE gives a reason: Q.850 38 network out of order (“no route”).",
                          "The BYE gives a reason: SIP 503 Service Unavailable."));
  EXPECT_TRUE(told.stories().calls[0].in_trouble);
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 200 1 INVITE
    9.0 a>b BYE 2 to=b | Reason: Q.850;cause=16)")
                  .stories()
                  .calls[0]
                  .remarks,
              IsEmpty());
}

TEST(Calls, OutcomesByTheFinalResponse) {
  const auto call = [](const std::string& code) {
    return Told("0.0 a>b INVITE 1\n1.0 b>a 180 1 INVITE\n3.0 b>a " + code +
                " 1 INVITE\n3.1 a>b ACK 1 to=b\n")
        .calls()
        .at(0);
  };
  EXPECT_EQ(call("486"), "busy 486 ring 2 !: INVITE 1, 180 2, 486 3");
  EXPECT_EQ(call("600"), "busy 600 ring 2 !: INVITE 1, 180 2, 600 3");
  EXPECT_EQ(call("603"), "declined 603 ring 2 !: INVITE 1, 180 2, 603 3");
  EXPECT_EQ(call("607"), "declined 607 ring 2 !: INVITE 1, 180 2, 607 3");
  EXPECT_EQ(call("408"), "not answered 408 ring 2 !: INVITE 1, 180 2, 408 3");
  EXPECT_EQ(call("480"), "not answered 480 ring 2 !: INVITE 1, 180 2, 480 3");
  EXPECT_EQ(call("500"), "failed 500 ring 2 !: INVITE 1, 180 2, 500 3");
  EXPECT_EQ(call("302"), "redirected without a sequel 302 ring 2 !: INVITE 1, 180 2, 302 3");
  EXPECT_EQ(call("487"), "cancelled 487 ring 2 caller: INVITE 1, 180 2, 487 3");
}

TEST(Calls, ATimeoutWithoutRingingIsAFailure) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 183 1 INVITE
    3.0 b>a 480 1 INVITE)")
                  .calls(),
              ElementsAre("failed 480 ring 2.9 !: INVITE 1, 183 2, 480 3"));
}

TEST(Calls, ACallerThatGivesUpCancels) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 180 1 INVITE
    7.0 a>b CANCEL 1
    7.1 b>a 200 1 CANCEL
    7.2 b>a 487 1 INVITE
    7.3 a>b ACK 1 to=b)")
                  .calls(),
              ElementsAre("cancelled 487 ring 6.2 caller: INVITE 1, 180 2, CANCEL 3, 487 5"));
}

TEST(Calls, ACancelIsEnoughWhereTheCaptureEndsBeforeThe487) {
  EXPECT_THAT(Told("0.0 a>b INVITE 1\n1.0 b>a 180 1 INVITE\n7.0 a>b CANCEL 1").calls(),
              ElementsAre("cancelled caller: INVITE 1, 180 2, CANCEL 3"));
}

TEST(Calls, ACancelThatCrossesThe200DoesNotCount) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    1.0 b>a 180 1 INVITE
    7.0 a>b CANCEL 1
    7.0 b>a 200 1 INVITE
    7.1 b>a 200 1 CANCEL
    7.2 a>b ACK 1 to=b branch=ack
    7.3 a>b BYE 2 to=b)")
                  .calls(),
              ElementsAre("answered setup 7 ring 6 duration 0.3 caller: INVITE 1, 180 2, 200 4, "
                          "BYE 7"));
}

TEST(Calls, ABranchThatWasCancelledSinceAnotherPhoneAnswered) {
  EXPECT_THAT(Told(R"(
    0.0 p>b INVITE 1
    1.0 b>p 180 1 INVITE
    7.0 p>b CANCEL 1 | Reason: SIP;cause=200;text="Call completed elsewhere"
    7.1 b>p 200 1 CANCEL
    7.2 b>p 487 1 INVITE)")
                  .calls(),
              ElementsAre("completed elsewhere 487 ring 6.2: INVITE 1, 180 2, CANCEL 3, 487 5"));
}

TEST(Calls, AuthenticationThatGoesRoundInCircles) {
  const char* const once =
      "{0}.1 a>b INVITE {0} | Authorization: Digest username=\"a\", realm=\"r\", nonce=\"{0}\", "
      "response=\"0\"\n"
      "{0}.2 b>a 401 {0} INVITE | WWW-Authenticate: Digest realm=\"r\", nonce=\"{0}\"\n"
      "{0}.3 a>b ACK {0} to=b\n";
  std::string flow =
      "0.1 a>b INVITE 1 branch=first\n"
      "0.2 b>a 401 1 INVITE branch=first | WWW-Authenticate: Digest realm=\"r\", nonce=\"0\"\n";
  const auto repeat = [&](int number) {
    std::string text = once;
    for (std::size_t at; (at = text.find("{0}")) != std::string::npos;)
      text.replace(at, 3, std::to_string(number));
    flow += text;
  };
  repeat(2);
  EXPECT_THAT(Told(flow).calls(), ElementsAre("failed 401 !: INVITE 1, 401 2, INVITE 3, 401 4"));
  repeat(3);
  const Told told(flow);
  EXPECT_THAT(told.calls(),
              ElementsAre("auth loop 401 !: INVITE 1, 401 2, INVITE 3, 401 4, INVITE 6, 401 7"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("There were 3 challenges in a row; 2 of them refused credentials."));
  for (int number = 4; number <= 9; ++number) repeat(number);
  const Told many(flow);
  EXPECT_THAT(Told::remarks(many.stories().calls),
              Contains("There were 9 attempts; the frames of 3 in the middle are left out."));
}

TEST(Calls, ChallengesOfSeveralRealmsOrOfOldNoncesAreNoLoop) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 407 1 INVITE | Proxy-Authenticate: Digest realm="p", nonce="1"
    0.2 a>b INVITE 2 | Proxy-Authorization: Digest username="a", realm="p", nonce="1", response="0"
    0.3 b>a 407 2 INVITE | Proxy-Authenticate: Digest realm="q", nonce="1"
    0.4 a>b INVITE 3 | Proxy-Authorization: Digest username="a", realm="q", nonce="1", response="0"
    0.5 b>a 407 3 INVITE | Proxy-Authenticate: Digest realm="q", nonce="2", stale=true)")
                  .calls(),
              ElementsAre("challenged without a retry 407 !: INVITE 1, 407 2, INVITE 3, 407 4, "
                          "INVITE 5, 407 6"));
}

TEST(Calls, AChallengeWithoutARetryIsNotCalledRoutine) {
  const Told told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 407 1 INVITE | Proxy-Authenticate: Digest realm="p", nonce="1"
    0.2 a>b ACK 1 to=b
    9.1 a>b OPTIONS 1 call=x)");
  EXPECT_THAT(told.calls(), ElementsAre("challenged without a retry 407 !: INVITE 1, 407 2"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("No other attempt follows; the capture ends 9.000 s later."));
  EXPECT_THAT(Told::remarks(told.stories().calls), Not(Contains(HasSubstr("routine"))));
}

TEST(Calls, ARedirectionThatIsFollowedIsTheSameCall) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a 302 1 INVITE | Contact: <sip:carol@example.com>
    0.2 a>b ACK 1 to=b
    0.3 a>c INVITE 2 uri=sip:carol@example.com
    2.0 c>a 200 2 INVITE to=c)")
                  .calls(),
              ElementsAre("answered setup 2: INVITE 1, 302 2, INVITE 4, 200 5"));
}

TEST(Calls, WhatIsMissingWithinACallIsTrouble) {
  std::string flow = "0.0 a>b INVITE 1\n1.0 b>a 200 1 INVITE\n";
  for (const char* time : {"1.5", "2.5", "4.5", "8.5", "12.5", "16.5", "20.5", "24.5", "28.5"})
    flow += std::string(time) + " b>a 200 1 INVITE\n";
  flow += "60 a>b OPTIONS 1 call=x\n60.1 b>a 200 1 OPTIONS call=x\n";
  const Told told(flow);
  EXPECT_THAT(told.calls(), ElementsAre("answered setup 1 !: INVITE 1, 200 2"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains(HasSubstr("Missing after the 200 in frame 2: ACK from ")));
}

TEST(Calls, OneIdOfACallUsedAgainIsAnotherCall) {
  EXPECT_THAT(Told(std::string(answered) + R"(
    20.0 a>b INVITE 1 from=x branch=second
    21.0 b>a 486 1 INVITE from=x branch=second to=y)")
                  .calls(),
              ElementsAre(HasSubstr("answered"), "busy 486 !: INVITE 8, 486 9"));
}

TEST(Calls, APacketThatWasCapturedTwiceIsNoSecondCall) {
  EXPECT_THAT(Told(R"(
    0.000 a>b INVITE 1 id=7
    0.001 a>b INVITE 1 id=7
    1.000 b>a 486 1 INVITE id=8
    1.001 b>a 486 1 INVITE id=8)")
                  .calls(),
              ElementsAre("busy 486 !: INVITE 1, 486 3"));
}

TEST(Calls, BothLanguagesSayTheSame) {
  const Told told("0.0 a>b INVITE 1\n1.0 b>a 486 1 INVITE");
  const std::string page = told.page(Language::both);
  EXPECT_THAT(page, HasSubstr("Calls: 1 (1 busy)\n呼叫：1（被叫忙 1）\n"));
  EXPECT_THAT(page, HasSubstr("486 “Reason” 来自 10.0.0.2:5060（帧 2）。"));
  EXPECT_THAT(told.page(Language::chinese), Not(HasSubstr("busy")));
}

}  // namespace
}  // namespace sipgloss::test
