// SPDX-License-Identifier: MIT
// "In this message": that tellers are asked where they are concerned, and bounded.
#include "in_message/in_message.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sipgloss {
namespace {

std::vector<Text> told(const std::string& bytes, Annotation& into) {
  const Message message = Message::parse({bytes});
  tell_in_message({.response = message}, into);
  return into.in_message;
}

TEST(InMessage, ListsTheMethodsThatA405Allows) {
  Annotation annotation;
  const auto sentences =
      told("SIP/2.0 405 No\r\nCSeq: 1 INFO\r\nAllow: INVITE, ACK, BYE\r\n\r\n", annotation);
  ASSERT_FALSE(sentences.empty());
  EXPECT_NE(sentences.front().en.find("INVITE, ACK, BYE"), std::string_view::npos);
  EXPECT_NE(sentences.front().zh.find("INVITE、ACK、BYE"), std::string_view::npos);
}

TEST(InMessage, ARequestHasNothingToTell) {
  Annotation annotation;
  EXPECT_TRUE(told("OPTIONS sip:a@b SIP/2.0\r\nAllow: INVITE\r\n\r\n", annotation).empty());
}

}  // namespace
}  // namespace sipgloss
