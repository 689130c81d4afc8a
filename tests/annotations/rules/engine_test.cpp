// SPDX-License-Identifier: MIT
// Which rules the engine asks, what its guards do, and how a sentence gets its values.
#include "rules/engine.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "page.hpp"
#include "sentence.hpp"

namespace sipgloss::test {
namespace {

using Codes = std::vector<std::string_view>;

/// A 405 to an INVITE that lacks Allow, with one of its parts replaced.
struct Bare405 {
  std::string_view status = "SIP/2.0 405 Method Not Allowed";
  std::string_view branch = ";branch=z9hG4bKa1";
  std::string_view cseq = "1 INVITE";
  std::string_view to = "<sip:bob@example.com>;tag=b1";

  std::string text() const {
    return fmt::format(
        "{}\r\nVia: SIP/2.0/UDP a.example.com{}\r\nFrom: <sip:alice@example.com>;tag=a1\r\n"
        "To: {}\r\nCall-ID: 1@a.example.com\r\nCSeq: {}\r\nContent-Length: 0\r\n\r\n",
        status, branch, to, cseq);
  }
};

/// The findings in a message, with the bytes that they point into.
struct Judged {
  explicit Judged(std::string bytes, bool truncated = false, Occasion occasion = Occasion::alone)
      : text(std::move(bytes)), message(Message::parse({.bytes = text, .truncated = truncated})) {
    judge(Seen{message}, occasion, annotation);
  }
  Codes codes() const {
    Codes codes;
    for (const Finding& finding : annotation.findings) codes.push_back(finding.rule->code);
    return codes;
  }
  /// The level of the finding of that rule; nothing when there is none.
  std::optional<Level> level_of(std::string_view code) const {
    for (const Finding& finding : annotation.findings) {
      if (finding.rule->code == code) return finding.level;
    }
    return std::nullopt;
  }

  std::string text;
  Message message;
  Annotation annotation;
};

TEST(Engine, AsksByStatusCode) {
  EXPECT_EQ(Judged(Bare405{}.text()).codes(), Codes{"K405-1"});
  EXPECT_EQ(Judged(Bare405{.status = "SIP/2.0 404 Not Found"}.text()).codes(), Codes{});
  EXPECT_EQ(Judged(Bare405{.status = "SIP/2.0 406 Not Acceptable"}.text()).codes(), Codes{});
}

TEST(Engine, AsksByBothEndsOfARangeOfCodes) {
  const auto asked = [](std::string_view status) {
    return Judged(Bare405{.status = status}.text()).level_of("DLG-01").has_value();
  };
  EXPECT_FALSE(asked("SIP/2.0 199 Early Dialog Terminated"));
  EXPECT_TRUE(asked("SIP/2.0 200 OK"));
  EXPECT_TRUE(asked("SIP/2.0 250 Own"));
  EXPECT_TRUE(asked("SIP/2.0 299 Own"));
  EXPECT_FALSE(asked("SIP/2.0 300 Multiple Choices"));
}

TEST(Engine, AsksByMethod) {
  EXPECT_EQ(Judged(Bare405{.cseq = "1 CANCEL"}.text()).codes(), Codes{});
  EXPECT_EQ(Judged(Bare405{.cseq = "1 BYE"}.text()).codes(), Codes{"K405-1"});
  EXPECT_EQ(Judged(Bare405{.cseq = "1 CHAT"}.text()).codes(), Codes{"K405-1"});
}

TEST(Engine, AsksRulesAboutResponsesRequestsOrEither) {
  const auto asks = [](About about, std::string_view text) {
    const Rule rule{.code = "T-1",
                    .slug = "t",
                    .applies_to = {.codes = {405}, .methods = {Method::invite}, .about = about}};
    return applies(rule, Message::parse({.bytes = text}));
  };
  const std::string response = Bare405{}.text();
  const std::string_view request = "INVITE sip:bob@example.com SIP/2.0\r\nCSeq: 1 INVITE\r\n\r\n";
  const std::string_view other = "BYE sip:bob@example.com SIP/2.0\r\nCSeq: 1 BYE\r\n\r\n";
  EXPECT_TRUE(asks(About::response, response) && !asks(About::response, request));
  EXPECT_TRUE(asks(About::request, request) && !asks(About::request, response));
  EXPECT_TRUE(asks(About::either, request) && asks(About::either, response));
  EXPECT_FALSE(asks(About::either, other));
}

TEST(Engine, AsksEachRuleOnItsOccasion) {
  const auto on = [](Occasion occasion) { return Judged(Bare405{}.text(), false, occasion); };
  EXPECT_EQ(on(Occasion::alone).codes(), Codes{"K405-1"});
  EXPECT_EQ(on(Occasion::on_arrival).codes(), Codes{});
  EXPECT_EQ(on(Occasion::afterwards).codes(), Codes{});
}

TEST(Engine, KnowsTheOccasionOfARule) {
  EXPECT_EQ(occasion_of({}), Occasion::alone);
  EXPECT_EQ(occasion_of({.evidence = Evidence::transaction}), Occasion::on_arrival);
  EXPECT_EQ(occasion_of({.evidence = Evidence::dialog, .when = When::afterwards}),
            Occasion::afterwards);
}

TEST(Engine, AsksRulesForAnyCodeAboutCodesThatSipDoesNotHave) {
  const auto with = [](std::string_view status) {
    return Judged(Bare405{.status = status, .cseq = "1 ACK"}.text());
  };
  EXPECT_EQ(with("SIP/2.0 999 Own").codes(), (Codes{"SYN-03", "SYN-15"}));
  EXPECT_EQ(with("SIP/2.0 42 Own").codes(), (Codes{"SYN-02", "SYN-03", "SYN-15"}));
}

TEST(Engine, LeavesRequestsAndOtherBytesAlone) {
  EXPECT_EQ(Judged("INVITE sip:bob@example.com SIP/2.0\r\n\r\n").codes(), Codes{});
  EXPECT_EQ(Judged("hello\r\n\r\n").codes(), Codes{});
  EXPECT_EQ(Judged("").codes(), Codes{});
}

TEST(Engine, AgreesWithAskingEveryRuleInTurn) {
  for (const Exchange& exchange : exchanges()) {
    for (std::size_t i = 0; i < exchange.messages.size(); ++i) {
      Message message = Message::parse(exchange.packet(i).wire());
      Annotation annotation;
      judge(Seen{message}, Occasion::alone, annotation);
      const Method method = message.method();
      message.drop_cut_header();
      if (message.method() != method) continue;  // the cut one is CSeq: rules are chosen by it
      Codes judged;
      for (const Finding& finding : annotation.findings) judged.push_back(finding.rule->code);
      Codes in_turn;
      for (const Rule* rule : rules()) {
        if (occasion_of(rule->applies_to) != Occasion::alone || !applies(*rule, message)) continue;
        const Verdict verdict = ask(*rule, Seen{message});
        if (verdict.kind() == Verdict::Kind::broken) in_turn.push_back(rule->code);
      }
      EXPECT_EQ(judged, in_turn) << exchange.name();
    }
  }
}

TEST(Engine, AppendsToWhatIsThere) {
  const std::string text = Bare405{}.text();
  const Message message = Message::parse({.bytes = text});
  Annotation annotation;
  judge(Seen{message}, Occasion::alone, annotation);
  judge(Seen{message}, Occasion::alone, annotation);
  EXPECT_EQ(annotation.findings.size(), 2U);
}

TEST(TruncatedGuard, KeepsSilentWhereverTheHeaderSectionIsCut) {
  const std::string text = Bare405{}.text();
  const std::size_t blank_line = text.find("\r\n\r\n") + 2;
  for (std::size_t size = 0; size <= blank_line; ++size) {
    EXPECT_EQ(Judged(text.substr(0, size), true).codes(), Codes{}) << size;
  }
}

TEST(TruncatedGuard, LetsSpeakWhereOnlyTheBodyIsCut) {
  std::string text = Bare405{}.text();
  text.replace(text.find("Content-Length: 0"), 17, "Content-Length: 9");
  EXPECT_EQ(Judged(text, true).codes(), Codes{"K405-1"});
}

TEST(OlderPeerGuard, LowersALevelOnceWithoutTheMagicCookie) {
  const auto level = [](std::string_view branch) {
    return Judged(Bare405{.status = "SIP/2.0 200 OK", .branch = branch}.text()).level_of("DLG-01");
  };
  EXPECT_EQ(level(";branch=z9hG4bKa1"), Level::must);
  EXPECT_EQ(level(";branch=a1"), Level::should);
  EXPECT_EQ(level(""), Level::should);
}

TEST(OlderPeerGuard, GoesFromMustToShouldToNote) {
  const std::string text = Bare405{.branch = ""}.text();
  const Message message = Message::parse({.bytes = text});
  Rule rule{.code = "T-1", .slug = "t", .applies_to = {.guards = {Guard::older_peer}}};
  const auto lowered = [&](Level level) {
    rule.level = level;
    return level_in(rule, message);
  };
  EXPECT_EQ(lowered(Level::must), Level::should);
  EXPECT_EQ(lowered(Level::should), Level::note);
  EXPECT_EQ(lowered(Level::note), Level::note);
}

TEST(OlderPeerGuard, LeavesRulesAloneThatRfc2543HadToo) {
  EXPECT_EQ(Judged(Bare405{.branch = ""}.text()).level_of("K405-1"), Level::must);
}

TEST(OlderPeerGuard, NeedsAViaThatCanBeRead) {
  std::string text = Bare405{.status = "SIP/2.0 200 OK"}.text();
  text.erase(text.find("Via:"), text.find("From:") - text.find("Via:"));
  const Judged judged(text);
  EXPECT_EQ(judged.codes().at(0), "SYN-13");
  EXPECT_EQ(judged.level_of("DLG-01"), Level::must);
}

TEST(Sentence, WithoutPlaceholdersIsTheStaticText) {
  const Judged judged(Bare405{}.text());
  const Finding& finding = judged.annotation.findings.at(0);
  EXPECT_EQ(finding.text.en.data(), finding.rule->broken.en.data());
  EXPECT_EQ(finding.text.zh.data(), finding.rule->broken.zh.data());
}

TEST(Sentence, TakesNumbersAndBytes) {
  Annotation owner;
  const Text sentence{"{1} before {0}, then {2}.", "先 {1}，后 {0}，再 {2}。"};
  const Text filled = fill_in(sentence, {Value(std::uint64_t{7}), "Via", Value()}, owner);
  EXPECT_EQ(filled, (Text{"Via before 7, then .", "先 Via，后 7，再 。"}));
}

TEST(Sentence, ShowsPacketBytesSafely) {
  Annotation owner;
  EXPECT_EQ(fill_in({"Got {0}.", "收到 {0}。"}, {"a\r\n\xFF{0}"}, owner),
            (Text{"Got a\\x0d\\x0a\\xff{0}.", "收到 a\\x0d\\x0a\\xff{0}。"}));
}

TEST(Sentence, StaysWithinALabelWhateverTheBytes) {
  Annotation owner;
  const std::string long_value(5000, 'x');
  const std::string padding(longest_sentence - 3 * least_room - 10, 'y');
  const std::string sentence = padding + "{0}{1}{2}.";
  ASSERT_TRUE(leaves_room(sentence));
  const Text filled = fill_in({sentence, sentence}, {long_value, long_value, long_value}, owner);
  EXPECT_LE(filled.en.size(), longest_sentence);
  EXPECT_TRUE(filled.en.ends_with("xxx....")) << filled.en;
}

TEST(Sentence, KnowsItsPlaceholders) {
  EXPECT_TRUE(placeholders_fit("no value."));
  EXPECT_TRUE(placeholders_fit("{0} and {2}{1}"));
  EXPECT_FALSE(placeholders_fit("{3}"));
  EXPECT_FALSE(placeholders_fit("{}"));
  EXPECT_FALSE(placeholders_fit("{0"));
  EXPECT_FALSE(placeholders_fit("0}"));
  EXPECT_FALSE(placeholders_fit("{0:>9}"));
  EXPECT_FALSE(leaves_room(std::string(longest_sentence, 'x') + "{0}"));
}

}  // namespace
}  // namespace sipgloss::test
