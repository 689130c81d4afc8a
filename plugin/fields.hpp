// SPDX-License-Identifier: GPL-2.0-or-later
// The fields for display filters, and the expert infos, which are made from the rule list.
#pragma once

#include "compat.hpp"
// compat.hpp goes first: it decides which of Wireshark's headers there are.
#include <epan/expert.h>

#include "sipgloss/annotation.hpp"

namespace sipgloss::plugin {

/// A text field in both languages.
struct TextField {
  int en = -1;
  int zh = -1;
};

/// The registered numbers of all fields.
struct Fields {
  int code = -1;
  int response_class = -1;
  int read_as = -1;
  int status = -1;
  int category = -1;
  TextField name;
  TextField meaning;
  TextField in_message;
  TextField practice;
  TextField next;
  TextField header;
  TextField dialog;
  TextField sent_by;
  int defined_in = -1;
  int call = -1;
  int request_frame = -1;
  int response_time = -1;
  int retransmission_of = -1;
  int duplicate_of = -1;
  int response_frame = -1;
  int answers = -1;
  int acknowledges = -1;  ///< the same, of ACK and PRACK
  int answers_code = -1;
  int answers_action = -1;
  int answers_delay = -1;
  TextField follow_up;
  int follow_up_action = -1;
  int follow_up_status = -1;
  int follow_up_frame = -1;
  int follow_up_acknowledgement = -1;  ///< the same, of ACK and PRACK
  int follow_up_delay = -1;
  int follow_up_cite = -1;
  TextField follow_up_reason;
  int finding = -1;
  int finding_slug = -1;
  int finding_level = -1;
  int finding_family = -1;
  TextField finding_text;
  int finding_cite = -1;
  int finding_frame = -1;
  int finding_count = -1;
  int finding_hidden = -1;
  int defect = -1;
  TextField failure;
  TextField failure_next;
  int failure_acts_as = -1;
  int failure_frame = -1;
  int failure_request = -1;
  int failure_cite = -1;
  TextField summary;
  int summary_shown = -1;
  int quoted = -1;
  int unrecognised = -1;
};

void register_fields();

const Fields& fields();
/// The protocol's number.
int protocol();
int gloss_subtree();
int finding_subtree();
int code_subtree();
int follow_up_subtree();
int failure_subtree();

/// The expert info of a rule at the level of this finding.
expert_field* expert_of(const Finding& finding);
/// The rule's own filter field where the expert info of the finding is another one (a lowered
/// level); -1 otherwise.
int rule_field_of(const Finding& finding);

}  // namespace sipgloss::plugin
