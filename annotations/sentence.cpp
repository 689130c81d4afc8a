// SPDX-License-Identifier: MIT
// A sentence with the values at hand put in for {0}, {1} and {2}.
#include "sentence.hpp"

#include <fmt/format.h>

#include "short_text.hpp"
#include "utf8.hpp"

namespace sipgloss {
namespace {

constexpr std::string_view ellipsis = "...";  // what printable() adds to a text that it cuts
constexpr std::size_t longest_value = 120;

using Pick = std::string_view Text::*;
using Buffer = ShortText<longest_sentence>;

/// Most values are short and plain: they need neither be measured against the sentence nor be made
/// safe.
void put_safe(std::string_view text, std::string_view sentence, Buffer& into) {
  if (text.size() <= least_room - ellipsis.size() && is_printable_ascii(text))
    return into.append(text);
  into.append(printable(text, room(sentence)));
}

void put(const Value& value, Pick language, std::string_view sentence, Buffer& into) {
  if (const auto* bytes = std::get_if<std::string_view>(&value)) {
    put_safe(*bytes, sentence, into);
  } else if (const auto* text = std::get_if<Text>(&value)) {
    put_safe(text->*language, sentence, into);
  } else if (const auto* number = std::get_if<std::uint64_t>(&value)) {
    const fmt::format_int digits(*number);
    into.append({digits.data(), digits.size()});
  }
}

// Whoever writes sentences asserts placeholders_fit() and leaves_room().
std::string_view fill_in(std::string_view sentence, Pick language,
                         const std::array<Value, 3>& values, KeptTexts& owner) {
  constexpr std::size_t place_size = 3;  // "{0}"
  std::size_t place = sentence.find('{');
  if (place == std::string_view::npos) return sentence;
  Buffer text;
  std::string_view rest = sentence;
  while (place != std::string_view::npos) {
    text.append(rest.substr(0, place));
    put(values.at(static_cast<std::size_t>(rest[place + 1] - '0')), language, sentence, text);
    rest.remove_prefix(place + place_size);
    place = rest.find('{');
  }
  text.append(rest);
  return owner.keep(text.view());
}

}  // namespace

std::size_t room(std::string_view sentence) {
  const std::size_t places = std::max<std::size_t>(placeholders(sentence), 1);
  const std::size_t share = (longest_sentence - sentence.size()) / places;
  return std::min(share, longest_value) - ellipsis.size();
}

Text fill_in(const Text& sentence, const std::array<Value, 3>& values, KeptTexts& owner) {
  if (!owner.are_read()) return sentence;
  return {fill_in(sentence.en, &Text::en, values, owner),
          fill_in(sentence.zh, &Text::zh, values, owner)};
}

}  // namespace sipgloss
