// SPDX-License-Identifier: MIT
// SECTION_21.md, which lists what RFC 3261 section 21 says and where the catalogue says it: each
// statement is looked up there, in both languages.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pages.hpp"
#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

using test::Row;

/// An entry, of a code or of a class, and its member.
struct Place {
  const ResponseCode* code = nullptr;
  const ClassEntry* of_class = nullptr;
  std::string member;
};

/// Words of a sentence; between two of them anything may stand.
using Key = std::vector<std::string>;

/// A row of the page.
struct Statement {
  std::size_t line = 0;
  std::string item;
  Place place;
  Key zh;
  Key en;
  std::vector<unsigned> corrections;
};

struct Page {
  std::vector<Statement> statements;
  std::vector<std::string> faults;
};

/// A text as it is shown, so that a key can name the section as well.
struct Shown {
  std::string en;
  std::string zh;
};

Shown with_section(const Text& text, Citation cite) {
  Shown shown{std::string(text.en), std::string(text.zh)};
  if (cite.empty()) return shown;
  shown.en += fmt::format(" (RFC {} section {})", cite.rfc, cite.section);
  shown.zh += fmt::format("（RFC {} 第 {} 节）", cite.rfc, cite.section);
  return shown;
}

Shown shown(const HeaderUse& use) {
  const Text strength = name_of(use.strength);
  return {fmt::format("{} {}: {}", strength.en, use.name, use.what.en),
          fmt::format("{} {}：{}", strength.zh, use.name, use.what.zh)};
}

/// The texts of a member of an entry; none where it has no such member.
std::vector<Shown> texts_of(const ResponseCode& entry, std::string_view member) {
  std::vector<Shown> texts;
  if (member == "name") texts.push_back(with_section(entry.name(), {}));
  if (member == "meaning") {
    for (const Sentence& it : entry.meaning) texts.push_back(with_section(it.text(), it.cite));
  } else if (member == "next") {
    for (const Next id : entry.next) {
      texts.push_back(with_section(step_of(id).text, step_of(id).cite));
    }
  } else if (member == "headers") {
    for (const HeaderUse& use : entry.headers) texts.push_back(shown(use));
  }
  return texts;
}

std::vector<Shown> texts_of(const ClassEntry& entry, std::string_view member) {
  std::vector<Shown> texts;
  if (member == "name") texts.push_back(with_section(entry.name, {}));
  if (member == "meaning") {
    for (const Text& text : entry.meaning) texts.push_back(with_section(text, {}));
  }
  return texts;
}

std::vector<Shown> texts_at(const Place& place) {
  return place.code != nullptr ? texts_of(*place.code, place.member)
                               : texts_of(*place.of_class, place.member);
}

bool has(std::string_view text, const Key& key) {
  for (const std::string& words : key) {
    const std::size_t at = text.find(words);
    if (at == std::string_view::npos) return false;
    text.remove_prefix(at + words.size());
  }
  return true;
}

bool says(const std::vector<Shown>& texts, const Key& en, const Key& zh) {
  return std::ranges::any_of(
      texts, [&](const Shown& text) { return has(text.en, en) && has(text.zh, zh); });
}

std::optional<unsigned> number_in(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// "486.meaning", "class 4.name".
std::optional<Place> read_place(std::string_view text) {
  constexpr std::string_view class_mark = "class ";
  const bool is_class = text.starts_with(class_mark);
  if (is_class) text.remove_prefix(class_mark.size());
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::optional<unsigned> number = number_in(text.substr(0, dot));
  if (!number) return std::nullopt;
  Place place{.member = std::string(text.substr(dot + 1))};
  for (const ClassEntry& entry : classes()) {
    if (is_class && static_cast<unsigned>(entry.value) == *number) place.of_class = &entry;
  }
  if (!is_class && read_code(*number).known) place.code = read_code(*number).entry;
  if (place.code == nullptr && place.of_class == nullptr) return std::nullopt;
  if (texts_at(place).empty()) return std::nullopt;
  return place;
}

std::optional<Key> read_key(std::string_view cell) {
  const Key key = test::split(cell, "…");
  if (key.empty() || std::ranges::count(key, "") > 0) return std::nullopt;
  return key;
}

std::optional<std::vector<unsigned>> read_corrections(std::string_view cell) {
  std::vector<unsigned> numbers;
  for (const std::string& piece : test::split(cell, ",")) {
    const std::optional<unsigned> number = number_in(piece);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

std::optional<Statement> read_statement(const Row& row) {
  if (row.cells.size() != 6 || row.cells[0].empty() || row.cells[1].empty()) return std::nullopt;
  const std::optional<Place> place = read_place(row.cells[2]);
  const std::optional<Key> zh = read_key(row.cells[3]);
  const std::optional<Key> en = read_key(row.cells[4]);
  const std::optional<std::vector<unsigned>> corrections = read_corrections(row.cells[5]);
  if (!place || !zh || !en || !corrections) return std::nullopt;
  return Statement{row.line, row.cells[0], *place, *zh, *en, *corrections};
}

Page read(std::string_view text) {
  Page page;
  for (const Row& row : test::rows_of(text)) {
    const std::optional<Statement> statement = read_statement(row);
    if (statement) {
      page.statements.push_back(*statement);
    } else {
      page.faults.push_back(fmt::format("SECTION_21.md:{}", row.line));
    }
  }
  return page;
}

const Page& page() {
  static const Page the_page = read(test::read_page("SECTION_21.md"));
  return the_page;
}

/// "4.24" of RFC 3261 section 21.4.24; nothing when the entry is defined elsewhere.
std::string item_of(Citation cite) {
  if (cite.rfc != 3261 || !cite.section.starts_with("21.")) return {};
  return std::string(cite.section.substr(3));
}

TEST(Section21, HasNoRowThatCannotBeRead) { EXPECT_EQ(page().faults, std::vector<std::string>()); }

TEST(Section21, SaysEveryStatementWhereThePageFindsIt) {
  for (const Statement& statement : page().statements) {
    EXPECT_TRUE(says(texts_at(statement.place), statement.en, statement.zh))
        << "SECTION_21.md:" << statement.line << ": " << fmt::format("{}", statement.en.front());
  }
}

TEST(Section21, HasStatementsOfEachOfIts50Codes) {
  std::set<unsigned> spoken_of;
  for (const Statement& statement : page().statements) {
    if (statement.place.code != nullptr) spoken_of.insert(statement.place.code->code);
  }
  std::set<unsigned> codes;
  for (const ResponseCode* entry : response_codes()) {
    if (!item_of(entry->defined_in).empty()) codes.insert(entry->code);
  }
  EXPECT_EQ(codes.size(), 50U);
  EXPECT_EQ(spoken_of, codes);
}

TEST(Section21, FindsEachStatementAtTheCodeOfItsItem) {
  for (const Statement& statement : page().statements) {
    if (statement.item == "intro") continue;
    const Place& place = statement.place;
    const Citation cite =
        place.code != nullptr ? place.code->defined_in : place.of_class->defined_in;
    EXPECT_EQ(statement.item, item_of(cite)) << "SECTION_21.md:" << statement.line;
  }
}

// The first one is of the title, which no entry says.
TEST(Section21, NamesEveryCorrection) {
  std::set<unsigned> named;
  for (const Statement& statement : page().statements) {
    named.insert(statement.corrections.begin(), statement.corrections.end());
  }
  for (unsigned number = 2; number <= 73; ++number) EXPECT_TRUE(named.contains(number)) << number;
  EXPECT_EQ(named.size(), 72U);
}

constexpr std::string_view head =
    "| item | statement | said in | 中文 | English | # |\n"
    "|---|---|---|---|---|---|\n";

TEST(PageOfSection21, IsReadRowByRow) {
  const Page read_back =
      read(std::string(head) + "| 4.1 | s | 400.meaning | 甲 … 乙 | a | 3, 14 |\n");
  ASSERT_EQ(read_back.statements.size(), 1U);
  const Statement& statement = read_back.statements[0];
  EXPECT_EQ(statement.item, "4.1");
  EXPECT_EQ(statement.place.code, read_code(400).entry);
  EXPECT_EQ(statement.zh, (Key{"甲", "乙"}));
  EXPECT_EQ(statement.en, (Key{"a"}));
  EXPECT_EQ(statement.corrections, (std::vector{3U, 14U}));
}

TEST(PageOfSection21, FindsFaultWithARowThatCannotBeRead) {
  for (const std::string_view row : {
           "| 4.1 | s | 400.meaning | 甲 | a |",          // a cell is missing
           "|  | s | 400.meaning | 甲 | a | |",           // no item
           "| 4.1 | s | 400 | 甲 | a | |",                // no member
           "| 4.1 | s | 400.colour | 甲 | a | |",         // no such member
           "| 4.1 | s | 499.meaning | 甲 | a | |",        // no such code
           "| 4 | s | class 7.meaning | 甲 | a | |",      // no such class
           "| 4.1 | s | 400.meaning |  | a | |",          // no key
           "| 4.1 | s | 400.meaning | 甲 … | a | |",      // half a key
           "| 4.1 | s | 400.meaning | 甲 | a | twice |",  // no number
       }) {
    EXPECT_EQ(read(std::string(head) + std::string(row) + "\n").faults,
              (std::vector<std::string>{"SECTION_21.md:3"}))
        << row;
  }
}

TEST(Says, WantsTheWordsOfBothKeysInOneSentenceAndInTheirOrder) {
  const std::vector<Shown> texts = {{"One MAY go.", "可以走。"}, {"One MAY stay.", "可以留。"}};
  EXPECT_TRUE(says(texts, {"One", "stay"}, {"可以", "留"}));
  EXPECT_FALSE(says(texts, {"stay", "One"}, {"可以", "留"}));
  EXPECT_FALSE(says(texts, {"One", "go"}, {"可以", "留"}));
  EXPECT_FALSE(says(texts, {"One", "come"}, {"可以"}));
  EXPECT_FALSE(says({}, {"One"}, {"可以"}));
}

TEST(TextsOf, AreThoseOfTheMember) {
  ResponseCode entry;
  entry.phrase = "Name";
  entry.name_zh = "名";
  entry.meaning = {{.en = "Means.", .zh = "意思。"}};
  entry.headers = {
      {.strength = Strength::must, .name = "Allow", .what = {"methods", "方法"}, .cite = {}}};
  entry.next = {Next::use_listed_types};
  EXPECT_TRUE(says(texts_of(entry, "name"), {"Name"}, {"名"}));
  EXPECT_TRUE(says(texts_of(entry, "meaning"), {"Means."}, {"意思。"}));
  EXPECT_TRUE(says(texts_of(entry, "headers"), {"MUST carry Allow: methods"}, {"Allow：方法"}));
  EXPECT_TRUE(says(texts_of(entry, "next"), {"RFC 3261 section 8.1.3.5"}, {"第 8.1.3.5 节"}));
  EXPECT_TRUE(texts_of(entry, "meanings").empty());
}

}  // namespace
}  // namespace sipgloss
