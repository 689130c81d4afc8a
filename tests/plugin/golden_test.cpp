// SPDX-License-Identifier: MIT
// Every sample against its expectation, expected/<sample>.txt, in one pass, in two, and behind a
// filter. SIPGLOSS_BLESS=1 writes the expectations anew; then they are read as a diff.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

namespace fs = std::filesystem;

enum Column : std::size_t {
  frame,
  status_code,
  code,
  response_class,
  read_as,
  request_frame,
  name_en,
  name_zh,
  finding,
  finding_level,
  quoted,
  unrecognised,
  summary_en,
  summary_zh,
  follow_up,
  follow_up_status,
  failure,
  failure_request,
  columns
};
constexpr const char* fields[columns] = {"frame.number",          "sip.Status-Code",
                                         "sipgloss.code",         "sipgloss.class",
                                         "sipgloss.read_as",      "sipgloss.request_frame",
                                         "sipgloss.name.en",      "sipgloss.name.zh",
                                         "sipgloss.finding",      "sipgloss.finding.level",
                                         "sipgloss.quoted",       "sipgloss.unrecognised",
                                         "sipgloss.summary.en",   "sipgloss.summary.zh",
                                         "sipgloss.follow_up.en", "sipgloss.follow_up.status",
                                         "sipgloss.failure.en",   "sipgloss.failure.request"};

/// "K405-1 error, AUT-01 warning": the findings of a frame with their levels.
std::string findings_of(const Lines& row) {
  constexpr const char* level_names[] = {"note", "warning", "error"};
  if (row[finding].empty()) return "no finding";
  const Lines codes = split(row[finding], '|');
  const Lines levels = split(row[finding_level], '|');
  std::string text;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    text += (i == 0 ? "" : ", ") + codes[i] + " " + level_names[std::stoul(levels.at(i))];
  }
  return text;
}

/// "        ACK from 10.0.0.1:5060 on the same branch: seen": a line for each follow-up.
std::string follow_ups_of(const Lines& row) {
  constexpr const char* status_names[] = {"seen", "late", "missing", "waiting", "not visible"};
  if (row[follow_up].empty()) return "";
  const Lines whats = split(row[follow_up], '|');
  const Lines statuses = split(row[follow_up_status], '|');
  std::string text;
  for (std::size_t i = 0; i < whats.size(); ++i)
    text += "        " + whats[i] + ": " + status_names[std::stoul(statuses.at(i))] + "\n";
  return text;
}

/// "   9  421  class 4  answers 8  K421-1 error", below it the summaries, and what has to follow
/// where `all_passes` tells how that stands.
std::string expectation_of(const Lines& row, bool all_passes) {
  std::string text = std::string(4 - std::min<std::size_t>(4, row[frame].size()), ' ') + row[frame];
  text += "  " + row[code] + "  class " + row[response_class];
  if (!row[read_as].empty()) text += "  read as " + row[read_as];
  text += row[request_frame].empty() ? "  request not seen" : "  answers " + row[request_frame];
  text += "  " + findings_of(row);
  if (!row[quoted].empty()) text += "  quoted";
  if (!row[unrecognised].empty()) text += "  not parsed as SIP";
  text += "\n        " + row[summary_en] + "\n        " + row[summary_zh] + "\n";
  return all_passes ? text + follow_ups_of(row) : text;
}

/// "   8  class 11  request 7" and the summaries: a request that failed, or a frame that shows it.
std::string failure_of(const Lines& row) {
  std::string text = std::string(4 - std::min<std::size_t>(4, row[frame].size()), ' ') + row[frame];
  text += "  class " + row[response_class];
  if (!row[failure_request].empty()) text += "  request " + row[failure_request];
  return text + "\n        " + row[summary_en] + "\n        " + row[summary_zh] + "\n        " +
         row[failure] + "\n";
}

/// The glosses of a sample, some lines a frame.
std::string glosses_of(const std::string& file, const Arguments& more, bool all_passes = true) {
  Arguments arguments = {"-r", file, "-T", "fields", "-E", "aggregator=|"};
  for (const char* field : fields) arguments.insert(arguments.end(), {"-e", field});
  arguments.insert(arguments.end(), more.begin(), more.end());
  std::string text;
  for (const std::string& line : lines(tshark_text(arguments))) {
    const Lines row = split(line, '\t');
    EXPECT_EQ(row.size(), columns) << line;
    if (row.size() != columns) continue;
    EXPECT_EQ(row[status_code], row[code]) << "frame " << row[frame];
    if (!row[name_en].empty()) text += expectation_of(row, all_passes);
    if (row[name_en].empty() && !row[failure].empty() && all_passes) text += failure_of(row);
  }
  return text;
}

fs::path expected_folder() { return SIPGLOSS_EXPECTED_DIR; }

bool blessing() { return std::getenv("SIPGLOSS_BLESS") != nullptr; }

class Golden : public testing::TestWithParam<fs::path> {};

TEST_P(Golden, GlossesAreAsExpected) {
  const std::string file = adopt(GetParam());
  const fs::path expectation = expected_folder() / GetParam().stem().concat(".txt");
  const std::string two_passes = glosses_of(file, {"-2"});
  if (blessing()) std::ofstream(expectation) << two_passes;
  ASSERT_TRUE(fs::exists(expectation)) << "write it with SIPGLOSS_BLESS=1, and read it";
  const std::string expected = read_file(expectation);
  expect_same(expected, two_passes, "-2 -T fields");
  if (sanitized) return;
  expect_same(glosses_of(file, {"-2"}, false), glosses_of(file, {}, false), "-T fields");
  expect_same(expected, glosses_of(file, {"-2", "-Y", "sipgloss"}), "-2 -Y sipgloss -T fields");
}

INSTANTIATE_TEST_SUITE_P(Samples, Golden, testing::ValuesIn(samples()), test_name);

TEST(GoldenFiles, AreThoseOfTheSamples) {
  std::set<std::string> with_sample;
  std::set<std::string> with_expectation;
  for (const fs::path& file : samples()) with_sample.insert(file.stem().string());
  for (const auto& entry : fs::directory_iterator(expected_folder())) {
    if (entry.is_regular_file()) with_expectation.insert(entry.path().stem().string());
  }
  EXPECT_EQ(with_sample, with_expectation);
}

}  // namespace
}  // namespace sipgloss::test
