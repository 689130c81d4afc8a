// SPDX-License-Identifier: GPL-2.0-or-later
// The only file that knows that Wireshark has versions: it asks the compiler, not the version
// number.
#pragma once

#if __has_include(<wireshark.h>)
#include <wireshark.h>
#else
#include <config.h>
#include <glib.h>
#endif

#include <epan/tap.h>
#if __has_include(<ws_version.h>)
#include <ws_version.h>
#endif

#include <utility>

namespace sipgloss::plugin {

/// Whether a tree that nobody looks at lacks even the items of whole protocols unless they are
/// wanted. No header tells: before 4.6 those directly under the root are always there.
#if defined(WIRESHARK_VERSION_MAJOR)
inline constexpr bool leaves_out_protocols = WIRESHARK_VERSION_MAJOR > 4 ||
                                             (WIRESHARK_VERSION_MAJOR == 4 &&
                                              WIRESHARK_VERSION_MINOR > 4);
#else
inline constexpr bool leaves_out_protocols = false;
#endif

/// A tap's packet callback gained an argument after 3.4. This makes one of the right form from a
/// function of (state, pinfo, data).
template <bool (*on_packet)(void* state, packet_info* pinfo, const void* data), typename... Tail>
tap_packet_status tap_packet_with(void* state, packet_info* pinfo, epan_dissect_t*,
                                  const void* data, Tail...) {
  return on_packet(state, pinfo, data) ? TAP_PACKET_REDRAW : TAP_PACKET_DONT_REDRAW;
}

template <bool (*on_packet)(void*, packet_info*, const void*), typename... Tail>
tap_packet_cb tap_packet_of(tap_packet_status (*)(void*, packet_info*, epan_dissect_t*, const void*,
                                                  Tail...)) {
  return &tap_packet_with<on_packet, Tail...>;
}

template <bool (*on_packet)(void*, packet_info*, const void*)>
tap_packet_cb tap_packet_callback() {
  return tap_packet_of<on_packet>(static_cast<tap_packet_cb>(nullptr));
}

}  // namespace sipgloss::plugin
