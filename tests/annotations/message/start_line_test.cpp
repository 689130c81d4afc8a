// SPDX-License-Identifier: MIT
// Status-Lines, Request-Lines, and lines that are neither. RFC 3261 sections 7.1 and 7.2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;
using Kind = Message::Kind;

TEST(StatusLine, ComesApartIntoVersionCodeAndPhrase) {
  const Parsed response = start_line("SIP/2.0 486 Busy Here");
  EXPECT_EQ(response->kind, Kind::response);
  EXPECT_TRUE(response->is_response());
  EXPECT_FALSE(response->is_request());
  EXPECT_EQ(response->start_line, "SIP/2.0 486 Busy Here");
  EXPECT_EQ(response->version, "SIP/2.0");
  EXPECT_EQ(response->status_digits, "486");
  EXPECT_EQ(response->status_code, 486U);
  EXPECT_EQ(response->reason_phrase, "Busy Here");
  EXPECT_EQ(response->method_name, "");
  EXPECT_EQ(response->request_uri, "");
  EXPECT_EQ(response.defects(), intact);
}

TEST(StatusLine, MayHaveAnEmptyPhraseBehindItsSpace) {
  const Parsed response = start_line("SIP/2.0 100 ");
  EXPECT_EQ(response->status_code, 100U);
  EXPECT_EQ(response->reason_phrase, "");
  EXPECT_EQ(response.defects(), intact);
}

TEST(StatusLine, IsReadWithoutTheSpaceBehindTheCodeButThatIsADefect) {
  const Parsed response = start_line("SIP/2.0 100");
  EXPECT_EQ(response->kind, Kind::response);
  EXPECT_EQ(response->status_code, 100U);
  EXPECT_EQ(response->reason_phrase, "");
  EXPECT_EQ(response.defects(), (Found{{start_line_spacing, "SIP/2.0 100"}}));
}

TEST(StatusLine, EndsAtItsLineEndWhateverFollows) {
  const Parsed response = datagram("SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP a.example.com\r\n\r\n");
  EXPECT_EQ(response->start_line, "SIP/2.0 200 OK");
  EXPECT_EQ(response->reason_phrase, "OK");
}

TEST(ReasonPhrase, MayBeAnyUtf8) {
  for (const char* phrase : {"此处忙", "= 2**3 * 5**2 \xD0\xBD\xD0\xBE", "caf\xC3\xA9",
                             "\xF0\x9F\x93\x9E", "a\tb", "50%25 (really); ok?", "it's ~ $1,-"}) {
    const Parsed response = start_line(std::string("SIP/2.0 200 ") + phrase);
    EXPECT_EQ(response->reason_phrase, phrase);
    EXPECT_EQ(response.defects(), intact) << phrase;
  }
}

/// A phrase, and the first byte in it that does not belong there.
struct OddPhrase {
  const char* phrase;
  const char* odd;
};

TEST(ReasonPhrase, WithBrokenUtf8IsKeptAsSent) {
  for (const auto& [phrase, odd] :
       {OddPhrase{"\xFF", "\xFF"}, OddPhrase{"OK\xC3", "\xC3"}, OddPhrase{"\xE6\xAD", "\xE6"},
        OddPhrase{"\xC3(", "\xC3"}, OddPhrase{"O\xFEK", "\xFE"},
        OddPhrase{"\xF0\x9F\x93", "\xF0"}}) {
    const Parsed response = start_line(std::string("SIP/2.0 200 ") + phrase);
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->status_code, 200U);
    EXPECT_EQ(response->reason_phrase, phrase);
    EXPECT_EQ(response.defects(), (Found{{reason_phrase_bytes, odd}}));
  }
}

TEST(ReasonPhrase, WithBytesThatItsGrammarLacksIsKeptAsSent) {
  for (const auto& [phrase, odd] :
       {OddPhrase{"O\x07K", "\x07"}, OddPhrase{"\x1B[31mred", "\x1B"}, OddPhrase{"del\x7F", "\x7F"},
        OddPhrase{"say \"OK\"", "\""}, OddPhrase{"a <b>", "<"}, OddPhrase{"100% sure", "%"},
        OddPhrase{"100%2", "%"}, OddPhrase{"%zz", "%"}, OddPhrase{"a [b]", "["}}) {
    const Parsed response = start_line(std::string("SIP/2.0 200 ") + phrase);
    EXPECT_EQ(response->reason_phrase, phrase);
    EXPECT_EQ(response.defects(), (Found{{reason_phrase_bytes, odd}}));
  }
}

TEST(StatusCode, IsInRangeFrom100To699) {
  for (const unsigned code : {100U, 199U, 200U, 486U, 600U, 699U}) {
    const Parsed response = start_line("SIP/2.0 " + std::to_string(code) + " Phrase");
    EXPECT_EQ(response->status_code, code);
    EXPECT_EQ(response.defects(), intact);
  }
}

TEST(StatusCode, OfThreeDigitsOutsideTheClassesIsOutOfRange) {
  struct Case {
    std::string digits;
    unsigned code;
  };
  for (const auto& [digits, code] :
       {Case{"000", 0}, Case{"007", 7}, Case{"099", 99}, Case{"700", 700}, Case{"999", 999}}) {
    const Parsed response = start_line("SIP/2.0 " + digits + " Phrase");
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->status_digits, digits);
    EXPECT_EQ(response->status_code, code);
    EXPECT_EQ(response->reason_phrase, "Phrase");
    EXPECT_EQ(response.defects(), (Found{{status_code_range, digits}}));
  }
}

TEST(StatusCode, OfOneOrTwoDigitsIsReadAsANumber) {
  struct Case {
    std::string digits;
    unsigned code;
  };
  for (const auto& [digits, code] : {Case{"2", 2}, Case{"20", 20}, Case{"00", 0}}) {
    const Parsed response = start_line("SIP/2.0 " + digits + " OK");
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->status_digits, digits);
    EXPECT_EQ(response->status_code, code);
    EXPECT_EQ(response.defects(),
              (Found{{status_code_length, digits}, {status_code_range, digits}}));
  }
}

TEST(StatusCode, OfMoreThanThreeDigitsIsNoNumber) {
  for (const std::string digits :
       {"2000", "4294967301", "123456789012", "99999999999999999999999999999999999999999999"}) {
    const Parsed response = start_line("SIP/2.0 " + digits + " OK");
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->status_digits, digits);
    EXPECT_EQ(response->status_code, 0U);
    EXPECT_EQ(response->reason_phrase, "OK");
    EXPECT_EQ(response.defects(),
              (Found{{status_code_length, digits}, {status_code_range, digits}}));
  }
}

TEST(StatusCode, WithOtherBytesBehindItsDigitsIsNoNumber) {
  const Parsed response = start_line("SIP/2.0 200OK fine");
  EXPECT_EQ(response->kind, Kind::response);
  EXPECT_EQ(response->status_digits, "200OK");
  EXPECT_EQ(response->status_code, 0U);
  EXPECT_EQ(response->reason_phrase, "fine");
  EXPECT_EQ(response.defects(), (Found{{status_code_length, "200OK"}}));
}

TEST(Version, IsWrittenInAnyCase) {
  const Parsed response = start_line("sip/2.0 200 OK");
  EXPECT_EQ(response->kind, Kind::response);
  EXPECT_EQ(response->version, "sip/2.0");
  EXPECT_EQ(response.defects(), intact);
  EXPECT_EQ(start_line("OPTIONS sip:a@example.com Sip/2.0").defects(), intact);
}

TEST(Version, OtherThanTwoIsReadAllTheSame) {
  for (const std::string version : {"SIP/1.0", "SIP/3.0", "SIP/2.1", "SIP/20", "SIP/"}) {
    const Parsed response = start_line(version + " 486 Busy Here");
    EXPECT_EQ(response->kind, Kind::response) << version;
    EXPECT_EQ(response->version, version);
    EXPECT_EQ(response->status_code, 486U);
    EXPECT_EQ(response->reason_phrase, "Busy Here");
    EXPECT_EQ(response.defects(), (Found{{version_unknown, version}}));
  }
  const Parsed request = start_line("OPTIONS sip:a@example.com SIP/7.0");
  EXPECT_EQ(request->kind, Kind::request);
  EXPECT_EQ(request->version, "SIP/7.0");
  EXPECT_EQ(request.defects(), (Found{{version_unknown, "SIP/7.0"}}));
}

TEST(StatusLine, WithDoubleSpacesIsReadAndReportedOnce) {
  for (const std::string line : {"SIP/2.0  486 Busy Here", "SIP/2.0    486 Busy Here"}) {
    const Parsed response = start_line(line);
    EXPECT_EQ(response->kind, Kind::response);
    EXPECT_EQ(response->version, "SIP/2.0");
    EXPECT_EQ(response->status_digits, "486");
    EXPECT_EQ(response->reason_phrase, "Busy Here");
    EXPECT_EQ(response.defects(), (Found{{start_line_spacing, line}}));
  }
}

TEST(RequestLine, ComesApartIntoMethodUriAndVersion) {
  const Parsed request = start_line("INVITE sip:bob@example.com;transport=tcp SIP/2.0");
  EXPECT_EQ(request->kind, Kind::request);
  EXPECT_TRUE(request->is_request());
  EXPECT_EQ(request->method_name, "INVITE");
  EXPECT_EQ(request->method(), Method::invite);
  EXPECT_EQ(request->request_uri, "sip:bob@example.com;transport=tcp");
  EXPECT_EQ(request->version, "SIP/2.0");
  EXPECT_EQ(request->status_code, 0U);
  EXPECT_EQ(request->status_digits, "");
  EXPECT_EQ(request->reason_phrase, "");
  EXPECT_EQ(request.defects(), intact);
}

TEST(RequestLine, TellsMethodsApartByCase) {
  EXPECT_EQ(start_line("REGISTER sip:example.com SIP/2.0")->method(), Method::register_);
  EXPECT_EQ(start_line("register sip:example.com SIP/2.0")->method(), Method::other);
  EXPECT_EQ(start_line("RE%47ISTER sip:example.com SIP/2.0")->method(), Method::other);
}

TEST(RequestLine, WithSpacesTooManyIsReadAndReportedOnce) {
  for (const std::string line :
       {"INVITE  sip:bob@example.com SIP/2.0", "INVITE sip:bob@example.com  SIP/2.0",
        "INVITE  sip:bob@example.com   SIP/2.0", "INVITE sip:bob@example.com SIP/2.0  "}) {
    const Parsed request = start_line(line);
    EXPECT_EQ(request->kind, Kind::request) << line;
    EXPECT_EQ(request->method_name, "INVITE");
    EXPECT_EQ(request->request_uri, "sip:bob@example.com");
    EXPECT_EQ(request->version, "SIP/2.0");
    EXPECT_EQ(request.defects(), (Found{{start_line_spacing, line}}));
  }
}

TEST(RequestLine, KeepsAUriWithASpaceInIt) {
  const Parsed request = start_line("INVITE sip:bob@example.com; lr SIP/2.0");
  EXPECT_EQ(request->kind, Kind::request);
  EXPECT_EQ(request->method_name, "INVITE");
  EXPECT_EQ(request->request_uri, "sip:bob@example.com; lr");
  EXPECT_EQ(request.defects(),
            (Found{{start_line_spacing, "INVITE sip:bob@example.com; lr SIP/2.0"}}));
}

TEST(RequestLine, KeepsAMethodThatIsNoToken) {
  const Parsed request = start_line("INV(ITE) sip:bob@example.com SIP/2.0");
  EXPECT_EQ(request->kind, Kind::request);
  EXPECT_EQ(request->method_name, "INV(ITE)");
  EXPECT_EQ(request->method(), Method::other);
  EXPECT_EQ(request.defects(), (Found{{method_token, "INV(ITE)"}}));
}

TEST(RequestLine, TakesEveryTokenCharacterInAMethod) {
  const Parsed request = start_line("aZ09-.!%*_+`'~ sip:bob@example.com SIP/2.0");
  EXPECT_EQ(request->method_name, "aZ09-.!%*_+`'~");
  EXPECT_EQ(request.defects(), intact);
}

TEST(StartLine, ThatIsNeitherIsADefectAndTheHeadersAreStillRead) {
  for (const std::string line :
       {"HTTP/1.1 200 OK", "GET / HTTP/1.1", "INVITE sip:bob@example.com", "SIP/2.0 OK", "SIP/2.0",
        "hello", "200 OK", "SIP", "SIPS/2.0 200 OK"}) {
    const Parsed other = datagram(message({line, "Call-ID: 1@example.com"}));
    EXPECT_EQ(other->kind, Kind::neither) << line;
    EXPECT_FALSE(other->is_response());
    EXPECT_FALSE(other->is_request());
    EXPECT_EQ(other->start_line, line);
    EXPECT_EQ(other->status_code, 0U);
    EXPECT_EQ(other->call_id(), "1@example.com");
    EXPECT_TRUE(other->headers_complete);
    EXPECT_EQ(other.defects(), (Found{{not_sip, line}}));
  }
}

TEST(BeginsLikeStatusLine, NeedsAVersionASpaceAndADigit) {
  EXPECT_TRUE(begins_like_status_line("SIP/2.0 200 OK\r\n"));
  EXPECT_TRUE(begins_like_status_line("SIP/2.0 2"));
  EXPECT_TRUE(begins_like_status_line("sip/2.0 404 Not Found\r\n"));
  EXPECT_TRUE(begins_like_status_line("SIP/7.0 200 OK"));
  EXPECT_TRUE(begins_like_status_line("SIP/2.0 4294967301 too long"));
  for (const char* other :
       {"", "S", "SIP", "SIP/", "SIP/2.0", "SIP/2.0 ", "SIP/2.0 OK", "HTTP/1.1 200 OK", "200",
        "INVITE sip:a@example.com SIP/2.0", "SIPS/2.0 200 OK", "XSIP/2.0 200 OK"}) {
    EXPECT_FALSE(begins_like_status_line(other)) << other;
  }
}

}  // namespace
}  // namespace sipgloss::test
