// SPDX-License-Identifier: MIT
// Where a redirection sends the client. RFC 3261 sections 8.1.3.4, 21.3 and 21.4.23.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

const Beside to_bob{.request = request("INVITE sip:bob@example.com")};

TEST(Redirection, NamesTheOneTarget) {
  const Gloss moved(response(302, "INVITE", "Contact: Bob <sip:bob@192.0.2.7;transport=tcp>"),
                    to_bob);
  EXPECT_THAT(moved.en,
              ElementsAre("For now the user is at sip:bob@192.0.2.7;transport=tcp.",
                          "No expiration time is given: this holds for one attempt and MUST NOT be "
                          "cached (RFC 3261 section 21.3.3)."));
  EXPECT_THAT(moved.zh,
              ElementsAre("用户目前在：sip:bob@192.0.2.7;transport=tcp。",
                          "未给出有效时间：仅供本次重试，不得缓存（RFC 3261 第 21.3.3 节）。"));
  EXPECT_THAT(Gloss(response(301, "INVITE", "Contact: sip:bob@new.example")).en,
              ElementsAre("The new address, for good: sip:bob@new.example."));
  EXPECT_THAT(Gloss(response(305, "INVITE", "Contact: <sip:p.example.com;lr>")).zh,
              ElementsAre("应经代理服务器 sip:p.example.com;lr 重发这一个请求。"));
}

TEST(Redirection, TellsTargetsInTheOrderOfQ) {
  const Gloss gloss{response(300, "INVITE", "Contact: <sip:a@x>;q=0.2, <sip:b@x>",
                             "Contact: \"c, d\" <sip:c@x>;q=0.9", "m: <sip:d@x>;q=0.2")};
  EXPECT_THAT(gloss.en, ElementsAre("Target 1, q=0.9: sip:c@x.", "Target 2, q=0.2: sip:a@x.",
                                    "Target 3, q=0.2: sip:d@x.", "Target 4: sip:b@x."));
  EXPECT_EQ(gloss.zh[0], "目标 1, q=0.9：sip:c@x。");
}

TEST(Redirection, WithoutQLeavesTheOrderToTheClient) {
  const Gloss gloss{response(300, "INVITE", "Contact: <sip:a@x>, <sip:b@x>;q=high")};
  EXPECT_THAT(gloss.en, ElementsAre("Target 1: sip:a@x.", "Target 2: sip:b@x.",
                                    "No target has a q: the client tries them in any order."));
}

TEST(Redirection, TellsHowLongATargetMayBeKept) {
  const std::string bytes = response(302, "INVITE", "Contact: <sip:a@x>;expires=150");
  EXPECT_THAT(Gloss(bytes).en, Contains("sip:a@x may be kept for 2 min 30 s."));
  EXPECT_THAT(Gloss(bytes).zh, Contains("sip:a@x 可缓存 2 分 30 秒。"));
  const Gloss timed(bytes, {.time = Time(std::chrono::hours(24 * 20000))});
  EXPECT_THAT(timed.en, Contains(testing::ContainsRegex("for 2 min 30 s, until .*:02:30\\.$")));
}

TEST(Redirection, TheParameterOfContactGoesBeforeExpires) {
  const Gloss gloss{
      response(302, "INVITE", "Expires: 60", "Contact: <sip:a@x>;expires=5, <sip:b@x>")};
  EXPECT_THAT(gloss.en, Contains("sip:a@x may be kept for 5 s."));
  EXPECT_THAT(gloss.en, Contains("sip:b@x may be kept for 1 min."));
}

TEST(Redirection, AnExpirationTimeThatCannotBeReadIsLeftOut) {
  const Gloss gloss{response(302, "INVITE", "Contact: <sip:a@x>;expires=soon")};
  EXPECT_THAT(gloss.en, ElementsAre("For now the user is at sip:a@x."));
}

TEST(Redirection, BackToTheRequestUriIsNotToBeTried) {
  const Gloss gloss(response(302, "INVITE", "Contact: <sip:bob@example.com>"), to_bob);
  EXPECT_THAT(gloss.en, Contains("sip:bob@example.com is the very address that was asked for: the "
                                 "client MUST NOT try it again (RFC 3261 section 8.1.3.4)."));
  EXPECT_THAT(gloss.zh, Contains(HasSubstr("正是原请求的地址：客户端不得再试")));
}

TEST(Redirection, TellsWhatStandsInTheWay) {
  EXPECT_THAT(Gloss(response(302, "INVITE", "Contact: <tel:+861012345678>")).en,
              Contains(StartsWith("tel:+861012345678 is a telephone number")));
  EXPECT_THAT(Gloss(response(302, "INVITE", "Contact: <mailto:bob@x>")).zh,
              Contains("mailto:bob@x 不是 SIP 地址：须由其他应用处理。"));
  EXPECT_THAT(Gloss(response(302, "INVITE", "Contact: <sip:a@x>"),
                    {.request = request("INVITE sips:bob@example.com")})
                  .en,
              Contains(StartsWith("The request was for a sips URI, sip:a@x is none")));
}

TEST(Redirection, ExplainsHeaderFieldsInATarget) {
  constexpr std::string_view said = "What stands behind “?” in a target";
  EXPECT_THAT(Gloss(response(302, "INVITE", "Contact: <sip:a@x?Subject=b>")).en,
              Contains(StartsWith(said)));
  EXPECT_THAT(Gloss(response(302, "INVITE", "Contact: <sip:a?b@x>")).en,
              Each(Not(StartsWith(said))));
}

TEST(Redirection, WithoutATargetLeadsNowhere) {
  const Gloss gloss{response(302, "INVITE")};
  EXPECT_THAT(gloss.en, ElementsAre("The response names no target in Contact: the client has "
                                    "nowhere to go."));
  EXPECT_THAT(gloss.zh, ElementsAre("响应没有用 Contact 给出目标：客户端无处可去。"));
}

TEST(Redirection, SaysWhatCannotBeRead) {
  const Gloss gloss{response(302, "INVITE", "Contact: *, bob, <sip:a@x>")};
  EXPECT_EQ(gloss.en[1], "Values of Contact that cannot be read as addresses: 2.");
  EXPECT_EQ(gloss.zh[1], "Contact 中无法解读为地址的值：2 个。");
}

TEST(Redirection, ThatTheCaptureCutsOffMayHaveMoreTargets) {
  const Gloss gloss("SIP/2.0 302 x\r\nContact: <sip:a@x>\r\nContact: <sip:b@", {.truncated = true});
  EXPECT_THAT(gloss.en, ElementsAre("For now the user is at sip:a@x.",
                                    "The capture ends within Contact: there may be more targets."));
}

TEST(Redirection, AThousandContactsAreBounded) {
  std::string list = "Contact: <sip:0@x>;q=0.001";
  for (int i = 1; i < 1000; ++i)
    list += ", <sip:" + std::to_string(i) + "@x>;q=0." + std::to_string(1000 + i).substr(1);
  const Gloss gloss{response(302, "INVITE", list)};
  EXPECT_THAT(gloss.en, SizeIs(testing::Le(32)));
  EXPECT_EQ(gloss.en[0], "Target 1, q=0.999: sip:999@x.");
  EXPECT_THAT(gloss.en, Contains("There are 990 more targets."));
}

TEST(Redirection, OfAnAmbiguousAddressIsForTheUserToDecide) {
  const Gloss gloss{response(485, "INVITE", "Contact: Carol Lee <sip:carol.lee@example.com>",
                             "Contact: Ping Lee <sip:p.lee@example.com>")};
  EXPECT_THAT(gloss.en,
              ElementsAre("Meant can be: Carol Lee <sip:carol.lee@example.com>, Ping Lee "
                          "<sip:p.lee@example.com>.",
                          "The user has to choose: it is not for the client to try them in turn."));
  EXPECT_THAT(gloss.zh, Contains("须由用户选择：客户端不宜逐个尝试。"));
  EXPECT_THAT(Gloss(response(485, "INVITE")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
