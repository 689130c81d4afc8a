// SPDX-License-Identifier: MIT
// The session timer in a 2xx. RFC 4028 sections 4 and 9.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// In responses to other methods Session-Expires has no business at all: another rule's matter.
constexpr Set<Method> refreshing = {Method::invite, Method::update};

/// RFC 4028 section 4.
constexpr std::uint32_t least_interval = 90;
constexpr std::uint32_t least_own_choice = 1800;

struct SessionExpires {
  const Header* header = nullptr;
  FieldValue field;
};

SessionExpires session_expires_of(const Message& response) {
  const Header* const header = response.find(HeaderName::session_expires);
  if (header == nullptr) return {};
  return {header, read_field_value(header->value)};
}

Verdict names_refresher(const Seen& seen) {
  const auto [header, field] = session_expires_of(seen.message);
  if (header == nullptr) return Verdict::holds();
  if (!field.parameters.value("refresher").value_or("").empty()) return Verdict::holds();
  return Verdict::broken_at(row_of(*header), field.value);
}

Verdict uac_has_to_refresh(const Seen& seen) {
  const auto [header, field] = session_expires_of(seen.message);
  if (header == nullptr) return Verdict::holds();
  const std::string_view refresher = field.parameters.value("refresher").value_or("");
  if (!scan::equal_ignoring_case(refresher, "uac") ||
      lists_token(seen.message, HeaderName::require, "timer")) {
    return Verdict::holds();
  }
  return Verdict::broken_at(row_of(*header), field.value);
}

/// Whether the answering side chose the interval. A server repeats the one that it was asked for
/// (RFC 4028 section 9), and within a dialog the one that was agreed on.
bool is_own_choice(const Capture& capture) {
  const Captured* const request = capture.request();
  return request != nullptr && !header_section_cut(request->message) &&
         !request->message.to().tag && !request->message.has(HeaderName::session_expires);
}

Verdict interval_is_long_enough(const Seen& seen) {
  const auto [header, field] = session_expires_of(seen.message);
  if (header == nullptr) return Verdict::holds();
  const std::optional<std::uint32_t> interval = field.number();
  if (!interval) return Verdict::unknown();
  constexpr Text too_short = {"90 s is the least that is allowed", "下限是 90 秒"};
  constexpr Text chosen_short = {"nobody asked for less than 1800 s", "请求并未要求低于 1800 秒"};
  if (*interval < least_interval) return Verdict::broken_at(row_of(*header), *interval, too_short);
  if (*interval >= least_own_choice || !is_own_choice(*seen.capture)) return Verdict::holds();
  return Verdict::broken_at(row_of(*header), *interval, chosen_short);
}

constexpr Rule table[] = {
    {.code = "SES-01",
     .slug = "session-expires-without-refresher",
     .level = Level::must,
     .cite = {4028, "9"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "Session-Expires {0} without refresher: the peers do not agree on who refreshes "
                "the session.",
          .zh = "Session-Expires {0} 没有 refresher 参数，双方对由谁刷新会话没有约定。"},
     .check = names_refresher},
    {.code = "SES-02",
     .slug = "refresher-uac-without-require-timer",
     .level = Level::must,
     .cite = {4028, "9"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "refresher=uac without Require: timer: if the client does not refresh, the "
                      "session ends after {0} s.",
                .zh =
                    "refresher=uac 却没有 Require: timer，客户端若不刷新，会话会在 {0} 秒后结束。"},
     .check = uac_has_to_refresh},
    {.code = "SES-07",
     .slug = "session-interval-too-short",
     .level = Level::should,
     .cite = {4028, "4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = refreshing,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Session-Expires {0}: {1}, and a short interval may end a healthy call.",
                .zh = "Session-Expires 为 {0} 秒：{1}，间隔过短可能中断正常的呼叫。"},
     .check = interval_is_long_enough},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> session_timer{table};

}  // namespace sipgloss::subject
