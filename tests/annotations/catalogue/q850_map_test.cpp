// SPDX-License-Identifier: MIT
// A Q.850 cause and a status come in; what a gateway makes of each, and whether they contradict
// each other, comes out. RFC 3398 sections 7.2.4.1 and 8.2.6.1.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "sipgloss/cause.hpp"

namespace sipgloss {
namespace {

using Codes = std::vector<unsigned>;

Codes list(const MappedCodes& codes) { return {codes.begin(), codes.end()}; }
Codes statuses(unsigned cause) { return list(statuses_of_q850(cause)); }
Codes causes(unsigned status) { return list(q850_causes_of(status)); }
Codes instead(unsigned cause, unsigned status) { return list(statuses_instead(cause, status)); }

bool holds(const Codes& codes, unsigned code) { return std::ranges::count(codes, code) != 0; }

const std::map<unsigned, Codes> section_7_2_4_1 = {
    {1, {404}},   {2, {404}},       {3, {404}},       {16, {}},    {17, {486}}, {18, {408}},
    {19, {480}},  {20, {480}},      {21, {403, 603}}, {23, {410}}, {26, {404}}, {27, {502}},
    {28, {484}},  {22, {410, 301}}, {29, {501}},      {31, {480}}, {34, {503}}, {38, {503}},
    {41, {503}},  {42, {503}},      {44, {}},         {47, {503}}, {55, {403}}, {57, {403}},
    {58, {503}},  {65, {488}},      {70, {488}},      {79, {501}}, {87, {403}}, {88, {503}},
    {102, {504}}, {111, {500}},     {127, {500}}};

const std::map<unsigned, Codes> section_8_2_6_1 = {
    {400, {41}},    {401, {21}},  {402, {21}},     {403, {21}},  {404, {1}},   {405, {63}},
    {406, {79}},    {407, {21}},  {408, {102}},    {410, {22}},  {413, {127}}, {414, {127}},
    {415, {79}},    {416, {127}}, {420, {127}},    {421, {127}}, {423, {127}}, {480, {18}},
    {481, {41}},    {482, {25}},  {483, {25}},     {484, {28}},  {485, {1}},   {486, {17}},
    {487, {}},      {500, {41}},  {488, {31, 65}}, {501, {79}},  {502, {38}},  {503, {41}},
    {504, {102}},   {505, {127}}, {513, {127}},    {600, {17}},  {603, {21}},  {604, {1}},
    {606, {31, 65}}};

TEST(StatusesOfQ850, AreThoseOfTheMapAnd500ForEveryOtherCause) {
  for (unsigned cause = 1; cause <= 127; ++cause) {
    const auto row = section_7_2_4_1.find(cause);
    const Codes expected = row != section_7_2_4_1.end() ? row->second : Codes{500};
    EXPECT_EQ(statuses(cause), expected) << cause;
  }
}

TEST(StatusesOfQ850, AreNoneForWhatIsNoCause) {
  for (const unsigned cause : {0U, 128U, 486U}) EXPECT_EQ(statuses(cause), Codes{}) << cause;
}

TEST(Q850CausesOf, AreThoseOfTheMapAnd31ForEveryOtherFailure) {
  for (unsigned status = 400; status <= 699; ++status) {
    const auto row = section_8_2_6_1.find(status);
    const Codes expected = row != section_8_2_6_1.end() ? row->second : Codes{31};
    EXPECT_EQ(causes(status), expected) << status;
  }
}

TEST(Q850CausesOf, AreNoneForWhatIsNoFailure) {
  for (const unsigned status : {0U, 180U, 200U, 302U, 399U, 700U}) {
    EXPECT_EQ(causes(status), Codes{}) << status;
  }
}

TEST(Q850Map, SpeaksOfAssignedCausesAndIsCitedByThem) {
  for (const auto& [cause, row] : section_7_2_4_1) {
    ASSERT_NE(find_q850(cause), nullptr) << cause;
    EXPECT_EQ(find_q850(cause)->cite, (Citation{3398, "7.2.4.1"})) << cause;
  }
  for (const Cause& cause : q850_causes()) {
    const bool cited = cause.cite == Citation{3398, "7.2.4.1"};
    EXPECT_EQ(cited, section_7_2_4_1.contains(cause.code)) << cause.code;
  }
}

TEST(StatusesInstead, AreThoseOfTheMapWhereCauseAndStatusContradictEachOther) {
  EXPECT_EQ(instead(1, 486), (Codes{404}));
  EXPECT_EQ(instead(17, 404), (Codes{486}));
  EXPECT_EQ(instead(17, 480), (Codes{486}));
  EXPECT_EQ(instead(17, 503), (Codes{486}));
  EXPECT_EQ(instead(19, 404), (Codes{480}));
  EXPECT_EQ(instead(21, 404), (Codes{403, 603}));
  EXPECT_EQ(instead(22, 486), (Codes{410, 301}));
  EXPECT_EQ(instead(28, 503), (Codes{484}));
  EXPECT_EQ(instead(34, 486), (Codes{503}));
  EXPECT_EQ(instead(65, 404), (Codes{488}));
  EXPECT_EQ(instead(102, 486), (Codes{504}));
}

TEST(StatusesInstead, AreNoneWhereEitherMapHasThePair) {
  for (unsigned cause = 0; cause <= 130; ++cause) {
    for (unsigned status = 100; status <= 699; ++status) {
      const bool mapped = holds(statuses(cause), status) || holds(causes(status), cause);
      const Codes others = instead(cause, status);
      EXPECT_TRUE(others.empty() || (!mapped && others == statuses(cause)))
          << cause << ' ' << status;
    }
  }
}

TEST(StatusesInstead, AreNoneWhereTheLocationOrTheDiagnosticsDecide) {
  EXPECT_EQ(instead(21, 403), Codes{});
  EXPECT_EQ(instead(21, 603), Codes{});
  EXPECT_EQ(instead(22, 410), Codes{});
  EXPECT_EQ(instead(22, 301), Codes{});
}

TEST(StatusesInstead, AreNoneForVagueCauses) {
  for (const unsigned cause : {26U, 31U, 41U, 47U, 79U, 111U, 127U}) {
    for (const auto& [status, row] : section_8_2_6_1) {
      EXPECT_EQ(instead(cause, status), Codes{}) << cause << ' ' << status;
    }
  }
}

TEST(StatusesInstead, AreNoneForCausesThatAreMappedToNoStatus) {
  for (const unsigned cause : {0U, 16U, 25U, 44U, 63U, 126U, 128U}) {
    for (const auto& [status, row] : section_8_2_6_1) {
      EXPECT_EQ(instead(cause, status), Codes{}) << cause << ' ' << status;
    }
  }
}

TEST(StatusesInstead, AreNoneForStatusesThatSayNothingOfTheCause) {
  // A call given up, provisional, successful, redirected, and statuses younger than the map.
  for (const unsigned status : {487U, 180U, 183U, 199U, 200U, 302U, 422U, 433U, 580U, 607U, 608U}) {
    for (unsigned cause = 1; cause <= 127; ++cause) {
      EXPECT_EQ(instead(cause, status), Codes{}) << cause << ' ' << status;
    }
  }
}

TEST(StatusesInstead, AreNoneWhereGatewaysInUseHaveThePair) {
  EXPECT_EQ(instead(18, 480), Codes{});   // RFC 3398 section 8.2.6.1
  EXPECT_EQ(instead(102, 408), Codes{});  // the same
  EXPECT_EQ(instead(17, 600), Codes{});   // the same
  EXPECT_EQ(instead(88, 488), Codes{});
  EXPECT_EQ(instead(58, 488), Codes{});
  EXPECT_EQ(instead(65, 501), Codes{});
  EXPECT_EQ(instead(27, 404), Codes{});
  EXPECT_EQ(instead(34, 480), Codes{});
  EXPECT_EQ(instead(34, 488), Codes{});  // RFC 4412 section 4.6.5: too few trunks
}

}  // namespace
}  // namespace sipgloss
