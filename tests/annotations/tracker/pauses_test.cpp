// SPDX-License-Identifier: MIT
// How long a server asked its client to spare it. RFC 3261 sections 20.33 and 21.5.4.
#include <gtest/gtest.h>

#include "flow.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss::test {
namespace {

using std::chrono::seconds;

/// What the server of the first transaction asked for.
Pause pause_after(std::string_view text) {
  const Flow flow(text);
  Tracker tracker;
  for (const Flow::Step& step : flow.steps())
    tracker.add(step.packet, Message::parse(step.packet.wire()));
  const Transaction& first = tracker.transaction(TransactionId{0});
  return tracker.hop(first.hop).pauses[first.client ? 0 : 1];
}

TEST(Pauses, AreAskedForByA503WithRetryAfter) {
  const Flow flow(R"(
    0.0  alice>bob  REGISTER 1
    0.1  bob>alice  503 1 REGISTER | Retry-After: 30 (overload)
  )");
  const Pause pause = pause_after(R"(
    0.0  alice>bob  REGISTER 1
    0.1  bob>alice  503 1 REGISTER | Retry-After: 30 (overload)
  )");
  EXPECT_EQ(pause.asked_by, MessageId{1});
  EXPECT_EQ(pause.until, flow.steps()[1].packet.time + seconds(30));
}

TEST(Pauses, AreNotAskedForByOthers) {
  for (const std::string_view text : {
           "0.0 alice>bob REGISTER 1\n0.1 bob>alice 503 1 REGISTER",
           "0.0 alice>bob REGISTER 1\n0.1 bob>alice 500 1 REGISTER | Retry-After: 30",
           "0.0 alice>bob REGISTER 1\n0.1 bob>alice 503 1 REGISTER | Retry-After: soon",
           "0.0 alice>bob REGISTER 1\n1.0 bob>alice OPTIONS 1\n"
           "1.1 alice>bob 503 1 OPTIONS | Retry-After: 30",
       }) {
    EXPECT_EQ(pause_after(text).asked_by, no_message) << text;
  }
}

TEST(Pauses, AreCountedFromTheFirstSending) {
  const Pause pause = pause_after(R"(
    0.0  alice>bob  INVITE 1
    0.1  bob>alice  503 1 INVITE | Retry-After: 30
    0.6  bob>alice  503 1 INVITE | Retry-After: 30
  )");
  EXPECT_EQ(pause.asked_by, MessageId{1});
}

}  // namespace
}  // namespace sipgloss::test
