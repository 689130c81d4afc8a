// SPDX-License-Identifier: MIT
// Texts put together for the page, in both languages at once.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "sipgloss/text.hpp"

namespace sipgloss {

/// A text in both languages that owns its bytes.
struct Words {
  std::string en;
  std::string zh;

  Words() = default;
  Words(std::string english, std::string chinese)
      : en(std::move(english)), zh(std::move(chinese)) {}
  /// What reads the same in both.
  explicit Words(const std::string& same) : en(same), zh(same) {}
  Words(const Text& text) : en(text.en), zh(text.zh) {}  // NOLINT: a text is words
  operator Text() const { return {en, zh}; }             // NOLINT: and words are a text

  bool empty() const { return en.empty(); }
};

/// How a value goes into a text of one language: one that speaks both gives its own half.
template <typename Value>
struct Spoken {
  using Type = Value;
  static const Value& en(const Value& value) { return value; }
  static const Value& zh(const Value& value) { return value; }
};

template <>
struct Spoken<Text> {
  using Type = std::string_view;
  static std::string_view en(const Text& text) { return text.en; }
  static std::string_view zh(const Text& text) { return text.zh; }
};

template <>
struct Spoken<Words> : Spoken<Text> {};

template <typename... Values>
std::string put_in(fmt::string_view form, const Values&... values) {
  return fmt::vformat(form, fmt::make_format_args(values...));
}

/// The text with its values put in. Packet bytes among them have to be printable.
template <typename... Values>
Words filled(fmt::format_string<const typename Spoken<Values>::Type&...> en,
             fmt::format_string<const typename Spoken<Values>::Type&...> zh,
             const Values&... values) {
  return {put_in(en, Spoken<Values>::en(values)...), put_in(zh, Spoken<Values>::zh(values)...)};
}

}  // namespace sipgloss
