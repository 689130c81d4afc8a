// SPDX-License-Identifier: MIT
// Reading a usual message again and again takes no memory: operator new is counted in this test
// program.
#include "allocations.hpp"
#include "sipgloss/sdp.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

std::string unauthorized() {
  return message({"SIP/2.0 401 Unauthorized",
                  "Via: SIP/2.0/UDP p.example.com:5060;branch=z9hG4bKp1;received=192.0.2.7",
                  "Via: SIP/2.0/UDP [2001:db8::9]:5062;branch=z9hG4bKa1;rport=5062",
                  "From: \"Alice, at work\" <sip:alice@example.com>;tag=a1",
                  "To: <sip:example.com>;tag=r1", "Call-ID: 1@a.example.com", "CSeq: 1 REGISTER",
                  "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"n\", qop=\"auth\"",
                  "Warning: 399 example.com \"try again\"", "Retry-After: 5 (soon);duration=10",
                  "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS", "Content-Length: 0"});
}

TEST(Allocations, AreCountedHere) {
  const std::size_t before = allocations;
  const auto memory = std::make_unique<char[]>(32);
  EXPECT_EQ(allocations, before + 1);
}

TEST(Allocations, AreNoneWhenAMessageIsReadIntoTheSameObject) {
  const std::string text = unauthorized();
  Message read = Message::parse({.bytes = text});
  ASSERT_EQ(found(read.defects), intact);
  const std::size_t before = allocations;
  read.reparse({.bytes = text});
  read.reparse({.bytes = text, .framing = Framing::stream});
  EXPECT_EQ(allocations, before);
  EXPECT_EQ(read.status_code, 401U);
  EXPECT_EQ(read.headers.size(), 11U);
}

TEST(Allocations, AreNoneWhenFieldsAreReadOnDemand) {
  const std::string text = unauthorized();
  const Message read = Message::parse({.bytes = text});
  const std::size_t before = allocations;
  std::size_t seen = 0;
  for (const std::string_view value : Values(read, HeaderName::via)) {
    seen += read_via(value).branch.size();
  }
  seen += read.cseq().number.value_or(0) + read.from().tag->size() + read.to().uri.size();
  seen += read_challenge(read.value(HeaderName::www_authenticate)).value("realm")->size();
  seen += read_retry_after(read.value(HeaderName::retry_after)).comment.size();
  seen += lists_token(read, HeaderName::allow, "cancel") ? 1U : 0U;
  EXPECT_EQ(allocations, before);
  EXPECT_GT(seen, 0U);
}

TEST(Allocations, AreNoneWhenASessionDescriptionIsRead) {
  const std::string text =
      message({"SIP/2.0 200 OK", "Content-Type: multipart/mixed;boundary=b"},
              "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\nc=IN IP4 192.0.2.1\r\n"
              "m=audio 4 RTP/AVP 0 96\r\na=rtpmap:96 opus/48000/2\r\n--b--");
  const Message read = Message::parse({.bytes = text});
  const std::size_t before = allocations;
  std::size_t seen = 0;
  const auto description = session_description_of(read);
  for (const MediaDescription& media : description->media()) {
    seen += media.connection->address.size() + media.encoding_name("96").size();
  }
  EXPECT_EQ(allocations, before);
  EXPECT_EQ(seen, std::string_view("192.0.2.1opus").size());
}

TEST(Reparse, LeavesNothingOfTheMessageBefore) {
  Message read = Message::parse({.bytes = "garbage", .truncated = true});
  const std::string text = unauthorized();
  read.reparse({.bytes = text});
  EXPECT_EQ(read.kind, Message::Kind::response);
  EXPECT_FALSE(read.truncated);
  EXPECT_TRUE(read.headers_complete);
  EXPECT_EQ(read.headers.size(), 11U);
  EXPECT_EQ(found(read.defects), intact);

  read.reparse({.bytes = "BYE sip:a@example.com SIP/2.0\r\n\r\n"});
  EXPECT_EQ(read.kind, Message::Kind::request);
  EXPECT_EQ(read.status_code, 0U);
  EXPECT_EQ(read.status_digits, "");
  EXPECT_EQ(read.reason_phrase, "");
  EXPECT_TRUE(read.headers.empty());
  EXPECT_EQ(read.method(), Method::bye);

  read.reparse({.bytes = ""});
  EXPECT_EQ(read.kind, Message::Kind::neither);
  EXPECT_EQ(read.method_name, "");
  EXPECT_EQ(read.request_uri, "");
  EXPECT_EQ(read.version, "");
  EXPECT_EQ(read.start_line, "");
  EXPECT_EQ(read.bytes, "");
  EXPECT_FALSE(read.headers_complete);
}

}  // namespace
}  // namespace sipgloss::test
