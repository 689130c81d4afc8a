// SPDX-License-Identifier: MIT
// What has to come before a timer fires, and did not. RFC 3261 sections 13.2.2.4, 13.3.1.4 and 17.
#include <algorithm>
#include <chrono>

#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

using std::chrono::nanoseconds;

constexpr Set<Method> any_method = any_method_but({Method::ack});

/// Copies that went unanswered, so that it is sure that not just some of them were lost.
constexpr int enough_copies = 3;
constexpr int give_up = 64;       ///< T1: Timers B, F and H
constexpr int last_repeats = 16;  ///< T1: two times T2, the longest gap between repetitions
constexpr int three_repeats = 8;  ///< T1: enough for Timer G to have fired three times
/// How long a client has to be ready to send ACK again (RFC 3261 section 17.1.1.2, Timer D).
constexpr std::chrono::seconds timer_d{32};

Verdict is_acknowledged(const Seen& seen) {
  if (seen.capture->missing(Action::ack) == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

// Of a cancelled INVITE another rule tells.
Verdict success_is_acknowledged(const Seen& seen) {
  const bool cancelled = partner_here(*seen.capture) != nullptr;
  return cancelled ? Verdict::unknown() : is_acknowledged(seen);
}

/// What came again and again, and was not acknowledged any more.
struct Unanswered {
  int copies = 0;
  Time last{};
};

/// The copies of the response after that time, as long as the client has to acknowledge them.
Unanswered copies_after(const Capture& capture, Time acknowledged, nanoseconds patience) {
  Unanswered found;
  capture.find_in(capture.transaction(), [&](const MessageRecord& message) {
    const bool is_copy = message.original == capture.id() && message.copy == Copy::retransmission;
    if (is_copy && message.time > acknowledged && message.time - capture.record().time < patience) {
      ++found.copies;
      found.last = std::max(found.last, message.time);
    }
    return false;
  });
  return found;
}

/// Whether there are so many, and the client was heard after the last of them.
Verdict acknowledged_again(const Seen& seen, const Unanswered& unanswered, MessageId ack) {
  const Capture& capture = *seen.capture;
  if (unanswered.copies < enough_copies) return Verdict::holds();
  const auto heard = capture.tracker().last_from_client(capture.transaction());
  const bool alive = heard && *heard - unanswered.last > longest_crossing(capture);
  if (!alive || !is_gap_free_since(capture, capture.record().time)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            static_cast<std::uint64_t>(unanswered.copies))
      .resting_on(capture.frame(ack));
}

Verdict failure_is_acknowledged_each_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  const MessageId ack = capture.find_in(capture.transaction(), [](const MessageRecord& message) {
    return message.from_client && message.method == Method::ack;
  });
  if (ack == no_message) return Verdict::unknown();  // another rule's matter
  const Time time = capture.tracker().message(ack).time;
  return acknowledged_again(seen, copies_after(capture, time, timer_d), ack);
}

Verdict success_is_acknowledged_each_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const MessageId ack = capture.record().followed_by;
  const Transaction* const first = tracker.transaction_of(ack);
  if (first == nullptr || first->hop != capture.transaction().hop) return Verdict::unknown();
  Time last = tracker.message(ack).time;
  capture.find_in_dialog([&](const Transaction& other) {
    if (other.method == Method::ack && other.cseq == capture.transaction().cseq)
      last = std::max(last, tracker.message(other.last).time);
    return false;
  });
  return acknowledged_again(seen, copies_after(capture, last, times_t1(capture, give_up)), ack);
}

/// How often the request was sent after a response that has to come again each time.
struct AskedAgain {
  int times = 0;
  Time last{};
  bool responded = false;  ///< some response came after the one at hand
};

AskedAgain asked_again_after(const Capture& capture) {
  AskedAgain found;
  bool after = true;
  capture.find_in(capture.transaction(), [&](const MessageRecord& message) {
    if (&message == &capture.record()) after = false;
    if (!after || message.copy == Copy::duplicate) return !after;
    if (message.is_response()) found.responded = true;
    const bool crossed = message.time - capture.record().time <= longest_crossing(capture);
    if (is_request(message) && !crossed) {
      ++found.times;
      found.last = std::max(found.last, message.time);
    }
    return false;
  });
  return found;
}

// A response that is lost is sent again, but not that often in a row, from a server that can be
// heard.
Verdict comes_again_with_the_request(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const bool ended_invite = seen.message.method() == Method::invite && is_final(capture.record());
  if (ended_invite || is_reliable(capture.packet().transport).value_or(true))
    return Verdict::unknown();
  const AskedAgain asked = asked_again_after(capture);
  if (asked.responded || asked.times < enough_copies) return Verdict::holds();
  const auto heard = capture.tracker().last_from_server(capture.transaction());
  const bool alive = heard && *heard - asked.last > longest_crossing(capture);
  if (!alive || !is_gap_free_since(capture, capture.record().time)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            static_cast<std::uint64_t>(asked.times));
}

// That no ACK came proves nothing: it may have escaped the capture. A client that still sends its
// INVITE has not got the response.
Verdict comes_again_without_ack(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  const bool acknowledged =
      capture.transaction().ack != no_message || capture.record().followed_by != no_message;
  const AskedAgain asked = asked_again_after(capture);
  if (acknowledged || asked.responded) return Verdict::holds();
  const Time time = capture.record().time;
  const bool long_enough = asked.times > 0 && asked.last - time >= times_t1(capture, three_repeats);
  if (!long_enough || !is_gap_free_since(capture, time)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            in_ms(asked.last - time));
}

/// Whether the client sent its request until its timer fired.
bool is_sent_until_timer(const Capture& capture) {
  int copies = 0;
  Time last{};
  capture.find_in(capture.transaction(), [&](const MessageRecord& message) {
    if (is_request(message) && message.copy == Copy::retransmission) {
      ++copies;
      last = std::max(last, message.time);
    }
    return false;
  });
  const auto until = last - capture.record().time;
  return copies >= enough_copies && until >= times_t1(capture, give_up - last_repeats);
}

/// Whether both sides went on for longer than that, where no packet can have escaped the capture.
bool surely_went_on(const Capture& capture, nanoseconds patience) {
  return is_reliable(capture.packet().transport).value_or(false) &&
         both_went_on(capture, patience) && is_gap_free_since(capture, capture.record().time);
}

Verdict gets_a_final_response(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& transaction = capture.transaction();
  const bool invite = transaction.method == Method::invite;
  const bool ended = transaction.final != no_message || transaction.ack != no_message;
  // What a provisional response answers waits without a timer.
  if (ended || (invite && transaction.answered)) return Verdict::holds();
  const nanoseconds patience = times_t1(capture, give_up);
  const bool elsewhere = transaction.same_branch != TransactionId::none;
  if (elsewhere || capture.tracker().end() - capture.record().time <= patience)
    return Verdict::unknown();
  if (!is_sent_until_timer(capture) && !surely_went_on(capture, patience))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            std::string_view(invite ? "B" : "F"));
}

constexpr Rule table[] = {
    {.code = "TRN-10",
     .slug = "no-final-response",
     .level = Level::note,
     .cite = {3261, "8.1.3.1"},
     .applies_to = {.methods = any_method,
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "No final response to {0} came until Timer {1} fired: its client has to go on "
                    "as after a 408.",
                .zh = "直到定时器 {1} 到期，{0} 都没有最终响应：客户端必须按收到 408 处理。"},
     .check = gets_a_final_response},
    {.code = "TRN-14",
     .slug = "response-not-sent-again",
     .level = Level::must,
     .cite = {3261, "17.2.2"},
     .applies_to = {.methods = any_method,
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} was not sent again although its request came {1} times more: the client "
                      "still waits for it.",
                .zh = "请求又来了 {1} 次，却没有重传 {0} 响应：客户端仍在等待。"},
     .check = comes_again_with_the_request},
    {.code = "TRN-15",
     .slug = "failure-not-retransmitted",
     .level = Level::should,
     .cite = {3261, "17.2.1"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} was sent once: {1} ms later the INVITE still came, and no Timer G had "
                      "sent the response again.",
                .zh =
                    "{0} 响应只发了一次：{1} 毫秒后 INVITE 仍在重传，定时器 G 却没有重传该响应。"},
     .check = comes_again_without_ack},
    {.code = "TRN-17",
     .slug = "failure-not-acknowledged",
     .level = Level::must,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} to INVITE was never acknowledged: the server sends it again until Timer H "
                    "ends the transaction.",
                .zh =
                    "对 INVITE 的 {0} 响应始终没有收到 ACK，服务器会一直重发，直到定时器 H 到期。"},
     .check = is_acknowledged},
    {.code = "TRN-19",
     .slug = "failure-not-acknowledged-again",
     .level = Level::must,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} came {1} times more after its ACK, and got none again: the client has to "
                    "send its ACK each time.",
                .zh = "ACK 之后 {0} 又重传了 {1} 次，都没有再得到 ACK：客户端每次都必须重传 ACK。"},
     .check = failure_is_acknowledged_each_time},
    {.code = "TRN-23",
     .slug = "2xx-not-acknowledged-again",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} came {1} times more after its ACK, and got none again: the caller has to "
                    "send its ACK each time.",
                .zh = "ACK 之后 {0} 又重传了 {1} 次，都没有再得到 ACK：主叫每次都必须重传 ACK。"},
     .check = success_is_acknowledged_each_time},
    {.code = "TRN-21",
     .slug = "2xx-not-acknowledged",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} to INVITE was never acknowledged: the callee repeats it for 64*T1, and "
                      "then ends the call.",
                .zh = "对 INVITE 的 {0} 响应始终没有收到 ACK：被叫会重传 64*T1，随后释放呼叫。"},
     .check = success_is_acknowledged},
    {.code = "TRN-24",
     .slug = "2xx-not-retransmitted",
     .level = Level::should,
     .cite = {3261, "13.3.1.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} was sent once: {1} ms later the INVITE still came, and the callee had "
                      "not sent its response again.",
                .zh = "{0} 响应只发了一次：{1} 毫秒后 INVITE 仍在重传，被叫却没有重传该响应。"},
     .check = comes_again_without_ack},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> timeouts{table};

}  // namespace sipgloss::subject
