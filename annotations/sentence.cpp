// SPDX-License-Identifier: MIT
// A sentence with the values at hand put in for {0}, {1} and {2}.
#include "sentence.hpp"

#include <fmt/format.h>

#include <string>

namespace sipgloss {
namespace {

constexpr std::string_view ellipsis = "...";  // what printable() adds to a text that it cuts
constexpr std::size_t longest_value = 120;

using Pick = std::string_view Text::*;

std::string shown(const Value& value, Pick language, std::size_t limit) {
  if (const auto* bytes = std::get_if<std::string_view>(&value)) return printable(*bytes, limit);
  if (const auto* text = std::get_if<Text>(&value)) return printable(text->*language, limit);
  if (const auto* number = std::get_if<std::uint64_t>(&value))
    return fmt::format_int(*number).str();
  return {};
}

std::string_view fill_in(std::string_view sentence, Pick language,
                         const std::array<Value, 3>& values, KeptTexts& owner) {
  if (placeholders(sentence) == 0) return sentence;
  const std::size_t limit = room(sentence);
  // Cannot throw: whoever writes sentences asserts placeholders_fit() and leaves_room().
  return owner.keep(fmt::format(fmt::runtime(sentence), shown(values[0], language, limit),
                                shown(values[1], language, limit),
                                shown(values[2], language, limit)));
}

}  // namespace

std::size_t room(std::string_view sentence) {
  const std::size_t places = std::max<std::size_t>(placeholders(sentence), 1);
  const std::size_t share = (longest_sentence - sentence.size()) / places;
  return std::min(share, longest_value) - ellipsis.size();
}

Text fill_in(const Text& sentence, const std::array<Value, 3>& values, KeptTexts& owner) {
  return {fill_in(sentence.en, &Text::en, values, owner),
          fill_in(sentence.zh, &Text::zh, values, owner)};
}

}  // namespace sipgloss
