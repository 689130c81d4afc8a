// SPDX-License-Identifier: MIT
// The refresh of a session with a timer. RFC 4028 sections 7.2, 9 and 10.
#include "follow_up/expectation.hpp"
#include "message/scan.hpp"

namespace sipgloss::follow_up {
namespace {

bool refreshed_by_server(const Subject& subject) {
  const FieldValue interval = read_field_value(subject.message.value(HeaderName::session_expires));
  const auto refresher = interval.parameters.value("refresher");
  return refresher && scan::equal_ignoring_case(*refresher, "uas");
}

bool refreshes(const Subject& subject, const Transaction& transaction) {
  const bool refresh = transaction.method == Method::invite || transaction.method == Method::update;
  return refresh && &transaction != &subject.transaction;
}

bool is_within_dialog(const Subject& subject, const Transaction& transaction) {
  return transaction.hop == subject.transaction.hop && transaction.request != no_message;
}

/// Whether requests of the dialog take this hop: one of them did.
bool passes_here(const Subject& subject) {
  if (subject.transaction.facts.in_dialog) return true;
  return find_in_dialog(subject, subject.record.time, is_within_dialog).message != no_message;
}

// Where a refresh was lost to the capture, the one after it comes within the same time again.
Standing not_refreshed(const Subject& subject, Expecting& expecting, Time end,
                       std::uint64_t seconds) {
  const InDialog any = find_in_dialog(subject, subject.record.time, refreshes);
  const bool proven = any.all && passes_here(subject) && without_gaps(subject) &&
                      subject.transaction.request != no_message &&
                      alive_beyond(subject, later(end, end - subject.record.time));
  if (proven) {
    return {.status = FollowUpStatus::missing,
            .deadline = end,
            .reason = expecting.why({"Both sides went on without UPDATE, re-INVITE or BYE; the "
                                     "session ran out at {0}.",
                                     "此后双方仍有消息，但没有 UPDATE、re-INVITE 或 BYE；"
                                     "会话于 {0} 到期。"},
                                    expecting.clock_time(seconds))};
  }
  return expecting.silent(Side::client, end,
                          expecting.why({"None is in the capture; nothing proves that none was "
                                         "sent.",
                                         "抓包中没有，但不能证明没有发送。"}));
}

/// Whether a refresh that comes too late can be the second: packets were lost, or CSeq jumped.
bool may_have_lost_one(const Subject& subject, MessageId refresh, Time end) {
  if (subject.tracker.message(refresh).time <= end) return false;
  const Transaction* const next = subject.tracker.transaction_of(refresh);
  const bool same_side = next->from_tag == subject.transaction.from_tag;
  return !without_gaps(subject) || !same_side || next->cseq != subject.transaction.cseq + 1;
}

/// Whether that side lost no request of the dialog to the capture, by its CSeq, up to a BYE of its
/// own.
bool counts_on_to(const Subject& subject, const Transaction& bye) {
  constexpr int most_steps = 256;
  if (bye.from_tag != subject.transaction.from_tag) return true;
  const std::uint32_t first = subject.transaction.cseq;
  std::uint32_t count = 0;
  TransactionId id = subject.dialog()->last;
  for (int i = 0; i < most_steps && id != TransactionId::none; ++i) {
    const Transaction& one = subject.tracker.transaction(id);
    const bool counted = one.from_tag == bye.from_tag && one.hop == bye.hop &&
                         one.method != Method::ack && one.method != Method::cancel;
    if (counted && one.cseq > first && one.cseq <= bye.cseq) ++count;
    id = one.before_in_dialog;
  }
  return bye.cseq > first && bye.cseq - first == count;
}

/// Whether a BYE was accepted on this hop, and nothing was lost before it. That a refresh was lost
/// all the same is ruled out by a peer that ends the call when its time is over; or a second one
/// would have been lost, too.
bool was_whole_until(const Subject& subject, const Transaction& bye, Time end) {
  constexpr std::chrono::seconds just_then{5};
  const Tracker& tracker = subject.tracker;
  const bool accepted = bye.final != no_message && tracker.message(bye.final).code / 100 == 2;
  if (!accepted || bye.request == no_message || bye.hop != subject.transaction.hop ||
      subject.transaction.request == no_message || !without_gaps(subject))
    return false;
  const bool by_client = bye.from_tag == subject.transaction.from_tag;
  const auto after = tracker.message(bye.request).time - end;
  const bool of_peer = by_client == refreshed_by_server(subject);
  const bool sure = (of_peer && after <= just_then) || after > end - subject.record.time;
  const InDialog any = find_in_dialog(subject, subject.record.time, refreshes);
  return sure && any.all && any.message == no_message && counts_on_to(subject, bye);
}

// A side counts its requests in a dialog by one (RFC 3261 section 12.2.1.1): where its BYE has the
// next number, it sent no refresh in between, whatever the capture lost.
Standing ended(const Subject& subject, Expecting& expecting, MessageId bye, Time end) {
  const MessageRecord& message = subject.tracker.message(bye);
  const Transaction* const last = subject.tracker.transaction_of(bye);
  const std::uint64_t frame = message.frame;
  if (message.time <= end) {
    return expecting.came(
        bye, end,
        expecting.why({"The call ended first, in frame {0}.", "在此之前呼叫已于帧 {0} 结束。"},
                      frame));
  }
  const bool next_in_order =
      last->from_tag == subject.transaction.from_tag && last->cseq == subject.transaction.cseq + 1;
  if (next_in_order && !refreshed_by_server(subject)) {
    return {.status = FollowUpStatus::missing,
            .deadline = end,
            .reason = expecting.why({"The call went on until frame {0}; by its CSeq, the BYE is "
                                     "the next request of that side.",
                                     "呼叫持续到帧 {0}；从 CSeq 看，BYE 就是该侧的下一个请求。"},
                                    frame)};
  }
  if (was_whole_until(subject, *last, end)) {
    return {.status = FollowUpStatus::missing,
            .deadline = end,
            .reason = expecting.why({"The call went on until frame {0}, where both sides still had "
                                     "it, without UPDATE or re-INVITE.",
                                     "呼叫持续到帧 {0}，双方当时仍保持着呼叫，此前没有 UPDATE "
                                     "或 re-INVITE。"},
                                    frame)};
  }
  return {.status = FollowUpStatus::not_visible,
          .deadline = end,
          .reason = expecting.why({"The call ended in frame {0}, after its time; a refresh before "
                                   "that may not have been captured.",
                                   "呼叫在帧 {0} 才结束，已超过期限；此前的刷新可能未捕获到。"},
                                  frame)};
}

Standing standing_of(const Subject& subject, Expecting& expecting, Time end,
                     std::uint64_t seconds) {
  const Time since = later(subject.record.time, std::chrono::nanoseconds(1));
  const MessageId refresh = find_in_dialog(subject, since, refreshes).message;
  const Dialog* const dialog = subject.dialog();
  const MessageId bye = dialog == nullptr ? no_message : dialog->ended_by;
  const bool refreshed_first =
      refresh != no_message && (bye == no_message || subject.tracker.message(refresh).time <=
                                                         subject.tracker.message(bye).time);
  if (refreshed_first && !may_have_lost_one(subject, refresh, end))
    return expecting.came(refresh, end);
  if (refreshed_first) {
    return {.status = FollowUpStatus::not_visible,
            .deadline = end,
            .reason = expecting.why({"The next one is in frame {0}; one before it may not have "
                                     "been captured.",
                                     "下一个在帧 {0}；此前可能有未捕获的。"},
                                    std::uint64_t{subject.tracker.message(refresh).frame})};
  }
  if (bye == no_message) return not_refreshed(subject, expecting, end, seconds);
  return ended(subject, expecting, bye, end);
}

void expect_session_refresh(const Subject& subject, Expecting& expecting) {
  const Header* const header = subject.message.find(HeaderName::session_expires);
  if (header == nullptr) return;
  const FieldValue interval = read_field_value(header->value);
  const auto seconds = interval.number();
  if (!seconds || *seconds == 0) return;
  const bool by_server = refreshed_by_server(subject);
  const Time end = later(subject.record.time, std::chrono::seconds(*seconds));
  expecting.add(
      {.action = Action::session_refresh,
       .strength = Strength::must,
       .what = expecting.what({"UPDATE or re-INVITE from {0}, best after {1} s, by {2}",
                               "{0} 发送 UPDATE 或 re-INVITE，最好在 {1} 秒后，不晚于 {2}"},
                              by_server ? expecting.server() : expecting.client(),
                              std::uint64_t{*seconds / 2}, expecting.clock_time(*seconds)),
       .cite = by_server ? Citation{4028, "9"} : Citation{4028, "7.2"}},
      standing_of(subject, expecting, end, *seconds));
}

constexpr Expectation table[] = {
    {.codes = {{200, 299}},
     .methods = {Method::invite, Method::update},
     .expect = expect_session_refresh},
};

}  // namespace

constinit const std::span<const Expectation> session_timer{table};

}  // namespace sipgloss::follow_up
