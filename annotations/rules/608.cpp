// SPDX-License-Identifier: MIT
// 608 Rejected. RFC 8688 section 3.1.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K608-1",
     .slug = "608-without-call-info",
     .level = Level::should,
     .cite = {8688, "3.1"},
     // MUST, unless the caller is likely to abuse the contact; that is not in the capture. Hence
     // the level.
     .applies_to = {.codes = {608},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "608 without Call-Info: the caller cannot learn whom to ask why the call was "
                      "blocked.",
                .zh = "608 响应缺少 Call-Info 头域，主叫无从得知该向谁询问呼叫为何被拦截。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::call_info); }},
    {.code = "K608-2",
     .slug = "608-call-info-without-jwscard",
     .level = Level::must,
     .cite = {8688, "3.1"},
     .applies_to = {.codes = {608},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "608 with Call-Info, but without purpose=jwscard: the caller finds no signed "
                      "card of who blocked the call.",
                .zh =
                    "608 响应的 Call-Info 头域没有 purpose=jwscard，主叫得不到拦截方签名的名片。"},
     .check =
         [](const Seen& seen) {
           std::string_view first;
           for (const std::string_view value : Values(seen.message, HeaderName::call_info)) {
             const auto purpose = read_name_addr(value).parameters.value("purpose");
             if (scan::equal_ignoring_case(purpose.value_or(""), "jwscard"))
               return Verdict::holds();
             if (first.empty()) first = value;
           }
           return first.empty() ? Verdict::unknown() : Verdict::broken_at(first);
         }},
    {.code = "K608-3",
     .slug = "608-within-dialog",
     .level = Level::should,
     .cite = {8688, "3.1"},
     .applies_to = {.codes = {608},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "608 to {0} within a dialog: the code blocks an offered call or message, and "
                      "this one was let through long ago.",
                .zh =
                    "对对话内 {0} 的 608 响应：该状态码用于拦截新的呼叫或消息，而此呼叫早已放行。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (!is_in_dialog(request)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, request.method_name);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_608{table};

}  // namespace sipgloss::subject
