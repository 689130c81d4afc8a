// SPDX-License-Identifier: MIT
// What the rules of syntax say of the torture responses of RFC 4475: the valid ones break nothing.
#include <gtest/gtest.h>

#include <map>

#include "annotations/message/captures.hpp"
#include "rules/engine.hpp"

namespace sipgloss::test {
namespace {

using Codes = std::vector<std::string_view>;

/// The responses of the folder, and the rules of syntax that each breaks.
const std::map<std::string, Codes> responses = {
    {"unreason", {"SYN-06"}},            // section 3.1.1.12, valid; a note
    {"noreason", {}},                    // section 3.1.1.13, valid
    {"scalarlg", {"SYN-14", "SYN-26"}},  // section 3.1.2.5
    {"bigcode", {"SYN-02", "SYN-03"}},   // section 3.1.2.19
    {"bcast", {"SYN-31"}},               // section 3.3.10
};

class TortureResponse : public testing::TestWithParam<std::pair<const std::string, Codes>> {};

TEST_P(TortureResponse, BreaksWhatItWasMadeToBreak) {
  const auto& [name, expected] = GetParam();
  const auto bytes = bytes_of(captures_folder() / "rfc4475" / (name + ".dat"));
  if (!bytes) GTEST_SKIP() << "No rfc4475/" << name << ".dat: set SIPGLOSS_CAPTURES.";
  const Message message = Message::parse({.bytes = *bytes});
  Annotation annotation;
  judge(Seen{message}, Occasion::alone, annotation);
  Codes codes;
  for (const Finding& finding : annotation.findings) {
    if (finding.rule->code.starts_with("SYN-")) codes.push_back(finding.rule->code);
  }
  EXPECT_EQ(codes, expected);
}

INSTANTIATE_TEST_SUITE_P(Rfc4475, TortureResponse, testing::ValuesIn(responses),
                         [](const auto& test) { return test.param.first; });

}  // namespace
}  // namespace sipgloss::test
