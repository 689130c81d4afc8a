// SPDX-License-Identifier: MIT
// Retry-After: seconds, a comment, parameters. RFC 3261 sections 20.33 and 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<RetryAfter> retry_after(std::string_view value) { return {read_retry_after, value}; }

TEST(RetryAfter, IsANumberOfSeconds) {
  const auto read = retry_after("120");
  EXPECT_EQ(read->seconds, 120U);
  EXPECT_EQ(read->comment, "");
  EXPECT_EQ(read->parameters.text(), "");
  EXPECT_EQ(read.defects(), intact);
  EXPECT_EQ(retry_after("0")->seconds, 0U);
  EXPECT_EQ(retry_after("0000120")->seconds, 120U);
}

TEST(RetryAfter, MayHaveADuration) {
  for (const char* value : {"18000;duration=3600", "18000 ; duration = 3600"}) {
    const auto read = retry_after(value);
    EXPECT_EQ(read->seconds, 18000U);
    EXPECT_EQ(read->parameters.value("duration"), "3600");
    EXPECT_EQ(read.defects(), intact);
  }
}

TEST(RetryAfter, MayHaveAComment) {
  for (const char* value : {"120 (in a meeting)", "120(in a meeting)"}) {
    const auto read = retry_after(value);
    EXPECT_EQ(read->seconds, 120U);
    EXPECT_EQ(read->comment, "in a meeting");
    EXPECT_EQ(read.defects(), intact);
  }
  const auto both = retry_after("120 (back; at 5) ;duration=60");
  EXPECT_EQ(both->comment, "back; at 5");
  EXPECT_EQ(both->parameters.value("duration"), "60");
  EXPECT_EQ(both.defects(), intact);
}

TEST(RetryAfter, CommentsNestAndEscape) {
  const auto nested = retry_after("5 (a (nested) one)");
  EXPECT_EQ(nested->comment, "a (nested) one");
  EXPECT_EQ(nested.defects(), intact);

  const auto escaped = retry_after("5 (smile :-\\) twice);x=1");
  EXPECT_EQ(escaped->comment, "smile :-\\) twice");
  EXPECT_EQ(escaped->parameters.value("x"), "1");
  EXPECT_EQ(escaped.defects(), intact);
}

TEST(RetryAfter, CommentEndsAtItsOwnParenthesis) {
  const auto read = retry_after("5 (one);text=\"(two)\"");
  EXPECT_EQ(read->comment, "one");
  EXPECT_EQ(read->parameters.value("text"), "(two)");
  EXPECT_EQ(read.defects(), intact);
}

TEST(RetryAfter, MayBeFolded) {
  const auto read = retry_after("120\r\n (later)\r\n ;duration=1");
  EXPECT_EQ(read->seconds, 120U);
  EXPECT_EQ(read->comment, "later");
  EXPECT_EQ(read->parameters.value("duration"), "1");
  EXPECT_EQ(read.defects(), intact);
}

TEST(RetryAfter, Has32Bits) {
  EXPECT_EQ(retry_after("4294967295")->seconds, 4294967295U);
  for (const std::string digits : {"4294967296", "949302838503028349304023988"}) {
    const auto read = retry_after(digits + ";duration=60");
    EXPECT_EQ(read->seconds, std::nullopt);
    EXPECT_EQ(read->parameters.value("duration"), "60");
    EXPECT_EQ(read.defects(), (Found{{number_range, digits}}));
  }
}

TEST(RetryAfter, ThatIsNoNumberIsMalformed) {
  for (const std::string value : {"soon", "12abc", "-5", "+5", "1.5", "0x10"}) {
    const auto read = retry_after(value);
    EXPECT_EQ(read->seconds, std::nullopt);
    EXPECT_EQ(read.defects(), (Found{{number_malformed, value}}));
  }
  EXPECT_EQ(retry_after("").defects(), (Found{{number_malformed, ""}}));
}

TEST(RetryAfter, WithADateOfRfc2543IsMalformed) {
  const auto read = retry_after("Mon, 21 Jul 1997 18:48:34 GMT");
  EXPECT_EQ(read->seconds, std::nullopt);
  ASSERT_FALSE(read.defects().empty());
  EXPECT_EQ(read.defects().front().kind, number_malformed);
}

TEST(RetryAfter, WithAnOpenCommentKeepsItsSeconds) {
  const auto read = retry_after("120 (in a meeting");
  EXPECT_EQ(read->seconds, 120U);
  EXPECT_EQ(read.defects(), (Found{{number_malformed, "120 (in a meeting"}}));
}

TEST(RetryAfter, WithWordsBehindTheNumberKeepsItsSeconds) {
  const auto read = retry_after("120 seconds");
  EXPECT_EQ(read->seconds, 120U);
  EXPECT_EQ(read.defects().size(), 1U);
}

TEST(RetryAfter, IsCheckedInEveryMessage) {
  EXPECT_EQ(response_with("Retry-After: 120 (soon)").defects(), intact);
  EXPECT_EQ(response_with("Retry-After: 4294967296").defects(),
            (Found{{number_range, "4294967296"}}));
}

}  // namespace
}  // namespace sipgloss::test
