// SPDX-License-Identifier: MIT
// The pages about a whole capture: tshark -q -z sipgloss,triage and -z sipgloss,responses. The
// expectations are in expected/pages/; SIPGLOSS_BLESS=1 writes them anew.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "frames.hpp"
#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

namespace fs = std::filesystem;

std::string page(const std::string& file, const std::string& name, const Arguments& more = {}) {
  Arguments arguments = {"-q", "-r", file, "-z", "sipgloss," + name};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return tshark_text(arguments);
}

void expect_page(const std::string& expectation, const std::string& text) {
  const fs::path path = fs::path(SIPGLOSS_EXPECTED_DIR) / "pages" / expectation;
  if (std::getenv("SIPGLOSS_BLESS") != nullptr) std::ofstream(path) << text;
  ASSERT_TRUE(fs::exists(path)) << "write it with SIPGLOSS_BLESS=1, and read it";
  expect_same(read_file(path), text, expectation);
}

TEST(Triage, OfACallThatFails) {
  expect_page("busy-486-triage.txt", page(sample("busy-486"), "triage"));
}

TEST(Triage, OfACallThatNobodyAnswersInBothLanguages) {
  expect_page("no-answer-408-triage-both.txt",
              page(sample("no-answer-408"), "triage", {"-o", "sipgloss.language:both"}));
}

TEST(Triage, OfATransfer) {
  expect_page("transfer-refer-202-triage.txt", page(sample("transfer-refer-202"), "triage"));
}

TEST(Triage, OfAPhoneThatIsGone) {
  expect_page("unreachable-408-triage.txt", page(sample("unreachable-408"), "triage"));
}

TEST(Triage, OfAWrongPassword) {
  expect_page("wrong-password-403-triage.txt", page(sample("wrong-password-403"), "triage"));
}

TEST(Triage, OfBrokenRulesInChinese) {
  expect_page("broken-rules-triage-zh.txt",
              page(sample("broken-rules"), "triage", {"-o", "sipgloss.language:zh"}));
}

TEST(Responses, OfARegistration) {
  expect_page("register-401-responses.txt", page(sample("register-401"), "responses"));
}

TEST(Triage, AFilterChoosesTheStoriesThatAreTold) {
  const std::string bye = page(sample("busy-486"), "triage,sip.Method==BYE");
  EXPECT_NE(bye.find("Calls: 1 (1 answered)\n"), std::string::npos) << bye;
  EXPECT_NE(bye.find("INVITE 7, 180 12, 200 14, BYE 25"), std::string::npos) << bye;
}

TEST(Triage, CountsWhatTheFilterLetsThrough) {
  const std::string all = page(sample("busy-486"), "triage");
  const std::string invites = page(sample("busy-486"), "triage,sip.CSeq.method==INVITE");
  EXPECT_NE(all.find(" OK"), std::string::npos) << all;
  EXPECT_NE(invites.find("486"), std::string::npos) << invites;
  EXPECT_NE(invites, all);
  EXPECT_EQ(page(sample("busy-486"), "triage,sip.CSeq.method in {\"INVITE\",\"ACK\"}")
                .starts_with("Requests: "),
            true);
}

TEST(Triage, SaysWhatIsWrongWithAFilter) {
  for (const char* name : {"triage", "responses"}) {
    const std::string argument = std::string("sipgloss,") + name + ",no.such.field == 1";
    const Outcome wrong = tshark({"-q", "-r", sample("busy-486"), "-z", argument});
    EXPECT_NE(wrong.status, 0);
    EXPECT_NE(wrong.err.find("no.such.field"), std::string::npos) << wrong.err;
    EXPECT_EQ(wrong.out, "");
  }
}

TEST(Triage, OfAnEmptyCapture) {
  const std::string file = place("empty.pcap", Capture().bytes());
  EXPECT_EQ(page(file, "triage").starts_with("Requests: 0  Responses: 0\n"), true);
  EXPECT_NE(page(file, "responses"), "");
}

TEST(Triage, BothPagesCanBePrintedAtOnce) {
  const std::string both =
      page(sample("busy-486"), "triage", {"-z", "sipgloss,responses", "-z", "expert"});
  EXPECT_NE(both.find(page(sample("busy-486"), "triage")), std::string::npos);
  EXPECT_NE(both.find(page(sample("busy-486"), "responses")), std::string::npos);
}

}  // namespace
}  // namespace sipgloss::test
