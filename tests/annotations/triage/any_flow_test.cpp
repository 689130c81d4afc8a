// SPDX-License-Identifier: MIT
// Whatever comes in whatever order: it is told, and the same in one pass and in two.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

#include "told.hpp"

namespace sipgloss::test {
namespace {

/// Picks at random, the same in each run.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}

  unsigned below(unsigned limit) { return static_cast<unsigned>(engine_()) % limit; }
  template <std::size_t Count>
  std::string one_of(const std::array<const char*, Count>& choices) {
    return choices[below(Count)];
  }

 private:
  std::minstd_rand engine_;
};

constexpr std::array methods = {"INVITE", "INVITE", "INVITE",   "ACK",       "BYE",
                                "CANCEL", "PRACK",  "UPDATE",   "SUBSCRIBE", "NOTIFY",
                                "INFO",   "REFER",  "REGISTER", "OPTIONS"};
constexpr std::array codes = {"100", "180", "183", "200", "200", "202", "302", "401",
                              "407", "408", "480", "481", "486", "487", "503", "603"};
constexpr std::array more = {
    "",
    "",
    " | Event: presence | Subscription-State: active",
    " | Event: refer | Subscription-State: terminated;reason=noresource",
    " | Contact: <sip:b@10.0.0.1>;expires=60",
    " | Contact: * | Expires: 0",
    " | Require: 100rel | RSeq: 7",
    " | RAck: 7 1 INVITE",
    " | WWW-Authenticate: Digest realm=\"r\", nonce=\"1\"",
    " | Authorization: Digest username=\"a\", realm=\"r\", nonce=\"1\", response=\"0\"",
    " | Reason: SIP;cause=200;text=\"Call completed elsewhere\"",
    " | Refer-To: <sip:c@example.com>",
    " | Session-Expires: 90",
};

std::string any_line(Dice& dice, double time) {
  constexpr std::array hosts = {"a", "b", "p", "q"};
  constexpr std::array tags = {"a", "b", "x"};
  const std::string method = dice.one_of(methods);
  const bool response = dice.below(2) == 0;
  const std::string cseq = std::to_string(1 + dice.below(3));
  std::string line = fmt::format("{:.3f} {}>{} ", time, dice.one_of(hosts), dice.one_of(hosts));
  line += response ? fmt::format("{} {} {}", dice.one_of(codes), cseq, method)
                   : fmt::format("{} {}", method, cseq);
  line += fmt::format(" call=c{} from={}", dice.below(2), dice.one_of(tags));
  if (dice.below(2) == 0) line += " to=" + dice.one_of(tags);
  if (dice.below(3) == 0) line += fmt::format(" branch=n{}", dice.below(6));
  if (dice.below(3) == 0) line += " via=" + dice.one_of(hosts);
  if (dice.below(4) == 0) line += " transport=tcp";
  return line + dice.one_of(more) + "\n";
}

TEST(AnyFlow, IsToldTheSameInOnePassAndInTwo) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    Dice dice(seed);
    std::string flow;
    double time = 0;
    for (unsigned i = 0; i < 40; ++i) {
      // Now and then a pause in which timers run out.
      time += dice.below(8) == 0 ? 45 : 0.001 * dice.below(900);
      flow += any_line(dice, time);
    }
    const Told told(flow);
    ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << "\n" << flow;
    for (const Call& call : told.stories().calls) ASSERT_NE(call.first_frame, 0U) << flow;
  }
}

}  // namespace
}  // namespace sipgloss::test
