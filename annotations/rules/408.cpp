// SPDX-License-Identifier: MIT
// 408 Request Timeout. RFC 3261 sections 16.6, 16.8, 17.1.1.2 and 21.4.9, RFC 4320 section 4.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

Verdict decided_early(const Seen& seen, MessageId since, const Text& what) {
  const auto seconds = std::chrono::round<std::chrono::seconds>(seen.capture->since(since)).count();
  return Verdict::broken_at(seen.message.start_line,
                            static_cast<std::uint64_t>(std::max<std::int64_t>(seconds, 0)), what)
      .resting_on(seen.capture->frame(since));
}

/// Timer C, which each provisional response but 100 sets anew, is longer than 3 minutes; without
/// one, Timer B of the hop behind cannot have fired before it would on this one. A second is left
/// to delays.
Verdict is_a_timeout(const Seen& seen) {
  constexpr std::chrono::seconds leeway{1};
  constexpr std::chrono::minutes timer_c{3};
  const Capture& capture = *seen.capture;
  if (came_from_behind(seen)) return Verdict::unknown();
  const MessageId ringing = capture.find_before(
      [](const MessageRecord& record) { return record.code > 100 && record.code < 200; });
  if (ringing != no_message) {
    if (capture.since(ringing) >= timer_c - leeway) return Verdict::holds();
    return decided_early(seen, ringing, {"a provisional response", "临时响应之"});
  }
  const MessageId request = capture.transaction().request;
  if (capture.since(request) >= 64 * capture.settings().t1 - leeway) return Verdict::holds();
  return decided_early(seen, request, {"the INVITE", "发出 INVITE "});
}

constexpr Rule table[] = {
    {.code = "K408-1",
     .slug = "408-to-non-invite",
     .level = Level::must,
     .cite = {4320, "4.2"},
     .applies_to = {.codes = {408},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::older_peer}},
     .broken =
         {.en = "408 to {0}: by then its client has timed out itself, so a server must not send a "
                "408 to "
                "anything but INVITE.",
          .zh = "对 {0} 的 408 响应到达时客户端早已超时；除 INVITE 外，不得用 408 响应任何请求。"},
     .check = [](const Seen& seen) { return is_to(seen.message, {Method::invite}); }},
    {.code = "K408-2",
     .slug = "408-before-timer",
     .level = Level::note,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.codes = {408},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "408 came {0} s after {1}, before a transaction could time out: an "
                      "application decided so, such as a limit for ringing.",
                .zh =
                    "{1}后 {0} 秒就收到 408 响应，事务还不可能超时，应是应用所为，例如振铃过久。"},
     .check = is_a_timeout},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_408{table};

}  // namespace sipgloss::subject
