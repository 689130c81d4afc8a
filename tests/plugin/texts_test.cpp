// SPDX-License-Identifier: MIT
// Every code has every text, and none is too long for a label of Wireshark's tree.
#include <array>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

TEST(AllCodes, HaveTheirNumberAndEveryText) {
  Arguments arguments = {
      "-r", place("all-codes.pcap", all_codes().bytes()), "-Y", "sip.Status-Code", "-T", "fields"};
  const std::array fields = {"frame.number",        "sip.Status-Code",     "sipgloss.code",
                             "sipgloss.name.en",    "sipgloss.name.zh",    "sipgloss.meaning.en",
                             "sipgloss.meaning.zh", "sipgloss.next.en",    "sipgloss.next.zh",
                             "sipgloss.summary.en", "sipgloss.summary.zh", "sipgloss.defined_in"};
  for (const char* field : fields) arguments.insert(arguments.end(), {"-e", field});
  const Lines rows = lines(tshark_text(arguments));
  EXPECT_EQ(rows.size(), 5000U);
  for (const std::string& line : rows) {
    const Lines row = split(line, '\t');
    ASSERT_EQ(row.size(), fields.size()) << line;
    EXPECT_EQ(row[2], row[1]) << "frame " << row[0];
    for (std::size_t i = 3; i < row.size(); ++i)
      EXPECT_NE(row[i], "") << fields[i] << " of " << line;
  }
}

/// A label holds 240 bytes with the zero at its end; Wireshark cuts what is longer.
void expect_labels_fit(const std::string& file) {
  const std::string details =
      tshark_text({"-r", file, "-O", "sipgloss", "-o", "sipgloss.language:both"});
  std::size_t count = 0;
  for (std::string_view line : lines(details)) {
    const std::size_t text = line.find_first_not_of(' ');
    if (text == std::string_view::npos) continue;
    line.remove_prefix(text);
    // What is generated stands in brackets, which are not part of the label.
    if (line.starts_with('[')) line = line.substr(1, line.size() - 2);
    ++count;
    EXPECT_LT(line.size(), 240U) << line;
    EXPECT_EQ(line.find("[truncated]"), std::string_view::npos) << line;
  }
  EXPECT_GT(count, 0U);
}

TEST(Labels, FitForAllCodesInBothLanguages) {
  expect_labels_fit(place("all-codes.pcap", all_codes().bytes()));
}

TEST(Labels, FitForTheSamplesInBothLanguages) { expect_labels_fit(all_samples()); }

}  // namespace
}  // namespace sipgloss::test
