// SPDX-License-Identifier: MIT
// Follow-ups that did not come, copies, and requests outside of all stories.
#include "triage/missing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A 200 that is sent again until the server gives up, and a sign of life of both sides behind it.
std::string without_ack(const std::string& call) {
  std::string flow = "0.0 a>b INVITE 1 call=" + call + "\n1.0 b>a 200 1 INVITE call=" + call + "\n";
  for (const char* time : {"1.5", "2.5", "4.5", "8.5", "12.5", "16.5", "20.5", "24.5", "28.5"})
    flow += std::string(time) + " b>a 200 1 INVITE call=" + call + "\n";
  return flow + "60 a>b OPTIONS 1 call=x\n60.1 b>a 200 1 OPTIONS call=x\n";
}

TEST(Missing, IsListedWithWhatWasExpectedAndItsDeadline) {
  const Told told(without_ack("c"));
  ASSERT_EQ(told.stories().missing.size(), 1U);
  const MissingFollowUp& one = told.stories().missing[0];
  EXPECT_EQ(one.frame, 2U);
  EXPECT_EQ(one.code, 200U);
  EXPECT_EQ(one.status, FollowUpStatus::missing);
  EXPECT_THAT(one.what.en, HasSubstr("ACK from 10.0.0.1:5060"));
  const std::string page = told.page();
  EXPECT_THAT(page, HasSubstr("Follow-ups that did not come in time: 1 (1 missing)\n"));
  EXPECT_THAT(page, HasSubstr("2      1.000  200 INVITE  missing  33.000    ACK from"));
}

TEST(Missing, OneThatCameTooLateIsSaidToBeLate) {
  const Told told(without_ack("c") + "70 a>b ACK 1 to=b branch=ack\n");
  ASSERT_EQ(told.stories().missing.size(), 1U);
  EXPECT_EQ(told.stories().missing[0].status, FollowUpStatus::late);
}

TEST(Missing, NothingIsMissingWhereTheCaptureEndsFirst) {
  const Told told("0.0 a>b INVITE 1\n1.0 b>a 200 1 INVITE\n");
  EXPECT_TRUE(told.stories().missing.empty());
  EXPECT_THAT(told.page(), Not(HasSubstr("Follow-ups")));
}

TEST(Missing, ManyUndecidedResponsesAreAskedAboutAgain) {
  std::string flow;
  constexpr int calls = 1200;  // more than are kept without asking
  for (int i = 0; i < calls; ++i) {
    const std::string call = std::to_string(i);
    flow += "1 a>b INVITE 1 call=" + call + " branch=i" + call +
            "\n1 b>a 200 1 INVITE call=" + call + " branch=i" + call + "\n";
    if (i % 2 == 0) flow += "2 a>b ACK 1 to=b call=" + call + " branch=a" + call + "\n";
  }
  EXPECT_EQ(Told(flow).stories().calls.size(), static_cast<std::size_t>(calls));
}

TEST(Copies, AreCountedByHopAndKind) {
  const std::string page = Told(R"(
    0.0 a>b INVITE 1
    0.5 a>b INVITE 1
    1.5 a>b INVITE 1
    2.0 b>a 486 1 INVITE id=5
    2.0 b>a 486 1 INVITE id=5
    2.5 b>a 486 1 INVITE id=6)")
                               .page();
  EXPECT_THAT(page, HasSubstr("Retransmissions: 3 (2 requests, 1 responses)\nCaptured twice: 1\n"));
  EXPECT_THAT(page, HasSubstr("2      1         10.0.0.1  10.0.0.2  INVITE      1 (x2)\n"
                              "1      1         10.0.0.2  10.0.0.1  486 INVITE  4 (x1)\n"));
}

TEST(Others, ThatFailedAreListedByHop) {
  const std::string page = Told(R"(
    0 a>b OPTIONS 1 call=1
    0 b>a 404 1 OPTIONS call=1
    1 a>b OPTIONS 1 call=2 branch=x
    1 b>a 404 1 OPTIONS call=2 branch=x
    2 a>b MESSAGE 1 call=3
    2 b>a 200 1 MESSAGE call=3
    3 a>b PUBLISH 1 call=4
    3 b>a 401 1 PUBLISH call=4
    4 a>b OPTIONS 1 call=5 branch=y)")
                               .page();
  EXPECT_THAT(page, HasSubstr("Other requests: 5 (1 succeeded, 1 challenged, 2 failed, 1 open when "
                              "the capture ended)\n"));
  EXPECT_THAT(page, HasSubstr("2      OPTIONS  10.0.0.1  10.0.0.2  404 Not Found  1\n"));
}

}  // namespace
}  // namespace sipgloss::test
