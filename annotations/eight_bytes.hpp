// SPDX-License-Identifier: MIT
// Eight bytes of a text looked at in one step.
#pragma once

#include <cstdint>
#include <cstring>

namespace sipgloss {

/// The same byte eight times.
constexpr std::uint64_t in_each_byte(unsigned char byte) { return 0x0101010101010101U * byte; }

/// The eight bytes from there on, in the order of this machine.
inline std::uint64_t eight_bytes(const char* begin) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, begin, sizeof eight);
  return eight;
}

/// The top bit of the lowest byte that is below a bound of at most 0x80, and perhaps of some above
/// it; 0 when none is.
template <unsigned char Bound>
constexpr std::uint64_t bytes_below(std::uint64_t eight) {
  static_assert(Bound <= 0x80);
  return (eight - in_each_byte(Bound)) & ~eight & in_each_byte(0x80);
}

}  // namespace sipgloss
