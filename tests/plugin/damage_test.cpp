// SPDX-License-Identifier: MIT
// Captures with random bytes changed: nothing falls over, and a gloss still stands where Wireshark
// still sees a response.
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// All samples with each byte changed with the probability, but for the first `kept` of a frame.
std::string damaged(const std::string& probability, const std::string& kept, int seed) {
  const Outcome changed = run({SIPGLOSS_EDITCAP, "-E", probability, "-o", kept, "--seed",
                               std::to_string(seed), all_samples(), "-"});
  EXPECT_EQ(changed.status, 0) << changed.err;
  return place("damaged-" + probability + "-" + kept + "-" + std::to_string(seed) + ".pcapng",
               changed.out);
}

void expect_still_sound(const std::string& file) {
  const Lines responses = frames_with(file, "sip.Status-Code", false);
  EXPECT_EQ(frames_with(file, "sipgloss.code", false), responses) << file << ", one pass";
  if (sanitized) return;
  EXPECT_EQ(frames_with(file, "sip.Status-Code", true), responses) << file;
  EXPECT_EQ(frames_with(file, "sipgloss.code", true), responses) << file << ", two passes";
  // Of responses alone: what becomes of a request is not known in one pass.
  Arguments glosses = {"-r", file, "-Y", "sipgloss.name.en", "-T", "fields"};
  for (const char* field : {"frame.number", "sipgloss.summary.en", "sipgloss.request_frame",
                            "sipgloss.finding", "sipgloss.defect"}) {
    glosses.insert(glosses.end(), {"-e", field});
  }
  for (const std::string& argument : without_later_findings()) glosses.push_back(argument);
  const std::string one_pass = tshark_text(glosses);
  glosses.emplace_back("-2");
  expect_same(one_pass, tshark_text(glosses), file);
}

class Damage : public testing::TestWithParam<int> {};

TEST_P(Damage, OfOneByteInTwenty) { expect_still_sound(damaged("0.05", "0", GetParam())); }

// Most of the damage above hits the headers of IP and UDP, and the frame is lost to SIP.
TEST_P(Damage, OfOneByteInTwoHundredOfSip) {
  expect_still_sound(damaged("0.005", "42", GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Seeds, Damage, testing::Range(1, 4));

}  // namespace
}  // namespace sipgloss::test
