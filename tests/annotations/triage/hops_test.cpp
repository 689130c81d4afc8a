// SPDX-License-Identifier: MIT
// What the capture holds of a call decides what can be said of it: both sides of a proxy, one side,
// one direction, a beginning or an end that was not captured.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char through_proxy[] = R"(
  0.0 a>p INVITE 1
  0.1 p>a 100 1 INVITE
  0.2 p>b INVITE 1 via=a
  1.0 b>p 180 1 INVITE via=a
  1.1 p>a 180 1 INVITE
  2.0 b>p 486 1 INVITE via=a
  2.1 p>b ACK 1 via=a to=b
  2.2 p>a 486 1 INVITE
  2.3 a>p ACK 1 to=b
)";

TEST(Hops, ACallThroughAProxyIsOneCallAndTellsWhoRefused) {
  Flow flow(R"(
    0.0 a>p INVITE 1
    0.2 p>b INVITE 1 via=a
    1.0 b>p 180 1 INVITE via=a
    1.1 p>a 180 1 INVITE
    2.0 b>p 486 1 INVITE via=a
    2.2 p>a 486 1 INVITE)");
  const Told told(flow);
  EXPECT_THAT(told.calls(), ElementsAre("busy 486 ring 1.1 !: INVITE 1, 180 4, 486 6"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("486 “Reason” came from 10.0.0.3:5060 (frame 5) and reached the caller from "
                       "10.0.0.2:5060 (frame 6)."));
}

TEST(Hops, TheProxyThatGaveUpIsNamedWithTheBranchThatWasSilent) {
  const Told told(R"(
    0.0 a>p INVITE 1
    0.1 p>b INVITE 1 via=a
    0.6 p>b INVITE 1 via=a
    1.6 p>b INVITE 1 via=a
    5.0 p>a 408 1 INVITE)");
  EXPECT_THAT(told.calls(), ElementsAre("failed 408 !: INVITE 1, 408 5"));
  EXPECT_THAT(
      Told::remarks(told.stories().calls),
      testing::IsSupersetOf({"408 “Reason” came from 10.0.0.2:5060 (frame 5).",
                             "Branch to 10.0.0.3:5060 (frame 2): sent 3 times, no response in the "
                             "capture."}));
}

TEST(Hops, AForkedCallIsOneCallAndTellsOfEachBranch) {
  const Told told(R"(
    0.0 a>p INVITE 1
    0.1 p>b INVITE 1 via=a branch=one
    0.2 p>c INVITE 1 via=a branch=two
    1.0 b>p 486 1 INVITE via=a branch=one to=b
    2.0 c>p 480 1 INVITE via=a branch=two to=c
    2.1 p>a 486 1 INVITE to=b)");
  EXPECT_THAT(told.calls(), ElementsAre("busy 486 !: INVITE 1, 486 6"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("Branch to 10.0.0.4:5060 (frame 3): 480 Temporarily Unavailable, frame 5."));
}

TEST(Hops, ForksOfAProxyThatWasNotCapturedAreOneCall) {
  EXPECT_THAT(Told(R"(
    0.1 p>b INVITE 1 via=a branch=one
    0.2 p>c INVITE 1 via=a branch=two
    1.0 b>p 180 1 INVITE via=a branch=one to=b
    1.1 c>p 180 1 INVITE via=a branch=two to=c
    3.0 c>p 200 1 INVITE via=a branch=two to=c
    3.1 p>b CANCEL 1 via=a branch=one
    3.2 b>p 487 1 INVITE via=a branch=one to=b
    9.0 p>c BYE 2 via=a to=c)")
                  .calls(),
              ElementsAre("answered setup 2.9 ring 2 duration 6 caller: INVITE 1, INVITE 2, 180 3, "
                          "180 4, 200 5, 487 7, BYE 8"));
}

TEST(Hops, OnlyTheSideBehindTheProxy) {
  Flow flow(through_proxy);
  flow.drop_unless([](const Packet& packet) {
    return packet.source.address[3] != 1 && packet.destination.address[3] != 1;
  });
  EXPECT_THAT(Told(flow).calls(), ElementsAre(HasSubstr("busy 486")));
}

TEST(Hops, TheSameLinkCapturedOnBothSidesOfANat) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1 branch=same
    0.1 n>b INVITE 1 branch=same
    1.0 b>n 404 1 INVITE branch=same
    1.1 b>a 404 1 INVITE branch=same)")
                  .calls(),
              ElementsAre("failed 404 !: INVITE 1, 404 4"));
}

TEST(Hops, ABackToBackAgentThatKeepsTheCallIdIsOneCall) {
  EXPECT_THAT(Told(R"(
    0.0 a>s INVITE 1
    0.1 s>b INVITE 7 from=s
    1.0 b>s 180 7 INVITE from=s to=y
    1.1 s>a 180 1 INVITE
    4.0 b>s 200 7 INVITE from=s to=y
    4.1 s>a 200 1 INVITE
    9.0 a>s BYE 2 to=b
    9.1 s>b BYE 8 from=s to=y)")
                  .calls(),
              ElementsAre(HasSubstr("answered setup 4.1 ring 3 duration 4.9 caller")));
}

TEST(Hops, AForkThatIsTriedAfterAnotherDecides) {
  EXPECT_THAT(Told(R"(
    0.0 p>b INVITE 1 via=a branch=one
    1.0 b>p 407 1 INVITE via=a branch=one to=b
    2.0 p>c INVITE 1 via=a branch=two
    3.0 c>p 486 1 INVITE via=a branch=two to=c)")
                  .calls(),
              ElementsAre("busy 486 !: INVITE 1, 407 2, INVITE 3, 486 4"));
}

TEST(Hops, TheWayBehindTheProxyInOneDirection) {
  Flow flow(R"(
    0.0 a>p INVITE 1
    0.2 p>b INVITE 1 via=a
    1.0 b>p 180 1 INVITE via=a
    1.1 p>a 180 1 INVITE
    2.2 p>a 486 1 INVITE)");
  flow.drop_unless([](const Packet& packet) { return packet.frame != 2; });
  EXPECT_THAT(Told(flow).calls(), ElementsAre("busy 486 ring 1.1 !: INVITE 1, 180 4, 486 5"));
}

TEST(Hops, TheCallersHopInOneDirection) {
  Flow flow(through_proxy);
  flow.drop_unless([](const Packet& packet) { return packet.destination.address[3] != 1; });
  const Told told(flow);
  EXPECT_THAT(told.calls(), ElementsAre("busy 486 !: INVITE 1"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("486 “Reason” came from 10.0.0.3:5060 (frame 6)."));
}

TEST(Hops, WhoCancelledIsNotKnownBehindAProxy) {
  const Told told(R"(
    0.0 p>b INVITE 1 via=a
    1.0 b>p 180 1 INVITE via=a
    7.0 p>b CANCEL 1
    7.1 b>p 487 1 INVITE via=a)");
  EXPECT_THAT(told.calls(),
              ElementsAre("cancelled 487 ring 6.1: INVITE 1, 180 2, CANCEL 3, 487 4"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              ElementsAre(HasSubstr("It was cancelled by 10.0.0.1:5060, a server on the way")));
}

constexpr char whole_call[] = R"(
  0.0 a>b INVITE 1
  1.0 b>a 180 1 INVITE
  4.0 b>a 200 1 INVITE
  4.1 a>b ACK 1 to=b branch=ack
  9.0 a>b BYE 2 to=b
  9.1 b>a 200 2 BYE
)";

TEST(Hops, TheCallersDirectionAlone) {
  Flow flow(whole_call);
  flow.drop_unless([](const Packet& packet) { return packet.source.address[3] == 1; });
  EXPECT_THAT(Told(flow).calls(), ElementsAre("answered caller: INVITE 1, BYE 5"));
}

TEST(Hops, TheCalleesDirectionAlone) {
  Flow flow(whole_call);
  flow.drop_unless([](const Packet& packet) { return packet.source.address[3] == 2; });
  EXPECT_THAT(Told(flow).calls(),
              ElementsAre("answered (began before) ring 3 duration 5.1 caller: 180 2, 200 3"));
}

TEST(Hops, AnAckOnTheSameBranchTellsOfAFailureThatWasNotCaptured) {
  const Told told("0.0 a>b INVITE 1\n1.0 a>b ACK 1 to=b");
  EXPECT_THAT(told.calls(), ElementsAre("failed !: INVITE 1"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              ElementsAre("There is an ACK to a failure; the response is not in the capture."));
}

TEST(Hops, AnAckOnTheSameBranchAfterACancelIsOneToA487) {
  EXPECT_THAT(Told("0.0 a>b INVITE 1\n7.0 a>b CANCEL 1\n7.3 a>b ACK 1 to=b").calls(),
              ElementsAre("cancelled caller: INVITE 1, CANCEL 2"));
}

TEST(Hops, ACaptureThatBeginsWithinACall) {
  EXPECT_THAT(Told("0.0 b>a BYE 1 from=b to=a\n0.1 a>b 200 1 BYE from=b to=a").calls(),
              ElementsAre("answered (began before) From: BYE 1"));
  EXPECT_THAT(Told("0.0 a>b INFO 5 to=b\n0.1 b>a 200 5 INFO\n3 b>a BYE 1 from=b to=a").calls(),
              ElementsAre("answered (began before) To: BYE 3"));
  EXPECT_THAT(Told("0.0 a>b ACK 1 to=b").calls(),
              ElementsAre("open when the capture ended (began before): "));
}

TEST(Hops, ACaptureThatBeginsWhileItRings) {
  EXPECT_THAT(Told("0.0 b>a 180 1 INVITE\n5.0 b>a 486 1 INVITE\n5.1 a>b ACK 1 to=b").calls(),
              ElementsAre("busy 486 (began before) ring 5 !: 180 1, 486 2"));
}

TEST(Hops, ACaptureThatEndsEarlyLeavesTheCallOpen) {
  EXPECT_THAT(Told("0.0 a>b INVITE 1").calls(),
              ElementsAre("open when the capture ended: INVITE 1"));
  EXPECT_THAT(Told("0.0 a>b INVITE 1\n1.0 b>a 180 1 INVITE").calls(),
              ElementsAre("open when the capture ended: INVITE 1, 180 2"));
}

TEST(Hops, ACallThatTheCaptureLosesSightOf) {
  const std::string later = "400 a>b OPTIONS 1 call=x\n400.1 b>a 200 1 OPTIONS call=x\n";
  EXPECT_THAT(Told("0.0 a>b INVITE 1\n1.0 b>a 180 1 INVITE\n" + later).calls(),
              ElementsAre("end not visible: INVITE 1, 180 2"));
  EXPECT_THAT(Told("0.0 a>b INVITE 1\n" + later).calls(), ElementsAre("end not visible: INVITE 1"));
}

TEST(Hops, SilenceIsProvenByTheClientThatRepeatsUntilItGivesUp) {
  std::string flow;
  for (const char* time : {"0", "0.5", "1.5", "3.5", "7.5", "15.5"})
    flow += std::string(time) + " a>b INVITE 1\n";
  EXPECT_THAT(Told(flow).calls(), ElementsAre("open when the capture ended: INVITE 1"));
  const Told told(flow + "31.5 a>b INVITE 1\n");
  EXPECT_THAT(told.calls(), ElementsAre("no response !: INVITE 1"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("The INVITE was sent to 10.0.0.2:5060 7 times within 31.500 s; nothing came "
                       "back."));
}

TEST(Hops, SilenceOverTcpIsProvenWhereBothSidesWentOn) {
  const std::string invite = "0 a>b INVITE 1 transport=tcp\n";
  EXPECT_THAT(Told(invite + "40 a>b OPTIONS 1 call=x transport=tcp\n").calls(),
              ElementsAre("end not visible: INVITE 1"));
  EXPECT_THAT(Told(invite + "40 a>b OPTIONS 1 call=x transport=tcp\n"
                            "40.1 b>a 200 1 OPTIONS call=x transport=tcp\n")
                  .calls(),
              ElementsAre("no response !: INVITE 1"));
}

TEST(Hops, AFilterChoosesTheStoriesAndEachIsToldAsAWhole) {
  const Flow flow(std::string(whole_call) + "20 a>b INVITE 1 call=other\n");
  const Told told(flow, [](const Packet& packet) { return packet.frame == 5; });
  EXPECT_THAT(told.calls(), ElementsAre("answered setup 4 ring 3 duration 5 caller: INVITE 1, 180 "
                                        "2, 200 3, BYE 5"));
}

TEST(Hops, RequestsOutsideOfCallsAreNoCalls) {
  EXPECT_THAT(Told("0 a>b OPTIONS 1\n0.1 b>a 200 1 OPTIONS\n1 a>b MESSAGE 2").calls(), IsEmpty());
  EXPECT_THAT(Told("0 a>b INFO 1\n0.1 b>a 200 1 INFO").calls(), IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
