// SPDX-License-Identifier: MIT
// Where a message stands among the others.
#pragma once

#include "sipgloss/annotation.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

/// The links of a message that the tracker took.
Links links_of(MessageId id, const Tracker& tracker);

}  // namespace sipgloss
