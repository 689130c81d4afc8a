// SPDX-License-Identifier: GPL-2.0-or-later
// What a person can set: Edit, Preferences, Protocols, SIPGLOSS.
#pragma once

#include "sipgloss/session.hpp"

namespace sipgloss::plugin {

void register_preferences();

/// The language of labels: the preference, or what the locale says.
Language shown_language();

/// The timers of the network, its profile, and which findings are shown, for the library.
Settings settings();

}  // namespace sipgloss::plugin
