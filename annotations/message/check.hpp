// SPDX-License-Identifier: MIT
// The values of the header fields whose grammar sipgloss knows, looked at while a message is read.
#pragma once

#include "sipgloss/message.hpp"

namespace sipgloss {

/// Adds the defects of all known header field values to `message.defects`.
void check_values(Message& message);

}  // namespace sipgloss
