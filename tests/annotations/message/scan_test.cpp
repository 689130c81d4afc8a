// SPDX-License-Identifier: MIT
// Steps that are taken eight bytes at a time find what a step at a time finds.
#include "message/scan.hpp"

#include <gtest/gtest.h>

#include <string>

#include "utf8.hpp"

namespace sipgloss::test {
namespace {

/// Texts of every length up to 24 with one byte or two neighbours of every value at every place.
template <typename Visit>
void for_each_text(Visit visit) {
  for (std::size_t size = 0; size <= 24; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int value = 0; value < 256; ++value) {
        std::string text(size, 'x');
        text[at] = static_cast<char>(value);
        visit(text);
        if (at + 1 == size) continue;
        text[at + 1] = '\n';
        visit(text);
      }
    }
  }
}

TEST(Scan, FindsTheFirstLineEndFromAnywhere) {
  for_each_text([](const std::string& text) {
    for (const std::size_t begin : {std::size_t{0}, text.size() / 2, text.size()}) {
      const std::size_t expected = std::min(text.find_first_of("\r\n", begin), text.size());
      ASSERT_EQ(scan::find_line_end(text, begin), expected) << testing::PrintToString(text);
    }
  });
}

TEST(Scan, TakesLinesAtTheirEnds) {
  std::string_view rest = "a\tlonger line\r\n\r\nb\rc\n\td";
  for (const std::string_view line : {"a\tlonger line", "", "b", "c", "\td"})
    EXPECT_EQ(scan::take_line(rest), line);
  EXPECT_TRUE(rest.empty());
}

TEST(Scan, KnowsPrintableAscii) {
  for_each_text([](const std::string& text) {
    const bool expected = std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
    ASSERT_EQ(is_printable_ascii(text), expected) << testing::PrintToString(text);
  });
}

TEST(Scan, FindsTheEndOfAQuotedString) {
  EXPECT_EQ(scan::end_of_quoted(R"("a" b)", 0), 3U);
  EXPECT_EQ(scan::end_of_quoted(R"(x "a\"b" c)", 2), 8U);
  EXPECT_EQ(scan::end_of_quoted(R"("a\\" b")", 0), 5U);
  EXPECT_EQ(scan::end_of_quoted(R"("a\")", 0), std::string_view::npos);
  EXPECT_EQ(scan::end_of_quoted(R"("a\)", 0), std::string_view::npos);
  EXPECT_EQ(scan::end_of_quoted(R"(")", 0), std::string_view::npos);
}

}  // namespace
}  // namespace sipgloss::test
