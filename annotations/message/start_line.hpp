// SPDX-License-Identifier: MIT
// The first line of a message. RFC 3261 sections 7.1 and 7.2.
#pragma once

#include "sipgloss/message.hpp"

namespace sipgloss {

/// Takes `message.start_line` apart into its kind, its parts and their defects.
void read_start_line(Message& message);

}  // namespace sipgloss
