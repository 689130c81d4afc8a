// SPDX-License-Identifier: MIT
// How a dialog ends: who sends BYE and when, and what becomes of requests that are open then. RFC
// 3261 section 15, RFC 5407 section 3.2.
#include <optional>

#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// When the callee sent its 2xx, as the capture shows it.
struct Acceptance {
  MessageId first = no_message;
  Time first_time{};
  std::optional<Time> repeated;  ///< when it was first sent again
  int repetitions_before = 0;    ///< how often before the BYE
  bool refused_before = false;   ///< another final response came before the BYE
  bool is_whole = false;         ///< the INVITE was reached: nothing was left out
};

Acceptance acceptance_of(const Capture& capture, const Transaction& invite) {
  Acceptance found;
  const std::uint32_t callee = capture.transaction().from_tag;
  any_from(capture, invite.last, [&](MessageId id, const MessageRecord& record) {
    if (id == invite.request) found.is_whole = true;
    if (record.code >= 300 && id < capture.id()) found.refused_before = true;
    if (record.code < 200 || record.code >= 300 || record.to_tag != callee) return found.is_whole;
    if (record.copy == Copy::none) {
      found.first = id;
      found.first_time = record.time;
    } else if (record.copy == Copy::retransmission) {
      found.repeated = record.time;
      found.repetitions_before += id < capture.id() ? 1 : 0;
    }
    return false;
  });
  return found;
}

/// Whether the callee had given up waiting for the ACK: 64 times its T1, which the first repetition
/// shows. Some stacks measure it.
bool has_given_up(const Capture& capture, const Acceptance& accepted) {
  const std::chrono::nanoseconds configured = capture.settings().t1;
  const std::chrono::nanoseconds t1 =
      accepted.repeated ? std::min(*accepted.repeated - accepted.first_time, configured)
                        : configured;
  return capture.packet().time - accepted.first_time > 60 * t1;
}

Verdict too_early(const Seen& seen, Value what, MessageId first, MessageId second = no_message) {
  return Verdict::broken_at(seen.message.start_line, what)
      .resting_on(seen.capture->frame(first), seen.capture->frame(second));
}

/// Whether an ACK in the dialog tells of a 2xx that was not captured.
bool has_earlier_ack(const Capture& capture) {
  const auto ack = capture.find_in_dialog([&capture](const Transaction& other) {
    return other.method == Method::ack && is_before(other.request, capture.id());
  });
  return ack != TransactionId::none;
}

// What came later proves that it was not lost on the way to the capture: the final response goes
// the way of the BYE, and the ACK cannot have arrived before it passed here.
Verdict waits_for_ack(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Dialog* const dialog = capture.dialog();
  if (dialog == nullptr || dialog->created_by == TransactionId::none ||
      capture.record().copy != Copy::none)
    return Verdict::holds();
  const Transaction& invite = capture.tracker().transaction(dialog->created_by);
  if (invite.method != Method::invite || !is_of_peer(capture, invite)) return Verdict::holds();
  const Acceptance accepted = acceptance_of(capture, invite);
  if (accepted.refused_before || !accepted.is_whole) return Verdict::unknown();
  if (!is_before(accepted.first, capture.id())) {
    const bool shown = is_before(capture.id(), invite.final) && !has_earlier_ack(capture);
    return shown ? too_early(seen, "2xx", invite.request, invite.final) : Verdict::unknown();
  }
  const MessageId ack = capture.tracker().message(accepted.first).followed_by;
  if (is_before(ack, capture.id()) || has_given_up(capture, accepted)) return Verdict::holds();
  constexpr int sure = 2;
  const bool repeats = accepted.repetitions_before >= sure;
  // RFC 5407 section 3.2.4 shows a BYE that crosses the ACK as one that peers have to bear.
  const bool comes_late =
      ack != no_message &&
      capture.tracker().message(ack).time - capture.packet().time > crossing_time;
  if (!repeats && !comes_late) return Verdict::unknown();
  return too_early(seen, "ACK", accepted.first, ack);
}

/// Whether a request goes straight to the UA that it names: no Route, and the address of the
/// Request-URI is where the packet went.
bool goes_straight_to_uas(const Captured& request) {
  return !request.message.has(HeaderName::route) &&
         is_address(read_uri(request.message.request_uri).host, request.packet.destination);
}

constexpr bool is_one_of(unsigned code, std::initializer_list<unsigned> codes) {
  return std::ranges::find(codes, code) != codes.end();
}

/// Whether another BYE ended the dialog before the response was sent.
bool has_other_bye(const Capture& capture) {
  const auto other = capture.find_in_dialog(
      [](const Transaction& transaction) { return transaction.method == Method::bye; });
  return other != TransactionId::none;
}

// 481 is left to the rule about lost state, and so is what any element may say of a request.
Verdict accepts_the_bye(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Dialog* const dialog = capture.dialog();
  const unsigned code = capture.record().code;
  const bool of_uas = is_one_of(code, {406, 486, 487, 488, 491, 600, 603, 606});
  const bool of_either = is_one_of(code, {403, 404, 405, 410, 480, 500, 501, 604});
  if (!of_uas && !of_either) return Verdict::holds();
  if (dialog == nullptr || !is_before(dialog->confirmed_by, capture.transaction().request) ||
      dialog->failed_by != no_message || has_other_bye(capture))
    return Verdict::unknown();
  if (!of_uas && !goes_straight_to_uas(*capture.request())) return Verdict::unknown();
  const std::uint32_t cseq = capture.transaction().cseq;
  const TransactionId higher = capture.find_in_dialog([&](const Transaction& other) {
    return is_of_same_client(capture, other) && other.method != Method::ack && other.cseq > cseq;
  });
  if (higher != TransactionId::none) return Verdict::unknown();  // out of order: 500 is right
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{code});
}

/// The BYE of a dialog by the client of the request judged, accepted after that request.
const Transaction* accepted_bye_behind(const Capture& capture) {
  const TransactionId bye = capture.find_in_dialog([&](const Transaction& other) {
    const unsigned code = final_code(capture, other);
    return other.method == Method::bye && is_of_same_client(capture, other) &&
           is_before(capture.id(), other.request) && code >= 200 && code < 300;
  });
  return bye == TransactionId::none ? nullptr : &capture.tracker().transaction(bye);
}

// A final response to INVITE is sent again until its ACK comes: where both sides were captured for
// so long, it was not sent.
Verdict is_answered_after_bye(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!own.facts.in_dialog || capture.record().copy != Copy::none || own.final != no_message)
    return Verdict::holds();
  const Transaction* const bye = accepted_bye_behind(capture);
  if (bye == nullptr) return Verdict::holds();
  const Time accepted = capture.tracker().message(bye->final).time;
  const auto client = capture.tracker().last_from_client(own);
  const auto server = capture.tracker().last_from_server(own);
  const bool alive =
      client && server && std::min(*client, *server) - accepted > 64 * capture.settings().t1;
  const bool complete =
      own.answered && own.ack == no_message && capture.hop().last_gap < capture.packet().time;
  if (!alive || !complete) return Verdict::unknown();
  const std::uint32_t frame = capture.frame(bye->request);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{frame}).resting_on(frame);
}

/// The BYE that the server of the request judged had sent before its response, without that the
/// client can have known of it when it sent the request.
Verdict crosses_no_bye(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!own.facts.in_dialog) return Verdict::holds();
  const TransactionId id = capture.find_in_dialog([&](const Transaction& other) {
    return other.method == Method::bye && is_of_peer(capture, other) &&
           other.request != no_message && !is_before(other.final, own.request);
  });
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& bye = capture.tracker().transaction(id);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{capture.frame(bye.request)},
                            seen.message.cseq().method_name)
      .resting_on(capture.frame(own.request), capture.frame(bye.request));
}

constexpr Rule table[] = {
    {.code = "DLG-15",
     .slug = "callee-hangs-up-too-early",
     .level = Level::must,
     .cite = {3261, "15"},
     .applies_to = {.methods = {Method::bye},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::dialog}},
     .broken =
         {.en = "BYE of the callee before the {0}: it must not hang up until its 2xx is "
                "acknowledged or its wait for that ends.",
          .zh = "被叫在 {0} 之前就发送了 BYE，在其 2xx 得到 ACK 或等待超时之前，被叫不得挂断。"},
     .check = waits_for_ack},
    {.code = "DLG-16",
     .slug = "bye-not-accepted",
     .level = Level::must,
     .cite = {3261, "15.1.2"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = {Method::bye},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::dialog}},
     .broken = {.en = "{0} to a BYE for a dialog that was there: a UAS must respond with 2xx, it "
                      "cannot refuse that the peer hangs up.",
                .zh = "对已有对话的 BYE 以 {0} 响应，UAS 必须以 2xx 响应，不能拒绝对端挂断。"},
     .check = accepts_the_bye},
    {.code = "DLG-17",
     .slug = "open-invite-forgotten-at-bye",
     .level = Level::must,
     .cite = {3261, "15.1.2"},
     .applies_to = {.methods = {Method::invite},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::dialog}},
     .broken = {.en = "This INVITE was open when the BYE of frame {0} came and never got a final "
                      "response: 487 is expected.",
                .zh =
                    "帧 {0} 的 BYE 到来时该 INVITE 尚未决，此后一直没有最终响应，应以 487 响应。"},
     .check = is_answered_after_bye},
    {.code = "DLG-18",
     .slug = "481-after-crossing-bye",
     .level = Level::note,
     .cite = {5407, "3.2.2"},
     .applies_to = {.codes = {481},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request}},
     .broken = {.en = "481 because the {1} crossed the BYE of frame {0}: a usual race, nothing is "
                      "wrong.",
                .zh = "{1} 与帧 {0} 的 BYE 交叉，因此得到 481：这是常见的竞态，没有错误。"},
     .check = crosses_no_bye},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> end_of_dialog{table};

}  // namespace sipgloss::subject
