// SPDX-License-Identifier: MIT
// Subscriptions as they are set up, notified and ended. RFC 6665 sections 4.1.2, 4.1.3, 4.2.1 and
// 4.2.2.
#include "rules/within_subscription.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr int timer_n = 64;  ///< T1

Verdict grants_no_more(const Seen& seen) {
  const Header* const row = seen.message.find(HeaderName::expires);
  const auto asked = read_number(seen.capture->request()->message.value(HeaderName::expires));
  if (row == nullptr || !asked) return Verdict::unknown();
  const auto granted = read_number(row->value);
  if (!granted) return Verdict::unknown();
  if (*granted <= *asked) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(row->value, std::uint64_t{*granted}, std::uint64_t{*asked});
}

Verdict is_followed_by_notify(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.missing(Action::notify) == nullptr) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(capture.transaction().request));
}

/// The last NOTIFY of the same sender and event package before the one at hand that `wanted` takes;
/// null where there is none.
template <typename Wanted>
const Transaction* notify_before(const Capture& capture, Wanted wanted) {
  const Transaction& own = capture.transaction();
  const TransactionId id = capture.find_in_dialog([&](const Transaction& other) {
    return other.method == Method::notify && other.event == own.event && other.cseq < own.cseq &&
           is_of_same_client(capture, other) && is_before(other.request, own.request) &&
           wanted(other);
  });
  return id == TransactionId::none ? nullptr : &capture.tracker().transaction(id);
}

// That a NOTIFY came out of the blue proves nothing: the capture may begin too late, and RFC 3265
// let subscriptions be set up by other means. One that ended before its eyes cannot be matched.
Verdict matches_a_subscription(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const Transaction* const last =
      notify_before(capture, [](const Transaction& other) { return other.final != no_message; });
  if (last == nullptr || !last->ends_subscription || !is_success(final_code(capture, *last)) ||
      !is_before(last->final, own.request))
    return Verdict::holds();
  const Captured* const ended = capture.at(last->request);
  if (ended == nullptr || !asked_nothing_since(capture, last->request)) return Verdict::unknown();
  if (!is_same_event(ended->message, capture.request()->message)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            std::uint64_t{ended->packet.frame})
      .resting_on(ended->packet.frame, capture.frame(own.request));
}

// RFC 3265 let a notifier go on after a failure with Retry-After. What a proxy sends on is not of
// its making.
Verdict stops_after_failure(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (capture.record().copy != Copy::none || own.ends_subscription) return Verdict::holds();
  const Transaction* const last =
      notify_before(capture, [](const Transaction& other) { return other.final != no_message; });
  const unsigned code = last == nullptr ? 0 : final_code(capture, *last);
  if (!ends_subscription(code) || !is_known_to_client(capture, *last)) return Verdict::holds();
  const Captured* const request = capture.at(last->request);
  const Captured* const failure = capture.at(last->final);
  if (request == nullptr || failure == nullptr || !comes_from_client(seen.message) ||
      header_section_cut(failure->message) || !asked_nothing_since(capture, last->request))
    return Verdict::unknown();
  if (failure->message.has(HeaderName::retry_after)) return Verdict::holds();
  if (!is_same_event(request->message, seen.message)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{code},
                            std::uint64_t{failure->packet.frame})
      .resting_on(request->packet.frame, failure->packet.frame);
}

// With other codes than 481, RFC 3265 let the subscription stand.
Verdict ends_after_481(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (capture.record().copy != Copy::none || !own.facts.in_dialog ||
      own.predecessor == TransactionId::none)
    return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(own.predecessor);
  const bool refused = before.facts.in_dialog && before.dialog == own.dialog &&
                       before.hop == own.hop && final_code(capture, before) == 481;
  if (!refused || !is_known_to_client(capture, before)) return Verdict::holds();
  // To unsubscribe is no refresh.
  if (read_number(seen.message.value(HeaderName::expires)) == 0U) return Verdict::holds();
  const TransactionId notified = capture.find_in_dialog([&](const Transaction& other) {
    return other.method == Method::notify && is_before(before.final, other.last);
  });
  const Captured* const request = capture.at(before.request);
  if (request == nullptr || notified != TransactionId::none || !comes_from_client(seen.message))
    return Verdict::unknown();
  if (!is_same_event(request->message, seen.message)) return Verdict::holds();
  const std::uint32_t frame = capture.frame(before.final);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{frame})
      .resting_on(request->packet.frame, frame);
}

/// Whether a NOTIFY names the subscription that a SUBSCRIBE or REFER asks for (RFC 6665 section
/// 4.4.1).
bool is_asked_for(const Message& notify, const Message& asked) {
  if (notify.call_id() != asked.call_id() || notify.to().tag != asked.from().tag) return false;
  return asked.method() == Method::refer ? is_of_refer(notify, asked)
                                         : is_same_event(notify, asked);
}

// Of a fork the first one to notify counts, and a package can have the others refused (RFC 6665
// section 5.4.9).
Verdict accepts_early_notify(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.partner == TransactionId::none || own.final != capture.id()) return Verdict::holds();
  const Transaction& asked = capture.tracker().transaction(own.partner);
  if (!asks_for_notify(asked) || !is_of_peer(capture, asked) || asked.sequel != own.request)
    return Verdict::unknown();
  // With the call the reference is over, and a 481 to what crosses the BYE is right.
  const Dialog* const dialog = capture.dialog();
  if (dialog != nullptr && dialog->ended_by != no_message) return Verdict::unknown();
  const bool early = is_before(asked.request, own.request) &&
                     !is_before(asked.final, own.request) &&
                     capture.since(asked.request) < times_t1(capture, timer_n);
  if (!early || final_code(capture, asked) >= 300) return Verdict::holds();
  const Captured* const request = capture.at(asked.request);
  if (request == nullptr || !comes_from_server(capture, capture.packet()) ||
      !is_of_one_request(seen))
    return Verdict::unknown();
  if (!is_asked_for(capture.request()->message, request->message)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, request->message.method_name,
                            std::uint64_t{request->packet.frame})
      .resting_on(request->packet.frame, capture.frame(own.request));
}

constexpr Rule table[] = {
    {.code = "EVT-02",
     .slug = "subscription-longer-than-asked",
     .level = Level::must,
     .cite = {6665, "4.2.1.1"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::subscribe},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Expires is {0}, and the SUBSCRIBE asked for {1} s: a notifier may shorten "
                      "that time, and must not lengthen it.",
                .zh = "Expires 为 {0} 秒，而 SUBSCRIBE 只要求 {1} "
                      "秒：通知方可以缩短有效时间，但不得延长。"},
     .check = grants_no_more},
    {.code = "EVT-03",
     .slug = "subscribe-2xx-without-notify",
     .level = Level::must,
     .cite = {6665, "4.2.1.2"},
     .applies_to = {.codes = {{200, 203}, {205, 299}},
                    .methods = {Method::subscribe},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "No NOTIFY of this dialog followed the {0}: when Timer N fires, the "
                      "subscriber takes its subscription for failed.",
                .zh = "{0} 响应之后，该对话中没有任何 NOTIFY：定时器 N "
                      "到期时，订阅方会认定订阅失败。"},
     .check = is_followed_by_notify},
    {.code = "EVT-04",
     .slug = "notify-of-ended-subscription-accepted",
     .level = Level::must,
     .cite = {6665, "4.1.3"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::notify},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} to a NOTIFY whose subscription the one in frame {1} ended: only a 481 "
                      "tells the notifier that it is gone.",
                .zh = "帧 {1} 的 NOTIFY 已终止该订阅，此 NOTIFY 却得到 {0} 响应：只有 481 "
                      "才能让通知方得知订阅已不存在。"},
     .check = matches_a_subscription},
    {.code = "EVT-05",
     .slug = "notify-after-failed-notify",
     .level = Level::must,
     .cite = {6665, "4.2.2"},
     .applies_to = {.methods = {Method::notify},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::truncated, Guard::gap_free}},
     .broken = {.en = "NOTIFY although the one before got a {0} (frame {1}): this ends the "
                      "subscription, and the notifier has to remove it.",
                .zh = "上一个 NOTIFY 已得到 {0} 响应（帧 "
                      "{1}），订阅就此终止，通知方必须将其删除，却仍在发送 NOTIFY。"},
     .check = stops_after_failure},
    {.code = "EVT-06",
     .slug = "subscribe-again-after-481",
     .level = Level::must,
     .cite = {6665, "4.1.2.2"},
     .applies_to = {.methods = {Method::subscribe},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::truncated, Guard::gap_free}},
     .broken =
         {.en = "SUBSCRIBE although a 481 (frame {0}) told that the subscription is gone: only a "
                "new one, in its own dialog, helps.",
          .zh = "帧 {0} 的 481 响应已表明该订阅不存在，SUBSCRIBE "
                "却仍在原对话中刷新，只会再次被拒绝；应重新订阅。"},
     .check = ends_after_481},
    {.code = "EVT-07",
     .slug = "early-notify-refused",
     .level = Level::must,
     .cite = {6665, "4.1.2.4"},
     .applies_to = {.codes = {481},
                    .methods = {Method::notify},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "481 to the NOTIFY that the {0} of frame {1} asked for: it may come before "
                      "the 2xx, and has to be accepted then.",
                .zh = "该 NOTIFY 是帧 {1} 的 {0} 所要求的，却得到 481 响应：它可以先于 2xx "
                      "到达，此时也必须接受。"},
     .check = accepts_early_notify},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> subscriptions{table};

}  // namespace sipgloss::subject
