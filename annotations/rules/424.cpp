// SPDX-License-Identifier: MIT
// 424 Bad Location Information. RFC 6442 sections 4.3 and 4.4.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// A proxy that adds a location answers for it: on the hop before, the fault is the proxy's.
Verdict had_location(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.request()->message.has(HeaderName::geolocation)) return Verdict::holds();
  const TransactionId behind = capture.find_branch([&](const Transaction& branch) {
    return branch.final != no_message && capture.tracker().message(branch.final).code == 424;
  });
  if (behind != TransactionId::none) {
    const Captured* const request = capture.at(capture.tracker().transaction(behind).request);
    // Without one there as well, that is said there.
    if (request == nullptr || !request->message.has(HeaderName::geolocation))
      return Verdict::unknown();
  }
  return Verdict::broken_at(seen.message.start_line);
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
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_424{table};

}  // namespace sipgloss::subject
