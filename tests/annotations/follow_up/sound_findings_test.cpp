// SPDX-License-Identifier: MIT
// Exchanges that are as they should be break no rule about transactions or single codes, however
// they are cut: what crosses on the way and what was not captured is nobody's fault.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "flow.hpp"
#include "flows.hpp"
#include "sipgloss/rule.hpp"

namespace sipgloss::test {
namespace {

/// The families of rules that these flows are written out for.
constexpr std::array<std::string_view, 3> families = {"TRN", "CAN", "K"};

void expect_unbroken(const Flow& flow, std::string_view how, Settings settings = {},
                     std::string_view but = "") {
  Played played(flow, std::move(settings));
  for (const Flow::Step& step : flow.steps()) {
    for (const Finding& finding : played.at(step.packet.frame).findings) {
      const bool of_family =
          std::ranges::find(families, family_of(*finding.rule)) != families.end();
      if (!of_family || finding.rule->code == but) continue;
      // RFC 5359 is older than RFC 7647, which has 200 in the place of a 202 to REFER.
      if (finding.rule->code == "K202-2") continue;
      EXPECT_EQ(finding.level, Level::note) << how << ", frame " << step.packet.frame << ": "
                                            << finding.rule->code << " " << finding.text.en;
    }
  }
}

template <typename Keep>
void expect_unbroken(std::string_view text, const std::string& how, Keep keep) {
  Flow flow(text);
  flow.drop_unless(keep);
  expect_unbroken(flow, how);
}

class SoundFindings : public testing::TestWithParam<SoundFlow> {
 protected:
  std::string_view text() const { return GetParam().text; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(Flow(text()).steps().size()); }
};

TEST_P(SoundFindings, AreNone) { expect_unbroken(Flow(text()), "whole"); }

TEST_P(SoundFindings, AreNoneWithShorterTimers) {
  expect_unbroken(Flow(text()), "T1 of 200 ms", {.t1 = std::chrono::milliseconds(200)});
}

TEST_P(SoundFindings, AreNoneWhereTheCaptureBeginsLateOrEndsEarly) {
  for (std::uint32_t cut = 1; cut < size(); ++cut) {
    const std::string at = " frame " + std::to_string(cut);
    expect_unbroken(text(), "until" + at, [=](const Packet& p) { return p.frame <= cut; });
    expect_unbroken(text(), "after" + at, [=](const Packet& p) { return p.frame > cut; });
  }
}

TEST_P(SoundFindings, AreNoneInOneDirectionAndOnOneHop) {
  const Flow whole(text());
  for (const Flow::Step& step : whole.steps()) {
    const Endpoint a = step.packet.source;
    const Endpoint b = step.packet.destination;
    const auto of_hop = [=](const Packet& p) {
      return (p.source == a && p.destination == b) || (p.source == b && p.destination == a);
    };
    const std::string host = to_string(a);
    expect_unbroken(text(), "sent by " + host, [=](const Packet& p) { return p.source == a; });
    expect_unbroken(text(), "not sent by " + host, [=](const Packet& p) { return p.source != a; });
    expect_unbroken(text(), "one hop of " + host, of_hop);
    expect_unbroken(text(), "other hops", [&](const Packet& p) { return !of_hop(p); });
  }
}

TEST_P(SoundFindings, AreNoneWhereAPacketIsLost) {
  for (std::uint32_t lost = 1; lost <= size(); ++lost) {
    expect_unbroken(text(), "without frame " + std::to_string(lost),
                    [=](const Packet& p) { return p.frame != lost; });
  }
}

// The 487 and its ACK are the only two messages that tell that a cancelled INVITE has ended.
TEST_P(SoundFindings, AreNoneWhereTwoPacketsAreLost) {
  for (std::uint32_t one = 1; one <= size(); ++one) {
    for (std::uint32_t other = one + 1; other <= size(); other += 3) {
      Flow flow(text());
      flow.drop_unless([=](const Packet& p) { return p.frame != one && p.frame != other; });
      expect_unbroken(flow,
                      "without frames " + std::to_string(one) + " and " + std::to_string(other), {},
                      "CAN-06");
    }
  }
}

TEST_P(SoundFindings, AreNoneWhereEveryPacketIsCapturedTwice) {
  std::string twice;
  std::istringstream lines{std::string(text())};
  for (std::string line; std::getline(lines, line);) twice += line + "\n" + line + "\n";
  expect_unbroken(Flow(twice), "twice");
}

INSTANTIATE_TEST_SUITE_P(All, SoundFindings, testing::ValuesIn(sound_flows()),
                         [](const testing::TestParamInfo<SoundFlow>& flow) {
                           std::string name(flow.param.name);
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace sipgloss::test
