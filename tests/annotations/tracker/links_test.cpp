// SPDX-License-Identifier: MIT
// Which messages belong together beyond one transaction: acknowledgements, notifications, retries
// and refreshes, over hops and dialogs. RFC 3261 sections 8.1.3, 9, 12, 13 and 17, RFC 3262, RFC
// 6665.
#include <gtest/gtest.h>

#include <chrono>

#include "flow.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss::test {
namespace {

/// A flow in a tracker; its messages are asked for by frame.
class Tracked {
 public:
  explicit Tracked(std::string_view text) : flow_(text) {
    for (const Flow::Step& step : flow_.steps()) {
      Packet packet = step.packet;
      packet.bytes = step.bytes;
      tracker.add(packet, Message::parse(packet.wire()));
    }
  }

  Tracker tracker;

  const MessageRecord& at(std::uint32_t frame) const {
    return tracker.message(static_cast<MessageId>(frame - 1));
  }
  const Transaction& transaction(std::uint32_t frame) const {
    return tracker.transaction(at(frame).transaction);
  }
  /// The frame of a linked message; 0 for none.
  std::uint32_t frame(MessageId id) const {
    return id == no_message ? 0 : tracker.message(id).frame;
  }
  /// The first frame of a linked transaction's request; 0 for none.
  std::uint32_t frame(TransactionId id) const {
    return id == TransactionId::none ? 0 : frame(tracker.transaction(id).request);
  }

 private:
  Flow flow_;
};

TEST(Links, AckOfASuccessIsFoundByCSeqAndToTag) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE  to=b
    0.2  bob>alice  200 1 INVITE  to=c
    0.3  alice>bob  ACK 1  to=c branch=x
  )");
  EXPECT_EQ(flow.frame(flow.at(3).followed_by), 4U);
  EXPECT_EQ(flow.frame(flow.at(2).followed_by), 0U);
  EXPECT_EQ(flow.frame(flow.at(4).follows), 3U);
  EXPECT_NE(flow.at(2).dialog, flow.at(3).dialog);
}

TEST(Links, AckOfASuccessKnowsItsInviteOnTheHop) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE  to=b
    0.2  alice>bob  ACK 1  to=other branch=x
    0.3  alice>bob  ACK 2  to=b branch=y
  )");
  EXPECT_EQ(flow.frame(flow.transaction(3).partner), 1U);
  EXPECT_EQ(flow.frame(flow.at(3).follows), 0U);
  EXPECT_EQ(flow.transaction(4).partner, TransactionId::none);
}

TEST(Links, AckKnowsNoInviteWhereAForkSentSeveralOnTheHop) {
  const Tracked flow(R"(
    0.0  p1>bob  INVITE 1  branch=one via=alice
    0.1  p1>bob  INVITE 1  branch=two via=alice
    0.2  bob>p1  200 1 INVITE  branch=two via=alice
    0.3  p1>bob  ACK 1  to=other branch=x
  )");
  EXPECT_EQ(flow.transaction(4).partner, TransactionId::none);
}

TEST(Links, CancelMatchesWhatHasItsBranch) {
  const Tracked flow(R"(
    0.0  alice>bob  MESSAGE 1  branch=m
    0.1  alice>bob  CANCEL 1  branch=m
  )");
  EXPECT_EQ(flow.frame(flow.transaction(2).partner), 1U);
  EXPECT_EQ(flow.frame(flow.transaction(1).partner), 2U);
}

TEST(Links, CancelWithAnotherBranchIsLinkedOneWay) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  180 1 INVITE
    0.2  alice>bob  CANCEL 1  branch=x
  )");
  EXPECT_EQ(flow.frame(flow.transaction(3).partner), 1U);
  EXPECT_EQ(flow.transaction(1).partner, TransactionId::none);
}

TEST(Links, AckOfTheSameHopGoesBeforeOneOfAnother) {
  const Tracked flow(R"(
    0.0  alice>proxy  INVITE 1
    0.1  proxy>bob    INVITE 1  via=alice
    0.2  bob>proxy    200 1 INVITE  via=alice
    0.3  proxy>alice  200 1 INVITE
    0.4  alice>proxy  ACK 1  to=b branch=x
    0.5  proxy>bob    ACK 1  to=b branch=y
  )");
  EXPECT_EQ(flow.frame(flow.at(3).followed_by), 6U);
  EXPECT_EQ(flow.frame(flow.at(4).followed_by), 5U);
  EXPECT_EQ(flow.frame(flow.at(6).follows), 3U);
  EXPECT_EQ(flow.frame(flow.transaction(2).upstream), 1U);
}

TEST(Links, AckThatFindsNoResponseIsKeptWithItsInvite) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.4  alice>bob  ACK 1  to=b branch=x
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).ack), 2U);
}

TEST(Links, PrackIsFoundByRAck) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  180 1 INVITE | Require: 100rel | RSeq: 5
    0.2  bob>alice  183 1 INVITE | Require: 100rel | RSeq: 6
    0.3  alice>bob  PRACK 2  to=b | RAck: 6 1 INVITE
    0.4  alice>bob  PRACK 3  to=b | RAck: 5 1 INVITE
    0.5  alice>bob  PRACK 4  to=b | RAck: 5 1 PRACK
  )");
  EXPECT_EQ(flow.at(6).follows, no_message) << "the method has to be that of the INVITE";
  EXPECT_EQ(flow.frame(flow.at(2).followed_by), 5U);
  EXPECT_EQ(flow.frame(flow.at(3).followed_by), 4U);
  EXPECT_EQ(flow.frame(flow.transaction(4).partner), 1U);
}

TEST(Links, ResponsesToInviteTellWhetherTheyDescribeTheSession) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  180 1 INVITE
    0.2  bob>alice  183 1 INVITE | Content-Type: application/sdp || v=0
    0.3  bob>alice  183 1 INVITE | Content-Type: text/plain || ring
    0.4  bob>alice  486 1 INVITE
  )");
  EXPECT_TRUE(flow.at(2).has_no_sdp);
  EXPECT_TRUE(flow.at(3).has_sdp);
  EXPECT_FALSE(flow.at(4).has_sdp || flow.at(4).has_no_sdp);
  EXPECT_FALSE(flow.at(5).has_sdp || flow.at(5).has_no_sdp);
}

TEST(Links, InviteTellsWhetherItLacks100rel) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1 | Supported: timer
    0.1  alice>bob  INVITE 2 | Supported: timer, 100rel
    0.2  alice>bob  INVITE 3 | Require: 100rel
    0.3  alice>bob  OPTIONS 4
  )");
  EXPECT_TRUE(flow.at(1).lacks_100rel);
  EXPECT_FALSE(flow.at(2).lacks_100rel || flow.at(3).lacks_100rel || flow.at(4).lacks_100rel);
}

TEST(Links, NotifyIsFoundByTagAndEventEvenBeforeTheSuccess) {
  const Tracked flow(R"(
    0.0  alice>bob  SUBSCRIBE 1 | Event: presence
    0.1  bob>alice  NOTIFY 1  from=b to=a | Event: presence
    0.2  bob>alice  200 1 SUBSCRIBE
    0.3  alice>bob  REFER 2  to=b
    0.4  bob>alice  202 2 REFER
    0.5  bob>alice  NOTIFY 2  from=b to=a | Event: refer
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).sequel), 2U);
  EXPECT_EQ(flow.frame(flow.transaction(4).sequel), 6U);
  EXPECT_EQ(flow.frame(flow.at(6).follows), 5U);
  EXPECT_EQ(flow.frame(flow.transaction(2).partner), 1U);
  EXPECT_EQ(flow.frame(flow.transaction(6).partner), 4U);
}

TEST(Links, NotifyBelongsToTheLastSubscribe) {
  const Tracked flow(R"(
     0.0  alice>bob  SUBSCRIBE 1 | Event: presence
     0.1  bob>alice  200 1 SUBSCRIBE
    50.0  alice>bob  SUBSCRIBE 2  to=b | Event: presence
    50.1  bob>alice  200 2 SUBSCRIBE
    50.2  bob>alice  NOTIFY 2  from=b to=a | Event: presence
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).sequel), 0U);
  EXPECT_EQ(flow.frame(flow.transaction(3).sequel), 5U);
  EXPECT_EQ(flow.frame(flow.transaction(5).partner), 3U);
}

TEST(Links, RegisterIsRepeatedAndRefreshed) {
  const Tracked flow(R"(
     0.0  alice>reg  REGISTER 1
     0.1  reg>alice  401 1 REGISTER
     0.2  alice>reg  REGISTER 2
     0.3  reg>alice  200 2 REGISTER
    50.0  alice>reg  REGISTER 3
    60.0  alice>reg  REGISTER 9  call=restarted branch=new
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).successor), 3U);
  EXPECT_EQ(flow.frame(flow.transaction(3).successor), 5U);
  EXPECT_EQ(flow.frame(flow.at(5).follows), 4U);
  EXPECT_EQ(flow.frame(flow.transaction(6).predecessor), 0U) << "frame 5 has no response";
}

TEST(Links, RegisterUnderAnotherCallIdFollowsTheOneOfTheSameHostAndAddress) {
  const Tracked flow(R"(
     0.0  alice>reg  REGISTER 7
     0.1  reg>alice  200 7 REGISTER
    60.0  alice>reg  REGISTER 1  call=restarted branch=new
    70.0  carol>reg  REGISTER 1  call=carol
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).successor), 3U);
  EXPECT_EQ(flow.frame(flow.transaction(4).predecessor), 0U);
}

TEST(Links, PublishIsRefreshed) {
  const Tracked flow(R"(
     0.0  alice>bob  PUBLISH 1 | Event: presence
     0.1  bob>alice  200 1 PUBLISH
     9.0  alice>bob  PUBLISH 2 | Event: dialog
    50.0  alice>bob  PUBLISH 3 | Event: presence
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).successor), 4U);
}

TEST(Links, InviteGoesToAnotherServerAfterARedirection) {
  const Tracked flow(R"(
    0.0  alice>server  INVITE 1
    0.1  server>alice  302 1 INVITE
    0.2  alice>server  ACK 1  to=b
    0.3  alice>bob     INVITE 2
  )");
  EXPECT_EQ(flow.frame(flow.transaction(1).successor), 4U);
  EXPECT_EQ(flow.frame(flow.at(4).follows), 2U);
}

TEST(Links, ReInviteAndUpdateAreNoRetryOfASuccess) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    0.2  alice>bob  ACK 1  to=b branch=x
    5.0  alice>bob  INVITE 2  to=b
    5.1  bob>alice  200 2 INVITE
    5.2  alice>bob  ACK 2  to=b branch=y
    9.0  bob>alice  UPDATE 1  from=b to=a
  )");
  EXPECT_EQ(flow.frame(flow.at(4).follows), 0U);
  EXPECT_EQ(flow.frame(flow.at(2).followed_by), 3U);
  EXPECT_EQ(flow.frame(flow.at(5).followed_by), 6U);
  EXPECT_EQ(flow.at(7).dialog, flow.at(2).dialog);
  EXPECT_EQ(flow.frame(flow.transaction(7).predecessor), 4U);
}

TEST(Links, RetriesAfterGlareAreEachTheirOwn) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    5.0  alice>bob  INVITE 2  to=b
    5.0  bob>alice  INVITE 1  from=b to=a
    5.1  bob>alice  491 2 INVITE
    5.1  alice>bob  491 1 INVITE  from=b to=a
    6.0  bob>alice  INVITE 2  from=b to=a
    6.1  alice>bob  200 2 INVITE  from=b to=a
    8.0  alice>bob  INVITE 3  to=b
  )");
  EXPECT_EQ(flow.frame(flow.transaction(3).successor), 9U);
  EXPECT_EQ(flow.frame(flow.transaction(4).successor), 7U);
}

TEST(Links, CancelBelongsToItsInvite) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    1.0  alice>bob  CANCEL 1
  )");
  EXPECT_EQ(flow.frame(flow.transaction(2).partner), 1U);
  EXPECT_EQ(flow.frame(flow.transaction(1).partner), 2U);
}

TEST(Links, AnOldPeerIsKnownByCallIdTagAndCSeq) {
  const auto old = [](std::string_view what, std::string_view cseq) {
    return std::string(what) +
           "Via: SIP/2.0/UDP a.example.com\r\nFrom: <sip:a@x>;tag=a\r\nTo: <sip:b@x>\r\n"
           "Call-ID: c\r\nCSeq: " +
           std::string(cseq) + "\r\n\r\n";
  };
  const std::string messages[] = {old("INVITE sip:b@x SIP/2.0\r\n", "1 INVITE"),
                                  old("INVITE sip:b@x SIP/2.0\r\n", "2 INVITE"),
                                  old("SIP/2.0 486 Busy\r\n", "1 INVITE")};
  Tracker tracker;
  for (const std::string& bytes : messages) {
    const bool response = bytes.starts_with("SIP");
    Packet packet{.frame = 1, .time = Time(std::chrono::hours(1)), .bytes = bytes};
    packet.source = {{10, 0, 0, static_cast<std::uint8_t>(response ? 2 : 1)}, 4, 5060};
    packet.destination = {{10, 0, 0, static_cast<std::uint8_t>(response ? 1 : 2)}, 4, 5060};
    tracker.add(packet, Message::parse(packet.wire()));
  }
  EXPECT_EQ(tracker.transaction_count(), 2U);
  EXPECT_EQ(tracker.message(MessageId{2}).transaction, tracker.message(MessageId{0}).transaction);
}

TEST(Links, AResponseFromAnotherAddressIsStillThatOfItsRequest) {
  const Tracked flow(R"(
    0.0  alice>bob   OPTIONS 1
    0.1  bob2>alice  200 1 OPTIONS
  )");
  EXPECT_EQ(flow.at(2).transaction, flow.at(1).transaction);
}

TEST(Links, AResponseThatStandsBeforeItsRequestInTheFileIsStillOfIt) {
  const Tracked flow(R"(
    0.1  bob>alice  200 1 OPTIONS
    0.0  alice>bob  OPTIONS 1
  )");
  EXPECT_EQ(flow.at(1).transaction, flow.at(2).transaction);
  EXPECT_EQ(flow.frame(flow.transaction(1).request), 2U);
}

TEST(Links, AResponseWithoutRequestIsAGapOfItsHop) {
  const Tracked flow(R"(
    0.0  alice>bob   OPTIONS 1
    0.1  bob>alice   200 1 OPTIONS
    5.0  carol>alice 200 7 OPTIONS  call=d
  )");
  const auto gap = [&](std::uint32_t frame) {
    return flow.tracker.hop(flow.transaction(frame).hop).last_gap;
  };
  EXPECT_EQ(gap(1), Time{});
  EXPECT_EQ(gap(3), flow.at(3).time);
}

TEST(Links, TransactionsOfADialogAreAList) {
  const Tracked flow(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  200 1 INVITE
    0.2  alice>bob  ACK 1  to=b branch=x
    5.1  alice>bob  200 1 BYE  from=b to=a
    6.0  alice>bob  OPTIONS 1  call=other
  )");
  const Dialog& dialog = flow.tracker.dialog(flow.at(2).dialog);
  EXPECT_EQ(dialog.last, flow.at(4).transaction) << "a BYE known by its response alone";
  EXPECT_EQ(flow.frame(dialog.ended_by), 4U);
  EXPECT_EQ(flow.transaction(4).before_in_dialog, flow.at(3).transaction);
  EXPECT_EQ(flow.transaction(3).before_in_dialog, flow.at(1).transaction);
  EXPECT_EQ(flow.at(5).dialog, DialogId::none);
}

TEST(Links, OneBranchForThousandsOfMessagesTakesLinearTime) {
  const auto seconds_for = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      const std::string time = std::to_string(i);
      text +=
          time + " alice>bob INVITE 1\n" + time + ".5 bob>alice 180 1 INVITE to=t" + time + "\n";
    }
    const Flow flow(text);
    const auto begin = std::chrono::steady_clock::now();
    Tracker tracker;
    for (const Flow::Step& step : flow.steps())
      tracker.add(step.packet, Message::parse(step.packet.wire()));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  EXPECT_LT(seconds_for(8000), 40 * seconds_for(1000)) << "8 times for linear, 64 for quadratic";
}

TEST(Records, AreSmall) {
  EXPECT_LE(sizeof(MessageRecord), 100U);
  EXPECT_LE(sizeof(Transaction), 400U);
}

}  // namespace
}  // namespace sipgloss::test
