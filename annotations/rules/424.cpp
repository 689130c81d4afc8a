// SPDX-License-Identifier: MIT
// 424 Bad Location Information. RFC 6442 sections 4.1, 4.3 and 4.4.
#include "rules/across_proxy.hpp"
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// A branch on which the request was refused with 424; null where there is none, or its request is
/// no longer at hand.
const Captured* refused_behind(const Capture& capture) {
  const TransactionId behind = capture.find_branch([&](const Transaction& branch) {
    return branch.final != no_message && capture.tracker().message(branch.final).code == 424;
  });
  return behind == TransactionId::none ? nullptr
                                       : capture.at(capture.tracker().transaction(behind).request);
}

bool has_location(const Captured* request) {
  return request != nullptr && request->message.has(HeaderName::geolocation);
}

/// Behind a proxy that adds a location another rule speaks; without a location there as well, that
/// is said there.
Verdict had_location(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (has_location(capture.request())) return Verdict::holds();
  if (came_from_behind(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line);
}

/// Whether two values are the same but for white space.
bool same_but_for_spaces(std::string_view one, std::string_view other) {
  while (true) {
    one = scan::trim_left(one);
    other = scan::trim_left(other);
    if (one.empty() || other.empty()) return one.empty() && other.empty();
    if (one.front() != other.front()) return false;
    one.remove_prefix(1);
    other.remove_prefix(1);
  }
}

/// What of the location in a 424 is not as it was.
std::optional<Part> changed_location(const Message& received, const Message& sent) {
  const std::pair<HeaderName, Text> fields[] = {
      {HeaderName::geolocation, {"with another Geolocation", "但改动了 Geolocation"}},
      {HeaderName::geolocation_error,
       {"with another Geolocation-Error", "但改动了 Geolocation-Error"}}};
  for (const auto& [name, text] : fields) {
    if (same_but_for_spaces(received.value(name), sent.value(name))) continue;
    return Part{sent.has(name) ? row_of(*sent.find(name)) : sent.start_line, text};
  }
  if (received.truncated || sent.truncated) return std::nullopt;
  const std::optional<Body> before = find_body(received, "application", "pidf+xml");
  const std::optional<Body> after = find_body(sent, "application", "pidf+xml");
  if ((before ? before->content : "") == (after ? after->content : "")) return std::nullopt;
  return Part{after ? after->content : sent.start_line,
              {"with another location in its body", "但改动了消息体中的位置信息"}};
}

Verdict is_passed_on_rightly(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!came_from_behind(seen)) return Verdict::unknown();
  const Captured* const request = refused_behind(capture);
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  if (has_location(request) && !has_location(capture.request())) {
    constexpr Text own{"though it had added the location itself", "而该位置信息是它自己添加的"};
    return Verdict::broken_at(seen.message.start_line, own)
        .resting_on(request->packet.frame, capture.frame(capture.transaction().request));
  }
  const Captured* const received =
      find_received(capture, [&](const Captured& candidate, const MessageRecord& record) {
        return record.to_tag == capture.record().to_tag && !header_section_cut(candidate.message);
      });
  if (received == nullptr) return Verdict::unknown();
  const std::optional<Part> part = changed_location(received->message, seen.message);
  if (!part) return Verdict::holds();
  return Verdict::broken_at(part->bytes, part->name).resting_on(received->packet.frame);
}

/// Why a dialog ends is only to be seen where Reason tells it.
Verdict ends_for_another_cause(const Seen& seen) {
  const Capture& capture = *seen.capture;
  for (const std::string_view value : Values(seen.message, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    if (!scan::equal_ignoring_case(reason.protocol, "SIP") || reason.cause() != 424U) continue;
    const TransactionId refused = capture.find_in_dialog([&](const Transaction& other) {
      return other.final != no_message && capture.tracker().message(other.final).code == 424;
    });
    // Of another leg the cause may be the INVITE's.
    if (refused == TransactionId::none) return Verdict::unknown();
    return Verdict::broken_at(value).resting_on(
        capture.frame(capture.tracker().transaction(refused).final));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K424-1",
     .slug = "424-without-geolocation-error",
     .level = Level::must,
     .cite = {6442, "4.3"},
     .applies_to = {.codes = {424},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "424 without Geolocation-Error: the client cannot learn what is wrong with "
                      "the location it sent.",
                .zh =
                    "424 响应缺少 Geolocation-Error 头域，客户端无从得知所发的位置信息错在哪里。"},
     .check =
         [](const Seen& seen) { return carries(seen.message, HeaderName::geolocation_error); }},
    {.code = "K424-2",
     .slug = "424-to-request-with-no-geolocation",
     .level = Level::must,
     .cite = {6442, "4.3"},
     .applies_to = {.codes = {424},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "424 to a request that has no Geolocation: its client may not know the "
                      "extension, and sent no "
                      "location to correct.",
                .zh = "请求没有 Geolocation 头域，却得到 424 "
                      "响应：客户端可能不支持该扩展，也没有位置信息可更正。"},
     .check = had_location},
    {.code = "K424-3",
     .slug = "dialog-ended-for-424",
     .level = Level::must,
     .cite = {6442, "4.3"},
     .applies_to = {.methods = {Method::bye},
                    .about = About::request,
                    .evidence = Evidence::dialog},
     .broken = {.en = "This BYE gives a 424 as its reason: a 424 ends its own transaction, and "
                      "must not terminate "
                      "the dialog.",
                .zh =
                    "这个 BYE 以 424 响应为由，但 424 只结束它所在的事务，不得终止已建立的对话。"},
     .check = ends_for_another_cause},
    {.code = "PRX-15",
     .slug = "proxy-passes-on-424",
     .level = Level::must,
     .cite = {6442, "4.3"},
     .applies_to = {.codes = {424},
                    .methods = forwarded_methods,
                    .evidence = Evidence::capture,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "The proxy passed this 424 on {0}: the caller cannot correct the location "
                      "by it.",
                .zh = "代理服务器向上游转发了此 424 响应，{0}，主叫无法据此更正位置信息。"},
     .check = is_passed_on_rightly},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_424{table};

}  // namespace sipgloss::subject
