// SPDX-License-Identifier: MIT
// Which request a response answers, and which messages are copies of others. RFC 3261 sections
// 17.1.3 and 17.2.3.
#include <gtest/gtest.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

TEST(Transactions, AResponseNamesItsRequestAndTheTimeItTook) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  100 1 INVITE
    1.5  bob>alice  200 1 INVITE
  )");
  ASSERT_TRUE(flow.at(3).links.request);
  EXPECT_EQ(flow.at(3).links.request->frame, 1U);
  EXPECT_EQ(flow.at(3).links.request->delay_ns, 1'500'000'000);
  EXPECT_EQ(flow.at(1).links.response, 3U);
}

TEST(Transactions, AResponseToARequestSentAgainNamesTheFirstOne) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.5  alice>bob  INVITE 1
    0.6  bob>alice  200 1 INVITE
  )");
  EXPECT_EQ(flow.at(2).links.retransmission_of, 1U);
  EXPECT_EQ(flow.at(3).links.request->frame, 1U);
}

TEST(Transactions, EachHopHasItsOwn) {
  Played flow(R"(
    0.00  alice>proxy  INVITE 1
    0.01  proxy>bob    INVITE 1  via=alice
    0.20  bob>proxy    200 1 INVITE  via=alice
    0.21  proxy>alice  200 1 INVITE
  )");
  EXPECT_EQ(flow.at(3).links.request->frame, 2U);
  EXPECT_EQ(flow.at(4).links.request->frame, 1U);
  EXPECT_EQ(flow.at(1).links.call, flow.at(4).links.call);
}

TEST(Transactions, AnOldPeerIsKnownByCallIdTagAndCSeq) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  486 1 INVITE
  )");
  EXPECT_EQ(flow.at(2).links.request->frame, 1U);
}

TEST(Transactions, CancelIsAnsweredByItself) {
  Played flow(R"(
    0.0  alice>bob  INVITE 1
    1.0  alice>bob  CANCEL 1
    1.1  bob>alice  200 1 CANCEL  branch=alice1INVITE
    1.2  bob>alice  487 1 INVITE
    1.3  alice>bob  ACK 1  to=b
  )");
  EXPECT_EQ(flow.at(3).links.request->frame, 2U);
  EXPECT_EQ(flow.at(4).links.request->frame, 1U);
  ASSERT_TRUE(flow.at(5).links.follows);
  EXPECT_EQ(flow.at(5).links.follows->frame, 4U);
  EXPECT_EQ(flow.at(5).links.follows->code, 487U);
}

TEST(Transactions, TheSamePacketCapturedTwiceIsNoRetransmission) {
  Played flow(R"(
    0.000  alice>bob  INVITE 1  id=7
    0.001  alice>bob  INVITE 1  id=7
    0.002  bob>alice  486 1 INVITE  id=8
    0.003  bob>alice  486 1 INVITE  id=8
    0.502  bob>alice  486 1 INVITE  id=9
  )");
  EXPECT_EQ(flow.at(2).links.duplicate_of, 1U);
  EXPECT_EQ(flow.at(2).links.retransmission_of, 0U);
  EXPECT_EQ(flow.at(4).links.duplicate_of, 3U);
  EXPECT_EQ(flow.at(5).links.retransmission_of, 3U);
}

TEST(Transactions, ATransactionOfWhichOnlyTheResponseWasCapturedHasNoRequest) {
  Played flow("0.1  bob>alice  200 1 INVITE");
  EXPECT_FALSE(flow.at(1).links.request);
  EXPECT_EQ(flow.at(1).links.call, 1U);
}

}  // namespace
}  // namespace sipgloss::test
