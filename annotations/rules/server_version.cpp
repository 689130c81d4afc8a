// SPDX-License-Identifier: MIT
// Software versions that a response tells everybody. RFC 3261 sections 20.35 and 20.41.
#include "message/scan.hpp"
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr HeaderNames of_software = {HeaderName::server, HeaderName::user_agent};

constexpr bool is_word_character(char c) {
  return scan::is_digit(c) || c == '.' || (scan::lower(c) >= 'a' && scan::lower(c) <= 'z');
}

/// Takes the next run of letters, digits and dots; `before` is the character in front of it.
std::string_view take_word(std::string_view& text, char& before) {
  while (!text.empty() && !is_word_character(text.front())) {
    before = text.front();
    text.remove_prefix(1);
  }
  std::size_t size = 0;
  while (size < text.size() && is_word_character(text[size])) ++size;
  std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  while (word.ends_with('.')) word.remove_suffix(1);
  return word;
}

/// "192.0.2.1": some builds have such a number too, and nobody can tell which it is.
bool may_be_address(std::string_view word) {
  const bool digits_and_dots =
      std::ranges::all_of(word, [](char c) { return scan::is_digit(c) || c == '.'; });
  return digits_and_dots && std::ranges::count(word, '.') == 3;
}

/// "18.2.0", "v2", and "6" behind a slash (product = token [SLASH product-version]).
bool is_version(std::string_view word, char before) {
  const bool marked = word.starts_with('v') || word.starts_with('V');
  if (marked) word.remove_prefix(1);
  if (word.empty() || !scan::is_digit(word.front())) return false;
  if (before == '/' || marked) return true;
  const std::size_t dot = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::string_view rest = word.substr(dot);
  return rest.size() > 1 && rest[0] == '.' && scan::is_digit(rest[1]) && !may_be_address(word);
}

/// The first version in a list of products and comments; empty when there is none.
std::string_view version_in(std::string_view products) {
  char before = ' ';
  while (!products.empty()) {
    const std::string_view word = take_word(products, before);
    if (is_version(word, before)) return word;
    before = ' ';
  }
  return {};
}

constexpr Rule table[] = {
    {.code = "HDR-33",
     .slug = "software-version-told",
     .level = Level::note,
     .cite = {3261, "20.35"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "{0} tells the software version {1}: whoever knows the weaknesses of that "
                      "version can aim at them.",
                .zh = "{0} 头域透露了软件版本 {1}，了解该版本漏洞的人可以有针对性地攻击。"},
     .check =
         [](const Seen& seen) {
           for (const Header& header : seen.message.headers) {
             if (!of_software.has(header.name)) continue;
             const std::string_view version = version_in(header.value);
             if (version.empty()) continue;
             return Verdict::broken_at(version, name_of(header.name), version);
           }
           return Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> server_version{table};

}  // namespace sipgloss::subject
