// SPDX-License-Identifier: MIT
// The security mechanisms that a server offers. RFC 3329 sections 2.2 and 2.3.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(SecurityAgreement, TellsMechanismsInTheOrderOfPreference) {
  const Gloss gloss{response(494, "REGISTER", "Security-Server: digest;q=0.1, tls;q=0.9",
                             "Security-Server: ipsec-ike;q=0.2")};
  EXPECT_THAT(gloss.en,
              ElementsAre("Security mechanisms on offer, the preferred first: tls, ipsec-ike, "
                          "digest.",
                          "The client MUST take the first of them that it knows, and return the "
                          "list in Security-Verify (RFC 3329 section 2.3.1)."));
  EXPECT_THAT(gloss.zh,
              ElementsAre("可选的安全机制（优先的在前）：tls、ipsec-ike、digest。",
                          "客户端必须选用其中所支持的最优先者，并在 Security-Verify 中带回此列表"
                          "（RFC 3329 第 2.3.1 节）。"));
}

TEST(SecurityAgreement, TellsWhereIpsecOfImsLeads) {
  const Gloss gloss{response(401, "REGISTER",
                             "Security-Server: ipsec-3gpp;q=0.5;alg=hmac-sha-1-96;ealg=aes-cbc;"
                             "spi-c=11;spi-s=12;port-c=5062;port-s=5063")};
  EXPECT_THAT(gloss.en[0], HasSubstr("ipsec-3gpp (hmac-sha-1-96, aes-cbc)"));
  EXPECT_THAT(gloss.en, Contains("With ipsec-3gpp, the next requests go to port 5063 of this "
                                 "server within IPsec (SPI 12)."));
  EXPECT_THAT(gloss.zh, Contains("选用 ipsec-3gpp 时，后续请求经 IPsec（SPI 12）发往该服务器的"
                                 "端口 5063。"));
}

TEST(SecurityAgreement, KeepsTheOrderWhereThereIsNoPreference) {
  const Gloss gloss{response(421, "REGISTER", "Security-Server: digest, tls;q=x, ;q=1")};
  EXPECT_THAT(gloss.en[0], StartsWith("Security mechanisms on offer"));
  EXPECT_THAT(gloss.en[0], HasSubstr("digest, tls"));
}

TEST(SecurityAgreement, SaysNothingWhereNothingIsOffered) {
  EXPECT_THAT(Gloss(response(494, "REGISTER")).en, IsEmpty());
  EXPECT_THAT(Gloss(response(494, "REGISTER", "Security-Server: ")).en, IsEmpty());
}

TEST(SecurityAgreement, BoundsAThousandMechanisms) {
  std::string list = "Security-Server: a";
  for (int i = 0; i < 999; ++i) list += ", m" + std::to_string(i) + ";q=0.5";
  const Gloss gloss{response(494, "REGISTER", list)};
  EXPECT_THAT(gloss.en, Contains("988 more mechanisms are left out here."));
  EXPECT_LE(gloss.en.size(), 8U);
}

}  // namespace
}  // namespace sipgloss::test
