// SPDX-License-Identifier: MIT
// One INVITE at a time within a dialog. RFC 3261 sections 14.1 and 14.2, RFC 6337 section 4.
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

/// Whether an INVITE, which nobody gave up, was in progress between two messages: it came before
/// the first, and its final response came after the second. Where that is not in the capture, it
/// may have come at any time.
bool is_open(const Transaction& invite, MessageId from, MessageId until) {
  return invite.method == Method::invite && invite.partner == TransactionId::none &&
         is_before(invite.request, from) && is_before(until, invite.final) &&
         !is_before(invite.ack, from);
}

/// Whether the sender of the message judged knew of an INVITE of its peer: it had sent a
/// provisional response to it. A 100 may be a proxy's.
bool had_responded(const Seen& seen, const Transaction& invite) {
  const bool at_its_side = comes_from_client(seen.message);
  const MessageId own = seen.capture->id();
  return any_from(*seen.capture, invite.last, [&](MessageId id, const MessageRecord& record) {
    return id < own && record.is_response() && (record.code > 100 || at_its_side);
  });
}

Verdict waits_for_the_first(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageId own = capture.id();
  if (!capture.transaction().facts.in_dialog || capture.record().copy != Copy::none)
    return Verdict::holds();
  const TransactionId open = capture.find_in_dialog([&](const Transaction& other) {
    if (!is_open(other, own, own)) return false;
    // The 2xx to the INVITE that made the dialog may not have been captured when it came first.
    if (is_of_same_client(capture, other)) return other.facts.in_dialog;
    return is_of_peer(capture, other) && had_responded(seen, other);
  });
  if (open == TransactionId::none) return Verdict::holds();
  const std::uint32_t frame = capture.frame(capture.tracker().transaction(open).request);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{frame}).resting_on(frame);
}

/// Codes that other elements give, or that say something else about the request itself.
constexpr bool says_something_else(unsigned code) {
  constexpr unsigned codes[] = {400, 401, 407, 408, 413, 415, 416, 420, 421, 430, 440, 481,
                                482, 483, 487, 494, 500, 502, 503, 504, 505, 513, 555};
  return std::ranges::find(codes, code) != std::end(codes);
}

/// The verdict on the final response to an INVITE that came while another one was in progress.
Verdict refused(const Seen& seen, TransactionId other) {
  const Capture& capture = *seen.capture;
  const MessageId first = capture.tracker().transaction(other).request;
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code},
                            std::uint64_t{capture.frame(first)})
      .resting_on(capture.frame(capture.transaction().request), capture.frame(first));
}

// The server had sent no final response to the first INVITE when it sent this one, so it had sent
// none when the second one arrived.
Verdict refuses_the_second(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!own.facts.in_dialog || says_something_else(capture.record().code)) return Verdict::holds();
  const TransactionId first = capture.find_in_dialog([&](const Transaction& other) {
    return is_of_same_client(capture, other) && other.cseq < own.cseq &&
           is_open(other, own.request, capture.id());
  });
  return first == TransactionId::none ? Verdict::holds() : refused(seen, first);
}

// What passed here before the peer's INVITE did was sent before that INVITE arrived; and what came
// after it in the same direction arrived after it.
Verdict refuses_the_crossing(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const unsigned code = capture.record().code;
  constexpr unsigned request_pending = 491;
  if (!own.facts.in_dialog || code == request_pending || says_something_else(code))
    return Verdict::holds();
  const TransactionId crossing = capture.find_in_dialog([&](const Transaction& other) {
    return is_of_peer(capture, other) && is_open(other, own.request, own.request);
  });
  return crossing == TransactionId::none ? Verdict::holds() : refused(seen, crossing);
}

constexpr Rule table[] = {
    {.code = "DLG-08",
     .slug = "invite-while-another-is-open",
     .level = Level::must,
     .cite = {3261, "14.1"},
     .applies_to = {.methods = {Method::invite},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::dialog}},
     .broken = {.en = "INVITE while that of frame {0} has no final response: a UA must not start a "
                      "second one in the dialog.",
                .zh = "帧 {0} 的 INVITE 尚无最终响应，UA 不得在同一对话中再发起一个 INVITE。"},
     .check = waits_for_the_first},
    {.code = "DLG-09",
     .slug = "second-invite-not-refused-with-500",
     .level = Level::must,
     .cite = {3261, "14.2"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog}},
     .broken =
         {.en = "{0} to an INVITE that came before the one of frame {1} had its final "
                "response: it must be 500, with Retry-After.",
          .zh = "帧 {1} 的 INVITE 尚无最终响应时收到新的 INVITE，必须以 500 和 Retry-After 响应，"
                "而不是 {0}。"},
     .check = refuses_the_second},
    {.code = "DLG-10",
     .slug = "crossing-invite-not-refused-with-491",
     .level = Level::must,
     .cite = {3261, "14.2"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog}},
     .broken = {.en = "{0} to an INVITE that crossed the sender's own one of frame {1}: it must be "
                      "491, so that both sides try again in turn.",
                .zh = "收到的 INVITE 与帧 {1} 自己发出的 INVITE 冲突，必须以 491 响应，"
                      "而不是 {0}。"},
     .check = refuses_the_crossing},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> overlapping_invites{table};

}  // namespace sipgloss::subject
