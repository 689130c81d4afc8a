// SPDX-License-Identifier: MIT
// URIs: their parts, and which are equivalent. RFC 3261 sections 19.1.1 and 19.1.4.
#include "sipgloss/uri.hpp"

#include <gtest/gtest.h>

#include "sipgloss/session.hpp"

namespace sipgloss::test {
namespace {

TEST(Uri, IsTakenApart) {
  const Uri uri = read_uri("sips:alice:secret@[2001:db8::1]:5061;transport=tcp;lr?subject=x");
  EXPECT_EQ(uri.scheme, "sips");
  EXPECT_EQ(uri.user, "alice:secret");
  EXPECT_EQ(uri.host, "2001:db8::1");
  EXPECT_EQ(uri.port, 5061);
  EXPECT_EQ(uri.parameters.value("transport"), "tcp");
  EXPECT_EQ(uri.headers, "subject=x");
  EXPECT_TRUE(uri.is_sip());
}

TEST(Uri, NeedsNeitherUserNorPort) {
  const Uri uri = read_uri("SIP:example.com");
  EXPECT_EQ(uri.user, "");
  EXPECT_EQ(uri.host, "example.com");
  EXPECT_EQ(uri.port, std::nullopt);
}

TEST(Uri, OfAnotherSchemeKeepsItsScheme) {
  EXPECT_EQ(read_uri("tel:+1").scheme, "tel");
  EXPECT_EQ(read_uri("tel:+1").host, "");
  EXPECT_EQ(read_uri("alice").scheme, "");
  EXPECT_FALSE(read_uri("").is_sip());
}

TEST(Uri, SurvivesWhatIsBroken) {
  EXPECT_EQ(read_uri("sip:a@[::1").host, "");
  EXPECT_EQ(read_uri("sip:a@h:99999").port, std::nullopt);
  EXPECT_EQ(read_uri("sip:a@h:5x").port, std::nullopt);
  EXPECT_EQ(read_uri("sip:@").host, "");
}

// The examples are those of section 19.1.4 in kind, not in letter.
TEST(SameUri, LooksAtWhatMatters) {
  EXPECT_TRUE(same_uri("sip:alice@example.com", "sip:alice@EXAMPLE.com"));
  EXPECT_TRUE(same_uri("SIP:%61lice@example.com", "sip:alice@example.com"));
  EXPECT_TRUE(same_uri("sip:a@b;transport=UDP;x=1", "sip:a@b;X=1;transport=udp"));
  EXPECT_TRUE(same_uri("sip:a@b;lr", "sip:a@b"));
  EXPECT_TRUE(same_uri("tel:+1", "TEL:+1"));
}

TEST(SameUri, TellsApart) {
  EXPECT_FALSE(same_uri("sip:Alice@example.com", "sip:alice@example.com"));
  EXPECT_FALSE(same_uri("sip:a@b", "sip:a@b:5060"));
  EXPECT_FALSE(same_uri("sip:a@b", "sips:a@b"));
  EXPECT_FALSE(same_uri("sip:a@b;transport=udp", "sip:a@b;transport=tcp"));
  EXPECT_FALSE(same_uri("sip:a@b;transport=udp", "sip:a@b"));
  EXPECT_FALSE(same_uri("sip:a@b;user=phone", "sip:a@b"));
  EXPECT_FALSE(same_uri("sip:a@b?subject=x", "sip:a@b"));
  EXPECT_FALSE(same_uri("tel:+1", "tel:+2"));
  EXPECT_FALSE(same_uri("sip:a@b", "sip:a@bc"));
}

TEST(IsAddress, ComparesAddressesAndNotTheirLetters) {
  const Endpoint ipv4{.address = {192, 0, 2, 1}, .length = 4};
  Endpoint ipv6{.address = {0x20, 0x01, 0x0d, 0xb8}, .length = 16};
  ipv6.address[15] = 1;
  EXPECT_TRUE(is_address("192.0.2.1", ipv4));
  EXPECT_FALSE(is_address("192.0.2.10", ipv4));
  EXPECT_FALSE(is_address("host.example.com", ipv4));
  EXPECT_TRUE(is_address("2001:DB8::1", ipv6));
  EXPECT_TRUE(is_address("[2001:db8:0:0:0:0:0:1]", ipv6));
  EXPECT_FALSE(is_address("", ipv6));
}

}  // namespace
}  // namespace sipgloss::test
