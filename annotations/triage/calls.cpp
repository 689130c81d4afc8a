// SPDX-License-Identifier: MIT
// The calls of a capture, each told once. RFC 3261 sections 9, 13 and 15.
#include "triage/calls.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "triage/call_ending.hpp"
#include "triage/challenges.hpp"

namespace sipgloss {
namespace {

constexpr auto outcome_names = std::to_array<Text>({
    {.en = "answered", .zh = "已接听"},
    {.en = "busy", .zh = "被叫忙"},
    {.en = "declined", .zh = "被拒接"},
    {.en = "not answered", .zh = "无人接听"},
    {.en = "cancelled", .zh = "已取消"},
    {.en = "completed elsewhere", .zh = "已在别处接听"},
    {.en = "redirected without a sequel", .zh = "被重定向且未见后续"},
    {.en = "challenged without a retry", .zh = "收到质询后未见重发"},
    {.en = "auth loop", .zh = "反复认证失败"},
    {.en = "failed", .zh = "失败"},
    {.en = "no response", .zh = "无响应"},
    {.en = "connection error", .zh = "连接错误"},
    {.en = "host error", .zh = "主机错误"},
    {.en = "loop", .zh = "环路"},
    {.en = "open when the capture ended", .zh = "抓包结束时未决"},
    {.en = "end not visible", .zh = "结果不可见"},
});
static_assert(outcome_names.size() == static_cast<std::size_t>(last_call_outcome) + 1);
static_assert(std::ranges::all_of(outcome_names,
                                  [](const Text& text) { return well_formed(text); }));

constexpr auto side_names = std::to_array<Text>({
    {.en = "-", .zh = "-"},
    {.en = "caller", .zh = "主叫"},
    {.en = "callee", .zh = "被叫"},
    {.en = "both", .zh = "双方"},
    {.en = "From", .zh = "左列一方"},
    {.en = "To", .zh = "右列一方"},
});
static_assert(side_names.size() == static_cast<std::size_t>(HungUp::to_side) + 1);

bool is_failure(CallOutcome outcome) {
  switch (outcome) {
    case CallOutcome::busy:
    case CallOutcome::declined:
    case CallOutcome::not_answered:
    case CallOutcome::redirected:
    case CallOutcome::challenged:
    case CallOutcome::auth_loop:
    case CallOutcome::failed:
    case CallOutcome::no_response:
    case CallOutcome::connection_error:
    case CallOutcome::host_error:
    case CallOutcome::loop:
      return true;
    default:
      return false;
  }
}

/// A call that is being told.
class Teller {
 public:
  Teller(const CallThread& thread, const Inside& inside, const Notes& notes, Call& call)
      : thread_(thread),
        inside_(inside),
        notes_(notes),
        call_(call),
        ending_(ending_of(thread, inside, notes)) {
    for (const CallLeg& leg : thread.legs) caller_tags_.push_back(at(leg.id).from_tag);
    std::ranges::sort(caller_tags_);
  }

  void tell();

 private:
  const Transaction& at(TransactionId id) const { return inside_.tracker.transaction(id); }
  const MessageRecord& at(MessageId id) const { return inside_.tracker.message(id); }

  void tell_beginning();
  void tell_times();
  void tell_bye();
  HungUp side_of(const Transaction& request) const;
  void tell_attempts();
  void tell_within();
  void tell_cancel();
  void tell_reasons(MessageId request);

  const CallThread& thread_;
  const Inside& inside_;
  const Notes& notes_;
  Call& call_;
  Ending ending_;
  std::vector<std::uint32_t> caller_tags_;
  MessageId bye_ = no_message;
};

void Teller::tell_beginning() {
  const auto earlier = [&](TransactionId id) {
    const Leg leg = read_leg(id, inside_.tracker);
    if (call_.first_frame != 0 && leg.begin >= call_.begin) return;
    call_.begin = leg.begin;
    call_.first_frame = leg.frame;
  };
  for (const CallLeg& leg : thread_.legs) earlier(leg.id);
  for (const TransactionId id : thread_.within) earlier(id);
  for (const TransactionId id : thread_.cancels) earlier(id);
  const Parties parties = notes_.parties(thread_.call, thread_.caller_tag);
  call_.from = parties.from;
  call_.to = parties.to;
  call_.began_before = std::ranges::none_of(
      thread_.legs, [](const CallLeg& leg) { return leg.is_root && leg.request != no_message; });
}

/// How long it took to answer, and how long it rang.
void Teller::tell_times() {
  const CallLeg* ringing = nullptr;
  const CallLeg* first = nullptr;
  for (const CallLeg& leg : thread_.legs) {
    if (!leg.is_root) continue;
    if (first == nullptr && leg.request != no_message) first = &leg;
    if (leg.attempt + 1 != thread_.attempts || leg.ringing == no_message) continue;
    if (ringing == nullptr || at(leg.ringing).time < at(ringing->ringing).time) ringing = &leg;
  }
  if (ending_.message == no_message || ending_.code == 0) return;
  const Time end = at(ending_.message).time;
  if (ringing != nullptr && at(ringing->ringing).time <= end)
    call_.ring = end - at(ringing->ringing).time;
  if (first != nullptr && ending_.code < 300) call_.setup = end - first->begin;
}

/// Which side sent a request within the call. Whoever sent an INVITE of it, on any hop, is on the
/// caller's side.
HungUp Teller::side_of(const Transaction& request) const {
  if (thread_.caller_tag == 0) {
    const Parties parties = notes_.parties(thread_.call, 0);
    return request.from_tag == parties.from_tag ? HungUp::from_side : HungUp::to_side;
  }
  const bool by_caller = std::ranges::binary_search(caller_tags_, request.from_tag);
  return by_caller ? HungUp::caller : HungUp::callee;
}

void Teller::tell_bye() {
  for (const TransactionId id : thread_.within) {
    if (at(id).method != Method::bye) continue;
    const HungUp side = side_of(at(id));
    const bool other = call_.hung_up != HungUp::nobody && call_.hung_up != side;
    call_.hung_up = other ? HungUp::both : side;
    if (bye_ != no_message) continue;
    const Leg leg = read_leg(id, inside_.tracker);
    bye_ = leg.request != no_message ? leg.request : at(id).last;
    add_sights({.request = leg.request}, inside_.tracker, call_.sights);
    if (ending_.code >= 200 && ending_.code < 300)
      call_.duration = leg.begin - at(ending_.message).time;
    tell_reasons(leg.request);
  }
}

/// A client that goes round in circles would fill the page: of many attempts the first and the last
/// ones are listed.
void Teller::tell_attempts() {
  constexpr std::size_t most_listed = 6;
  std::size_t attempt = CallLeg::none;
  for (const CallLeg& leg : thread_.legs) {
    if (!leg.is_root) continue;
    const bool decides = ending_.leg == static_cast<std::size_t>(&leg - thread_.legs.data());
    const bool listed =
        leg.attempt < most_listed / 2 || leg.attempt + most_listed / 2 >= thread_.attempts;
    if (!listed || (leg.attempt == attempt && !decides)) continue;
    attempt = leg.attempt;
    if (leg.ringing != no_message) {
      call_.sights.push_back({fmt::format("{}", at(leg.ringing).code), at(leg.ringing).frame});
    }
    add_sights(leg, inside_.tracker, call_.sights);
  }
  if (thread_.attempts > most_listed) {
    call_.remarks.push_back(
        filled("There were {} attempts; the frames of {} in the middle are left out.",
               "共有 {} 次尝试，其中 {} 次的帧号从略。", thread_.attempts,
               thread_.attempts - most_listed));
  }
}

/// Requests within the call that were refused: a BYE to a side that has forgotten the call, media
/// that could not be changed.
void Teller::tell_within() {
  struct Refused {
    std::uint32_t frame = 0;
    std::uint32_t count = 0;
  };
  std::map<std::pair<Method, unsigned>, Refused> refused;
  for (const TransactionId id : thread_.within) {
    if (at(id).method == Method::ack || forwarded_from(id, inside_.tracker) != TransactionId::none)
      continue;
    const Leg leg = read_leg(id, inside_.tracker);
    const unsigned code = code_of(leg, inside_.tracker);
    // 491 asks to wait for a moment, 487 is a re-INVITE that was cancelled.
    if (code < 300 || is_challenge(code) || code == 491 || code == 487) continue;
    Refused& entry = refused[{at(id).method, code}];
    if (entry.count++ == 0) entry.frame = at(leg.final).frame;
  }
  for (const auto& [what, entry] : refused) {
    const auto& [method, code] = what;
    const Words named = named_code(code, method, inside_.catalogue);
    const std::string_view word = method == Method::invite ? "re-INVITE" : word_of(method);
    // What crosses the end of a call that was not answered is refused as a matter of course.
    call_.in_trouble = call_.in_trouble || ending_.outcome == CallOutcome::answered;
    call_.remarks.push_back(
        entry.count == 1
            ? filled("Within the call, a {} was refused in frame {}: {}.",
                     "通话中，{} 在帧 {} 被拒绝：{}。", word, entry.frame, named)
            : filled("Within the call, {} was refused {} times, first in frame {}: {}.",
                     "通话中，{} 被拒绝 {} 次，首次在帧 {}：{}。", word, entry.count, entry.frame,
                     named));
    call_.remarks.emplace_back(inside_.catalogue.explain(code, method).meaning.front());
  }
}

/// The CANCEL of the calling side; those that a proxy sends to other branches are its own business.
void Teller::tell_cancel() {
  for (const TransactionId id : thread_.cancels) {
    const CallLeg* const leg = thread_.leg(at(id).partner);
    const bool of_caller = leg == nullptr ? thread_.legs.empty() : leg->is_root;
    if (!of_caller || at(id).request == no_message) continue;
    add_sights({.request = at(id).request}, inside_.tracker, call_.sights);
    tell_reasons(at(id).request);
    break;
  }
  if (ending_.outcome != CallOutcome::cancelled) return;
  const CallLeg* const leg = ending_.leg == CallLeg::none ? nullptr : &thread_.legs[ending_.leg];
  if (leg == nullptr || !notes_.is_forwarded(leg->request)) {
    call_.hung_up = HungUp::caller;
    return;
  }
  call_.remarks.push_back(
      filled("It was cancelled by {}, a server on the way: the caller gave up, or the server did.",
             "取消它的是途中的服务器 {}：可能是主叫放弃，也可能是该服务器自行放弃。",
             client_of(*leg, inside_, notes_)));
}

void Teller::tell_reasons(MessageId request) {
  if (request == no_message) return;
  const std::string_view word = word_of(at(request).method);
  for (const GivenReason& reason : notes_.reasons(request)) {
    call_.in_trouble = call_.in_trouble || reason.is_failure;
    call_.remarks.push_back(
        filled("The {} gives a reason: {}.", "{} 给出的原因：{}。", word, reason.what));
  }
}

void Teller::tell() {
  tell_beginning();
  call_.outcome = ending_.outcome;
  call_.code = ending_.code;
  if (call_.code >= 300) call_.named = named_code(call_.code, Method::invite, inside_.catalogue);
  call_.in_trouble = is_failure(ending_.outcome);
  tell_times();
  tell_attempts();
  if (is_failure(ending_.outcome)) tell_why(thread_, ending_, inside_, notes_, call_);
  if (ending_.outcome != CallOutcome::answered) tell_cancel();
  if (ending_.outcome == CallOutcome::answered) tell_bye();
  tell_within();
}

}  // namespace

Text name_of(CallOutcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

Text name_of(HungUp side) { return side_names[static_cast<std::size_t>(side)]; }

Call tell_call(const CallThread& thread, const Inside& inside, const Notes& notes) {
  Call call;
  Teller(thread, inside, notes, call).tell();
  return call;
}

}  // namespace sipgloss
