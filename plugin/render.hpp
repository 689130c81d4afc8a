// SPDX-License-Identifier: GPL-2.0-or-later
// A gloss to Wireshark's tree, filter fields and expert infos.
#pragma once

#include "dissect.hpp"

namespace sipgloss::plugin {

/// Adds the gloss of a message to the tree: of a response all of it, of a request what it belongs
/// to; of an event what it did to a request. `tree` may be null: expert infos are added all the
/// same.
void render(const Gloss& gloss, packet_info* pinfo, proto_tree* tree);

}  // namespace sipgloss::plugin
