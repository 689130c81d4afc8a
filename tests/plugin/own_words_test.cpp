// SPDX-License-Identifier: MIT
// A person's own words: the table of the preferences, given on tshark's command line.
#include <gmock/gmock.h>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

using testing::HasSubstr;

/// A row of the table: code, then name, meaning and next step, each in English and in Chinese.
Arguments with_row(const std::string& row, Arguments arguments) {
  arguments.insert(arguments.end(), {"-o", "uat:sipgloss_own_words:" + row});
  return arguments;
}

Arguments fields(const std::string& file, const Arguments& names) {
  Arguments arguments = {"-r", file, "-Y", "sipgloss.code", "-T", "fields"};
  for (const std::string& name : names) {
    arguments.push_back("-e");
    arguments.push_back("sipgloss." + name);
  }
  return arguments;
}

/// A capture of an INVITE and that response to it.
std::string capture_of(std::string_view status) {
  const Way way;
  Capture capture;
  capture.add_udp(way, request("INVITE", 1));
  capture.add_udp(way.back(), response(status, "INVITE", 1));
  return place("own-words.pcap", capture.bytes());
}

TEST(OwnWords, NameACodeThatTheCatalogueDoesNotKnow) {
  const std::string file = capture_of("499 Odd Thing");
  EXPECT_EQ(tshark_text(with_row(
                R"("499","Prepaid Gone","余额用尽","The account is empty.","账户余额不足。","","")",
                fields(file, {"name.en", "name.zh", "meaning.en", "read_as", "status"}))),
            "Prepaid Gone\t余额用尽\tThe account is empty.\t400\t3\n");
}

TEST(OwnWords, ReplaceOneTextAndLeaveTheOthers) {
  const std::string file = sample("busy-486");
  const Arguments plain =
      fields(file, {"code", "name.en", "name.zh", "meaning.en", "next.en", "category"});
  const std::string before = tshark_text(plain);
  const std::string after = tshark_text(with_row(
      R"("486","","","Our house rule: one call a phone.","本网规定：每部话机一路通话。","","")",
      plain));
  EXPECT_THAT(after, HasSubstr("486\tBusy Here\t此处忙\tOur house rule: one call a phone.\t"));
  EXPECT_NE(before, after);
}

TEST(OwnWords, AWrongRowIsRefusedWithASentenceThatSaysWhy) {
  const Arguments plain = fields(sample("busy-486"), {"code"});
  const auto complaint = [&](const char* row) {
    const Outcome outcome = tshark(with_row(row, plain));
    EXPECT_NE(outcome.status, 0) << row;
    return outcome.err;
  };
  EXPECT_THAT(complaint(R"("99","x","","","","","")"), HasSubstr("between 100 and 699"));
  EXPECT_THAT(complaint(R"("486","","","","","","")"), HasSubstr("at least one text"));
  EXPECT_THAT(complaint(R"("499","","","It means this.","","","")"), HasSubstr("give it a name"));
}

}  // namespace
}  // namespace sipgloss::test
