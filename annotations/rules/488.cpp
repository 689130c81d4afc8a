// SPDX-License-Identifier: MIT
// 488 Not Acceptable Here. RFC 3261 sections 13.3.1.3, 14.2 and 21.4.26, RFC 3311 section 5.2.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K488-1",
     .slug = "488-without-warning",
     .level = Level::should,
     .cite = {3261, "13.3.1.3"},
     .applies_to = {.codes = {488},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "488 without Warning: the client is not told why its session description was "
                      "refused.",
                .zh = "488 响应缺少 Warning 头域，没有告诉客户端会话描述为何被拒绝。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::warning); }},
    {.code = "K488-2",
     .slug = "488-to-request-with-no-offer",
     .level = Level::note,
     .cite = {3261, "13.3.1.3"},
     .applies_to = {.codes = {488},
                    .methods = {Method::invite, Method::update, Method::prack},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "488 to {0} with no body: it brought no session description that could be "
                      "unacceptable.",
                .zh = "{0} 没有消息体，并未携带会话描述，谈不上不可接受，却收到 488 响应。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           // RFC 3911 section 4 and RFC 4412 section 4.6.5 have other uses for a 488.
           const bool other_use =
               request.has(HeaderName::join) || request.has(HeaderName::resource_priority);
           if (other_use || carries_body(request).kind() != Verdict::Kind::broken)
             return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, request.method_name);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_488{table};

}  // namespace sipgloss::subject
