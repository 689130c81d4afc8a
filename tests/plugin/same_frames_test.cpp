// SPDX-License-Identifier: MIT
// Every response that Wireshark takes for one has its gloss, and nothing else has: sip.Status-Code
// and sipgloss.code let the same frames through, in one pass and in two.
#include <algorithm>
#include <array>

#include "frames.hpp"
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

namespace fs = std::filesystem;

void expect_same_frames(const std::string& file) {
  const Lines responses = frames_with(file, "sip.Status-Code", false);
  EXPECT_NE(responses, Lines{}) << file;
  EXPECT_EQ(frames_with(file, "sipgloss.code", false), responses) << file << ", one pass";
  if (sanitized) return;
  EXPECT_EQ(frames_with(file, "sip.Status-Code", true), responses) << file;
  EXPECT_EQ(frames_with(file, "sipgloss.code", true), responses) << file << ", two passes";
}

TEST(SameFrames, OfTheSamples) { expect_same_frames(all_samples()); }

TEST(SameFrames, OfCapturesOfOthers) {
  if (captures().empty()) GTEST_SKIP() << "There are no captures in " << captures_folder();
  for (const fs::path& file : captures()) expect_same_frames(adopt(file));
}

/// A response with each number of three digits, to five methods.
const std::string& all_codes() {
  static const std::string file = [] {
    const Way to_bob{.from = 11, .to = 12};
    Capture capture;
    unsigned id = 0;
    for (const char* method : {"INVITE", "REGISTER", "BYE", "CANCEL", "SUBSCRIBE"}) {
      for (int code = 0; code < 1000; ++code, ++id) {
        std::string status = std::to_string(code);
        status.insert(0, 3 - status.size(), '0');
        capture.add_udp(to_bob, request(method, id));
        capture.add_udp(to_bob.back(), response(status + " Phrase", method, id));
      }
    }
    return place("all-codes.pcap", capture.bytes());
  }();
  return file;
}

TEST(SameFrames, OfAllCodes) { expect_same_frames(all_codes()); }

TEST(AllCodes, HaveTheirNumberAndEveryText) {
  Arguments arguments = {"-r", all_codes(), "-Y", "sip.Status-Code", "-T", "fields"};
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

/// A label of Wireshark's tree holds 240 bytes with the zero at its end; it cuts what is longer.
void expect_labels_fit(const Arguments& arguments) {
  std::size_t count = 0;
  for (std::string_view line : lines(tshark_text(arguments))) {
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
  expect_labels_fit({"-r", all_codes(), "-O", "sipgloss", "-o", "sipgloss.language:both"});
}

TEST(Labels, FitForTheSamplesInBothLanguages) {
  expect_labels_fit({"-r", all_samples(), "-O", "sipgloss", "-o", "sipgloss.language:both"});
}

TEST(SameFrames, OfTheTortureMessages) {
  const fs::path folder = captures_folder() / "rfc4475";
  if (!fs::is_directory(folder)) GTEST_SKIP() << "There are no messages of RFC 4475 in " << folder;
  Capture capture;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".dat") capture.add_udp({}, read_file(entry.path()));
  }
  expect_same_frames(place("rfc4475.pcap", capture.bytes()));
}

}  // namespace
}  // namespace sipgloss::test
