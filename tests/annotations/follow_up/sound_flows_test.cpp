// SPDX-License-Identifier: MIT
// Exchanges that are as they should be: everything that has to follow is seen. However they are
// cut, nothing is called missing: what was not captured is not what was not sent.
#include <gmock/gmock.h>

#include <sstream>

#include "flow.hpp"
#include "flows.hpp"

namespace sipgloss::test {
namespace {

/// The frames of a flow as lines, for a message of failure.
std::string told(Played& played, std::uint32_t frame) {
  std::string text = "frame " + std::to_string(frame) + ":";
  for (const std::string& line : played.follow_ups(frame)) text += " [" + line + "]";
  return text;
}

void expect_none_missing(const Flow& flow, std::string_view how, Set<Action> but = {}) {
  Played played(flow);
  for (const Flow::Step& step : flow.steps()) {
    for (const FollowUp& follow_up : played.at(step.packet.frame).follow_ups) {
      if (but.has(follow_up.action)) continue;
      EXPECT_NE(follow_up.status, FollowUpStatus::missing)
          << how << ", " << told(played, step.packet.frame);
    }
  }
}

template <typename Keep>
void expect_none_missing(std::string_view text, const std::string& how, Keep keep) {
  Flow flow(text);
  flow.drop_unless(keep);
  expect_none_missing(flow, how);
}

class SoundFlows : public testing::TestWithParam<SoundFlow> {
 protected:
  std::string_view text() const { return GetParam().text; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(Flow(text()).steps().size()); }
};

// What is still due when the flow ends is waited for; a retry is up to the client.
TEST_P(SoundFlows, HaveAllThatHasToFollow) {
  const Flow flow(text());
  Played played(flow);
  for (const Flow::Step& step : flow.steps()) {
    for (const FollowUp& follow_up : played.at(step.packet.frame).follow_ups) {
      const bool due_later =
          follow_up.action == Action::registration_refresh || follow_up.action == Action::bye;
      const bool seen = follow_up.status == FollowUpStatus::seen;
      EXPECT_TRUE(seen || (due_later && follow_up.status != FollowUpStatus::missing))
          << told(played, step.packet.frame);
      EXPECT_FALSE(follow_up.reason.empty());
      EXPECT_TRUE(well_formed(follow_up.what)) << follow_up.what.en << follow_up.what.zh;
      EXPECT_TRUE(well_formed(follow_up.reason)) << follow_up.reason.en << follow_up.reason.zh;
    }
  }
}

TEST_P(SoundFlows, MissNothingWhereTheCaptureBeginsLateOrEndsEarly) {
  for (std::uint32_t cut = 1; cut < size(); ++cut) {
    const std::string at = " frame " + std::to_string(cut);
    expect_none_missing(text(), "until" + at, [=](const Packet& p) { return p.frame <= cut; });
    expect_none_missing(text(), "after" + at, [=](const Packet& p) { return p.frame > cut; });
  }
}

TEST_P(SoundFlows, MissNothingInOneDirection) {
  const Flow whole(text());
  for (const Flow::Step& step : whole.steps()) {
    const Endpoint sender = step.packet.source;
    const std::string host = to_string(sender);
    expect_none_missing(text(), "sent by " + host,
                        [=](const Packet& p) { return p.source == sender; });
    expect_none_missing(text(), "not sent by " + host,
                        [=](const Packet& p) { return p.source != sender; });
  }
}

TEST_P(SoundFlows, MissNothingOnOneHop) {
  const Flow whole(text());
  for (const Flow::Step& step : whole.steps()) {
    const auto of_hop = [a = step.packet.source, b = step.packet.destination](const Packet& p) {
      return (p.source == a && p.destination == b) || (p.source == b && p.destination == a);
    };
    const std::string frame = std::to_string(step.packet.frame);
    expect_none_missing(text(), "hop of frame " + frame, of_hop);
    expect_none_missing(text(), "without the hop of frame " + frame,
                        [&](const Packet& p) { return !of_hop(p); });
  }
}

TEST_P(SoundFlows, MissNothingWhereAPacketIsLost) {
  for (std::uint32_t lost = 1; lost <= size(); ++lost) {
    expect_none_missing(text(), "without frame " + std::to_string(lost),
                        [=](const Packet& p) { return p.frame != lost; });
  }
}

TEST_P(SoundFlows, MissNothingWhereEveryNthPacketIsLost) {
  for (const std::uint32_t n : {10U, 7U, 5U, 3U, 2U}) {
    for (std::uint32_t first = 0; first < n; ++first) {
      expect_none_missing(text(), "without every packet " + std::to_string(n),
                          [=](const Packet& p) { return p.frame % n != first; });
    }
  }
}

TEST_P(SoundFlows, MissNothingWhereTwoPacketsAreLost) {
  for (std::uint32_t one = 1; one <= size(); ++one) {
    for (std::uint32_t other = one + 2; other <= size(); other += 3) {
      expect_none_missing(text(),
                          "without frames " + std::to_string(one) + " and " + std::to_string(other),
                          [=](const Packet& p) { return p.frame != one && p.frame != other; });
    }
  }
}

// Where a request and its response are the only two messages that tell, their loss together, and of
// nothing else on the hop, is not to be known from the capture.
TEST_P(SoundFlows, MissNothingWhereTwoPacketsInARowAreLost) {
  const Set<Action> told_by_two = {Action::registration_refresh, Action::session_refresh,
                                   Action::cancelled_final};
  for (std::uint32_t one = 1; one < size(); ++one) {
    Flow flow(text());
    flow.drop_unless([=](const Packet& p) { return p.frame != one && p.frame != one + 1; });
    expect_none_missing(flow, "without frame " + std::to_string(one) + " and the next",
                        told_by_two);
  }
}

TEST_P(SoundFlows, MissNothingWhereEveryPacketIsCapturedTwice) {
  std::string twice;
  std::istringstream lines{std::string(text())};
  for (std::string line; std::getline(lines, line);) twice += line + "\n" + line + "\n";
  expect_none_missing(Flow(twice), "twice");
}

// The messages here are bare, so that rules about one message are not asked.
TEST_P(SoundFlows, BreakNoRuleOfACodeThatLooksBeyondAMessage) {
  const Flow flow(text());
  Played played(flow);
  for (const Flow::Step& step : flow.steps()) {
    for (const Finding& finding : played.at(step.packet.frame).findings) {
      const bool wider = finding.rule->applies_to.evidence != Evidence::message;
      if (family_of(*finding.rule) != "K" || !wider) continue;
      EXPECT_EQ(finding.level, Level::note) << told(played, step.packet.frame) << finding.text.en;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, SoundFlows, testing::ValuesIn(sound_flows()),
                         [](const testing::TestParamInfo<SoundFlow>& flow) {
                           std::string name(flow.param.name);
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace sipgloss::test
