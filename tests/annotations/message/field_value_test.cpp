// SPDX-License-Identifier: MIT
// A value with parameters behind it. RFC 3261 section 7.3.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<FieldValue> field_value(std::string_view value) { return {read_field_value, value}; }

TEST(FieldValue, StandsBeforeItsParameters) {
  const auto read = field_value(" 1800 ; refresher=uac;x ");
  EXPECT_EQ(read->raw, "1800 ; refresher=uac;x");
  EXPECT_EQ(read->value, "1800");
  EXPECT_EQ(read->number(), 1800U);
  EXPECT_EQ(read->parameters.value("refresher"), "uac");
  EXPECT_EQ(read->parameters.value("x"), "");
  EXPECT_EQ(read.defects(), intact);
}

TEST(FieldValue, NeedsNoParameters) {
  const auto read = field_value("presence");
  EXPECT_EQ(read->value, "presence");
  EXPECT_EQ(read->number(), std::nullopt);
  EXPECT_EQ(read->parameters.text(), "");
  EXPECT_EQ(field_value("")->value, "");
}

TEST(FieldValue, MayHoldASemicolonInQuotesAndBrackets) {
  EXPECT_EQ(field_value(R"("a;b";c=d)")->value, R"("a;b")");
  EXPECT_EQ(field_value("<sip:a;lr>;c=d")->value, "<sip:a;lr>");
}

TEST(FieldValue, TellsABrokenParameter) {
  EXPECT_EQ(field_value("100;code=\"open").defects(), (Found{{quoted_string_open, "\"open"}}));
}

}  // namespace
}  // namespace sipgloss::test
