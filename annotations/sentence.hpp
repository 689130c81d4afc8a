// SPDX-License-Identifier: MIT
// A sentence with the values at hand put in for {0}, {1} and {2}.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "sipgloss/annotation.hpp"

namespace sipgloss {

/// Room that a sentence leaves for each of its values, in bytes.
inline constexpr std::size_t least_room = 24;

/// How many places for values a sentence has.
constexpr std::size_t placeholders(std::string_view sentence) {
  std::size_t count = 0;
  for (std::size_t at = sentence.find('{'); at != std::string_view::npos;
       at = sentence.find('{', at + 1))
    ++count;
  return count;
}

/// Whether every brace belongs to a {0}, {1} or {2}.
constexpr bool placeholders_fit(std::string_view sentence) {
  while (true) {
    const std::size_t brace = sentence.find_first_of("{}");
    if (brace == std::string_view::npos) return true;
    const std::string_view place = sentence.substr(brace, 3);
    if (place != "{0}" && place != "{1}" && place != "{2}") return false;
    sentence.remove_prefix(brace + 3);
  }
}

/// Whether a sentence fits a tree label with its values put in.
constexpr bool leaves_room(std::string_view sentence) {
  return sentence.size() + placeholders(sentence) * least_room <= longest_sentence;
}

/// The longest that a value may be, in bytes: the values share what the sentence leaves of a label.
std::size_t room(std::string_view sentence);

/// The sentence with its values, kept by `owner` and never longer than `longest_sentence`. Packet
/// bytes are made safe to show. A sentence without placeholders is returned as it is, and any where
/// nobody reads the owner's texts.
Text fill_in(const Text& sentence, const std::array<Value, 3>& values, KeptTexts& owner);
inline Text fill_in(const Text& sentence, const std::array<Value, 3>& values, Annotation& owner) {
  return fill_in(sentence, values, owner.texts());
}

}  // namespace sipgloss
