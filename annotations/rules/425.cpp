// SPDX-License-Identifier: MIT
// 425 Bad Alert Message. RFC 8876 sections 5.1 and 5.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// The alert is in the body, or Call-Info points to it (RFC 8876 section 3).
Verdict had_alert(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (find_body(request, "application", "EmergencyCallData.cap+xml")) return Verdict::holds();
  for (const std::string_view value : Values(request, HeaderName::call_info)) {
    const auto purpose = read_name_addr(value).parameters.value("purpose").value_or("");
    if (scan::equal_ignoring_case(purpose, "EmergencyCallData.cap")) return Verdict::holds();
  }
  // It may lie in what was cut off or encoded.
  if (request.truncated || request.has(HeaderName::content_encoding) || came_from_behind(seen))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line);
}

constexpr Rule table[] = {
    {.code = "K425-1",
     .slug = "425-without-alertmsg-error",
     .level = Level::must,
     .cite = {8876, "5.1"},
     .applies_to = {.codes = {425},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "425 without AlertMsg-Error: the client cannot learn what is wrong with the "
                      "alert it sent.",
                .zh = "425 响应缺少 AlertMsg-Error 头域，客户端无从得知所发的告警错在哪里。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::alertmsg_error); }},
    {.code = "K425-2",
     .slug = "425-to-request-with-no-alert",
     .level = Level::must,
     .cite = {8876, "5.1"},
     .applies_to = {.codes = {425},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "425 to a request that has no alert: its client may not know the extension, "
                      "and sent no alert "
                      "to correct.",
                .zh =
                    "请求中没有告警，却得到 425 响应：客户端可能不支持该扩展，也没有告警可更正。"},
     .check = had_alert},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_425{table};

}  // namespace sipgloss::subject
