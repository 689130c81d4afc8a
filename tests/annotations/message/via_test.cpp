// SPDX-License-Identifier: MIT
// Via: one hop of a message's path. RFC 3261 sections 18.1.1, 18.2.1 and 20.42, RFC 3581.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;

Read<Via> via(std::string_view value) { return {read_via, value}; }

TEST(Via, ComesApart) {
  const auto read = via("SIP/2.0/UDP pc33.example.com:5066;branch=z9hG4bK776;received=192.0.2.1");
  EXPECT_EQ(read->raw, "SIP/2.0/UDP pc33.example.com:5066;branch=z9hG4bK776;received=192.0.2.1");
  EXPECT_EQ(read->protocol, "SIP");
  EXPECT_EQ(read->version, "2.0");
  EXPECT_EQ(read->transport, "UDP");
  EXPECT_EQ(read->sent_by, "pc33.example.com:5066");
  EXPECT_EQ(read->host, "pc33.example.com");
  EXPECT_EQ(read->port, 5066);
  EXPECT_EQ(read->branch, "z9hG4bK776");
  EXPECT_EQ(read->parameters.value("received"), "192.0.2.1");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Via, KeepsTheParametersThatEverybodyAsksFor) {
  const auto read = via(
      "SIP/2.0/UDP a;Received=192.0.2.1;rport;maddr=\"192.0.2.2\";branch=z9hG4bK1;branch=other");
  EXPECT_EQ(read->received, "192.0.2.1");
  EXPECT_EQ(read->rport, "");
  EXPECT_EQ(read->maddr, "192.0.2.2");
  EXPECT_EQ(read->branch, "z9hG4bK1");
  EXPECT_FALSE(read->has_others);

  const auto without = via("SIP/2.0/UDP a;ttl=1");
  EXPECT_EQ(without->received, std::nullopt);
  EXPECT_EQ(without->rport, std::nullopt);
  EXPECT_EQ(without->maddr, std::nullopt);
  EXPECT_EQ(without->branch, "");
  EXPECT_TRUE(without->has_others);
}

TEST(Via, MayHaveNeitherPortNorBranch) {
  const auto read = via("SIP/2.0/TCP 192.0.2.4");
  EXPECT_EQ(read->host, "192.0.2.4");
  EXPECT_EQ(read->port, std::nullopt);
  EXPECT_EQ(read->branch, "");
  EXPECT_FALSE(read->has_magic_cookie());
  EXPECT_EQ(read->parameters.text(), "");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Via, HasAnIPv6ReferenceWithOrWithoutPort) {
  const auto with_port = via("SIP/2.0/UDP [2001:db8::9:255]:6050;branch=z9hG4bK1");
  EXPECT_EQ(with_port->sent_by, "[2001:db8::9:255]:6050");
  EXPECT_EQ(with_port->host, "2001:db8::9:255");
  EXPECT_EQ(with_port->port, 6050);
  EXPECT_EQ(with_port.defects(), intact);

  const auto without = via("SIP/2.0/TLS [2001:db8::1]");
  EXPECT_EQ(without->sent_by, "[2001:db8::1]");
  EXPECT_EQ(without->host, "2001:db8::1");
  EXPECT_EQ(without->port, std::nullopt);
  EXPECT_EQ(without.defects(), intact);
}

TEST(Via, MayHaveBlanksAroundSlashesColonsAndSemicolons) {
  const auto read =
      via("SIP / 2.0 /\tUDP   first.example.com : 4000 ; ttl = 16 ; branch = z9hG4bKa7.1");
  EXPECT_EQ(read->protocol, "SIP");
  EXPECT_EQ(read->version, "2.0");
  EXPECT_EQ(read->transport, "UDP");
  EXPECT_EQ(read->sent_by, "first.example.com : 4000");
  EXPECT_EQ(read->host, "first.example.com");
  EXPECT_EQ(read->port, 4000);
  EXPECT_EQ(read->parameters.value("ttl"), "16");
  EXPECT_EQ(read->branch, "z9hG4bKa7.1");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Via, MayBeFolded) {
  const auto read = via("SIP  /   2.0\r\n /UDP\r\n    192.0.2.2;branch=\r\n z9hG4bK30239");
  EXPECT_EQ(read->version, "2.0");
  EXPECT_EQ(read->transport, "UDP");
  EXPECT_EQ(read->host, "192.0.2.2");
  EXPECT_EQ(read->branch, "z9hG4bK30239");
  EXPECT_EQ(read.defects(), intact);
}

TEST(Via, AsksForRportByAFlagAndGetsAValue) {
  const auto asked = via("SIP/2.0/UDP 10.0.0.1;rport;branch=z9hG4bK1");
  EXPECT_EQ(asked->parameters.value("rport"), "");
  EXPECT_EQ(asked.defects(), intact);

  const auto answered = via("SIP/2.0/UDP 10.0.0.1;received=192.0.2.9;rport=40123;branch=z9hG4bK1");
  EXPECT_EQ(answered->parameters.value("rport"), "40123");
  EXPECT_EQ(answered->parameters.value("received"), "192.0.2.9");
  EXPECT_EQ(answered.defects(), intact);

  EXPECT_EQ(via("SIP/2.0/UDP 10.0.0.1")->parameters.value("rport"), std::nullopt);
}

TEST(Via, HasReceivedWithAnIPv6AddressInBracketsOrNot) {
  for (const std::string address : {"2001:db8::7", "[2001:db8::7]"}) {
    const auto read = via("SIP/2.0/UDP a.example.com;received=" + address + ";branch=z9hG4bK1");
    EXPECT_EQ(read->parameters.value("received"), address);
    EXPECT_EQ(read->branch, "z9hG4bK1");
    EXPECT_EQ(read.defects(), intact);
  }
}

TEST(Via, TellsWhetherTheBranchHasTheMagicCookie) {
  EXPECT_TRUE(via("SIP/2.0/UDP a.example.com;branch=z9hG4bK1")->has_magic_cookie());
  EXPECT_TRUE(via("SIP/2.0/UDP a.example.com;branch=z9hG4bK")->has_magic_cookie());
  EXPECT_FALSE(via("SIP/2.0/UDP a.example.com;branch=z9hG4b")->has_magic_cookie());
  EXPECT_FALSE(via("SIP/2.0/UDP a.example.com;branch=390skdjuw")->has_magic_cookie());
  EXPECT_FALSE(via("SIP/2.0/UDP a.example.com;branch=xz9hG4bK1")->has_magic_cookie());
}

TEST(Via, FindsParametersInAnyCase) {
  EXPECT_EQ(via("SIP/2.0/UDP a.example.com;BRANCH=z9hG4bKx")->branch, "z9hG4bKx");
}

TEST(Via, MayNameProtocolsAndTransportsOfTheFuture) {
  const auto read = via("SIP/7.0/UNKNOWN t4.example.com;branch=z9hG4bKasd0f3en");
  EXPECT_EQ(read->version, "7.0");
  EXPECT_EQ(read->transport, "UNKNOWN");
  EXPECT_EQ(read.defects(), intact);
  EXPECT_EQ(via("SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK1").defects(), intact);
}

TEST(Via, HasAPortOf16Bits) {
  EXPECT_EQ(via("SIP/2.0/UDP a.example.com:1")->port, 1);
  EXPECT_EQ(via("SIP/2.0/UDP a.example.com:65535")->port, 65535);
  EXPECT_EQ(via("SIP/2.0/UDP a.example.com:005060")->port, 5060);
  for (const std::string port : {"65536", "99999", "4294972356", "18446744073709556676"}) {
    const std::string value = "SIP/2.0/UDP a.example.com:" + port + ";branch=z9hG4bK1";
    const auto read = via(value);
    EXPECT_EQ(read->host, "a.example.com");
    EXPECT_EQ(read->port, std::nullopt);
    EXPECT_EQ(read->branch, "z9hG4bK1");
    EXPECT_EQ(read.defects(), (Found{{via_malformed, value}}));
  }
}

TEST(Via, IsMalformedWhenAPartIsMissing) {
  for (const std::string value :
       {"SIP", "SIP/2.0", "SIP/2.0/", "SIP/2.0/UDP", "SIP/2.0/UDP ;branch=z9hG4bK1",
        "SIP/2.0 a.example.com", "/2.0/UDP a.example.com", "SIP//UDP a.example.com",
        "a.example.com", ";branch=z9hG4bK1", "SIP/2.0/UDPa.example.com;branch=z9hG4bK1"}) {
    EXPECT_EQ(via(value).defects(), (Found{{via_malformed, value}}));
  }
  EXPECT_EQ(via("").defects(), (Found{{via_malformed, ""}}));
}

TEST(Via, IsMalformedWhenSentByIsBroken) {
  for (const std::string value :
       {"SIP/2.0/UDP a.example.com:", "SIP/2.0/UDP a.example.com:5060x",
        "SIP/2.0/UDP a.example.com:-1", "SIP/2.0/UDP a.example.com:50:60", "SIP/2.0/UDP :5060",
        "SIP/2.0/UDP 2001:db8::1", "SIP/2.0/UDP [2001:db8::1", "SIP/2.0/UDP []:5060",
        "SIP/2.0/UDP [2001:db8::1]x5060", "SIP/2.0/UDP [2001:db8::1] 5060",
        "SIP/2.0/UDP a.example.com b.example.com", "SIP/2.0/UDP a.example.com 5060"}) {
    EXPECT_EQ(via(value).defects(), (Found{{via_malformed, value}}));
  }
}

TEST(Via, WithoutSentByStillHasItsBranch) {
  EXPECT_EQ(via("SIP/2.0/UDP ;branch=z9hG4bK1")->branch, "z9hG4bK1");
}

TEST(Via, WithBrokenParametersKeepsTheGoodOnes) {
  const auto read = via("SIP/2.0/UDP a.example.com;;=x;branch=z9hG4bK1;");
  EXPECT_EQ(read->host, "a.example.com");
  EXPECT_EQ(read->branch, "z9hG4bK1");
  const Found defects = read.defects();
  ASSERT_EQ(defects.size(), 3U);
  for (const Broken& broken : defects) EXPECT_EQ(broken.kind, parameter_malformed);
}

TEST(Via, IsCheckedInEveryRowAndEveryValue) {
  const Parsed response =
      response_with("Via: SIP/2.0/UDP a.example.com, SIP/2.0 b.example.com",
                    "v: SIP/2.0/TCP c.example.com", "Via: SIP/2.0/UDP d.example.com:port");
  EXPECT_EQ(response.defects(), (Found{{via_malformed, "SIP/2.0 b.example.com"},
                                       {via_malformed, "SIP/2.0/UDP d.example.com:port"}}));
  EXPECT_EQ(response->top_via().host, "a.example.com");
}

TEST(Via, ListsHaveNoEmptyValues) {
  EXPECT_EQ(response_with("Via:").defects(), (Found{{via_malformed, ""}}));
  EXPECT_EQ(response_with("Via: SIP/2.0/UDP a.example.com,").defects(),
            (Found{{via_malformed, "SIP/2.0/UDP a.example.com,"}}));
}

}  // namespace
}  // namespace sipgloss::test
