// SPDX-License-Identifier: MIT
// The media that the peer can take, and the preconditions that were not met. RFC 3264 section 9,
// RFC 3312 section 8.
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

/// A response with this session description.
std::string described(unsigned code, std::string_view method,
                      std::initializer_list<std::string_view> sdp) {
  return lines({"SIP/2.0 " + std::to_string(code) + " x", "CSeq: 1 " + std::string(method),
                "Content-Type: application/sdp"},
               lines(sdp));
}

TEST(MediaCapability, TellsFormatsByTheirNames) {
  const Gloss gloss{
      described(488, "INVITE",
                {"v=0", "m=audio 0 RTP/AVP 0 8 96 101 102", "a=rtpmap:96 AMR-WB/16000",
                 "a=rtpmap:101 telephone-event/8000", "a=rtpmap:102 telephone-event/16000",
                 "m=video 0 RTP/AVP 34", "m=image 0 udptl t38", "m=application 0 UDP/BFCP *"})};
  EXPECT_THAT(gloss.en,
              ElementsAre("Audio the peer can take: PCMU, PCMA, AMR-WB, telephone-event.",
                          "Video the peer can take: H263.", "Images the peer can take: t38.",
                          "Media of the type application that the peer can take: *."));
  EXPECT_EQ(gloss.zh[0], "对端可用的音频编码：PCMU、PCMA、AMR-WB、telephone-event。");
}

TEST(MediaCapability, IsToldOf606AndOfOptions) {
  for (const std::string& bytes : {described(606, "INVITE", {"m=audio 0 RTP/AVP 9"}),
                                   described(200, "OPTIONS", {"m=audio 0 RTP/AVP 9"})}) {
    EXPECT_THAT(Gloss(bytes).en, Contains("Audio the peer can take: G722."));
  }
  EXPECT_THAT(Gloss(described(200, "INVITE", {"m=audio 4000 RTP/AVP 9"})).en,
              Each(Not(HasSubstr("the peer can take"))));
}

TEST(MediaCapability, OfACutDescriptionIsLeftOut) {
  const Gloss gloss(described(488, "INVITE", {"m=audio 0 RTP/AVP 0 10"}), {.truncated = true});
  EXPECT_THAT(gloss.en,
              ElementsAre("The capture cuts the session description off; it is left out here."));
}

TEST(MediaCapability, BoundsAThousandStreamsAndFormats) {
  std::string streams = "v=0\r\n";
  for (int i = 0; i < 1000; ++i) streams += "m=audio 0 RTP/AVP " + std::to_string(i) + "\r\n";
  std::string formats = "m=audio 0 RTP/AVP";
  for (int i = 0; i < 1000; ++i) formats += " " + std::to_string(i);
  for (const std::string& sdp : {streams, formats}) {
    EXPECT_THAT(Gloss(described(488, "INVITE", {sdp})).en, SizeIs(testing::Le(8)));
  }
}

TEST(Preconditions, ThatFailedAreNamed) {
  const Gloss gloss{described(
      580, "INVITE",
      {"m=audio 0 RTP/AVP 0", "a=des:qos failure e2e send", "a=des:qos mandatory e2e recv",
       "m=video 0 RTP/AVP 34", "a=des:foo unknown e2e sendrecv", "a=des:", "a=des:x"})};
  EXPECT_THAT(gloss.en,
              ElementsAre("Stream 1 audio: the precondition “qos” was not met for e2e send.",
                          "Stream 2 video: the peer does not know the precondition “foo” (e2e "
                          "sendrecv)."));
  EXPECT_THAT(gloss.zh, ElementsAre("媒体流 1 audio：前置条件“qos”未能满足（e2e send）。",
                                    "媒体流 2 video：对端不认识前置条件“foo”（e2e sendrecv）。"));
  EXPECT_THAT(Gloss(response(580, "INVITE")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
