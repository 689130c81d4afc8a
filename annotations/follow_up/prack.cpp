// SPDX-License-Identifier: MIT
// PRACK to a reliable provisional response. RFC 3262 sections 3 and 4.
#include <algorithm>

#include "follow_up/expectation.hpp"

namespace sipgloss::follow_up {
namespace {

constexpr std::uint64_t enough_repetitions = 3;
constexpr int give_up = 64;       ///< T1: when the server stops repeating and rejects the INVITE
constexpr int last_repeats = 60;  ///< T1: by then no repetition is to come before that

/// A PRACK that cannot be told from others, because its request is not in the capture.
bool is_unknown_prack(const Subject& subject, const Transaction& transaction) {
  const bool answered_other = transaction.request != no_message &&
                              subject.tracker.message(transaction.request).follows != no_message;
  return transaction.method == Method::prack && !answered_other;
}

/// How long the server showed that it still waited: by repeating the response, at last by
/// rejecting the INVITE.
Time last_sign(const Subject& subject, const Repetitions& repetitions) {
  if (subject.transaction.final == no_message) return repetitions.last;
  const MessageRecord& final = subject.tracker.message(subject.transaction.final);
  return final.code >= 500 && final.code < 600 ? std::max(repetitions.last, final.time) : Time{};
}

Standing unacknowledged(const Subject& subject, Expecting& expecting) {
  const Time deadline = subject.after(give_up);
  const Repetitions repetitions = repetitions_of(subject);
  const bool until_the_end = last_sign(subject, repetitions) >= subject.after(last_repeats);
  if (repetitions.count >= enough_repetitions && until_the_end && alive_beyond(subject, deadline)) {
    return {.status = FollowUpStatus::missing,
            .deadline = deadline,
            .reason = expecting.why({"The server sent this response {0} times more until it gave "
                                     "up: no PRACK reached it.",
                                     "服务器又发送了 {0} 次该响应，直到放弃：没有 PRACK 到达。"},
                                    repetitions.count)};
  }
  return expecting.silent(
      Side::client, deadline,
      until_the_end
          ? expecting.why({"The capture does not hold enough of this hop to tell.",
                           "抓包中这一跳的消息不足，无法判断。"})
          : expecting.why({"The server did not go on retransmitting, so the PRACK can have come "
                           "without being captured.",
                           "服务器没有持续重传，PRACK 可能已到达，只是抓包中没有。"}));
}

/// Whether the client said nothing of PRACK: then it need not know it, and the server had no right
/// to ask for one (RFC 3262 section 3).
bool need_not_know_prack(const Subject& subject) {
  const MessageId request = subject.transaction.request;
  return request != no_message && subject.tracker.message(request).lacks_100rel;
}

void expect_prack(const Subject& subject, Expecting& expecting) {
  if (subject.record.rseq == 0) return;
  MessageId prack = subject.record.followed_by;
  if (prack == no_message)
    prack = find_in_dialog(subject, subject.record.time, is_unknown_prack).message;
  if (prack == no_message && need_not_know_prack(subject)) return;
  const Text what = expecting.what(
      {"PRACK from {0} with RAck: {1} {2} INVITE", "{0} 发送 PRACK，RAck: {1} {2} INVITE"},
      expecting.client(), std::uint64_t{subject.record.rseq},
      std::uint64_t{subject.transaction.cseq});
  expecting.add(
      {.action = Action::prack, .strength = Strength::must, .what = what, .cite = {3262, "4"}},
      prack != no_message ? expecting.came(prack, subject.after(give_up))
                          : unacknowledged(subject, expecting));
}

constexpr Expectation table[] = {
    {.codes = {{101, 199}}, .methods = {Method::invite}, .expect = expect_prack},
};

}  // namespace

constinit const std::span<const Expectation> prack{table};

}  // namespace sipgloss::follow_up
