// SPDX-License-Identifier: MIT
// Which branches a proxy opens, cancels and leaves alone. RFC 3261 sections 16.6 to 16.8 and 16.10,
// RFC 3841 section 9.1, RFC 5626 section 7, RFC 5630 section 5.3.
#include <chrono>

#include "rules/across_proxy.hpp"
#include "rules/contact.hpp"

namespace sipgloss::subject {
namespace {

/// T1 after which a CANCEL for a branch would have had its effect.
constexpr int cancel_takes = 4;

/// Whether the request forbids the proxy to cancel branches (RFC 3841 section 9.1).
bool keeps_branches(const Message& request) {
  return !find_token(request, HeaderName::request_disposition, "no-cancel").empty();
}

/// Whether a branch rang on from before that message until now, long after it: then it was pending
/// at that time (RFC 3261 section 16.7, item 10).
bool was_pending(const Capture& capture, MessageId at) {
  const Transaction& own = capture.transaction();
  if (!is_before(at, capture.id()) || capture.since(at) <= times_t1(capture, cancel_takes))
    return false;
  if (own.final != no_message && own.final != capture.id()) return false;
  return any_from(
      capture, capture.record().previous,
      [at](MessageId id, const MessageRecord& record) { return record.is_response() && id < at; });
}

/// Whether the response that is judged shows a branch that was left alone. A 487 shows a CANCEL
/// that was not captured.
bool can_show_it(const Seen& seen) {
  const Capture& capture = *seen.capture;
  return capture.record().copy == Copy::none && seen.message.status_code != 487 &&
         comes_from_server(capture, capture.packet());
}

/// The verdict on a branch that was pending at that message and has got no CANCEL since.
Verdict left_pending(const Seen& seen, MessageId at, unsigned code) {
  const Capture& capture = *seen.capture;
  if (capture.transaction().partner != TransactionId::none) return Verdict::holds();
  if (keeps_branches(capture.request()->message)) return Verdict::holds();
  if (is_seen_elsewhere(capture, capture.transaction_id())) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{code},
                            in_seconds(capture.since(at)))
      .resting_on(capture.frame(at), capture.frame(capture.transaction().request));
}

Verdict is_cancelled_with_the_final(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || !can_show_it(seen)) return Verdict::unknown();
  if (!was_pending(capture, upstream->final)) return Verdict::holds();
  return left_pending(seen, upstream->final, final_code(capture, *upstream));
}

/// A branch of that request, another than the one that is judged, that had ended with a 6xx before
/// that message; null when there is none.
const Transaction* refused_before(const Capture& capture, const Transaction& upstream,
                                  MessageId message) {
  const Transaction* refused = nullptr;
  const Transaction& own = capture.transaction();
  capture.find_branch_of(upstream, [&](const Transaction& branch) {
    const bool is_other = &branch != &own && final_code(capture, branch) >= 600;
    if (is_other && is_known_before(capture, branch, message)) refused = &branch;
    return refused != nullptr;
  });
  return refused;
}

Verdict is_cancelled_with_the_6xx(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || !can_show_it(seen)) return Verdict::unknown();
  const Transaction* const refused = refused_before(capture, *upstream, capture.id());
  if (refused == nullptr || !was_pending(capture, refused->final)) return Verdict::holds();
  // Once a final response went upstream, another rule speaks.
  if (was_pending(capture, upstream->final)) return Verdict::holds();
  return left_pending(seen, refused->final, final_code(capture, *refused));
}

Verdict is_opened_before_any_6xx(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || capture.record().copy != Copy::none) return Verdict::unknown();
  const Transaction* const refused = refused_before(capture, *upstream, capture.id());
  if (refused == nullptr) return Verdict::holds();
  if (is_seen_elsewhere(capture, capture.transaction_id())) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{final_code(capture, *refused)},
                            std::uint64_t{capture.frame(refused->final)})
      .resting_on(capture.frame(refused->final), capture.frame(upstream->request));
}

/// The instance that a response says it comes from; empty where it does not.
std::string_view instance_in(const Message& response) {
  for (const std::string_view value : Values(response, HeaderName::contact)) {
    if (const auto contact = read_address(value))
      return contact->parameters.value("+sip.instance").value_or("");
  }
  return {};
}

/// Whether two requests go to the same user by different ways: to two flows of one registration.
bool are_two_flows(const Captured& one, const Captured& other) {
  const Uri target = read_uri(one.message.request_uri);
  const Uri other_target = read_uri(other.message.request_uri);
  if (target.user.empty() || target.user != other_target.user) return false;
  return one.packet.destination != other.packet.destination ||
         one.packet.transport != other.packet.transport ||
         one.message.request_uri != other.message.request_uri ||
         !has_same_rows(one.message, other.message, HeaderName::route);
}

/// Whether a branch had ended, with a code after which its instance is not to be tried again, when
/// the one that is judged was opened.
bool has_had_its_say(const Capture& capture, const Transaction& branch) {
  const unsigned code = final_code(capture, branch);
  const bool may_go_on = code < 400 || code == 401 || code == 407 || code == 408 || code == 430;
  return !may_go_on && is_known_before(capture, branch, capture.transaction().request);
}

Verdict is_of_another_instance(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr) return Verdict::unknown();
  const std::string_view instance = instance_in(seen.message);
  if (instance.empty()) return Verdict::unknown();
  const Transaction* same = nullptr;
  capture.find_branch_of(*upstream, [&](const Transaction& branch) {
    if (&branch == &capture.transaction() || !has_had_its_say(capture, branch)) return false;
    const Captured* const request = capture.at(branch.request);
    if (request == nullptr || !are_two_flows(*request, *capture.request())) return false;
    const bool is_same = any_from(capture, branch.last, [&](MessageId id, const MessageRecord& r) {
      const Captured* const response = r.code > 100 ? capture.at(id) : nullptr;
      return response != nullptr &&
             scan::equal_ignoring_case(instance_in(response->message), instance);
    });
    if (is_same) same = &branch;
    return is_same;
  });
  if (same == nullptr) return Verdict::holds();
  return Verdict::broken_at(instance, std::uint64_t{final_code(capture, *same)},
                            std::uint64_t{capture.frame(same->final)})
      .resting_on(capture.frame(same->final), capture.frame(capture.transaction().request));
}

/// Whether the branches give the proxy a reason to cancel one of them: another one was answered or
/// refused for all.
bool another_decided(const Capture& capture, const Transaction& upstream, Time until) {
  return capture.find_branch_of(upstream, [&](const Transaction& branch) {
    const unsigned code = final_code(capture, branch);
    const bool decides = is_success(code) || code >= 600;
    return decides && capture.tracker().message(branch.final).time <= until;
  }) != TransactionId::none;
}

/// Whether what went upstream, or a branch that was opened afterwards, shows that the proxy decided
/// by itself. A 487 shows a CANCEL that was not captured.
bool shows_own_decision(const Capture& capture, const Transaction& upstream) {
  const unsigned code = final_code(capture, upstream);
  const TransactionId from_behind =
      capture.find_branch_of(upstream, [&](const Transaction& branch) {
        return final_code(capture, branch) == code && is_before(branch.final, upstream.final);
      });
  if (code != 0 && code != 487 && from_behind == TransactionId::none) return true;
  return capture.find_branch_of(upstream, [&](const Transaction& branch) {
    return is_before(capture.id(), branch.request);
  }) != TransactionId::none;
}

/// Whether the INVITE had said how long it is good for, and that time was over.
bool has_expired(const Capture& capture, const Transaction& invite) {
  if (invite.facts.expires == RequestFacts::no_interval) return false;
  const auto lived = capture.record().time - capture.tracker().message(invite.request).time;
  return lived + std::chrono::seconds(1) >= std::chrono::seconds(invite.facts.expires);
}

Verdict waits_for_timer_c(const Seen& seen) {
  constexpr std::chrono::minutes timer_c{3};
  const Capture& capture = *seen.capture;
  const Transaction* const branch = partner_here(capture);
  if (branch == nullptr || branch->partner != capture.transaction_id() ||
      branch->upstream == TransactionId::none || branch->request == no_message)
    return Verdict::unknown();
  const Transaction& upstream = capture.tracker().transaction(branch->upstream);
  const Time time = capture.record().time;
  const MessageId progress = capture.find_in(*branch, [time](const MessageRecord& record) {
    return record.code > 100 && record.code < 200 && record.time <= time;
  });
  if (progress == no_message) return Verdict::unknown();
  const auto waited = time - capture.tracker().message(progress).time;
  const bool asked = upstream.partner != TransactionId::none || has_expired(capture, *branch);
  if (asked || waited > timer_c || another_decided(capture, upstream, time + reordering))
    return Verdict::holds();
  if (!shows_own_decision(capture, upstream)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, in_seconds(waited),
                            std::uint64_t{capture.tracker().message(progress).code})
      .resting_on(capture.frame(progress), capture.frame(branch->request),
                  capture.frame(upstream.final));
}

constexpr Rule table[] = {
    {.code = "PRX-08",
     .slug = "branch-left-pending",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "The proxy had returned {0} {1} s before and did not cancel this branch: a "
                      "phone rings on for a call that is decided.",
                .zh = "代理服务器在 {1} 秒前就已向上游返回 {0}，却没有用 CANCEL "
                      "取消此分支：呼叫已有结果，话机仍在振铃。"},
     .check = is_cancelled_with_the_final},
    {.code = "PRX-09",
     .slug = "branch-left-pending-after-6xx",
     .level = Level::should,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "Another branch had ended with {0} {1} s before, and the proxy did not "
                      "cancel this one: caller and phone wait in vain.",
                .zh = "另一分支在 {1} 秒前已得到 {0}，代理服务器却没有用 CANCEL "
                      "取消此分支，主叫和话机都在空等。"},
     .check = is_cancelled_with_the_6xx},
    {.code = "PRX-17",
     .slug = "branch-opened-after-6xx",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.methods = forwarded_methods,
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "The proxy opens this branch after the {0} of frame {1}: a 6xx is the answer "
                      "of the callee wherever it may be, and ends the search.",
                .zh = "已有分支得到 {0}（帧 {1}），代理服务器却又开出此分支：6xx "
                      "代表被叫的所有位置，不得再尝试。"},
     .check = is_opened_before_any_6xx},
    {.code = "PRX-13",
     .slug = "second-flow-of-same-instance",
     .level = Level::must,
     .cite = {5626, "7"},
     .applies_to = {.codes = {{101, 699}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "This instance had given its answer, {0} in frame {1}, over another flow: "
                      "the proxy must not send it the request again.",
                .zh = "同一实例已经由另一条流答复 {0}（帧 "
                      "{1}），代理服务器不得再向它转发同一请求。"},
     .check = is_of_another_instance},
    {.code = "PRX-14",
     .slug = "branch-given-up-before-timer-c",
     .level = Level::note,
     .cite = {3261, "16.8"},
     .applies_to = {.methods = {Method::cancel},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "It is the proxy that gives up here, {0} s after the {1}: nobody cancelled "
                      "upstream, and Timer C is longer than 3 minutes.",
                .zh = "是代理服务器自己在 {1} 响应之后 {0} 秒放弃的：上游没有 CANCEL，而定时器 C "
                      "长于 3 分钟。"},
     .check = waits_for_timer_c},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> branches{table};

}  // namespace sipgloss::subject
