// SPDX-License-Identifier: MIT
// 405 Method Not Allowed. RFC 3261 sections 8.2.1, 20.5 and 21.4.6.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K405-1",
     .slug = "405-without-allow",
     .level = Level::must,
     .cite = {3261, "21.4.6"},
     .applies_to = {.codes = {405},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "405 without Allow: the client cannot learn which methods are allowed here.",
                .zh = "405 响应缺少 Allow 头域，客户端无从得知此处允许哪些方法。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::allow)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K405-2",
     .slug = "405-allows-the-method",
     .level = Level::must,
     .cite = {3261, "21.4.6"},
     .applies_to = {.codes = {405},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message},
     .broken = {.en = "405 refuses {0}, and yet Allow lists it: the client cannot tell whether the "
                      "method is "
                      "allowed here.",
                .zh =
                    "405 响应拒绝了 {0}，Allow 头域却又列出它，客户端无法判断此处是否允许该方法。"},
     .check =
         [](const Seen& seen) {
           const std::string_view refused = seen.message.cseq().method_name;
           // Methods are compared with their case (RFC 3261 section 7.1).
           for (const std::string_view method : Values(seen.message, HeaderName::allow)) {
             if (method == refused) return Verdict::broken_at(method, method);
           }
           return Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_405{table};

}  // namespace sipgloss::subject
