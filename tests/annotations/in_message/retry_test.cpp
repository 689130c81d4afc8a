// SPDX-License-Identifier: MIT
// When to try again. RFC 3261 sections 14.2, 20.33 and 21.5.4.
#include "clock.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Gloss at_known_time(const std::string& bytes) { return Gloss(bytes, {.time = may_day_in_utc()}); }

TEST(Retry, NamesTheTimeToCallAgain) {
  for (const unsigned code : {404U, 480U, 486U, 600U, 603U}) {
    const Gloss said = at_known_time(response(code, "INVITE", "Retry-After: 120"));
    EXPECT_THAT(said.en, ElementsAre("Call again after 14:05:12 (in 2 min): the callee expects to "
                                     "be available then."));
    EXPECT_THAT(said.zh, ElementsAre("可在 14:05:12（2 分后）再呼叫：被叫预计届时可以接听。"));
  }
}

TEST(Retry, NamesTheDurationWhereTheTimeIsNotKnown) {
  const Gloss said(response(486, "INVITE", "Retry-After: 120"));
  EXPECT_THAT(said.en,
              ElementsAre("Call again after 2 min: the callee expects to be available then."));
  EXPECT_THAT(said.zh, ElementsAre("可在 2 分后再呼叫：被叫预计届时可以接听。"));
}

TEST(Retry, SpeaksOfNoCallForOtherMethods) {
  EXPECT_THAT(at_known_time(response(480, "SUBSCRIBE", "Retry-After: 120")).en,
              ElementsAre("Try again after 14:05:12 (in 2 min): the callee expects to be available "
                          "then."));
}

TEST(Retry, SparesAServerThatIsOverloaded) {
  const Gloss said = at_known_time(response(503, "INVITE", "Retry-After: 30"));
  EXPECT_THAT(said.en, ElementsAre("The server expects to serve again after 14:03:42 (in 30 s).",
                                   "Until then a client SHOULD NOT send it other requests; it "
                                   "tries another server."));
  EXPECT_THAT(said.zh,
              ElementsAre("服务器预计在 14:03:42（30 秒后）恢复服务。",
                          "在此之前，客户端不应当再向它发送其他请求，而应改用其他服务器。"));
}

TEST(Retry, A503WithoutItCountsAs500) {
  const Gloss said(response(503, "INVITE"));
  EXPECT_THAT(said.en,
              ElementsAre("There is no Retry-After: the client MUST act on this 503 as on a 500."));
  EXPECT_THAT(said.zh, ElementsAre("没有 Retry-After：客户端必须将此 503 当作 500 处理。"));
  EXPECT_THAT(Gloss("SIP/2.0 503 x\r\nCSeq: 1 INVITE\r\n", {.truncated = true}).en, IsEmpty());
}

TEST(Retry, Of500WithinADialogMayTellOfARequestThatIsOpen) {
  const std::string again = request("INVITE sip:b@example.com", "To: <sip:b@example.com>;tag=b");
  const std::string first = request("INVITE sip:b@example.com", "To: <sip:b@example.com>");
  const std::string refused = response(500, "INVITE", "Retry-After: 7");
  EXPECT_THAT(Gloss(refused, {.request = again}).en,
              ElementsAre("Try again after 7 s: the server expects to have recovered then.",
                          "Within a dialog, a wait of at most 10 s can mean that an earlier INVITE "
                          "or offer is still open."));
  EXPECT_THAT(Gloss(refused, {.request = first}).en, testing::SizeIs(1));
  EXPECT_THAT(Gloss(refused).en, testing::SizeIs(1));
  EXPECT_THAT(Gloss(response(500, "INVITE", "Retry-After: 11"), {.request = again}).en,
              testing::SizeIs(1));
}

TEST(Retry, TellsHowLongTheCalleeStays) {
  const Gloss said = at_known_time(response(480, "INVITE", "Retry-After: 18000;duration=3600"));
  EXPECT_THAT(said.en, ElementsAre("Call again after 19:03:12 (in 5 h): the callee expects to be "
                                   "available then.",
                                   "From then on it stays available for 1 h, until 20:03:12."));
  EXPECT_THAT(said.zh, ElementsAre("可在 19:03:12（5 小时后）再呼叫：被叫预计届时可以接听。",
                                   "自那时起，可用时间为 1 小时，到 20:03:12 为止。"));
  EXPECT_EQ(Gloss(response(480, "INVITE", "Retry-After: 60;duration=60")).zh.back(),
            "自那时起，可用时间为 1 分。");
  EXPECT_EQ(Gloss(response(480, "INVITE", "Retry-After: 60;duration=long")).en.back(),
            "Its duration parameter cannot be read: long.");
}

TEST(Retry, RepeatsTheComment) {
  const Gloss said(response(486, "INVITE", "Retry-After: 60 (in a meeting)"));
  EXPECT_EQ(said.en.back(), "The sender’s comment on it: “in a meeting”.");
  EXPECT_EQ(said.zh.back(), "发送方对此的说明：“in a meeting”。");
}

TEST(Retry, OfNoTimeMeansAtOnce) {
  EXPECT_THAT(Gloss(response(486, "INVITE", "Retry-After: 0")).en,
              ElementsAre("Retry-After is 0: a new attempt is possible at once."));
}

TEST(Retry, ThatCannotBeReadIsShown) {
  const Gloss said(response(486, "INVITE", "Retry-After: soon"));
  EXPECT_THAT(said.en, ElementsAre("Retry-After cannot be read: soon."));
  EXPECT_THAT(said.zh, ElementsAre("Retry-After 无法解析：soon。"));
}

TEST(Retry, OfAnyOtherCodeIsToldToo) {
  EXPECT_THAT(Gloss(response(413, "MESSAGE", "Retry-After: 5")).en,
              ElementsAre("Retry-After: try again after 5 s."));
  EXPECT_THAT(Gloss(response(486, "INVITE")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
