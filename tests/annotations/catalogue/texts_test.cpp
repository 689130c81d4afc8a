// SPDX-License-Identifier: MIT
// Every text of the catalogue, looked at as a proof-reader does: both languages, length, full
// stops, and the typography of Chinese. Its words are those of GLOSSARY.md: glossary_test.cpp.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/well_formed.hpp"
#include "said.hpp"
#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

using test::briefs;
using test::gists;
using test::names;
using test::phrases;
using test::Said;
using test::sentences;

// The characters of valid UTF-8.
std::u32string characters(std::string_view utf8) {
  std::u32string result;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t character = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t j = 1; j < length; ++j) {
      character = character << 6 | (static_cast<unsigned char>(utf8[i + j]) & 0x3FU);
    }
    result += character;
    i += length;
  }
  return result;
}

bool is_chinese(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_latin(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}
bool is_half_width_mark(char32_t c) {
  return std::u32string_view(U",;:!?()\"'.").find(c) != std::u32string_view::npos;
}
bool is_full_width_mark(char32_t c) {
  return std::u32string_view(U"，；：！？（）“”、。").find(c) != std::u32string_view::npos;
}

/// What is wrong with a Chinese text, empty when nothing is.
std::string typography_fault(std::string_view text) {
  const std::u32string chars = characters(text);
  for (std::size_t i = 0; i < chars.size(); ++i) {
    const char32_t here = chars[i];
    if (here == U'"') return "ASCII quotes";
    if (i == 0) continue;
    const char32_t before = chars[i - 1];
    if (is_half_width_mark(here) && (is_chinese(before) || is_full_width_mark(before))) {
      return "half-width mark after Chinese";
    }
    if (is_half_width_mark(before) && (is_chinese(here) || is_full_width_mark(here)) &&
        !(before == U'.' && here == U'。')) {
      return "half-width mark before Chinese";
    }
    if ((is_chinese(before) && is_latin(here)) || (is_latin(before) && is_chinese(here))) {
      return "no space between Chinese and Latin";
    }
    if (before == U' ' && (here == U' ' || is_full_width_mark(here))) return "space too many";
    if (is_full_width_mark(before) && here == U' ') return "space too many";
    if (i > 1 && before == U' ' && is_chinese(chars[i - 2]) && is_chinese(here)) {
      return "space between Chinese";
    }
  }
  return {};
}

bool ends_with_full_stop(const Text& text) {
  return text.en.ends_with('.') && text.zh.ends_with("。");
}

bool ends_with_a_mark(const Text& text) {
  const char32_t last = characters(text.zh).back();
  return std::string_view(".,;:!?").find(text.en.back()) != std::string_view::npos ||
         std::u32string_view(U"。，；：、！？").find(last) != std::u32string_view::npos;
}

bool begins_as_a_sentence(std::string_view en) {
  const char first = en.front();
  return (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
}

TEST(Texts, StandInBothLanguagesAndFitATreeLabel) {
  for (const Said& said : sentences()) EXPECT_TRUE(well_formed(said.text)) << said;
  for (const Said& said : names()) EXPECT_TRUE(well_formed(said.text)) << said;
}

TEST(Texts, AreSentencesThatEndWithAFullStop) {
  for (const Said& said : sentences()) EXPECT_TRUE(ends_with_full_stop(said.text)) << said;
}

TEST(Texts, AreOneSentenceEach) {
  for (const Said& said : sentences()) {
    const std::string_view zh = said.text.zh;
    EXPECT_EQ(zh.find("。"), zh.size() - std::string_view("。").size()) << said;
  }
}

TEST(Texts, BeginEnglishSentencesWithACapitalOrADigit) {
  for (const Said& said : sentences()) EXPECT_TRUE(begins_as_a_sentence(said.text.en)) << said;
}

TEST(Texts, FollowChineseTypography) {
  for (const auto& texts : {sentences(), phrases(), gists(), briefs(), names()}) {
    for (const Said& said : texts) EXPECT_EQ(typography_fault(said.text.zh), "") << said;
  }
  for (const RoleName& role : role_names()) EXPECT_EQ(typography_fault(role.name.zh), "");
}

TEST(Texts, OfHeaderFieldsAreAFewWordsInBothLanguages) {
  for (const Said& said : phrases()) {
    ASSERT_TRUE(well_formed(said.text)) << said;
    EXPECT_FALSE(ends_with_a_mark(said.text)) << said;
  }
}

TEST(Texts, OfGistsFitAColumnInBothLanguages) {
  for (const Said& said : gists()) {
    ASSERT_TRUE(well_formed(said.text)) << said;
    EXPECT_FALSE(ends_with_a_mark(said.text)) << said;
    EXPECT_LE(said.text.en.size(), catalogue::longest_gist) << said;
    EXPECT_LE(said.text.zh.size(), catalogue::longest_gist) << said;
  }
}

TEST(Texts, OfStepsInAFewWordsFitAColumnInBothLanguages) {
  for (const Said& said : briefs()) {
    ASSERT_EQ(said.text.en.empty(), said.text.zh.empty()) << said;
    EXPECT_FALSE(ends_with_a_mark(said.text)) << said;
    EXPECT_LE(said.text.en.size(), 24U) << said;
  }
}

TEST(Texts, OfACodeSayNothingTwice) {
  for (const ResponseCode* entry : response_codes()) {
    std::set<std::string_view> different;
    for (const Sentence& sentence : entry->meaning) different.insert(sentence.en);
    for (const Sentence& sentence : entry->practice) different.insert(sentence.en);
    EXPECT_EQ(different.size(), entry->meaning.size() + entry->practice.size()) << entry->code;
  }
}

TEST(Texts, KeepTheForceOfTheRfcInBothLanguages) {
  struct Force {
    std::string_view en;
    std::vector<std::string_view> zh;
  };
  const std::vector<Force> forces = {
      {"MUST NOT", {"不得"}}, {"SHOULD NOT", {"不应当"}}, {"MUST", {"必须", "不得"}},
      {"SHOULD", {"应当"}},   {"MAY", {"可以"}},
  };
  for (const Said& said : sentences()) {
    for (const Force& force : forces) {
      if (said.text.en.find(force.en) == std::string_view::npos) continue;
      const bool kept = std::ranges::any_of(force.zh, [&said](std::string_view word) {
        return said.text.zh.find(word) != std::string_view::npos;
      });
      EXPECT_TRUE(kept) << force.en << ": " << said;
    }
  }
}

TEST(Texts, UseNoWordOfForceInChineseThatIsNotInEnglish) {
  struct Force {
    std::string_view zh;
    std::string_view en;
  };
  for (const Said& said : sentences()) {
    for (const Force force : {Force{"应当", "SHOULD"}, {"必须", "MUST"}, {"不得", "MUST NOT"}}) {
      if (said.text.zh.find(force.zh) == std::string_view::npos) continue;
      EXPECT_NE(said.text.en.find(force.en), std::string_view::npos) << said;
    }
  }
}

TEST(TypographyFault, FindsWhatItIsThereToFind) {
  EXPECT_NE(typography_fault("响应,请求"), "");
  EXPECT_NE(typography_fault("响应(请求)"), "");
  EXPECT_NE(typography_fault("收到ACK。"), "");
  EXPECT_NE(typography_fault("收到 ACK 。"), "");
  EXPECT_NE(typography_fault("\"请勿打扰\""), "");
  EXPECT_EQ(typography_fault("收到 ACK（RFC 3261），然后等待。"), "");
}

TEST(EndsWithAMark, IsSoOfEitherLanguage) {
  EXPECT_TRUE(ends_with_a_mark({"busy.", "忙"}));
  EXPECT_TRUE(ends_with_a_mark({"busy", "忙。"}));
  EXPECT_FALSE(ends_with_a_mark({"busy (here)", "忙（此处）"}));
}

}  // namespace
}  // namespace sipgloss
