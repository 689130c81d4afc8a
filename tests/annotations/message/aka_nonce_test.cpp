// SPDX-License-Identifier: MIT
// The nonce of an AKA challenge: RAND and AUTN. RFC 3310 section 3.2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

/// The bytes 0 to 31, in base64, without what stands behind them.
constexpr std::string_view counted = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

TEST(AkaNonce, HoldsRandAndAutn) {
  const auto nonce = read_aka_nonce(std::string(counted) + "=");
  ASSERT_TRUE(nonce);
  for (std::uint8_t i = 0; i < 16; ++i) {
    EXPECT_EQ(nonce->rand[i], i);
    EXPECT_EQ(nonce->autn[i], i + 16);
  }
}

TEST(AkaNonce, MayGoOnWithDataOfTheServer) {
  const auto nonce = read_aka_nonce(std::string(counted) + "gMDBC+/==");
  ASSERT_TRUE(nonce);
  EXPECT_EQ(nonce->autn[15], 31);
}

TEST(AkaNonce, ReadsTheWholeAlphabet) {
  const auto nonce = read_aka_nonce("+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+=");
  ASSERT_TRUE(nonce);
  EXPECT_EQ(nonce->rand[0], 0xFB);
  EXPECT_EQ(nonce->rand[1], 0xFF);
  EXPECT_EQ(nonce->rand[2], 0xBF);
}

TEST(AkaNonce, IsNoneWhereItIsTooShortOrNoBase64) {
  EXPECT_FALSE(read_aka_nonce(""));
  EXPECT_FALSE(read_aka_nonce(counted.substr(1)));
  EXPECT_FALSE(read_aka_nonce("dcd98b7102dd2f0e8b11d0f600bfb0c0"));
  EXPECT_FALSE(read_aka_nonce(std::string(20, 'A') + "-" + std::string(60, 'A')));
}

}  // namespace
}  // namespace sipgloss::test
