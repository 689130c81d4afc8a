// SPDX-License-Identifier: MIT
// Small constant collections: a set of enumerators, a short list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace sipgloss {

/// A set of small enumerators, as data: `Set<Method>{Method::invite, Method::update}`.
template <typename Enum>
struct Set {
  std::uint32_t bits = 0;

  constexpr Set() = default;
  constexpr Set(std::initializer_list<Enum> members) {
    for (const Enum member : members) bits |= 1U << static_cast<unsigned>(member);
  }
  constexpr bool empty() const { return bits == 0; }
  constexpr bool has(Enum member) const {
    return (bits >> static_cast<unsigned>(member) & 1U) != 0;
  }
  constexpr bool has_any(Set members) const { return (bits & members.bits) != 0; }
  constexpr void add(Enum member) { bits |= 1U << static_cast<unsigned>(member); }
  friend constexpr bool operator==(const Set&, const Set&) = default;
};

/// A short list of constant data, kept in place: items up to the first empty one.
template <typename Item, std::size_t Capacity>
struct Few {
  std::array<Item, Capacity> items{};
  std::size_t count = 0;

  constexpr Few() = default;
  constexpr Few(std::initializer_list<Item> list) {
    for (const Item& item : list) items[count++] = item;
  }
  constexpr auto begin() const { return items.begin(); }
  constexpr auto end() const { return items.begin() + static_cast<std::ptrdiff_t>(count); }
  constexpr std::size_t size() const { return count; }
  constexpr bool empty() const { return count == 0; }
  constexpr const Item& operator[](std::size_t i) const { return items[i]; }
};

}  // namespace sipgloss
