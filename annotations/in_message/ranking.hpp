// SPDX-License-Identifier: MIT
// The values of a header field in the order of their q. RFC 3261 section 8.1.3.4, RFC 3329
// section 2.2.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace sipgloss::in_message {

/// A value and how much it is preferred.
template <typename Item>
struct Ranked {
  Item item{};
  std::optional<std::uint16_t> q;  ///< in thousandths; nothing where there is none
};

/// The most preferred of any number of values. Equal ones keep their order; those without q come
/// last.
template <typename Item, std::size_t Capacity>
class Ranking {
 public:
  void add(const Item& item, std::optional<std::uint16_t> q) {
    ++total_;
    if (q) has_q_ = true;
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(size_);
    const auto place =
        std::find_if(items_.begin(), end, [q](const Ranked<Item>& other) { return q > other.q; });
    if (place == items_.end()) return;
    if (size_ < Capacity) ++size_;
    std::move_backward(place, items_.begin() + static_cast<std::ptrdiff_t>(size_) - 1,
                       items_.begin() + static_cast<std::ptrdiff_t>(size_));
    *place = {item, q};
  }

  const Ranked<Item>* begin() const { return items_.data(); }
  const Ranked<Item>* end() const { return items_.data() + size_; }
  const Ranked<Item>& front() const { return items_.front(); }
  std::size_t total() const { return total_; }  ///< of those that are left out as well
  std::size_t left_out() const { return total_ - size_; }
  bool has_q() const { return has_q_; }  ///< whether any value has one

 private:
  std::array<Ranked<Item>, Capacity> items_{};
  std::size_t size_ = 0;
  std::size_t total_ = 0;
  bool has_q_ = false;
};

}  // namespace sipgloss::in_message
