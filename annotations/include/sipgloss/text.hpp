// SPDX-License-Identifier: MIT
// Texts in two languages, and the RFC sections they rest on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace sipgloss {

/// The languages a text is shown in.
enum class Language : std::uint8_t { english, chinese, both };

/// The same statement in both languages. UTF-8; the views live as long as what they were made from.
struct Text {
  std::string_view en;
  std::string_view zh;

  constexpr bool empty() const { return en.empty(); }
  friend constexpr bool operator==(const Text&, const Text&) = default;
};

/// A section of an RFC, without the word "section": {3261, "21.4.6"}.
struct Citation {
  std::uint16_t rfc = 0;
  std::string_view section;

  constexpr bool empty() const { return rfc == 0; }
  friend constexpr bool operator==(const Citation&, const Citation&) = default;
};

/// "RFC 3261 section 21.4.6".
std::string to_string(Citation cite);

/// A value to put into a sentence: bytes of a message (made safe to show), a number, or words of
/// our own in both languages.
using Value = std::variant<std::monostate, std::string_view, std::uint64_t, Text>;

/// Longest text, in bytes of UTF-8, that fits a tree label of Wireshark (240 bytes) after its field
/// name.
inline constexpr std::size_t longest_text = 216;

/// Longest sentence, in bytes, with its values put in: a label says more around it.
inline constexpr std::size_t longest_sentence = 192;

/// Whether both languages are there, fit a tree label, and the Chinese text holds more than ASCII.
constexpr bool well_formed(const Text& text) {
  if (text.en.empty() || text.zh.empty()) return false;
  if (text.en.size() > longest_text || text.zh.size() > longest_text) return false;
  for (const char c : text.zh) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;
  }
  return false;
}

/// The text in the language asked for; both are joined by " / ".
std::string in_language(const Text& text, Language language);

/// Packet bytes as text that is safe to show: valid UTF-8, control and broken bytes as \xNN, at
/// most `limit` bytes and never cut within a character ("..." tells that something was left out).
std::string printable(std::string_view bytes, std::size_t limit = 80);

/// Columns that a terminal needs for UTF-8 text: two for each Chinese (wide) character.
std::size_t display_width(std::string_view utf8);

}  // namespace sipgloss
