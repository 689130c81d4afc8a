// SPDX-License-Identifier: MIT
// What is known of a header field while a message is read.
#pragma once

#include "sipgloss/message.hpp"

namespace sipgloss {

/// Whether a header field is the last that the capture holds of its message: it may be cut
/// anywhere.
bool may_be_cut(const Message& message, const Header& header);

}  // namespace sipgloss
