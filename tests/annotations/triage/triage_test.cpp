// SPDX-License-Identifier: MIT
// Pages about a whole capture.
#include "sipgloss/triage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sipgloss {
namespace {

using testing::HasSubstr;

/// Messages between two phones, and the pages made of them.
class Capture {
 public:
  void add(std::string_view start_line, std::string_view call, std::string_view method = "INVITE",
           std::string_view more = "") {
    const std::string bytes = std::string(start_line) +
                              "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\n"
                              "From: <sip:alice@example.com;transport=udp>;tag=a\r\n"
                              "To: <sip:bob@example.com>;tag=b\r\nCall-ID: " +
                              std::string(call) + "\r\nCSeq: 1 " + std::string(method) + "\r\n" +
                              std::string(more) + "\r\n";
    const Message message = Message::parse({bytes});
    ++frame_;
    const Packet packet{
        .frame = frame_, .time = Time(std::chrono::seconds(frame_)), .bytes = bytes};
    if (!message.is_response()) return triage.add(packet, message, nullptr);
    Annotation annotation;
    annotate(message, annotation);
    triage.add(packet, message, &annotation);
    list.add(packet, message, annotation);
  }

  Triage triage;
  ResponseList list;

 private:
  std::uint32_t frame_ = 0;
};

constexpr char invite[] = "INVITE sip:bob@example.com SIP/2.0";

TEST(Triage, CountsByClassCodeAndFinding) {
  Capture capture;
  capture.add(invite, "1");
  capture.add("SIP/2.0 180 Ringing", "1");
  capture.add("SIP/2.0 180 Ringing", "1");
  capture.add("SIP/2.0 405 Method Not Allowed", "1");
  const std::string page = capture.triage.text(Language::english);
  EXPECT_THAT(page, HasSubstr("Requests: 1  Responses: 3"));
  EXPECT_THAT(page, HasSubstr("2  1xx  provisional"));
  EXPECT_THAT(page, HasSubstr("1  405  Method Not Allowed"));
  EXPECT_THAT(page, HasSubstr("Failures by cause\n      1  capability mismatch\n"));
  EXPECT_THAT(page, HasSubstr("1  K405-1  error  405-without-allow  (RFC 3261 section 21.4.6)"));
}

TEST(Triage, ListsACallThatFailedWithItsReason) {
  Capture capture;
  capture.add(invite, "1");
  capture.add("SIP/2.0 486 Busy Here", "1");
  const std::string page = capture.triage.text(Language::both);
  EXPECT_THAT(page, HasSubstr("Calls that failed / 失败的呼叫: 1 / 1"));
  EXPECT_THAT(page, HasSubstr("alice@example.com"));
  EXPECT_THAT(page, HasSubstr("486 Busy Here / 此处忙"));
  EXPECT_THAT(page, HasSubstr(read_code(486).entry->meaning[0].zh));
}

TEST(Triage, ACallThatWasAnsweredDidNotFail) {
  Capture capture;
  capture.add(invite, "1");
  capture.add("SIP/2.0 407 Proxy Authentication Required", "1");
  capture.add(invite, "1");
  capture.add("SIP/2.0 200 OK", "1");
  EXPECT_THAT(capture.triage.text(Language::english), HasSubstr("Calls that failed: 0 / 1"));
}

TEST(Triage, TheLastFinalResponseIsTheOutcome) {
  Capture capture;  // a branch of a forked call is busy, then the proxy gives up
  capture.add("SIP/2.0 486 Busy Here", "1");
  capture.add("SIP/2.0 480 Temporarily Unavailable", "1");
  const std::string page = capture.triage.text(Language::english);
  EXPECT_THAT(page, HasSubstr("480 Temporarily Unavailable\n"));
  EXPECT_THAT(page, HasSubstr("Calls that failed: 1 / 1"));
}

TEST(Triage, ARedirectionOrARefusedRegistrationIsNoFailedCall) {
  Capture capture;
  capture.add("SIP/2.0 302 Moved Temporarily", "1");
  capture.add("SIP/2.0 403 Forbidden", "2", "REGISTER");
  EXPECT_THAT(capture.triage.text(Language::english), HasSubstr("Calls that failed: 0 / 1"));
}

TEST(Triage, WhatIsNoSipMessageIsNotCounted) {
  Capture capture;  // the rest of a message whose beginning was not captured
  capture.add("a=rtpmap:0 PCMU/8000", "1");
  EXPECT_THAT(capture.triage.text(Language::english), HasSubstr("Requests: 0  Responses: 0"));
}

TEST(Triage, AnEmptyCaptureIsSaidToBeEmpty) {
  EXPECT_THAT(Triage().text(Language::english), HasSubstr("Requests: 0  Responses: 0"));
  EXPECT_EQ(ResponseList().text(Language::english), "No SIP response in this capture.\n");
}

TEST(ResponseList, HasARowForEachResponse) {
  Capture capture;
  capture.add("SIP/2.0 486 Busy Here", "1");
  const std::string page = capture.list.text(Language::english);
  EXPECT_THAT(page, HasSubstr("INVITE  486   Busy Here"));
  EXPECT_THAT(page, HasSubstr("ACK, try later"));
}

TEST(ResponseList, AFindingTellsMoreThanAFailureAndAFailureMoreThanAChallenge) {
  Capture capture;
  const auto telling = [&] {
    const std::string page = capture.list.text(Language::english);
    return page.substr(page.rfind(' ') + 1);
  };
  capture.add(
      "SIP/2.0 401 Unauthorized", "1", "INVITE",
      "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth\"\r\n");
  EXPECT_EQ(telling(), "1\n");
  capture.add("SIP/2.0 486 Busy Here", "1");
  EXPECT_EQ(telling(), "2\n");
  capture.add("SIP/2.0 405 Method Not Allowed", "1");
  EXPECT_EQ(telling(), "3\n");
}

}  // namespace
}  // namespace sipgloss
