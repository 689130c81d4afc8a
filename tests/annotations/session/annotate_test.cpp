// SPDX-License-Identifier: MIT
// What is said of one response by itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sipgloss/session.hpp"

namespace sipgloss {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

/// A response that breaks no rule, with the start line and header fields at hand.
std::string response(std::string_view start_line, std::string_view method,
                     std::string_view more = "") {
  return std::string(start_line) +
         "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1\r\nFrom: <sip:alice@example.com>;tag=a\r\n"
         "To: <sip:bob@example.com>;tag=b\r\nCall-ID: 1@192.0.2.1\r\nCSeq: 1 " +
         std::string(method) + "\r\n" + std::string(more) + "Content-Length: 0\r\n\r\n";
}

struct Annotated {
  std::string bytes;
  Message message = Message::parse({bytes});
  Annotation annotation;

  explicit Annotated(std::string text) : bytes(std::move(text)) { annotate(message, annotation); }
  const Annotation* operator->() const { return &annotation; }
};

TEST(Annotate, TellsNameClassAndSourceOfAKnownCode) {
  const Annotated busy(response("SIP/2.0 486 Busy Here", "INVITE"));
  EXPECT_EQ(busy->code, 486U);
  EXPECT_EQ(busy->response_class, ResponseClass::client_failure);
  EXPECT_EQ(busy->name, (Text{"Busy Here", "此处忙"}));
  EXPECT_EQ(busy->explanation->defined_in, (Citation{3261, "21.4.24"}));
  EXPECT_TRUE(busy->known());
  EXPECT_THAT(busy->findings, IsEmpty());
  EXPECT_EQ(busy->summary, (Text{"486 Busy Here: callee busy, or rejects the call → ACK, try later",
                                 "486 此处忙：被叫忙或拒接 → ACK，稍后再试"}));
}

TEST(Annotate, NextStepsFollowTheMethod) {
  const Annotated invite(response("SIP/2.0 200 OK", "INVITE", "Contact: <sip:bob@192.0.2.2>\r\n"));
  const Annotated registration(response("SIP/2.0 200 OK", "REGISTER"));
  const Annotated bye(response("SIP/2.0 200 OK", "BYE"));
  EXPECT_THAT(invite->explanation->next.front().en, HasSubstr("ACK"));
  EXPECT_THAT(registration->explanation->next.front().en, HasSubstr("REGISTER again"));
  EXPECT_THAT(bye->explanation->next.front().en, StartsWith("Nothing more follows"));
  EXPECT_EQ(bye->explanation->next_brief, (Text{"nothing", "无"}));
}

TEST(Annotate, ReadsAnUnknownCodeAsX00OfItsClassAndSaysSo) {
  const Annotated odd(response("SIP/2.0 499 Odd Thing", "INVITE"));
  EXPECT_EQ(odd->name, (Text{"Odd Thing", "未知的 4xx 响应"}));
  EXPECT_FALSE(odd->known());
  EXPECT_EQ(odd->explanation->code, 400U);
  EXPECT_THAT(odd->preface.en, StartsWith("499 is not among the codes known here"));
  EXPECT_THAT(odd->preface.zh, HasSubstr("400 错误请求"));
}

TEST(Annotate, NamesAnUnknownCodeWithoutReasonPhraseByItsClass) {
  EXPECT_EQ(Annotated(response("SIP/2.0 499 ", "INVITE"))->name.en, "Unknown 4xx response");
}

TEST(Annotate, ShowsTheReasonPhraseOfAnUnknownCodeSafely) {
  EXPECT_EQ(Annotated(response("SIP/2.0 499 a\x01\xff", "INVITE"))->name.en, "a\\x01\\xff");
}

TEST(Annotate, ACodeOutsideOfTheClassesIsCalledIllegal) {
  for (const char* line :
       {"SIP/2.0 700 What", "SIP/2.0 099 What", "SIP/2.0 4294967301 What", "SIP/2.0 4x6 What"}) {
    const Annotated odd(response(line, "INVITE"));
    EXPECT_EQ(odd->name.en, "Not a SIP status code") << line;
    EXPECT_FALSE(odd->response_class) << line;
    EXPECT_FALSE(odd->explanation->meaning.empty() || odd->explanation->next.empty()) << line;
    EXPECT_FALSE(odd->summary.empty()) << line;
    EXPECT_THAT(odd->findings, Not(IsEmpty())) << line;
  }
}

TEST(Annotate, ListsWhatIsBrokenAndMarksItInTheSummary) {
  const Annotated refused(response("SIP/2.0 405 Method Not Allowed", "INVITE"));
  ASSERT_EQ(refused->findings.size(), 1U);
  EXPECT_EQ(refused->findings[0].rule->code, "K405-1");
  EXPECT_EQ(refused->findings[0].bytes, "SIP/2.0 405 Method Not Allowed");
  EXPECT_THAT(refused->summary.en,
              AllOf(StartsWith("405 Method Not Allowed"), HasSubstr("[K405-1]")));
  EXPECT_EQ(worst_level(refused.annotation), Level::must);
}

TEST(Explain, LooksForNoBrokenRules) {
  const std::string bytes = response("SIP/2.0 405 Method Not Allowed", "INVITE");
  const Message message = Message::parse({bytes});
  Annotation annotation;
  explain(message, annotation);
  EXPECT_THAT(annotation.findings, IsEmpty());
  EXPECT_EQ(annotation.name.en, "Method Not Allowed");
}

// Each status line, by itself and with rubbish around it, leaves no text empty.
TEST(Annotate, LeavesNoTextEmptyForAnyCode) {
  Annotation annotation;
  for (int code = 0; code < 1000; ++code) {
    for (const char* method :
         {"INVITE", "REGISTER", "BYE", "CANCEL", "SUBSCRIBE", "ACK", "", "FOO"}) {
      const std::string bytes = response("SIP/2.0 " + std::to_string(code) + " x", method);
      const Message message = Message::parse({bytes});
      annotate(message, annotation);
      ASSERT_FALSE(annotation.name.en.empty() || annotation.name.zh.empty()) << bytes;
      const Explanation& said = *annotation.explanation;
      ASSERT_FALSE(said.meaning.empty() || said.next.empty()) << bytes;
      ASSERT_FALSE(annotation.summary.en.empty() || annotation.summary.zh.empty()) << bytes;
      for (const std::vector<Text>* texts : std::initializer_list<const std::vector<Text>*>{
               &said.meaning, &said.practice, &said.next, &said.headers, &said.dialog,
               &annotation.in_message}) {
        for (const Text& text : *texts) {
          ASSERT_TRUE(well_formed(text)) << text.en << "\n" << text.zh;
        }
      }
    }
  }
}

}  // namespace
}  // namespace sipgloss
