// SPDX-License-Identifier: GPL-2.0-or-later
// What a frame tells of the network beside SIP: the header of TCP, ICMP or DNS that says so is
// found once, on the first visit, and read again on all later ones.
#pragma once

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/packet.h>

#include <cstdint>

#include "sipgloss/network_event.hpp"

namespace sipgloss::plugin {

/// Where the header lies. Plain data: it is kept in Wireshark's file scope.
struct EventLocation {
  std::uint32_t data_source;  ///< index into pinfo->data_src
  std::uint32_t offset;       ///< of the header
  std::uint32_t event_id;     ///< given by the session to what concerns SIP
  EventKind kind;
};

/// Looks the protocols up whose items tell of events, and adds them to the list of wanted items
/// where they would be left out of the tree.
void add_wanted_of_network(GArray* wanted);

/// Looks for an event in the tree of a frame; whether there is one. Works on the first visit only,
/// and is cheap where there is none.
bool locate_event(packet_info* pinfo, proto_tree* tree, EventLocation* found);

/// Reads kind, reason, quote and name of an event from its bytes; false where they are not all
/// there. Views point into the frame and packet scope.
bool read_event(packet_info* pinfo, const EventLocation& location, NetworkEvent* event);

}  // namespace sipgloss::plugin
