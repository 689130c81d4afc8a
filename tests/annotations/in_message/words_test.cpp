// SPDX-License-Identifier: MIT
// Durations, clock times and lists, as several tellers say them.
#include "in_message/words.hpp"

#include "clock.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::SizeIs;

/// An annotation to tell into, and what is known of the response.
struct Words : testing::Test {
  Message response;
  Told told{.response = response, .method = Method::invite, .time = may_day_in_utc()};
  Annotation annotation;
  Telling telling{annotation};

  Sentences en() const {
    Sentences all;
    for (const Text& sentence : annotation.in_message) all.emplace_back(sentence.en);
    return all;
  }
  Sentences zh() const {
    Sentences all;
    for (const Text& sentence : annotation.in_message) all.emplace_back(sentence.zh);
    return all;
  }
};

TEST_F(Words, DurationLeavesOutWhatIsZero) {
  EXPECT_EQ(in_message::duration(0, telling), (Text{"0 s", "0 秒"}));
  EXPECT_EQ(in_message::duration(59, telling), (Text{"59 s", "59 秒"}));
  EXPECT_EQ(in_message::duration(150, telling), (Text{"2 min 30 s", "2 分 30 秒"}));
  EXPECT_EQ(in_message::duration(3600, telling), (Text{"1 h", "1 小时"}));
  EXPECT_EQ(in_message::duration(90000, telling), (Text{"1 d 1 h", "1 天 1 小时"}));
  EXPECT_EQ(in_message::duration(4294967295, telling),
            (Text{"49710 d 6 h 28 min 15 s", "49710 天 6 小时 28 分 15 秒"}));
}

TEST_F(Words, ClockTimeIsLocal) {
  EXPECT_EQ(in_message::clock_time(told, 120, telling).en, "14:05:12");
  set_time_zone("CST-8");
  EXPECT_EQ(in_message::clock_time(told, 120, telling).zh, "22:05:12");
}

TEST_F(Words, ClockTimeOfAnotherDayHasItsDate) {
  EXPECT_EQ(in_message::clock_time(told, 86400, telling).en, "2024-05-02 14:03:12");
  EXPECT_EQ(in_message::clock_time(told, 4294967295, telling).en, "2160-06-07 20:31:27");
}

TEST_F(Words, ClockTimeIsEmptyWhereTheTimeIsNotKnown) {
  told.time.reset();
  EXPECT_TRUE(in_message::clock_time(told, 120, telling).empty());
}

TEST_F(Words, MomentAndTermSayTheDurationWhereTheTimeIsNotKnown) {
  EXPECT_EQ(in_message::moment(told, 120, telling),
            (Text{"14:05:12 (in 2 min)", "14:05:12（2 分后）"}));
  EXPECT_EQ(in_message::term(told, 120, telling),
            (Text{"2 min, until 14:05:12", "2 分，到 14:05:12"}));
  told.time.reset();
  EXPECT_EQ(in_message::moment(told, 120, telling), (Text{"2 min", "2 分后"}));
  EXPECT_EQ(in_message::term(told, 120, telling), (Text{"2 min", "2 分"}));
}

constexpr SentenceForm form{"Items: {0}.", "项目：{0}。"};

TEST_F(Words, ListIsOneSentenceWhereItFits) {
  in_message::ListTelling list(telling, form);
  list.add("a");
  list.add(Text{"two", "二"});
  list.finish();
  EXPECT_THAT(en(), ElementsAre("Items: a, two."));
  EXPECT_THAT(zh(), ElementsAre("项目：a、二。"));
}

TEST_F(Words, ListWithoutItemsSaysNothing) {
  in_message::ListTelling list(telling, form);
  list.finish();
  EXPECT_THAT(en(), SizeIs(0));
}

TEST_F(Words, LongListTakesSeveralSentencesAndCutsNoItem) {
  in_message::ListTelling list(telling, form);
  const std::string item(50, 'x');
  for (int i = 0; i < 5; ++i) list.add(item);
  list.finish();
  EXPECT_THAT(en(), ElementsAre("Items: " + item + ", " + item + ".",
                                "Items: " + item + ", " + item + ".", "Items: " + item + "."));
  EXPECT_THAT(zh(), SizeIs(3));
}

TEST_F(Words, VeryLongListTellsHowManyItemsItHasBesides) {
  in_message::ListTelling list(telling, form);
  for (int i = 0; i < 1000; ++i) list.add(std::string(100, 'x'));
  list.finish();
  EXPECT_THAT(en(), SizeIs(5));
  EXPECT_EQ(en().back(), "The list goes on with 996 more.");
  EXPECT_EQ(zh().back(), "该列表后面还有 996 项。");
}

TEST_F(Words, ListReckonsWithEscapes) {
  in_message::ListTelling list(telling, form);
  for (int i = 0; i < 8; ++i) list.add(std::string(8, '\x01'));
  list.finish();
  for (const std::string& sentence : en()) EXPECT_THAT(sentence, EndsWith("\\x01.")) << sentence;
}

TEST_F(Words, OnlyAnItemThatFitsNoSentenceIsCut) {
  in_message::ListTelling list(telling, form);
  list.add("short");
  list.add(std::string(1000, 'x'));
  list.finish();
  ASSERT_THAT(en(), SizeIs(2));
  EXPECT_EQ(en()[0], "Items: short.");
  EXPECT_THAT(en()[1], EndsWith("xx...."));
}

TEST_F(Words, LongTextGoesOnInFurtherSentences) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "word" + std::to_string(i) + "-------- ";
  in_message::say_text(text, telling, {"It says “{0}”.", "内容为“{0}”。"});
  ASSERT_GT(en().size(), 1U);
  std::string whole;
  for (const std::string& sentence : en()) {
    const std::size_t open = sentence.find("“") + std::string_view("“").size();
    whole += sentence.substr(open, sentence.rfind("”") - open);
  }
  EXPECT_EQ(whole, text);
}

TEST_F(Words, TextIsNotCutWithinACharacter) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "语";
  in_message::say_text(text, telling, {"It says “{0}”.", "内容为“{0}”。"});
  ASSERT_EQ(en().size(), 2U);
  EXPECT_EQ(en()[0].find("\\x"), std::string::npos) << en()[0];
  EXPECT_EQ(en()[1].find("\\x"), std::string::npos) << en()[1];
}

TEST_F(Words, HugeTextIsCutInTheEnd) {
  in_message::say_text(std::string(5000, 'x'), telling, {"It says “{0}”.", "内容为“{0}”。"});
  ASSERT_EQ(en().size(), 4U);
  EXPECT_THAT(en().back(), EndsWith("x...”."));
}

}  // namespace
}  // namespace sipgloss::test
