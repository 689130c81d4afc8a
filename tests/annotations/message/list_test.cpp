// SPDX-License-Identifier: MIT
// Comma lists and the values of a header field over all its rows. RFC 3261 section 7.3.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

/// Every value that take_list_value takes off.
Strings split(std::string_view list) {
  Strings parts;
  while (!list.empty()) parts.emplace_back(take_list_value(list));
  return parts;
}

TEST(ListValue, EndsAtTheComma) {
  EXPECT_EQ(split("INVITE, ACK,BYE\t, \r\n CANCEL"), (Strings{"INVITE", "ACK", "BYE", "CANCEL"}));
  EXPECT_EQ(split("one"), (Strings{"one"}));
  EXPECT_EQ(split(""), Strings{});
}

TEST(ListValue, LeavesTheRestInTheList) {
  std::string_view list = "a , b, c";
  EXPECT_EQ(take_list_value(list), "a");
  EXPECT_EQ(list, " b, c");
  EXPECT_EQ(take_list_value(list), "b");
  EXPECT_EQ(take_list_value(list), "c");
  EXPECT_EQ(list, "");
  EXPECT_EQ(take_list_value(list), "");
}

TEST(ListValue, MayHoldCommasInQuotes) {
  EXPECT_EQ(split(R"("Bell, A." <sip:a@example.com>, "B \", C" <sip:b@example.com>)"),
            (Strings{R"("Bell, A." <sip:a@example.com>)", R"("B \", C" <sip:b@example.com>)"}));
  EXPECT_EQ(split(R"(a;text="x,y", b)"), (Strings{R"(a;text="x,y")", "b"}));
}

TEST(ListValue, MayHoldCommasInAngleBrackets) {
  EXPECT_EQ(split("<sip:a,b@example.com>;q=1, <sip:c@example.com>"),
            (Strings{"<sip:a,b@example.com>;q=1", "<sip:c@example.com>"}));
  EXPECT_EQ(split("<sip:\"@example.com>, <sip:(@example.com>, c"),
            (Strings{"<sip:\"@example.com>", "<sip:(@example.com>", "c"}));
}

TEST(ListValue, MayHoldCommasInComments) {
  EXPECT_EQ(split("a (one, (two, three), \\), four), b"),
            (Strings{"a (one, (two, three), \\), four)", "b"}));
}

TEST(ListValue, HoldsAnEmptyOneBetweenTwoCommas) {
  EXPECT_EQ(split("a,,b"), (Strings{"a", "", "b"}));
  EXPECT_EQ(split(",a"), (Strings{"", "a"}));
  EXPECT_EQ(split(" , "), (Strings{"", ""}));
}

TEST(ListValue, WithWhatStaysOpenRunsToTheEnd) {
  EXPECT_EQ(split("a, \"open, b"), (Strings{"a", "\"open, b"}));
  EXPECT_EQ(split("a, <sip:open, b"), (Strings{"a", "<sip:open, b"}));
  EXPECT_EQ(split("a, (open, b"), (Strings{"a", "(open, b"}));
  EXPECT_EQ(split("a, \"open\\"), (Strings{"a", "\"open\\"}));
}

TEST(Values, AreOfAllRowsInOrder) {
  const Parsed response = response_with("Via: SIP/2.0/UDP c.example.com, SIP/2.0/UDP b.example.com",
                                        "To: <sip:x@example.com>", "v: SIP/2.0/UDP a.example.com");
  EXPECT_EQ(values(*response, HeaderName::via),
            (Strings{"SIP/2.0/UDP c.example.com", "SIP/2.0/UDP b.example.com",
                     "SIP/2.0/UDP a.example.com"}));
}

TEST(Values, AreNoneWhereTheHeaderIsAbsent) {
  const Parsed response = response_with("Call-ID: 1");
  EXPECT_EQ(values(*response, HeaderName::via), Strings{});
  const Values none(*response, HeaderName::via);
  EXPECT_TRUE(none.begin() == none.end());
  EXPECT_EQ(values(*datagram(""), HeaderName::via), Strings{});
}

TEST(Values, AreNeverEmpty) {
  const Parsed response = response_with("Supported:", "Supported: 100rel,, timer ,", "Supported: ,",
                                        "k: path", "Supported:");
  EXPECT_EQ(values(*response, HeaderName::supported), (Strings{"100rel", "timer", "path"}));
  EXPECT_EQ(values(*response_with("Allow:", "Allow: ,"), HeaderName::allow), Strings{});
}

TEST(Values, OfWhatIsNoCommaListAreItsRows) {
  const Parsed response = response_with("Date: Sat, 13 Nov 2010 23:29:00 GMT",
                                        "Subject: lunch, again", "Subject: and dinner");
  EXPECT_EQ(values(*response, HeaderName::date), (Strings{"Sat, 13 Nov 2010 23:29:00 GMT"}));
  EXPECT_EQ(values(*response, HeaderName::subject), (Strings{"lunch, again", "and dinner"}));
}

TEST(Values, EndBehindTheLast) {
  const Parsed response = response_with("Allow: INVITE, ACK", "Allow: BYE");
  const Values allowed(*response, HeaderName::allow);
  auto at = allowed.begin();
  EXPECT_EQ(*at, "INVITE");
  EXPECT_EQ(*++at, "ACK");
  EXPECT_FALSE(at == allowed.end());
  EXPECT_EQ(*++at, "BYE");
  EXPECT_TRUE(++at == allowed.end());
}

TEST(Values, MayBeVeryMany) {
  std::string row = "Allow: A";
  for (int i = 1; i < 20'000; ++i) row += ",A";
  EXPECT_EQ(values(*response_with(row), HeaderName::allow).size(), 20'000U);
}

TEST(ListsToken, FindsATokenInAnyCaseAndRow) {
  const Parsed response = response_with("Require: 100rel, timer", "Require: path");
  EXPECT_TRUE(lists_token(*response, HeaderName::require, "100rel"));
  EXPECT_TRUE(lists_token(*response, HeaderName::require, "TIMER"));
  EXPECT_TRUE(lists_token(*response, HeaderName::require, "path"));
}

TEST(ListsToken, FindsWholeTokensOnly) {
  const Parsed response = response_with("Require: 100rel, timer;x");
  EXPECT_FALSE(lists_token(*response, HeaderName::require, "100"));
  EXPECT_FALSE(lists_token(*response, HeaderName::require, "rel"));
  EXPECT_FALSE(lists_token(*response, HeaderName::require, ""));
  EXPECT_FALSE(lists_token(*response, HeaderName::supported, "100rel"));
}

}  // namespace
}  // namespace sipgloss::test
