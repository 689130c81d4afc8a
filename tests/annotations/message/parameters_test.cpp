// SPDX-License-Identifier: MIT
// The parameters of header field values. RFC 3261 sections 7.3.1 and 25.1 (generic-param).
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

/// "name=value" or "name" of every parameter.
Strings all(std::string_view text, Defects* defects = nullptr) {
  Strings list;
  while (const auto parameter = Parameters::take(text, defects)) {
    std::string entry(parameter->name);
    if (parameter->value) entry.append("=").append(*parameter->value);
    list.push_back(entry);
  }
  return list;
}

/// The defects of all the parameters in the text.
Found defects_of(std::string_view text) {
  Defects defects;
  all(text, &defects);
  return found(defects);
}

TEST(Parameters, AreTakenOneAfterAnother) {
  EXPECT_EQ(all(";tag=1;lr;q=0.7"), (Strings{"tag=1", "lr", "q=0.7"}));
  EXPECT_EQ(all(""), Strings{});
  EXPECT_EQ(defects_of(";tag=1;lr;q=0.7"), intact);
  EXPECT_EQ(defects_of(""), intact);
}

TEST(Parameters, MayHaveWhiteSpaceAndFoldsAroundThem) {
  EXPECT_EQ(all(" ;  newparam =\r\n newvalue ;\r\n  secondparam ; q = 0.33 "),
            (Strings{"newparam=newvalue", "secondparam", "q=0.33"}));
  EXPECT_EQ(defects_of(" ;  newparam =\r\n newvalue ;\r\n  secondparam ; q = 0.33 "), intact);
}

TEST(Parameters, KeepTheirQuotesWhenTakenAndLoseThemWhenFound) {
  const std::string_view text = R"(;text="a;b=\"c\"";next=1)";
  EXPECT_EQ(all(text), (Strings{R"(text="a;b=\"c\"")", "next=1"}));
  EXPECT_EQ(Parameters(text).find("text")->value, R"("a;b=\"c\"")");
  EXPECT_EQ(Parameters(text).value("text"), R"(a;b=\"c\")");
  EXPECT_EQ(Parameters(text).value("next"), "1");
  EXPECT_EQ(defects_of(text), intact);
  EXPECT_EQ(Parameters(";text=\"\"").value("text"), "");
}

TEST(Parameters, AreFoundInAnyCaseTheFirstOfSeveral) {
  const Parameters parameters(";TAG=one;Tag=two;tagged=three");
  EXPECT_EQ(parameters.value("tag"), "one");
  EXPECT_EQ(parameters.find("tag")->name, "TAG");
  EXPECT_EQ(parameters.value("tagged"), "three");
  EXPECT_EQ(parameters.value("ta"), std::nullopt);
  EXPECT_EQ(parameters.find("absent"), std::nullopt);
  EXPECT_EQ(Parameters().value("tag"), std::nullopt);
}

TEST(Parameters, TellAFlagFromAnAbsentOne) {
  const Parameters parameters(";lr;rport=");
  ASSERT_TRUE(parameters.find("lr"));
  EXPECT_EQ(parameters.find("lr")->value, std::nullopt);
  EXPECT_EQ(parameters.value("lr"), "");
  EXPECT_EQ(parameters.find("rport")->value, "");
  EXPECT_EQ(parameters.value("absent"), std::nullopt);
}

TEST(Parameters, TakeEveryTokenCharacterInNamesAndUtf8InQuotes) {
  const std::string text = ";fromParam''~+*_!.-%=\"\xD1\x80\xD0\xB0\";tag=_token~1'+`*%!-.";
  EXPECT_EQ(defects_of(text), intact);
  EXPECT_EQ(Parameters(text).value("fromparam''~+*_!.-%"), "\xD1\x80\xD0\xB0");
  EXPECT_EQ(Parameters(text).value("tag"), "_token~1'+`*%!-.");
}

TEST(Parameters, WithoutANameAreMalformed) {
  EXPECT_EQ(defects_of(";=1"), (Found{{parameter_malformed, "=1"}}));
  EXPECT_EQ(defects_of(";a b=1"), (Found{{parameter_malformed, "a b=1"}}));
  EXPECT_EQ(defects_of(";caf\xC3\xA9=1"), (Found{{parameter_malformed, "caf\xC3\xA9=1"}}));
  EXPECT_EQ(defects_of(";good=1;b(d=2;also=3"), (Found{{parameter_malformed, "b(d=2"}}));
}

TEST(Parameters, WithoutTheValueBehindTheirSignAreMalformed) {
  EXPECT_EQ(defects_of(";tag="), (Found{{parameter_malformed, "tag="}}));
  EXPECT_EQ(defects_of(";tag= ;lr"), (Found{{parameter_malformed, "tag="}}));
}

TEST(Parameters, OfNothingButSemicolonsAreMalformedEach) {
  const Found defects = defects_of(";;;");
  ASSERT_EQ(defects.size(), 3U);
  for (const Broken& broken : defects) EXPECT_EQ(broken.kind, parameter_malformed);
  EXPECT_EQ(Parameters(";;tag=1;").value("tag"), "1");
}

TEST(Parameters, WithAnOpenQuoteRunToTheEnd) {
  EXPECT_EQ(defects_of(";a=1;text=\"open;tag=2"), (Found{{quoted_string_open, "\"open;tag=2"}}));
  EXPECT_EQ(Parameters(";a=1;text=\"open;tag=2").value("a"), "1");
  EXPECT_EQ(Parameters(";a=1;text=\"open;tag=2").value("tag"), std::nullopt);
  EXPECT_EQ(defects_of(";text=\"\\"), (Found{{quoted_string_open, "\"\\"}}));
  EXPECT_EQ(defects_of(";text=\""), (Found{{quoted_string_open, "\""}}));
}

// gen-value = token / host / quoted-string
TEST(Parameters, WithAValueThatNeedsQuotesAreMalformed) {
  EXPECT_EQ(defects_of(";text=Two words"), (Found{{parameter_malformed, "text=Two words"}}));
  EXPECT_EQ(defects_of(";text=\"a\"b"), (Found{{parameter_malformed, "text=\"a\"b"}}));
}

TEST(Parameters, MayHaveHostsAsValues) {
  EXPECT_EQ(defects_of(";maddr=192.0.2.1;received=2001:db8::1;x=[2001:db8::1];host=a.example.com"),
            intact);
}

TEST(Parameters, BehindGarbageAreStillFound) {
  const std::string_view text = "garbage;tag=1";
  EXPECT_EQ(Parameters(text).value("tag"), "1");
  EXPECT_EQ(defects_of(text).size(), 1U);
  EXPECT_EQ(defects_of(text).front().kind, parameter_malformed);
}

TEST(RepeatedParameters, AreReportedOnceAValueInAnyCase) {
  EXPECT_EQ(response_with("Via: SIP/2.0/UDP a;branch=z9hG4bK1;Branch = x;branch=y").defects(),
            (Found{{parameter_repeated, "Branch = x"}}));
  EXPECT_EQ(response_with("To: <sip:a@b>;tag=1;lr;lr").defects(),
            (Found{{parameter_repeated, "lr"}}));
  EXPECT_EQ(response_with("Accept: text/plain;q=1;q=0.1, a/b;q=1;q=1").defects(),
            (Found{{parameter_repeated, "q=0.1"}, {parameter_repeated, "q=1"}}));
  EXPECT_EQ(response_with("x: 1800;refresher=uac;refresher=uas").defects(),
            (Found{{parameter_repeated, "refresher=uas"}}));
}

TEST(RepeatedParameters, AreNotThoseOfOtherValuesOrOfTheUri) {
  EXPECT_EQ(response_with("Contact: <sip:a@b;q=1>;q=0.1, <sip:c@d>;q=0.1", "Accept:",
                          "Accept: text/plain;q=0.1", "Call-Info: <http://a/;q;q>;purpose=icon")
                .defects(),
            intact);
}

TEST(RepeatedParameters, AreLookedForAmongTheFirstSixteen) {
  std::string text = "To: <sip:a@b>";
  for (int i = 0; i < 16; ++i) text += ";p" + std::to_string(i);
  EXPECT_EQ(response_with(text + ";p15").defects(), intact);
  EXPECT_EQ(response_with("To: <sip:a@b>;p0" + text.substr(13)).defects(),
            (Found{{parameter_repeated, "p0"}}));
}

TEST(Parameters, MayBeVeryMany) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += ";p" + std::to_string(i);
  EXPECT_EQ(all(text).size(), 20'000U);
  EXPECT_EQ(defects_of(std::string(20'000, ';')).size(), 20'000U);
}

}  // namespace
}  // namespace sipgloss::test
