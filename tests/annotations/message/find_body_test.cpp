// SPDX-License-Identifier: MIT
// A body by its media type, also within a multipart body. RFC 3261 section 20.11, RFC 5621 sections
// 3 and 4, RFC 2046 section 5.1.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

/// A response with these header fields and this body.
Parsed with_body(std::initializer_list<std::string_view> headers, std::string_view body) {
  std::string text = "SIP/2.0 183 Session Progress\r\n";
  for (const std::string_view header : headers) text.append(header).append("\r\n");
  return datagram(text.append("\r\n").append(body));
}

/// The content of the first SDP that describes a session; "-" when there is none.
std::string sdp_of(const Parsed& parsed) {
  const auto body = find_body(*parsed, "application", "sdp", "session");
  return body ? std::string(body->content) : "-";
}

TEST(FindBody, TakesTheWholeBodyOfThatType) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: application/sdp"}, "v=0\r\n")), "v=0\r\n");
  EXPECT_EQ(sdp_of(with_body({"c: Application/SDP;charset=utf-8"}, "v=0\r\n")), "v=0\r\n");
}

TEST(FindBody, TakesNothingOfAnotherType) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: text/plain"}, "v=0\r\n")), "-");
  EXPECT_EQ(sdp_of(with_body({"Content-Type: application/sdp-x"}, "v=0\r\n")), "-");
  EXPECT_EQ(sdp_of(with_body({}, "v=0\r\n")), "-");
  EXPECT_EQ(sdp_of(with_body({"Content-Type: application/sdp"}, "")), "-");
}

TEST(FindBody, RespectsContentDisposition) {
  EXPECT_EQ(sdp_of(with_body(
                {"Content-Type: application/sdp", "Content-Disposition: session;handling=required"},
                "v=0\r\n")),
            "v=0\r\n");
  EXPECT_EQ(sdp_of(with_body(
                {"Content-Type: application/sdp", "Content-Disposition: early-session"}, "v=0")),
            "-");
  const Parsed text = with_body({"Content-Type: text/plain"}, "hello");
  EXPECT_EQ(find_body(*text, "text", "plain", "render")->content, "hello");
  EXPECT_FALSE(find_body(*text, "text", "plain", "session"));
  EXPECT_EQ(find_body(*text, "text", "plain")->disposition, "render");
}

TEST(FindBody, TakesNothingThatIsCompressed) {
  EXPECT_EQ(
      sdp_of(with_body({"Content-Type: application/sdp", "Content-Encoding: gzip"}, "v=0\r\n")),
      "-");
  EXPECT_EQ(sdp_of(with_body({"Content-Type: application/sdp", "e: identity"}, "v=0\r\n")),
            "v=0\r\n");
}

constexpr std::string_view mixed = "Content-Type: multipart/mixed;boundary=\"one two\"";

TEST(FindBody, LooksIntoAMultipartBody) {
  EXPECT_EQ(sdp_of(with_body({mixed},
                             "preamble\r\n--one two\r\nContent-Type: application/isup\r\n\r\n\x01"
                             "\r\n--one two \r\nContent-Type:\r\n application/sdp\r\n"
                             "Content-Disposition: session\r\n\r\nv=0\r\nm=audio 1 RTP/AVP 0\r\n"
                             "\r\n--one two--\r\nepilogue")),
            "v=0\r\nm=audio 1 RTP/AVP 0\r\n");
}

TEST(FindBody, LeavesTheLineEndBeforeTheDelimiterToIt) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=b"},
                             "--b\nContent-Type: application/sdp\n\nv=0\n--b--")),
            "v=0");
}

TEST(FindBody, LooksIntoAPartThatIsMultipart) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=a"},
                             "--a\r\nContent-Type: multipart/alternative;boundary=b\r\n\r\n"
                             "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b--\r\n--a--")),
            "v=0");
}

TEST(FindBody, TakesAPartOfTheDispositionAskedForAndNoOther) {
  const Parsed two = with_body({"Content-Type: multipart/mixed;boundary=b"},
                               "--b\r\nContent-Type: application/sdp\r\n"
                               "Content-Disposition: early-session\r\n\r\nearly\r\n"
                               "--b\r\nContent-Type: application/sdp\r\n\r\nusual\r\n--b--");
  EXPECT_EQ(sdp_of(two), "usual");
  EXPECT_EQ(find_body(*two, "application", "sdp", "early-session")->content, "early");
}

TEST(FindBody, TakesNoPartThatIsEncoded) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=b"},
                             "--b\r\nContent-Type: application/sdp\r\n"
                             "Content-Transfer-Encoding: base64\r\n\r\ndj0w\r\n--b--")),
            "-");
}

TEST(FindBody, TakesTheRestWhereTheLastDelimiterIsMissing) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=b"},
                             "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n")),
            "v=0\r\n");
}

TEST(FindBody, IsNotMisledByABoundaryThatBeginsAlike) {
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=b"},
                             "--bc\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n--b--")),
            "-");
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed"},
                             "--\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n----")),
            "-");
}

TEST(FindBody, GivesUpOnBodiesWithinBodiesWithoutEnd) {
  std::string body;
  for (int i = 0; i < 5000; ++i) body += "--b\r\nContent-Type: multipart/mixed;boundary=b\r\n\r\n";
  EXPECT_EQ(sdp_of(with_body({"Content-Type: multipart/mixed;boundary=b"}, body)), "-");
}

}  // namespace
}  // namespace sipgloss::test
