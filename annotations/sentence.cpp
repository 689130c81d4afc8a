// SPDX-License-Identifier: MIT
// A sentence with the values at hand put in for {0}, {1} and {2}.
#include "sentence.hpp"

#include <fmt/format.h>

namespace sipgloss {
namespace {

constexpr std::string_view ellipsis = "...";  // what printable() adds to a text that it cuts
constexpr std::size_t longest_value = 120;

using Pick = std::string_view Text::*;
using Buffer = fmt::basic_memory_buffer<char, 256>;

void put(std::string_view text, Buffer& into) {
  into.append(text.data(), text.data() + text.size());
}

void put(const Value& value, Pick language, std::size_t limit, Buffer& into) {
  if (const auto* bytes = std::get_if<std::string_view>(&value)) {
    put(printable(*bytes, limit), into);
  } else if (const auto* text = std::get_if<Text>(&value)) {
    put(printable(text->*language, limit), into);
  } else if (const auto* number = std::get_if<std::uint64_t>(&value)) {
    const fmt::format_int digits(*number);
    put({digits.data(), digits.size()}, into);
  }
}

// Whoever writes sentences asserts placeholders_fit() and leaves_room().
std::string_view fill_in(std::string_view sentence, Pick language,
                         const std::array<Value, 3>& values, KeptTexts& owner) {
  constexpr std::size_t place_size = 3;  // "{0}"
  std::size_t place = sentence.find('{');
  if (place == std::string_view::npos) return sentence;
  const std::size_t limit = room(sentence);
  Buffer text;
  while (place != std::string_view::npos) {
    put(sentence.substr(0, place), text);
    put(values.at(static_cast<std::size_t>(sentence[place + 1] - '0')), language, limit, text);
    sentence.remove_prefix(place + place_size);
    place = sentence.find('{');
  }
  put(sentence, text);
  return owner.keep({text.data(), text.size()});
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
