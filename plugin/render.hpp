// SPDX-License-Identifier: GPL-2.0-or-later
// A gloss to Wireshark's tree, filter fields and expert infos.
#pragma once

#include "dissect.hpp"

namespace sipgloss::plugin {

/// Whether anybody sees what is added to the tree: a person, a filter, a column, a field asked for.
bool is_looked_at(proto_tree* tree);

/// Whether a tap listens to expert infos, as `-z expert` does.
bool are_expert_infos_read();

/// Adds the gloss of a message to the tree: of a response all of it, of a request what it belongs
/// to; of an event what it did to a request. Where nobody looks at the tree, or there is none, only
/// expert infos are added.
void render(const Gloss& gloss, packet_info* pinfo, proto_tree* tree);

}  // namespace sipgloss::plugin
