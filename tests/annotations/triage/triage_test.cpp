// SPDX-License-Identifier: MIT
// Pages about a whole capture.
#include "sipgloss/triage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss {
namespace {

using test::Told;
using testing::HasSubstr;

TEST(Triage, CountsByClassCodeAndFinding) {
  const std::string page = Told(R"(
    0 a>b INVITE 1
    1 b>a 180 1 INVITE
    2 b>a 180 1 INVITE
    3 b>a 405 1 INVITE)")
                               .page();
  EXPECT_THAT(page, HasSubstr("Requests: 1  Responses: 3\n"));
  EXPECT_THAT(page, HasSubstr("2  1xx  provisional"));
  EXPECT_THAT(page, HasSubstr("1  405  Method Not Allowed"));
  EXPECT_THAT(page, HasSubstr("Failures by cause\n      1  capability mismatch\n"));
  EXPECT_THAT(page, HasSubstr("1  K405-1  error  405-without-allow  (RFC 3261 section 21.4.6)"));
}

TEST(Triage, FindingsAtRequestsAreCountedToo) {
  const std::string page = Told(R"(
    0 a>b MESSAGE 1
    1 b>a 403 1 MESSAGE
    2 a>b MESSAGE 2)")
                               .page();
  EXPECT_THAT(page, HasSubstr("1  DLG-38  warning  same-request-after-4xx"));
}

TEST(Triage, WhatFailedIsToldFirst) {
  const std::string page = Told(R"(
    0 a>b INVITE 1 call=1
    1 b>a 200 1 INVITE call=1
    2 a>b INVITE 1 call=2 branch=x
    3 b>a 486 1 INVITE call=2 branch=x)")
                               .page();
  const std::size_t failed = page.find("Calls with trouble: 1 of 2");
  const std::size_t others = page.find("Other calls: 1 of 2");
  ASSERT_NE(failed, std::string::npos);
  ASSERT_NE(others, std::string::npos);
  EXPECT_LT(failed, others);
  EXPECT_LT(others, page.find("Findings"));
  EXPECT_THAT(page, HasSubstr("Calls: 2 (1 answered, 1 busy)\n"));
  EXPECT_THAT(page, HasSubstr(std::string("       ") +
                              std::string(read_code(486).entry->meaning[0].en) + "\n"));
}

TEST(Triage, WhatIsNoSipMessageIsNotCounted) {
  Session session;
  Triage triage;
  const std::string bytes = "a=rtpmap:0 PCMU/8000";  // the rest of a message
  const Packet packet{.frame = 1, .bytes = bytes};
  const Message message = Message::parse(packet.wire());
  const MessageId id = session.observe(packet, message);
  Annotation annotation;
  session.annotate(id, packet, message, annotation);
  triage.add(session, packet, message, id, annotation);
  EXPECT_THAT(triage.text(Language::english, session), HasSubstr("Requests: 0  Responses: 0\n"));
}

TEST(Triage, AMessageWithoutACallIdIsOnlyCounted) {
  Session session;
  Triage triage;
  const std::string bytes =
      "INVITE sip:b@example.com SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK1\r\n"
      "CSeq: 1 INVITE\r\n\r\n";
  const Packet packet{.frame = 1, .bytes = bytes};
  const Message message = Message::parse(packet.wire());
  const MessageId id = session.observe(packet, message);
  Annotation annotation;
  session.annotate(id, packet, message, annotation);
  triage.add(session, packet, message, id, annotation);
  EXPECT_THAT(triage.text(Language::english, session), HasSubstr("Requests: 1  Responses: 0\n"));
  EXPECT_THAT(triage.text(Language::english, session),
              HasSubstr("Messages without a Call-ID, in no story: 1\n"));
}

TEST(Triage, AnEmptyCaptureIsSaidToBeEmpty) {
  EXPECT_THAT(Triage().text(Language::english, Session()),
              HasSubstr("Requests: 0  Responses: 0\n\nFindings\n  none\n"));
  EXPECT_EQ(ResponseList().text(Language::english), "No SIP response in this capture.\n");
}

/// Responses that are told one by one.
class Responses {
 public:
  void add(std::string_view start_line, std::string_view more = "") {
    const std::string bytes = std::string(start_line) +
                              "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
                              "From: <sip:alice@example.com>;tag=a\r\n"
                              "To: <sip:bob@example.com>;tag=b\r\nCall-ID: 1\r\n"
                              "CSeq: 1 INVITE\r\n" +
                              std::string(more) + "\r\n";
    const Message message = Message::parse({bytes});
    ++frame_;
    const Packet packet{
        .frame = frame_, .time = Time(std::chrono::seconds(frame_)), .bytes = bytes};
    Annotation annotation;
    annotate(message, annotation);
    list.add(packet, message, annotation);
  }

  ResponseList list;

 private:
  std::uint32_t frame_ = 0;
};

TEST(ResponseList, HasARowForEachResponse) {
  Responses capture;
  capture.add("SIP/2.0 486 Busy Here");
  const std::string page = capture.list.text(Language::english);
  EXPECT_THAT(page, HasSubstr("INVITE  486   Busy Here"));
  EXPECT_THAT(page, HasSubstr("ACK, try later"));
}

TEST(ResponseList, AFindingTellsMoreThanAFailureAndAFailureMoreThanAChallenge) {
  Responses capture;
  const auto telling = [&] {
    const std::string page = capture.list.text(Language::english);
    return page.substr(page.rfind(' ') + 1);
  };
  capture.add(
      "SIP/2.0 401 Unauthorized",
      "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"\r\n");
  EXPECT_EQ(telling(), "1\n");
  capture.add("SIP/2.0 486 Busy Here");
  EXPECT_EQ(telling(), "2\n");
  capture.add("SIP/2.0 405 Method Not Allowed");
  EXPECT_EQ(telling(), "3\n");
}

}  // namespace
}  // namespace sipgloss
