// SPDX-License-Identifier: MIT
// Intervals that are too short. RFC 3261 section 21.4.17, RFC 4028 sections 5 to 8.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string session_too_small = response(422, "INVITE", "Min-SE: 300;x=y");
const std::string too_brief = response(423, "REGISTER", "Min-Expires: 60");

TEST(TooBrief, NamesTheSessionIntervalToAskFor) {
  const Gloss said(session_too_small);
  EXPECT_THAT(said.en, ElementsAre("Session intervals below 300 s are refused here.",
                                   "To succeed, the INVITE has to carry Min-SE: 300 and a "
                                   "Session-Expires of at least 300."));
  EXPECT_THAT(said.zh,
              ElementsAre("此处拒绝小于 300 秒的会话间隔。",
                          "重发的 INVITE 需带有 Min-SE: 300，且 Session-Expires 不小于 300。"));
}

TEST(TooBrief, ComparesTheSessionIntervalWithWhatWasAsked) {
  const auto last = [](std::string_view asked) {
    return Gloss(session_too_small, {.request = request("INVITE sip:b@example.com", asked)})
        .en.back();
  };
  EXPECT_EQ(last("Session-Expires: 120;refresher=uac"),
            "The request asked for 120 s, which is 180 s too few.");
  EXPECT_EQ(last("x: 1800"),
            "The request as captured asked for 1800 s, which is enough: it may have been shortened "
            "further on.");
  EXPECT_EQ(last("Subject: none"),
            "The request as captured has no Session-Expires: a proxy further on must have added "
            "it.");
}

TEST(TooBrief, NamesTheExpirationTimeToAskFor) {
  const Gloss said(too_brief);
  EXPECT_THAT(said.en, ElementsAre("To succeed, the REGISTER has to ask for an expiration time of "
                                   "at least 60 s."));
  EXPECT_THAT(said.zh, ElementsAre("重发的 REGISTER 要求的有效时间须不小于 60 秒。"));
}

TEST(TooBrief, ComparesTheExpirationTimeWithWhatWasAsked) {
  const Gloss said(too_brief, {.request = request("REGISTER sip:example.com",
                                                  "Contact: <sip:a@192.0.2.1>;expires=30")});
  EXPECT_EQ(said.en.back(), "The request asked for 30 s, which is 30 s too few.");
  EXPECT_EQ(said.zh.back(), "请求要求的是 30 秒，少了 30 秒。");
  EXPECT_EQ(
      Gloss(too_brief, {.request = request("REGISTER sip:example.com", "Expires: 600")}).zh.back(),
      "所捕获的请求要求的是 600 秒，并不小于该下限：可能在后面的路径上被改短。");
  EXPECT_THAT(Gloss(too_brief, {.request = request("REGISTER sip:example.com")}).en,
              testing::SizeIs(1));
}

TEST(TooBrief, WithoutAReadableLimitNamesNone) {
  EXPECT_THAT(Gloss(response(422, "INVITE", "Min-SE: long")).en,
              ElementsAre("Min-SE cannot be read: long."));
  EXPECT_THAT(Gloss(response(423, "REGISTER", "Min-Expires: -1")).zh,
              ElementsAre("Min-Expires 无法解析：-1。"));
  EXPECT_THAT(Gloss(response(422, "INVITE")).en, IsEmpty());
  EXPECT_THAT(Gloss(response(423, "REGISTER")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
