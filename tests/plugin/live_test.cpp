// SPDX-License-Identifier: MIT
// A live capture: tshark reads a pipe that grows. What is said of a frame is what a file that ends
// there would say, and the page at the end is that of the whole file.
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// What tshark says of a sample that comes through a pipe: its first bytes, up to the middle of a
/// packet, some time before the rest. Empty where capturing is not allowed here.
std::string live(const std::string& name, const std::string& arguments) {
  const Outcome copied = run({SIPGLOSS_EDITCAP, "-F", "pcap", sample(name), "-"});
  EXPECT_EQ(copied.status, 0) << copied.err;
  const std::string file = place("live-" + name + ".pcap", copied.out);
  const std::string half = std::to_string(copied.out.size() / 2);
  const std::string feed =
      "(head -c " + half + " " + file + "; sleep 1; tail -c +$((" + half + " + 1)) " + file + ")";
  const Outcome outcome =
      run({"/bin/sh", "-c", feed + " | " + SIPGLOSS_TSHARK + " -i - -l " + arguments});
  const bool refused = outcome.err.find("dumpcap") != std::string::npos && outcome.out.empty();
  EXPECT_TRUE(refused || outcome.status == 0) << outcome.err;
  EXPECT_EQ(outcome.err.find("Dissector bug"), std::string::npos) << outcome.err;
  return outcome.out;
}

class Live : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (sanitized) GTEST_SKIP() << "a shell does not take the sanitizers' runtime";
  }
};

TEST_P(Live, FramesAreGlossedAsTheyArrive) {
  const std::string fields =
      "-T fields -e frame.number -e sipgloss.summary.en -e sipgloss.request_frame "
      "-e sipgloss.follow_up.status -e sipgloss.follow_up.frame -e sipgloss.answers -e "
      "sipgloss.call "
      "-e sipgloss.failure.request";
  const std::string said = live(GetParam(), fields);
  if (said.empty()) GTEST_SKIP() << "capturing is not allowed here";
  Arguments from_file = {"-r", sample(GetParam())};
  for (const std::string& word : split(fields, ' ')) from_file.push_back(word);
  expect_same(tshark_text(from_file), said, GetParam());
}

TEST_P(Live, ThePageAtTheEndIsThatOfTheFile) {
  const std::string said = live(GetParam(), "-q -z sipgloss,triage");
  if (said.empty()) GTEST_SKIP() << "capturing is not allowed here";
  expect_same(tshark_text({"-q", "-r", sample(GetParam()), "-z", "sipgloss,triage"}), said,
              GetParam());
}

INSTANTIATE_TEST_SUITE_P(Samples, Live,
                         testing::Values("call-proxy-auth-407", "unreachable-408", "call-tcp"),
                         [](const testing::TestParamInfo<const char*>& sample_name) {
                           std::string name = sample_name.param;
                           for (char& c : name) c = c == '-' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace sipgloss::test
