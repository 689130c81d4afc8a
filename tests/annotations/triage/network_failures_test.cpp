// SPDX-License-Identifier: MIT
// Stories that the network ended: classes 10 to 12 are the outcome, and the reason names the frame.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(NetworkFailures, ACallToWhereNobodyListens) {
  const Told told("0.0 a>b INVITE 1\n0.1 b>a !icmp port 1");
  EXPECT_THAT(told.calls(), ElementsAre("host error (port unreachable) !: INVITE 1, ICMP 2"));
  EXPECT_THAT(
      Told::remarks(told.stories().calls),
      ElementsAre("10.0.0.2 reports by ICMP that the INVITE was not delivered: port unreachable.",
                  "The client's transport layer SHOULD report this; the client MUST then act as "
                  "on a 503."));
  EXPECT_THAT(told.page(), HasSubstr("Calls: 1 (1 host error)\n"));
  EXPECT_THAT(told.page(), HasSubstr("host error: port unreachable"));
  EXPECT_THAT(told.page(Language::chinese), HasSubstr("主机错误：端口不可达"));
}

TEST(NetworkFailures, ACallWhoseConnectionIsLost) {
  EXPECT_THAT(Told("0.0 a>b INVITE 1 transport=tcp\n0.1 b>a !reset").calls(),
              ElementsAre("connection error (connection reset) !: INVITE 1, RST 2"));
  const Told told(R"(
    0.0 a>b INVITE 1 transport=tcp
    1.0 b>a 180 1 INVITE transport=tcp
    9.0 b>a !closed)");
  EXPECT_THAT(told.calls(),
              ElementsAre("connection error (connection closed) !: INVITE 1, 180 2, FIN 3"));
  EXPECT_THAT(told.page(Language::chinese), HasSubstr("连接错误：连接被关闭"));
}

TEST(NetworkFailures, AResponseThatComesAllTheSameDecides) {
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a !icmp port 1
    0.5 a>b INVITE 1
    0.6 b>a 486 1 INVITE)")
                  .calls(),
              ElementsAre("busy 486 !: INVITE 1, 486 4"));
  EXPECT_THAT(Told(R"(
    0.0 a>b INVITE 1
    0.1 b>a !icmp port 1
    0.2 a>c INVITE 1 branch=next
    3.0 c>a 200 1 INVITE branch=next)")
                  .calls(),
              ElementsAre(HasSubstr("answered")));
}

TEST(NetworkFailures, ABranchBehindTheProxyTellsWhatEndedIt) {
  const Told told(R"(
    0.0 a>p INVITE 1
    0.1 p>b INVITE 1 via=a branch=one
    0.2 b>p !icmp host 2
    0.3 p>c INVITE 1 via=a branch=two transport=tcp
    0.4 c>p !reset
    5.0 p>a 503 1 INVITE)");
  EXPECT_THAT(told.calls(), ElementsAre("failed 503 !: INVITE 1, 503 6"));
  EXPECT_THAT(
      Told::remarks(told.stories().calls),
      testing::IsSupersetOf({"Branch to 10.0.0.3:5060 (frame 2): host unreachable, frame 3.",
                             "Branch to 10.0.0.4:5060 (frame 4): connection reset, frame 5."}));
}

TEST(NetworkFailures, ANameThatTheProxyCannotResolve) {
  const Told told(R"(
    0.0 a>p INVITE 1 uri=sip:bob@nowhere.test
    0.1 ns>p !dns 3 nowhere.test
    0.2 p>a 478 1 INVITE)");
  EXPECT_THAT(told.calls(), ElementsAre("failed 478 !: INVITE 1, DNS 2, 478 3"));
  EXPECT_THAT(Told::remarks(told.stories().calls),
              Contains("nowhere.test does not resolve (NXDOMAIN), so the INVITE has no next hop."));
  EXPECT_THAT(
      Told("0.0 a>p INVITE 1 uri=sip:bob@nowhere.test\n0.1 ns>p !dns 3 nowhere.test").calls(),
      ElementsAre("host error (name not resolved) !: INVITE 1, DNS 2"));
}

TEST(NetworkFailures, ALoopIsNamedOnce) {
  const std::string loop = R"(
    0.00 a>p INVITE 1
    0.01 p>q INVITE 1 via=a
    0.02 q>p INVITE 1 via=p,a
    0.03 p>q INVITE 1 via=q,p,a branch=again
    0.04 q>p INVITE 1 via=p,q,p,a branch=twice
)";
  const Told told(loop + R"(
    0.05 p>q 483 1 INVITE via=p,q,p,a branch=twice
    0.06 q>p 483 1 INVITE via=q,p,a branch=again
    0.07 p>q 483 1 INVITE via=p,a
    0.08 q>p 483 1 INVITE via=a
    0.09 p>a 483 1 INVITE)");
  EXPECT_THAT(told.calls(), ElementsAre(HasSubstr("failed 483 !: INVITE 1, INVITE 3")));
  const auto remarks = Told::remarks(told.stories().calls);
  EXPECT_THAT(remarks, Contains(HasSubstr("it goes round in a loop")).Times(1));
  EXPECT_THAT(Told(loop).calls(), ElementsAre(HasSubstr("loop (comes round in a loop) !")));
}

TEST(NetworkFailures, ARegistrationAndASubscription) {
  EXPECT_THAT(
      Told("0.0 a>b REGISTER 1 | Contact: <sip:a@10.0.0.1>\n0.1 b>a !icmp port 1").registrations(),
      ElementsAre("a@10.0.0.1 host error (port unreachable): REGISTER 1, ICMP 2"));
  EXPECT_THAT(
      Told("0.0 a>b SUBSCRIBE 1 transport=tcp | Event: presence\n0.1 b>a !closed").subscriptions(),
      ElementsAre("presence connection error (connection closed): SUBSCRIBE 1, FIN 2"));
}

TEST(NetworkFailures, OtherRequests) {
  const std::string page = Told("0.0 a>b OPTIONS 1\n0.1 b>a !icmp port 1").page();
  EXPECT_THAT(page, HasSubstr("Other requests: 1 (1 failed)\n"));
  EXPECT_THAT(page, HasSubstr("host error"));
}

TEST(NetworkFailures, ThoseOfRequestsThatWereNeverSentAreListed) {
  const Told told("0.0 b>a !refused");
  EXPECT_THAT(told.page(), HasSubstr("Failures without a request in the capture: 1\n"));
  EXPECT_THAT(told.page(),
              HasSubstr("10.0.0.1:5060 refused the TCP connection that 10.0.0.2:5060 wanted"));
  EXPECT_THAT(told.page(Language::chinese), HasSubstr("抓包中没有相应请求的失败：1\n"));
  EXPECT_THAT(Told("0.0 a>b INVITE 1 transport=tcp\n0.1 b>a !reset").page(),
              Not(HasSubstr("Failures without")));
  std::string many;
  for (int i = 0; i < 20; ++i) many += std::to_string(i) + ".0 b>a !refused\n";
  EXPECT_THAT(Told(many).page(), HasSubstr("Only the first 16 are listed.\n"));
}

}  // namespace
}  // namespace sipgloss::test
