// SPDX-License-Identifier: GPL-2.0-or-later
// tshark -z sipgloss,triage and -z sipgloss,responses.
#pragma once

namespace sipgloss::plugin {

void register_triage_taps();

}  // namespace sipgloss::plugin
