// SPDX-License-Identifier: MIT
// The gloss of one response, with what is known of its surroundings.
#pragma once

#include "in_message/in_message.hpp"
#include "sipgloss/explanation.hpp"

namespace sipgloss {

/// What the code means and what the message carries.
void explain(const Told& told, const Catalogue& catalogue, Annotation& into);

}  // namespace sipgloss
