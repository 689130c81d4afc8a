// SPDX-License-Identifier: MIT
// The nonce of an AKA challenge: RAND and AUTN in base64. RFC 3310 section 3.2, RFC 4648 section 4.
#include "message/scan.hpp"

namespace sipgloss {

namespace {

/// The six bits that a character stands for; nothing when it is not of the alphabet.
constexpr std::optional<unsigned> six_bits(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a') + 26;
  if (scan::is_digit(c)) return static_cast<unsigned>(c - '0') + 52;
  if (c == '+') return 62;
  if (c == '/') return 63;
  return std::nullopt;
}

/// Reads as many bytes as `bytes` has room for; says whether there were so many.
template <std::size_t Size>
bool read_base64(std::string_view text, std::array<std::uint8_t, Size>& bytes) {
  unsigned bits = 0;
  unsigned held = 0;
  std::size_t size = 0;
  for (const char c : text) {
    const std::optional<unsigned> six = six_bits(c);
    if (!six) return false;
    bits = (bits << 6 | *six) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[size++] = static_cast<std::uint8_t>(bits >> held & 0xFFU);
    if (size == bytes.size()) return true;
  }
  return false;
}

}  // namespace

// aka-nonce-value = <base64 encoding of RAND, AUTN, and server specific data>
std::optional<AkaNonce> read_aka_nonce(std::string_view nonce) {
  std::array<std::uint8_t, 32> bytes{};
  if (!read_base64(nonce, bytes)) return std::nullopt;
  AkaNonce read;
  std::copy_n(bytes.begin(), read.rand.size(), read.rand.begin());
  std::copy_n(bytes.begin() + read.rand.size(), read.autn.size(), read.autn.begin());
  return read;
}

}  // namespace sipgloss
