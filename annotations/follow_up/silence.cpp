// SPDX-License-Identifier: MIT
// A request to which no response came until its client gave up (Timers B and F). RFC 3261 sections
// 8.1.3.1, 16.6, 17.1.1.2 and 17.1.2.2.
#include <fmt/format.h>

#include "follow_up/expectation.hpp"
#include "follow_up/failures.hpp"

namespace sipgloss::follow_up {
namespace {

constexpr int give_up = 64;      ///< T1: Timers B and F
constexpr int last_repeat = 60;  ///< T1: the last sending comes after 63
constexpr int late_repeat = 24;  ///< T1: the last but one of an INVITE comes after 31
constexpr std::uint64_t enough_repetitions = 3;

/// An INVITE that has a provisional response waits on; any other request does not (RFC 3261 section
/// 17.1.2.2).
bool can_time_out(const Sent& sent) {
  const bool waits_on = sent.transaction.method == Method::invite && sent.transaction.answered;
  return sent.final() == nullptr && !waits_on && sent.transaction.ack == no_message;
}

Failed timed_out(const Sent& sent, const Text& what) {
  const bool invite = sent.transaction.method == Method::invite;
  constexpr SentenceForm client_b{"When Timer B fires, the client MUST act as on a 408.",
                                  "Timer B 到期，客户端必须按收到 408 处理。"};
  constexpr SentenceForm client_f{"When Timer F fires, the client MUST act as on a 408.",
                                  "Timer F 到期，客户端必须按收到 408 处理。"};
  constexpr SentenceForm proxy_b{
      "When Timer B fires, the proxy tries its next address; without one it acts as on a 408.",
      "Timer B 到期，代理服务器改试下一个地址；没有则按收到 408 处理。"};
  constexpr SentenceForm proxy_f{
      "When Timer F fires, the proxy tries its next address; without one it acts as on a 408.",
      "Timer F 到期，代理服务器改试下一个地址；没有则按收到 408 处理。"};
  const bool proxy = sent.transaction.from_proxy;
  Failed failed;
  failed.failure.response_class = ResponseClass::connection_error;
  failed.failure.what = what;
  failed.failure.consequence =
      invite ? (proxy ? proxy_b.text : client_b.text) : (proxy ? proxy_f.text : client_f.text);
  failed.failure.cite = proxy ? Citation{3261, "16.6"} : Citation{3261, "8.1.3.1"};
  failed.failure.acts_as = 408;
  failed.gist = {"no response", "没有响应"};
  return failed;
}

std::string_view seconds(std::chrono::nanoseconds time, Annotation& into) {
  return into.keep(fmt::format("{:.1f}", static_cast<double>(time.count()) / 1e9));
}

Text sent_in_vain(const Sent& sent, const Repetitions& repetitions, Annotation& into) {
  constexpr SentenceForm none{"The client sent the {0} {1} times within {2} s: no response came.",
                              "客户端在 {2} 秒内共发送 {1} 次 {0}：没有任何响应。"};
  constexpr SentenceForm no_final{
      "The client sent the {0} {1} times within {2} s: no final response came.",
      "客户端在 {2} 秒内共发送 {1} 次 {0}：没有最终响应。"};
  const SentenceForm& form = sent.transaction.answered ? no_final : none;
  return fill_in(form.text,
                 {named(sent.transaction.method), repetitions.count + 1,
                  seconds(repetitions.last - sent.request().time, into)},
                 into);
}

Text waited_in_vain(const Sent& sent, Annotation& into) {
  constexpr SentenceForm form{
      "{1} did not respond to the {0} within {2} s, though other messages passed after that.",
      "{1} 在 {2} 秒内没有对 {0} 给出最终响应，而此后双方仍有其他消息往来。"};
  return fill_in(form.text,
                 {named(sent.transaction.method), into.keep(to_string(sent.server)),
                  seconds(give_up * sent.settings.t1, into)},
                 into);
}

/// Whether from the request on every other request of the hop got a response, and every response
/// had its request: nothing was lost in capturing.
bool captured_whole(const Sent& sent) {
  const Hop& hop = sent.tracker.hop(sent.transaction.hop);
  const std::uint32_t own = sent.transaction.answered ? 0 : 1;
  return hop.last_gap < sent.request().time && hop.unanswered == own;
}

/// How silence is proven, if it is.
enum class Proof : std::uint8_t { none, repetitions, both_sides };

// Over UDP it is the client that proves that nothing reached it, since it goes on sending. Over
// other transports, or when it stopped early, the capture has to show both directions of the hop
// whole, and beyond the timer.
Proof proof_of_silence(const Sent& sent, const Repetitions& repetitions) {
  if (!can_time_out(sent)) return Proof::none;
  const Time begin = sent.request().time;
  const bool repeated = repetitions.count >= enough_repetitions;
  if (repeated && repetitions.last >= later(begin, last_repeat * sent.settings.t1))
    return Proof::repetitions;
  const Time deadline = later(begin, give_up * sent.settings.t1);
  const bool udp = sent.tracker.hop(sent.transaction.hop).transport == Transport::udp;
  const bool late = repeated && repetitions.last >= later(begin, late_repeat * sent.settings.t1);
  const bool shown = captured_whole(sent) && alive_beyond(sent.tracker, sent.transaction, deadline);
  return shown && (!udp || late) ? Proof::both_sides : Proof::none;
}

Repetitions of_request(const Sent& sent) {
  return repetitions_of(sent.tracker, sent.transaction, sent.transaction.request);
}

}  // namespace

bool died_in_silence(const Sent& sent) {
  return sent.transaction.request != no_message &&
         proof_of_silence(sent, of_request(sent)) != Proof::none;
}

std::optional<Failed> failed_in_silence(const Sent& sent, Annotation& into) {
  const Repetitions repetitions = of_request(sent);
  switch (proof_of_silence(sent, repetitions)) {
    case Proof::repetitions:
      return timed_out(sent, sent_in_vain(sent, repetitions, into));
    case Proof::both_sides:
      return timed_out(sent, waited_in_vain(sent, into));
    case Proof::none:
      break;
  }
  return std::nullopt;
}

}  // namespace sipgloss::follow_up
