// SPDX-License-Identifier: MIT
// Messages that come too early, too late or once too often for the timers of their transaction. RFC
// 3261 sections 13.2.2.4, 13.3.1 and 17, RFC 4320.
#include <array>

#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr Set<Method> other_methods = any_method_but({Method::invite, Method::ack});
constexpr Set<Method> any_method = any_method_but({Method::ack});

constexpr int timer_f = 64;  ///< T1
/// When INVITE has to have its first response (RFC 3261 section 17.2.1).
constexpr milliseconds first_response{200};
/// How often INVITE has to have another one (RFC 3261 section 13.3.1.1, RFC 3262 section 3).
constexpr seconds repeat_time{60};
constexpr seconds reliable_repeat_time{150};
constexpr seconds repeat_slack{5};
/// What keeps a binding of NAT alive is sent every 20 seconds or so (RFC 3581 section 3).
constexpr seconds keep_alive{10};

bool is_response(const MessageRecord& message) { return message.is_response(); }
bool is_sending(const MessageRecord& message) {
  return is_request(message) && message.copy != Copy::duplicate;
}

nanoseconds since_request(const Capture& capture) {
  return capture.since(capture.transaction().request);
}

/// The time from the first sending of a request until Timer E is reset to T2 (RFC 3261 section
/// 17.1.2.2): 3.5 seconds by default.
nanoseconds until_timer_e_is_t2(const Capture& capture) {
  nanoseconds elapsed{0};
  nanoseconds interval = times_t1(capture, 1);
  while (interval > nanoseconds{0} && interval < timer_t2) {
    elapsed += interval;
    interval = std::min<nanoseconds>(2 * interval, timer_t2);
  }
  return elapsed;
}

Verdict waits_for_timer_e(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  const nanoseconds elapsed = since_request(capture);
  if (elapsed < nanoseconds{0}) return Verdict::unknown();  // a clock that was set back
  if (elapsed + times_t1(capture, 1) / 2 >= until_timer_e_is_t2(capture)) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.cseq().method_name,
                            in_ms(elapsed));
}

// Over UDP the client repeats its request every T2 by then, and each time a server that has sent a
// 100 sends it again: that all of them were lost takes some doing.
Verdict shows_life_in_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.find_before(is_response) != no_message) return Verdict::holds();
  const auto reliable = is_reliable(capture.packet().transport);
  const nanoseconds elapsed = since_request(capture);
  if (!reliable || elapsed > times_t1(capture, timer_f)) return Verdict::unknown();
  const nanoseconds losses = *reliable ? nanoseconds{0} : nanoseconds{timer_t2};
  const nanoseconds limit = until_timer_e_is_t2(capture) + losses + longest_crossing(capture);
  if (elapsed <= limit) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.cseq().method_name,
                            seen.message.status_code, in_ms(elapsed));
}

Verdict comes_before_timer_f(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.transaction().final != capture.id()) return Verdict::holds();
  const nanoseconds elapsed = since_request(capture);
  if (elapsed <= times_t1(capture, timer_f) + longest_crossing(capture)) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.cseq().method_name,
                            seen.message.status_code, in_seconds(elapsed));
}

/// Whether the client sends its request again by now over UDP: one that was not captured may be
/// what the response is for. Each interval is as long as all those before it, and T1 (RFC 3261
/// section 17.1.1.2).
bool is_due_again(const Capture& capture, MessageId last) {
  if (is_reliable(capture.packet().transport).value_or(true)) return false;
  const Tracker& tracker = capture.tracker();
  const nanoseconds before =
      tracker.message(last).time - tracker.message(capture.transaction().request).time;
  return capture.since(last) + reordering > before + times_t1(capture, 1);
}

// Counted from the last sending: each of them asks for a response anew. How far the server is from
// here is not known; T1 is the estimate.
Verdict responds_at_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.find_before(is_response) != no_message) return Verdict::holds();
  const MessageId asked = capture.find_before(is_sending);
  if (asked == no_message) return Verdict::unknown();
  const nanoseconds elapsed = capture.since(asked);
  if (elapsed <= first_response + times_t1(capture, 1)) return Verdict::holds();
  if (is_due_again(capture, asked)) return Verdict::unknown();
  // There a client does not show by sending again that nothing came; a 100 comes first itself.
  const bool reliable = is_reliable(capture.packet().transport).value_or(true);
  if (reliable && seen.message.status_code != 100) return Verdict::unknown();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_ms(elapsed))
      .resting_on(capture.frame(asked));
}

/// A client that asks for rport keeps the binding of its NAT alive by its INVITE.
bool keeps_binding_alive(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageId before = capture.find_before(is_sending);
  return before != no_message && capture.since(before) >= keep_alive &&
         seen.message.top_via().rport.has_value();
}

Verdict stops_at_the_provisional(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& transaction = capture.transaction();
  if (capture.record().copy != Copy::retransmission) return Verdict::holds();
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  // After a final response that is another rule's matter.
  if (transaction.final != no_message || keeps_binding_alive(seen)) return Verdict::holds();
  const MessageId known = capture.find_before([&capture](const MessageRecord& message) {
    return message.is_response() &&
           capture.packet().time - message.time > longest_crossing(capture);
  });
  if (known == no_message) return Verdict::holds();
  const MessageRecord& response = capture.tracker().message(known);
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{response.code},
                            in_ms(capture.since(known)))
      .resting_on(capture.frame(known));
}

/// When a request was sent, the last time first; packets that were captured twice are left out.
struct Sendings {
  std::array<Time, 16> times{};
  std::size_t count = 0;

  explicit Sendings(const Capture& capture) {
    std::uint16_t last_packet = 0;
    capture.find_in(capture.transaction(), [&](const MessageRecord& message) {
      const bool same_packet = message.ip_id != 0 && message.ip_id == last_packet;
      if (is_sending(message) && !same_packet) times[count++] = message.time;
      last_packet = message.ip_id;
      return count == times.size();
    });
  }
};

// After any number of sendings that were lost, the next interval is what has passed since the first
// one, and the first interval once more.
Verdict doubles_its_intervals(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::retransmission) return Verdict::holds();
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  if (capture.transaction().answered) return Verdict::unknown();
  const Sendings sent(capture);
  if (sent.count < 3) return Verdict::holds();
  if (sent.count == sent.times.size()) return Verdict::unknown();
  const Time first = sent.times[sent.count - 1];
  const nanoseconds first_interval = sent.times[sent.count - 2] - first;
  if (first_interval > times_t1(capture, 3) / 2) return Verdict::unknown();
  nanoseconds due = sent.times[1] - first + first_interval;
  if (seen.message.method() != Method::invite) due = std::min<nanoseconds>(due, timer_t2);
  const nanoseconds interval = sent.times[0] - sent.times[1];
  if (interval < nanoseconds{0}) return Verdict::unknown();  // a clock that was set back
  if (interval >= due - due / 4) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name, in_ms(interval),
                            in_ms(due));
}

/// What is sent again, "INVITE" or 486.
Value name_of(const Message& message) {
  if (message.is_request()) return message.method_name;
  return std::uint64_t{message.status_code};
}

Verdict is_sent_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  const auto reliable = is_reliable(capture.packet().transport);
  if (!reliable) return Verdict::unknown();
  const bool success_of_invite = own.method == Method::invite && is_success(own.code);
  if (!*reliable || own.copy != Copy::retransmission || success_of_invite) return Verdict::holds();
  const Captured* const original = capture.at(own.original);
  if (original == nullptr) return Verdict::unknown();
  const Packet& packet = capture.packet();
  const bool same_connection = original->packet.source == packet.source &&
                               original->packet.destination == packet.destination;
  const bool same_bytes = original->message.bytes == seen.message.bytes;
  const bool at_once = capture.since(own.original) < times_t1(capture, 1) / 2;
  if (!same_connection || !same_bytes || at_once) return Verdict::unknown();
  // A request that comes again has to be answered again.
  const MessageId asked = capture.find_before(is_sending);
  if (own.is_response() && asked != no_message && asked > own.original) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, name_of(seen.message),
                            sipgloss::name_of(packet.transport))
      .resting_on(capture.frame(own.original));
}

Verdict stops_at_the_ack(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  if (own.copy != Copy::retransmission) return Verdict::holds();
  const Tracker& tracker = capture.tracker();
  const MessageId ack = tracker.message(own.original).followed_by;
  if (ack == no_message || ack >= capture.id()) return Verdict::holds();
  const Transaction* const of_ack = tracker.transaction_of(ack);
  if (of_ack == nullptr || of_ack->hop != capture.transaction().hop) return Verdict::unknown();
  const nanoseconds elapsed = capture.since(ack);
  if (elapsed <= longest_crossing(capture)) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_ms(elapsed))
      .resting_on(capture.frame(ack));
}

// One that was lost on the way is allowed for: a reliable one cannot be.
Verdict extends_in_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageId ended = capture.find_before(is_final);
  if (ended != no_message) return Verdict::holds();
  MessageId before = capture.find_before(
      [](const MessageRecord& message) { return message.code > 100 && message.code < 200; });
  const bool reliable = before != no_message && capture.tracker().message(before).rseq != 0;
  if (before == no_message) before = capture.transaction().request;
  const nanoseconds elapsed = capture.since(before);
  const seconds limit = reliable ? reliable_repeat_time : 2 * repeat_time;
  if (elapsed <= limit + repeat_slack) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  const Text interval =
      reliable ? Text{"every 2.5 minutes", "每 2.5 分钟"} : Text{"every minute", "每分钟"};
  return Verdict::broken_at(seen.message.start_line, in_seconds(elapsed), interval)
      .resting_on(capture.frame(before), capture.frame(capture.transaction().request));
}

Verdict forks_in_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageRecord& own = capture.record();
  const Transaction& transaction = capture.transaction();
  const MessageId first = transaction.final;
  if (first == no_message || first >= capture.id() || own.copy != Copy::none)
    return Verdict::holds();
  const MessageRecord& earlier = capture.tracker().message(first);
  if (!is_success(earlier.code) || earlier.to_tag == own.to_tag) return Verdict::holds();
  if (transaction.last_branch != TransactionId::none) return Verdict::unknown();  // told behind
  const nanoseconds elapsed = capture.since(first);
  if (elapsed <= times_t1(capture, timer_f) + longest_crossing(capture)) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_seconds(elapsed))
      .resting_on(capture.frame(first), capture.frame(transaction.request));
}

constexpr Rule table[] = {
    {.code = "TRN-06",
     .slug = "early-100-to-other-method",
     .level = Level::must,
     .cite = {4320, "4.1"},
     .applies_to = {.codes = {100},
                    .methods = other_methods,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free, Guard::older_peer}},
     .broken =
         {.en = "100 to {0} over UDP {1} ms after it: too early, as the client now repeats its "
                "request only every 4 s.",
          .zh = "UDP 上在 {0} 之后 {1} 毫秒就发 100，为时过早：客户端此后每 4 秒才重传一次请求。"},
     .check = waits_for_timer_e},
    {.code = "TRN-07",
     .slug = "no-100-to-slow-request",
     .level = Level::should,
     .cite = {4320, "4.1"},
     .applies_to = {.codes = {{100, 407}, {409, 699}},
                    .methods = other_methods,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken =
         {.en = "{1} comes {2} ms after {0} as its first response: a 100 was due meanwhile, so "
                "that the client does not give up.",
          .zh = "{0} 之后 {2} 毫秒才有首个响应 {1}：其间应先发 100，以免客户端认为服务器已失效。"},
     .check = shows_life_in_time},
    {.code = "TRN-08",
     .slug = "final-response-too-late",
     .level = Level::should,
     .cite = {4320, "4.2"},
     .applies_to = {.codes = {{200, 407}, {409, 699}},
                    .methods = other_methods,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{1} comes {2} s after {0}: the client gave up when Timer F fired. A "
                "stateful proxy must not pass it on.",
          .zh =
              "{0} 之后 {2} 秒才有 {1}：客户端在定时器 F 到期时已放弃，有状态代理服务器不得转发。"},
     .check = comes_before_timer_f},
    {.code = "TRN-09",
     .slug = "slow-first-response-to-invite",
     .level = Level::should,
     .cite = {3261, "17.2.1"},
     .applies_to = {.codes = {{100, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "The first response, {0}, comes {1} ms after the INVITE: a 100 is due within "
                      "200 ms, to end retransmissions.",
                .zh = "INVITE 之后 {1} 毫秒才有首个响应 {0}：200 毫秒内就应发 100，以停止重传。"},
     .check = responds_at_once},
    {.code = "TRN-11",
     .slug = "invite-sent-again-after-1xx",
     .level = Level::should,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.methods = {Method::invite},
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "The INVITE is sent again {1} ms after a {0}: that response did not reach "
                      "the client, or was not accepted.",
                .zh = "{0} 出现 {1} 毫秒后又重传 INVITE：该响应未到达客户端，或未被接受。"},
     .check = stops_at_the_provisional},
    {.code = "TRN-12",
     .slug = "retransmitted-too-soon",
     .level = Level::note,
     .cite = {3261, "17.1.2.2"},
     .applies_to = {.methods = any_method,
                    .about = About::request,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} is sent again after {1} ms where {2} ms are due: the intervals double, so "
                "that a busy server gets room.",
          .zh =
              "{0} 过 {1} 毫秒就重传，应为 {2} 毫秒：重传间隔应逐次加倍，给繁忙的服务器留出余地。"},
     .check = doubles_its_intervals},
    {.code = "TRN-13",
     .slug = "retransmitted-over-reliable",
     .level = Level::should,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = any_method,
                    .about = About::either,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} is sent again over {1}: on a reliable transport nothing gets lost, and "
                      "only UDP asks for retransmissions.",
                .zh = "{0} 在 {1} 上重传：可靠传输不会丢失消息，只有 UDP 才需要重传。"},
     .check = is_sent_once},
    {.code = "TRN-25",
     .slug = "2xx-sent-again-after-ack",
     .level = Level::should,
     .cite = {3261, "13.3.1.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} is sent again {1} ms after its ACK passed here: the ACK was lost on the "
                "way, or the server does not match it.",
          .zh = "ACK 经过此处 {1} 毫秒后，{0} 响应仍在重传：ACK 在途中丢失，或服务器未能匹配。"},
     .check = stops_at_the_ack},
    {.code = "TRN-27",
     .slug = "invite-pending-in-silence",
     .level = Level::should,
     .cite = {3261, "13.3.1.1"},
     .applies_to = {.codes = {{101, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "INVITE pending for {0} s in silence: a response above 100 is due {1}, or "
                      "proxies may cancel the call.",
                .zh = "INVITE 未决 {0} 秒没有新的响应：{1}应有临时响应（100 "
                      "除外），否则代理服务器可能取消呼叫。"},
     .check = extends_in_time},
    {.code = "TRN-31",
     .slug = "late-2xx-of-fork",
     .level = Level::note,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken =
         {.en = "{0} with a new To tag {1} s after the first 2xx: the caller expects no further "
                "2xx after 64*T1, and may ignore it.",
          .zh = "首个 2xx 之后 {1} 秒又有带新 To tag 的 {0} 响应：超过 "
                "64*T1，主叫不再等待，可能忽略。"},
     .check = forks_in_time},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> timers{table};

}  // namespace sipgloss::subject
