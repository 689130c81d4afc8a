// SPDX-License-Identifier: MIT
// 481 Call/Transaction Does Not Exist. RFC 3261 sections 12.2.1.2, 12.2.2 and 21.4.19.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// A request that can stand alone names no dialog but in these header fields, or in the Event of
/// RFC 4235.
Verdict names_something(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (is_in_dialog(request) || came_from_behind(seen)) return Verdict::holds();
  for (const HeaderName name :
       {HeaderName::replaces, HeaderName::join, HeaderName::target_dialog}) {
    if (request.has(name)) return Verdict::holds();
  }
  const FieldValue event = read_field_value(request.value(HeaderName::event));
  if (event.parameters.find("call-id")) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, request.method_name);
}

/// The call of a dialog that this 481 is the first to call lost; null where it is none, or where
/// another response said so before.
const Dialog* lost_call(const Capture& capture) {
  const Dialog* const dialog = capture.dialog();
  if (dialog == nullptr || dialog->failed_by != capture.id()) return nullptr;
  const Transaction& opened = capture.tracker().transaction(dialog->created_by);
  return opened.method == Method::invite ? dialog : nullptr;
}

/// Whether the peer hung up, or the client had done so before.
bool had_ended(const Capture& capture, const Dialog& dialog) {
  if (dialog.ended_by == no_message) return false;
  const Transaction& own = capture.transaction();
  const Transaction& bye = *capture.tracker().transaction_of(dialog.ended_by);
  if (bye.from_tag != own.from_tag) return true;
  // The BYE that got the 481 may have been captured on another hop first.
  const bool same = own.method == Method::bye && own.cseq == bye.cseq;
  return !same && dialog.ended_by < capture.id();
}

/// Whether the client sent another request in the dialog after the 481.
bool went_on(const Capture& capture) {
  const Transaction& own = capture.transaction();
  const TransactionId later = capture.find_in_dialog([&](const Transaction& other) {
    return other.from_tag == own.from_tag && other.method != Method::ack &&
           other.request != no_message && other.request > capture.id();
  });
  return later != TransactionId::none;
}

Verdict was_alive(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Dialog* const dialog = lost_call(capture);
  if (dialog == nullptr || dialog->confirmed_by == no_message) return Verdict::unknown();
  if (had_ended(capture, *dialog)) return Verdict::holds();
  // Unless the client took the dialog for alive, a BYE may have reached it that was not captured.
  if (seen.message.method() != Method::bye && !went_on(capture)) return Verdict::unknown();
  // Until the ACK, the client may not know of the 2xx that confirmed the dialog.
  const MessageId ack = capture.tracker().transaction(dialog->created_by).ack;
  if (ack == no_message || ack > capture.transaction().request) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line)
      .resting_on(capture.frame(dialog->confirmed_by), capture.frame(ack),
                  capture.frame(capture.transaction().request));
}

/// Whether the hop shows so much of what followed that a BYE cannot have escaped the capture.
bool shows_what_followed(const Capture& capture) {
  const auto client = capture.tracker().last_from_client(capture.transaction());
  const auto server = capture.tracker().last_from_server(capture.transaction());
  const Time since = capture.record().time;
  return client && server && std::min(*client, *server) - since > 64 * capture.settings().t1 &&
         capture.hop().last_gap < capture.record().time && capture.hop().unanswered == 0;
}

Verdict was_ended(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Dialog* const dialog = lost_call(capture);
  if (dialog == nullptr) return Verdict::unknown();
  if (dialog->ended_by != no_message) return Verdict::holds();
  // What it sends in the dialog after all is the matter of another rule.
  if (went_on(capture) || !shows_what_followed(capture)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.cseq().method_name);
}

constexpr Rule table[] = {
    {.code = "K481-1",
     .slug = "481-to-request-outside-dialog",
     .level = Level::should,
     .cite = {3261, "21.4.19"},
     // Methods that need no dialog. To the others a 481 is right when they have none.
     .applies_to = {.codes = {481},
                    .methods = {Method::invite, Method::options, Method::register_,
                                Method::subscribe, Method::refer, Method::message, Method::publish},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::older_peer}},
     .broken = {.en = "481 to {0} outside of any dialog: it names no dialog or transaction that "
                      "could be unknown to the server.",
                .zh = "对对话外 {0} 的 481 响应：该请求没有指明任何对话或事务，谈不上不存在。"},
     .check = names_something},
    {.code = "K481-2",
     .slug = "481-in-live-dialog",
     .level = Level::should,
     .cite = {3261, "12.2.2"},
     .applies_to = {.codes = {481},
                    .methods = {Method::invite, Method::update, Method::info, Method::bye},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog, Guard::gap_free}},
     .broken = {.en =
                    "481, but this call was confirmed and no BYE has come: the server has lost it, "
                    "or the request went to another one.",
                .zh = "481 响应，但该呼叫的对话已确认且没有出现 BYE：服务器丢失了对话状态，"
                      "或请求走错了地方。"},
     .check = was_alive},
    {.code = "K481-3",
     .slug = "481-and-no-bye",
     .level = Level::should,
     .cite = {3261, "12.2.1.2"},
     .applies_to = {.codes = {481},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog}},
     .broken = {.en = "No BYE followed this 481 to {0}: its peer knows the dialog no more, and the "
                      "client should have ended it.",
                .zh = "对 {0} 的 481 响应之后没有出现 BYE：对端已无此对话，客户端应当将其终止。"},
     .check = was_ended},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_481{table};

}  // namespace sipgloss::subject
