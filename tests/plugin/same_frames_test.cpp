// SPDX-License-Identifier: MIT
// Every response that Wireshark takes for one has its gloss, and nothing else has: sip.Status-Code
// and sipgloss.code let the same frames through, in one pass and in two.
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

TEST(SameFrames, OfAllCodes) { expect_same_frames(place("all-codes.pcap", all_codes().bytes())); }

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
