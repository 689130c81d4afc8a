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

/// Where the first CR or LF from `begin` on is; the end of the text when there is none.
std::size_t find_line_end(std::string_view text, std::size_t begin = 0);

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

/// The names of the parameters in one text, to find one that stands there twice. Few values have so
/// many; what lies behind them is not compared, so that a value of nothing else stays linear.
class ParameterNames {
 public:
  explicit ParameterNames(std::string_view text) : text_(text) {}
  /// Takes the next name; false where it stood before.
  bool is_new(std::string_view name);

 private:
  static constexpr int most = 16;
  bool stands_before(std::string_view name) const;

  std::string_view text_;
  std::uint64_t kinds_ = 0;  ///< a bit for each first letter and length
  int count_ = 0;
};
void note_repeated(const Parameters::Parameter& parameter, Defects& defects);

/// Reads parameters that begin at a ';' to the end, once: `visit` gets each, in their order.
template <typename Visit>
void read_parameters(std::string_view text, Defects* defects, Visit visit) {
  ParameterNames names(text);
  bool repeated = false;
  std::string_view rest = text;
  while (const std::optional<Parameters::Parameter> parameter = Parameters::take(rest, defects)) {
    visit(*parameter);
    if (defects == nullptr || repeated) continue;
    repeated = !names.is_new(parameter->name);
    if (repeated) note_repeated(*parameter, *defects);
  }
}

/// The same for the defects alone.
inline void check_parameters(std::string_view text, Defects* defects) {
  if (defects != nullptr) read_parameters(text, defects, [](const Parameters::Parameter&) {});
}

/// The value of a parameter as Parameters::value returns it.
constexpr std::string_view value_of(const Parameters::Parameter& parameter) {
  return unquote(parameter.value.value_or(std::string_view()));
}

}  // namespace sipgloss::scan
