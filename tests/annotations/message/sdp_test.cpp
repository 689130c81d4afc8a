// SPDX-License-Identifier: MIT
// Session descriptions. RFC 8866 sections 5 and 6, RFC 3264 sections 5 to 8, RFC 3551 section 6.
#include "sipgloss/sdp.hpp"

#include "support.hpp"

namespace sipgloss::test {
namespace {

/// Lines with CRLF behind each.
std::string lines(std::initializer_list<std::string_view> list) {
  std::string text;
  for (const std::string_view line : list) text.append(line).append("\r\n");
  return text;
}

/// A description together with the bytes that it points into.
class Described {
 public:
  explicit Described(std::string_view text)
      : bytes_(text), description_(read_session_description(bytes_.view())) {
    for (const MediaDescription& one : description_.media()) media.push_back(one);
  }
  const SessionDescription* operator->() const { return &description_; }

 private:
  Exact bytes_;
  SessionDescription description_;

 public:
  std::vector<MediaDescription> media;
};

Described described(std::initializer_list<std::string_view> list) { return Described(lines(list)); }

Strings formats_of(const MediaDescription& media) {
  Strings list;
  std::string_view rest = media.formats;
  while (!rest.empty()) list.emplace_back(media.encoding_name(take_sdp_format(rest)));
  return list;
}

TEST(SessionDescription, HasASessionLevelAndMediaDescriptions) {
  const Described call =
      described({"v=0", "o=alice 2890844526 2890842807 IN IP4 192.0.2.1", "s=-",
                 "c=IN IP4 192.0.2.1", "t=0 0", "a=sendonly", "m=audio 49170 RTP/AVP 0 8 101",
                 "a=rtpmap:101 telephone-event/8000", "m=video 0 RTP/AVP 31"});
  EXPECT_EQ(call->origin->username, "alice");
  EXPECT_EQ(call->origin->session_id, "2890844526");
  EXPECT_EQ(call->origin->session_version, "2890842807");
  EXPECT_EQ(call->origin->address, "192.0.2.1");
  EXPECT_EQ(call->connection->address, "192.0.2.1");
  EXPECT_EQ(call->direction, MediaDirection::sendonly);
  ASSERT_EQ(call.media.size(), 2U);
  EXPECT_EQ(call.media[0].media, "audio");
  EXPECT_EQ(call.media[0].port, 49170);
  EXPECT_EQ(call.media[0].protocol, "RTP/AVP");
  EXPECT_EQ(call.media[0].formats, "0 8 101");
  EXPECT_EQ(call.media[1].media, "video");
  EXPECT_EQ(call.media[1].port, 0);
  EXPECT_EQ(call.media[1].text, "m=video 0 RTP/AVP 31\r\n");
}

TEST(SessionDescription, MayHaveNoMedia) {
  EXPECT_TRUE(described({"v=0", "s=-"}).media.empty());
  EXPECT_TRUE(Described("").media.empty());
  EXPECT_FALSE(Described("")->origin);
}

TEST(SessionDescription, MayBeginWithMedia) {
  const Described call = described({"m=audio 1 RTP/AVP 0"});
  EXPECT_EQ(call->session_level, "");
  ASSERT_EQ(call.media.size(), 1U);
}

TEST(SessionDescription, MayEndItsLinesWithLfOrCrAlone) {
  for (const char* text :
       {"v=0\nm=audio 1 RTP/AVP 0\na=inactive\n", "v=0\rm=audio 1 RTP/AVP 0\ra=inactive",
        "\r\nv=0\r\n\r\nm=audio 1 "
        "RTP/AVP 0\r\n\r\na=inactive"}) {
    const Described call(text);
    ASSERT_EQ(call.media.size(), 1U) << text;
    EXPECT_EQ(call.media[0].formats, "0") << text;
    EXPECT_EQ(call.media[0].direction, MediaDirection::inactive) << text;
  }
}

TEST(MediaDescription, TakesDirectionAndConnectionOfTheSessionUnlessItHasItsOwn) {
  const Described call =
      described({"v=0", "c=IN IP4 192.0.2.1", "a=inactive", "m=audio 1 RTP/AVP 0",
                 "c=IN IP6 2001:db8::1", "a=sendrecv", "m=audio 2 RTP/AVP 0"});
  EXPECT_EQ(call.media[0].direction, MediaDirection::sendrecv);
  EXPECT_EQ(call.media[0].connection->address, "2001:db8::1");
  EXPECT_EQ(call.media[1].direction, MediaDirection::inactive);
  EXPECT_EQ(call.media[1].connection->address, "192.0.2.1");
}

TEST(MediaDescription, IsSendrecvWhereNothingIsSaid) {
  const Described call = described({"v=0", "m=audio 1 RTP/AVP 0"});
  EXPECT_EQ(call.media[0].direction, MediaDirection::sendrecv);
  EXPECT_FALSE(call.media[0].connection);
}

TEST(MediaDescription, SendsAndReceivesByItsDirection) {
  const auto with = [](MediaDirection direction) {
    MediaDescription media;
    media.direction = direction;
    return media;
  };
  EXPECT_TRUE(with(MediaDirection::sendrecv).sends() && with(MediaDirection::sendrecv).receives());
  EXPECT_TRUE(with(MediaDirection::sendonly).sends());
  EXPECT_FALSE(with(MediaDirection::sendonly).receives());
  EXPECT_FALSE(with(MediaDirection::recvonly).sends());
  EXPECT_TRUE(with(MediaDirection::recvonly).receives());
  EXPECT_FALSE(with(MediaDirection::inactive).sends() || with(MediaDirection::inactive).receives());
}

TEST(MediaDescription, NamesItsPayloadTypes) {
  const Described call =
      described({"m=audio 1 RTP/AVP 0 8 18 96 97 3", "a=rtpmap:96 opus/48000/2",
                 "a=rtpmap:97 telephone-event/8000", "a=rtpmap:3 X-OWN/16000", "a=fmtp:96 x"});
  EXPECT_EQ(formats_of(call.media[0]),
            (Strings{"PCMU", "PCMA", "G729", "opus", "telephone-event", "X-OWN"}));
  const auto opus = call.media[0].rtp_map("96");
  ASSERT_TRUE(opus);
  EXPECT_EQ(opus->clock_rate, 48000U);
  EXPECT_EQ(opus->encoding_parameters, "2");
  EXPECT_EQ(call.media[0].rtp_map("9")->encoding_name, "G722");
  EXPECT_FALSE(call.media[0].rtp_map("98"));
}

TEST(MediaDescription, LeavesAFormatWithoutANameAsItIs) {
  const Described call = described({"m=audio 1 RTP/AVP 96 20 2", "a=rtpmap:96"});
  EXPECT_EQ(formats_of(call.media[0]), (Strings{"96", "20", "2"}));
}

TEST(MediaDescription, HasNoPayloadTypesWhereItIsNotRtp) {
  const Described call = described({"m=image 1 udptl t38", "m=application 9 TCP/MSRP *",
                                    "m=application 9 UDP/DTLS/SCTP 0",
                                    "m=audio 9 "
                                    "UDP/TLS/RTP/SAVPF 0"});
  EXPECT_EQ(formats_of(call.media[0]), (Strings{"t38"}));
  EXPECT_EQ(formats_of(call.media[1]), (Strings{"*"}));
  EXPECT_EQ(formats_of(call.media[2]), (Strings{"0"}));
  EXPECT_EQ(formats_of(call.media[3]), (Strings{"PCMU"}));
}

TEST(MediaDescription, WithPortZeroIsDisabledUnlessItIsBundled) {
  const Described call = described(
      {"m=audio 0 RTP/AVP 0", "m=video 0 RTP/AVP 31", "a=bundle-only", "m=audio 5004/2 RTP/AVP 0"});
  EXPECT_TRUE(call.media[0].is_disabled());
  EXPECT_FALSE(call.media[1].is_disabled());
  EXPECT_FALSE(call.media[2].is_disabled());
  EXPECT_EQ(call.media[2].port_count, 2U);
}

TEST(MediaDescription, WithoutAReadablePortIsNotDisabled) {
  for (const char* line : {"m=audio", "m=", "m=audio x RTP/AVP 0", "m=audio 65536 RTP/AVP 0",
                           "m=audio -1 RTP/AVP 0"}) {
    const Described call = described({line});
    ASSERT_EQ(call.media.size(), 1U) << line;
    EXPECT_EQ(call.media[0].port, std::nullopt) << line;
    EXPECT_FALSE(call.media[0].is_disabled()) << line;
  }
}

TEST(MediaDescription, FindsAnAttribute) {
  const Described call = described(
      {"m=audio 1 RTP/AVP 0", "a=ptime:20", "a=rtcp-mux", "a=ptime:30", "a=crypto: 1 AES "});
  EXPECT_EQ(call.media[0].attribute("ptime")->value, "20");
  EXPECT_EQ(call.media[0].attribute("rtcp-mux")->value, std::nullopt);
  EXPECT_EQ(call.media[0].attribute("crypto")->value, "1 AES");
  EXPECT_FALSE(call.media[0].attribute("PTIME"));
}

TEST(SdpConnection, LosesTheTtlOfAMulticastAddress) {
  EXPECT_EQ(read_sdp_connection("IN IP4 233.252.0.1/127").address, "233.252.0.1");
  EXPECT_EQ(read_sdp_connection("IN IP4").address, "");
}

TEST(SdpConnection, MayBeNoAddressToSendTo) {
  for (const char* value : {"IN IP4 0.0.0.0", "IN IP6 ::", "IN IP6 hold.Invalid"}) {
    EXPECT_TRUE(read_sdp_connection(value).is_unspecified()) << value;
  }
  for (const char* value : {"IN IP4 192.0.2.1", "IN IP6 ::1", "IN IP4 10.0.0.0", ""}) {
    EXPECT_FALSE(read_sdp_connection(value).is_unspecified()) << value;
  }
}

TEST(SdpLines, HoldLinesOfAnotherFormToo) {
  Strings seen;
  for (const SdpLine& line : SdpLines("v=0\r\nnonsense\r\n=x\r\na=\r\n\r\nm = 1"))
    seen.push_back(std::string(1, line.type == 0 ? '?' : line.type) + std::string(line.value));
  EXPECT_EQ(seen, (Strings{"v0", "?nonsense", "?=x", "a", "?m = 1"}));
}

TEST(SessionDescriptionOf, IsTheOneThatTheMessageCarries) {
  const std::string sdp = lines({"v=0", "m=audio 1 RTP/AVP 0"});
  const Parsed alone = datagram(message({"SIP/2.0 200 OK", "Content-Type: application/sdp"}, sdp));
  EXPECT_EQ(session_description_of(*alone)->text, sdp);
  const Parsed mixed =
      datagram(message({"SIP/2.0 200 OK", "Content-Type: multipart/mixed;boundary=b"},
                       "--b\r\nContent-Type: application/sdp\r\n\r\n" + sdp + "\r\n--b--\r\n"));
  EXPECT_EQ(session_description_of(*mixed)->text, sdp);
  EXPECT_FALSE(session_description_of(*datagram(message({"SIP/2.0 200 OK"}))));
}

TEST(SessionDescription, OfVeryManyLinesIsReadInOnePass) {
  std::string text = "v=0\r\n";
  for (int i = 0; i < 20'000; ++i) text += "m=audio 1 RTP/AVP 0\r\na=x\r\n";
  EXPECT_EQ(Described(text).media.size(), 20'000U);
}

}  // namespace
}  // namespace sipgloss::test
