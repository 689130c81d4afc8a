// SPDX-License-Identifier: MIT
// How long a subscription or a publication lasts. RFC 6665, RFC 3903, RFC 4488.
#include "clock.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Gloss accepted(const std::string& bytes, const std::string& asked = "") {
  return Gloss(bytes, {.request = asked, .time = may_day_in_utc()});
}

TEST(Subscription, TellsHowLongItLasts) {
  for (const unsigned code : {200U, 202U, 204U}) {
    const Gloss said = accepted(response(code, "SUBSCRIBE", "Expires: 600"));
    EXPECT_THAT(said.en, ElementsAre("The subscription lasts 10 min, until 14:13:12; a SUBSCRIBE "
                                     "before then renews it."));
    EXPECT_THAT(said.zh,
                ElementsAre("订阅的有效时间：10 分，到 14:13:12；此前需用 SUBSCRIBE 刷新。"));
  }
}

TEST(Subscription, TellsWhatWasAskedWhereItDiffers) {
  const std::string asked = request("SUBSCRIBE sip:b@example.com", "Expires: 3600");
  EXPECT_EQ(accepted(response(200, "SUBSCRIBE", "Expires: 600"), asked).en.back(),
            "The request asked for 1 h.");
  EXPECT_THAT(accepted(response(200, "SUBSCRIBE", "Expires: 3600"), asked).en, testing::SizeIs(1));
}

TEST(Subscription, EndsWithExpiresZero) {
  const Gloss said = accepted(response(200, "SUBSCRIBE", "Expires: 0"));
  EXPECT_THAT(said.en, ElementsAre("Expires is 0: no subscription goes on; one last NOTIFY tells "
                                   "the state."));
  EXPECT_THAT(said.zh, ElementsAre("Expires 为 0：订阅不再继续，只有最后一个 NOTIFY 告知状态。"));
}

TEST(Subscription, WithoutExpiresIsSaidToBeSo) {
  EXPECT_THAT(accepted(response(200, "SUBSCRIBE")).en,
              ElementsAre("No Expires: how long the subscription lasts shows only in the NOTIFY, "
                          "in Subscription-State."));
  EXPECT_THAT(accepted(response(200, "SUBSCRIBE", "Expires: soon")).en,
              ElementsAre("Expires cannot be read: soon."));
  EXPECT_THAT(Gloss("SIP/2.0 200 OK\r\nCSeq: 1 SUBSCRIBE\r\n", {.truncated = true}).en, IsEmpty());
}

TEST(Refer, MayCreateNoSubscription) {
  const Gloss said = accepted(response(202, "REFER", "Refer-Sub: False;x=1"));
  EXPECT_THAT(said.en, ElementsAre("Refer-Sub is false: the REFER created no subscription, no "
                                   "NOTIFY tells how it ends."));
  EXPECT_THAT(accepted(response(202, "REFER", "Refer-Sub: true")).en, IsEmpty());
  EXPECT_THAT(accepted(response(202, "REFER")).en, IsEmpty());
}

TEST(Publication, NamesTheEntityTagThatComesNext) {
  const Gloss said = accepted(response(200, "PUBLISH", "SIP-ETag: dx200xyz", "Expires: 1800"),
                              request("PUBLISH sip:a@example.com", "Expires: 3600"));
  EXPECT_THAT(said.en, ElementsAre("Entity-tag dx200xyz: the next PUBLISH for this state has to "
                                   "name it in SIP-If-Match.",
                                   "The publication lasts 30 min, until 14:33:12; a PUBLISH before "
                                   "then renews it.",
                                   "The request asked for 1 h."));
  EXPECT_THAT(said.zh,
              ElementsAre("实体标签为 dx200xyz：对此状态的下一个 PUBLISH 须在 SIP-If-Match "
                          "中带上它。",
                          "发布的有效时间：30 分，到 14:33:12；此前需用 PUBLISH 刷新。",
                          "请求要求的是 1 小时。"));
}

TEST(Publication, EndsWithExpiresZero) {
  EXPECT_THAT(accepted(response(200, "PUBLISH", "SIP-ETag: x", "Expires: 0")).en,
              ElementsAre("Expires is 0: the publication has been removed."));
}

TEST(Publication, WithoutValuesTellsNothing) {
  EXPECT_THAT(accepted(response(200, "PUBLISH")).en, IsEmpty());
  EXPECT_THAT(accepted(response(412, "PUBLISH", "Expires: 60")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
