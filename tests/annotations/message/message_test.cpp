// SPDX-License-Identifier: MIT
// The header section of a message, whole and broken, and where a message begins. RFC 3261
// section 7.3.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;
using Kind = Message::Kind;
using namespace std::string_literals;
using namespace std::string_view_literals;

/// "Raw-Name=value" of each row.
Strings rows(const Message& message) {
  Strings list;
  for (const Header& header : message.headers) {
    list.push_back(std::string(header.raw_name).append("=").append(header.value));
  }
  return list;
}

TEST(Headers, AreKeptInOrderAsSent) {
  const Parsed response =
      datagram(message({"SIP/2.0 180 Ringing", "Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1",
                        "FROM: <sip:alice@example.com>;tag=1", "to: <sip:bob@example.com>;tag=2",
                        "Call-ID: 1@a.example.com", "CSeq: 7 INVITE", "X-Own: one, two"}));
  EXPECT_EQ(rows(*response),
            (Strings{"Via=SIP/2.0/UDP a.example.com;branch=z9hG4bK1",
                     "FROM=<sip:alice@example.com>;tag=1", "to=<sip:bob@example.com>;tag=2",
                     "Call-ID=1@a.example.com", "CSeq=7 INVITE", "X-Own=one, two"}));
  EXPECT_EQ(response->headers[0].name, HeaderName::via);
  EXPECT_EQ(response->headers[1].name, HeaderName::from);
  EXPECT_EQ(response->headers[2].name, HeaderName::to);
  EXPECT_EQ(response->headers[5].name, HeaderName::unknown);
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, AreFoundByNameTheFirstOfSeveral) {
  const Parsed response = response_with("Via: SIP/2.0/UDP b.example.com;branch=z9hG4bK2",
                                        "v: SIP/2.0/TCP a.example.com;branch=z9hG4bK1");
  ASSERT_NE(response->find(HeaderName::via), nullptr);
  EXPECT_EQ(response->find(HeaderName::via), &response->headers[0]);
  EXPECT_EQ(response->value(HeaderName::via), "SIP/2.0/UDP b.example.com;branch=z9hG4bK2");
  EXPECT_TRUE(response->has(HeaderName::via));
  EXPECT_EQ(response->top_via().host, "b.example.com");
  EXPECT_EQ(response->find(HeaderName::to), nullptr);
  EXPECT_EQ(response->value(HeaderName::to), "");
  EXPECT_FALSE(response->has(HeaderName::to));
}

TEST(Headers, AreReadOnDemandAndEmptyWhenAbsent) {
  const Parsed response =
      response_with("f: \"Alice\" <sip:alice@example.com>;tag=a1", "t: <sip:bob@example.com>",
                    "i: 99@example.com", "CSeq: 12 SUBSCRIBE");
  EXPECT_EQ(response->from().display_name, "Alice");
  EXPECT_EQ(response->from().tag, "a1");
  EXPECT_EQ(response->to().uri, "sip:bob@example.com");
  EXPECT_EQ(response->to().tag, std::nullopt);
  EXPECT_EQ(response->call_id(), "99@example.com");
  EXPECT_EQ(response->cseq().number, 12U);
  EXPECT_EQ(response->method(), Method::subscribe);

  const Parsed bare = response_with();
  EXPECT_EQ(bare->contact().uri, "");
  EXPECT_EQ(bare->top_via().raw, "");
  EXPECT_EQ(bare->cseq().number, std::nullopt);
  EXPECT_EQ(bare->from().uri, "");
  EXPECT_EQ(bare->to().uri, "");
  EXPECT_EQ(bare->call_id(), "");
  EXPECT_EQ(bare->method(), Method::other);
  EXPECT_EQ(bare.defects(), intact);
}

TEST(Headers, HaveCompactNames) {
  const Parsed response = response_with("v: SIP/2.0/UDP a.example.com", "m: <sip:b@example.com>",
                                        "k: 100rel", "L: 0", "s: lunch");
  EXPECT_EQ(response->headers[0].name, HeaderName::via);
  EXPECT_EQ(response->headers[0].raw_name, "v");
  EXPECT_EQ(response->headers[1].name, HeaderName::contact);
  EXPECT_EQ(response->headers[2].name, HeaderName::supported);
  EXPECT_EQ(response->headers[3].name, HeaderName::content_length);
  EXPECT_EQ(response->headers[3].raw_name, "L");
  EXPECT_EQ(response->headers[4].name, HeaderName::subject);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, HaveNoWhiteSpaceAroundNamesAndValues) {
  const Parsed response = response_with("Subject:lunch", "Subject:   lunch", "Subject : lunch",
                                        "Subject\t:\tlunch \t ", "Subject:", "Subject:   ");
  EXPECT_EQ(rows(*response), (Strings{"Subject=lunch", "Subject=lunch", "Subject=lunch",
                                      "Subject=lunch", "Subject=", "Subject="}));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, HoldTheirFolds) {
  const Parsed response =
      response_with("Subject: one\r\n two\r\n\tthree", "Contact:\r\n  <sip:bob@example.com>\r\n ",
                    "Organization: last");
  EXPECT_EQ(rows(*response), (Strings{"Subject=one\r\n two\r\n\tthree",
                                      "Contact=<sip:bob@example.com>", "Organization=last"}));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, WithAColonInTheValueEndTheirNameAtTheFirst) {
  const Parsed response = response_with("Alert-Info: <http://example.com:80/ring.wav>");
  EXPECT_EQ(rows(*response), (Strings{"Alert-Info=<http://example.com:80/ring.wav>"}));
}

TEST(LineEnds, OfLfAloneAreReadAndReportedOnce) {
  const Parsed response = datagram(
      "SIP/2.0 404 Not Found\n"
      "Via: SIP/2.0/UDP a.example.com;branch=z9hG4bK1\n"
      "Subject: one\n two\n"
      "Content-Length: 2\n"
      "\n"
      "hi");
  EXPECT_EQ(response->start_line, "SIP/2.0 404 Not Found");
  EXPECT_EQ(rows(*response), (Strings{"Via=SIP/2.0/UDP a.example.com;branch=z9hG4bK1",
                                      "Subject=one\n two", "Content-Length=2"}));
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response->body, "hi");
  EXPECT_EQ(response.defects(), (Found{{line_end_not_crlf, "SIP/2.0 404 Not Found"}}));
}

TEST(LineEnds, AreReportedAtTheFirstLineThatLacksCrLf) {
  const Parsed response = datagram("SIP/2.0 200 OK\r\nSubject: a\nCall-ID: 1\nPriority: b\r\n\r\n");
  EXPECT_EQ(rows(*response), (Strings{"Subject=a", "Call-ID=1", "Priority=b"}));
  EXPECT_EQ(response.defects(), (Found{{line_end_not_crlf, "Subject: a"}}));
}

TEST(LineEnds, OfTheBlankLineCountAsWell) {
  const Parsed response = datagram("SIP/2.0 200 OK\r\nSubject: a\r\n\n");
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response.defects(), (Found{{line_end_not_crlf, ""}}));
}

TEST(LineEnds, OfCrAloneAreReadAndReportedOnce) {
  const Parsed response = datagram("SIP/2.0 200 OK\rSubject: a\rCall-ID: 1\r\r");
  EXPECT_EQ(response->start_line, "SIP/2.0 200 OK");
  EXPECT_EQ(rows(*response), (Strings{"Subject=a", "Call-ID=1"}));
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response.defects(), (Found{{line_end_not_crlf, "SIP/2.0 200 OK"}}));
}

TEST(LineEnds, BeforeTheStartLineAreSkipped) {
  for (const std::string_view before : {"\r\n"sv, "\r\n\r\n"sv, "\r\n\r\n\r\n\r\n\r\n"sv}) {
    const Parsed response = datagram(std::string(before) + "SIP/2.0 200 OK\r\nSubject: a\r\n\r\n");
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->start_line, "SIP/2.0 200 OK");
    EXPECT_EQ(response->bytes, "SIP/2.0 200 OK\r\nSubject: a\r\n\r\n");
    EXPECT_EQ(response->bytes.data(), response.input().data() + before.size());
    EXPECT_EQ(response.defects(), intact);
  }
}

TEST(BlankLine, IsMissingBehindTheLastHeader) {
  const Parsed response = datagram("SIP/2.0 200 OK\r\nCall-ID: 1\r\nSubject: lunch\r\n");
  EXPECT_EQ(rows(*response), (Strings{"Call-ID=1", "Subject=lunch"}));
  EXPECT_FALSE(response->headers_complete);
  EXPECT_EQ(response->body, "");
  EXPECT_EQ(response->bytes, response.input());
  EXPECT_EQ(response.defects(), (Found{{blank_line_missing, "Subject: lunch"}}));
}

TEST(BlankLine, IsMissingBehindAHeaderWithoutLineEnd) {
  const Parsed response = datagram("SIP/2.0 200 OK\r\nCall-ID: 1\r\nSubject: lunch");
  EXPECT_EQ(rows(*response), (Strings{"Call-ID=1", "Subject=lunch"}));
  EXPECT_FALSE(response->headers_complete);
  EXPECT_EQ(response.defects(), (Found{{blank_line_missing, "Subject: lunch"}}));
}

TEST(BlankLine, IsMissingBehindTheStartLine) {
  for (const char* text : {"SIP/2.0 200 OK\r\n", "SIP/2.0 200 OK"}) {
    const Parsed response = datagram(text);
    EXPECT_EQ(response->status_code, 200U);
    EXPECT_EQ(response->reason_phrase, "OK");
    EXPECT_EQ(response->bytes, text);
    EXPECT_TRUE(response->headers.empty());
    EXPECT_FALSE(response->headers_complete);
    EXPECT_EQ(response.defects(), (Found{{blank_line_missing, "SIP/2.0 200 OK"}}));
  }
}

TEST(Truncated, MessagesDoNotMissTheirBlankLine) {
  for (const char* text :
       {"SIP/2.0 200 OK\r\nCall-ID: 1\r\nSubject: lun", "SIP/2.0 200 OK\r\nCall-ID: 1\r\n"}) {
    const Parsed response = cut_datagram(text);
    EXPECT_TRUE(response->truncated);
    EXPECT_FALSE(response->headers_complete);
    EXPECT_EQ(response->call_id(), "1");
    EXPECT_EQ(response.defects(), intact) << text;
  }
}

TEST(Truncated, MessagesHaveNoDefectWhereverTheyAreCut) {
  const std::string whole = message(
      {"SIP/2.0 200 OK", "Via: SIP/2.0/UDP a.example.com:5060;branch=z9hG4bK1;received=192.0.2.1",
       "From: \"Alice \\\"A\\\"\" <sip:a@example.com>;tag=1", "To :\r\n <sip:b@example.com>;tag=2",
       "CSeq: 1 INVITE", "Contact: <sip:b@example.com>, <sip:c@example.com>",
       "WWW-Authenticate: Digest realm=\"a, b\", nonce=\"n\"", "Retry-After: 120 (soon);duration=1",
       "Warning: 399 a \"x\", 399 b \"y\"", "Content-Type: text/plain", "Content-Length: 4"},
      "body");
  ASSERT_EQ(datagram(whole).defects(), intact);
  const std::size_t start_line_end = whole.find('\r');
  for (std::size_t length = start_line_end; length <= whole.size(); ++length) {
    for (const Parsed& cut : {cut_datagram(std::string_view(whole).substr(0, length)),
                              cut_stream(std::string_view(whole).substr(0, length))}) {
      EXPECT_EQ(cut->status_code, 200U);
      ASSERT_EQ(cut.defects(), intact) << "behind " << whole.substr(0, length);
    }
  }
}

TEST(Truncated, StartLinesAreAtMostNotRecognised) {
  for (const std::string whole : {"SIP/2.0 486 此处忙", "INVITE sip:bob@example.com SIP/2.0"}) {
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const Parsed cut = cut_datagram(whole.substr(0, length));
      const Found not_recognised{{not_sip, whole.substr(0, length)}};
      ASSERT_EQ(cut.defects(), cut->kind == Kind::neither ? not_recognised : intact);
    }
  }
}

TEST(NulByte, InAHeaderIsKeptAndReportedOnce) {
  const Parsed response =
      response_with("Call-ID: 1", "Subject: a\0b"sv, "Organization: c\0d\0"sv, "Priority: e");
  EXPECT_EQ(rows(*response),
            (Strings{"Call-ID=1", "Subject=a\0b"s, "Organization=c\0d\0"s, "Priority=e"}));
  EXPECT_EQ(response.defects(), (Found{{nul_byte, "Subject: a\0b"s}}));
}

TEST(NulByte, InTheStartLineIsKept) {
  const Parsed response = start_line("SIP/2.0 200 O\0K"sv);
  EXPECT_EQ(response->kind, Kind::response);
  EXPECT_EQ(response->reason_phrase, "O\0K"sv);
  const Found defects = response.defects();
  EXPECT_NE(std::find(defects.begin(), defects.end(), Broken{nul_byte, "SIP/2.0 200 O\0K"s}),
            defects.end());
}

TEST(NulByte, InTheBodyIsNoDefect) {
  const Parsed response = datagram(message({"SIP/2.0 200 OK", "Content-Length: 3"}, "a\0b"sv));
  EXPECT_EQ(response->body, "a\0b"sv);
  EXPECT_EQ(response.defects(), intact);
}

TEST(NulByte, EscapedInAQuotedStringIsAllowed) {
  const Parsed response = response_with("To: \"NUL:\\\0\" <sip:bob@example.com>"sv);
  EXPECT_EQ(response->to().display_name, "NUL:\\\0"sv);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, WithBrokenUtf8AreKeptAsSent) {
  const Parsed response = response_with("Subject: \xFF\xC3(", "Organization: \xE6\xAD");
  EXPECT_EQ(rows(*response), (Strings{"Subject=\xFF\xC3(", "Organization=\xE6\xAD"}));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, WithoutAColonAreReportedAndTheNextIsRead) {
  const Parsed response = response_with("Call-ID: 1", "this is no header field", "Subject: a");
  EXPECT_EQ(response->call_id(), "1");
  EXPECT_EQ(response->value(HeaderName::subject), "a");
  EXPECT_TRUE(response->headers_complete);
  EXPECT_EQ(response.defects(), (Found{{header_without_colon, "this is no header field"}}));
}

TEST(Headers, WithoutANameAreReportedAndTheNextIsRead) {
  const Parsed response = response_with(": nameless", "Subject: a");
  EXPECT_EQ(response->value(HeaderName::subject), "a");
  EXPECT_EQ(response.defects(), (Found{{header_name_token, ": nameless"}}));
}

TEST(Headers, WhoseNameIsNoTokenAreReportedAndTheNextIsRead) {
  for (const std::string name : {"Two Words", "a(b)", "caf\xC3\xA9", "a@b", "\"Subject\""}) {
    const Parsed response = response_with(name + ": x", "Subject: a");
    EXPECT_EQ(response->value(HeaderName::subject), "a");
    EXPECT_EQ(response.defects(), (Found{{header_name_token, name + ": x"}}));
  }
}

TEST(Headers, OfACopyStandOnItsOwnBytes) {
  std::string sent =
      "SIP/2.0 200 OK\r\n"
      "Via: SIP/2.0/UDP a:5070;branch=z9hG4bK1;received=192.0.2.1;rport=5071;maddr=m, "
      "SIP/2.0/TCP b\r\n"
      "From: <sip:alice@a>;tag=f\r\nTo: <sip:bob@b>;tag=t\r\nCSeq: 7 INVITE\r\n"
      "Contact: \"B\" <sip:b@c>, <sip:d@e>\r\n\r\nbody";
  std::string kept = sent;
  Message copy;
  copy.assign(Message::parse({sent}), kept.data());
  sent.assign(sent.size(), '?');
  EXPECT_EQ(copy.bytes, kept);
  EXPECT_EQ(copy.reason_phrase, "OK");
  EXPECT_EQ(copy.headers.back().raw_name, "Contact");
  EXPECT_EQ(copy.top_via().host, "a");
  EXPECT_EQ(copy.top_via().branch, "z9hG4bK1");
  EXPECT_EQ(copy.top_via().received, "192.0.2.1");
  EXPECT_EQ(copy.top_via().rport, "5071");
  EXPECT_EQ(copy.top_via().maddr, "m");
  EXPECT_EQ(copy.second_via(), "SIP/2.0/TCP b");
  EXPECT_EQ(copy.from().tag, "f");
  EXPECT_EQ(copy.to().tag, "t");
  EXPECT_EQ(copy.cseq().method_name, "INVITE");
  EXPECT_EQ(copy.contact().uri, "sip:b@c");
  EXPECT_EQ(copy.body, "body");
}

TEST(Headers, NeverJudgeWhatIsUnknown) {
  const Parsed response = response_with("UnknownHeaderWithUnusualValue: ;;,,;;,;",
                                        "X-Own: \"open <sip:", "!.%*_+`'~-1: \xFF");
  EXPECT_EQ(response->headers.size(), 3U);
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, MayBeTenThousand) {
  std::string text = "SIP/2.0 200 OK\r\n";
  for (int i = 0; i < 10'000; ++i) text += "Via: SIP/2.0/UDP h" + std::to_string(i) + "\r\n";
  const Parsed response = datagram(text + "\r\n");
  ASSERT_EQ(response->headers.size(), 10'000U);
  EXPECT_EQ(response->headers[9'999].value, "SIP/2.0/UDP h9999");
  EXPECT_EQ(response->top_via().host, "h0");
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, MayBe64KibibytesLong) {
  const std::string subject(64 * 1024, 's');
  const Parsed response = response_with("Subject: " + subject, "Call-ID: 1");
  EXPECT_EQ(response->value(HeaderName::subject), subject);
  EXPECT_EQ(response->call_id(), "1");
  EXPECT_EQ(response.defects(), intact);
}

TEST(Headers, BrokenTenThousandTimesAreReportedNoMoreOftenThanThat) {
  std::string text = "SIP/2.0 200 OK\r\n";
  for (int i = 0; i < 10'000; ++i) text += "broken\r\n";
  const Parsed response = datagram(text + "Call-ID: 1\r\n\r\n");
  EXPECT_EQ(response->call_id(), "1");
  EXPECT_LE(response->defects.size(), 10'000U);
  EXPECT_GE(response->defects.size(), 1U);
}

TEST(Nothing, IsNotSip) {
  for (const char* text : {"", "\r\n", "\r\n\r\n"}) {
    const Parsed nothing = datagram(text);
    EXPECT_EQ(nothing->kind, Kind::neither);
    EXPECT_EQ(nothing->start_line, "");
    EXPECT_EQ(nothing->bytes, "");
    EXPECT_EQ(nothing->body, "");
    EXPECT_TRUE(nothing->headers.empty());
    EXPECT_FALSE(nothing->headers_complete);
    EXPECT_EQ(nothing.defects(), (Found{{not_sip, ""}, {blank_line_missing, ""}}));
  }
}

TEST(Garbage, IsNotSip) {
  const Parsed garbage = datagram("\x80\x60\x12\x34\0\0\0\xFF\x7F\x01\x02\x03\xFE"sv);
  EXPECT_EQ(garbage->kind, Kind::neither);
  EXPECT_EQ(garbage->start_line, garbage.input());
  EXPECT_EQ(garbage->bytes, garbage.input());
  EXPECT_TRUE(garbage->headers.empty());
  ASSERT_FALSE(garbage->defects.empty());
  EXPECT_EQ(garbage.defects().front(), (Broken{not_sip, std::string(garbage.input())}));
}

TEST(Describe, HasASentenceInBothLanguagesForEveryDefect) {
  for (auto kind = not_sip; kind <= body_excess;
       kind = static_cast<DefectKind>(static_cast<int>(kind) + 1)) {
    EXPECT_TRUE(well_formed(describe(kind))) << name_of(kind);
  }
}

}  // namespace
}  // namespace sipgloss::test
