// SPDX-License-Identifier: MIT
// CSeq: a number and a method. RFC 3261 sections 8.1.1.5 and 20.16.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<CSeq> cseq(std::string_view value) { return {read_cseq, value}; }

TEST(CSeq, ComesApart) {
  const auto read = cseq("4711 INVITE");
  EXPECT_EQ(read->raw, "4711 INVITE");
  EXPECT_EQ(read->number, 4711U);
  EXPECT_EQ(read->method_name, "INVITE");
  EXPECT_EQ(read->method, Method::invite);
  EXPECT_EQ(read.defects(), intact);
}

TEST(CSeq, MayHaveLeadingZerosBlanksAndFolds) {
  const auto read = cseq("0009\r\n  INVITE");
  EXPECT_EQ(read->number, 9U);
  EXPECT_EQ(read->method, Method::invite);
  EXPECT_EQ(read.defects(), intact);

  EXPECT_EQ(cseq("1 \t ACK")->method, Method::ack);
  EXPECT_EQ(cseq("1\tACK").defects(), intact);
  EXPECT_EQ(cseq("00000000000000000000000000000000001 ACK")->number, 1U);
}

TEST(CSeq, NumberHas32Bits) {
  EXPECT_EQ(cseq("0 OPTIONS")->number, 0U);
  EXPECT_EQ(cseq("2147483648 OPTIONS").defects(), intact);
  EXPECT_EQ(cseq("4294967295 OPTIONS")->number, 4294967295U);
  EXPECT_EQ(cseq("4294967295 OPTIONS").defects(), intact);
  for (const std::string number :
       {"4294967296", "99999999999", "18446744073709551617", "36893488147419103232"}) {
    const auto read = cseq(number + " REGISTER");
    EXPECT_EQ(read->number, std::nullopt);
    EXPECT_EQ(read->method, Method::register_);
    EXPECT_EQ(read.defects(), (Found{{cseq_number_range, number}}));
  }
}

TEST(CSeq, MethodMayBeAnyToken) {
  const auto unusual = cseq("139122385 !interesting-Method0123456789_*+`.%indeed'~");
  EXPECT_EQ(unusual->method_name, "!interesting-Method0123456789_*+`.%indeed'~");
  EXPECT_EQ(unusual->method, Method::other);
  EXPECT_EQ(unusual.defects(), intact);

  EXPECT_EQ(cseq("1 invite")->method, Method::other);
  EXPECT_EQ(cseq("1 invite").defects(), intact);
}

TEST(CSeq, IsMalformedWithoutANumber) {
  for (const std::string value : {"INVITE", "INVITE 1", "-1 INVITE", "+1 INVITE", "1.5 INVITE",
                                  "0x1 INVITE", "12abc INVITE", "1INVITE", "1;INVITE"}) {
    const auto read = cseq(value);
    EXPECT_EQ(read->number, std::nullopt) << value;
    EXPECT_EQ(read.defects(), (Found{{cseq_malformed, value}}));
  }
  EXPECT_EQ(cseq("").defects(), (Found{{cseq_malformed, ""}}));
}

TEST(CSeq, IsMalformedWithoutAMethodButKeepsItsNumber) {
  for (const std::string value : {"7", "7 INV(ITE)", "7 INVITE again", "7 INVITE;x"}) {
    const auto read = cseq(value);
    EXPECT_EQ(read->number, 7U);
    EXPECT_EQ(read->method, Method::other);
    EXPECT_EQ(read.defects(), (Found{{cseq_malformed, value}}));
  }
}

TEST(CSeq, IsCheckedInEveryMessage) {
  const Parsed response = response_with("CSeq: 99999999999 INVITE");
  EXPECT_EQ(response->cseq().number, std::nullopt);
  EXPECT_EQ(response->method(), Method::invite);
  EXPECT_EQ(response.defects(), (Found{{cseq_number_range, "99999999999"}}));
}

}  // namespace
}  // namespace sipgloss::test
