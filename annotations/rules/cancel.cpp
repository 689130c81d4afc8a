// SPDX-License-Identifier: MIT
// CANCEL, the response to it, and what becomes of the INVITE. RFC 3261 sections 9, 15 and 16.10,
// RFC 5407 section 3.1.2, RFC 6141 section 3.8.
#include "message/scan.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

using scan::equal_ignoring_case;

/// Whether the transaction that a CANCEL is linked to has its branch, so that it matches.
bool matches(const Capture& capture, const Transaction& cancelled) {
  return cancelled.partner == capture.transaction_id();
}

/// The INVITE that a CANCEL matches on its hop, with its request in the capture; null else.
const Transaction* matching_invite(const Capture& capture) {
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr || !matches(capture, *invite)) return nullptr;
  return invite->method == Method::invite && invite->request != no_message ? invite : nullptr;
}

/// The CANCEL of an INVITE on its hop; null else.
const Transaction* cancel_of(const Capture& capture) {
  const Transaction* const cancel = partner_here(capture);
  return cancel != nullptr && cancel->request != no_message ? cancel : nullptr;
}

/// Whether 100 is the first response of that INVITE in the capture. It is sent before any other, so
/// there was none that escaped.
bool begins_with_100(const Capture& capture, const Transaction& invite) {
  unsigned first = 0;
  any_from(capture, invite.last, [&first](MessageId, const MessageRecord& message) {
    if (message.is_response()) first = message.code;
    return false;
  });
  return first == 100;
}

Verdict waits_for_a_response(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const invite = matching_invite(capture);
  if (invite == nullptr) return Verdict::unknown();
  const Time time = capture.record().time;
  const MessageId known = capture.find_in(*invite, [&](const MessageRecord& message) {
    return message.is_response() && message.time <= time;
  });
  if (known != no_message) return Verdict::holds();
  if (!begins_with_100(capture, *invite) || !is_still_sent(capture, *invite)) {
    return Verdict::unknown();
  }
  return Verdict::broken_at(seen.message.start_line).resting_on(capture.frame(invite->request));
}

Verdict comes_before_the_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const invite = matching_invite(capture);
  if (invite == nullptr || capture.record().copy != Copy::none) return Verdict::unknown();
  const MessageId final = invite->final;
  if (final == no_message) return Verdict::holds();
  // Who has sent its ACK knows the response.
  const bool acknowledged = invite->ack != no_message && invite->ack < capture.id();
  if (!acknowledged && capture.since(final) <= longest_crossing(capture)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line,
                            std::uint64_t{capture.tracker().message(final).code})
      .resting_on(capture.frame(final), capture.frame(invite->request));
}

Verdict cancels_an_invite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const cancelled = partner_here(capture);
  if (cancelled == nullptr || !matches(capture, *cancelled)) return Verdict::unknown();
  if (cancelled->method == Method::invite) return Verdict::holds();
  const Captured* const request = capture.at(cancelled->request);
  if (request == nullptr) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, request->message.method_name)
      .resting_on(capture.frame(cancelled->request));
}

/// What of a CANCEL is not as in its INVITE; the To too, which is that of a request here.
std::optional<Part> part_of_cancel(const Message& cancel, const Message& invite) {
  if (std::optional<Part> part = part_unlike(cancel, invite)) return part;
  if (is_same_address(cancel.to(), invite.to())) return std::nullopt;
  return Part{cancel.value(HeaderName::to), {"To", "To"}};
}

/// A CANCEL whose branch is that of nothing, where the client has one INVITE with its CSeq number
/// that still waits.
std::optional<Part> branch_part(const Capture& capture, const Message& cancel,
                                const Transaction& invite, const Message& request) {
  const bool same_client = equal_ignoring_case(cancel.top_via().sent_by, request.top_via().sent_by);
  const bool waits = invite.final == no_message && invite.partner == TransactionId::none;
  if (!same_client || !waits || capture.lost_packets()) return std::nullopt;
  return Part{cancel.top_via().branch, {"branch", "branch"}};
}

Verdict is_like_its_invite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr || invite->method != Method::invite) return Verdict::unknown();
  const Captured* const request = capture.at(invite->request);
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  const bool matched = matches(capture, *invite);
  const std::optional<Part> part =
      matched ? part_of_cancel(seen.message, request->message)
              : branch_part(capture, seen.message, *invite, request->message);
  if (!part) return matched ? Verdict::holds() : Verdict::unknown();
  const std::string_view bytes = part->bytes.empty() ? seen.message.start_line : part->bytes;
  return Verdict::broken_at(bytes, part->name).resting_on(capture.frame(invite->request));
}

Verdict accepts_what_matches(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (is_success(seen.message.status_code)) return Verdict::holds();
  const Transaction* const invite = matching_invite(capture);
  if (invite == nullptr) return Verdict::unknown();
  // A provisional response shows that the server knows the INVITE; with a final one it may have
  // forgotten it.
  if (!invite->answered || invite->final != no_message || invite->ack != no_message)
    return Verdict::unknown();
  const Captured* const request = capture.at(invite->request);
  const Captured* const cancel = capture.request();
  if (request == nullptr || part_of_cancel(cancel->message, request->message))
    return Verdict::unknown();  // another rule's matter
  if (!comes_from_server(capture, capture.packet())) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(capture.transaction().request), capture.frame(invite->request));
}

Verdict is_followed_by_the_end(const Seen& seen) {
  if (seen.capture->missing(Action::cancelled_final) == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

/// Whether the INVITE got that 2xx although it was cancelled, and the CANCEL did not come when the
/// client knew of the 2xx.
bool is_cancelled_in_time(const Capture& capture, const Transaction& cancel) {
  const Time cancelled = capture.tracker().message(cancel.request).time;
  const Time succeeded = capture.record().time;
  const MessageId ack = capture.transaction().ack;
  const bool acknowledged = ack != no_message && ack < cancel.request;
  return !acknowledged && cancelled - succeeded <= longest_crossing(capture);
}

Verdict crosses_no_cancel(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const cancel = cancel_of(capture);
  const bool is_first = capture.transaction().final == capture.id();
  if (cancel == nullptr || !is_first || capture.transaction().facts.in_dialog ||
      !is_cancelled_in_time(capture, *cancel))
    return Verdict::holds();
  if (capture.missing(Action::ack) != nullptr) return Verdict::holds();  // another rule's matter
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(cancel->request), capture.frame(capture.transaction().request));
}

Verdict cancelled_success_is_acknowledged(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const cancel = cancel_of(capture);
  if (cancel == nullptr) return Verdict::holds();
  if (capture.missing(Action::ack) == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(cancel->request), capture.frame(capture.transaction().request));
}

Verdict is_cancelled_reinvite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const cancel = cancel_of(capture);
  const bool is_first = capture.transaction().final == capture.id();
  if (cancel == nullptr || !is_first || !capture.transaction().facts.in_dialog ||
      !is_cancelled_in_time(capture, *cancel))
    return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(cancel->request), capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "CAN-01",
     .slug = "cancel-before-any-response",
     .level = Level::must,
     .cite = {3261, "9.1"},
     .applies_to = {.methods = {Method::cancel},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "This CANCEL was sent before any response to the INVITE: it can overtake the "
                      "INVITE, and then it cancels nothing.",
                .zh = "INVITE 尚无任何响应就发送了 CANCEL：CANCEL 可能先于 INVITE "
                      "到达，结果什么也取消不了。"},
     .check = waits_for_a_response},
    {.code = "CAN-02",
     .slug = "cancel-after-final-response",
     .level = Level::should,
     .cite = {3261, "9.1"},
     .applies_to = {.methods = {Method::cancel},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "This CANCEL comes after the {0} to its INVITE and has no effect: what ends a "
                    "call that was answered is BYE.",
                .zh = "INVITE 已有最终响应 {0}，此 CANCEL 不起作用：已接听的呼叫要用 BYE 释放。"},
     .check = comes_before_the_final},
    {.code = "CAN-03",
     .slug = "cancel-of-other-request",
     .level = Level::should,
     .cite = {3261, "9.1"},
     .applies_to = {.methods = {Method::cancel},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "This CANCEL is for {0}: only INVITE waits long enough to be cancelled, and "
                      "others go on as if nothing had come.",
                .zh = "此 CANCEL 要取消 {0}：只有 INVITE 会等待较久，取消其他请求不起作用。"},
     .check = cancels_an_invite},
    {.code = "CAN-09",
     .slug = "cancel-unlike-its-invite",
     .level = Level::must,
     .cite = {3261, "9.1"},
     .applies_to = {.methods = {Method::cancel},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated, Guard::older_peer}},
     .broken =
         {.en = "The {0} of this CANCEL is not as in its INVITE: the server may find nothing to "
                "cancel, and the callee rings on.",
          .zh = "此 CANCEL 的“{0}”与 INVITE 不同：服务器可能找不到要取消的事务，被叫继续振铃。"},
     .check = is_like_its_invite},
    {.code = "CAN-04",
     .slug = "matching-cancel-refused",
     .level = Level::must,
     .cite = {3261, "9.2"},
     .applies_to = {.codes = {{200, 400}, {402, 406}, {408, 699}},
                    .methods = {Method::cancel},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} to a CANCEL whose INVITE is still pending: one that matches gets 200, "
                      "whatever becomes of the INVITE.",
                .zh = "INVITE 仍未决，对其 CANCEL 却响应 {0}：只要匹配，无论 INVITE "
                      "结果如何，都应响应 200。"},
     .check = accepts_what_matches},
    {.code = "CAN-06",
     .slug = "cancelled-invite-not-ended",
     .level = Level::should,
     .cite = {3261, "9.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::cancel},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en =
                    "The CANCEL got {0}, but its INVITE no final response within 64*T1: 487 should "
                    "come at once.",
                .zh = "CANCEL 得到 {0}，INVITE 却在 64*T1 内没有最终响应：应当立即响应 487。"},
     .check = is_followed_by_the_end},
    {.code = "CAN-07",
     .slug = "2xx-despite-cancel",
     .level = Level::note,
     .cite = {5407, "3.1.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} to an INVITE that was cancelled: the call stands, and the caller sends ACK, "
                "then BYE if it does not want it.",
          .zh = "INVITE 已取消仍得到 {0} 响应：呼叫已建立，主叫先发 ACK，不想要此呼叫时再发 BYE。"},
     .check = crosses_no_cancel},
    {.code = "CAN-08",
     .slug = "2xx-after-cancel-not-acknowledged",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} to a cancelled INVITE was never acknowledged: the CANCEL came too late, and "
                "the caller owes an ACK all the same.",
          .zh = "已取消的 INVITE 得到 {0}，却始终没有 ACK：CANCEL 来得太晚，主叫仍必须发送 ACK。"},
     .check = cancelled_success_is_acknowledged},
    {.code = "CAN-10",
     .slug = "cancelled-reinvite-succeeded",
     .level = Level::note,
     .cite = {6141, "3.8"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} to a re-INVITE that was cancelled: right where the change had already been "
                "made, and the session is changed.",
          .zh = "已取消的 re-INVITE 得到 {0}：若变更已经生效，这是正确的，会话已随之改变。"},
     .check = is_cancelled_reinvite},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> cancel{table};

}  // namespace sipgloss::subject
