// SPDX-License-Identifier: MIT
// 503 Service Unavailable. RFC 3261 sections 16.7, 20.33 and 21.5.4.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// What was sent so soon may have been under way when the 503 came.
constexpr std::chrono::milliseconds under_way{500};

/// Whether a new request keeps away from a server that asked for a pause.
Verdict keeps_away(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const Pause& pause = capture.hop().pauses[own.client ? 0 : 1];
  if (pause.asked_by == no_message || capture.packet().time >= pause.until) return Verdict::holds();
  const bool sent_again = capture.record().copy != Copy::none;
  if (sent_again || own.facts.in_dialog || capture.since(pause.asked_by) < under_way)
    return Verdict::unknown();
  const Captured* const refusal = capture.at(pause.asked_by);
  // Several clients behind one address translator: each got its own 503, or none.
  const bool same_client =
      refusal != nullptr &&
      scan::equal_ignoring_case(refusal->message.top_via().sent_by, seen.message.top_via().sent_by);
  if (!same_client) return Verdict::unknown();
  const auto left = std::chrono::ceil<std::chrono::seconds>(pause.until - capture.packet().time);
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name,
                            static_cast<std::uint64_t>(left.count()))
      .resting_on(refusal->packet.frame);
}

/// Whether a proxy keeps the 503 of the next hop to itself.
Verdict was_not_passed_on(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const std::uint32_t tag = capture.record().to_tag;
  const TransactionId branch = capture.find_branch([&](const Transaction& other) {
    if (other.final == no_message) return false;
    const MessageRecord& final = tracker.message(other.final);
    return final.code == 503 && final.to_tag == tag;
  });
  if (branch == TransactionId::none || tag == 0) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line)
      .resting_on(capture.frame(tracker.transaction(branch).final),
                  capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "K503-3",
     .slug = "503-without-retry-after",
     .level = Level::note,
     .cite = {3261, "21.5.4"},
     // To PUBLISH more is asked: RFC 3903 section 9 has SHOULD.
     .applies_to = {.codes = {503},
                    .methods = any_method_but({Method::ack, Method::publish}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "503 without Retry-After: the client treats it as a 500 and does not know "
                      "when to come back.",
                .zh = "503 响应缺少 Retry-After 头域，客户端按 500 处理，也不知道何时可以再试。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::retry_after); }},
    {.code = "K503-1",
     .slug = "request-in-pause-of-503",
     .level = Level::should,
     .cite = {3261, "21.5.4"},
     // OPTIONS may ask whether the server is back; the others go with requests of their own.
     .applies_to = {.methods = any_method_but(
                        {Method::ack, Method::cancel, Method::prack, Method::options}),
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::gap_free}},
     .broken = {.en = "{0} to a server whose 503 asked for a pause, with {1} s of it left: the "
                      "client should turn to another server.",
                .zh = "服务器曾用 503 响应要求暂停，还剩 {1} 秒，此时不应当向它发送 "
                      "{0}，应改用其他服务器。"},
     .check = keeps_away},
    {.code = "K503-2",
     .slug = "503-passed-on",
     .level = Level::should,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {503},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "The proxy passed on a 503 of the next hop and should have sent 500: the "
                      "client now takes the proxy itself for unavailable.",
                .zh = "代理服务器把下一跳的 503 "
                      "照样转发，客户端会以为代理服务器自己不可用，应当改为 500。"},
     .check = was_not_passed_on},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_503{table};

}  // namespace sipgloss::subject
