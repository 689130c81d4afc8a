// SPDX-License-Identifier: MIT
// What rules about subscriptions ask of the requests around a message. RFC 6665 sections 4.1.2.2,
// 4.2.2 and 8.2.1, RFC 3515 section 2.4.6.
#include "rules/within_subscription.hpp"

namespace sipgloss::subject {

bool is_same_event(const Message& one, const Message& other) {
  const FieldValue ours = read_field_value(one.value(HeaderName::event));
  const FieldValue theirs = read_field_value(other.value(HeaderName::event));
  return ours.value == theirs.value && ours.parameters.value("id") == theirs.parameters.value("id");
}

bool is_of_refer(const Message& notify, const Message& refer) {
  const FieldValue event = read_field_value(notify.value(HeaderName::event));
  if (event.value != "refer") return false;
  const auto id = event.parameters.value("id");
  return !id || read_number(*id) == refer.cseq().number;
}

bool asked_nothing_since(const Capture& capture, MessageId since) {
  const TransactionId last = capture.find_in_dialog(asks_for_notify);
  if (last == TransactionId::none) return false;
  const Transaction& asked = capture.tracker().transaction(last);
  if (!is_of_peer(capture, asked) || asked.request == no_message || !is_before(asked.last, since))
    return false;
  const TransactionId another = capture.find_in_dialog(
      [&](const Transaction& other) { return other.method == Method::refer && &other != &asked; });
  return another == TransactionId::none;
}

}  // namespace sipgloss::subject
