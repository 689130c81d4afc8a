// SPDX-License-Identifier: MIT
// The q parameter, in thousandths. RFC 3261 section 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

TEST(Qvalue, IsReadInThousandths) {
  EXPECT_EQ(read_qvalue("0"), 0);
  EXPECT_EQ(read_qvalue("0."), 0);
  EXPECT_EQ(read_qvalue("0.7"), 700);
  EXPECT_EQ(read_qvalue("0.05"), 50);
  EXPECT_EQ(read_qvalue("0.125"), 125);
  EXPECT_EQ(read_qvalue("1"), 1000);
  EXPECT_EQ(read_qvalue("1.000"), 1000);
  EXPECT_EQ(read_qvalue(" 0.5 "), 500);
}

TEST(Qvalue, ThatTheGrammarDoesNotKnowIsNone) {
  for (const char* value : {"", ".5", "0.1234", "1.001", "1.5", "2", "00.5", "0,5", "-0.5", "0.a"})
    EXPECT_EQ(read_qvalue(value), std::nullopt) << value;
}

}  // namespace
}  // namespace sipgloss::test
