// SPDX-License-Identifier: MIT
// Names of header fields put together in a sentence: "Accept, Supported", "Accept、Supported".
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "sipgloss/text.hpp"

namespace sipgloss::subject {

/// The names of every subset of `Count` header fields, written by the compiler because a verdict
/// keeps views only. Bit i of a subset stands for the name i.
template <std::size_t Count, std::size_t Longest>
class NamesOfSubsets {
 public:
  constexpr explicit NamesOfSubsets(const std::array<std::string_view, Count>& names) {
    for (std::size_t subset = 0; subset < subsets; ++subset) {
      for (std::size_t i = 0; i < Count; ++i) {
        if ((subset >> i & 1U) == 0) continue;
        en_[subset].add(names[i], ", ");
        zh_[subset].add(names[i], "、");
      }
    }
  }

  constexpr Text operator[](std::size_t subset) const {
    return {en_[subset].view(), zh_[subset].view()};
  }

 private:
  static constexpr std::size_t subsets = std::size_t{1} << Count;

  struct List {
    std::array<char, Longest> characters{};
    std::size_t size = 0;

    constexpr void append(std::string_view text) {
      for (const char c : text) characters[size++] = c;
    }
    constexpr void add(std::string_view name, std::string_view separator) {
      if (size != 0) append(separator);
      append(name);
    }
    constexpr std::string_view view() const { return {characters.data(), size}; }
  };

  std::array<List, subsets> en_{};
  std::array<List, subsets> zh_{};
};

}  // namespace sipgloss::subject
