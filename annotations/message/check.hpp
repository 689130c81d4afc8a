// SPDX-License-Identifier: MIT
// The values of the header fields whose grammar sipgloss knows, looked at while a message is read.
#pragma once

#include "sipgloss/message.hpp"

namespace sipgloss {

/// Whether a header field is the last that the capture holds of its message: it may be cut
/// anywhere.
bool may_be_cut(const Message& message, const Header& header);

/// Takes that header field out, where there is one: what it was is not known.
void drop_cut_header(Message& message);

/// Adds the defects of all known header field values to `message.defects`.
void check_values(Message& message);

}  // namespace sipgloss
