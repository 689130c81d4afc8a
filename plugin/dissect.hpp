// SPDX-License-Identifier: GPL-2.0-or-later
// A frame to glosses: takes the bytes of its SIP messages out, asks the library, hands over to
// render.
#pragma once

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/packet.h>

#include "locate.hpp"
#include "sipgloss/annotation.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss::plugin {

/// One message of the frame at hand, or what the frame tells of one (Standing::event; the message
/// is empty then). Valid until the next frame; it is also what the tap "sipgloss" hands out.
struct Gloss {
  Packet packet;
  Message message;
  Annotation annotation;  ///< of a request it holds links, and how it failed
  Standing standing = Standing::own;
  MessageId id{};  ///< given by the session to what is traffic of its own
  tvbuff_t* tvb = nullptr;
  int offset = 0;  ///< of the message's bytes in `tvb`

  bool is_response() const { return message.is_response(); }
};

/// The name of the tap that carries a Gloss for each message that is traffic of its own, and for
/// each event of the network that concerns SIP.
inline constexpr char tap_name[] = "sipgloss";

/// The session of the capture that is open; null when none is.
const Session* current_session();

void register_dissector_and_tap();
/// Asks Wireshark for the items of SIP on every first visit. At hand-off: SIP has to be registered
/// by then.
void want_sip_items();

}  // namespace sipgloss::plugin
