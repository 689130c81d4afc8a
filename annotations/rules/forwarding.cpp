// SPDX-License-Identifier: MIT
// What a proxy does to a response on its way upstream: one Via less, at once, and nothing else. RFC
// 3261 section 16.7.
#include <chrono>

#include "rules/across_proxy.hpp"

namespace sipgloss::subject {
namespace {

using std::chrono::nanoseconds;

constexpr Text via_left_on{"its own Via left on top", "没有去掉自己的 Via"};
constexpr Text via_too_few{"one Via too many taken off", "多去掉了一个 Via"};
constexpr Text the_body{"the body", "消息体"};
constexpr Text a_body{"a body", "消息体"};
constexpr Text removed_text{"removed", "删除"};
constexpr Text added_text{"added", "添加"};
constexpr Text changed_text{"changed", "改动"};

/// Whether the sender of the request itself sends its response, to where it got the request from.
bool has_via_of_its_sender(const Capture& capture, const Transaction& upstream) {
  const Transaction& own = capture.transaction();
  const Packet& packet = capture.packet();
  const Endpoint& proxy = client_host(capture, own);
  return is_same_host(packet.source, proxy) && !is_same_host(proxy, server_host(capture, own)) &&
         is_same_host(packet.destination, client_host(capture, upstream)) &&
         !is_same_host(proxy, client_host(capture, upstream));
}

/// Whether the response goes from the server of a branch to its client, without the Via of that.
bool lacks_via_of_a_branch(const Capture& capture) {
  const Packet& packet = capture.packet();
  const Transaction& own = capture.transaction();
  if (is_same_host(packet.source, server_host(capture, own)) ||
      !is_same_host(packet.destination, server_host(capture, own)))
    return false;
  return capture.find_branch([&](const Transaction& branch) {
    return branch.last_branch != TransactionId::none &&
           is_same_host(packet.source, server_host(capture, branch)) &&
           is_same_host(packet.destination, client_host(capture, branch)) &&
           !is_same_host(packet.source, packet.destination);
  }) != TransactionId::none;
}

Verdict has_one_via_less(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const Transaction* const upstream = capture.upstream();
  if (upstream != nullptr && has_via_of_its_sender(capture, *upstream)) {
    const MessageRecord& record = capture.record();
    const MessageId received = capture.find_before([&record](const MessageRecord& earlier) {
      return earlier.code == record.code && earlier.to_tag == record.to_tag;
    });
    if (received == no_message) return Verdict::unknown();
    return Verdict::broken_at(seen.message.top_via().raw, seen.message.status_code, via_left_on)
        .resting_on(capture.frame(received), capture.frame(upstream->request));
  }
  if (own.last_branch == TransactionId::none) return Verdict::unknown();
  if (!lacks_via_of_a_branch(capture)) return Verdict::holds();
  return Verdict::broken_at(seen.message.top_via().raw, seen.message.status_code, via_too_few);
}

/// The first message of a transaction that `wanted` takes; no_message when none does.
template <typename Wanted>
MessageId first_in(const Capture& capture, const Transaction& transaction, Wanted wanted) {
  MessageId first = no_message;
  any_from(capture, transaction.last, [&](MessageId id, const MessageRecord& record) {
    if (wanted(record)) first = id;
    return false;
  });
  return first;
}

/// Whether a response is one that may be the other, passed on or sent again.
bool is_the_same(const MessageRecord& one, const MessageRecord& other) {
  return one.code == other.code && one.to_tag == other.to_tag && !one.from_client;
}

/// When the response was last captured behind the proxy, until then.
Time last_received(const Capture& capture, Time until) {
  Time last = capture.record().time;
  capture.find_in(capture.transaction(), [&](const MessageRecord& record) {
    if (is_the_same(record, capture.record()) && record.time <= until)
      last = std::max(last, record.time);
    return false;
  });
  return last;
}

/// Whether a tag upstream is none of those that came from behind: the proxy made it up.
bool is_unknown_tag(const Capture& capture, const Transaction& upstream, std::uint32_t tag) {
  return capture.find_branch_of(upstream, [&](const Transaction& branch) {
    return capture.find_in(branch, [tag](const MessageRecord& record) {
      return record.is_response() && record.to_tag == tag;
    }) != no_message;
  }) == TransactionId::none;
}

/// Whether something went upstream that may be the response with another code or another tag.
bool went_in_another_form(const Capture& capture, const Transaction& upstream) {
  const MessageRecord& own = capture.record();
  return capture.find_in(upstream, [&](const MessageRecord& record) {
    const bool same_class = record.code > 100 && record.code / 100 == own.code / 100;
    return same_class && record.time >= own.time - reordering &&
           (record.to_tag == own.to_tag || is_unknown_tag(capture, upstream, record.to_tag));
  }) != no_message;
}

/// Whether nothing was lost on either side of the proxy from the response on, and it is too small
/// to have gone in fragments, of which captures often lack all but the first.
bool would_be_seen(const Seen& seen, const Transaction& upstream) {
  constexpr std::size_t surely_whole = 1100;
  const Capture& capture = *seen.capture;
  const Time since = capture.record().time;
  return seen.message.bytes.size() <= surely_whole && upstream.answered &&
         is_gap_free_since(capture, since) && capture.tracker().hop(upstream.hop).last_gap < since;
}

/// How long a 2xx was sent again and again in vain; nothing where the caller may have got it.
std::optional<nanoseconds> success_kept_back(const Capture& capture, const Transaction& upstream) {
  const MessageRecord& own = capture.record();
  if (upstream.final != no_message && !is_success(final_code(capture, upstream)))
    return std::nullopt;
  const Time last = last_received(capture, Time::max());
  const auto heard = capture.tracker().last_from_server(upstream);
  if (last - own.time <= longest_crossing(capture)) return std::nullopt;
  if (!heard || *heard <= last) return std::nullopt;
  return last - own.time;
}

Verdict never_went(const Seen& seen, const Transaction& upstream) {
  const Capture& capture = *seen.capture;
  const bool is_acknowledged = capture.record().followed_by != no_message;
  // A provisional response is sent once: one packet that the capture lost would look the same.
  if (!is_success(seen.message.status_code) || is_acknowledged || !would_be_seen(seen, upstream) ||
      went_in_another_form(capture, upstream))
    return Verdict::unknown();
  const auto waited = success_kept_back(capture, upstream);
  if (!waited) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_ms(*waited))
      .resting_on(capture.frame(upstream.request), capture.frame(upstream.final));
}

Verdict goes_on_at_once(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction* const upstream = capture.upstream();
  if (upstream == nullptr || upstream->request == no_message) return Verdict::unknown();
  const Tracker& tracker = capture.tracker();
  const MessageRecord& own = capture.record();
  const MessageId sent_on = first_in(capture, *upstream, [&own](const MessageRecord& record) {
    return is_the_same(record, own) && record.time >= own.time - reordering;
  });
  // Clocks of two captures that were put together may differ; then the request shows it too.
  const bool clocks_agree = tracker.message(capture.transaction().request).time >=
                            tracker.message(upstream->request).time - reordering;
  const bool seen_once = upstream->same_branch == TransactionId::none &&
                         !is_seen_elsewhere(capture, capture.transaction_id());
  if (!clocks_agree || !seen_once || !comes_from_server(capture, capture.packet()))
    return Verdict::unknown();
  if (sent_on == no_message) return never_went(seen, *upstream);
  const Time time = tracker.message(sent_on).time;
  const nanoseconds waited = time - last_received(capture, time);
  if (waited <= longest_crossing(capture)) return Verdict::holds();
  if (tracker.hop(upstream->hop).last_gap >= own.time) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_ms(waited))
      .resting_on(capture.frame(sent_on), capture.frame(upstream->request));
}

/// Whether two responses are of the same callee, whatever their tags: the same Contact, or the same
/// body.
bool is_of_same_callee(const Message& one, const Message& other) {
  const std::string_view contact = one.value(HeaderName::contact);
  if (!contact.empty() && contact == other.value(HeaderName::contact)) return true;
  return !one.body.empty() && one.body == other.body && !one.truncated && !other.truncated;
}

/// Whether what came from behind went upstream with its own tag: then the response that is judged
/// is another.
bool went_with_its_tag(const Capture& capture, std::uint32_t tag) {
  const unsigned code = capture.record().code;
  return capture.find_in(capture.transaction(), [code, tag](const MessageRecord& record) {
    return record.code == code && record.to_tag == tag;
  }) != no_message;
}

Verdict keeps_to_tag(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.last_branch == TransactionId::none) return Verdict::unknown();
  const auto tag = seen.message.to().tag;
  // In a dialog and where no tag is left, other rules speak.
  if (own.facts.in_dialog || !tag || tag->empty()) return Verdict::unknown();
  if (!is_unknown_tag(capture, own, capture.record().to_tag)) return Verdict::holds();
  const Captured* const received =
      find_received(capture, [&](const Captured& candidate, const MessageRecord& record) {
        return capture.since(candidate.id) <= longest_crossing(capture) &&
               !went_with_its_tag(capture, record.to_tag) &&
               is_of_same_callee(candidate.message, seen.message);
      });
  if (received == nullptr) return Verdict::unknown();  // of a branch that was not captured
  const std::string_view before = received->message.to().tag.value_or("");
  const Value old = before.empty() ? Value(Text{"none", "（无）"}) : Value(before);
  return Verdict::broken_at(*tag, seen.message.status_code, *tag, old)
      .resting_on(received->packet.frame, capture.frame(own.request));
}

/// Header fields of a 1xx or 2xx of which no RFC lets a proxy take any away. Others it may: those
/// about identity, privacy and charging at the edge of a trust domain, Server of its own will.
/// Session-Expires has a rule of its own.
constexpr HeaderName kept_fields[] = {HeaderName::contact,
                                      HeaderName::record_route,
                                      HeaderName::require,
                                      HeaderName::rseq,
                                      HeaderName::supported,
                                      HeaderName::allow,
                                      HeaderName::allow_events,
                                      HeaderName::expires,
                                      HeaderName::service_route,
                                      HeaderName::sip_etag,
                                      HeaderName::authentication_info};

int count_of(const Message& message, HeaderName name) {
  int count = 0;
  for ([[maybe_unused]] const std::string_view value : Values(message, name)) ++count;
  return count;
}

/// What a proxy did to a response.
struct Alteration {
  std::string_view bytes;  ///< of the response as it sent it on
  Value part;
  Text done;
};

std::optional<Alteration> altered_fields(const Message& received, const Message& sent) {
  for (const HeaderName name : kept_fields) {
    if (!received.has(name)) continue;
    const int wanted = count_of(received, name);
    const int enough = name == HeaderName::record_route ? wanted : std::min(wanted, 1);
    if (count_of(sent, name) < enough)
      return Alteration{sent.start_line, name_of(name), removed_text};
  }
  return std::nullopt;
}

/// Whether a body may hold a session description, which relays of media rewrite.
bool may_describe_a_session(const Message& message) {
  const std::string_view type = message.value(HeaderName::content_type);
  return type.empty() || scan::starts_ignoring_case(type, "multipart") ||
         scan::starts_ignoring_case(type, "application/sdp");
}

std::optional<Alteration> altered_body(const Message& received, const Message& sent) {
  if (received.truncated || sent.truncated || received.body == sent.body) return std::nullopt;
  if (sent.body.empty()) return Alteration{sent.start_line, the_body, removed_text};
  const Header* const type = sent.find(HeaderName::content_type);
  const std::string_view mark = type == nullptr ? sent.body : row_of(*type);
  if (received.body.empty()) return Alteration{mark, a_body, added_text};
  if (may_describe_a_session(received) || may_describe_a_session(sent)) return std::nullopt;
  return Alteration{mark, the_body, changed_text};
}

std::optional<Alteration> altered(const Message& received, const Message& sent) {
  if (auto fields = altered_fields(received, sent)) return fields;
  return altered_body(received, sent);
}

Verdict is_passed_on_as_it_came(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.transaction().last_branch == TransactionId::none) return Verdict::unknown();
  const Captured* nearest = nullptr;
  const Captured* const same =
      find_received(capture, [&](const Captured& candidate, const MessageRecord& record) {
        if (record.to_tag != capture.record().to_tag) return false;
        if (header_section_cut(candidate.message)) return false;
        if (nearest == nullptr) nearest = &candidate;
        return !altered(candidate.message, seen.message);
      });
  if (same != nullptr) return Verdict::holds();
  if (nearest == nullptr) return Verdict::unknown();
  const std::optional<Alteration> alteration = altered(nearest->message, seen.message);
  return Verdict::broken_at(alteration->bytes, seen.message.status_code, alteration->part,
                            alteration->done)
      .resting_on(nearest->packet.frame, capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "PRX-01",
     .slug = "proxy-takes-off-other-vias",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 699}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture},
     .broken = {.en = "The proxy sent this {0} on with {1}: who gets it cannot match it to its "
                      "request, and drops it.",
                .zh = "代理服务器转发此 {0} 响应时{1}，收到的一方无法将其与请求匹配，只能丢弃。"},
     .check = has_one_via_less},
    {.code = "PRX-02",
     .slug = "proxy-keeps-response-back",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::capture,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en = "The proxy has to pass this {0} on at once, and {1} ms later it had not gone "
                      "upstream: the caller waits.",
                .zh = "代理服务器必须立即转发此 {0} 响应，而 {1} "
                      "毫秒后仍未向上游发出，主叫只能等待。"},
     .check = goes_on_at_once},
    {.code = "PRX-06",
     .slug = "proxy-changes-to-tag",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken =
         {.en = "The proxy changed the To tag of this {0} from {2} to {1}: caller and callee now "
                "know two different dialogs.",
          .zh = "代理服务器把此 {0} 响应的 To tag 由 {2} 改成了 "
                "{1}：主叫与被叫所认的对话不再相同。"},
     .check = keeps_to_tag},
    {.code = "PRX-07",
     .slug = "proxy-alters-response",
     .level = Level::must,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,

                    .guards = {Guard::request, Guard::truncated, Guard::closed_network}},
     .broken = {.en = "Before this {0} went upstream, the proxy {2} {1}: the caller does not get "
                      "what the callee sent.",
                .zh = "向上游转发此 {0} "
                      "响应前，代理服务器{2}了“{1}”，主叫收到的与被叫发出的不一致。"},
     .check = is_passed_on_as_it_came},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> forwarding{table};

}  // namespace sipgloss::subject
