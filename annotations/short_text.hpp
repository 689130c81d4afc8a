// SPDX-License-Identifier: MIT
// A text that is put together of parts, in place.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace sipgloss {

/// Holds up to `Capacity` bytes; what goes beyond is cut.
template <std::size_t Capacity>
class ShortText {
 public:
  void append(std::string_view part) {
    const std::string_view kept = part.substr(0, Capacity - size_);
    std::copy_n(kept.data(), kept.size(), bytes_.data() + size_);
    size_ += kept.size();
  }
  std::size_t size() const { return size_; }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, Capacity> bytes_;  // only what is appended is looked at
  std::size_t size_ = 0;
};

}  // namespace sipgloss
