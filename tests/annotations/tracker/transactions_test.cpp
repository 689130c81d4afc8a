// SPDX-License-Identifier: MIT
// Which request a response answers.
#include "tracker/transactions.hpp"

#include <gtest/gtest.h>

namespace sipgloss {
namespace {

constexpr Endpoint alice{{192, 0, 2, 1}, 4, 5060};
constexpr Endpoint proxy{{192, 0, 2, 9}, 4, 5060};
constexpr Endpoint bob{{192, 0, 2, 2}, 4, 5060};

/// A capture that is written line by line: who sends what to whom.
class Capture {
 public:
  void request(Endpoint from, Endpoint to, std::string_view method, std::string_view branch,
               std::string_view more = "") {
    const std::string bytes =
        std::string(method) + " sip:b@x SIP/2.0\r\n" + head(method, branch, more);
    transactions_.add_request(next(from, to, bytes), Message::parse({bytes}));
  }
  /// The frame of the request that the response answers; 0 when none is known.
  std::uint32_t response(Endpoint from, Endpoint to, std::string_view method,
                         std::string_view branch, std::string_view more = "") {
    const std::string bytes = "SIP/2.0 200 OK\r\n" + head(method, branch, more);
    const auto answered = transactions_.request_of(next(from, to, bytes), Message::parse({bytes}));
    return answered ? answered->frame : 0;
  }

 private:
  static std::string head(std::string_view method, std::string_view branch, std::string_view more) {
    return "Via: SIP/2.0/UDP 192.0.2.1;branch=" + std::string(branch) + "\r\nCSeq: 1 " +
           std::string(method) + "\r\n" + std::string(more) + "\r\n";
  }
  Packet next(Endpoint from, Endpoint to, std::string_view bytes) {
    ++frame_;
    return {.frame = frame_,
            .time = Time(std::chrono::seconds(frame_)),
            .source = from,
            .destination = to,
            .bytes = bytes};
  }

  Transactions transactions_;
  std::uint32_t frame_ = 0;
};

TEST(Transactions, MatchByBranchAndMethod) {
  Capture capture;
  capture.request(alice, bob, "INVITE", "z9hG4bK1");
  capture.request(alice, bob, "CANCEL", "z9hG4bK1");
  EXPECT_EQ(capture.response(bob, alice, "CANCEL", "z9hG4bK1"), 2U);
  EXPECT_EQ(capture.response(bob, alice, "INVITE", "z9hG4bK1"), 1U);
  EXPECT_EQ(capture.response(bob, alice, "INVITE", "z9hG4bK2"), 0U);
}

TEST(Transactions, ARetransmittedRequestCountsFromItsFirstSending) {
  Capture capture;
  capture.request(alice, bob, "INVITE", "z9hG4bK1");
  capture.request(alice, bob, "INVITE", "z9hG4bK1");
  EXPECT_EQ(capture.response(bob, alice, "INVITE", "z9hG4bK1"), 1U);
}

TEST(Transactions, TheSameBranchOnTwoHopsIsAnsweredOnEach) {
  Capture capture;  // a NAT passes the request on without touching it
  capture.request(alice, proxy, "INVITE", "z9hG4bK1");
  capture.request(proxy, bob, "INVITE", "z9hG4bK1");
  EXPECT_EQ(capture.response(bob, proxy, "INVITE", "z9hG4bK1"), 2U);
  EXPECT_EQ(capture.response(proxy, alice, "INVITE", "z9hG4bK1"), 1U);
}

TEST(Transactions, AckIsNotARequestThatIsAnswered) {
  Capture capture;
  capture.request(alice, bob, "ACK", "z9hG4bK1");
  EXPECT_EQ(capture.response(bob, alice, "ACK", "z9hG4bK1"), 0U);
}

TEST(Transactions, WithoutTheMagicCookieTheCallDecides) {
  Capture capture;  // RFC 2543 peers use any branch, again and again
  capture.request(alice, bob, "INVITE", "1", "Call-ID: first\r\n");
  capture.request(alice, bob, "INVITE", "1", "Call-ID: second\r\n");
  EXPECT_EQ(capture.response(bob, alice, "INVITE", "1", "Call-ID: second\r\n"), 2U);
  EXPECT_EQ(capture.response(bob, alice, "INVITE", "1", "Call-ID: first\r\n"), 1U);
}

TEST(Transactions, AMessageWithoutBranchAndCallIdBelongsToNone) {
  const Message message = Message::parse({"OPTIONS sip:b@x SIP/2.0\r\n\r\n"});
  const Message response = Message::parse({"SIP/2.0 200 OK\r\n\r\n"});
  Transactions transactions;
  transactions.add_request({}, message);
  EXPECT_FALSE(transactions.request_of({}, response));
}

}  // namespace
}  // namespace sipgloss
