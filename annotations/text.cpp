// SPDX-License-Identifier: MIT
// Texts in two languages, and packet bytes made safe to show.
#include "sipgloss/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "eight_bytes.hpp"
#include "utf8.hpp"

namespace sipgloss {

Character first_character(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length) return {};
  char32_t code_point = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {};
    code_point = code_point << 6 | (byte(i) & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < smallest[length] || code_point > 0x10FFFF || surrogate) return {};
  return {code_point, length};
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = first_character(bytes).length;
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string to_string(Citation cite) {
  return fmt::format("RFC {} section {}", cite.rfc, cite.section);
}

std::string in_language(const Text& text, Language language) {
  switch (language) {
    case Language::english:
      return std::string(text.en);
    case Language::chinese:
      return std::string(text.zh);
    case Language::both:
      break;
  }
  if (text.en == text.zh) return std::string(text.en);
  return fmt::format("{} / {}", text.en, text.zh);
}

namespace {

/// Whether each of eight bytes lies between SP and '~'.
bool are_plain(std::uint64_t eight) {
  // The top bit of a byte is set in one of these three when it lies above 7F, below SP, or is 7F.
  return ((eight | (eight - in_each_byte(' ')) | (eight + in_each_byte(1))) & in_each_byte(0x80)) ==
         0;
}

/// How many bytes at the beginning are ASCII that is shown as it is.
std::size_t plain_run(std::string_view bytes) {
  std::size_t run = 0;
  while (bytes.size() - run >= sizeof(std::uint64_t) && are_plain(eight_bytes(bytes.data() + run)))
    run += sizeof(std::uint64_t);
  while (run < bytes.size() && bytes[run] >= ' ' && bytes[run] <= '~') ++run;
  return run;
}

/// C0 and C1 controls, DEL, and the marks that turn the direction of writing around.
bool is_shown(const Character& character) {
  const char32_t c = character.code_point;
  return character.length != 0 && c >= 0x20 && !(c >= 0x7F && c < 0xA0) &&
         !(c >= 0x200B && c <= 0x200F) && !(c >= 0x2028 && c <= 0x202E) &&
         !(c >= 0x2066 && c <= 0x2069) && c != 0xFEFF;
}

}  // namespace

bool is_printable_ascii(std::string_view bytes) { return plain_run(bytes) == bytes.size(); }

std::string printable(std::string_view bytes, std::size_t limit) {
  std::string out;
  while (!bytes.empty()) {
    if (const std::size_t run = plain_run(bytes); run != 0) {
      const std::size_t room = limit - std::min(limit, out.size());
      out += bytes.substr(0, std::min(run, room));
      if (run > room) return out + "...";
      bytes.remove_prefix(run);
      continue;
    }
    const Character character = first_character(bytes);
    const std::size_t length = character.length == 0 ? 1 : character.length;
    const std::string_view sent = bytes.substr(0, length);
    const bool shown = is_shown(character);
    constexpr std::size_t escape = 4;  // "\\x00"
    if (out.size() + (shown ? length : length * escape) > limit) return out + "...";
    if (shown) {
      out += sent;
    } else {
      for (const char byte : sent)
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    }
    bytes.remove_prefix(length);
  }
  return out;
}

namespace {

/// East Asian wide and full-width blocks, as terminals draw them (Unicode UAX #11, the common
/// ranges).
constexpr bool is_wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

/// Whether three bytes at the beginning are one of U+3000 to U+9FFF, all of them wide: most of what
/// is written in Chinese.
bool begins_with_ideograph(std::string_view utf8) {
  const auto byte = [utf8](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  return utf8.size() >= 3 && byte(0) >= 0xE3 && byte(0) <= 0xE9 && (byte(1) & 0xC0) == 0x80 &&
         (byte(2) & 0xC0) == 0x80;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    if (const std::size_t run = plain_run(utf8); run != 0) {
      width += run;
      utf8.remove_prefix(run);
      continue;
    }
    if (begins_with_ideograph(utf8)) {
      width += 2;
      utf8.remove_prefix(3);
      continue;
    }
    const Character character = first_character(utf8);
    width += is_wide(character.code_point) ? 2 : 1;
    utf8.remove_prefix(character.length == 0 ? 1 : character.length);
  }
  return width;
}

}  // namespace sipgloss
