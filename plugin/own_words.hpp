// SPDX-License-Identifier: GPL-2.0-or-later
// A person's own words about status codes: the table in the preferences, and the catalogue with
// them.
#pragma once

#include <memory>

#include "sipgloss/explanation.hpp"

struct pref_module;

namespace sipgloss::plugin {

/// Makes the table known to Wireshark (Edit, Preferences, Protocols, SIPGLOSS, Own words).
void register_own_words(pref_module* module);

/// The catalogue with the own words as they are now. A capture that is being read keeps the one it
/// began with.
std::shared_ptr<const Catalogue> current_catalogue();

}  // namespace sipgloss::plugin
