// SPDX-License-Identifier: MIT
// The methods of SIP. RFC 3261 section 7.1, and the RFCs that define the later ones.
#pragma once

#include <cstdint>
#include <string_view>

namespace sipgloss {

/// The methods that the catalogue and the rules tell apart. `other` is any method not listed.
enum class Method : std::uint8_t {
  invite,
  ack,
  bye,
  cancel,
  register_,
  options,
  prack,
  update,
  info,
  subscribe,
  notify,
  refer,
  message,
  publish,
  other,
};

/// The method of that name (case matters, RFC 3261 section 7.1), `other` when it is not one of
/// ours.
Method method_of(std::string_view name);

}  // namespace sipgloss
