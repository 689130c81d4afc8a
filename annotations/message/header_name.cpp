// SPDX-License-Identifier: MIT
// Names of header fields, long and compact. RFC 3261 sections 7.3.1 and 7.3.3.
#include "sipgloss/header_name.hpp"

#include <array>
#include <cstddef>

#include "message/scan.hpp"

namespace sipgloss {
namespace {

enum Values { single, list };

struct Entry {
  std::string_view name;
  std::string_view compact;
  HeaderName id;
  Values values;
};

constexpr Entry entries[] = {{"", "", HeaderName::unknown, single},
#define SIPGLOSS_HEADER(id, name, compact, values) {name, compact, HeaderName::id, values},
                             SIPGLOSS_HEADERS(SIPGLOSS_HEADER)
#undef SIPGLOSS_HEADER
};

// An open hash table made by the compiler. A hit is always compared by name.
constexpr std::size_t slot_count = 1024;

/// Of the length and three characters: names are told apart well enough by those.
constexpr std::size_t slot_of(std::string_view name) {
  auto hash = static_cast<std::uint32_t>(name.size());
  for (const std::size_t at : {std::size_t{0}, name.size() / 2, name.size() - 1})
    hash = hash * 37 + static_cast<unsigned char>(scan::lower(name[at]));
  return (hash ^ hash >> 10) % slot_count;
}

constexpr std::array<HeaderName, slot_count> slots = [] {
  std::array<HeaderName, slot_count> table{};
  const auto place = [&](std::string_view name, HeaderName id) {
    std::size_t slot = slot_of(name);
    while (table[slot] != HeaderName::unknown) slot = (slot + 1) % slot_count;
    table[slot] = id;
  };
  for (const Entry& entry : entries) {
    if (entry.id == HeaderName::unknown) continue;
    place(entry.name, entry.id);
    if (!entry.compact.empty()) place(entry.compact, entry.id);
  }
  return table;
}();

constexpr std::size_t longest_name = [] {
  std::size_t longest = 0;
  for (const Entry& entry : entries)
    longest = entry.name.size() > longest ? entry.name.size() : longest;
  return longest;
}();

constexpr const Entry& entry_of(HeaderName id) { return entries[static_cast<std::size_t>(id)]; }

}  // namespace

HeaderName header_name_of(std::string_view name) {
  if (name.empty() || name.size() > longest_name) return HeaderName::unknown;
  for (std::size_t slot = slot_of(name); slots[slot] != HeaderName::unknown;
       slot = (slot + 1) % slot_count) {
    const Entry& entry = entry_of(slots[slot]);
    const std::string_view known = name.size() == 1 ? entry.compact : entry.name;
    if (known == name || scan::equal_ignoring_case(known, name)) return entry.id;
  }
  return HeaderName::unknown;
}

std::string_view name_of(HeaderName name) { return entry_of(name).name; }

bool is_comma_list(HeaderName name) { return entry_of(name).values == list; }

}  // namespace sipgloss
