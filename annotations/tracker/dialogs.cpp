// SPDX-License-Identifier: MIT
// Dialogs: a Call-ID and two tags, from the response that creates one to what ends it. RFC 3261
// sections 12, 13.2.2 and 15.1, RFC 5057 section 5.
#include <algorithm>

#include "tracker/arrival.hpp"

namespace sipgloss {
namespace {

bool creates_dialog(Method method, unsigned code) {
  if (method == Method::invite) return code > 100 && code < 300;
  return (method == Method::subscribe || method == Method::refer) && code >= 200 && code < 300;
}

bool is_session_refresh(Method method) {
  return method == Method::invite || method == Method::update;
}

std::uint64_t session_key(DialogId dialog, HopId hop) {
  return Hasher().add(index_of(dialog)).add(index_of(hop)).value();
}

std::uint64_t dialog_key(std::uint32_t call, std::uint32_t one_tag, std::uint32_t other_tag) {
  const auto [low, high] = std::minmax(one_tag, other_tag);
  return Hasher().add(call).add(low).add(high).value();
}

}  // namespace

/// A server that answers out of a dialog makes a tag of its own, and another for each call (RFC
/// 3261 section 19.3).
void Tracker::compare_tag(const Arrival& response) {
  const std::string_view tag = response.message.to().tag.value_or("");
  if (tag.empty() || at(response.id).transaction == TransactionId::none) return;
  const Endpoint& server = response.packet.source;
  const auto* const bytes = reinterpret_cast<const char*>(server.address.data());
  const std::uint64_t key = Hasher().add(std::string_view(bytes, server.length)).add(tag).value();
  const MessageId* const first = by_to_tag_.find(key);
  if (first == nullptr) return by_to_tag_.set(key, response.id);
  const Transaction* const other = transaction_of(*first);
  if (other != nullptr && other->call != response.call) at(response.id).same_tag = *first;
}

/// The dialog of a call with those two tags; none when nothing of it was captured yet.
DialogId Tracker::known_dialog(const Arrival& arrival) {
  const DialogId* const known =
      by_tags_.find(dialog_key(arrival.call, arrival.from_tag, arrival.to_tag));
  return known == nullptr ? DialogId::none : *known;
}

/// The same; it is opened when there is none.
DialogId Tracker::dialog_of(const Arrival& arrival) {
  const DialogId known = known_dialog(arrival);
  if (known != DialogId::none) return known;
  const auto id = static_cast<DialogId>(dialogs_.size());
  dialogs_.push_back({.call = arrival.call});
  by_tags_.set(dialog_key(arrival.call, arrival.from_tag, arrival.to_tag), id);
  return id;
}

/// A transaction stands in the list of the first dialog that it had to do with.
void Tracker::join(DialogId dialog, TransactionId id) {
  if (at(id).dialog != DialogId::none) return;
  at(id).dialog = dialog;
  at(id).before_in_dialog = at(dialog).last;
  at(dialog).last = id;
}

/// A request with both tags is one within a dialog.
void Tracker::enter_dialog(TransactionId id, const Arrival& request) {
  if (request.from_tag == 0 || request.to_tag == 0) return;
  const DialogId dialog_id = dialog_of(request);
  join(dialog_id, id);
  at(request.id).dialog = dialog_id;
  Dialog& dialog = at(dialog_id);
  if (request.method == Method::bye && dialog.ended_by == no_message) {
    dialog.ended_by = request.id;
    dialog.state = DialogState::terminated;
    if (dialog.failed_by != no_message) at(request.id).follows = dialog.failed_by;
  }
  if (!is_session_refresh(request.method)) return;
  // RFC 4028: either side refreshes the session.
  const TransactionId* const found = by_session_.find(session_key(dialog_id, at(id).hop));
  if (found == nullptr || at(*found).successor != TransactionId::none) return;
  at(id).predecessor = *found;
  at(*found).successor = id;
}

void Tracker::move_dialog(TransactionId id, const Arrival& response) {
  if (response.from_tag == 0 || response.to_tag == 0) return;
  const unsigned code = at(response.id).code;
  const bool creates = creates_dialog(response.method, code);
  const DialogId dialog_id = creates ? dialog_of(response) : known_dialog(response);
  if (dialog_id == DialogId::none) return;
  join(dialog_id, id);
  at(response.id).dialog = dialog_id;
  Dialog& dialog = at(dialog_id);
  if (creates && dialog.created_by == TransactionId::none) dialog.created_by = id;
  if (response.method == Method::bye && dialog.ended_by == no_message) {
    dialog.ended_by = response.id;
    dialog.state = DialogState::terminated;
  }
  const bool succeeded = code >= 200 && code < 300;
  if (succeeded && creates_dialog(response.method, code) && dialog.state == DialogState::early) {
    dialog.state = DialogState::confirmed;
    dialog.confirmed_by = response.id;
  }
  if (succeeded && is_session_refresh(response.method))
    by_session_.set(session_key(dialog_id, at(id).hop), id);
  if ((code == 481 || code == 408) && dialog.failed_by == no_message && at(id).facts.in_dialog)
    dialog.failed_by = response.id;
}

}  // namespace sipgloss
