// SPDX-License-Identifier: MIT
// Where a body ends: Content-Length in datagrams and in streams. RFC 3261 sections 18.3 and 20.14.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

/// A 200 with this Content-Length, as sent, and these bytes behind the blank line.
std::string ok(std::string_view content_length, std::string_view behind) {
  return message(
      {"SIP/2.0 200 OK", "Call-ID: 1", std::string("Content-Length: ").append(content_length)},
      behind);
}
/// The same without a Content-Length.
std::string ok_without_length(std::string_view behind) {
  return message({"SIP/2.0 200 OK", "Call-ID: 1"}, behind);
}

TEST(Datagram, BodyIsAsLongAsContentLengthSays) {
  const Parsed response = datagram(ok("5", "v=0\r\n"));
  EXPECT_EQ(response->body, "v=0\r\n");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response.defects(), intact);
}

TEST(Framing, IsKeptWithTheMessage) {
  EXPECT_EQ(datagram(ok("0", ""))->framing, Framing::datagram);
  EXPECT_EQ(stream(ok("0", ""))->framing, Framing::stream);
  EXPECT_EQ(
      Message::parse({.bytes = "SIP/2.0 200 OK\r\n\r\n", .framing = Framing::enclosed}).framing,
      Framing::enclosed);
}

TEST(Datagram, BodyRunsToTheEndWithoutContentLength) {
  const Parsed response = datagram(ok_without_length("v=0\r\n"));
  EXPECT_EQ(response->body, "v=0\r\n");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response.defects(), intact);
}

TEST(Datagram, WithMoreBytesIsCutToContentLength) {
  const Parsed response = datagram(ok("3", "v=0 and more"));
  EXPECT_EQ(response->body, "v=0");
  EXPECT_EQ(response->bytes, ok("3", "v=0"));
  EXPECT_EQ(response.defects(), (Found{{body_excess, " and more"}}));
}

TEST(Datagram, WithFewerBytesKeepsWhatIsThere) {
  const Parsed response = datagram(ok("9999", "v=0"));
  EXPECT_EQ(response->body, "v=0");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response.defects(), (Found{{body_short, "v=0"}}));
}

TEST(Datagram, MayLackItsWholeBody) {
  const Parsed response = datagram(ok("10", ""));
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response.defects(), (Found{{body_short, ""}}));
}

TEST(Datagram, ThatTheCaptureTruncatedIsNotShort) {
  const Parsed response = cut_datagram(ok("9999", "v=0"));
  EXPECT_EQ(response->body, "v=0");
  EXPECT_TRUE(response->truncated);
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Stream, BytesEndWhereTheNextMessageBegins) {
  const std::string first = ok("3", "v=0");
  const std::string second = message({"BYE sip:a@example.com SIP/2.0", "Content-Length: 0"});
  const Parsed response = stream(first + second);
  EXPECT_EQ(response->body, "v=0");
  EXPECT_EQ(response->bytes, first);
  EXPECT_EQ(response->bytes.data(), response.input().data());
  EXPECT_EQ(response.defects(), intact);

  const Parsed next = stream(response.input().substr(response->bytes.size()));
  EXPECT_EQ(next->method(), Method::bye);
  EXPECT_EQ(next->bytes, second);
  EXPECT_EQ(next.defects(), intact);
}

TEST(Stream, BytesEndBehindTheBlankLineWhenContentLengthIsZero) {
  const Parsed response = stream(ok("0", "SIP/2.0 180 Ringing\r\n\r\n"));
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response->bytes, ok("0", ""));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Stream, BytesBeginBehindKeepAlives) {
  const Parsed response = stream("\r\n\r\n" + ok("2", "hi") + "\r\n\r\n");
  EXPECT_EQ(response->bytes, ok("2", "hi"));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Stream, NeedsContentLength) {
  const Parsed response = stream(ok_without_length("v=0\r\n"));
  EXPECT_EQ(response->body, "v=0\r\n");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response.defects(), (Found{{content_length_missing, "SIP/2.0 200 OK"}}));
}

// The rest may come in the next segment: what is missing yet is not at fault.
TEST(Stream, ThatEndsWithinABodyIsToBeContinued) {
  const Parsed response = stream(ok("10", "v=0"));
  EXPECT_EQ(response->body, "v=0");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_TRUE(response->truncated);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Stream, ThatEndsWithinTheHeadersIsToBeContinued) {
  const Parsed response = stream("SIP/2.0 405 Method Not Allowed\r\nCall-ID: 1\r\nAll");
  EXPECT_TRUE(response->truncated);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Stream, WithAllOfAMessageIsNotTruncated) { EXPECT_FALSE(stream(ok("3", "v=0"))->truncated); }

TEST(Stream, ThatTheCaptureTruncatedIsNotShort) {
  EXPECT_EQ(cut_stream(ok("10", "v=0")).defects(), intact);
}

TEST(Stream, CutWithinTheHeadersMayYetHaveAContentLength) {
  EXPECT_EQ(cut_stream("SIP/2.0 200 OK\r\nCall-ID: 1\r\n").defects(), intact);
}

TEST(ContentLength, MayHaveLeadingZerosAndACompactName) {
  const Parsed response = stream(message({"SIP/2.0 200 OK", "l:  0002 "}, "hi and more"));
  EXPECT_EQ(response->body, "hi");
  EXPECT_EQ(response.defects(), intact);
}

TEST(ContentLength, SaidTwiceAlikeIsNoConflict) {
  const Parsed response = datagram(message({"SIP/2.0 200 OK", "Content-Length: 2", "l: 02"}, "hi"));
  EXPECT_EQ(response->body, "hi");
  EXPECT_EQ(response.defects(), intact);
}

TEST(ContentLength, ConflictsAreReportedAndTheFirstCounts) {
  const Parsed response =
      datagram(message({"SIP/2.0 200 OK", "Content-Length: 2", "Subject: a", "l: 13"}, "hi"));
  EXPECT_EQ(response->body, "hi");
  EXPECT_EQ(response.defects(), (Found{{content_length_conflict, "13"}}));
}

TEST(ContentLength, ThatIsCutConflictsWithNothing) {
  EXPECT_EQ(cut_datagram("SIP/2.0 200 OK\r\nl: 154\r\nContent-Length: 1").defects(), intact);
}

TEST(ContentLength, ThatIsNoNumberIsTreatedAsMissing) {
  for (const std::string value : {"five", "-999", "+3", "3x", "0x3", "3.0", "", "1 2", "3,3"}) {
    const Parsed udp = datagram(ok(value, "v=0 and more"));
    EXPECT_EQ(udp->body, "v=0 and more");
    EXPECT_EQ(udp.defects(), (Found{{content_length_malformed, value}}));

    const Parsed tcp = stream(ok(value, "v=0 and more"));
    EXPECT_EQ(tcp->body, "v=0 and more");
    EXPECT_EQ(tcp->bytes, tcp.input());
    ASSERT_FALSE(tcp->defects.empty());
    EXPECT_EQ(tcp.defects().front(), (Broken{content_length_malformed, value}));
  }
}

TEST(ContentLength, BeyondAnyMemoryIsNotBelieved) {
  for (const std::string value : {"4294967295", "2147483648"}) {
    const Parsed response = datagram(ok(value, "v=0"));
    EXPECT_EQ(response->body, "v=0");
    EXPECT_EQ(response->bytes, response.input());
    EXPECT_EQ(response.defects(), (Found{{body_short, "v=0"}}));
  }
  for (const std::string value : {"4294967296", "18446744073709551616", "18446744073709551619"}) {
    const Parsed response = datagram(ok(value, "v=0"));
    EXPECT_EQ(response->body, "v=0");
    EXPECT_EQ(response.defects(), (Found{{content_length_malformed, value}}));
  }
}

TEST(Body, IsNotLookedInto) {
  const std::string body = "Via: not a header\nno colon\r\n\r\n\xFF";
  const Parsed response = datagram(ok(std::to_string(body.size()), body));
  EXPECT_EQ(response->body, body);
  EXPECT_EQ(response->headers.size(), 2U);
  EXPECT_EQ(response.defects(), intact);
}

}  // namespace
}  // namespace sipgloss::test
