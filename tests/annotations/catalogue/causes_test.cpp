// SPDX-License-Identifier: MIT
// The number of a Warning or of a Reason comes in, what it means comes out. RFC 3261 section 20.43,
// RFC 3326 section 2, RFC 4411 section 5, RFC 8224 section 6.2.2, and ITU-T Q.850.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/cause.hpp"

namespace sipgloss {
namespace {

using Codes = std::vector<unsigned>;

Codes codes_of(std::span<const Cause> causes) {
  Codes codes;
  for (const Cause& cause : causes) codes.push_back(cause.code);
  return codes;
}

std::vector<Cause> every_cause() {
  std::vector<Cause> all;
  for (const auto causes : {warnings(), q850_causes(), stir_causes(), preemption_causes()}) {
    all.insert(all.end(), causes.begin(), causes.end());
  }
  return all;
}

/// The names and sentences of all entries and ranges.
std::vector<Text> every_text() {
  std::vector<Text> all;
  for (const Cause& cause : every_cause()) all.insert(all.end(), {cause.name, cause.meaning});
  for (unsigned code = 1; code <= 399; ++code) {
    for (const CauseRange* range : {warning_range_of(code), q850_class_of(code)}) {
      if (range != nullptr) all.insert(all.end(), {range->name, range->meaning});
    }
  }
  return all;
}

TEST(Warnings, AreThoseThatRfcsHaveRegistered) {
  EXPECT_EQ(codes_of(warnings()),
            (Codes{300, 301, 302, 303, 304, 305, 306, 307, 308, 330, 331, 370, 380, 381, 399}));
}

TEST(FindWarning, KnowsTheRegisteredCodesAndNoOther) {
  EXPECT_EQ(find_warning(305)->name, (Text{"incompatible media format", "媒体格式不兼容"}));
  EXPECT_EQ(find_warning(370)->name, (Text{"insufficient bandwidth", "带宽不足"}));
  for (const unsigned code : {0U, 110U, 299U, 309U, 332U, 371U, 382U, 398U, 400U}) {
    EXPECT_EQ(find_warning(code), nullptr) << code;
  }
}

TEST(FindWarning, CitesTheRfcThatDefinesTheCode) {
  EXPECT_EQ(find_warning(399)->cite, (Citation{3261, "20.43"}));
  EXPECT_EQ(find_warning(308)->cite, (Citation{8373, "5.2"}));
  EXPECT_EQ(find_warning(380)->cite, (Citation{5630, "9"}));
  EXPECT_EQ(find_warning(381)->cite, (Citation{5630, "9"}));
}

TEST(WarningRange, ReadsACodeByTheGroupThatItLiesIn) {
  EXPECT_EQ(warning_range_of(110)->name.en, "HTTP warning");
  EXPECT_EQ(warning_range_of(309)->name.en, "session description keyword");
  EXPECT_EQ(warning_range_of(329)->name.en, "session description keyword");
  EXPECT_EQ(warning_range_of(330)->name.en, "basic network service");
  EXPECT_EQ(warning_range_of(350)->name.en, "SIP warning");
  EXPECT_EQ(warning_range_of(379)->name.en, "quantitative QoS parameter");
  EXPECT_EQ(warning_range_of(382)->name.en, "SIP warning");
  EXPECT_EQ(warning_range_of(390)->name.en, "miscellaneous warning");
}

TEST(WarningRange, IsThereFrom100To399Only) {
  for (unsigned code = 100; code <= 399; ++code) EXPECT_NE(warning_range_of(code), nullptr) << code;
  for (const unsigned code : {0U, 99U, 400U, 999U}) EXPECT_EQ(warning_range_of(code), nullptr);
}

TEST(Q850Causes, AreThoseThatQ850Assigns) {
  EXPECT_EQ(codes_of(q850_causes()),
            (Codes{1,  2,  3,  4,  5,  6,  7,  8,  9,  14, 16,  17,  18,  19,  20,  21,  22, 23,
                   24, 25, 26, 27, 28, 29, 30, 31, 34, 38, 39,  40,  41,  42,  43,  44,  46, 47,
                   49, 50, 53, 55, 57, 58, 62, 63, 65, 66, 69,  70,  79,  81,  82,  83,  84, 85,
                   86, 87, 88, 90, 91, 95, 96, 97, 98, 99, 100, 101, 102, 103, 110, 111, 127}));
}

TEST(FindQ850, NamesACauseAsTelecomEngineersDo) {
  EXPECT_EQ(find_q850(1)->name, (Text{"unallocated number", "空号"}));
  EXPECT_EQ(find_q850(16)->name, (Text{"normal call clearing", "正常呼叫清除"}));
  EXPECT_EQ(find_q850(17)->name, (Text{"user busy", "用户忙"}));
  EXPECT_EQ(find_q850(18)->name, (Text{"no user responding", "用户无响应"}));
  EXPECT_EQ(find_q850(19)->name, (Text{"no answer from user (user alerted)", "用户振铃无应答"}));
  EXPECT_EQ(find_q850(127)->name, (Text{"interworking, unspecified", "互通，未规定"}));
}

TEST(FindQ850, KnowsNoUnassignedValue) {
  for (const unsigned cause : {0U, 10U, 33U, 52U, 126U, 128U, 487U}) {
    EXPECT_EQ(find_q850(cause), nullptr) << cause;
  }
}

TEST(FindQ850, CitesARfcOnlyWhereOneMapsTheCause) {
  EXPECT_EQ(find_q850(17)->cite, (Citation{3398, "7.2.4.1"}));
  EXPECT_EQ(find_q850(25)->cite, (Citation{3398, "8.2.6.1"}));
  EXPECT_EQ(find_q850(69)->cite, (Citation{4497, "8.4.1"}));
  EXPECT_TRUE(find_q850(81)->cite.empty());
}

TEST(Q850Class, IsThatOfTheFirstThreeBits) {
  const std::vector<std::string_view> names = {"normal event",
                                               "normal event",
                                               "resource unavailable",
                                               "service or option not available",
                                               "service or option not implemented",
                                               "invalid message",
                                               "protocol error",
                                               "interworking"};
  for (unsigned cause = 1; cause <= 127; ++cause) {
    EXPECT_EQ(q850_class_of(cause)->name.en, names[cause >> 4]) << cause;
  }
  EXPECT_EQ(q850_class_of(0), nullptr);
  EXPECT_EQ(q850_class_of(128), nullptr);
}

TEST(StirCauses, AreTheStatusesOfVerificationFailures) {
  EXPECT_EQ(codes_of(stir_causes()), (Codes{403, 428, 436, 437, 438}));
  EXPECT_EQ(find_stir(404), nullptr);
}

TEST(StirCauses, AreNamedAsTheStatusesAreExceptForTheStaleDate) {
  for (const unsigned cause : {428U, 436U, 437U, 438U}) {
    EXPECT_EQ(find_stir(cause)->name, read_code(cause).entry->name()) << cause;
  }
  EXPECT_EQ(find_stir(403)->name, (Text{"Stale Date", "日期过期"}));
}

TEST(PreemptionCauses, AreTheFourOfRfc4411) {
  EXPECT_EQ(codes_of(preemption_causes()), (Codes{1, 2, 3, 4}));
  EXPECT_EQ(find_preemption(1)->name, (Text{"UA preemption", "UA 抢占"}));
  EXPECT_EQ(find_preemption(4)->cite, (Citation{4411, "5.4"}));
  EXPECT_EQ(find_preemption(0), nullptr);
  EXPECT_EQ(find_preemption(5), nullptr);
}

TEST(Causes, SayInOneSentenceWhatTheyMean) {
  for (const Cause& cause : every_cause()) {
    const std::string_view zh = cause.meaning.zh;
    EXPECT_EQ(zh.find("。"), zh.size() - std::string_view("。").size()) << zh;
    const char first = cause.meaning.en.front();
    EXPECT_TRUE(first >= 'A' && first <= 'Z') << cause.meaning.en;
  }
}

TEST(Causes, AreNamedInAFewWordsWithoutAFullStop) {
  for (const Cause& cause : every_cause()) {
    EXPECT_LE(cause.name.en.size(), 60U) << cause.name.en;
    EXPECT_EQ(cause.name.zh.find("。"), std::string_view::npos) << cause.name.zh;
    EXPECT_FALSE(cause.name.en.ends_with('.')) << cause.name.en;
  }
}

TEST(Causes, HaveNamesThatTellThemApart) {
  for (const auto causes : {warnings(), q850_causes(), stir_causes(), preemption_causes()}) {
    std::set<std::string_view> names;
    for (const Cause& cause : causes) {
      EXPECT_TRUE(names.insert(cause.name.en).second) << cause.name.en;
      EXPECT_TRUE(names.insert(cause.name.zh).second) << cause.name.zh;
    }
  }
}

TEST(Causes, HaveNoHalfWidthMarksInChinese) {
  for (const Text& text : every_text()) {
    EXPECT_EQ(text.zh.find_first_of(",;:!?()\"'"), std::string_view::npos) << text.zh;
  }
}

}  // namespace
}  // namespace sipgloss
