// SPDX-License-Identifier: MIT
// The messages captured last are at hand with their bytes; the oldest go.
#include "tracker/recent_messages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sipgloss::test {
namespace {

std::string numbered(std::size_t number, std::size_t body = 0) {
  return "OPTIONS sip:" + std::to_string(number) + "@example.com SIP/2.0\r\n\r\n" +
         std::string(body, 'x');
}

void keep(RecentMessages& messages, std::size_t number, const std::string& bytes) {
  messages.keep(static_cast<MessageId>(number), {.frame = static_cast<std::uint32_t>(number)},
                Message::parse({bytes}));
}

TEST(RecentMessages, AreReadWhenTheyAreAskedFor) {
  RecentMessages messages;
  for (std::size_t i = 0; i < 3; ++i) keep(messages, i, numbered(i));
  const Captured* const second = messages.at(static_cast<MessageId>(1));
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->message.request_uri, "sip:1@example.com");
  EXPECT_EQ(second->packet.frame, 1U);
  EXPECT_EQ(messages.at(static_cast<MessageId>(3)), nullptr);
  EXPECT_EQ(messages.at(no_message), nullptr);
}

TEST(RecentMessages, StayWhereTheyAreUntilTheyAreReleased) {
  RecentMessages messages;
  for (std::size_t i = 0; i < 400; ++i) keep(messages, i, numbered(i));
  const Captured* const first = messages.at(static_cast<MessageId>(0));
  std::size_t more = 0;
  while (messages.at(static_cast<MessageId>(more + 1)) != nullptr) ++more;
  EXPECT_EQ(more, 223U);  // with the first, 224 at once
  EXPECT_EQ(first->message.request_uri, "sip:0@example.com");
  messages.release();
  EXPECT_NE(messages.at(static_cast<MessageId>(399)), nullptr);
}

TEST(RecentMessages, LetTheOldestGo) {
  RecentMessages messages;
  constexpr std::size_t count = 50;
  for (std::size_t i = 0; i < count; ++i) {
    keep(messages, i, numbered(i, 1'000'000));
    EXPECT_NE(messages.at(static_cast<MessageId>(i)), nullptr) << i;
    messages.release();
  }
  EXPECT_EQ(messages.at(static_cast<MessageId>(count - 33)), nullptr);
  const Captured* const oldest = messages.at(static_cast<MessageId>(count - 32));
  ASSERT_NE(oldest, nullptr);
  EXPECT_EQ(oldest->message.request_uri, "sip:18@example.com");
}

TEST(RecentMessages, LeaveOutWhatIsTooLong) {
  RecentMessages messages;
  keep(messages, 0, numbered(0, 2'000'000));
  keep(messages, 1, numbered(1));
  EXPECT_EQ(messages.at(static_cast<MessageId>(0)), nullptr);
  EXPECT_NE(messages.at(static_cast<MessageId>(1)), nullptr);
}

}  // namespace
}  // namespace sipgloss::test
