// SPDX-License-Identifier: MIT
// A session timer that runs out, and what a proxy makes of it. RFC 4028 sections 7.2, 8.2, 8.3, 9
// and 10.
#include <chrono>

#include "message/scan.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr Set<Method> refreshing = {Method::invite, Method::update};

/// A session that ran out, as the capture proves.
struct Expired {
  std::chrono::seconds interval{};
  bool by_server = false;  ///< who had to refresh it
};

/// A late refresh is proven by the CSeq of its sender: where that is not the refresher, one of the
/// refresher may have escaped the capture.
bool is_proven(const FollowUp& refresh, const Expired& session) {
  if (refresh.action != Action::session_refresh) return false;
  const bool late = refresh.status == FollowUpStatus::late;
  const std::chrono::nanoseconds after(refresh.delay_ns);
  return refresh.status == FollowUpStatus::missing ||
         (late && (!session.by_server || after > 2 * session.interval));
}

// What passed on over several hops is told of on the first.
std::optional<Expired> expired(const Seen& seen) {
  const Header* const header = seen.message.find(HeaderName::session_expires);
  const bool passed_on = seen.capture->transaction().upstream != TransactionId::none;
  if (header == nullptr || passed_on) return std::nullopt;
  const FieldValue field = read_field_value(header->value);
  const auto interval = field.number();
  if (!interval) return std::nullopt;
  const std::string_view refresher = field.parameters.value("refresher").value_or("");
  const Expired session{.interval = std::chrono::seconds(*interval),
                        .by_server = scan::equal_ignoring_case(refresher, "uas")};
  const bool proven = std::ranges::any_of(
      seen.capture->follow_ups(), [&](const FollowUp& one) { return is_proven(one, session); });
  return proven ? std::optional(session) : std::nullopt;
}

/// Frame in which one side shows that it still had the call: it sent a request in the dialog, or
/// accepted one, later than so long after the response. 0 for none.
std::uint32_t kept_in(const Capture& capture, bool by_client, std::chrono::nanoseconds sent,
                      std::chrono::nanoseconds accepted) {
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  const TransactionId id = capture.find_in_dialog([&](const Transaction& other) {
    if (other.request == no_message || other.method == Method::ack) return false;
    const auto after = tracker.message(other.request).time - capture.record().time;
    const bool is_own = (other.from_tag == own.from_tag) == by_client;
    return is_own ? after > sent : after > accepted && is_success(final_code(capture, other));
  });
  return id == TransactionId::none ? 0 : capture.frame(tracker.transaction(id).request);
}

constexpr std::string_view name_of_side(bool client) { return client ? "UAC" : "UAS"; }

Verdict kept_by(const Seen& seen, const Expired& session, bool client, std::uint32_t frame) {
  const Header* const header = seen.message.find(HeaderName::session_expires);
  return Verdict::broken_at(row_of(*header), static_cast<std::uint64_t>(session.interval.count()),
                            name_of_side(client), std::uint64_t{frame})
      .resting_on(seen.capture->frame(seen.capture->transaction().request), frame);
}

// Whoever ends the call just then does not want it to go on.
Verdict is_refreshed(const Seen& seen) {
  const std::optional<Expired> session = expired(seen);
  if (!session) return Verdict::holds();
  const Capture& capture = *seen.capture;
  const bool client = !session->by_server;
  const std::uint32_t frame =
      kept_in(capture, client, session->interval + longest_crossing(capture), session->interval);
  return frame == 0 ? Verdict::unknown() : kept_by(seen, *session, client, frame);
}

// A proxy may have asked for the timer: whether the other side knows of it, this response tells.
Verdict is_ended(const Seen& seen) {
  const std::optional<Expired> session = expired(seen);
  if (!session) return Verdict::holds();
  const HeaderName telling = session->by_server ? HeaderName::require : HeaderName::supported;
  if (!lists_token(seen.message, telling, "timer")) return Verdict::unknown();
  const Capture& capture = *seen.capture;
  const auto surely = session->interval + longest_crossing(capture);
  const std::uint32_t frame = kept_in(capture, session->by_server, surely, surely);
  return frame == 0 ? Verdict::unknown() : kept_by(seen, *session, session->by_server, frame);
}

const Endpoint& client_host(const Capture& capture, const Transaction& transaction) {
  return capture.tracker().hop(transaction.hop).hosts[transaction.client ? 1 : 0];
}
const Endpoint& server_host(const Capture& capture, const Transaction& transaction) {
  return capture.tracker().hop(transaction.hop).hosts[transaction.client ? 0 : 1];
}

/// The INVITE of the dialog on the hop of the message judged; null where it is not in the capture.
const Transaction* invite_here(const Capture& capture) {
  constexpr int most_proxies = 8;
  const Dialog* const dialog = capture.dialog();
  TransactionId id = dialog == nullptr ? TransactionId::none : dialog->created_by;
  for (int i = 0; i < most_proxies && id != TransactionId::none; ++i) {
    const Transaction& invite = capture.tracker().transaction(id);
    if (invite.method != Method::invite) return nullptr;
    if (invite.hop == capture.transaction().hop) return &invite;
    id = invite.upstream;
  }
  return nullptr;
}

/// Whether the sender of the request judged is a proxy of its dialog: from the same port it had
/// forwarded the INVITE, or taken it to forward it, and the end of that side is another host.
bool is_from_proxy_of_dialog(const Capture& capture) {
  const Transaction& own = capture.transaction();
  const Transaction* const invite = invite_here(capture);
  if (invite == nullptr) return false;
  const Endpoint& sender = client_host(capture, own);
  if (invite->client == own.client) {
    if (invite->upstream == TransactionId::none || own.client_port != invite->client_port)
      return false;
    const Transaction& front = capture.tracker().transaction(invite->upstream);
    return own.from_tag == invite->from_tag && client_host(capture, front) != sender;
  }
  if (invite->last_branch == TransactionId::none || own.client_port != invite->server_port)
    return false;
  const Transaction& behind = capture.tracker().transaction(invite->last_branch);
  return own.from_tag != invite->from_tag && server_host(capture, behind) != sender;
}

/// The last 2xx of the dialog that set its session timer, before the message judged; null where it
/// is no longer at hand.
const Captured* last_refresh(const Capture& capture) {
  const TransactionId id = capture.find_in_dialog([&](const Transaction& other) {
    return refreshing.has(other.method) && is_success(final_code(capture, other));
  });
  return id == TransactionId::none ? nullptr : capture.at(capture.tracker().transaction(id).final);
}

// A request that an end sent comes over a proxy with two Via.
Verdict is_no_proxy(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const bool forwarded = capture.transaction().upstream != TransactionId::none;
  if (forwarded || capture.record().copy != Copy::none || via_count(seen.message) != 1 ||
      !is_from_proxy_of_dialog(capture))
    return Verdict::holds();
  const Captured* const refresh = last_refresh(capture);
  if (refresh == nullptr || !refresh->message.has(HeaderName::session_expires))
    return Verdict::unknown();
  const auto interval =
      read_field_value(refresh->message.value(HeaderName::session_expires)).number();
  if (!interval) return Verdict::unknown();
  const auto end = std::chrono::seconds(*interval);
  const auto since = capture.since(refresh->id);
  const bool at_its_end =
      since + longest_crossing(capture) >= end && since <= end + times_t1(capture, 64);
  if (!at_its_end) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{*interval},
                            capture.shown(capture.packet().source))
      .resting_on(refresh->packet.frame, capture.frame(invite_here(capture)->request));
}

/// The same 2xx on the next hop: that with its To tag. no_message where it was not captured.
MessageId received_behind(const Capture& capture) {
  const std::uint32_t tag = capture.record().to_tag;
  MessageId found = no_message;
  capture.find_branch([&](const Transaction& branch) {
    found = capture.find_in(branch, [tag](const MessageRecord& message) {
      return is_success(message.code) && message.to_tag == tag && message.copy == Copy::none;
    });
    return found != no_message;
  });
  return found;
}

bool same_interval(const FieldValue& one, const FieldValue& other) {
  return one.number() == other.number() &&
         scan::equal_ignoring_case(one.parameters.value("refresher").value_or(""),
                                   other.parameters.value("refresher").value_or(""));
}

Verdict is_passed_on_as_it_was(const Seen& seen) {
  static constexpr Text none{"no Session-Expires", "无此头域"};
  const Capture& capture = *seen.capture;
  if (capture.transaction().last_branch == TransactionId::none) return Verdict::holds();
  const Captured* const received = capture.at(received_behind(capture));
  if (received == nullptr || header_section_cut(received->message)) return Verdict::unknown();
  const Header* const before = received->message.find(HeaderName::session_expires);
  if (before == nullptr) return Verdict::holds();
  const FieldValue was = read_field_value(before->value);
  if (!was.number()) return Verdict::unknown();
  const Header* const now = seen.message.find(HeaderName::session_expires);
  if (now != nullptr && same_interval(read_field_value(now->value), was)) return Verdict::holds();
  const std::uint64_t frame = received->packet.frame;
  const std::string_view bytes = now == nullptr ? seen.message.start_line : row_of(*now);
  const Value passed = now == nullptr ? Value(none) : Value(now->value);
  return Verdict::broken_at(bytes, before->value, passed, frame)
      .resting_on(received->packet.frame, capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "SES-08",
     .slug = "session-not-refreshed",
     .level = Level::must,
     .cite = {4028, "10"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "The {1} did not refresh the session within {0} s and kept the call in frame "
                      "{2}: its peer may take it for ended.",
                .zh = "{1} 未在 {0} 秒内刷新会话，帧 {2} 时仍保持着呼叫，对端可能认为呼叫已结束。"},
     .check = is_refreshed},
    {.code = "SES-09",
     .slug = "session-kept-after-expiry",
     .level = Level::should,
     .cite = {4028, "10"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "No refresh came within {0} s, and the {1} still had the call in frame {2}: it "
                    "should have sent BYE before.",
                .zh = "{0} 秒内没有刷新，{1} 在帧 {2} 时仍保持着呼叫，它应当在到期前发送 BYE。"},
     .check = is_ended},
    {.code = "SES-10",
     .slug = "bye-from-proxy-on-expiry",
     .level = Level::must,
     .cite = {4028, "8.3"},
     .applies_to = {.methods = {Method::bye},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::gap_free}},
     .broken = {.en =
                    "BYE made by {1}, a proxy of this call, when its session of {0} s ran out: it "
                    "may drop its state then, and must not send BYE.",
                .zh = "{0} 秒的会话到期时，本呼叫的代理服务器 {1} 自行发出 BYE；"
                      "它只可清除自己的状态，不得发送 BYE。"},
     .check = is_no_proxy},
    {.code = "SES-11",
     .slug = "session-expires-changed-by-proxy",
     .level = Level::must,
     .cite = {4028, "8.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "The proxy got Session-Expires {0} in frame {2} and passed on {1}: the two "
                      "ends count on different timers.",
                .zh = "代理服务器在帧 {2} 收到 Session-Expires {0}，转发的却是 {1}，"
                      "双方的会话定时器不再一致。"},
     .check = is_passed_on_as_it_was},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> session_expiry{table};

}  // namespace sipgloss::subject
