// SPDX-License-Identifier: MIT
// Whatever the bytes: what is said is made of whole sentences, in both languages, and is bounded.
#include <random>

#include "clock.hpp"
#include "in_message/teller.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

/// A value for many header fields, each of which some teller reads.
std::string everything(unsigned code, std::string_view method) {
  return lines(
      {"SIP/2.0 " + std::to_string(code) + " Stale Date",
       "Via: SIP/2.0/UDP a;branch=z9hG4bK1",
       "To: <sip:b@example.com>;tag=b",
       "Call-ID: 1@a",
       "CSeq: 1 " + std::string(method),
       "Contact: <sip:a@b>;expires=60;q=0.5, \"x\" <sip:c@d>",
       "Expires: 60",
       "Min-Expires: 60",
       "Min-SE: 90",
       "Session-Expires: 1800;refresher=uac",
       "Retry-After: 5 (x);duration=9",
       "Warning: 305 a \"b\", 399 c \"d\"",
       "Reason: Q.850;cause=17;text=\"t\", SIP;cause=200",
       "Error-Info: <sip:e@f>",
       "Require: 100rel, timer",
       "RSeq: 7",
       "Allow: INVITE, ACK",
       "P-Early-Media: sendonly, gated",
       "Alert-Info: <urn:alert:service:forward>",
       "History-Info: <sip:a@b>;index=1, <sip:c@d;cause=302>;index=1.1;mp=1",
       "Diversion: <sip:a@b>;reason=away",
       "Geolocation-Error: 100;code=\"x\"",
       "AlertMsg-Error: 100",
       "Accept-Resource-Priority: a.b",
       "Permission-Missing: <sip:a@b>",
       "Call-Info: <sip:a@b>;purpose=jwscard",
       "Date: Wed, 01 May 2024 14:00:00 GMT",
       "Path: <sip:a>",
       "Service-Route: <sip:a>",
       "P-Associated-URI: <sip:a@b>",
       "Flow-Timer: 9",
       "SIP-ETag: e",
       "Refer-Sub: false",
       "Server: s",
       "Supported: 100rel",
       "Unsupported: x",
       "Accept: application/sdp",
       "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\"",
       "Security-Server: tls",
       "Allow-Events: presence",
       "Content-Type: multipart/mixed;boundary=b"},
      "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 0.0.0.0\r\na=sendonly\r\n"
      "m=audio 4 RTP/AVP 0 96\r\na=rtpmap:96 x/8000\r\na=des:qos\r\nm=video 0 RTP/AVP 1\r\n--b--");
}

void expect_sound(std::string_view bytes, const std::optional<RequestFacts>& request = {}) {
  const Message message = Message::parse({.bytes = bytes});
  Annotation annotation;
  tell_in_message({.response = message, .request = request, .time = may_day}, annotation);
  ASSERT_LE(annotation.in_message.size(), Telling::most_sentences);
  for (const Text& sentence : annotation.in_message) {
    ASSERT_TRUE(well_formed(sentence)) << sentence.en << "\n" << sentence.zh;
    ASSERT_TRUE(sentence.en.ends_with('.') && sentence.zh.ends_with("。")) << sentence.en;
    for (const std::string_view text : {sentence.en, sentence.zh}) {
      ASSERT_EQ(text.find('{'), std::string_view::npos) << text;
    }
  }
}

constexpr const char* methods[] = {"INVITE", "REGISTER", "SUBSCRIBE", "PUBLISH", "UPDATE", "PRACK",
                                   "REFER",  "OPTIONS",  "BYE",       "FOO",     ""};

TEST(Hostile, EveryKnownCodeAndMethodTellsWholeSentences) {
  RequestFacts asked;
  asked.expires = 30;
  asked.session_expires = 10;
  asked.has_no_sdp = true;
  for (const ResponseCode* const entry : response_codes()) {
    for (const char* method : methods) {
      const std::string bytes = everything(entry->code, method);
      expect_sound(bytes);
      expect_sound(bytes, asked);
    }
  }
}

TEST(Hostile, AnyByteMayBeAnother) {
  constexpr std::string_view bytes("\r\n\"\\<>(),;:=*/ \t[]09\0\x80\xFF", 24);
  std::mt19937 random(3261);
  for (const unsigned code : {183U, 200U, 380U, 401U, 422U, 423U, 486U, 503U, 608U}) {
    for (const char* method : {"INVITE", "REGISTER", "SUBSCRIBE"}) {
      const std::string whole = everything(code, method);
      for (std::size_t at = 0; at < whole.size(); at += 13) {
        std::string bent = whole;
        bent[at] = bytes[random() % bytes.size()];
        expect_sound(bent);
      }
    }
  }
}

TEST(Hostile, AnyLengthMayBeTheEnd) {
  for (const char* method : {"INVITE", "REGISTER", "PUBLISH"}) {
    const std::string whole = everything(200, method);
    for (std::size_t length = 0; length < whole.size(); length += 7) {
      expect_sound(std::string_view(whole).substr(0, length));
    }
  }
}

TEST(Hostile, ValuesMayBeHugeAndMany) {
  constexpr const char* names[] = {"Contact",
                                   "Warning",
                                   "Reason",
                                   "Retry-After",
                                   "Session-Expires",
                                   "Min-SE",
                                   "Min-Expires",
                                   "Expires",
                                   "History-Info",
                                   "Diversion",
                                   "Alert-Info",
                                   "P-Early-Media",
                                   "Path",
                                   "Service-Route",
                                   "P-Associated-URI",
                                   "Error-Info",
                                   "Server",
                                   "SIP-ETag",
                                   "Call-Info",
                                   "Geolocation-Error",
                                   "Date",
                                   "To",
                                   "Call-ID",
                                   "CSeq",
                                   "Permission-Missing",
                                   "Flow-Timer",
                                   "Content-Type",
                                   "AlertMsg-Error"};
  for (const char* name : names) {
    std::string row = std::string(name) + ": " + std::string(5000, 'x') + "\r\n";
    for (int i = 0; i < 500; ++i) row += std::string(name) + ": \x01 <sip:{0}>;a=\"{1}\",\r\n";
    for (const char* code : {"182", "183", "200", "302", "422", "423", "470", "486", "608"}) {
      for (const char* method : {"INVITE", "REGISTER", "PUBLISH"}) {
        const std::string text = "SIP/2.0 " + std::string(code) + " " + std::string(900, 'y') +
                                 "\r\nCSeq: 1 " + method + "\r\n" + row + "\r\n" + row;
        const Message message = Message::parse({.bytes = text});
        Annotation annotation;
        tell_in_message({.response = message, .time = may_day}, annotation);
        ASSERT_LE(annotation.in_message.size(), Telling::most_sentences) << name;
        for (const Text& sentence : annotation.in_message) {
          ASSERT_TRUE(well_formed(sentence)) << sentence.en << "\n" << sentence.zh;
        }
      }
    }
  }
}

}  // namespace
}  // namespace sipgloss::test
