// SPDX-License-Identifier: MIT
// Exchanges in full, of every kind that an engineer meets, in which all is as it should be.
#pragma once

#include <string_view>
#include <vector>

#include "script.hpp"

namespace sipgloss::test {

/// An exchange, and what writes it.
struct SoundCall {
  std::string_view name;
  void (*play)(Script& script);
  bool over_udp_only = false;  ///< messages are sent again
};

/// Calls that are set up, refused, given up and forwarded.
std::vector<SoundCall> sound_set_ups();
/// What happens within a call: it is held, transferred, refreshed, changed.
std::vector<SoundCall> sound_changes();
/// Messages that cross on the way.
std::vector<SoundCall> sound_races();
/// Registrations, subscriptions, messages.
std::vector<SoundCall> sound_services();

}  // namespace sipgloss::test
