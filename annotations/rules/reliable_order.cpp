// SPDX-License-Identifier: MIT
// In which order reliable provisional responses are sent and acknowledged, and what has to wait for
// that. RFC 3262 sections 3, 4 and 5.
#include "rules/offers.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// Whether that is a reliable provisional response of a callee: each callee of a forked INVITE
/// counts by itself.
bool is_of(const MessageRecord& record, std::uint32_t callee) {
  return record.rseq != 0 && record.to_tag == callee;
}

bool is_repetition(const MessageRecord& record) { return record.copy == Copy::retransmission; }

/// What shows that a response still lacked its PRACK when the message judged was sent: the PRACK
/// came later, or the server sent the response again later. no_message where nothing shows it.
MessageId shown_unacknowledged(const Capture& capture, MessageId response) {
  const Time then = capture.record().time + reordering;
  if (capture.tracker().message(response).followed_by != no_message) {
    const MessageId prack = prack_here(capture, response);
    const bool later = prack != no_message && capture.tracker().message(prack).time > then;
    return later ? prack : no_message;
  }
  return capture.find_in(capture.transaction(), [&](const MessageRecord& record) {
    return record.original == response && is_repetition(record) && record.time > then;
  });
}

/// The reliable responses of a callee before one of them.
struct Earlier {
  MessageId first = no_message;
  MessageId highest = no_message;      ///< by its number
  MessageId same_number = no_message;  ///< the first with the number of the one at hand
  bool several = false;                ///< they have more than one number
};

Earlier earlier_of(const Capture& capture) {
  const Tracker& tracker = capture.tracker();
  const MessageRecord& own = capture.record();
  Earlier earlier;
  any_from(capture, own.previous, [&](MessageId id, const MessageRecord& record) {
    if (!is_of(record, own.to_tag)) return false;
    if (record.rseq == own.rseq) earlier.same_number = id;
    if (earlier.first != no_message && tracker.message(earlier.first).rseq != record.rseq)
      earlier.several = true;
    earlier.first = id;
    if (earlier.highest == no_message || tracker.message(earlier.highest).rseq < record.rseq)
      earlier.highest = id;
    return false;
  });
  return earlier;
}

/// Whether the server went on for so long after the response judged that it would have sent again
/// whatever was lost before.
bool was_time_to_repeat(const Capture& capture) {
  const Transaction& transaction = capture.transaction();
  const Time end = transaction.final == no_message
                       ? capture.tracker().end()
                       : capture.tracker().message(transaction.final).time;
  return end - capture.record().time > times_t1(capture, 4);
}

// A number that is left out may be that of a response which was not captured. But then the server
// would send it again, or its PRACK is there.
Verdict counts_up_by_one(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  if (own.rseq == 0) return Verdict::holds();
  const Earlier earlier = earlier_of(capture);
  const bool same_number = earlier.same_number != no_message;
  const MessageId compared = same_number ? earlier.same_number : earlier.highest;
  if (compared == no_message) return Verdict::holds();
  const MessageRecord& before = capture.tracker().message(compared);
  if (same_number ? before.code == own.code : own.rseq - 1 == before.rseq) return Verdict::holds();
  if (!same_number) {
    const MessageId left_out =
        capture.find_in(capture.transaction(), [&own](const MessageRecord& record) {
          return is_of(record, own.to_tag) && record.rseq == own.rseq - 1;
        });
    const bool may_be_lost = !is_before(prack_here(capture, compared), capture.id()) ||
                             !was_time_to_repeat(capture) ||
                             missed_reliable_response(capture, capture.transaction_id());
    if (left_out != no_message || may_be_lost) return Verdict::unknown();
  }
  if (!repeats_one_request(capture)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.value(HeaderName::rseq), std::uint64_t{own.code},
                            std::uint64_t{own.rseq}, std::uint64_t{before.rseq})
      .resting_on(before.frame);
}

Verdict waits_for_the_first_prack(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  if (own.rseq == 0) return Verdict::holds();
  const Earlier earlier = earlier_of(capture);
  if (earlier.first == no_message || earlier.several || earlier.same_number != no_message)
    return Verdict::holds();
  if (is_before(prack_here(capture, earlier.first), capture.id())) return Verdict::holds();
  const MessageId proof = shown_unacknowledged(capture, earlier.first);
  if (proof == no_message || !repeats_one_request(capture) ||
      missed_reliable_response(capture, capture.transaction_id()))
    return Verdict::unknown();
  const MessageRecord& first = capture.tracker().message(earlier.first);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{own.code},
                            std::uint64_t{first.code}, std::uint64_t{first.frame})
      .resting_on(first.frame, capture.frame(proof));
}

Verdict waits_for_its_descriptions(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  bool all_acknowledged = true;
  MessageId open = no_message;
  MessageId proof = no_message;
  any_from(capture, own.previous, [&](MessageId id, const MessageRecord& record) {
    if (!is_of(record, own.to_tag) || !record.has_sdp || record.copy != Copy::none) return false;
    if (is_before(prack_here(capture, id), capture.id())) return false;
    all_acknowledged = false;
    open = id;
    proof = shown_unacknowledged(capture, id);
    return proof != no_message;
  });
  if (all_acknowledged) return Verdict::holds();
  if (proof == no_message || !repeats_one_request(capture)) return Verdict::unknown();
  const MessageRecord& waiting = capture.tracker().message(open);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{own.code},
                            std::uint64_t{waiting.code}, std::uint64_t{waiting.frame})
      .resting_on(waiting.frame, capture.frame(proof));
}

/// Whether the response was sent for the first time when it was captured first: its next repetition
/// came after the first interval, which is the shortest (RFC 3262 section 3). A server repeats its
/// response over any transport.
bool is_sent_anew(const Capture& capture) {
  const MessageId id = capture.id();
  const Time first_interval = capture.record().time + times_t1(capture, 3) / 2;
  return capture.find_in(capture.transaction(), [&](const MessageRecord& record) {
    return record.original == id && is_repetition(record) && record.time < first_interval;
  }) != no_message;
}

Verdict comes_before_the_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  const MessageId id = capture.transaction().final;
  if (own.rseq == 0 || !is_before(id, capture.id())) return Verdict::holds();
  const MessageRecord& final = capture.tracker().message(id);
  const bool repeated = earlier_of(capture).same_number != no_message;
  if (final.to_tag != own.to_tag || repeated) return Verdict::holds();
  if (capture.since(id) <= reordering || !is_sent_anew(capture) || !repeats_one_request(capture))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{own.code},
                            in_ms(capture.since(id)), std::uint64_t{final.code})
      .resting_on(final.frame);
}

/// The response-num of a RAck.
std::string_view response_number(const Message& prack) {
  const std::string_view rack = prack.value(HeaderName::rack);
  return rack.substr(0, rack.find_first_of(" \t\r\n"));
}

// That the number in between was skipped by the server is another rule's matter. Here it came, but
// after the PRACK.
Verdict acknowledges_in_order(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const MessageId response = capture.record().follows;
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr || response == no_message) return Verdict::unknown();
  const MessageRecord& own = tracker.message(response);
  if (own.transaction != capture.transaction().partner) return Verdict::unknown();
  std::uint32_t in_order = 0;
  MessageId skipped = no_message;
  any_from(capture, invite->last, [&](MessageId id, const MessageRecord& record) {
    if (!is_of(record, own.to_tag)) return false;
    if (record.rseq == own.rseq - 1) skipped = id;
    if (record.rseq < own.rseq && is_before(record.followed_by, capture.id()))
      in_order = std::max(in_order, record.rseq);
    return false;
  });
  if (in_order == 0 || in_order == own.rseq - 1) return Verdict::holds();
  const bool came_later = skipped != no_message && own.followed_by == capture.id() &&
                          tracker.message(skipped).time > capture.record().time + reordering;
  if (!came_later) return Verdict::unknown();
  return Verdict::broken_at(response_number(seen.message), std::uint64_t{own.rseq},
                            std::uint64_t{in_order})
      .resting_on(own.frame, capture.frame(skipped));
}

constexpr Rule table[] = {
    {.code = "REL-05",
     .slug = "rseq-not-next",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} with RSeq {1} after {2}: a new reliable response counts up by one, or "
                      "the client discards it.",
                .zh = "{2} 之后 {0} 的 RSeq 为 {1}：新的可靠响应必须恰好加一，否则会被丢弃。"},
     .check = counts_up_by_one},
    {.code = "REL-06",
     .slug = "second-reliable-1xx-too-early",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "Reliable {0} before the PRACK for the first one, the {1} of frame {2}: the "
                      "client cannot tell their order.",
                .zh = "首个可靠响应（帧 {2} 的 {1}）未经 PRACK 确认又发 {0}，客户端无法确定先后。"},
     .check = waits_for_the_first_prack},
    {.code = "REL-10",
     .slug = "2xx-before-prack-for-sdp",
     .level = Level::must,
     .cite = {3262, "5"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} before the PRACK for the {1} of frame {2}, which describes the session: "
                      "the 2xx has to wait for it.",
                .zh = "帧 {2} 的 {1} 带有会话描述而未经 PRACK 确认，就发送 {0}，2xx 必须等待。"},
     .check = waits_for_its_descriptions},
    {.code = "REL-11",
     .slug = "reliable-1xx-after-final",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "New reliable {0} {1} ms after the {2}: behind a final response no new one "
                      "may be sent.",
                .zh = "最终响应 {2} 之后 {1} 毫秒又有新的可靠 {0}，此时不得再发新的可靠响应。"},
     .check = comes_before_the_final},
    {.code = "REL-16",
     .slug = "prack-out-of-order",
     .level = Level::must,
     .cite = {3262, "4"},
     .applies_to = {.methods = {Method::prack},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::gap_free}},
     .broken = {.en = "PRACK for RSeq {0} when {1} was the last in order: a client must not "
                      "acknowledge a response before those in between.",
                .zh = "按序收到的最后一个 RSeq 是 {1}，却用 PRACK 确认 {0}：客户端不得跳过中间的"
                      "响应。"},
     .check = acknowledges_in_order},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> reliable_order{table};

}  // namespace sipgloss::subject
