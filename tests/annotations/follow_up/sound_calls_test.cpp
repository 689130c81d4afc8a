// SPDX-License-Identifier: MIT
// Whole messages that are as they should be, in exchanges that are as they should be: no rule of
// any family finds an error or a warning, and no follow-up is missing, however the capture cuts
// them.
#include "sound_calls.hpp"

#include <gtest/gtest.h>

#include "sipgloss/rule.hpp"

namespace sipgloss::test {
namespace {

/// What of the flow is as it should not be: findings but those of one rule, and what is missing.
std::string faults_of(const Flow& flow, std::string_view but = "") {
  Played played(flow);
  std::string faults;
  for (const Flow::Step& step : flow.steps()) {
    const std::uint32_t frame = step.packet.frame;
    const Annotation& annotation = played.at(frame);
    for (const Finding& finding : annotation.findings) {
      if (finding.level == Level::note || finding.rule->code == but) continue;
      faults += "frame " + std::to_string(frame) + ": " + std::string(finding.rule->code) + " " +
                std::string(finding.text.en) + "\n" + step.bytes + "\n";
    }
    for (const FollowUp& follow_up : annotation.follow_ups) {
      if (follow_up.status != FollowUpStatus::missing) continue;
      faults += "frame " + std::to_string(frame) + ": " +
                std::string(name_of(follow_up.action).en) + " is missing\n" + step.bytes + "\n";
    }
  }
  return faults;
}

class SoundCalls : public testing::TestWithParam<SoundCall> {
 protected:
  static Script played(Transport transport = Transport::udp) {
    Script script(transport);
    GetParam().play(script);
    return script;
  }

  /// The messages that `keep` wants.
  template <typename Keep>
  void expect_sound(const std::string& how, Keep keep, std::string_view but = "") const {
    Flow flow = whole_;
    flow.drop_unless(keep);
    EXPECT_EQ(faults_of(flow, but), "") << how;
  }

  /// Of the messages before those that show only how long the capture goes on.
  std::uint32_t size() const { return size_; }

  Script script_ = played();
  std::uint32_t size_ = script_.size();
  Flow whole_ = script_.flow();
};

TEST_P(SoundCalls, BreakNothing) { EXPECT_EQ(faults_of(whole_), ""); }

TEST_P(SoundCalls, BreakNothingOverTcp) {
  if (GetParam().over_udp_only) return;
  EXPECT_EQ(faults_of(played(Transport::tcp).flow()), "");
}

TEST_P(SoundCalls, BreakNothingBehindAddressTranslators) {
  for (const std::string behind : {"alice", "bob", "carol"}) {
    Script script;
    script.translate(behind);
    GetParam().play(script);
    EXPECT_EQ(faults_of(script.flow()), "") << behind;
  }
}

TEST_P(SoundCalls, BreakNothingWhereTheCaptureBeginsLateOrEndsEarly) {
  for (std::uint32_t cut = 1; cut < size(); ++cut) {
    const std::string at = " frame " + std::to_string(cut);
    expect_sound("until" + at, [=](const Packet& p) { return p.frame <= cut; });
    expect_sound("after" + at, [=](const Packet& p) { return p.frame > cut; });
  }
}

TEST_P(SoundCalls, BreakNothingInOneDirectionAndOnOneHop) {
  for (const Flow::Step& step : whole_.steps()) {
    if (step.packet.frame > size()) break;
    const Endpoint a = step.packet.source;
    const Endpoint b = step.packet.destination;
    const auto of_hop = [=](const Packet& p) {
      return (p.source == a && p.destination == b) || (p.source == b && p.destination == a);
    };
    const std::string host = to_string(a);
    expect_sound("sent by " + host, [=](const Packet& p) { return p.source == a; });
    expect_sound("not sent by " + host, [=](const Packet& p) { return p.source != a; });
    expect_sound("one hop of " + host, of_hop);
    expect_sound("other hops", [&](const Packet& p) { return !of_hop(p); });
  }
}

TEST_P(SoundCalls, BreakNothingWherePacketsAreLost) {
  for (std::uint32_t lost = 1; lost <= size(); ++lost) {
    expect_sound("without frame " + std::to_string(lost),
                 [=](const Packet& p) { return p.frame != lost; });
  }
  for (const std::uint32_t n : {10U, 7U, 5U, 3U, 2U}) {
    for (std::uint32_t first = 0; first < n; ++first) {
      expect_sound("without every packet " + std::to_string(n) + " from " + std::to_string(first),
                   [=](const Packet& p) { return p.frame % n != first; });
    }
  }
}

// A BYE and its 200 are the only two messages that tell why a re-INVITE got 481.
TEST_P(SoundCalls, BreakNothingWhereTwoPacketsAreLost) {
  for (std::uint32_t one = 1; one <= size(); ++one) {
    for (std::uint32_t other = one + 2; other <= size(); other += 3) {
      expect_sound(
          "without frames " + std::to_string(one) + " and " + std::to_string(other),
          [=](const Packet& p) { return p.frame != one && p.frame != other; }, "K481-3");
    }
  }
}

// Wherever the cut falls: within a value, it looks like another one.
TEST_P(SoundCalls, BreakNothingWhereMessagesAreCut) {
  for (std::size_t length = 20; length < 800; length += 19) {
    std::deque<Flow::Step> cut = whole_.steps();
    for (Flow::Step& step : cut) {
      if (step.bytes.size() <= length) continue;
      step.bytes.resize(length);
      step.packet.truncated = true;
    }
    EXPECT_EQ(faults_of(Flow(std::move(cut))), "") << length;
  }
}

TEST_P(SoundCalls, BreakNothingWhereEveryPacketIsCapturedTwice) {
  std::deque<Flow::Step> twice;
  for (const Flow::Step& step : whole_.steps()) {
    for (int i = 0; i < 2; ++i) {
      twice.push_back(step);
      twice.back().packet.frame = static_cast<std::uint32_t>(twice.size());
      twice.back().packet.time += std::chrono::microseconds(i * 200);
    }
  }
  EXPECT_EQ(faults_of(Flow(twice)), "");
}

std::vector<SoundCall> all_sound_calls() {
  std::vector<SoundCall> all = sound_set_ups();
  for (const SoundCall& call : sound_changes()) all.push_back(call);
  for (const SoundCall& call : sound_races()) all.push_back(call);
  for (const SoundCall& call : sound_services()) all.push_back(call);
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, SoundCalls, testing::ValuesIn(all_sound_calls()),
                         [](const testing::TestParamInfo<SoundCall>& call) {
                           std::string name(call.param.name);
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace sipgloss::test
