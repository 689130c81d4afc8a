// SPDX-License-Identifier: MIT
// What the plugin registers: itself, its fields, an expert info for each rule, its preference.
#include <gmock/gmock.h>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::HasSubstr;

TEST(Registered, IsThePluginOfThisBuild) {
  const Lines plugins = lines(tshark_text({"-G", "plugins"}));
  Lines ours;
  for (const std::string& plugin : plugins) {
    if (plugin.starts_with("sipgloss")) ours.push_back(split(plugin, '\t').back());
  }
  EXPECT_EQ(ours, Lines{plugin_file().string()});
}

/// The row of `tshark -G fields` for each of our fields and rules: "F", label, name, type,
/// protocol, base, mask, blurb.
std::vector<Lines> our_fields() {
  std::vector<Lines> rows;
  for (const std::string& line : lines(tshark_text({"-G", "fields"}))) {
    if (line.find("\tsipgloss.") != std::string::npos) rows.push_back(split(line, '\t'));
  }
  return rows;
}

bool is_of_a_rule(const std::string& field) { return field.starts_with("sipgloss.rule."); }

TEST(Registered, AreTheFields) {
  Lines found;
  for (const Lines& row : our_fields()) {
    if (!is_of_a_rule(row[2])) found.push_back(row[2] + " " + row[3]);
  }
  const Lines expected = {
      "sipgloss.code FT_UINT16",
      "sipgloss.class FT_UINT8",
      "sipgloss.read_as FT_UINT16",
      "sipgloss.name.en FT_STRING",
      "sipgloss.name.zh FT_STRING",
      "sipgloss.meaning.en FT_STRING",
      "sipgloss.meaning.zh FT_STRING",
      "sipgloss.in_message.en FT_STRING",
      "sipgloss.in_message.zh FT_STRING",
      "sipgloss.practice.en FT_STRING",
      "sipgloss.practice.zh FT_STRING",
      "sipgloss.header.en FT_STRING",
      "sipgloss.header.zh FT_STRING",
      "sipgloss.dialog.en FT_STRING",
      "sipgloss.dialog.zh FT_STRING",
      "sipgloss.call FT_UINT32",
      "sipgloss.retransmission_of FT_FRAMENUM",
      "sipgloss.duplicate_of FT_FRAMENUM",
      "sipgloss.response_frame FT_FRAMENUM",
      "sipgloss.answers FT_FRAMENUM",
      "sipgloss.answers.code FT_UINT16",
      "sipgloss.answers.action FT_UINT8",
      "sipgloss.answers.delay FT_RELATIVE_TIME",
      "sipgloss.follow_up.en FT_STRING",
      "sipgloss.follow_up.zh FT_STRING",
      "sipgloss.follow_up.action FT_UINT8",
      "sipgloss.follow_up.status FT_UINT8",
      "sipgloss.follow_up.frame FT_FRAMENUM",
      "sipgloss.follow_up.delay FT_RELATIVE_TIME",
      "sipgloss.follow_up.reason.en FT_STRING",
      "sipgloss.follow_up.reason.zh FT_STRING",
      "sipgloss.follow_up.cite FT_STRING",
      "sipgloss.summary FT_STRING",
      "sipgloss.next.en FT_STRING",
      "sipgloss.next.zh FT_STRING",
      "sipgloss.sent_by.en FT_STRING",
      "sipgloss.sent_by.zh FT_STRING",
      "sipgloss.defined_in FT_STRING",
      "sipgloss.request_frame FT_FRAMENUM",
      "sipgloss.response_time FT_RELATIVE_TIME",
      "sipgloss.finding FT_STRING",
      "sipgloss.finding.slug FT_STRING",
      "sipgloss.finding.level FT_UINT8",
      "sipgloss.finding.text.en FT_STRING",
      "sipgloss.finding.text.zh FT_STRING",
      "sipgloss.finding.cite FT_STRING",
      "sipgloss.finding.count FT_UINT32",
      "sipgloss.defect FT_STRING",
      "sipgloss.failure.en FT_STRING",
      "sipgloss.failure.zh FT_STRING",
      "sipgloss.failure.next.en FT_STRING",
      "sipgloss.failure.next.zh FT_STRING",
      "sipgloss.failure.acts_as FT_UINT16",
      "sipgloss.failure.frame FT_FRAMENUM",
      "sipgloss.failure.request FT_FRAMENUM",
      "sipgloss.failure.cite FT_STRING",
      "sipgloss.summary.en FT_STRING",
      "sipgloss.summary.zh FT_STRING",
      "sipgloss.quoted FT_STRING",
      "sipgloss.unrecognised FT_STRING",
  };
  EXPECT_THAT(found, testing::IsSupersetOf(expected));
}

TEST(Registered, EachFieldExplainsItself) {
  for (const Lines& row : our_fields()) {
    EXPECT_NE(row[1], "") << row[2];
    if (is_of_a_rule(row[2])) continue;
    EXPECT_NE(row[7], "") << row[2];
  }
}

TEST(Registered, ARuleIsAFilter) {
  EXPECT_EQ(frames_with(sample("broken-rules"), "sipgloss.rule.405-without-allow", false),
            Lines{"2"});
  const Outcome wrong = tshark({"-r", sample("broken-rules"), "-Y", "sipgloss.rule.no-such-rule"});
  EXPECT_NE(wrong.status, 0);
}

TEST(Registered, IsThePreferenceForTheLanguage) {
  EXPECT_THAT(tshark_text({"-G", "currentprefs"}), HasSubstr("\n#sipgloss.language: "));
}

TEST(Registered, TsharkListsThePages) {
  const Outcome listed = tshark({"-z", "help"});
  EXPECT_THAT(lines(listed.out + listed.err), Contains(HasSubstr("sipgloss,triage")));
  EXPECT_THAT(lines(listed.out + listed.err), Contains(HasSubstr("sipgloss,responses")));
}

}  // namespace
}  // namespace sipgloss::test
