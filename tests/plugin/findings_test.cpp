// SPDX-License-Identifier: MIT
// The preferences that choose which findings are shown: what is left out is counted and said.
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// How often each value of a field occurs in the sample of broken rules.
std::size_t count_of(const std::string& field, const Arguments& more) {
  Arguments arguments = {"-r", sample("broken-rules"), "-T", "fields", "-E", "occurrence=a",
                         "-E", "aggregator=\n",        "-e", field};
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::size_t count = 0;
  for (const std::string& line : lines(tshark_text(arguments))) count += line.empty() ? 0 : 1;
  return count;
}

TEST(Findings, AreHiddenByTheirCodeAndSaidToBe) {
  const std::size_t all = count_of("sipgloss.finding", {});
  const Arguments hide = {"-o", "sipgloss.hidden_rules:K405-1"};
  EXPECT_GT(all, 0U);
  EXPECT_LT(count_of("sipgloss.finding", hide), all);
  EXPECT_EQ(count_of("sipgloss.finding.hidden", {}), 0U);
  EXPECT_GT(count_of("sipgloss.finding.hidden", hide), 0U);
}

TEST(Findings, AreHiddenByTheirLevel) {
  EXPECT_EQ(count_of("sipgloss.finding.level", {"-o", "sipgloss.lowest_level:error", "-Y",
                                                "sipgloss.finding.level != \"error\""}),
            0U);
}

TEST(Findings, TellTheirFamilyAndAreFoundByIt) {
  EXPECT_GT(count_of("sipgloss.finding", {"-Y", "sipgloss.finding.family == \"K\""}), 0U);
  EXPECT_EQ(count_of("sipgloss.finding", {"-Y", "sipgloss.finding.family == \"UPD\""}), 0U);
}

}  // namespace
}  // namespace sipgloss::test
