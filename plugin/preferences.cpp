// SPDX-License-Identifier: GPL-2.0-or-later
// What a person can set.
#include "preferences.hpp"

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/prefs.h>
#include <glib.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "fields.hpp"
#include "own_words.hpp"

namespace sipgloss::plugin {
namespace {

enum LanguageChoice { from_locale, english, chinese, both };
int language_choice = from_locale;

guint t1_ms = 500;

int lowest_level = static_cast<int>(Level::note);
const char* hidden_rules = "";
int profile = 0;

const enum_val_t level_choices[] = {
    {"note", "Notes, warnings and errors", static_cast<int>(Level::note)},
    {"warning", "Warnings and errors", static_cast<int>(Level::should)},
    {"error", "Errors only", static_cast<int>(Level::must)},
    {nullptr, nullptr, 0}};

const enum_val_t profile_choices[] = {{"internet", "Internet: the RFCs as they are", 0},
                                      {"ims", "IMS or another closed network", 1},
                                      {nullptr, nullptr, 0}};

const enum_val_t language_choices[] = {{"locale", "As the system's locale says", from_locale},
                                       {"en", "English", english},
                                       {"zh", "Chinese", chinese},
                                       {"both", "Both", both},
                                       {nullptr, nullptr, 0}};

}  // namespace

void register_preferences() {
  module_t* module = prefs_register_protocol(protocol(), nullptr);
  prefs_register_enum_preference(
      module, "language", "Language of the glosses",
      "The language of labels in the packet details. The fields for filters hold both "
      "languages whatever is chosen here.",
      &language_choice, language_choices, 0);
  prefs_register_uint_preference(
      module, "t1", "Timer T1 in milliseconds",
      "The round-trip time that the network's elements assume (RFC 3261 section 17.1.1.1). "
      "Deadlines of follow-ups are multiples of it.",
      10, &t1_ms);
  prefs_register_enum_preference(
      module, "lowest_level", "Findings shown",
      "Findings below this level are left out; how many is said at each message.", &lowest_level,
      level_choices, 0);
  prefs_register_string_preference(
      module, "hidden_rules", "Rules left out",
      "Codes, slugs or families of rules, separated by commas or spaces: \"HDR-33, SYN, "
      "405-without-allow\". Their findings are left out; how many is said at each message.",
      &hidden_rules);
  prefs_register_enum_preference(
      module, "profile", "Profile of the network",
      "In IMS and other closed networks some rules of the RFCs are overridden; they are not asked "
      "there.",
      &profile, profile_choices, 0);
  register_own_words(module);
}

namespace {

/// The words of a list, separated by commas or white space.
std::vector<std::string> words_of(std::string_view list) {
  std::vector<std::string> words;
  constexpr std::string_view separators = ", ;\t";
  while (true) {
    list.remove_prefix(std::min(list.find_first_not_of(separators), list.size()));
    if (list.empty()) return words;
    const std::size_t end = std::min(list.find_first_of(separators), list.size());
    words.emplace_back(list.substr(0, end));
    list.remove_prefix(end);
  }
}

}  // namespace

Settings settings() {
  // Less than 1 ms or more than a minute is a slip of the hand, and would make every deadline
  // absurd.
  return {.t1 = std::chrono::milliseconds(CLAMP(t1_ms, 1U, 60000U)),
          .closed_network = profile != 0,
          .lowest_level = static_cast<Level>(lowest_level),
          .hidden_rules = words_of(hidden_rules)};
}

namespace {

Language language_of_locale() {
  const char* locale = g_get_language_names()[0];
  return g_str_has_prefix(locale, "zh") ? Language::chinese : Language::english;
}

}  // namespace

Language shown_language() {
  switch (language_choice) {
    case english:
      return Language::english;
    case chinese:
      return Language::chinese;
    case both:
      return Language::both;
    default:
      break;
  }
  static const Language of_locale = language_of_locale();  // asked for at every message
  return of_locale;
}

}  // namespace sipgloss::plugin
