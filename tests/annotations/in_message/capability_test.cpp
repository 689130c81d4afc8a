// SPDX-License-Identifier: MIT
// What the peer supports, refuses or requires. RFC 3261 sections 8.1.3.5, 11.2, 20.1 to 20.5, 20.32
// and 20.40.
#include "in_message/option_tags.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

TEST(Capability, OfA405IsWhatItAllows) {
  const Gloss gloss{response(405, "PUBLISH", "Allow: INVITE,ACK", "Allow: BYE")};
  EXPECT_THAT(gloss.en, ElementsAre("Methods allowed here: INVITE, ACK, BYE."));
  EXPECT_THAT(gloss.zh, ElementsAre("此处允许的方法：INVITE、ACK、BYE。"));
}

TEST(Capability, OfAServerThatContradictsItself) {
  const Gloss gloss{response(405, "INFO", "Allow: INVITE, INFO")};
  EXPECT_EQ(gloss.en[1],
            "Allow lists INFO, the very method that is refused: the server contradicts itself.");
  EXPECT_EQ(gloss.zh[1], "Allow 中列有被拒绝的 INFO：服务器自相矛盾。");
  EXPECT_THAT(Gloss(response(405, "INFO", "Allow: INVITE, info")).en, SizeIs(1));
}

TEST(Capability, OfAnEmptyListIsNone) {
  EXPECT_THAT(Gloss(response(405, "INFO", "Allow:")).en,
              ElementsAre("Allow is empty: no method at all is allowed here."));
  EXPECT_THAT(Gloss(response(405, "INFO")).en, IsEmpty());
}

TEST(Capability, OfA501IsTheMethodForNobody) {
  const Gloss gloss{response(501, "FOO", "Allow: INVITE")};
  EXPECT_THAT(gloss.en, ElementsAre(HasSubstr("the server knows FOO for no user at all"),
                                    "Methods allowed here: INVITE."));
}

TEST(Capability, OfA415IsWhatTheBodyMayBe) {
  const Gloss gloss{response(415, "MESSAGE", "Accept: text/plain, application/sdp;level=1",
                             "Accept-Encoding: ", "Accept-Language: en, zh")};
  EXPECT_THAT(gloss.en,
              ElementsAre("The body may have one of these formats: text/plain, "
                          "application/sdp;level=1.",
                          "Accept-Encoding is empty: the body must not be compressed or otherwise "
                          "encoded.",
                          "The body may be in one of these languages: en, zh."));
  EXPECT_THAT(gloss.zh[1], HasSubstr("消息体不能压缩"));
  EXPECT_THAT(Gloss(response(415, "MESSAGE", "Accept: ")).en,
              ElementsAre("Accept is empty: no body at all is acceptable."));
}

TEST(Capability, OfA406IsWhatTheServerHas) {
  EXPECT_THAT(Gloss(response(406, "SUBSCRIBE", "Accept: application/pidf+xml")).en,
              ElementsAre("The formats that the server names: application/pidf+xml; the Accept of "
                          "the request lacks them."));
}

TEST(Capability, OfA416FollowsFromTheScheme) {
  const std::string bytes = response(416, "INVITE");
  const auto with = [&](std::string_view uri) {
    return Gloss(bytes, {.request = request("INVITE " + std::string(uri))});
  };
  EXPECT_THAT(with("tel:+1").en, ElementsAre(StartsWith("The Request-URI was a tel URI")));
  EXPECT_THAT(with("sips:a@b").en, ElementsAre(StartsWith("The Request-URI was a sips URI")));
  EXPECT_THAT(with("sip:a@b").zh, ElementsAre(HasSubstr("问题在服务器")));
  EXPECT_THAT(with("urn:service:sos").en, ElementsAre(HasSubstr("URN")));
  EXPECT_THAT(with("im:a@b").en, ElementsAre(HasSubstr("neither a sip, a sips nor a tel URI")));
  EXPECT_THAT(Gloss(bytes).en, IsEmpty());
}

TEST(Capability, OfA420IsLeftOutNextTime) {
  const Gloss gloss(response(420, "INVITE", "Unsupported: TIMER, com.example.x"),
                    {.request = request("INVITE sip:a@b", "Require: timer, com.example.x")});
  EXPECT_THAT(gloss.en,
              ElementsAre("To be left out of the next attempt: TIMER, com.example.x.",
                          "timer: session timer (Session-Expires) (RFC 4028).",
                          "com.example.x: none of the registered option tags known here; perhaps a "
                          "vendor's own, or misspelt.",
                          StartsWith("The request has Require and no Proxy-Require")));
  EXPECT_EQ(gloss.zh[1], "timer：会话定时器（Session-Expires）（RFC 4028）。");
}

TEST(Capability, OfA420TellsWhoRefused) {
  const std::string bytes = response(420, "INVITE");
  const auto with = [&](const auto&... headers) {
    return Gloss(bytes, {.request = request("INVITE sip:a@b", headers...)}).en;
  };
  EXPECT_THAT(with("Proxy-Require: sec-agree"), ElementsAre(HasSubstr("a proxy on the way")));
  EXPECT_THAT(with("Require: timer"), ElementsAre(HasSubstr("most likely the end point")));
  EXPECT_THAT(with(), ElementsAre(HasSubstr("demands no extension")));
  EXPECT_THAT(with("Require: a", "Proxy-Require: a"), IsEmpty());
  EXPECT_THAT(Gloss(bytes).en, IsEmpty());
}

TEST(Capability, OfA421HasToBeSupported) {
  const Gloss gloss{response(421, "INVITE", "Require: 100rel")};
  EXPECT_THAT(gloss.en,
              ElementsAre("The client has to support this, and say so in Supported: 100rel.",
                          "100rel: provisional responses acknowledged by PRACK (RFC 3262)."));
  EXPECT_THAT(gloss.zh, ElementsAre("客户端须支持，并在 Supported 中声明：100rel。",
                                    "100rel：用 PRACK 确认的可靠临时响应（RFC 3262）。"));
}

TEST(Capability, OfOtherLists) {
  EXPECT_THAT(Gloss(response(469, "INFO", "Recv-Info: ")).zh,
              ElementsAre("Recv-Info 为空：对端在该对话中不接收任何 Info Package。"));
  EXPECT_THAT(Gloss(response(489, "SUBSCRIBE", "u: presence, dialog")).en,
              ElementsAre("Event packages that are known here: presence, dialog."));
}

TEST(Capability, OfA505IsWhoseFaultItIs) {
  const std::string bytes = response(505, "INVITE");
  EXPECT_THAT(Gloss(bytes, {.request = request("INVITE sip:a@b")}).en,
              ElementsAre(HasSubstr("the fault is the server's")));
  EXPECT_THAT(Gloss(bytes, {.request = "INVITE sip:a@b SIP/7.0\r\n\r\n"}).zh,
              ElementsAre(HasSubstr("问题在客户端")));
  EXPECT_THAT(Gloss(bytes).en, IsEmpty());
}

TEST(Capability, IsWhatOptionsAskFor) {
  const Gloss gloss{response(200, "OPTIONS", "Allow: INVITE, ACK", "k:", "Accept: application/sdp",
                             "Allow-Events: refer")};
  EXPECT_THAT(gloss.en, ElementsAre("Methods it takes: INVITE, ACK.",
                                    "Supported is empty: it supports no extensions.",
                                    "Body formats it takes: application/sdp.",
                                    "Event packages that are known here: refer."));
  EXPECT_THAT(Gloss(response(200, "BYE", "Allow: INVITE, ACK")).en, IsEmpty());
}

TEST(Capability, ARefusedOptionsTellsOfAnInvite) {
  EXPECT_THAT(Gloss(response(486, "OPTIONS")).en,
              Contains("By RFC 3261 section 11.2 an INVITE would get the same answer now."));
  EXPECT_THAT(Gloss(response(486, "INVITE")).en, Each(Not(HasSubstr("11.2"))));
}

TEST(Capability, OfALongListTakesSeveralSentences) {
  std::string list = "Allow: INVITE";
  for (int i = 0; i < 30; ++i) list += ", METHOD" + std::to_string(i);
  const Gloss gloss{response(405, "INFO", list)};
  EXPECT_THAT(gloss.en, Each(StartsWith("Methods allowed here: ")));
  EXPECT_THAT(gloss.en, SizeIs(testing::Gt(1)));
  EXPECT_THAT(gloss.en.back(), testing::EndsWith("METHOD29."));
}

TEST(Capability, OfAThousandTagsIsBounded) {
  std::string list = "Unsupported: x";
  for (int i = 0; i < 1000; ++i) list += ", x" + std::to_string(i);
  EXPECT_THAT(Gloss(response(420, "INVITE", list)).en, SizeIs(testing::Le(16)));
}

TEST(Capability, ThatTheCaptureCutsOffMayBeMore) {
  const Gloss gloss("SIP/2.0 420 x\r\nUnsupported: timer, 100r", {.truncated = true});
  EXPECT_THAT(gloss.en, ElementsAre("To be left out of the next attempt: timer, 100r.",
                                    "The capture ends within Unsupported: its list may be longer.",
                                    StartsWith("timer: ")));
}

TEST(OptionTags, AreFoundInAnyCase) {
  const auto* const tag = in_message::find_option_tag("100REL");
  ASSERT_NE(tag, nullptr);
  EXPECT_EQ(tag->cite, (Citation{3262, "8.1"}));
  EXPECT_EQ(in_message::find_option_tag("100re"), nullptr);
  EXPECT_EQ(in_message::find_option_tag(""), nullptr);
}

// Every text fits its sentence: nothing of it is cut.
TEST(OptionTags, AreToldWhole) {
  for (const in_message::OptionTag& tag : in_message::option_tags()) {
    const Gloss gloss{response(420, "INVITE", "Unsupported: " + std::string(tag.name))};
    EXPECT_THAT(gloss.en[1], HasSubstr(std::string(tag.what.en)));
    EXPECT_THAT(gloss.zh[1], HasSubstr(std::string(tag.what.zh)));
  }
}

}  // namespace
}  // namespace sipgloss::test
