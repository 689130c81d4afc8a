// SPDX-License-Identifier: MIT
// Header fields that are one number: Expires, Min-Expires, RSeq. RFC 3261 section 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

/// What is read, and the defects beside it.
struct Number {
  std::optional<std::uint32_t> value;
  Found defects;

  friend bool operator==(const Number&, const Number&) = default;
};

Number number(std::string_view text) {
  const Exact bytes(text);
  Defects defects;
  const std::optional<std::uint32_t> value = read_number(bytes.view(), &defects);
  return {value, found(defects)};
}

TEST(Number, IsDecimalDigits) {
  EXPECT_EQ(number("0"), (Number{0, intact}));
  EXPECT_EQ(number("3600"), (Number{3600, intact}));
  EXPECT_EQ(number("0003600"), (Number{3600, intact}));
  EXPECT_EQ(number(" 3600\t"), (Number{3600, intact}));
  EXPECT_EQ(number(std::string(1000, '0') + "7"), (Number{7, intact}));
}

TEST(Number, Has32Bits) {
  EXPECT_EQ(number("4294967295"), (Number{4294967295U, intact}));
  for (const std::string digits :
       {"4294967296", "9999999999", "18446744073709551616", "18446744073709551617"}) {
    EXPECT_EQ(number(digits), (Number{std::nullopt, {{number_range, digits}}}));
  }
  const std::string googol = "1" + std::string(100, '0');
  EXPECT_EQ(number(googol), (Number{std::nullopt, {{number_range, googol}}}));
}

TEST(Number, IsMalformedWithAnythingElse) {
  for (const std::string text : {"", "12abc", "abc", "-1", "+1", "1.0", "1 2", "0x10", "1,2",
                                 "\"1\"", "1;expires=2", "\xD9\xA3"}) {
    EXPECT_EQ(number(text), (Number{std::nullopt, {{number_malformed, text}}}));
  }
}

TEST(Number, IsCheckedInExpiresMinExpiresAndRSeq) {
  for (const std::string name : {"Expires", "Min-Expires", "RSeq"}) {
    EXPECT_EQ(response_with(name + ": 3600").defects(), intact);
    EXPECT_EQ(response_with(name + ": 12abc").defects(), (Found{{number_malformed, "12abc"}}));
    EXPECT_EQ(response_with(name + ": 4294967296").defects(),
              (Found{{number_range, "4294967296"}}));
    EXPECT_EQ(response_with(name + ":").defects(), (Found{{number_malformed, ""}}));
  }
}

}  // namespace
}  // namespace sipgloss::test
