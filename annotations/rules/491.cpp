// SPDX-License-Identifier: MIT
// 491 Request Pending. RFC 3261 sections 14.1, 14.2 and 21.4.27, RFC 3311 sections
// 5.2 and 5.3.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Requests that cross on the way: what is captured one after the other may have met.
constexpr std::chrono::milliseconds crossing{500};
/// The shortest wait of the one that made the Call-ID, less the unit of the timer.
constexpr std::chrono::milliseconds shortest_wait{2090};

/// Whether another request was in progress, as far as that can be told, when this one came.
bool was_pending(const Capture& capture, const Transaction& other) {
  const Set<Method> changes = {Method::invite, Method::update, Method::prack};
  const Transaction& own = capture.transaction();
  const bool same_request = other.method == own.method && other.cseq == own.cseq &&
                            other.from_tag == own.from_tag;  // on another hop
  if (!changes.has(other.method) || same_request) return false;
  const bool acknowledged = other.method == Method::invite;
  const MessageId end = acknowledged ? other.ack : other.final;
  const Tracker& tracker = capture.tracker();
  return end == no_message ||
         tracker.message(own.request).time - tracker.message(end).time <= crossing;
}

Verdict met_another(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (came_from_behind(seen)) return Verdict::unknown();
  const Transaction& opened = capture.tracker().transaction(capture.dialog()->created_by);
  const TransactionId other = capture.find_in_dialog(
      [&capture](const Transaction& one) { return was_pending(capture, one); });
  if (other != TransactionId::none || was_pending(capture, opened)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line);
}

/// Whether the owner of the Call-ID waits after a 491 before it sends the same again. The other
/// side need not wait, and what comes later than the timer may be a new wish.
Verdict waited_its_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  const bool is_owner = tracker.transaction(capture.dialog()->created_by).from_tag == own.from_tag;
  const TransactionId before = capture.find_in_dialog([&own](const Transaction& other) {
    return other.method == own.method && other.from_tag == own.from_tag && other.hop == own.hop;
  });
  // On the hops behind, and where it is sent again, it is the same request.
  const bool is_new = capture.record().copy == Copy::none && own.upstream == TransactionId::none;
  if (!is_new || !is_owner || before == TransactionId::none) return Verdict::holds();
  const MessageId refusal = tracker.transaction(before).final;
  if (refusal == no_message || tracker.message(refusal).code != 491) return Verdict::holds();
  const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(capture.since(refusal));
  if (waited >= shortest_wait) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            static_cast<std::uint64_t>(waited.count()))
      .resting_on(capture.frame(refusal));
}

Verdict is_to_a_change(const Seen& seen) {
  const Verdict by_method = is_to(seen.message, {Method::invite, Method::update});
  if (by_method.kind() != Verdict::Kind::holds) return by_method;
  const Captured* const request = seen.capture->request();
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  if (is_in_dialog(request->message)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line,
                            Text{"a request outside of any dialog", "对话外的请求"});
}

constexpr Rule table[] = {
    {.code = "K491-1",
     .slug = "491-with-nothing-pending",
     .level = Level::note,
     .cite = {3261, "21.4.27"},
     .applies_to = {.codes = {491},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::dialog, Guard::gap_free}},
     .broken = {.en = "491, but the capture shows nothing else pending in this dialog: a B2BUA may "
                      "have passed it on from its other side.",
                .zh = "491 响应，但抓包中该对话没有其他未决的请求：可能是 B2BUA 从另一侧转来的。"},
     .check = met_another},
    {.code = "K491-2",
     .slug = "491-repeated-too-early",
     .level = Level::should,
     .cite = {3261, "14.1"},
     .applies_to = {.methods = {Method::invite},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken = {.en =
                    "{0} again only {1} ms after a 491: the side that made the Call-ID should wait "
                    "2.1 to 4 s, so that the two do not clash again.",
                .zh = "491 响应后仅 {1} 毫秒就重发 {0}：生成 Call-ID 的一方应当等待 2.1 至 4 秒，"
                      "以免再次冲突。"},
     .check = waited_its_time},
    {.code = "UPD-04",
     .slug = "update-repeated-too-early-after-491",
     .level = Level::should,
     .cite = {3311, "5.3"},
     .applies_to = {.methods = {Method::update},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken = {.en = "{0} once more {1} ms after its 491: the side that made the Call-ID should "
                      "wait 2.1 to 4 s, or the two clash again.",
                .zh =
                    "491 响应后仅 {1} 毫秒就再次发送 {0}：生成 Call-ID 的一方应当等待 2.1 至 4 秒，"
                    "否则会再次冲突。"},
     .check = waited_its_time},
    {.code = "K491-3",
     .slug = "491-outside-session-change",
     .level = Level::should,
     .cite = {3261, "21.4.27"},
     .applies_to = {.codes = {491},
                    .methods = any_method_but({Method::ack, Method::bye}),
                    .evidence = Evidence::transaction},
     .broken = {.en =
                    "491 to {0}: the code is for INVITE and UPDATE within a dialog, where another "
                    "such request is pending.",
                .zh =
                    "491 响应用于对话内的 INVITE 和 UPDATE，表示另有此类请求未决，此处却是：{0}。"},
     .check = is_to_a_change},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_491{table};

}  // namespace sipgloss::subject
