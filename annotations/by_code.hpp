// SPDX-License-Identifier: MIT
// What is asked about a response by its status code and its method.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <vector>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/few.hpp"
#include "sipgloss/method.hpp"

namespace sipgloss {

/// Items with `codes` and `methods`, found by code; what is left empty does not narrow them. Built
/// once.
template <typename Item>
class ByCode {
 public:
  /// All tables, in the order in which their items are asked.
  ByCode(std::initializer_list<std::span<const Item>> tables) {
    for (const std::span<const Item> table : tables) {
      for (const Item& item : table) add(item);
    }
  }

  /// Calls `visit` with each item that concerns a response, in their order.
  template <typename Visit>
  void for_each(unsigned code, Method method, Visit visit) const {
    for (const Item* const item : code < by_code_.size() ? by_code_[code] : others_) {
      if (item->methods.empty() || item->methods.has(method)) visit(*item);
    }
  }

 private:
  void add(const Item& item) {
    for (unsigned code = 0; code < by_code_.size(); ++code) {
      if (has_code(item, code)) by_code_[code].push_back(&item);
    }
    if (item.codes.empty()) others_.push_back(&item);
  }

  static bool has_code(const Item& item, unsigned code) {
    return item.codes.empty() ||
           std::ranges::any_of(item.codes, [code](CodeRange range) { return range.has(code); });
  }

  std::array<std::vector<const Item*>, 700> by_code_;
  std::vector<const Item*> others_;  ///< for codes that SIP does not have
};

}  // namespace sipgloss
