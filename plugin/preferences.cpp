// SPDX-License-Identifier: GPL-2.0-or-later
// What a person can set.
#include "preferences.hpp"

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/prefs.h>
#include <glib.h>

#include "fields.hpp"
#include "own_words.hpp"

namespace sipgloss::plugin {
namespace {

enum LanguageChoice { from_locale, english, chinese, both };
int language_choice = from_locale;

guint t1_ms = 500;

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
  register_own_words(module);
}

Settings settings() {
  // Less than 1 ms or more than a minute is a slip of the hand, and would make every deadline
  // absurd.
  return {.t1 = std::chrono::milliseconds(CLAMP(t1_ms, 1U, 60000U))};
}

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
  const char* locale = g_get_language_names()[0];
  return g_str_has_prefix(locale, "zh") ? Language::chinese : Language::english;
}

}  // namespace sipgloss::plugin
