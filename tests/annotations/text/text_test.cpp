// SPDX-License-Identifier: MIT
// Texts in two languages, and packet bytes made safe to show.
#include "sipgloss/text.hpp"

#include <gtest/gtest.h>

namespace sipgloss {
namespace {

TEST(Citation, NamesRfcAndSection) {
  EXPECT_EQ(to_string(Citation{3261, "21.4.6"}), "RFC 3261 section 21.4.6");
}

TEST(InLanguage, GivesOneOrBoth) {
  const Text text{"Ringing", "振铃"};
  EXPECT_EQ(in_language(text, Language::english), "Ringing");
  EXPECT_EQ(in_language(text, Language::chinese), "振铃");
  EXPECT_EQ(in_language(text, Language::both), "Ringing / 振铃");
}

TEST(InLanguage, SaysOnceWhatIsTheSameInBoth) {
  EXPECT_EQ(in_language({"ACK", "ACK"}, Language::both), "ACK");
}

TEST(WellFormed, WantsBothLanguagesThatFitALabel) {
  EXPECT_TRUE(well_formed({"Ringing", "振铃"}));
  EXPECT_FALSE(well_formed({"Ringing", ""}));
  EXPECT_FALSE(well_formed({"Ringing", "Ringing"}));
  const std::string long_text(longest_text + 1, 'x');
  EXPECT_FALSE(well_formed({long_text, "振铃"}));
}

TEST(Printable, LeavesTextAsItIs) {
  EXPECT_EQ(printable("Bob 鲍勃 <sip:b@x>"), "Bob 鲍勃 <sip:b@x>");
}

TEST(Printable, ShowsControlAndBrokenBytesAsHex) {
  EXPECT_EQ(printable(std::string_view("a\0b\r\n\x7f", 6)), "a\\x00b\\x0d\\x0a\\x7f");
  EXPECT_EQ(printable("\xff\xc3("), "\\xff\\xc3(");
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "a surrogate is no character";
}

TEST(Printable, ShowsMarksThatTurnTheWritingAroundAsHex) {
  EXPECT_EQ(printable("a\u202Eb"), "a\\xe2\\x80\\xaeb");
}

TEST(Printable, CutsBetweenCharacters) {
  EXPECT_EQ(printable("此处忙", 6), "此处...");
  EXPECT_EQ(printable("此处忙", 8), "此处...");
  EXPECT_EQ(printable("此处忙", 9), "此处忙");
}

TEST(DisplayWidth, CountsChineseTwice) {
  EXPECT_EQ(display_width("486 Busy"), 8U);
  EXPECT_EQ(display_width("此处忙（4xx）"), 13U);
}

}  // namespace
}  // namespace sipgloss
