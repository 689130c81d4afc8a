// SPDX-License-Identifier: MIT
// Requests within a dialog: their order, and whether there is still a dialog. RFC 3261 sections
// 12.2, 12.3 and 13.2.2.3, RFC 5057 section 5.
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

/// What belongs to the session of a dialog and not to a subscription in it (RFC 5057 section 5.3).
constexpr Set<Method> of_session = {Method::invite, Method::update, Method::info};

/// A request of the same client before this one that the server took up, with a higher number. What
/// was accepted then had arrived before.
Verdict rejects_what_is_out_of_order(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!own.facts.in_dialog) return Verdict::holds();
  const TransactionId higher = capture.find_in_dialog([&](const Transaction& other) {
    const unsigned code = final_code(capture, other);
    return is_of_same_client(capture, other) && other.method != Method::ack &&
           other.method != Method::cancel && other.cseq > own.cseq &&
           is_before(other.final, own.request) && code >= 200 && code < 300;
  });
  if (higher == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(higher);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code},
                            std::uint64_t{own.cseq}, std::uint64_t{before.cseq})
      .resting_on(capture.frame(own.request), capture.frame(before.request));
}

/// The last request for the session that the client of this one sent before, when it failed with
/// one of the codes that `ends` names and the client knows that; none otherwise.
template <typename Ends>
TransactionId failed_before(const Capture& capture, Ends ends) {
  const Dialog* const dialog = capture.dialog();
  const bool over = dialog != nullptr && is_before(dialog->ended_by, capture.id());
  if (over || !capture.transaction().facts.in_dialog || capture.record().copy != Copy::none)
    return TransactionId::none;
  const TransactionId last = capture.find_in_dialog([&](const Transaction& other) {
    return is_of_same_client(capture, other) && of_session.has(other.method);
  });
  if (last == TransactionId::none) return last;
  const Transaction& before = capture.tracker().transaction(last);
  const bool failed = before.facts.in_dialog && ends(final_code(capture, before)) &&
                      is_known_to_client(capture, before);
  return failed ? last : TransactionId::none;
}

Verdict goes_on_after(const Seen& seen, const Transaction& failed) {
  const Capture& capture = *seen.capture;
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            std::uint64_t{final_code(capture, failed)},
                            std::uint64_t{capture.frame(failed.final)})
      .resting_on(capture.frame(failed.final));
}

Verdict ends_after_timeout(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const TransactionId failed =
      failed_before(capture, [](unsigned code) { return code == 408 || code == 481; });
  if (failed == TransactionId::none) return Verdict::holds();
  return goes_on_after(seen, capture.tracker().transaction(failed));
}

/// 483 leaves one way out: more hops (RFC 5057 section 5.1, note 10).
bool may_go_further(const Seen& seen, const Transaction& failed) {
  const Captured* const before = seen.capture->at(failed.request);
  if (before == nullptr) return true;
  const auto hops = read_number(seen.message.value(HeaderName::max_forwards));
  const auto hops_before = read_number(before->message.value(HeaderName::max_forwards));
  return !hops || !hops_before || *hops > *hops_before;
}

// RFC 5057 section 5.1, table 1.
constexpr bool destroys_dialog(unsigned code) {
  constexpr unsigned codes[] = {404, 410, 416, 482, 483, 484, 485, 502, 604};
  return std::ranges::find(codes, code) != std::end(codes);
}

Verdict ends_after_destruction(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const TransactionId id = failed_before(capture, destroys_dialog);
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& failed = capture.tracker().transaction(id);
  constexpr unsigned too_many_hops = 483;
  if (final_code(capture, failed) == too_many_hops && may_go_further(seen, failed))
    return Verdict::unknown();
  return goes_on_after(seen, failed);
}

// The server of the INVITE knows what it sent. The client knows it when it has acknowledged it and
// nothing of it can have crossed.
Verdict leaves_ended_early_dialog(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Dialog* const dialog = capture.dialog();
  if (dialog == nullptr || dialog->created_by == TransactionId::none ||
      dialog->confirmed_by != no_message || capture.record().copy != Copy::none)
    return Verdict::holds();
  const Transaction& invite = capture.tracker().transaction(dialog->created_by);
  const unsigned code = final_code(capture, invite);
  if (invite.method != Method::invite || invite.facts.in_dialog || code < 300)
    return Verdict::holds();
  if (invite.hop != capture.transaction().hop) return Verdict::unknown();
  const bool by_its_client = is_of_same_client(capture, invite);
  const bool acknowledged = invite.ack != no_message && is_known_to_client(capture, invite);
  if (by_its_client && !acknowledged) return Verdict::unknown();
  return goes_on_after(seen, invite);
}

constexpr Rule table[] = {
    {.code = "DLG-11",
     .slug = "out-of-order-request-accepted",
     .level = Level::must,
     .cite = {3261, "12.2.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::options}),
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en =
                    "{0} to a request with CSeq {1} after one with {2}: what is out of order must "
                    "be rejected with 500.",
                .zh = "CSeq {1} 的请求晚于已接受的 {2}，属于乱序，必须以 500 拒绝，而响应是 {0}。"},
     .check = rejects_what_is_out_of_order},
    {.code = "DLG-12",
     .slug = "dialog-used-after-481",
     .level = Level::should,
     .cite = {3261, "12.2.1.2"},
     .applies_to = {.methods = of_session,
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken =
         {.en = "{0} on a dialog whose last request got the {1} of frame {2}: the client should "
                "have ended it with BYE.",
          .zh = "对话中上一请求得到帧 {2} 的 {1}，客户端应当用 BYE 结束对话，却又发送 {0}。"},
     .check = ends_after_timeout},
    {.code = "DLG-13",
     .slug = "destroyed-dialog-used",
     .level = Level::note,
     .cite = {5057, "5.1"},
     .applies_to = {.methods = of_session,
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken = {.en =
                    "{0} on a dialog that the {1} of frame {2} destroyed: what is sent in it fails "
                    "likewise.",
                .zh = "帧 {2} 的 {1} 已使该对话不复存在，其中再发送的 {0} 同样会失败。"},
     .check = ends_after_destruction},
    {.code = "DLG-40",
     .slug = "ended-early-dialog-used",
     .level = Level::note,
     .cite = {3261, "13.2.2.3"},
     .applies_to = {.methods = {Method::update, Method::prack, Method::info},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken =
         {.en = "{0} on an early dialog that ended with the {1} of frame {2}: the peer no longer "
                "has it.",
          .zh = "早期对话已随帧 {2} 的 {1} 结束，对端不再保留它，却仍在其中发送 {0}。"},
     .check = leaves_ended_early_dialog},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> in_dialog{table};

}  // namespace sipgloss::subject
