// SPDX-License-Identifier: GPL-2.0-or-later
// Where the SIP messages of a frame lie. Found once, on the first visit, and remembered for all
// later ones.
#pragma once

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/packet.h>

#include <cstdint>

namespace sipgloss::plugin {

/// What a message is to Wireshark.
enum class Standing : std::uint8_t {
  own,           ///< traffic of its own
  quoted,        ///< inside an ICMP error or the body of another message
  unrecognised,  ///< begins like a status line, but Wireshark does not take it for one
  event,         ///< no message: the frame tells what became of one
};

/// A message in a frame. Plain data: it is kept in Wireshark's file scope.
struct Location {
  std::uint32_t data_source;  ///< index into pinfo->data_src
  std::uint32_t offset;
  std::uint32_t length;      ///< to where the message ends at the latest
  std::uint32_t message_id;  ///< given by the session to what is traffic of its own
  std::uint16_t ip_id;       ///< identification of the innermost IPv4 packet; 0 where there is none
  Standing standing;
  bool truncated;
};

/// The messages of a frame, in file scope.
struct Locations {
  std::uint32_t count;
  Location* items;
};

/// The number of the protocol whose items tell where messages are. Asks Wireshark to prime them.
void want_items(dissector_handle_t postdissector);

/// Looks for the messages of a frame in its tree. Works on the first visit only.
Locations* locate(packet_info* pinfo, proto_tree* tree);

/// The first or last item of a protocol directly under the root; null where there is none. Works on
/// the first visit only. Unlike an item that Wireshark is asked to prime, it costs nothing where it
/// is not looked for.
const field_info* item_of(proto_tree* tree, int protocol, bool last);

/// The number of a data source; UINT32_MAX when it is none of the frame's.
std::uint32_t index_of(packet_info* pinfo, tvbuff_t* tvb);

/// The data source of that number; null when there is none.
tvbuff_t* data_source(packet_info* pinfo, std::uint32_t index);

/// Whether a layer of that protocol is in the frame.
bool has_layer(packet_info* pinfo, int protocol);

}  // namespace sipgloss::plugin
