// SPDX-License-Identifier: MIT
// What a rule can ask of the capture around the message that it judges.
#include "rules/capture.hpp"

#include <algorithm>

namespace sipgloss {

const Dialog* Capture::dialog() const {
  const DialogId own = record().dialog;
  const DialogId id = own == DialogId::none ? transaction().dialog : own;
  return id == DialogId::none ? nullptr : &tracker_.dialog(id);
}

bool Capture::saw_dialog_open() const {
  const Dialog* const opened = dialog();
  return opened != nullptr && opened->created_by != TransactionId::none &&
         tracker_.transaction(opened->created_by).request != no_message;
}

bool Capture::lost_packets() const {
  const Time gap = hop().last_gap;
  return gap != Time{} && packet_.time - gap < 64 * settings_.t1;
}

std::uint32_t Capture::frame(MessageId id) const {
  return id == no_message ? 0 : tracker_.message(id).frame;
}

const FollowUp* Capture::missing(Action action) const {
  const auto found = std::ranges::find_if(follow_ups_, [action](const FollowUp& follow_up) {
    return follow_up.action == action && follow_up.status == FollowUpStatus::missing;
  });
  return found == follow_ups_.end() ? nullptr : &*found;
}

bool header_section_cut(const Message& message) {
  return message.truncated && !message.headers_complete;
}

}  // namespace sipgloss
