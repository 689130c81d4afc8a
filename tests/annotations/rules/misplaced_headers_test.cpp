// SPDX-License-Identifier: MIT
// Header fields where they do not belong: what a page cannot show, because it would need bytes that
// are no text, or a message that is no proper one.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/engine.hpp"

namespace sipgloss::test {
namespace {

/// The verdict of a rule on a message with that status code, method, rows and body.
Verdict::Kind verdict(std::string_view code, std::string_view status, std::string_view cseq,
                      std::string_view rows, std::string_view body = {}) {
  const std::string text = fmt::format(
      "SIP/2.0 {}\r\nVia: SIP/2.0/UDP a.example.com;branch=z9hG4bK1\r\n"
      "From: <sip:alice@example.com>;tag=a1\r\nTo: <sip:bob@example.com>;tag=b1\r\n"
      "Call-ID: 1@a.example.com\r\n{}{}Content-Length: {}\r\n\r\n{}",
      status, cseq, rows, body.size(), body);
  const Message message = Message::parse({.bytes = text});
  const Rule* const rule = find_rule(code);
  EXPECT_NE(rule, nullptr) << code;
  return rule == nullptr ? Verdict::Kind::unknown : ask(*rule, Seen{message}).kind();
}

using Kind = Verdict::Kind;

constexpr std::string_view invite = "CSeq: 1 INVITE\r\n";
constexpr std::string_view extension = "CSeq: 1 HELLO\r\n";
constexpr std::string_view nothing;

TEST(MisplacedHeaders, AreNotJudgedByAMethodThatNobodyKnows) {
  constexpr std::string_view timer = "Session-Expires: 1800;refresher=uas\r\n";
  EXPECT_EQ(verdict("HDR-07", "200 OK", extension, timer), Kind::unknown);
  EXPECT_EQ(verdict("HDR-07", "200 OK", nothing, timer), Kind::unknown);
  EXPECT_EQ(verdict("HDR-07", "404 Not Found", extension, timer), Kind::broken);
  EXPECT_EQ(verdict("HDR-34", "200 OK", nothing, "Require: nosub\r\n"), Kind::unknown);
  EXPECT_EQ(verdict("HDR-34", "202 Accepted", "CSeq: 1 REFER\r\n", "Require: nosub\r\n"),
            Kind::broken);
}

TEST(MisplacedHeaders, OfCodesThatNobodyKnowsAreReadAsOfTheirClass) {
  constexpr std::string_view later = "Retry-After: 5\r\n";
  EXPECT_EQ(verdict("HDR-11", "599 Later", invite, later), Kind::holds);
  EXPECT_EQ(verdict("HDR-11", "502 Bad Gateway", invite, later), Kind::broken);
  EXPECT_EQ(verdict("HDR-11", "499 Later", invite, later), Kind::broken);
}

constexpr std::string_view sdp = "Content-Type: application/sdp\r\n";
constexpr std::string_view gzip("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\x2b\xb3\x35\xe0\x02\x00",
                                16);

TEST(ContentEncoding, IsMissedWhereTheBodyIsGzipData) {
  const auto with = [](std::string_view rows) {
    return verdict("HDR-32", "200 OK", invite, rows, gzip);
  };
  EXPECT_EQ(with(sdp), Kind::broken);
  EXPECT_EQ(with("Content-Type: application/pidf+xml\r\n"), Kind::broken);
  EXPECT_EQ(with("Content-Type: application/sdp\r\ne: GZIP\r\n"), Kind::holds);
  EXPECT_EQ(with("Content-Type: application/gzip\r\n"), Kind::unknown);
  EXPECT_EQ(with(""), Kind::unknown);
}

TEST(ContentEncoding, IsNotJudgedByTooLittle) {
  const auto with = [](std::string_view rows, std::string_view body) {
    return verdict("HDR-32", "200 OK", invite, rows, body);
  };
  constexpr std::string_view encoded = "Content-Type: text/plain\r\nContent-Encoding: deflate\r\n";
  EXPECT_EQ(with(encoded, "short"), Kind::holds);
  EXPECT_EQ(with(encoded, "a text of plain letters"), Kind::broken);
  EXPECT_EQ(with(encoded, "a text of letters \xe4\xb8\xad"), Kind::holds);
  EXPECT_EQ(with("Content-Type: text/plain\r\nContent-Encoding:\r\n", "a text of plain letters"),
            Kind::holds);
  EXPECT_EQ(with("Content-Type: text/plain\r\nContent-Encoding: gzip, base64\r\n",
                 "H4sIAAAAAAAAAyuzNeACAA=="),
            Kind::unknown);
}

TEST(SoftwareVersion, IsFoundInWhatProductsWrite) {
  const auto told = [](std::string_view server) {
    return verdict("HDR-33", "200 OK", invite, fmt::format("Server: {}\r\n", server)) ==
           Kind::broken;
  };
  EXPECT_TRUE(told("FreeSWITCH-mod_sofia/1.10.7-release"));
  EXPECT_TRUE(told("Cisco-SIPGateway/IOS-15.4.3.M"));
  EXPECT_TRUE(told("HomeServer v2"));
  EXPECT_TRUE(told("Example/8.1.3.2"));
  EXPECT_TRUE(told("Version 4.5."));
  EXPECT_FALSE(told("Example 192.0.2.1"));
  EXPECT_FALSE(told("3CX Phone System"));
  EXPECT_FALSE(told("Example (x86_64/linux) IPv6"));
  EXPECT_FALSE(told("Example 7"));
  EXPECT_FALSE(told("..."));
  EXPECT_FALSE(told(""));
}

}  // namespace
}  // namespace sipgloss::test
