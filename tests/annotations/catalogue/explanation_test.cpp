// SPDX-License-Identifier: MIT
// What a code says to a method, and a person's own words over it.
#include "sipgloss/explanation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace sipgloss {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr Method answered_methods[] = {
    Method::invite, Method::bye,     Method::cancel, Method::register_, Method::options,
    Method::prack,  Method::update,  Method::info,   Method::subscribe, Method::notify,
    Method::refer,  Method::message, Method::publish};

const Explanation& explain(unsigned code, Method method) {
  return Catalogue::standard().explain(code, method);
}

TEST(Explanation, SaysSomethingOfEveryCodeToEveryMethod) {
  for (const ResponseCode* entry : response_codes()) {
    for (const Method method : answered_methods) {
      const Explanation& said = explain(entry->code, method);
      EXPECT_EQ(said.code, entry->code);
      EXPECT_FALSE(said.name.empty() || said.gist.empty()) << entry->code;
      EXPECT_THAT(said.meaning, Not(IsEmpty())) << entry->code;
      EXPECT_THAT(said.next, Not(IsEmpty())) << entry->code;
      EXPECT_THAT(said.dialog, Not(IsEmpty())) << entry->code;
    }
  }
}

// A code that has no use for a method has no practice for it either.
TEST(Explanation, TellsOfThePracticeOfEveryCode) {
  for (const ResponseCode* entry : response_codes()) {
    const bool told = std::ranges::any_of(answered_methods, [entry](Method method) {
      return !explain(entry->code, method).practice.empty();
    });
    EXPECT_TRUE(told) << entry->code;
  }
}

TEST(Explanation, FitsATreeLabelWithTheNameOfItsField) {
  constexpr std::size_t label = 240;
  constexpr std::string_view longest_name = "Effect on the dialog: ";
  for (const ResponseCode* entry : response_codes()) {
    for (const Method method : answered_methods) {
      const Explanation& said = explain(entry->code, method);
      for (const auto& texts :
           {said.meaning, said.practice, said.next, said.headers, said.dialog}) {
        for (const Text& text : texts) {
          EXPECT_LE(text.en.size() + longest_name.size(), label) << text.en;
          EXPECT_LE(text.zh.size() + longest_name.size(), label) << text.zh;
        }
      }
    }
  }
}

TEST(Explanation, Of200IsAnotherForEachMethod) {
  std::set<std::string_view> gists;
  std::set<std::string_view> meanings;
  for (const Method method : answered_methods) {
    gists.insert(explain(200, method).gist.en);
    meanings.insert(explain(200, method).meaning.at(2).zh);
  }
  EXPECT_EQ(gists.size(), std::size(answered_methods));
  EXPECT_EQ(meanings.size(), std::size(answered_methods));
}

TEST(Explanation, Of481And408DependsOnTheMethod) {
  for (const unsigned code : {408U, 481U}) {
    std::set<std::vector<std::string_view>> all;
    for (const Method method : {Method::invite, Method::bye, Method::cancel, Method::notify}) {
      std::vector<std::string_view> sentences;
      for (const Text& text : explain(code, method).meaning) sentences.push_back(text.en);
      all.insert(sentences);
    }
    EXPECT_EQ(all.size(), code == 481 ? 4U : 3U) << code;
  }
}

TEST(Explanation, NamesTheSectionOfASentenceThatHasOne) {
  std::vector<std::string> headers;
  for (const Text& text : explain(405, Method::info).headers) headers.emplace_back(text.en);
  EXPECT_THAT(headers, Contains(testing::StartsWith("MUST carry Allow: ")));
  EXPECT_THAT(headers, Contains(testing::EndsWith(" (RFC 3261 section 21.4.6).")));
}

TEST(Explanation, IsTheSameForAllThreads) {
  const Catalogue catalogue;
  std::vector<const Explanation*> seen(4);
  std::vector<std::thread> threads;
  for (const Explanation*& slot : seen)
    threads.emplace_back([&] { slot = &catalogue.explain(486, Method::invite); });
  for (std::thread& thread : threads) thread.join();
  for (const Explanation* each : seen) EXPECT_EQ(each, seen.front());
}

TEST(OwnWords, AddACodeAndReplaceATextOfAnother) {
  const std::vector<OwnWords> words = {
      {.code = 499, .name = {"Prepaid Gone", "余额用尽"}},
      {.code = 486, .meaning = {"One call a phone.", "每部话机一路通话。"}},
  };
  const Catalogue catalogue(words);
  const Explanation& added = catalogue.explain(499, Method::invite);
  EXPECT_EQ(added.code, 499U);
  EXPECT_EQ(added.name, (Text{"Prepaid Gone", "余额用尽"}));
  EXPECT_EQ(added.read_as, 400U);
  EXPECT_EQ(added.status, Status::private_use);
  EXPECT_EQ(added.meaning, explain(400, Method::invite).meaning);
  const Explanation& replaced = catalogue.explain(486, Method::invite);
  EXPECT_THAT(replaced.meaning, ElementsAre(Text{"One call a phone.", "每部话机一路通话。"}));
  EXPECT_EQ(replaced.name, explain(486, Method::invite).name);
  EXPECT_EQ(catalogue.explain(404, Method::bye).meaning, explain(404, Method::bye).meaning);
}

TEST(OwnWords, InOneLanguageStandForBoth) {
  const std::vector<OwnWords> words = {{.code = 486, .name = {"", "占线"}}};
  const Catalogue catalogue(words);
  EXPECT_EQ(catalogue.explain(486, Method::invite).name, (Text{"占线", "占线"}));
}

TEST(OwnWords, AreCopied) {
  std::string name = "Prepaid Gone";
  const std::vector<OwnWords> words = {{.code = 499, .name = {name, name}}};
  const Catalogue catalogue(words);
  name.assign(name.size(), 'x');
  EXPECT_EQ(catalogue.explain(499, Method::bye).name.en, "Prepaid Gone");
}

TEST(OwnWords, WithAFaultAreRefusedWithItsReason) {
  const std::string long_text(longest_text + 1, 'x');
  EXPECT_EQ(fault_of({.code = 99, .name = {"x", "x"}})->en.substr(0, 27),
            "The code must lie between 1");
  EXPECT_TRUE(fault_of({.code = 700, .name = {"x", "x"}}));
  EXPECT_TRUE(fault_of({.code = 486}));
  EXPECT_TRUE(fault_of({.code = 499, .meaning = {"x", "x"}}));
  EXPECT_TRUE(fault_of({.code = 486, .name = {long_text, "x"}}));
  EXPECT_TRUE(fault_of({.code = 486, .name = {"a\nb", "x"}}));
  EXPECT_TRUE(fault_of({.code = 486, .name = {"\xff", "x"}}));
  EXPECT_FALSE(fault_of({.code = 486, .name = {"Busy", "忙"}}));
  EXPECT_FALSE(fault_of({.code = 499, .name = {"Odd", ""}}));
}

}  // namespace
}  // namespace sipgloss
