// SPDX-License-Identifier: MIT
// Challenges and credentials. RFC 3261 sections 20.7, 20.27, 20.28, 20.44; RFC 8898 section 2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<Challenge> challenge(std::string_view value) { return {read_challenge, value}; }

TEST(Challenge, ComesApartIntoSchemeAndParams) {
  const auto read = challenge(R"(Digest realm="example.com, Ltd.", nonce="f84f=,x", stale=FALSE, )"
                              R"(algorithm=MD5, qop="auth,auth-int")");
  EXPECT_EQ(read->scheme, "Digest");
  EXPECT_EQ(read->value("realm"), "example.com, Ltd.");
  EXPECT_EQ(read->value("nonce"), "f84f=,x");
  EXPECT_EQ(read->value("stale"), "FALSE");
  EXPECT_EQ(read->value("algorithm"), "MD5");
  EXPECT_EQ(read->value("qop"), "auth,auth-int");
  EXPECT_EQ(read->value("opaque"), std::nullopt);
  EXPECT_EQ(read.defects(), intact);
}

TEST(Challenge, FindsParamsInAnyCaseTheFirstOfSeveral) {
  const auto read = challenge(R"(digest REALM="one", Realm="two")");
  EXPECT_EQ(read->scheme, "digest");
  EXPECT_EQ(read->value("realm"), "one");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Challenge, KeepsEscapesAndEmptyValuesInQuotes) {
  const auto read = challenge(R"(Digest realm="a \"b\", c", opaque="")");
  EXPECT_EQ(read->value("realm"), R"(a \"b\", c)");
  EXPECT_EQ(read->value("opaque"), "");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Challenge, MayHaveBlanksAndFolds) {
  const auto read = challenge("Digest\r\n realm = \"example.com\"\r\n ,\r\n\tnonce\t=\t\"n\"");
  EXPECT_EQ(read->value("realm"), "example.com");
  EXPECT_EQ(read->value("nonce"), "n");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Challenge, MayBeOfAnyScheme) {
  const auto unknown = challenge("NoOneKnowsThisScheme opaque-data=here");
  EXPECT_EQ(unknown->scheme, "NoOneKnowsThisScheme");
  EXPECT_EQ(unknown->value("opaque-data"), "here");
  EXPECT_EQ(unknown.defects(), intact);

  const auto bearer =
      challenge(R"(Bearer authz_server="https://as.example.com", error="invalid_token")");
  EXPECT_EQ(bearer->value("error"), "invalid_token");
  EXPECT_EQ(bearer.defects(), intact);
}

TEST(Challenge, OfBearerCredentialsIsOneToken) {
  const auto read =
      challenge("Bearer eyJhbGciOiJIUzI1NiJ9.e30.ZRrHA1JJJW8opsbCGfG_HACGpVUMN_a9IQ7==");
  EXPECT_EQ(read->scheme, "Bearer");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Challenge, IsMalformedWithoutSchemeOrParams) {
  for (const std::string value : {"Digest", "\"Digest\" realm=\"x\"", "=", ", realm=\"x\""}) {
    EXPECT_EQ(challenge(value).defects(), (Found{{challenge_malformed, value}}));
  }
  EXPECT_EQ(challenge("").defects(), (Found{{challenge_malformed, ""}}));
}

TEST(Challenge, IsMalformedWhenAParamIs) {
  for (const std::string value :
       {"Digest realm", "Digest realm=", R"(Digest realm="x" nonce="y", opaque="z")",
        R"(Digest realm="x",, nonce="y")", R"(Digest ="x")", R"(Digest re alm="x")",
        R"(Digest realm="x",)", R"(Digest realm="x"y)"}) {
    EXPECT_EQ(challenge(value).defects(), (Found{{challenge_malformed, value}}));
  }
  EXPECT_EQ(challenge(R"(Digest stale, realm="x")")->value("realm"), "x");
}

TEST(Challenge, WithAnOpenQuoteKeepsWhatCameBefore) {
  const auto read = challenge(R"(Digest realm="example.com", nonce="open, qop="auth)");
  EXPECT_EQ(read->value("realm"), "example.com");
  ASSERT_EQ(read.defects().size(), 1U);

  const auto open = challenge(R"(Digest algorithm=MD5, realm="open, nonce=x)");
  EXPECT_EQ(open->value("algorithm"), "MD5");
  EXPECT_EQ(open->value("nonce"), std::nullopt);
  EXPECT_EQ(open.defects(), (Found{{quoted_string_open, "\"open, nonce=x"}}));
}

TEST(Challenge, RowsAreNoCommaLists) {
  const Parsed response =
      response_with(R"(WWW-Authenticate: Digest realm="a", nonce="1", algorithm=SHA-256)",
                    R"(WWW-Authenticate: Digest realm="a", nonce="2", algorithm=MD5)");
  EXPECT_EQ(values(*response, HeaderName::www_authenticate),
            (Strings{R"(Digest realm="a", nonce="1", algorithm=SHA-256)",
                     R"(Digest realm="a", nonce="2", algorithm=MD5)"}));
  EXPECT_EQ(response.defects(), intact);
}

TEST(Challenge, IsCheckedInAllFourHeaderFields) {
  for (const std::string name :
       {"WWW-Authenticate", "Proxy-Authenticate", "Authorization", "Proxy-Authorization"}) {
    EXPECT_EQ(response_with(name + ": Digest").defects(), (Found{{challenge_malformed, "Digest"}}));
  }
}

}  // namespace
}  // namespace sipgloss::test
