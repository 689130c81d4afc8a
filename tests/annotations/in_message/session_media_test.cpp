// SPDX-License-Identifier: MIT
// The media that a session description settles. RFC 3261 section 13.2.1, RFC 3264.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A response with these lines of SDP.
std::string with_sdp(unsigned code, std::string_view method,
                     std::initializer_list<std::string_view> sdp) {
  std::string body;
  for (const std::string_view line : sdp) body.append(line).append("\r\n");
  return lines({"SIP/2.0 " + std::to_string(code) + " x", "CSeq: 1 " + std::string(method),
                "Content-Type: application/sdp", "Require: 100rel", "RSeq: 1"},
               body);
}

const std::string offering =
    lines({"INVITE sip:b@example.com SIP/2.0", "Content-Type: application/sdp"}, "v=0\r\n");
const std::string bare = request("INVITE sip:b@example.com");

TEST(SessionMedia, TellsEachStreamThatIsAccepted) {
  const Gloss said(
      with_sdp(200, "INVITE",
               {"v=0", "c=IN IP4 192.0.2.2", "m=audio 40000 RTP/AVP 8 101 102",
                "a=rtpmap:101 telephone-event/8000", "a=rtpmap:102 telephone-event/16000",
                "m=image 40002 udptl t38", "c=IN IP6 2001:db8::2"}),
      {.request = offering});
  EXPECT_THAT(said.en, ElementsAre("Media audio RTP/AVP at 192.0.2.2:40000: PCMA, telephone-event.",
                                   "Media image udptl at [2001:db8::2]:40002: t38."));
  EXPECT_THAT(said.zh,
              ElementsAre("媒体 audio RTP/AVP，地址 192.0.2.2:40000：PCMA、telephone-event。",
                          "媒体 image udptl，地址 [2001:db8::2]:40002：t38。"));
}

TEST(SessionMedia, GivesManyFormatsASentenceOfTheirOwn) {
  const Gloss said(with_sdp(200, "INVITE",
                            {"c=IN IP4 192.0.2.2", "m=audio 40000 RTP/AVP 0 8 9 18 3 4 5 96 97",
                             "a=rtpmap:96 AMR-WB/16000", "a=rtpmap:97 telephone-event/8000"}));
  EXPECT_THAT(said.en, ElementsAre("Media audio RTP/AVP at 192.0.2.2:40000.",
                                   "Its formats: PCMU, PCMA, G722, G729, GSM, G723, DVI4, AMR-WB, "
                                   "telephone-event."));
}

TEST(SessionMedia, TellsAStreamThatIsRefused) {
  const Gloss said(with_sdp(200, "INVITE", {"c=IN IP4 192.0.2.2", "m=video 0 RTP/AVP 31"}));
  EXPECT_THAT(said.en,
              ElementsAre("The video stream is refused, or no longer used: its port is 0."));
  EXPECT_THAT(said.zh, ElementsAre("video 流被拒绝，或不再使用：其端口为 0。"));
}

TEST(SessionMedia, TellsHold) {
  const auto last = [](std::string_view attribute) {
    return Gloss(with_sdp(200, "INVITE",
                          {"c=IN IP4 192.0.2.2", attribute, "m=audio 40000 RTP/AVP 0"}))
        .en.back();
  };
  EXPECT_EQ(last("a=sendonly"),
            "The audio stream is sendonly: the side that responded sends and does not listen, as "
            "on a call that it holds.");
  EXPECT_EQ(last("a=recvonly"),
            "The audio stream is recvonly: the side that responded listens and sends nothing, as "
            "on a call that is held.");
  EXPECT_EQ(last("a=inactive"),
            "The audio stream is inactive: no media in either direction, as on a call that is "
            "held.");
  EXPECT_EQ(last("c=IN IP4 192.0.2.9"), "Media audio RTP/AVP at 192.0.2.2:40000: PCMU.");
}

TEST(SessionMedia, TellsHoldInTheOldWay) {
  const Gloss said(with_sdp(200, "INVITE", {"c=IN IP4 0.0.0.0", "m=audio 40000 RTP/AVP 0"}));
  EXPECT_EQ(said.en.back(),
            "Nothing is to be sent to 0.0.0.0: the audio stream is on hold in the old way (RFC "
            "3264 section 8.4).");
  EXPECT_EQ(said.zh.back(),
            "不应向 0.0.0.0 发送媒体：audio 流以旧方式被保持（RFC 3264 第 8.4 节）。");
}

TEST(SessionMedia, TellsAnMLineThatCannotBeRead) {
  EXPECT_THAT(Gloss(with_sdp(200, "INVITE", {"m=audio many RTP/AVP 0"})).en,
              ElementsAre("An m= line cannot be read: audio many RTP/AVP 0."));
  EXPECT_THAT(Gloss(with_sdp(200, "INVITE", {"m="})).en,
              ElementsAre("An m= line cannot be read: ."));
}

TEST(SessionMedia, TellsThatThereIsNone) {
  EXPECT_THAT(Gloss(with_sdp(200, "INVITE", {"v=0", "s=-"})).en,
              ElementsAre("The session description has no m= line: it agrees on no media."));
}

TEST(SessionMedia, OnlyCountsVeryManyStreams) {
  std::string body;
  for (int i = 0; i < 1000; ++i) body += "m=audio 0 RTP/AVP 0\r\n";
  const Gloss said(lines({"SIP/2.0 200 OK", "CSeq: 1 INVITE", "c: application/sdp"}, body));
  EXPECT_THAT(said.en, SizeIs(7));
  EXPECT_EQ(said.en.back(), "A further 994 streams are not listed here.");
}

TEST(SessionMedia, IsAnOfferWhereTheInviteHadNone) {
  const Gloss said(with_sdp(200, "INVITE", {"c=IN IP4 192.0.2.2", "m=audio 40000 RTP/AVP 0"}),
                   {.request = bare});
  EXPECT_EQ(said.en[1],
            "The INVITE carried no session description: this one is the offer, the ACK has to "
            "carry the answer.");
  EXPECT_EQ(said.en[2], "Not so if reliable 1xx and PRACK have exchanged them before.");
}

TEST(SessionMedia, MissingInASuccessIsTold) {
  EXPECT_THAT(Gloss(response(200, "INVITE")).en,
              ElementsAre("No session description: unless a reliable 1xx carried it before, no "
                          "media is agreed."));
  EXPECT_THAT(Gloss(response(200, "INVITE")).zh,
              ElementsAre("没有会话描述：除非此前可靠的 1xx 已经带过，否则没有约定任何媒体。"));
  for (const char* method : {"UPDATE", "PRACK"}) {
    EXPECT_THAT(Gloss(response(200, method)).en, IsEmpty());
    EXPECT_THAT(Gloss(response(200, method), {.request = bare}).en, IsEmpty());
    EXPECT_THAT(Gloss(response(200, method), {.request = offering}).en,
                ElementsAre("The " + std::string(method) +
                            " carried an offer; this response has to carry the answer, but there "
                            "is no session description."));
  }
}

TEST(SessionMedia, ThatCannotBeReadIsNotCalledMissing) {
  EXPECT_THAT(
      Gloss(lines({"SIP/2.0 200 OK", "CSeq: 1 INVITE", "c: application/pkcs7-mime"}, "x")).en,
      ElementsAre("The body is no session description that can be read here: "
                  "application/pkcs7-mime."));
  EXPECT_THAT(
      Gloss(with_sdp(200, "INVITE", {"m=audio 40000 RTP/AVP 0"}), {.truncated = true}).en,
      ElementsAre(
          "The capture does not hold all of this response: no session description is read."));
}

TEST(EarlyMedia, IsPossibleWithAStreamThatSends) {
  const Gloss said(
      with_sdp(183, "INVITE", {"c=IN IP4 192.0.2.2", "a=sendonly", "m=audio 40000 RTP/AVP 0"}),
      {.request = offering});
  EXPECT_EQ(said.en[1],
            "Early media is possible: before the callee accepts, the caller may hear a ringback "
            "tone or an announcement.");
  EXPECT_EQ(said.zh[1], "可能有早期媒体：被叫接听之前，主叫可能听到回铃音或录音通知。");
}

TEST(EarlyMedia, DoesNotComeFromStreamsThatDoNotSend) {
  for (const char* line : {"m=audio 0 RTP/AVP 0", "m=audio 4 RTP/AVP 0\r\na=inactive",
                           "m=audio 4 RTP/AVP 0\r\na=recvonly"}) {
    EXPECT_THAT(Gloss(with_sdp(183, "INVITE", {"c=IN IP4 192.0.2.2", line})).en,
                testing::Contains("None of its streams sends anything: no early media comes from "
                                  "here."))
        << line;
  }
}

TEST(EarlyMedia, WaitsForPreconditions) {
  EXPECT_THAT(Gloss(with_sdp(183, "INVITE",
                             {"c=IN IP4 192.0.2.2", "m=audio 4 RTP/AVP 0", "a=curr:qos local none",
                              "a=des:qos mandatory local sendrecv"}))
                  .en,
              testing::Contains("It carries preconditions (a=des): the callee is not alerted until "
                                "the mandatory ones are met."));
}

TEST(EarlyMedia, OfAnOfferHasToBeAnsweredInPrack) {
  EXPECT_THAT(Gloss(with_sdp(183, "INVITE", {"c=IN IP4 192.0.2.2", "m=audio 4 RTP/AVP 0"}),
                    {.request = bare})
                  .en,
              testing::Contains("The INVITE carried no session description: this one is an offer, "
                                "the PRACK has to carry the answer."));
}

TEST(EarlyMedia, CannotBeOfferedUnreliably) {
  const std::string unreliable =
      lines({"SIP/2.0 183 x", "CSeq: 1 INVITE", "Content-Type: application/sdp"},
            "c=IN IP4 192.0.2.2\r\nm=audio 4 RTP/AVP 0\r\n");
  EXPECT_THAT(Gloss(unreliable, {.request = bare}).en,
              testing::Contains("The INVITE carried no offer, and a response that is not sent "
                                "reliably cannot make one (RFC 3261 section 13.2.1)."));
}

TEST(EarlyMedia, MissingIn180LeavesTheRingbackToTheCaller) {
  EXPECT_EQ(Gloss(response(180, "INVITE")).en.front(),
            "No session description: it opens no early media, the caller’s side plays its own "
            "ringback unless media already comes.");
  EXPECT_EQ(Gloss(response(183, "INVITE")).en.size(), 1U);
}

}  // namespace
}  // namespace sipgloss::test
