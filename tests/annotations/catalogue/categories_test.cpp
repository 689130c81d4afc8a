// SPDX-License-Identifier: MIT
// What each code is about, whatever its class.

#include <gtest/gtest.h>

#include <set>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

using Codes = std::vector<unsigned>;

Codes codes_of(Category category) {
  Codes codes;
  for (const ResponseCode* entry : response_codes()) {
    if (entry->category == category) codes.push_back(entry->code);
  }
  return codes;
}

TEST(Categories, OfWhatWentWellAreThoseOfTheClass) {
  EXPECT_EQ(codes_of(Category::progress), (Codes{100, 180, 181, 182, 183, 199}));
  EXPECT_EQ(codes_of(Category::success), (Codes{200, 202, 204}));
  EXPECT_EQ(codes_of(Category::redirection), (Codes{300, 301, 302, 303, 305, 380}));
}

TEST(Categories, OfFailuresTellTheCause) {
  EXPECT_EQ(codes_of(Category::authentication), (Codes{401, 407}));
  EXPECT_EQ(codes_of(Category::security), (Codes{428, 429, 436, 437, 438, 493, 494}));
  EXPECT_EQ(codes_of(Category::refusal), (Codes{402, 403, 433, 470, 603, 607, 608}));
  EXPECT_EQ(codes_of(Category::address), (Codes{404, 410, 484, 485, 604}));
  EXPECT_EQ(codes_of(Category::busy), (Codes{486, 600}));
  EXPECT_EQ(codes_of(Category::unavailable), (Codes{480}));
  EXPECT_EQ(codes_of(Category::cancelled), (Codes{487}));
  EXPECT_EQ(codes_of(Category::timeout), (Codes{408, 504}));
  EXPECT_EQ(codes_of(Category::routing), (Codes{430, 440, 477, 478, 482, 483}));
  EXPECT_EQ(codes_of(Category::overload), (Codes{503}));
  EXPECT_EQ(codes_of(Category::server_error), (Codes{500, 502}));
  EXPECT_EQ(codes_of(Category::capability), (Codes{405, 406, 415, 416, 417, 420, 421, 439, 469, 488,
                                                   489, 501, 505, 555, 580, 606}));
  EXPECT_EQ(codes_of(Category::request), (Codes{400, 411, 413, 414, 424, 425, 479, 513}));
  EXPECT_EQ(codes_of(Category::interval), (Codes{422, 423}));
  EXPECT_EQ(codes_of(Category::state), (Codes{409, 412, 481, 491, 687}));
}

TEST(Categories, AreEachOfACodeAndEachNamedDifferently) {
  std::set<Category> used;
  std::set<std::string_view> names_en;
  std::set<std::string_view> names_zh;
  for (const ResponseCode* entry : response_codes()) {
    used.insert(entry->category);
    names_en.insert(name_of(entry->category).en);
    names_zh.insert(name_of(entry->category).zh);
  }
  EXPECT_EQ(used.size(), static_cast<std::size_t>(Category::state) + 1);
  EXPECT_EQ(names_en.size(), used.size());
  EXPECT_EQ(names_zh.size(), used.size());
}

TEST(Categories, AreNamedInBothLanguages) {
  EXPECT_EQ(name_of(Category::progress), (Text{"progress", "进展"}));
  EXPECT_EQ(name_of(Category::server_error), (Text{"server error", "服务器错误"}));
  EXPECT_EQ(name_of(Category::capability), (Text{"capability mismatch", "能力不符"}));
  EXPECT_EQ(name_of(Category::state), (Text{"state mismatch", "状态不符"}));
}

}  // namespace
}  // namespace sipgloss
