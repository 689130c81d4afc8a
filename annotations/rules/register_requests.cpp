// SPDX-License-Identifier: MIT
// When a client registers: not while it waits, not at once after a timeout, and before its binding
// runs out. RFC 3261 sections 10.2, 10.2.4 and 10.2.7.
#include <chrono>

#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"
#include "tracker/hash.hpp"

namespace sipgloss::subject {
namespace {

using std::chrono::nanoseconds;

bool is_register_of(const Transaction& own, const Transaction& other) {
  return other.method == Method::register_ && other.client == own.client &&
         other.request != no_message;
}

/// Whether the client can have had no final response at that time: the response passed here later,
/// or the client sent its request once more.
bool was_open_at(const Capture& capture, const Transaction& before, Time time) {
  const auto is_behind = [time](const MessageRecord& message) {
    return message.time - time > reordering;
  };
  if (before.final != no_message) return is_behind(capture.tracker().message(before.final));
  return capture.find_in(before, [&](const MessageRecord& message) {
    return is_request(message) && message.copy == Copy::retransmission && is_behind(message);
  }) != no_message;
}

/// Whether the REGISTER before it, by CSeq, had a final response when it came.
bool follows_a_final(const Capture& capture) {
  const Transaction& own = capture.transaction();
  if (own.predecessor == TransactionId::none) return false;
  const Transaction& before = capture.tracker().transaction(own.predecessor);
  return before.call == own.call && before.cseq + 1 == own.cseq;
}

Verdict waits_for_the_last(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (follows_a_final(capture) || own.contact == 0 || own.from_proxy ||
      capture.record().copy != Copy::none)
    return Verdict::holds();
  const TransactionId id = capture.find_on_flow([&own](const Transaction& other) {
    return is_register_of(own, other) && other.call == own.call && other.from_tag == own.from_tag;
  });
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  // "Contact: *" has no URI; what has neither URI nor interval only asks for the list.
  const bool lists = before.contact == 0 && before.facts.expires != 0;
  const bool same = lists || before.contact == own.contact || before.cseq >= own.cseq;
  if (same || capture.since(before.request) >= times_t1(capture, 64)) return Verdict::holds();
  // Credentials tell of a challenge that escaped the capture.
  if (own.facts.credentials.some && !before.facts.credentials.some) return Verdict::unknown();
  if (!was_open_at(capture, before, capture.record().time)) return Verdict::unknown();
  const std::uint32_t frame = capture.frame(before.request);
  const std::string_view contact = seen.message.value(HeaderName::contact);
  return Verdict::broken_at(contact, std::uint64_t{frame}).resting_on(frame);
}

/// How a request was repeated.
struct Repeated {
  std::uint64_t times = 0;
  Time first{};
  Time last{};
};

Repeated repeated(const Capture& capture, const Transaction& transaction) {
  Repeated found;
  capture.find_in(transaction, [&found](const MessageRecord& message) {
    if (!is_request(message) || message.copy != Copy::retransmission) return false;
    if (found.times++ == 0) found.last = message.time;
    found.first = message.time;
    return false;
  });
  return found;
}

/// Whether the client sent a request until Timer F fired, and stands within a second of that now.
/// Its T1 is what lies between the first two sendings.
bool has_just_timed_out(const Capture& capture, const Transaction& before,
                        const Repeated& repeated) {
  constexpr std::uint64_t enough = 6;
  constexpr std::chrono::seconds at_once{1};
  const Time begin = capture.tracker().message(before.request).time;
  const nanoseconds t1 = repeated.first - begin;
  const bool sound =
      repeated.times >= enough && t1 >= std::chrono::milliseconds(100) && t1 <= timer_t2;
  if (!sound || repeated.last - begin < 48 * t1) return false;
  const nanoseconds since = capture.since(before.request);
  return since >= 60 * t1 && since <= 64 * t1 + at_once;
}

// A client that goes on sending has got no response, whatever the capture lost.
Verdict pauses_after_timeout(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const bool udp = !is_reliable(capture.packet().transport).value_or(true);
  constexpr std::uint32_t own_and_another = 2;
  if (!udp || capture.record().copy != Copy::none || own.from_proxy ||
      capture.hop().unanswered < own_and_another)
    return Verdict::holds();
  const TransactionId id = capture.find_on_flow([&own](const Transaction& other) {
    return is_register_of(own, other) && other.contact == own.contact;
  });
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(id);
  if (before.answered) return Verdict::holds();
  const Repeated copies = repeated(capture, before);
  if (!has_just_timed_out(capture, before, copies)) return Verdict::holds();
  const Captured* const request = capture.at(before.request);
  if (request == nullptr) return Verdict::unknown();
  if (request->message.to().uri != seen.message.to().uri) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{capture.frame(before.request)},
                            copies.times + 1)
      .resting_on(capture.frame(before.request));
}

const FollowUp* refresh_of(const Capture& capture) {
  const auto is_refresh = [](const FollowUp& one) {
    return one.action == Action::registration_refresh;
  };
  const auto found = std::ranges::find_if(capture.follow_ups(), is_refresh);
  return found == capture.follow_ups().end() ? nullptr : &*found;
}

/// What shows that the client was there when its binding had run out.
struct LifeSign {
  std::uint32_t frame = 0;
  Text what;
};

/// Its next REGISTER, where it is late. Under another Call-ID the client may have been started
/// anew.
std::optional<LifeSign> late_refresh(const Capture& capture, const FollowUp& refresh) {
  static constexpr Text next{"the next REGISTER", " REGISTER "};
  const TransactionId id = capture.transaction().successor;
  if (id == TransactionId::none || !refresh.deadline) return std::nullopt;
  const bool same_call = capture.tracker().transaction(id).call == capture.transaction().call;
  const nanoseconds granted = *refresh.deadline - capture.record().time;
  const bool clearly = nanoseconds(refresh.delay_ns) - granted > longest_crossing(capture);
  return same_call && clearly ? std::optional(LifeSign{refresh.frame, next}) : std::nullopt;
}

bool is_of_flow(const Transaction& own, const Transaction& other) {
  return other.hop == own.hop && other.client == own.client &&
         other.client_port == own.client_port && other.request != no_message;
}

// Behind an SBC or a NAT there are others; they register, too. The next transactions of the capture
// are looked through, for the tracker links them backwards only.
std::optional<LifeSign> later_request(const Capture& capture, Time end) {
  static constexpr Text request{"the next request", "后续请求"};
  constexpr std::size_t most_looked_at = 1024;
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  const std::size_t begin = index_of(capture.transaction_id()) + 1;
  std::optional<LifeSign> found;
  for (std::size_t i = begin; i < std::min(tracker.transaction_count(), begin + most_looked_at);
       ++i) {
    const Transaction& other = tracker.transaction(static_cast<TransactionId>(i));
    if (!is_of_flow(own, other)) continue;
    if (other.method == Method::register_ || other.from_proxy) return std::nullopt;
    const MessageRecord& message = tracker.message(other.request);
    if (!found && message.time - end > longest_crossing(capture))
      found = LifeSign{message.frame, request};
  }
  return found;
}

bool is_alone_on_flow(const Capture& capture) {
  const Transaction& own = capture.transaction();
  return capture.find_on_flow([&own](const Transaction& other) {
    return is_register_of(own, other) && other.contact != own.contact;
  }) == TransactionId::none;
}

/// The Contact of the response that the REGISTER was about; the start line where it is not there.
std::string_view own_contact(const Seen& seen) {
  const Values contacts(seen.message, HeaderName::contact);
  for (const std::string_view value : contacts) {
    if (short_hash(read_name_addr(value).uri) == seen.capture->transaction().contact) return value;
  }
  return seen.message.start_line;
}

Verdict is_refreshed_in_time(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const FollowUp* const refresh = refresh_of(capture);
  if (refresh == nullptr || capture.transaction().from_proxy) return Verdict::unknown();
  if (refresh->status == FollowUpStatus::seen) return Verdict::holds();
  std::optional<LifeSign> sign;
  if (refresh->status == FollowUpStatus::late) sign = late_refresh(capture, *refresh);
  if (refresh->status == FollowUpStatus::missing && refresh->deadline && is_alone_on_flow(capture))
    sign = later_request(capture, *refresh->deadline);
  if (!sign) return Verdict::unknown();
  return Verdict::broken_at(own_contact(seen),
                            in_seconds(*refresh->deadline - capture.record().time), sign->what,
                            std::uint64_t{sign->frame})
      .resting_on(capture.frame(capture.transaction().request), sign->frame);
}

constexpr Rule table[] = {
    {.code = "REG-14",
     .slug = "register-while-another-is-open",
     .level = Level::must,
     .cite = {3261, "10.2"},
     .applies_to = {.methods = {Method::register_},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .when = When::afterwards},
     .broken = {.en =
                    "REGISTER with another Contact while that of frame {0} has no final response: "
                    "the registrar may take the two in either order.",
                .zh = "帧 {0} 的 REGISTER 尚无最终响应，又发送了 Contact 不同的 REGISTER，"
                      "注册服务器处理两者的先后无法保证。"},
     .check = waits_for_the_last},
    {.code = "REG-15",
     .slug = "register-at-once-after-timeout",
     .level = Level::should,
     .cite = {3261, "10.2.7"},
     .applies_to = {.methods = {Method::register_},
                    .about = About::request,
                    .evidence = Evidence::capture},
     .broken = {.en = "REGISTER again at once after that of frame {0} timed out, sent {1} times: "
                      "the client should wait, for this one is likely to time out too.",
                .zh = "帧 {0} 的 REGISTER 发送 {1} 次后超时，又立即重新注册；"
                      "这次多半也会超时，客户端应当先等待一段时间。"},
     .check = pauses_after_timeout},
    {.code = "REG-16",
     .slug = "binding-not-refreshed-in-time",
     .level = Level::note,
     .cite = {3261, "10.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::register_},
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken =
         {.en = "The binding ran out after {0} s and was not refreshed before {1} in frame "
                "{2}: calls did not reach the client meanwhile.",
          .zh = "绑定在 {0} 秒后到期，直到帧 {2} 中出现{1}都没有刷新，其间呼叫到不了该客户端。"},
     .check = is_refreshed_in_time},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> register_requests{table};

}  // namespace sipgloss::subject
