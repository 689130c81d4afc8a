// SPDX-License-Identifier: MIT
// How long a session lasts without a refresh, and who refreshes it. RFC 4028.
#include "clock.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A 200 to UPDATE, which says nothing of media.
Gloss updated(std::string_view header, const std::string& asked = "") {
  return Gloss(response(200, "UPDATE", header), {.request = asked, .time = may_day_in_utc()});
}

TEST(SessionTimer, TellsWhoRefreshesWhen) {
  const Gloss said = updated("Session-Expires: 1800;refresher=uac");
  EXPECT_THAT(
      said.en,
      ElementsAre("Session timer: without a refresh the session lasts 30 min, until "
                  "14:33:12.",
                  "Refresher uac: the side that sent this UPDATE refreshes it, by re-INVITE "
                  "or UPDATE.",
                  "The refresh is best sent after 14:18:12 (in 15 min), when half of the "
                  "interval has passed.",
                  "If none comes, the other side SHOULD end the session with BYE, best "
                  "after 14:32:40 (in 29 min 28 s)."));
  EXPECT_THAT(
      said.zh,
      ElementsAre("会话定时器：如不刷新，会话的有效时间为 30 分，到 14:33:12。",
                  "refresher 为 uac：由发出此 UPDATE 的一侧用 re-INVITE 或 UPDATE 刷新。",
                  "建议在 14:18:12（15 分后）刷新，即间隔过半时。",
                  "如无刷新，另一侧应当用 BYE 结束会话，建议在 14:32:40（29 分 28 秒后）。"));
}

TEST(SessionTimer, KnowsTheCompactFormAndTheOtherSide) {
  EXPECT_EQ(updated("x: 90 ; refresher=UAS").en[1],
            "Refresher uas: the side that received this UPDATE refreshes it, by re-INVITE or "
            "UPDATE.");
}

TEST(SessionTimer, EndsAThirdBeforeWhereTheIntervalIsShort) {
  EXPECT_EQ(updated("Session-Expires: 90;refresher=uas").en.back(),
            "If none comes, the other side SHOULD end the session with BYE, best after 14:04:12 "
            "(in 1 min).");
}

TEST(SessionTimer, MayNotSayWhoRefreshes) {
  const Gloss said = updated("Session-Expires: 1800");
  EXPECT_EQ(said.en.back(),
            "Session-Expires does not say who refreshes: there is no refresher uac or uas.");
  EXPECT_EQ(said.en.size(), 2U);
}

TEST(SessionTimer, TellsWhatWasAskedWhereItDiffers) {
  const std::string asked = request("UPDATE sip:b@example.com", "Session-Expires: 3600");
  EXPECT_EQ(updated("Session-Expires: 1800;refresher=uac", asked).en[1],
            "The request as captured asked for 1 h.");
}

TEST(SessionTimer, MayNotBeAgreed) {
  const std::string asked = request("UPDATE sip:b@example.com", "Session-Expires: 1800");
  EXPECT_THAT(updated("Subject: none", asked).en,
              ElementsAre("The request asked for a session timer of 30 min, the response agrees to "
                          "none: the session has no end of its own."));
  EXPECT_THAT(updated("Subject: none", asked).zh,
              ElementsAre("请求要求会话定时器为 30 分，响应没有同意：会话不会因超时而结束。"));
  EXPECT_THAT(updated("Subject: none").en, IsEmpty());
}

TEST(SessionTimer, ThatCannotBeReadIsShown) {
  EXPECT_THAT(updated("Session-Expires: half an hour").en,
              ElementsAre("Session-Expires cannot be read: half an hour."));
}

}  // namespace
}  // namespace sipgloss::test
