// SPDX-License-Identifier: MIT
// The characters of the SIP grammar and the small steps that every reader of a header field takes.
// RFC 3261 section 25.1.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "sipgloss/message.hpp"

namespace sipgloss::scan {

/// Blanks, tabs, and the line ends of a fold.
constexpr bool is_lws(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// A set of bytes, looked up in one step.
class Characters {
 public:
  constexpr explicit Characters(std::string_view members) {
    for (const char c : members) table_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool has(char c) const { return table_[static_cast<unsigned char>(c)]; }
  /// These and more.
  constexpr Characters with(std::string_view more) const {
    Characters both = *this;
    for (const char c : more) both.table_[static_cast<unsigned char>(c)] = true;
    return both;
  }

 private:
  std::array<bool, 256> table_{};
};

inline constexpr Characters blanks(" \t");
inline constexpr Characters lws(" \t\r\n");
// token = 1*(alphanum / "-" / "." / "!" / "%" / "*" / "_" / "+" / "`" / "'" / "~")
inline constexpr Characters token_characters(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.!%*_+`'~");

constexpr bool is_token_character(char c) { return token_characters.has(c); }

constexpr bool is_token(std::string_view text) {
  for (const char c : text) {
    if (!is_token_character(c)) return false;
  }
  return !text.empty();
}

constexpr bool is_digits(std::string_view text) {
  for (const char c : text) {
    if (!is_digit(c)) return false;
  }
  return !text.empty();
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

constexpr std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_lws(text.front())) text.remove_prefix(1);
  return text;
}
constexpr std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_lws(text.back())) text.remove_suffix(1);
  return text;
}
constexpr std::string_view trim(std::string_view text) { return trim_right(trim_left(text)); }

/// First place of one of `members`; the end of the text when there is none.
constexpr std::size_t find_any(std::string_view text, const Characters& members) {
  std::size_t i = 0;
  while (i < text.size() && !members.has(text[i])) ++i;
  return i;
}

/// Takes what lies before the first separator (or all), and leaves the rest from it on.
std::string_view take_until(std::string_view& text, const Characters& separators);
std::string_view take_until(std::string_view& text, char separator);

/// Takes a run of token characters off the front; may be empty.
std::string_view take_token(std::string_view& text);

/// Takes the next line and its end: CRLF, or LF or CR alone.
std::string_view take_line(std::string_view& text);

/// Where the quoted string that begins at `open` ends: behind its closing quote, or npos when it
/// stays open.
std::size_t end_of_quoted(std::string_view text, std::size_t open);

/// Whether it begins as a quoted string does and never ends.
bool is_open_quoted(std::string_view text);

/// gen-value = token / host / quoted-string. A host may hold colons and brackets, and real peers
/// put more into values: what is refused is what cannot be read one way only.
bool is_parameter_value(std::string_view text);

/// Where the comment that begins at `open` ends: behind its last parenthesis, or npos when it stays
/// open.
std::size_t end_of_comment(std::string_view text, std::size_t open);

/// What a search outside of quotes and angle brackets looks for.
struct Stops {
  constexpr explicit Stops(std::string_view characters)
      : wanted(characters), noticed(wanted.with("\"<")) {}
  Characters wanted;
  Characters noticed;  ///< those, and what begins a quoted string or an address
};
inline constexpr Stops semicolon(";");

/// First place of one of `stops` outside of quotes and angle brackets; npos when there is none.
/// What stays open swallows the rest, so that a scan is linear whatever the bytes.
std::size_t find_outside(std::string_view text, const Stops& stops);

/// The text without the quotes around it, where it has them.
constexpr std::string_view unquote(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    return text.substr(1, text.size() - 2);
  return text;
}

enum class Digits { none, range, ok };
/// Reads decimal digits into `number` when they fit; leading zeros are allowed.
Digits read_digits(std::string_view text, std::uint32_t& number);

inline void note(Defects* defects, DefectKind kind, std::string_view bytes) {
  if (defects != nullptr) defects->push_back({kind, bytes});
}

/// Reads parameters that begin at a ';' to the end, for their defects alone.
void check_parameters(std::string_view text, Defects* defects);

}  // namespace sipgloss::scan
