// SPDX-License-Identifier: MIT
// The session timer that a 2xx agrees on, beside what its request asked for. RFC 4028 section 9.
#include "message/scan.hpp"
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::uint32_t least_interval = 90;

const Message& request_of(const Seen& seen) { return seen.capture->request()->message; }

bool supports_timer(const Message& request) {
  return lists_token(request, HeaderName::supported, "timer") ||
         lists_token(request, HeaderName::require, "timer");
}

std::string_view refresher_of(const Message& message) {
  return read_field_value(message.value(HeaderName::session_expires))
      .parameters.value("refresher")
      .value_or("");
}

std::optional<std::uint32_t> interval_of(const Message& message, HeaderName name) {
  if (!message.has(name)) return std::nullopt;
  return read_field_value(message.value(name)).number();
}

std::string_view session_expires_row(const Message& response) {
  return row_of(*response.find(HeaderName::session_expires));
}

Verdict not_longer(const Seen& seen) {
  const auto asked = interval_of(request_of(seen), HeaderName::session_expires);
  const auto granted = interval_of(seen.message, HeaderName::session_expires);
  if (!asked || !granted || *granted <= *asked) return Verdict::holds();
  return Verdict::broken_at(session_expires_row(seen.message), std::uint64_t{*granted},
                            std::uint64_t{*asked});
}

Verdict not_too_short(const Seen& seen) {
  const auto granted = interval_of(seen.message, HeaderName::session_expires);
  if (!granted) return Verdict::holds();
  const auto minimum = interval_of(request_of(seen), HeaderName::min_se);
  // Below 90 seconds is told by the response alone: another rule's matter.
  if (!minimum || *minimum <= least_interval || *granted >= *minimum || *granted < least_interval)
    return Verdict::holds();
  return Verdict::broken_at(session_expires_row(seen.message), std::uint64_t{*granted},
                            std::uint64_t{*minimum});
}

Verdict keeps_refresher(const Seen& seen) {
  static constexpr Text no_timer = {"no support of timers", "不支持会话定时器"};
  const std::string_view chosen = refresher_of(seen.message);
  if (chosen.empty()) return Verdict::holds();
  const std::string_view asked = refresher_of(request_of(seen));
  const std::string_view row = session_expires_row(seen.message);
  if (!asked.empty()) {
    if (scan::equal_ignoring_case(asked, chosen)) return Verdict::holds();
    return Verdict::broken_at(row, chosen, asked);
  }
  const bool by_client = scan::equal_ignoring_case(chosen, "uac");
  if (!by_client || supports_timer(request_of(seen))) return Verdict::holds();
  return Verdict::broken_at(row, chosen, no_timer);
}

constexpr Scope agreed = {.codes = {{200, 299}},
                          .methods = {Method::invite, Method::update},
                          .evidence = Evidence::transaction,
                          .guards = {Guard::request}};

constexpr Rule table[] = {
    {.code = "SES-03",
     .slug = "uas-refreshes-without-require-timer",
     .level = Level::should,
     .cite = {4028, "9"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "refresher=uas without Require: timer: the caller may not notice when the "
                      "refreshes stop.",
                .zh = "refresher=uas 却没有 Require: timer，刷新停止时主叫可能察觉不到。"},
     .check =
         [](const Seen& seen) {
           const bool by_server = scan::equal_ignoring_case(refresher_of(seen.message), "uas");
           if (!by_server || !supports_timer(request_of(seen))) return Verdict::holds();
           if (lists_token(seen.message, HeaderName::require, "timer")) return Verdict::holds();
           return Verdict::broken_at(session_expires_row(seen.message));
         }},
    {.code = "SES-04",
     .slug = "session-interval-raised",
     .level = Level::must,
     .cite = {4028, "9"},
     .applies_to = agreed,
     .broken = {.en = "Session-Expires is {0}, but {1} was asked for: the server may shorten the "
                      "interval and not lengthen it.",
                .zh = "Session-Expires 为 {0}，而请求的是 {1}，服务器只能缩短，不得延长。"},
     .check = not_longer},
    {.code = "SES-05",
     .slug = "session-interval-below-minimum",
     .level = Level::must,
     .cite = {4028, "9"},
     .applies_to = agreed,
     .broken =
         {.en = "Session-Expires is {0}, below the Min-SE {1} of the request: an element on the "
                "way does not bear refreshes so often.",
          .zh =
              "Session-Expires 为 {0}，低于请求的 Min-SE {1}，途中有网元承受不了如此频繁的刷新。"},
     .check = not_too_short},
    {.code = "SES-06",
     .slug = "refresher-not-as-asked",
     .level = Level::must,
     .cite = {4028, "9"},
     .applies_to = agreed,
     .broken = {.en =
                    "refresher is {0}, but the request says {1}: each side will wait for the other "
                    "to refresh.",
                .zh = "refresher 为 {0}，而请求中是{1}，双方会互相等待对方刷新。"},
     .check = keeps_refresher},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> session_interval{table};

}  // namespace sipgloss::subject
