// SPDX-License-Identifier: MIT
// Reason: why a request was sent, or what lay behind a response. RFC 3326 section 2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<Reason> reason(std::string_view value) { return {read_reason, value}; }

TEST(Reason, ComesApart) {
  const auto read = reason(R"(Q.850;cause=16;text="Normal call clearing")");
  EXPECT_EQ(read->raw, R"(Q.850;cause=16;text="Normal call clearing")");
  EXPECT_EQ(read->protocol, "Q.850");
  EXPECT_EQ(read->cause(), 16U);
  EXPECT_EQ(read->parameters.value("text"), "Normal call clearing");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Reason, MayHaveBlanksFoldsAndParametersInAnyOrder) {
  const auto read = reason("SIP ;text=\"Call completed; elsewhere\"\r\n ;CAUSE = 200");
  EXPECT_EQ(read->protocol, "SIP");
  EXPECT_EQ(read->cause(), 200U);
  EXPECT_EQ(read->parameters.value("text"), "Call completed; elsewhere");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Reason, NeedsNoCause) {
  const auto read = reason("preemption");
  EXPECT_EQ(read->protocol, "preemption");
  EXPECT_EQ(read->cause(), std::nullopt);
  EXPECT_EQ(read.defects(), intact);
}

TEST(Reason, IsMalformedWhenTheCauseIsNoNumber) {
  for (const std::string value :
       {"SIP;cause=busy", "Q.850;cause=-1", "Q.850;cause=16x", "Q.850;cause=4294967296"}) {
    const auto read = reason(value);
    EXPECT_EQ(read->cause(), std::nullopt);
    EXPECT_EQ(read.defects(), (Found{{reason_malformed, value}}));
  }
  EXPECT_EQ(reason("SIP;cause").defects(), (Found{{reason_malformed, "SIP;cause"}}));
}

TEST(Reason, IsMalformedWithoutAProtocol) {
  for (const std::string value : {";cause=16", "Q 850;cause=16", "\"SIP\";cause=200"}) {
    const auto read = reason(value);
    EXPECT_TRUE(read->cause());
    EXPECT_EQ(read.defects(), (Found{{reason_malformed, value}}));
  }
  EXPECT_EQ(reason("").defects(), (Found{{reason_malformed, ""}}));
}

TEST(Reason, WithAnOpenQuoteKeepsItsCause) {
  const auto read = reason("Q.850;cause=16;text=\"Normal");
  EXPECT_EQ(read->cause(), 16U);
  EXPECT_EQ(read.defects(), (Found{{quoted_string_open, "\"Normal"}}));
}

TEST(Reason, MayBeSeveralInARow) {
  const Parsed response =
      response_with(R"(Reason: SIP;cause=486;text="Busy, Here", Q.850;cause=17)");
  EXPECT_EQ(values(*response, HeaderName::reason),
            (Strings{R"(SIP;cause=486;text="Busy, Here")", "Q.850;cause=17"}));
  EXPECT_EQ(response.defects(), intact);
  EXPECT_EQ(response_with("Reason: SIP;cause=x").defects(),
            (Found{{reason_malformed, "SIP;cause=x"}}));
}

}  // namespace
}  // namespace sipgloss::test
