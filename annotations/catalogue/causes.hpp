// SPDX-License-Identifier: MIT
// What the tables of causes share: how an entry is found, and what the compiler checks of them.
#pragma once

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>

#include "sipgloss/cause.hpp"

namespace sipgloss::catalogue {

/// The entry of a code in a table that ascends; null when there is none.
constexpr const Cause* find_in(std::span<const Cause> table, unsigned code) {
  const auto found = std::ranges::lower_bound(table, code, {}, &Cause::code);
  return found == table.end() || found->code != code ? nullptr : &*found;
}

/// The range that a code lies in; null when there is none.
constexpr const CauseRange* find_in(std::span<const CauseRange> ranges, unsigned code) {
  const auto found = std::ranges::find_if(ranges, [code](const CauseRange& range) {
    return range.first <= code && code <= range.last;
  });
  return found == ranges.end() ? nullptr : &*found;
}

/// Whether the text is well formed and both languages end with a full stop.
constexpr bool is_sentence(const Text& text) {
  return well_formed(text) && text.en.ends_with('.') && text.zh.ends_with("。");
}

/// Whether an entry has its name and its sentence.
template <typename Entry>
constexpr bool says_what(const Entry& entry) {
  return well_formed(entry.name) && is_sentence(entry.meaning);
}

/// Whether a table ascends, no code twice, and every entry says what it means.
constexpr bool well_formed(std::span<const Cause> table) {
  const auto descends = [](const Cause& a, const Cause& b) { return a.code >= b.code; };
  return std::ranges::adjacent_find(table, descends) == table.end() &&
         std::ranges::all_of(table, says_what<Cause>);
}

/// Whether ranges follow each other without a gap, and every one says what it means.
constexpr bool well_formed(std::span<const CauseRange> ranges) {
  const auto apart = [](const CauseRange& a, const CauseRange& b) { return b.first != a.last + 1; };
  return std::ranges::adjacent_find(ranges, apart) == ranges.end() &&
         std::ranges::all_of(ranges, [](const CauseRange& range) {
           return range.first <= range.last && says_what(range) && !range.cite.empty();
         });
}

/// Whether every entry cites the RFC that defines it.
constexpr bool all_cited(std::span<const Cause> table) {
  return std::ranges::none_of(table, &Citation::empty, &Cause::cite);
}

}  // namespace sipgloss::catalogue
