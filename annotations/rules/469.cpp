// SPDX-License-Identifier: MIT
// 469 Bad Info Package. RFC 6086 sections 4.2.1 and 4.2.2.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// So soon that no person hung up in between.
constexpr std::chrono::milliseconds at_once{500};

/// Whether a BYE tells a cause of its own. RFC 3326 section 2.
bool tells_another_cause(const Message& bye) {
  for (const std::string_view value : Values(bye, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    const bool is_sip = scan::equal_ignoring_case(reason.protocol, "SIP");
    if (!is_sip || reason.cause() != 469U) return true;
  }
  return false;
}

/// Whether a BYE follows a 469 to the last INFO of its sender.
Verdict leaves_the_call_alone(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const Transaction& bye = capture.transaction();
  const TransactionId last = capture.find_in_dialog([&bye](const Transaction& other) {
    return other.method == Method::info && other.hop == bye.hop && other.from_tag == bye.from_tag;
  });
  // On the hops behind, and where it is sent again, it is the same BYE.
  const bool is_new = capture.record().copy == Copy::none && bye.upstream == TransactionId::none;
  if (!is_new || last == TransactionId::none) return Verdict::holds();
  const MessageId refusal = tracker.transaction(last).final;
  if (refusal == no_message || tracker.message(refusal).code != 469) return Verdict::holds();
  const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(capture.since(refusal));
  if (waited > at_once || tells_another_cause(seen.message)) return Verdict::holds();
  if (capture.dialog()->failed_by != no_message) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, static_cast<std::uint64_t>(waited.count()))
      .resting_on(capture.frame(refusal));
}

/// Whether the INFO names an Info Package and the 469 does not list it among those that are taken.
Verdict fits_the_info(const Seen& seen) {
  const Message& info = seen.capture->request()->message;
  const Header* const header = info.find(HeaderName::info_package);
  if (header == nullptr) {
    return Verdict::broken_at(seen.message.start_line, Text{"the INFO names no Info Package",
                                                            "该 INFO 没有指明 Info Package"});
  }
  const std::string_view package = read_field_value(header->value).value;
  for (const std::string_view value : Values(seen.message, HeaderName::recv_info)) {
    if (!scan::equal_ignoring_case(read_field_value(value).value, package)) continue;
    return Verdict::broken_at(value, Text{"its Recv-Info lists the package of the INFO",
                                          "其 Recv-Info 列有 INFO 所用的 Info Package"});
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K469-1",
     .slug = "469-without-recv-info",
     .level = Level::must,
     .cite = {6086, "4.2.2"},
     .applies_to = {.codes = {469},
                    .methods = {Method::info},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en =
              "469 without Recv-Info: the client cannot learn which Info Packages the peer takes.",
          .zh = "469 响应缺少 Recv-Info 头域，客户端无从得知对端接收哪些 Info Package。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::recv_info); }},
    {.code = "K469-2",
     .slug = "469-outside-info",
     .level = Level::should,
     .cite = {6086, "4.2.2"},
     .applies_to = {.codes = {469},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en =
              "469 to {0}: the code is about the Info Package of an INFO, and means nothing here.",
          .zh = "对 {0} 的 469 响应：该状态码只针对 INFO 的 Info Package，用在此处没有意义。"},
     .check = [](const Seen& seen) { return is_to(seen.message, {Method::info}); }},
    {.code = "K469-3",
     .slug = "bye-after-469",
     .level = Level::should,
     .cite = {6086, "4.2.1"},
     // MUST NOT, but why a client hangs up is not in the capture. Hence the level.
     .applies_to = {.methods = {Method::bye},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::dialog}},
     .broken = {.en = "BYE only {0} ms after the 469 to an INFO of the same sender: a 469 refuses "
                      "that INFO alone, and the call goes on.",
                .zh = "INFO 收到 469 响应仅 {0} 毫秒，同一方就发送 BYE，但 469 只拒绝该 INFO，"
                      "通话应继续。"},
     .check = leaves_the_call_alone},
    {.code = "K469-4",
     .slug = "469-contradicts-itself",
     .level = Level::should,
     .cite = {6086, "4.2.2"},
     .applies_to = {.codes = {469},
                    .methods = {Method::info},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "469 refuses the Info Package of an INFO, but {0}.",
                .zh = "469 响应用于拒绝 INFO 的 Info Package，但{0}。"},
     .check = fits_the_info},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_469{table};

}  // namespace sipgloss::subject
