// SPDX-License-Identifier: MIT
// The numbers by which the tracker knows names again.
#include "tracker/hash.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <random>

namespace sipgloss {
namespace {

// Drawn anew in each process: nobody can write names that collide. What is shown does not depend on
// it.
std::uint64_t seed() {
  static const std::uint64_t drawn = [] {
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
  }();
  return drawn;
}

}  // namespace

Hasher& Hasher::add(std::string_view part) {
  value_ = XXH3_64bits_withSeed(part.data(), part.size(), seed() ^ value_);
  return *this;
}

Hasher& Hasher::add_ignoring_case(std::string_view part) {
  constexpr std::size_t chunk = 64;
  std::array<char, chunk> lower{};
  do {
    const std::string_view piece = part.substr(0, chunk);
    for (std::size_t i = 0; i < piece.size(); ++i) {
      const char c = piece[i];
      lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    add(std::string_view(lower.data(), piece.size()));
    part.remove_prefix(piece.size());
  } while (!part.empty());
  return *this;
}

Hasher& Hasher::add(std::uint64_t number) {
  value_ = XXH3_64bits_withSeed(&number, sizeof number, seed() ^ value_);
  return *this;
}

std::uint32_t short_hash(std::string_view name) {
  if (name.empty()) return 0;
  const auto hash = static_cast<std::uint32_t>(Hasher().add(name).value());
  return hash == 0 ? 1 : hash;
}

}  // namespace sipgloss
