// SPDX-License-Identifier: MIT
// The words of the catalogue. GLOSSARY.md lists which go together and which stand nowhere; every
// text is held against its tables.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "pages.hpp"
#include "said.hpp"

namespace sipgloss {
namespace {

using test::Row;
using test::Said;
using Words = std::vector<std::string>;

/// Where the English text has one of the words, the Chinese one has one of the terms; not so within
/// some expressions.
struct Pair {
  std::size_t line = 0;
  Words en;
  Words zh;
  Words but_not_in;
};

/// Words, in either language, that stand nowhere but in some expressions or beside some English.
struct Banned {
  std::size_t line = 0;
  Words words;
  std::string instead;
  Words right_in;
  Words right_with;
};

struct Glossary {
  std::vector<std::string> terms;  ///< in Chinese
  std::vector<Pair> pairs;
  std::vector<Banned> banned;
  std::vector<std::string> faults;
};

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_part_of_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

bool same_letter(char wanted, char found) {
  return found == wanted || found == std::toupper(static_cast<unsigned char>(wanted));
}

/// Where a word of the text begins with `word`, at `from` or behind it; only its first letter may
/// be a capital, and no hyphen follows, as in the names of header fields.
std::size_t find_english(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = from; at + word.size() <= text.size(); ++at) {
    const std::size_t end = at + word.size();
    if (!same_letter(word[0], text[at]) || text.substr(at + 1, word.size() - 1) != word.substr(1)) {
      continue;
    }
    const bool begins = at == 0 || !is_part_of_word(text[at - 1]);
    if (begins && (end == text.size() || text[end] != '-')) return at;
  }
  return std::string_view::npos;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0) {
  return is_ascii(word) ? find_english(text, word, from) : text.find(word, from);
}

bool has_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [text](const std::string& word) {
    return find_word(text, word) != std::string_view::npos;
  });
}

/// Whether what stands at `at` is part of one of the expressions.
bool lies_in(std::string_view text, std::size_t at, std::size_t size, const Words& expressions) {
  return std::ranges::any_of(expressions, [&](const std::string& expression) {
    for (std::size_t begin = text.find(expression); begin <= at;
         begin = text.find(expression, begin + 1)) {
      if (at + size <= begin + expression.size()) return true;
    }
    return false;
  });
}

bool has_outside(std::string_view text, std::string_view word, const Words& expressions) {
  for (std::size_t at = find_word(text, word); at != std::string_view::npos;
       at = find_word(text, word, at + 1)) {
    if (!lies_in(text, at, word.size(), expressions)) return true;
  }
  return false;
}

/// The text without what it quotes: that has the words of others.
std::string unquoted(std::string_view text) {
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  std::string rest;
  for (std::size_t begin = text.find(open); begin != std::string_view::npos;
       begin = text.find(open)) {
    const std::size_t end = text.find(close, begin);
    if (end == std::string_view::npos) break;
    rest += text.substr(0, begin);
    text.remove_prefix(end + close.size());
  }
  return rest.append(text);
}

std::string fault_of(const Text& text, const Pair& pair) {
  const std::string en = unquoted(text.en);
  const bool met = std::ranges::any_of(
      pair.en, [&](const std::string& word) { return has_outside(en, word, pair.but_not_in); });
  const bool kept = std::ranges::any_of(pair.zh, [&text](const std::string& term) {
    return text.zh.find(term) != std::string_view::npos;
  });
  return met && !kept ? fmt::format("{} without {}. ", pair.en[0], pair.zh[0]) : "";
}

std::string fault_of(const Text& text, const Banned& ban) {
  const std::string en = unquoted(text.en);
  const std::string zh = unquoted(text.zh);
  if (has_any(en, ban.right_with)) return "";
  std::string faults;
  for (const std::string& word : ban.words) {
    if (has_outside(is_ascii(word) ? en : zh, word, ban.right_in)) {
      faults += fmt::format("{}: rather {}. ", word, ban.instead);
    }
  }
  return faults;
}

/// What the rules find wrong with a text, empty when nothing is.
template <typename Rule>
std::string faults_of(const Text& text, const std::vector<Rule>& rules) {
  std::string faults;
  for (const Rule& rule : rules) faults += fault_of(text, rule);
  return faults;
}

/// "proxy, proxies" or "代理服务器、转发".
Words words_in(std::string_view cell) {
  Words words;
  for (const std::string& piece : test::split(cell, ",")) {
    if (piece.empty()) words.emplace_back();
    for (const std::string& word : test::split(piece, "、")) words.push_back(word);
  }
  return words;
}

bool empty_or_has_empty(const Words& words) {
  return words.empty() || std::ranges::count(words, "") > 0;
}

bool read_row(const Row& row, Glossary& into) {
  if (row.heading == "Words that go together") {
    if (row.cells.size() != 3) return false;
    into.pairs.push_back(
        {row.line, words_in(row.cells[0]), words_in(row.cells[1]), words_in(row.cells[2])});
    return !empty_or_has_empty(into.pairs.back().en) && !empty_or_has_empty(into.pairs.back().zh);
  }
  if (row.heading == "Not these words") {
    if (row.cells.size() != 4) return false;
    into.banned.push_back({row.line, words_in(row.cells[0]), row.cells[1], words_in(row.cells[2]),
                           words_in(row.cells[3])});
    return !empty_or_has_empty(into.banned.back().words) && !row.cells[1].empty();
  }
  if (row.cells.size() != 3) return false;
  into.terms.push_back(row.cells[1]);
  return !row.cells[0].empty() && !row.cells[1].empty();
}

Glossary read(std::string_view page) {
  Glossary glossary;
  for (const Row& row : test::rows_of(page)) {
    if (!read_row(row, glossary)) glossary.faults.push_back(fmt::format("line {}", row.line));
  }
  return glossary;
}

const Glossary& glossary() {
  static const Glossary the_glossary = read(test::read_page("GLOSSARY.md"));
  return the_glossary;
}

using Faults = std::vector<std::string>;

TEST(Glossary, HasNoRowThatCannotBeRead) {
  EXPECT_EQ(glossary().faults, Faults());
  EXPECT_FALSE(glossary().terms.empty());
  EXPECT_FALSE(glossary().pairs.empty());
  EXPECT_FALSE(glossary().banned.empty());
}

TEST(Glossary, PairsAreOfItsTerms) {
  for (const Pair& pair : glossary().pairs) {
    const bool known = std::ranges::any_of(glossary().terms, [&pair](const std::string& term) {
      return term.find(pair.zh[0]) != std::string::npos;
    });
    EXPECT_TRUE(known) << "GLOSSARY.md:" << pair.line << ": " << pair.zh[0];
  }
}

TEST(Glossary, KeepsToOneChineseTermForAnEnglishOne) {
  for (const auto& texts : {test::sentences(), test::phrases()}) {
    for (const Said& said : texts) {
      const std::string faults = faults_of(said.text, glossary().pairs);
      EXPECT_TRUE(faults.empty()) << faults << said;
    }
  }
}

TEST(Glossary, BannedWordsStandNowhere) {
  for (const auto& texts :
       {test::sentences(), test::phrases(), test::gists(), test::briefs(), test::names()}) {
    for (const Said& said : texts) {
      const std::string faults = faults_of(said.text, glossary().banned);
      EXPECT_TRUE(faults.empty()) << faults << said;
    }
  }
}

TEST(FindEnglish, FindsWordsByTheirBeginning) {
  const auto found = [](std::string_view text, std::string_view word) {
    return find_english(text, word, 0) != std::string_view::npos;
  };
  EXPECT_TRUE(found("It retransmits.", "retransmi"));
  EXPECT_TRUE(found("Retransmissions stop.", "retransmi"));
  EXPECT_TRUE(found("the (proxy)", "proxy"));
  EXPECT_FALSE(found("see Proxy-Require", "proxy"));
  EXPECT_FALSE(found("with Referred-By", "by"));
  EXPECT_FALSE(found("a SUBSCRIBE", "subscri"));
  EXPECT_FALSE(found("enlarge", "large"));
  EXPECT_FALSE(found("", "large"));
}

TEST(Unquoted, LeavesOutWhatIsQuoted) {
  EXPECT_EQ(unquoted("such as “5 calls” or “6”."), "such as  or .");
  EXPECT_EQ(unquoted("never “closed"), "never “closed");
}

TEST(FaultsOfPairs, AreEnglishWordsWithoutTheirTerm) {
  const std::vector<Pair> pairs = {{1, {"proxy", "proxies"}, {"代理服务器", "转发"}, {"by proxy"}}};
  EXPECT_EQ(faults_of({"Proxies do.", "代理做。"}, pairs), "proxy without 代理服务器. ");
  EXPECT_EQ(faults_of({"The proxy does.", "代理服务器做。"}, pairs), "");
  EXPECT_EQ(faults_of({"To proxy it.", "转发它。"}, pairs), "");
  EXPECT_EQ(faults_of({"He does by proxy.", "代理做。"}, pairs), "");
  EXPECT_EQ(faults_of({"It says “proxy”.", "代理做。"}, pairs), "");
  EXPECT_EQ(faults_of({"It does.", "代理做。"}, pairs), "");
}

TEST(FaultsOfBannedWords, AreWordsOutsideOfTheirExpressions) {
  const std::vector<Banned> banned = {{1, {"代理"}, "代理服务器", {"代理服务器", "使用代理"}, {}},
                                      {2, {"会话"}, "对话", {}, {"session"}},
                                      {3, {"packet"}, "message", {"RTP packet"}, {}}};
  EXPECT_EQ(faults_of({"", "代理服务器和代理"}, banned), "代理: rather 代理服务器. ");
  EXPECT_EQ(faults_of({"", "使用代理，代理服务器"}, banned), "");
  EXPECT_EQ(faults_of({"", "“代理”"}, banned), "");
  EXPECT_EQ(faults_of({"The dialog ends.", "会话结束。"}, banned), "会话: rather 对话. ");
  EXPECT_EQ(faults_of({"The session ends.", "会话结束。"}, banned), "");
  EXPECT_EQ(faults_of({"a packet", "包"}, banned), "packet: rather message. ");
  EXPECT_EQ(faults_of({"an RTP packet", "RTP 包"}, banned), "");
}

TEST(PageOfGlossary, FindsFaultWithARowThatCannotBeRead) {
  const auto faults = [](std::string_view heading, std::string_view row) {
    return read(fmt::format("## {}\n\n| a | b |\n|---|---|\n{}\n", heading, row)).faults;
  };
  const Faults fault = {"line 5"};
  EXPECT_EQ(faults("Words that go together", "| proxy | 代理服务器 | |"), Faults());
  EXPECT_EQ(faults("Words that go together", "| proxy | | |"), fault);
  EXPECT_EQ(faults("Words that go together", "| proxy, | 代理服务器 | |"), fault);
  EXPECT_EQ(faults("Words that go together", "| proxy | 代理服务器 |"), fault);
  EXPECT_EQ(faults("Not these words", "| 应答 | 响应 | | |"), Faults());
  EXPECT_EQ(faults("Not these words", "| 应答 | | | |"), fault);
  EXPECT_EQ(faults("Not these words", "| 应答 | 响应 | |"), fault);
  EXPECT_EQ(faults("", "| proxy | | |"), fault);
}

}  // namespace
}  // namespace sipgloss
