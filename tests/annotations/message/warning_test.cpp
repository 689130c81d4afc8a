// SPDX-License-Identifier: MIT
// Warning: a code, who warns, and a text. RFC 3261 section 20.43.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<Warning> warning(std::string_view value) { return {read_warning, value}; }

TEST(Warning, ComesApart) {
  const auto read = warning(R"(307 isi.example.com "Session parameter 'foo' not understood")");
  EXPECT_EQ(read->raw, R"(307 isi.example.com "Session parameter 'foo' not understood")");
  EXPECT_EQ(read->code, 307);
  EXPECT_EQ(read->agent, "isi.example.com");
  EXPECT_EQ(read->text, "Session parameter 'foo' not understood");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Warning, MayComeFromAHostWithPortOrAPseudonym) {
  for (const std::string agent :
       {"a.example.com:5060", "[2001:db8::1]:5060", "192.0.2.1", "overture", "~nobody*"}) {
    const auto read = warning("399 " + agent + " \"x\"");
    EXPECT_EQ(read->agent, agent);
    EXPECT_EQ(read.defects(), intact);
  }
}

TEST(Warning, TextMayBeEmptyEscapedOrChinese) {
  EXPECT_EQ(warning("399 a \"\"")->text, "");
  EXPECT_EQ(warning("399 a \"\"").defects(), intact);
  EXPECT_EQ(warning(R"(399 a "say \"hi\", \\ then")")->text, R"(say \"hi\", \\ then)");
  EXPECT_EQ(warning(R"(399 a "say \"hi\", \\ then")").defects(), intact);
  EXPECT_EQ(warning("399 a \"网络忙\"")->text, "网络忙");
}

TEST(Warning, CodeHasThreeDigits) {
  EXPECT_EQ(warning("000 a \"x\"")->code, 0);
  EXPECT_EQ(warning("999 a \"x\"")->code, 999);
  for (const std::string code : {"1812", "39", "3", "39x", "-39", "99999999999999999999"}) {
    const std::string value = code + " overture \"In Progress\"";
    const auto read = warning(value);
    EXPECT_EQ(read->code, std::nullopt);
    EXPECT_EQ(read->agent, "overture");
    EXPECT_EQ(read->text, "In Progress");
    EXPECT_EQ(read.defects(), (Found{{warning_malformed, value}}));
  }
}

TEST(Warning, IsMalformedWhenAPartIsMissing) {
  for (const std::string value : {"399", "399 a", "399 \"text\"", "a \"text\"", "399 a text",
                                  "399 a \"text\" more", "\"text\""}) {
    EXPECT_EQ(warning(value).defects(), (Found{{warning_malformed, value}}));
  }
  EXPECT_EQ(warning("").defects(), (Found{{warning_malformed, ""}}));
}

TEST(Warning, WithAnOpenQuoteKeepsItsCode) {
  for (const std::string value : {"399 a \"open", "399 a \"", "399 a \"open\\\""}) {
    const auto read = warning(value);
    EXPECT_EQ(read->code, 399);
    EXPECT_EQ(read->agent, "a");
    EXPECT_EQ(read.defects().size(), 1U);
  }
}

TEST(Warning, MayBeSeveralInARow) {
  const Parsed response =
      response_with(R"(Warning: 301 a.example.com "IPv6, not IPv4", 370 b.example.com "narrow")",
                    R"(Warning: 399 c.example.com "and more")");
  EXPECT_EQ(values(*response, HeaderName::warning),
            (Strings{R"(301 a.example.com "IPv6, not IPv4")", R"(370 b.example.com "narrow")",
                     R"(399 c.example.com "and more")"}));
  EXPECT_EQ(response.defects(), intact);
  EXPECT_EQ(response_with(R"(Warning: 301 a "x", 1812 b "y")").defects(),
            (Found{{warning_malformed, R"(1812 b "y")"}}));
}

}  // namespace
}  // namespace sipgloss::test
