// SPDX-License-Identifier: GPL-2.0-or-later
// The exported symbols, nothing else.
#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/proto.h>

#include <cstdint>

#include "dissect.hpp"
#include "fields.hpp"
#include "preferences.hpp"
#include "triage_tap.hpp"

extern "C" {
// Declared before they are defined: a const object in C++ is not exported otherwise.
WS_DLL_PUBLIC const char plugin_version[];
WS_DLL_PUBLIC const int plugin_want_major;
WS_DLL_PUBLIC const int plugin_want_minor;
WS_DLL_PUBLIC void plugin_register(void);
WS_DLL_PUBLIC std::uint32_t plugin_describe(void);

const char plugin_version[] = SIPGLOSS_VERSION;
const int plugin_want_major = SIPGLOSS_WANT_MAJOR;
const int plugin_want_minor = SIPGLOSS_WANT_MINOR;
}

namespace {

void register_protocol() {
  using namespace sipgloss::plugin;
  register_fields();
  register_preferences();
  register_dissector_and_tap();
}

void hand_off() {
  using namespace sipgloss::plugin;
  want_sip_items();
  register_triage_taps();
}

}  // namespace

void plugin_register(void) {
  static proto_plugin plugin;
  plugin.register_protoinfo = register_protocol;
  plugin.register_handoff = hand_off;
  proto_register_plugin(&plugin);
}

/// What kind of plugin this is: 1 is a dissector. Read by Wireshark from 4.2 on.
std::uint32_t plugin_describe(void) { return 1; }
