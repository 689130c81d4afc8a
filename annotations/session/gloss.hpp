// SPDX-License-Identifier: MIT
// The gloss of one response, with what is known of its surroundings.
#pragma once

#include "in_message/in_message.hpp"
#include "rules/engine.hpp"
#include "sipgloss/explanation.hpp"

namespace sipgloss {

/// What the code means and what the message carries, and what is broken in it as one sees by the
/// message alone. `capture` and `tally` may be null.
void gloss(const Told& told, const Catalogue& catalogue, Annotation& into,
           const Capture* capture = nullptr, Tally* tally = nullptr);

}  // namespace sipgloss
