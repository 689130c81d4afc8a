// SPDX-License-Identifier: MIT
// An index that forgets what was not asked for in a while, so that a long capture does not grow it.
#pragma once

#include <tsl/robin_map.h>

#include <chrono>
#include <cstdint>
#include <utility>

#include "sipgloss/session.hpp"

namespace sipgloss {

/// From a hash to a value. An entry is kept for at least `period` after it was last set or found,
/// and for at most twice that.
template <typename Value>
class FadingIndex {
 public:
  explicit FadingIndex(std::chrono::seconds period) : period_(period) {}

  /// The value; null when there is none. Valid until the next call.
  Value* find(std::uint64_t key) {
    if (const auto found = young_.find(key); found != young_.end()) return &found.value();
    const auto found = old_.find(key);
    if (found == old_.end()) return nullptr;
    const Value value = found->second;
    old_.erase(found);
    return &young_.insert({key, value}).first.value();
  }

  void set(std::uint64_t key, Value value) { young_[key] = value; }

  /// Lets time pass; a clock that goes back is no harm.
  void advance(Time now) {
    if (now < turned_ + period_) return;
    old_ = std::exchange(young_, {});
    turned_ = now;
  }

  std::size_t size() const { return young_.size() + old_.size(); }

 private:
  using Map = tsl::robin_map<std::uint64_t, Value>;
  std::chrono::seconds period_;
  Time turned_{};
  Map young_;
  Map old_;
};

}  // namespace sipgloss
