// SPDX-License-Identifier: MIT
// About the rule set itself: every rule has its page with both verdicts, and everything that is
// said twice is said alike.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "page.hpp"
#include "rules/engine.hpp"
#include "rules/subject.hpp"
#include "sipgloss/family.hpp"

namespace sipgloss::test {
namespace {

using testing::AssertionFailure;
using testing::AssertionResult;
using testing::AssertionSuccess;

const Section* section_of(std::string_view code) {
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      if (section.code == code) return &section;
    }
  }
  return nullptr;
}

/// Whether the rule answers so to a message on that side of its section.
AssertionResult answers(const Rule& rule, Side side, std::uint64_t Tally::Counts::*kind) {
  const Section* const section = section_of(rule.code);
  if (section == nullptr) return AssertionFailure() << rule.code << " has no page";
  for (const Exchange& exchange : section->exchanges) {
    if (exchange.side != side) continue;
    if (PlayedExchange(exchange).verdicts_of(rule).*kind > 0) return AssertionSuccess();
  }
  return AssertionFailure() << "no message on the page makes " << rule.code << " answer so";
}

TEST(RuleSet, IsNotEmptyAndFitsTheEngine) {
  EXPECT_FALSE(rules().empty());
  EXPECT_LE(rules().size(), most_rules);
}

TEST(RuleSet, HasUniqueCodesAndSlugs) {
  std::set<std::string_view> codes;
  std::set<std::string_view> slugs;
  for (const Rule* rule : rules()) {
    EXPECT_TRUE(codes.insert(rule->code).second) << rule->code;
    EXPECT_TRUE(slugs.insert(rule->slug).second) << rule->slug;
  }
}

TEST(RuleSet, IsFoundByCode) {
  for (const Rule* rule : rules()) EXPECT_EQ(find_rule(rule->code), rule);
  EXPECT_EQ(find_rule("K405-999"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

TEST(RuleSet, BelongsToFamiliesByItsCodes) {
  for (const Rule* rule : rules())
    EXPECT_LT(family_number_of(*rule), families().size()) << rule->code;
  EXPECT_EQ(family_of(*find_rule("K405-1")), "K");
  EXPECT_EQ(family_of(*find_rule("SYN-13")), "SYN");
}

TEST(RuleSet, IsWellFormed) {
  for (const Rule* rule : rules()) EXPECT_TRUE(subject::well_formed(*rule)) << rule->code;
}

TEST(RuleSet, SaysResponseInOneWordInChinese) {
  for (const Rule* rule : rules()) {
    EXPECT_EQ(rule->broken.zh.find("应答"), std::string_view::npos) << rule->code;
    EXPECT_EQ(rule->broken.zh.find_first_of(",;!?()"), std::string_view::npos)
        << rule->code << ": Chinese punctuation is full-width";
  }
}

TEST(RuleSet, GuardsWhatSpeaksOfAbsence) {
  for (const Rule* rule : rules()) {
    if (rule->broken.en.find("without") == std::string_view::npos) continue;
    EXPECT_TRUE(rule->applies_to.guards.has(Guard::truncated)) << rule->code;
  }
}

TEST(RuleSet, NamesItsLevels) {
  EXPECT_EQ(name_of(Level::must), (Text{"error", "错误"}));
  EXPECT_EQ(name_of(Level::should), (Text{"warning", "警告"}));
  EXPECT_EQ(name_of(Level::note), (Text{"note", "提示"}));
}

TEST(RulePages, AreWrittenAsTheReadmeSays) {
  EXPECT_FALSE(pages().empty());
  for (const Page& page : pages()) {
    for (const std::string& fault : page.faults) ADD_FAILURE() << fault;
    EXPECT_NE(page.title.find(" / "), std::string::npos)
        << page.name << ": no title in both languages";
    EXPECT_FALSE(page.sections.empty()) << page.name;
  }
}

TEST(RulePages, SpeakOfEveryRuleAndOfNoOther) {
  std::vector<std::string_view> on_pages;
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      if (section.not_judged()) continue;
      on_pages.push_back(section.code);
      EXPECT_NE(find_rule(section.code), nullptr) << page.name << ".md speaks of " << section.code;
    }
  }
  std::vector<std::string_view> in_code;
  for (const Rule* rule : rules()) in_code.push_back(rule->code);
  std::ranges::sort(on_pages);
  std::ranges::sort(in_code);
  EXPECT_EQ(on_pages, in_code);
}

TEST(RulePages, TellWhyWhatIsNotJudgedIsNot) {
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      if (!section.not_judged()) continue;
      EXPECT_EQ(find_rule(section.code), nullptr) << section.code << " is judged";
      EXPECT_TRUE(section.exchanges.empty()) << section.code;
      EXPECT_FALSE(section.title_zh.empty()) << section.code << ": no title in Chinese";
    }
  }
}

TEST(RulePages, AgreeWithTheCode) {
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      const Rule* const rule = find_rule(section.code);
      if (rule == nullptr) continue;
      EXPECT_EQ(section.slug, rule->slug);
      EXPECT_EQ(section.facts, facts_of(*rule)) << page.name;
      EXPECT_FALSE(section.title_zh.empty()) << section.code << ": no title in Chinese";
    }
  }
}

TEST(RulePages, ShowBothVerdictsOfEveryRule) {
  for (const Rule* rule : rules()) {
    EXPECT_TRUE(answers(*rule, Side::broken, &Tally::Counts::broken));
    EXPECT_TRUE(answers(*rule, Side::holds, &Tally::Counts::held));
  }
}

TEST(RulePages, ShowThatGuardedRulesStaySilent) {
  for (const Rule* rule : rules()) {
    if (!rule->applies_to.guards.has(Guard::truncated)) continue;
    EXPECT_TRUE(answers(*rule, Side::holds, &Tally::Counts::unknown));
  }
}

// The table of all rules in README.md stands between these two lines.
constexpr std::string_view table_begin = "<!-- table of all rules -->\n";
constexpr std::string_view table_end = "<!-- end of the table -->\n";

/// A sentence for the table: values are left open.
std::string with_gaps(std::string_view sentence) {
  std::string text(sentence);
  for (const std::string_view place : {"{0}", "{1}", "{2}"}) {
    for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place)) {
      text.replace(at, place.size(), "...");
    }
  }
  return text;
}

std::string page_of(std::string_view code) {
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      if (section.code == code) return page.name + ".md";
    }
  }
  return "";
}

std::string table_of_rules() {
  std::string table = "| code | slug | level | RFC | sentence |\n|---|---|---|---|---|\n";
  for (const Rule* rule : rules()) {
    table +=
        fmt::format("| [{}]({}) | {} | {} | {} {} | {}<br>{} |\n", rule->code, page_of(rule->code),
                    rule->slug, name_of(rule->level).en, rule->cite.rfc, rule->cite.section,
                    with_gaps(rule->broken.en), with_gaps(rule->broken.zh));
  }
  for (const Page& page : pages()) {
    for (const Section& section : page.sections) {
      if (!section.not_judged()) continue;
      table += fmt::format("| [{}]({}.md) | {} | - | - | {}<br>{} |\n", section.code, page.name,
                           section.slug, section.facts, section.title_zh);
    }
  }
  return table;
}

TEST(RulesReadme, HasTheTableOfAllRules) {
  std::string readme = read_file("README.md");
  const std::size_t begin = readme.find(table_begin);
  const std::size_t end = readme.find(table_end);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const std::size_t first = begin + table_begin.size();
  if (blessing()) {
    readme.replace(first, end - first, table_of_rules());
    return write_file("README.md", readme);
  }
  EXPECT_EQ(readme.substr(first, end - first), table_of_rules())
      << "Run the tests with SIPGLOSS_BLESS=1 and read the diff.";
}

}  // namespace
}  // namespace sipgloss::test
