// SPDX-License-Identifier: MIT
// What the compiler checks of the catalogue's tables. RFC 3261 section 21.
#pragma once

#include <algorithm>
#include <span>

#include "sipgloss/catalogue.hpp"

namespace sipgloss::catalogue {

/// Whether each of at least one sentence stands in both languages and fits a tree label.
template <std::size_t Capacity>
constexpr bool well_formed(const Few<Text, Capacity>& sentences) {
  return !sentences.empty() && std::ranges::all_of(sentences, [](const Text& sentence) {
    return sipgloss::well_formed(sentence);
  });
}
template <std::size_t Capacity>
constexpr bool well_formed(const Few<Sentence, Capacity>& sentences) {
  return !sentences.empty() && std::ranges::all_of(sentences, [](const Sentence& sentence) {
    return sipgloss::well_formed(sentence.text());
  });
}

/// Longest gist, in bytes: it shares a column of some 60 characters with code, name and next step.
inline constexpr std::size_t longest_gist = 40;

/// Whether every method has its gist, and each is short.
template <std::size_t Capacity>
constexpr bool well_formed_gist(const Few<Sentence, Capacity>& gist) {
  return well_formed(gist) && gist[gist.size() - 1].methods.empty() &&
         std::ranges::all_of(gist, [](const Sentence& words) {
           return words.en.size() <= longest_gist && words.zh.size() <= longest_gist;
         });
}

/// Whether each use says what it tells, and they stand in the order of their strength.
template <std::size_t Capacity>
constexpr bool well_formed(const Few<HeaderUse, Capacity>& headers) {
  return std::ranges::is_sorted(headers, std::ranges::less{}, &HeaderUse::strength) &&
         std::ranges::all_of(headers, [](const HeaderUse& use) {
           return !use.name.empty() && sipgloss::well_formed(use.what) && !use.cite.empty();
         });
}

/// Whether the category can be that of the code: the first three are those of 1xx, 2xx and 3xx.
constexpr bool category_fits(const ResponseCode& entry) {
  const unsigned hundreds = entry.code / 100U;
  return hundreds <= 3 ? static_cast<unsigned>(entry.category) == hundreds - 1
                       : entry.category > Category::redirection;
}

/// Whether an entry says all that an entry has to say.
constexpr bool well_formed(const ResponseCode& entry) {
  return sipgloss::well_formed(entry.name()) && !entry.defined_in.empty() && category_fits(entry) &&
         well_formed(entry.meaning) && !entry.sent_by.empty() && !entry.next.empty();
}

/// Whether the failure is acknowledged first, and ACK and CANCEL are spoken of last (300 to 699).
constexpr bool framed_as_failure(const ResponseCode& entry) {
  return entry.next[0] == Next::ack_failure &&
         entry.next[entry.next.size() - 1] == Next::not_resubmitted;
}

/// Whether a table holds well-formed entries for these codes, which ascend within one class.
constexpr bool well_formed(std::span<const ResponseCode> table,
                           std::span<const std::uint16_t> codes, unsigned class_start) {
  if (table.size() != codes.size()) return false;
  unsigned least = class_start;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const ResponseCode& entry = table[i];
    if (entry.code != codes[i] || entry.code < least) return false;
    if (!well_formed(entry)) return false;
    if (class_start >= 300 && !framed_as_failure(entry)) return false;
    least = entry.code + 1U;
  }
  return least <= class_start + 100;
}

}  // namespace sipgloss::catalogue
