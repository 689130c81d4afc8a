// SPDX-License-Identifier: MIT
// The preference for the language changes what a person reads, and nothing that a filter sees.
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// The details of the 405 without Allow.
std::string details(const Arguments& more, const Environment& environment = {}) {
  Arguments arguments = {"-r", sample("broken-rules"), "-Y", "frame.number == 2", "-O", "sipgloss"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return tshark_text(arguments, environment);
}

bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

void expect_languages(const std::string& text, bool english, bool chinese) {
  EXPECT_EQ(has(text, "    [Meaning: "), english) << text;
  EXPECT_EQ(has(text, "    [含义: "), chinese) << text;
  EXPECT_EQ(has(text, "Method Not Allowed"), english) << text;
  EXPECT_EQ(has(text, "方法不允许"), chinese) << text;
}

TEST(Language, IsThatOfThePreference) {
  expect_languages(details({"-o", "sipgloss.language:en"}), true, false);
  expect_languages(details({"-o", "sipgloss.language:zh"}), false, true);
  expect_languages(details({"-o", "sipgloss.language:both"}), true, true);
}

TEST(Language, IsThatOfTheLocaleWhenNothingIsChosen) {
  expect_languages(details({}), true, false);
  expect_languages(details({}, {{"LANGUAGE", "zh_CN:en"}}), false, true);
  expect_languages(details({}, {{"LC_ALL", "zh_CN.UTF-8"}}), false, true);
  expect_languages(details({}, {{"LC_ALL", ""}, {"LANG", "zh_TW.UTF-8"}}), false, true);
  expect_languages(details({}, {{"LC_ALL", "de_DE.UTF-8"}}), true, false);
  expect_languages(details({"-o", "sipgloss.language:locale"}, {{"LANGUAGE", "zh"}}), false, true);
  expect_languages(details({"-o", "sipgloss.language:en"}, {{"LANGUAGE", "zh"}}), true, false);
}

TEST(Language, ChangesNoFieldForFilters) {
  Arguments arguments = {"-r", sample("broken-rules"), "-T", "fields"};
  for (const char* field : {"code", "class", "name.en", "name.zh", "meaning.en", "meaning.zh",
                            "next.en", "next.zh", "finding", "finding.level", "finding.text.en",
                            "finding.text.zh", "summary.en", "summary.zh"}) {
    arguments.insert(arguments.end(), {"-e", std::string("sipgloss.") + field});
  }
  const std::string expected = tshark_text(arguments);
  for (const char* language : {"en", "zh", "both"}) {
    Arguments chosen = arguments;
    chosen.insert(chosen.end(), {"-o", std::string("sipgloss.language:") + language});
    expect_same(expected, tshark_text(chosen), language);
  }
}

}  // namespace
}  // namespace sipgloss::test
