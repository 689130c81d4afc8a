// SPDX-License-Identifier: MIT
// What a provisional response tells besides its code. RFC 3262, RFC 5009, RFC 6228, RFC 7462.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(Provisional, NamesTheRAckOfItsPrack) {
  const Gloss said(
      "SIP/2.0 183 x\r\nCSeq: 4711 INVITE\r\nRequire: foo, 100rel\r\nRSeq: 9021\r\n\r\n");
  EXPECT_EQ(said.en.back(), "Sent reliably: the PRACK for it carries RAck: 9021 4711 INVITE.");
  EXPECT_EQ(said.zh.back(), "以可靠方式发送：确认它的 PRACK 须带 RAck: 9021 4711 INVITE。");
}

TEST(Provisional, TellsThatNoPrackFollows) {
  const Gloss said(response(183, "INVITE", "RSeq: 1"));
  EXPECT_EQ(said.en.back(), "Not sent reliably (no Require: 100rel): no PRACK follows.");
  EXPECT_EQ(said.zh.back(), "未以可靠方式发送（没有 Require: 100rel）：不会有 PRACK。");
}

TEST(Provisional, TellsThatNoPrackCanNameIt) {
  for (const char* rseq : {"RSeq: x", "Subject: none"}) {
    EXPECT_EQ(Gloss(response(183, "INVITE", "Require: 100rel", rseq)).en.back(),
              "Sent reliably, but without a readable RSeq or CSeq: no PRACK can name it.");
  }
}

TEST(Provisional, CutOffTellsOnlyWhatIsThere) {
  EXPECT_THAT(
      Gloss("SIP/2.0 183 x\r\nCSeq: 1 INVITE\r\nRequire: 100rel\r\n", {.truncated = true}).en,
      Not(Contains(testing::HasSubstr("PRACK"))));
}

TEST(Provisional, OfTryingIsNothingToTell) {
  EXPECT_THAT(Gloss(response(100, "INVITE", "Require: 100rel", "RSeq: 1")).en, IsEmpty());
}

TEST(Provisional, TellsWhichEarlyMediaMayPass) {
  const Gloss said(response(183, "INVITE", "P-Early-Media: sendonly, inactive, gated"));
  EXPECT_EQ(said.en[0],
            "P-Early-Media asks for this early media, one media line after the other: towards the "
            "caller, none.");
  EXPECT_EQ(said.en[1],
            "A network element towards the callee already gates the early media (gated).");
  EXPECT_EQ(said.zh[0], "P-Early-Media 依次为各媒体行请求放行早期媒体：发往主叫、无。");
  EXPECT_EQ(Gloss(response(183, "INVITE", "P-Early-Media: supported")).en.size(), 1U);
}

TEST(Provisional, TellsTheRingbackThatIsAskedFor) {
  EXPECT_THAT(Gloss(response(180, "INVITE", "Alert-Info: <http://example.com/moo.wav>")).en,
              Contains("Alert-Info asks the caller’s side for this ringback: "
                       "http://example.com/moo.wav."));
}

TEST(Provisional, TellsCallWaiting) {
  for (const char* row : {"Alert-Info: <urn:alert:service:call-waiting>",
                          "Alert-Info: <URN:alert:service:call-waiting:abc@example>;x=y"}) {
    const Gloss said(response(180, "INVITE", row));
    EXPECT_THAT(said.en,
                Contains("Alert-Info: the callee is in another call and hears call waiting."));
    EXPECT_THAT(said.zh, Contains("Alert-Info：被叫正在另一个通话中，听到的是呼叫等待提示。"));
  }
  EXPECT_THAT(Gloss(response(180, "INVITE", "Alert-Info: <urn:alert:service:call-waitings>")).en,
              Contains("Alert-Info asks the caller’s side for this ringback: "
                       "urn:alert:service:call-waitings."));
}

TEST(Provisional, RepeatsWhatIsSaidOfTheQueue) {
  const Gloss said("SIP/2.0 182 5 calls queued; 15 minutes\r\nCSeq: 1 INVITE\r\n\r\n");
  EXPECT_EQ(said.en.front(),
            "The reason phrase says how the queue stands: “5 calls queued; 15 "
            "minutes”.");
  EXPECT_EQ(said.zh.front(), "原因短语说明了排队情况：“5 calls queued; 15 minutes”。");
  EXPECT_EQ(Gloss("SIP/2.0 182 queued\r\nCSeq: 1 INVITE\r\n\r\n").en.size(), 1U);
}

TEST(Provisional, TellsWhichEarlyDialogHasEnded) {
  const Gloss said(
      response(199, "INVITE", "To: <sip:b@example.com>;tag=b7", "Reason: SIP;cause=486"));
  EXPECT_EQ(said.en[0], "Reason, SIP status 486: Busy Here.");
  EXPECT_EQ(said.en[1],
            "The early dialog that has ended is the one with the To tag b7; others go on.");
  EXPECT_EQ(said.zh[1], "终止的是 To 头域 tag 为 b7 的早期对话，其他早期对话照常进行。");
  EXPECT_THAT(Gloss(response(199, "INVITE", "To: <sip:b@example.com>")).en,
              Contains("Without a To tag, it does not tell which early dialog has ended."));
}

}  // namespace
}  // namespace sipgloss::test
