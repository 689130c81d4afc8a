// SPDX-License-Identifier: MIT
// From, To, Contact, Route: an address with a name and parameters. RFC 3261 sections 20.10
// and 25.1.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<NameAddr> address(std::string_view value) { return {read_name_addr, value}; }

TEST(NameAddr, HasAUriInBracketsAndParametersBehind) {
  const auto read = address("<sip:alice@example.com;transport=tcp>;tag=1928301774;lr");
  EXPECT_EQ(read->raw, "<sip:alice@example.com;transport=tcp>;tag=1928301774;lr");
  EXPECT_EQ(read->display_name, "");
  EXPECT_EQ(read->uri, "sip:alice@example.com;transport=tcp");
  EXPECT_EQ(read->tag, "1928301774");
  EXPECT_EQ(read->parameters.value("lr"), "");
  EXPECT_EQ(read->parameters.value("transport"), std::nullopt);
  EXPECT_FALSE(read->is_wildcard);
  EXPECT_EQ(read.defects(), intact);
}

TEST(NameAddr, MayHaveADisplayNameOfTokens) {
  const auto read = address("Alice  van Dyk <sip:alice@example.com>;tag=1");
  EXPECT_EQ(read->display_name, "Alice  van Dyk");
  EXPECT_EQ(read->uri, "sip:alice@example.com");
  EXPECT_EQ(read->tag, "1");
  EXPECT_EQ(read.defects(), intact);

  const auto unusual = address("token1~` token2'+_ token3*%!.- <sip:mundane@example.com>");
  EXPECT_EQ(unusual->display_name, "token1~` token2'+_ token3*%!.-");
  EXPECT_EQ(unusual.defects(), intact);
}

TEST(NameAddr, NeedsNoSpaceBetweenNameAndBracket) {
  const auto token = address("caller<sip:caller@example.com>;tag=323");
  EXPECT_EQ(token->display_name, "caller");
  EXPECT_EQ(token->uri, "sip:caller@example.com");
  EXPECT_EQ(token.defects(), intact);
  EXPECT_EQ(address("\"caller\"<sip:caller@example.com>").defects(), intact);
}

TEST(NameAddr, MayHaveAQuotedDisplayNameWithAnythingInIt) {
  const auto separators = address("\"Bell, <A>; tag=x\" <sip:a.g.bell@example.com>;tag=433423");
  EXPECT_EQ(separators->display_name, "Bell, <A>; tag=x");
  EXPECT_EQ(separators->uri, "sip:a.g.bell@example.com");
  EXPECT_EQ(separators->tag, "433423");
  EXPECT_EQ(separators.defects(), intact);

  const auto chinese = address("\"张三\" <sip:zhang@example.com>");
  EXPECT_EQ(chinese->display_name, "张三");
  EXPECT_EQ(chinese.defects(), intact);

  const auto empty = address("\"\" <sip:alice@example.com>");
  EXPECT_EQ(empty->display_name, "");
  EXPECT_EQ(empty->uri, "sip:alice@example.com");
  EXPECT_EQ(empty.defects(), intact);
}

TEST(NameAddr, LeavesEscapesInTheDisplayName) {
  const auto read =
      address(R"("J Rosenberg \\\""       <sip:jdrosen@example.com> ; tag = 98asjd8)");
  EXPECT_EQ(read->display_name, R"(J Rosenberg \\\")");
  EXPECT_EQ(read->uri, "sip:jdrosen@example.com");
  EXPECT_EQ(read->tag, "98asjd8");
  EXPECT_EQ(read.defects(), intact);
}

TEST(NameAddr, MayBeFolded) {
  const auto read = address("\"Alice\r\n Smith\"\r\n  <sip:alice@example.com>\r\n ;\r\n\ttag = 5");
  EXPECT_EQ(read->display_name, "Alice\r\n Smith");
  EXPECT_EQ(read->uri, "sip:alice@example.com");
  EXPECT_EQ(read->tag, "5");
  EXPECT_EQ(read.defects(), intact);
}

TEST(NameAddr, WithoutBracketsEndsItsUriAtTheSemicolon) {
  const auto read = address("sip:bob@example.com;tag=88sja8x");
  EXPECT_EQ(read->display_name, "");
  EXPECT_EQ(read->uri, "sip:bob@example.com");
  EXPECT_EQ(read->tag, "88sja8x");
  EXPECT_EQ(read.defects(), intact);

  const auto spaced = address("sip:vivekg@example.com ;   tag    = 1918181833n");
  EXPECT_EQ(spaced->uri, "sip:vivekg@example.com");
  EXPECT_EQ(spaced->tag, "1918181833n");
  EXPECT_EQ(spaced.defects(), intact);
}

TEST(NameAddr, TakesAnyScheme) {
  for (const std::string uri : {"sips:alice@example.com", "tel:+1-201-555-0123", "isbn:2983792873",
                                "http://www.example.com", "urn:service:sos",
                                "sip:%00@host5.example.com", "sip:[2001:db8::1]:5060",
                                "sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com",
                                "sip:user@example.com?Route=%3Csip:sip.example.com%3E"}) {
    const auto read = address("<" + uri + ">");
    EXPECT_EQ(read->uri, uri);
    EXPECT_EQ(read.defects(), intact) << uri;
  }
}

TEST(NameAddr, KeepsParametersOfAllKinds) {
  const auto read = address(
      "<sip:a@b>;+sip.instance=\"<urn:uuid:0>\";expires=3600;q=0.7;methods=\"INVITE,BYE\";isfocus");
  EXPECT_EQ(read->parameters.value("+sip.instance"), "<urn:uuid:0>");
  EXPECT_EQ(read->parameters.value("expires"), "3600");
  EXPECT_EQ(read->parameters.value("methods"), "INVITE,BYE");
  EXPECT_EQ(read->parameters.value("isfocus"), "");
  EXPECT_EQ(read.defects(), intact);
}

TEST(NameAddr, MayBeAWildcard) {
  const auto read = address("*");
  EXPECT_TRUE(read->is_wildcard);
  EXPECT_EQ(read->uri, "");
  EXPECT_EQ(read.defects(), intact);
  EXPECT_EQ(response_with("Contact: *").defects(), intact);
}

TEST(NameAddr, WithoutTheClosingBracketIsReadToTheEnd) {
  const std::string value = "Bob <sip:bob@example.com;tag=1";
  const auto read = address(value);
  EXPECT_EQ(read->display_name, "Bob");
  EXPECT_EQ(read->uri, "sip:bob@example.com;tag=1");
  EXPECT_EQ(read->tag, std::nullopt);
  EXPECT_EQ(read.defects(), (Found{{name_addr_malformed, value}}));
}

TEST(NameAddr, WithAnOpenQuoteStillFindsItsUri) {
  const std::string value = "\"Mr. J. User <sip:j.user@example.com>;tag=2";
  const auto read = address(value);
  EXPECT_EQ(read->uri, "sip:j.user@example.com");
  EXPECT_EQ(read->tag, "2");
  EXPECT_EQ(read.defects(), (Found{{quoted_string_open, value}}));
}

TEST(NameAddr, WithNothingButAnOpenQuoteIsRead) {
  const auto read = address("\"");
  EXPECT_EQ(read->display_name, "");
  EXPECT_EQ(read->uri, "");
  ASSERT_FALSE(read.defects().empty());
  EXPECT_EQ(read.defects().front(), (Broken{quoted_string_open, "\""}));
  EXPECT_EQ(address("\"ends in an escape\\").defects().front().kind, quoted_string_open);
}

TEST(NameAddr, IsMalformedWhenTheNameIsNeitherTokensNorQuoted) {
  for (const std::string value :
       {"Bell, Alexander <sip:a.g.bell@example.com>", "(Bob) <sip:bob@example.com>",
        "张三 <sip:zhang@example.com>", "Bob \"Builder\" <sip:bob@example.com>",
        "\"Bob\" Builder <sip:bob@example.com>", "\"Bob\" sip:bob@example.com"}) {
    EXPECT_EQ(address(value).defects(), (Found{{name_addr_malformed, value}}));
  }
  EXPECT_EQ(address("Bell, Alexander <sip:a.g.bell@example.com>")->uri, "sip:a.g.bell@example.com");
}

TEST(NameAddr, IsMalformedWhenTheUriIsNone) {
  for (const std::string value :
       {"<>", "<bob>", "bob@example.com", "<:bob>", "<sip:>", "<sip:a b@example.com>",
        "< sip:bob@example.com >", "<<sip:bob@example.com>>", "Bob", "sip:bob@example.com here",
        "<sip:bob@example.com> here"}) {
    EXPECT_EQ(address(value).defects(), (Found{{name_addr_malformed, value}}));
  }
  EXPECT_EQ(address("").defects(), (Found{{name_addr_malformed, ""}}));
}

// RFC 3261 section 20.10: a URI with a comma, question mark or semicolon must stand in brackets.
TEST(NameAddr, IsMalformedWhenAUriThatNeedsBracketsHasNone) {
  for (const std::string value :
       {"sip:user@example.com?Route=%3Csip:sip.example.com%3E", "sip:a,b@example.com"}) {
    EXPECT_EQ(address(value).defects(), (Found{{name_addr_malformed, value}}));
  }
}

TEST(NameAddr, WithBrokenParametersKeepsTheGoodOnes) {
  const auto read = address("\"Joe\" <sip:joe@example.org>;;tag=1;=2");
  EXPECT_EQ(read->uri, "sip:joe@example.org");
  EXPECT_EQ(read->tag, "1");
  ASSERT_EQ(read.defects().size(), 2U);
  EXPECT_EQ(read.defects()[0].kind, parameter_malformed);
  EXPECT_EQ(read.defects()[1], (Broken{parameter_malformed, "=2"}));
}

TEST(NameAddr, IsCheckedInFromToContactRouteAndRecordRoute) {
  for (const std::string name : {"From", "To", "Contact", "Route", "Record-Route", "f", "t", "m"}) {
    EXPECT_EQ(response_with(name + ": <sip:bob@example.com").defects(),
              (Found{{name_addr_malformed, "<sip:bob@example.com"}}));
  }
}

TEST(NameAddr, ListsAreCheckedValueByValue) {
  const Parsed response = response_with(
      "Contact: \"A, B\" <sip:a@example.com>, <sip:b@example.com, <sip:c@example.com>",
      "Contact: sip:d@example.com;q=0.5, nobody");
  EXPECT_EQ(values(*response, HeaderName::contact).size(), 4U);
  EXPECT_EQ(response.defects().back(), (Broken{name_addr_malformed, "nobody"}));
}

}  // namespace
}  // namespace sipgloss::test
