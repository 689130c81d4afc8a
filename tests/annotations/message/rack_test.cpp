// SPDX-License-Identifier: MIT
// RAck: which provisional response a PRACK acknowledges. RFC 3262 section 7.2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<RAck> rack(std::string_view value) { return {read_rack, value}; }

TEST(RAck, ComesApart) {
  const auto read = rack("776656 1 INVITE");
  EXPECT_EQ(read->rseq, 776656U);
  EXPECT_EQ(read->cseq.number, 1U);
  EXPECT_EQ(read->cseq.method_name, "INVITE");
  EXPECT_EQ(read->cseq.method, Method::invite);
  EXPECT_EQ(read.defects(), intact);
}

TEST(RAck, MayHaveBlanksAndFolds) {
  const auto read = rack("  007 \t 0001\r\n INVITE ");
  EXPECT_EQ(read->rseq, 7U);
  EXPECT_EQ(read->cseq.number, 1U);
  EXPECT_EQ(read->cseq.method, Method::invite);
  EXPECT_EQ(read.defects(), intact);
}

TEST(RAck, NumbersHave32Bits) {
  const auto largest = rack("4294967295 4294967295 INVITE");
  EXPECT_EQ(largest->rseq, 4294967295U);
  EXPECT_EQ(largest->cseq.number, 4294967295U);
  EXPECT_EQ(largest.defects(), intact);

  const auto rseq_too_large = rack("4294967296 1 INVITE");
  EXPECT_EQ(rseq_too_large->rseq, std::nullopt);
  EXPECT_EQ(rseq_too_large->cseq.number, 1U);
  EXPECT_EQ(rseq_too_large.defects(), (Found{{rack_malformed, "4294967296 1 INVITE"}}));

  const auto cseq_too_large = rack("1 4294967296 INVITE");
  EXPECT_EQ(cseq_too_large->rseq, 1U);
  EXPECT_EQ(cseq_too_large->cseq.number, std::nullopt);
  EXPECT_EQ(cseq_too_large.defects(), (Found{{rack_malformed, "1 4294967296 INVITE"}}));
}

TEST(RAck, IsMalformedWhenAPartIsMissingOrBroken) {
  for (const std::string value : {"1", "1 INVITE", "1 2", "INVITE", "INVITE 1 2", "x 2 INVITE",
                                  "1 x INVITE", "1 2 INV(ITE", "1 2 3 INVITE", "-1 2 INVITE"}) {
    EXPECT_EQ(rack(value).defects(), (Found{{rack_malformed, value}}));
  }
  EXPECT_EQ(rack("").defects(), (Found{{rack_malformed, ""}}));
}

TEST(RAck, IsCheckedInEveryMessage) {
  EXPECT_EQ(response_with("RAck: 1 INVITE").defects(), (Found{{rack_malformed, "1 INVITE"}}));
}

}  // namespace
}  // namespace sipgloss::test
