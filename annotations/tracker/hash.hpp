// SPDX-License-Identifier: MIT
// The numbers by which the tracker knows names again: a hash of their bytes, so that no name has to
// be kept.
#pragma once

#include <cstdint>
#include <string_view>

namespace sipgloss {

/// Hashes the parts one after another, so that {"ab", "c"} and {"a", "bc"} differ. Never 0.
class Hasher {
 public:
  Hasher& add(std::string_view part);
  /// The same without regard to the case of ASCII letters (hosts, RFC 3261 section 19.1.4).
  Hasher& add_ignoring_case(std::string_view part);
  Hasher& add(std::uint64_t number);
  std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint64_t value_ = 0x9E3779B97F4A7C15;
};

/// A short hash of one name; 0 for an empty one.
std::uint32_t short_hash(std::string_view name);

}  // namespace sipgloss
