// SPDX-License-Identifier: MIT
// 489 Bad Event. RFC 6665 section 8.3.2, RFC 3265 section 7.2, RFC 3903 section 11.1.1, RFC 5057
// section 5.1.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K489-1",
     .slug = "489-without-allow-events",
     .level = Level::should,
     .cite = {3903, "11.1.1"},
     .applies_to = {.codes = {489},
                    .methods = {Method::subscribe, Method::notify, Method::publish},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "489 without Allow-Events: the client cannot learn which event packages would do.",
          .zh = "489 响应缺少 Allow-Events 头域，客户端无从得知可用哪些事件包。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::allow_events); }},
    {.code = "K489-2",
     .slug = "489-outside-events",
     .level = Level::should,
     .cite = {5057, "5.1"},
     .applies_to = {.codes = {489},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "489 to {0}: the code is about the event package of SUBSCRIBE, NOTIFY or PUBLISH.",
          .zh = "对 {0} 的 489 响应：该状态码只针对 SUBSCRIBE、NOTIFY 和 PUBLISH 的事件包。"},
     .check =
         [](const Seen& seen) {
           return is_to(seen.message, {Method::subscribe, Method::notify, Method::publish});
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_489{table};

}  // namespace sipgloss::subject
