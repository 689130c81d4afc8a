// SPDX-License-Identifier: MIT
// Every exchange on every page: the rules find what the page says, no more and no less.
#include "page.hpp"

#include <gtest/gtest.h>

namespace sipgloss::test {
namespace {

class PageExchange : public testing::TestWithParam<Exchange> {
 protected:
  /// Calls `look` with each message of the exchange and each finding in it.
  template <typename Look>
  void for_findings(Look look) {
    for (std::size_t i = 0; i < played_.size(); ++i) {
      for (const Finding& finding : played_.annotation(i).findings)
        look(played_.message(i), finding);
    }
  }

  PlayedExchange played_{GetParam()};
};

TEST_P(PageExchange, FindsWhatThePageSays) {
  EXPECT_EQ(played_.findings(), GetParam().findings)
      << "If the page is wrong, run the tests with SIPGLOSS_BLESS=1 and read the diff.";
}

TEST_P(PageExchange, StandsUnderTheRightHeading) {
  bool breaks_its_rule = false;
  for_findings([&](const Message&, const Finding& finding) {
    breaks_its_rule = breaks_its_rule || finding.rule->code == GetParam().rule;
  });
  EXPECT_EQ(breaks_its_rule, GetParam().side == Side::broken);
}

// A page shows one fault at a time: what is not told as malformed has to be a proper message.
TEST_P(PageExchange, IsProperUnlessToldOtherwise) {
  bool malformed = false;
  std::string defects;
  for (std::size_t i = 0; i < played_.size(); ++i) {
    const Message& message = played_.message(i);
    EXPECT_NE(message.kind, Message::Kind::neither);
    malformed = malformed || !message.defects.empty();
    for (const Defect& defect : message.defects) {
      defects.append(describe(defect.kind).en).append(": ").append(defect.bytes).append("\n");
    }
  }
  EXPECT_EQ(malformed, GetParam().malformed) << defects;
}

TEST_P(PageExchange, PointsIntoTheMessage) {
  for_findings([](const Message& message, const Finding& finding) {
    const std::string_view whole = message.bytes;
    EXPECT_FALSE(finding.bytes.empty());
    EXPECT_GE(finding.bytes.data(), whole.data());
    EXPECT_LE(finding.bytes.data() + finding.bytes.size(), whole.data() + whole.size());
  });
}

TEST_P(PageExchange, IsToldInSentencesThatFitALabel) {
  for_findings([](const Message&, const Finding& finding) {
    EXPECT_TRUE(well_formed(finding.text)) << finding.text.en << finding.text.zh;
    EXPECT_EQ(finding.text.en.find_first_of("{}"), std::string_view::npos) << finding.text.en;
  });
}

TEST(PageReader, TellsWhatIsNotWrittenAsItShouldBe) {
  const auto faults = [](std::string_view text) { return read_page("x", text).faults; };
  using Faults = std::vector<std::string>;
  EXPECT_EQ(faults("# T / 题\n"), Faults{});
  EXPECT_EQ(faults("text\n"), Faults{"x.md:2: no title"});
  EXPECT_EQ(faults("# T\n## K405-1\n"), Faults{"x.md:2: not '## code slug'"});
  EXPECT_EQ(faults("# T\n## K1-1 a\n### Works\n"),
            Faults{"x.md:3: neither '### Broken' nor '### Holds'"});
  EXPECT_EQ(faults("# T\n```sip\n\n```\n"),
            Faults{"x.md:4: a sip block outside of Broken and Holds"});
  EXPECT_EQ(faults("# T\n## K1-1 a\n### Broken\n```sip\n\n```\n"),
            Faults{"x.md:7: a sip block without a findings block behind it"});
  EXPECT_EQ(faults("# T\n```findings\n```\n"),
            Faults{"x.md:3: a findings block without a sip block before it"});
  EXPECT_EQ(faults("# T\n```sip\n"), Faults{"x.md:3: a block without its end"});
}

TEST(PageReader, TakesMessagesApart) {
  const Page page = read_page("x",
                              "# T\n## K1-1 a\n### Holds\n```sip stream\n"
                              "> 0.000 192.0.2.1:5060 -> 192.0.2.2:5060 TCP\nOne\n\n"
                              "> 0.100 192.0.2.2:5060 -> 192.0.2.1:5060 TCP\nTwo\n\n> 3\n"
                              "```\n```findings\nnone\n```\n");
  ASSERT_EQ(page.faults, std::vector<std::string>{});
  const Exchange& exchange = page.sections.at(0).exchanges.at(0);
  EXPECT_EQ(exchange.messages, (std::vector<std::string>{"One\r\n\r\n", "Two\r\n\r\n> 3\r\n"}));
  EXPECT_EQ(exchange.findings, "none\n");
  EXPECT_EQ(exchange.name(), "x_K1_1_holds_1");
  EXPECT_EQ(exchange.packet(1).transport, Transport::tcp);
  EXPECT_EQ(exchange.packet(1).time - exchange.packet(0).time, std::chrono::milliseconds(100));
  EXPECT_EQ(to_string(exchange.packet(1).source), "192.0.2.2:5060");
}

INSTANTIATE_TEST_SUITE_P(Pages, PageExchange, testing::ValuesIn(exchanges()),
                         [](const auto& test) { return test.param.name(); });

}  // namespace
}  // namespace sipgloss::test
