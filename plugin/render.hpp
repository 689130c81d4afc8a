// SPDX-License-Identifier: GPL-2.0-or-later
// A gloss to Wireshark's tree, filter fields and expert infos.
#pragma once

#include "dissect.hpp"

namespace sipgloss::plugin {

/// Adds the gloss of a response to the tree. `tree` may be null: expert infos are added all the
/// same.
void render(const Gloss& gloss, packet_info* pinfo, proto_tree* tree);

}  // namespace sipgloss::plugin
