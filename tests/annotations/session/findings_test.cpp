// SPDX-License-Identifier: MIT
// Findings in a session: once in a transaction, at the first sending, and hidden as the settings
// say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "flow.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> codes_of(const Annotation& annotation) {
  std::vector<std::string_view> codes;
  for (const Finding& finding : annotation.findings) {
    // Flows write reason phrases of their own, which is worth a note.
    if (finding.level != Level::note) codes.push_back(finding.rule->code);
  }
  return codes;
}

/// A BYE within a dialog, answered with another To tag: COP-05.
constexpr std::string_view other_tag = R"(
  0.00 alice>bob BYE 2 to=b
  0.10 bob>alice 404 2 BYE to=x
  0.60 bob>alice 404 2 BYE to=x
)";

TEST(SessionFindings, StandAtTheFirstSendingAlone) {
  Played flow(other_tag);
  EXPECT_THAT(codes_of(flow.at(2)), ElementsAre("COP-05"));
  EXPECT_THAT(codes_of(flow.at(3)), IsEmpty());
}

TEST(SessionFindings, TellTheFrameOfTheRequest) {
  Played flow(other_tag);
  const Finding& finding = flow.at(2).findings.back();
  EXPECT_EQ(finding.rule->code, "COP-05");
  EXPECT_EQ(finding.frames, (Frames{1, 0, 0}));
}

TEST(SessionFindings, StandInTheSummary) {
  Played flow(other_tag);
  EXPECT_THAT(std::string(flow.at(2).summary.en), testing::HasSubstr("[COP-05]"));
}

TEST(SessionFindings, AreTheSameWhereNobodyReadsTheirWords) {
  const Flow flow(other_tag);
  Session session;
  std::vector<MessageId> ids;
  for (const Flow::Step& step : flow.steps())
    ids.push_back(session.observe(step.packet, Message::parse(step.packet.wire())));
  Annotation read;
  Annotation unread;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Packet& packet = flow.steps()[i].packet;
    const Message message = Message::parse(packet.wire());
    session.annotate(ids[i], packet, message, read);
    session.judge(ids[i], packet, message, unread);
    ASSERT_EQ(unread.findings.size(), read.findings.size());
    for (std::size_t j = 0; j < read.findings.size(); ++j) {
      EXPECT_EQ(unread.findings[j].rule, read.findings[j].rule);
      EXPECT_EQ(unread.findings[j].level, read.findings[j].level);
      EXPECT_EQ(unread.findings[j].bytes, read.findings[j].bytes);
      EXPECT_EQ(unread.findings[j].frames, read.findings[j].frames);
    }
    ASSERT_EQ(unread.follow_ups.size(), read.follow_ups.size());
    for (std::size_t j = 0; j < read.follow_ups.size(); ++j)
      EXPECT_EQ(unread.follow_ups[j].status, read.follow_ups[j].status);
  }
  // Read again, the words are there.
  session.annotate(ids[1], flow.steps()[1].packet, Message::parse(flow.steps()[1].packet.wire()),
                   unread);
  EXPECT_THAT(std::string(unread.findings.back().text.en), testing::HasSubstr("x"));
  EXPECT_THAT(std::string(unread.follow_ups.front().what.en),
              testing::Not(testing::HasSubstr("{0}")));
}

TEST(SessionFindings, NeedTheRequest) {
  Played flow("0.1 bob>alice 404 2 BYE to=x");
  EXPECT_THAT(codes_of(flow.at(1)), IsEmpty());
}

TEST(SessionFindings, AreHiddenByLevelCodeSlugAndFamilyAndCounted) {
  const auto hidden_by = [](Settings settings) {
    settings.lowest_level = std::max(settings.lowest_level, Level::should);
    Played flow(Flow(other_tag), std::move(settings));
    const Annotation& annotation = flow.at(2);
    return annotation.findings.empty() ? annotation.hidden_findings - 1 : 0;  // but for the note
  };
  EXPECT_EQ(hidden_by({}), 0U);
  EXPECT_EQ(hidden_by({.lowest_level = Level::must}), 0U);
  EXPECT_EQ(hidden_by({.hidden_rules = {"COP-05"}}), 1U);
  EXPECT_EQ(hidden_by({.hidden_rules = {"to-tag-replaced"}}), 1U);
  EXPECT_EQ(hidden_by({.hidden_rules = {"K", "COP"}}), 1U);
  EXPECT_EQ(hidden_by({.hidden_rules = {"COP-0", "co", "K"}}), 0U);
}

TEST(SessionFindings, ForgetMessagesThatAreLongGoneAndStaySilent) {
  // The request lies more than 32 MiB back: 40 bodies of a megabyte.
  std::string text = "0.00 alice>bob BYE 2 to=b\n";
  const std::string body(1'000'000, 'x');
  for (int i = 0; i < 40; ++i)
    text += "0.01 carol>dave MESSAGE " + std::to_string(10 + i) + " call=m || " + body + "\n";
  text += "0.10 bob>alice 404 2 BYE to=x\n";
  Played flow(text);
  EXPECT_THAT(codes_of(flow.at(42)), IsEmpty());
  EXPECT_EQ(flow.at(42).links.request->frame, 1U);
}

}  // namespace
}  // namespace sipgloss::test
