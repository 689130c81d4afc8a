// SPDX-License-Identifier: MIT
// What is said of a challenge, and of the credentials that the request carried. RFC 3261 section
// 22, RFC 7616 section 3.3, RFC 8760, RFC 3310, RFC 8898.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

/// A 401 to REGISTER with these challenges.
template <typename... Challenges>
std::string unauthorized(const Challenges&... challenges) {
  return response(401, "REGISTER", "WWW-Authenticate: " + std::string(challenges)...);
}

/// A REGISTER with this Authorization.
Beside after(std::string_view authorization) {
  return {.request =
              request("REGISTER sip:example.com", "Authorization: " + std::string(authorization))};
}

const Beside without_credentials{.request = request("REGISTER sip:example.com")};

constexpr std::string_view plain = R"(Digest realm="example.com", nonce="n2", qop="auth")";

TEST(Challenge, WithoutCredentialsIsTheFirstRound) {
  const Gloss gloss(unauthorized(plain), without_credentials);
  EXPECT_THAT(
      gloss.en,
      ElementsAre("The request carried no Authorization: this is the usual first round, no "
                  "failure.",
                  "Wanted: user name and password of realm “example.com” (Digest, algorithm "
                  "MD5 (the default), qop auth)."));
  EXPECT_THAT(gloss.zh,
              ElementsAre("请求未带 Authorization：这是正常的首轮质询，并非故障。",
                          "需要 realm “example.com”的用户名和密码（Digest，算法 MD5（默认），"
                          "qop auth）。"));
}

TEST(Challenge, ForARealmThatTheRequestAnsweredIsARefusal) {
  const Gloss gloss(unauthorized(plain),
                    after(R"(Digest realm="example.com", response="1", nc=00000001)"));
  EXPECT_THAT(gloss.en[0], HasSubstr("realm “example.com”, and they were refused"));
  EXPECT_THAT(gloss.en[0], HasSubstr("a wrong user name or password"));
  EXPECT_THAT(gloss.en[1], StartsWith("The client MUST NOT try again"));
  EXPECT_THAT(gloss.zh[0], HasSubstr("用户名或密码错误"));
  EXPECT_THAT(gloss.zh[1], StartsWith("客户端不得用这些凭证再试"));
}

TEST(Challenge, WithoutANonceCountMayStillBeForAnOldNonce) {
  const Gloss gloss(unauthorized(plain), after(R"(Digest realm="example.com", response="1")"));
  EXPECT_THAT(gloss.en[1], StartsWith("Unless only the nonce was too old"));
  EXPECT_THAT(gloss.zh[1], StartsWith("除非只是 nonce 过期"));
}

TEST(Challenge, ForANonceUsedBeforeIsMostLikelyNoRefusal) {
  const Gloss counted(unauthorized(plain),
                      after(R"(Digest realm="example.com", response="1", nc=00000007)"));
  EXPECT_THAT(counted.en[0], HasSubstr("most likely only their nonce was too old"));
  EXPECT_THAT(counted.zh[0], HasSubstr("多半只是 nonce 过期"));

  std::string phrase = unauthorized(plain);
  phrase.replace(phrase.find("401 x"), 5, "401 Nonce has changed");
  const Gloss spoken(phrase, after(R"(Digest realm="example.com", response="1")"));
  EXPECT_EQ(spoken.en[0], counted.en[0]);
}

TEST(Challenge, WithStaleIsForTheNonceAlone) {
  const std::string stale = unauthorized(std::string(plain) + ", stale=TRUE");
  for (const Beside& beside : {Beside{}, after(R"(Digest realm="example.com", response="1")")}) {
    const Gloss gloss(stale, beside);
    EXPECT_EQ(gloss.en[0],
              "Only the nonce was too old: for realm “example.com” the same user name and password "
              "will do, with the new nonce (stale=true).");
    EXPECT_THAT(gloss.zh[0], StartsWith("只是 nonce 过期：realm “example.com”的用户名和密码照旧"));
  }
  EXPECT_THAT(Gloss(stale, without_credentials).en[0],
              HasSubstr("the request carried no proof for realm “example.com”"));
}

TEST(Challenge, StaleThatIsNotTrueSaysNothing) {
  const Gloss gloss(unauthorized(std::string(plain) + ", stale=false"), without_credentials);
  EXPECT_THAT(gloss.en[0], StartsWith("The request carried no Authorization"));
}

TEST(Challenge, WithoutTheRequestSaysBoth) {
  const Gloss gloss{unauthorized(plain)};
  EXPECT_EQ(gloss.en[0],
            "The request is not at hand: if it carried no credentials, this is the usual first "
            "round; if it did, they were refused.");
  EXPECT_THAT(gloss.zh[0], StartsWith("手头没有该请求"));
}

TEST(Challenge, AfterCredentialsForAnotherRealmAsksForMore) {
  const Gloss gloss(unauthorized(plain), after(R"(Digest realm="other", response="1")"));
  EXPECT_EQ(gloss.en[0],
            "The request carried credentials, but none for realm “example.com”: the client has to "
            "add some for it.");
  EXPECT_EQ(gloss.zh[0], "请求带有凭证，但没有 realm “example.com”的：客户端须再补上。");
}

TEST(Challenge, OfAProxyIsNotAnsweredInAuthorization) {
  const Gloss gloss(response(407, "INVITE", R"(Proxy-Authenticate: Digest realm="a", nonce="n")"),
                    after(R"(Digest realm="a", response="1")"));
  EXPECT_EQ(gloss.en[0],
            "The request carried credentials for realm “a” in Authorization; this challenge is "
            "answered in Proxy-Authorization.");
  EXPECT_EQ(gloss.zh[0],
            "realm “a”的凭证放在了 Authorization 中；回答本质询须用 Proxy-Authorization。");
}

TEST(Challenge, SaysNothingOfRealmsThatAreNotRemembered) {
  const Gloss gloss(
      unauthorized(plain),
      {.request = request("REGISTER sip:b", R"(Authorization: Digest realm="1", response="1")",
                          R"(Authorization: Digest realm="2", response="1")",
                          R"(Authorization: Digest realm="3", response="1")")});
  EXPECT_THAT(gloss.en, ElementsAre(StartsWith("Wanted: ")));
}

// 3GPP TS 24.229 section 5.1.1.2 has the first REGISTER name the user.
TEST(Challenge, AfterAnEmptyResponseIsTheFirstRound) {
  const Gloss gloss(unauthorized(plain),
                    after(R"(Digest username="u", realm="example.com", nonce="", response="")"));
  EXPECT_THAT(gloss.en[0], HasSubstr("the usual first round"));
  EXPECT_THAT(gloss.zh[0], HasSubstr("正常的首轮质询"));
}

/// RAND 00 to 0f and AUTN 10 to 1f.
constexpr std::string_view aka =
    R"(Digest realm="ims", nonce="AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", )"
    R"(algorithm=AKAv1-MD5, qop="auth")";

TEST(Challenge, OfAkaIsAnsweredByTheCard) {
  const Gloss gloss(unauthorized(aka), without_credentials);
  EXPECT_THAT(gloss.en,
              ElementsAre(StartsWith("The request carried no Authorization"),
                          "Wanted: the answer of the card (SIM) for realm “ims”, by AKAv1-MD5; no "
                          "password plays a part.",
                          "Its nonce carries RAND 000102030405060708090a0b0c0d0e0f and AUTN "
                          "101112131415161718191a1b1c1d1e1f."));
  EXPECT_THAT(gloss.zh[1], HasSubstr("由卡（SIM）按 AKAv1-MD5 为 realm “ims”作答"));
}

TEST(Challenge, OfAkaAfterAutsIsNoRefusal) {
  const Gloss gloss(unauthorized(aka), after(R"(Digest realm="ims", response="1", auts="x=")"));
  EXPECT_THAT(gloss.en[0], StartsWith("The request carried auts"));
  EXPECT_THAT(gloss.zh[0], HasSubstr("并非密钥错误"));
}

TEST(Challenge, OfAkaAgainMayOnlyWantAFreshResponse) {
  const Gloss gloss(unauthorized(aka), after(R"(Digest realm="ims", response="1")"));
  EXPECT_THAT(gloss.en[0], HasSubstr("the network wants a fresh one, or it did not match"));
  EXPECT_THAT(gloss.en, Each(Not(HasSubstr("wrong user name"))));
}

TEST(Challenge, OfAkaWithoutRandCannotBeAnswered) {
  const Gloss gloss(unauthorized(R"(Digest realm="ims", nonce="abc", algorithm=AKAv1-MD5)"));
  EXPECT_THAT(gloss.en, Contains(HasSubstr("does not hold RAND and AUTN")));
}

TEST(Challenge, OfBearerNamesWhoIssuesTokens) {
  const Gloss gloss(unauthorized(R"(Bearer realm="a", authz_server="https://as.example.com", )"
                                 R"(scope="sip:call", error="invalid_token")"),
                    after("Bearer e30"));
  EXPECT_THAT(
      gloss.en,
      ElementsAre(StartsWith("The request carried an access token that was not accepted"),
                  "Wanted: an access token for realm “a”, issued by https://as.example.com "
                  "(Bearer).",
                  "The token needs the scope “sip:call”.",
                  "The token was refused as invalid_token: expired, revoked or malformed."));
  EXPECT_THAT(gloss.zh[1], HasSubstr("由 https://as.example.com 签发"));
}

TEST(Challenge, OfBasicIsForbidden) {
  const Gloss gloss(unauthorized(R"(Basic realm="a")"), without_credentials);
  EXPECT_THAT(gloss.en, Contains(HasSubstr("Basic, which SIP forbids")));
  EXPECT_THAT(gloss.zh, Contains(HasSubstr("SIP 禁止使用")));
}

TEST(Challenge, OfAnotherSchemeIsNamed) {
  const Gloss gloss{unauthorized(R"(NTLM realm="a", targetname="x")")};
  EXPECT_THAT(gloss.en,
              ElementsAre("Realm “a” asks by the scheme NTLM: a client that does not know "
                          "it ignores this challenge."));
}

TEST(Challenge, OfSeveralAlgorithmsGivesAChoice) {
  const Gloss gloss(unauthorized(R"(Digest realm="a", nonce="1", algorithm=SHA-256, qop="auth")",
                                 R"(Digest realm="a", nonce="2", algorithm=MD5, qop="auth")"),
                    without_credentials);
  EXPECT_THAT(
      gloss.en,
      ElementsAre(StartsWith("The request carried no Authorization"),
                  HasSubstr("algorithm SHA-256"), HasSubstr("algorithm MD5"),
                  "Realm “a” gives the choice of 2 challenges: the client SHOULD answer the "
                  "topmost that it supports (RFC 8760 section 2.4)."));
}

TEST(Challenge, OfNewAlgorithmsAloneShutsOldClientsOut) {
  const Gloss gloss{unauthorized(R"(Digest realm="a", nonce="1", algorithm=SHA-256, qop="auth")")};
  EXPECT_THAT(gloss.en, Contains(StartsWith("No challenge is for MD5")));
  EXPECT_THAT(gloss.zh, Contains(StartsWith("所有质询都不用 MD5")));
}

TEST(Challenge, OfSeveralRealmsIsToldRealmByRealm) {
  const Gloss gloss(response(407, "INVITE", R"(Proxy-Authenticate: Digest realm="a", nonce="1")",
                             R"(Proxy-Authenticate: Digest realm="b", nonce="2")"),
                    {.request = request("INVITE sip:a@b",
                                        R"(Proxy-Authorization: Digest realm="a", response="1")")});
  EXPECT_THAT(gloss.en[0], HasSubstr("realm “a”, and they were refused"));
  EXPECT_THAT(gloss.en[2], HasSubstr("none for realm “b”"));
  EXPECT_THAT(gloss.en, Contains("The challenges are of 2 realms, each with user names and "
                                 "passwords of its own."));
}

TEST(Challenge, WithAuthIntAloneCoversTheBody) {
  EXPECT_THAT(Gloss(unauthorized(R"(Digest realm="a", nonce="1", qop="auth-int")")).en,
              Contains(HasSubstr("covers the body as well")));
  EXPECT_THAT(Gloss(unauthorized(R"(Digest realm="a", nonce="1", qop="auth,auth-int")")).en,
              Each(Not(HasSubstr("covers the body"))));
}

TEST(Challenge, ThatLacksWhatItNeedsIsSaidToLackIt) {
  const Gloss gloss{unauthorized("Digest algorithm=MD5")};
  EXPECT_THAT(gloss.en, Contains(HasSubstr("names no realm")));
  EXPECT_THAT(gloss.en, Contains(HasSubstr("has no nonce")));
}

TEST(Challenge, ThatCannotBeReadIsShownAsItIs) {
  const Gloss gloss{unauthorized("=\x01")};
  EXPECT_THAT(gloss.en, ElementsAre("A challenge cannot be read: “=\\x01”."));
  EXPECT_THAT(gloss.zh, ElementsAre("有一个质询无法解读：“=\\x01”。"));
}

TEST(Challenge, ThatTheCaptureCutsOffIsLeftOut) {
  const Gloss gloss("SIP/2.0 401 x\r\nCSeq: 1 REGISTER\r\nWWW-Authenticate: Digest realm=\"exam",
                    {.truncated = true});
  EXPECT_THAT(gloss.en, ElementsAre("The capture cuts a challenge off; it is left out here."));
}

TEST(Challenge, AThousandOfThemAreBounded) {
  std::string bytes = "SIP/2.0 401 x\r\n";
  for (int i = 0; i < 1000; ++i) {
    bytes += "WWW-Authenticate: Digest realm=\"" + std::to_string(i) + "\", nonce=\"1\"\r\n";
  }
  const Gloss gloss(bytes + "\r\n", without_credentials);
  EXPECT_THAT(gloss.en, AllOf(SizeIs(testing::Le(32)), Contains("There are 994 more challenges.")));
}

TEST(Challenge, OfAnEnormousRealmIsCutWhereItIsShown) {
  const Gloss gloss{unauthorized("Digest realm=\"" + std::string(60000, 'r') + "\", nonce=\"1\"")};
  for (const std::string& sentence : gloss.en) EXPECT_LE(sentence.size(), longest_sentence);
  for (const std::string& sentence : gloss.zh) EXPECT_LE(sentence.size(), longest_sentence);
}

TEST(Challenge, IsNotLookedForInOtherResponses) {
  EXPECT_THAT(Gloss(response(200, "REGISTER", "WWW-Authenticate: " + std::string(plain))).en,
              Each(Not(HasSubstr("Wanted"))));
}

TEST(Credentials, WithA403WereRefusedOrDoNotSuffice) {
  const std::string forbidden = response(403, "REGISTER");
  const Gloss refused(forbidden, after(R"(Digest realm="a", response="1")"));
  EXPECT_THAT(refused.en, Contains(StartsWith("The request carried credentials: either")));
  EXPECT_THAT(refused.zh, Contains(StartsWith("请求带有凭证")));
  const Gloss policy(forbidden, without_credentials);
  EXPECT_THAT(policy.en, Contains(StartsWith("The request carried no proof of a password")));
  EXPECT_THAT(policy.zh, Contains(HasSubstr("与密码无关")));
  const Gloss unknown{forbidden};
  EXPECT_THAT(unknown.en, Each(Not(HasSubstr("The request carried"))));
}

TEST(Credentials, ThatWereAcceptedMayGetTheNextNonce) {
  EXPECT_THAT(
      Gloss(response(200, "REGISTER", R"(Authentication-Info: qop=auth, nextnonce="n3")")).en,
      Contains(StartsWith("The server gives the nonce for the next request (nextnonce)")));
  EXPECT_THAT(Gloss(response(200, "REGISTER", R"(Authentication-Info: rspauth="1")")).en,
              Each(Not(HasSubstr("nextnonce"))));
}

}  // namespace
}  // namespace sipgloss::test
