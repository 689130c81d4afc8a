// SPDX-License-Identifier: MIT
// Date: a time in GMT. RFC 3261 sections 20.17 and 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using namespace std::chrono;

TEST(Date, IsATimeInGmt) {
  const sys_seconds expected = sys_days(2010y / November / 13) + 23h + 29min;
  EXPECT_EQ(read_date("Sat, 13 Nov 2010 23:29:00 GMT"), expected);
  EXPECT_EQ(read_date(" Sat, 13  Nov 2010 23:29:00 GMT\r\n"), expected);
  EXPECT_EQ(read_date("Sat, 13 nov 2010 23:29:00 GMT"), expected);
}

TEST(Date, MayHoldALeapSecondAndALeapDay) {
  EXPECT_EQ(read_date("Sat, 31 Dec 2016 23:59:60 GMT"), sys_days(2017y / January / 1));
  EXPECT_EQ(read_date("Thu, 29 Feb 2024 00:00:00 GMT"), sys_days(2024y / February / 29));
  EXPECT_EQ(read_date("Wed, 29 Feb 2023 00:00:00 GMT"), std::nullopt);
}

TEST(Date, IsNothingWhereAPartIsNotThere) {
  for (const char* value :
       {"", ",", "Sat, 13 Nov 2010 23:29:00", "Sat, 13 Nov 2010 23:29 GMT", "13 Nov 2010",
        "Sat, 13 Nov 2010 23:29:00 CET", "Sat, 13 Xyz 2010 23:29:00 GMT", "2010-11-13T23:29:00Z"}) {
    EXPECT_EQ(read_date(value), std::nullopt) << value;
  }
}

TEST(Date, IsNothingWhereANumberIsTooLarge) {
  for (const char* value :
       {"Sat, 269 Nov 2010 23:29:00 GMT", "Sat, 13 Nov 99999 23:29:00 GMT",
        "Sat, 13 Nov 2010 24:00:00 GMT", "Sat, 13 Nov 2010 23:60:00 GMT",
        "Sat, 13 Nov 2010 23:29:61 GMT", "Sat, 4294967309 Nov 2010 1:1:1 GMT"}) {
    EXPECT_EQ(read_date(value), std::nullopt) << value;
  }
}

}  // namespace
}  // namespace sipgloss::test
