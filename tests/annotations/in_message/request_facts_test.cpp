// SPDX-License-Identifier: MIT
// What is remembered of a request. RFC 3261 section 22, RFC 8760 section 2.7.
#include "support.hpp"

namespace sipgloss::test {
namespace {

RequestFacts facts(const std::string& bytes) { return facts_of(Message::parse({bytes})); }

TEST(RequestFacts, KeepTheRealmsOfCredentialsByHeaderField) {
  const RequestFacts read =
      facts(request("INVITE sip:a@b", R"(Authorization: Digest realm="a", response="1")",
                    R"(Proxy-Authorization: Digest realm="b", response="1")",
                    R"(Proxy-Authorization: Digest realm="c", response="1")"));
  EXPECT_EQ(read.realms, (Realms{fact_hash("a"), 0}));
  EXPECT_EQ(read.proxy_realms, (Realms{fact_hash("b"), fact_hash("c")}));
  EXPECT_TRUE(read.credentials.some && read.proxy_credentials.some);
  EXPECT_FALSE(read.credentials.more_realms || read.proxy_credentials.more_realms);
}

TEST(RequestFacts, KeepTwoRealmsAndThatThereAreMore) {
  const RequestFacts read =
      facts(request("INVITE sip:a@b", R"(Authorization: Digest realm="a", response="1")",
                    R"(Authorization: Digest realm="a", response="2")",
                    R"(Authorization: Digest realm="b", response="1")",
                    R"(Authorization: Digest realm="c", response="1")"));
  EXPECT_EQ(read.realms, (Realms{fact_hash("a"), fact_hash("b")}));
  EXPECT_TRUE(read.credentials.more_realms);
}

TEST(RequestFacts, AnEmptyResponseProvesNothing) {
  const RequestFacts read = facts(request(
      "REGISTER sip:b", R"(Authorization: Digest username="u", realm="a", nonce="", response="")"));
  EXPECT_EQ(read.realms, Realms{});
  EXPECT_TRUE(read.credentials.some && read.credentials.unproved);
}

TEST(RequestFacts, TellANewNonceFromAUsedOne) {
  const auto with = [](std::string_view nc) {
    return facts(request("REGISTER sip:b",
                         R"(Authorization: Digest realm="a", response="1")" + std::string(nc)))
        .credentials;
  };
  EXPECT_TRUE(with(", nc=00000001").new_nonce);
  EXPECT_FALSE(with(", nc=00000001").used_nonce);
  EXPECT_TRUE(with(", nc=0000000a").used_nonce);
  EXPECT_FALSE(with("").new_nonce || with("").used_nonce);
}

TEST(RequestFacts, KnowTheSchemeOfTheRequestUri) {
  EXPECT_EQ(facts(request("INVITE sip:a@b")).scheme, UriScheme::sip);
  EXPECT_EQ(facts(request("INVITE SIPS:a@b")).scheme, UriScheme::sips);
  EXPECT_EQ(facts(request("INVITE tel:+1")).scheme, UriScheme::tel);
  EXPECT_EQ(facts(request("INVITE urn:service:sos")).scheme, UriScheme::urn);
  EXPECT_EQ(facts(request("INVITE im:a@b")).scheme, UriScheme::other);
  EXPECT_EQ(facts(request("INVITE nothing")).scheme, UriScheme::none);
}

TEST(RequestFacts, ACutRequestMayHoldMore) {
  const RequestFacts read = facts("INVITE sip:a@b SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.1;bra");
  EXPECT_TRUE(read.credentials.more_realms && read.proxy_credentials.more_realms);
  EXPECT_TRUE(read.requires_uas && read.requires_proxy);
}

}  // namespace
}  // namespace sipgloss::test
