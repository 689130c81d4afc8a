// SPDX-License-Identifier: MIT
// What follows a provisional response: the next one while the call is pending, and the final
// response. RFC 3261 sections 13.3.1.1, 16.6 and 17.1.2.2, RFC 3262 section 3.
#include <algorithm>

#include "follow_up/expectation.hpp"
#include "follow_up/failures.hpp"

namespace sipgloss::follow_up {
namespace {

constexpr std::chrono::seconds repeat_time{60};
constexpr std::chrono::seconds reliable_repeat_time{150};
constexpr std::chrono::minutes timer_c{3};  ///< RFC 3261 section 16.6, item 11

MessageId final_of(const Transaction& transaction) {
  return transaction.final != no_message ? transaction.final : transaction.ack;
}

/// It came; where only its ACK was captured, that tells so.
Standing ended_by(const Subject& subject, Expecting& expecting, MessageId message,
                  std::optional<Time> deadline) {
  const MessageRecord& end = subject.tracker.message(message);
  const std::uint64_t frame = end.frame;
  if (!end.is_response()) {
    return expecting.came(message, {},
                          expecting.why({"Only the ACK to it is in the capture, in frame {0}.",
                                         "抓包中只有对它的 ACK，在帧 {0}。"},
                                        frame));
  }
  return expecting.came(message, deadline,
                        expecting.why({"It is the {1} in frame {0}.", "即帧 {0} 中的 {1}。"}, frame,
                                      std::uint64_t{end.code}));
}

void expect_final_to_invite(const Subject& subject, Expecting& expecting) {
  const MessageId final = final_of(subject.transaction);
  const Text what = expecting.what(
      {"Final response from {0} to the INVITE", "{0} 对 INVITE 的最终响应"}, expecting.server());
  const Text why =
      expecting.why({"None is in the capture, but the INVITE can be pending for as long as "
                     "provisional responses come.",
                     "抓包中没有，但只要还有临时响应，INVITE 就可以一直未决。"});
  expecting.add({.action = Action::final_response,
                 .strength = Strength::should,
                 .what = what,
                 .cite = {3261, "16.6"}},
                final != no_message ? ended_by(subject, expecting, final, {})
                                    : expecting.silent_until(
                                          Side::server, later(subject.record.time, timer_c), why));
}

Standing no_final(const Subject& subject, Expecting& expecting, Time deadline) {
  const bool proven = died_in_silence({.tracker = subject.tracker,
                                       .settings = subject.settings,
                                       .transaction = subject.transaction});
  if (proven) {
    return {.status = FollowUpStatus::missing,
            .deadline = deadline,
            .reason = expecting.why({"The client waited until Timer F fired: no final response "
                                     "reached it.",
                                     "客户端一直等到 Timer F 到期：没有最终响应到达。"})};
  }
  return expecting.silent(Side::server, deadline,
                          expecting.why({"None is in the capture; nothing proves that none was "
                                         "sent.",
                                         "抓包中没有，但不能证明没有发送。"}));
}

// Timer F runs from the request on.
void expect_final(const Subject& subject, Expecting& expecting) {
  const Transaction& transaction = subject.transaction;
  const bool has_request = transaction.request != no_message;
  const Time sent =
      has_request ? subject.tracker.message(transaction.request).time : subject.record.time;
  const Time deadline = later(sent, 64 * subject.settings.t1);
  const Text what = expecting.what({"Final response from {0} to the {1}", "{0} 对 {1} 的最终响应"},
                                   expecting.server(), subject.message.cseq().method_name);
  expecting.add({.action = Action::final_response,
                 .strength = Strength::should,
                 .what = what,
                 .cite = {3261, "17.1.2.2"}},
                transaction.final != no_message
                    ? ended_by(subject, expecting, transaction.final, deadline)
                    : no_final(subject, expecting, deadline));
}

/// The next response of the transaction above 100; the one captured twice is no other.
MessageId next_of(const Subject& subject) {
  constexpr int most_steps = 256;
  MessageId next = no_message;
  MessageId id = subject.transaction.last;
  for (int i = 0; i < most_steps && id != no_message && id != subject.id; ++i) {
    const MessageRecord& message = subject.tracker.message(id);
    if (message.code > 100 && message.copy != Copy::duplicate) next = id;
    id = message.previous;
  }
  return next;
}

// One that is far too late is told from one before it that was not captured only where more than
// one would have to be lost.
Standing next_came(const Subject& subject, Expecting& expecting, MessageId next, Time deadline) {
  const Time time = subject.tracker.message(next).time;
  if (time <= deadline || time > later(subject.record.time, timer_c))
    return expecting.came(next, deadline);
  return {.status = FollowUpStatus::not_visible,
          .deadline = deadline,
          .reason = expecting.why({"The next one in the capture is that of frame {0}; one in "
                                   "between may not have been captured.",
                                   "抓包中的下一个在帧 {0}；其间可能有未捕获的。"},
                                  std::uint64_t{subject.tracker.message(next).frame})};
}

void expect_next(const Subject& subject, Expecting& expecting) {
  const bool reliable = subject.record.rseq != 0;
  const Time deadline = later(subject.record.time, reliable ? reliable_repeat_time : repeat_time);
  const MessageId final = final_of(subject.transaction);
  if (final != no_message && subject.tracker.message(final).time <= deadline) return;
  MessageId next = next_of(subject);
  if (next != no_message && subject.tracker.message(next).code >= 200) next = no_message;
  const Text what =
      reliable ? expecting.what({"Another provisional response from {0} every 2.5 minutes while "
                                 "the INVITE is pending",
                                 "INVITE 未决期间，{0} 每隔 2.5 分再发一个临时响应"},
                                expecting.server())
               : expecting.what({"Another provisional response from {0} every minute while the "
                                 "INVITE is pending",
                                 "INVITE 未决期间，{0} 每分钟再发一个临时响应"},
                                expecting.server());
  const Text why =
      expecting.why({"None is in the capture; provisional responses can get lost, so "
                     "this proves nothing.",
                     "抓包中没有；临时响应可能丢失，因此不能说明问题。"});
  expecting.add({.action = Action::next_provisional,
                 .strength = reliable ? Strength::should : Strength::must,
                 .what = what,
                 .cite = reliable ? Citation{3262, "3"} : Citation{3261, "13.3.1.1"}},
                next != no_message ? next_came(subject, expecting, next, deadline)
                                   : expecting.silent(Side::server, deadline, why));
}

using enum Method;
constexpr Set<Method> non_invite = {bye,       register_, options, prack,   update,  info,
                                    subscribe, notify,    refer,   message, publish, other};

constexpr Expectation table[] = {
    {.codes = {{101, 198}}, .methods = {invite}, .expect = expect_next},
    {.codes = {{100, 199}}, .methods = {invite}, .expect = expect_final_to_invite},
    {.codes = {{100, 199}}, .methods = non_invite, .expect = expect_final},
};

}  // namespace

constinit const std::span<const Expectation> progress{table};

}  // namespace sipgloss::follow_up
