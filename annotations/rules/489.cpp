// SPDX-License-Identifier: MIT
// 489 Bad Event. RFC 6665 section 8.3.2, RFC 3265 section 7.2, RFC 3903 section 11.1.1, RFC 5057
// section 5.1.
#include "rules/capture.hpp"
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
    {.code = "K489-3",
     .slug = "489-allows-the-event",
     .level = Level::must,
     .cite = {6665, "4.4.4"},
     // Allow-Events tells what its sender notifies of: nothing follows from it for NOTIFY and
     // PUBLISH, where the sender of the 489 is to be told.
     .applies_to = {.codes = {489},
                    .methods = {Method::subscribe},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Allow-Events lists {0}, the very event package that this 489 refuses: the "
                      "client cannot tell which is true.",
                .zh =
                    "Allow-Events 头域列有事件包 {0}，而该 489 响应拒绝的正是它，客户端无从判断。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           const std::string_view event = read_field_value(request.value(HeaderName::event)).value;
           // Packages are compared byte by byte: RFC 6665 section 8.2.1.
           for (const std::string_view value : Values(seen.message, HeaderName::allow_events)) {
             if (value == event) return Verdict::broken_at(value, value);
           }
           return Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_489{table};

}  // namespace sipgloss::subject
