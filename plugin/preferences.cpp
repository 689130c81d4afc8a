// SPDX-License-Identifier: GPL-2.0-or-later
// What a person can set.
#include "preferences.hpp"

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/prefs.h>
#include <glib.h>

#include "fields.hpp"

namespace sipgloss::plugin {
namespace {

enum LanguageChoice { from_locale, english, chinese, both };
int language_choice = from_locale;

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
