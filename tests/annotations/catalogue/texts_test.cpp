// SPDX-License-Identifier: MIT
// Every text of the catalogue, looked at as a proof-reader does: both languages, length, full
// stops, and the typography of Chinese.

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

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

/// All sentences: meanings of codes and classes, and steps.
std::vector<Text> sentences() {
  std::set<Next> steps;
  std::vector<Text> all;
  for (const ResponseCode* entry : response_codes()) {
    all.insert(all.end(), entry->meaning.begin(), entry->meaning.end());
    steps.insert(entry->next.begin(), entry->next.end());
  }
  for (const ClassEntry& entry : classes()) {
    all.insert(all.end(), entry.meaning.begin(), entry.meaning.end());
  }
  for (const Next id : steps) all.push_back(step_of(id).text);
  return all;
}

std::vector<Text> names() {
  std::vector<Text> all;
  for (const ResponseCode* entry : response_codes()) all.push_back(entry->name());
  for (const ClassEntry& entry : classes()) all.push_back(entry.name);
  for (const ResponseCode* entry : response_codes()) {
    all.push_back(name_of(entry->status));
    all.push_back(name_of(entry->category));
  }
  return all;
}

TEST(Texts, StandInBothLanguagesAndFitATreeLabel) {
  for (const Text& text : sentences()) EXPECT_TRUE(well_formed(text)) << text.en;
  for (const Text& text : names()) EXPECT_TRUE(well_formed(text)) << text.en;
}

TEST(Texts, AreSentencesThatEndWithAFullStop) {
  for (const Text& text : sentences()) EXPECT_TRUE(ends_with_full_stop(text)) << text.en;
}

TEST(Texts, AreOneSentenceEach) {
  for (const Text& text : sentences()) {
    EXPECT_EQ(text.zh.find("。"), text.zh.size() - std::string_view("。").size()) << text.zh;
  }
}

TEST(Texts, BeginEnglishSentencesWithACapitalOrADigit) {
  for (const Text& text : sentences()) {
    const char first = text.en.front();
    EXPECT_TRUE((first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9')) << text.en;
  }
}

TEST(Texts, FollowChineseTypography) {
  for (const Text& text : sentences()) EXPECT_EQ(typography_fault(text.zh), "") << text.zh;
  for (const Text& text : names()) EXPECT_EQ(typography_fault(text.zh), "") << text.zh;
  for (const RoleName& role : role_names()) EXPECT_EQ(typography_fault(role.name.zh), "");
}

TEST(Texts, OfStepsInAFewWordsFollowChineseTypography) {
  for (const ResponseCode* entry : response_codes()) {
    for (const Next id : entry->next) {
      const Text brief = step_of(id).brief;
      EXPECT_EQ(brief.en.empty(), brief.zh.empty()) << brief.en << brief.zh;
      EXPECT_LE(brief.en.size(), 24U) << brief.en;
      EXPECT_EQ(typography_fault(brief.zh), "") << brief.zh;
    }
  }
}

TEST(Texts, SayInOneToSixSentencesWhatACodeMeans) {
  for (const ResponseCode* entry : response_codes()) {
    EXPECT_GE(entry->meaning.size(), 1U) << entry->code;
    const std::set<std::string_view> different = [entry] {
      std::set<std::string_view> sentences;
      for (const Text& sentence : entry->meaning) sentences.insert(sentence.en);
      return sentences;
    }();
    EXPECT_EQ(different.size(), entry->meaning.size()) << entry->code;
  }
}

TEST(Texts, SayResponseInOneWord) {
  for (const Text& text : sentences()) {
    EXPECT_EQ(text.zh.find("应答"), std::string_view::npos) << text.zh;
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
  for (const Text& text : sentences()) {
    for (const Force& force : forces) {
      if (text.en.find(force.en) == std::string_view::npos) continue;
      bool kept = false;
      for (const std::string_view word : force.zh) {
        kept = kept || text.zh.find(word) != std::string_view::npos;
      }
      EXPECT_TRUE(kept) << force.en << ": " << text.zh;
    }
  }
}

TEST(Texts, UseNoWordOfForceInChineseThatIsNotInEnglish) {
  for (const Text& text : sentences()) {
    if (text.zh.find("应当") != std::string_view::npos) {
      EXPECT_NE(text.en.find("SHOULD"), std::string_view::npos) << text.zh;
    }
    if (text.zh.find("必须") != std::string_view::npos) {
      EXPECT_NE(text.en.find("MUST"), std::string_view::npos) << text.zh;
    }
    if (text.zh.find("不得") != std::string_view::npos) {
      EXPECT_NE(text.en.find("MUST NOT"), std::string_view::npos) << text.zh;
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

}  // namespace
}  // namespace sipgloss
