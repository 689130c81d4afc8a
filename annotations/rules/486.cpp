// SPDX-License-Identifier: MIT
// 486 Busy Here. RFC 3261 section 21.4.24, RFC 5057 section 5.1.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K486-1",
     .slug = "486-within-dialog",
     .level = Level::should,
     .cite = {5057, "5.1"},
     .applies_to = {.codes = {486},
                    .methods = {Method::invite, Method::options},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "486 to {0} within a dialog: the callee is in this very call already, and the "
                    "client can only take the code for a 400.",
                .zh =
                    "对对话内 {0} 的 486 响应：被叫本就在此呼叫中，客户端只能把它当作 400 处理。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (!is_in_dialog(request)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, request.method_name);
         }},
    {.code = "K486-2",
     .slug = "486-outside-invite",
     .level = Level::note,
     .cite = {3261, "21.4.24"},
     .applies_to = {.codes = {486},
                    .methods = any_method_but({Method::ack, Method::bye}),
                    .evidence = Evidence::message},
     .broken = {.en = "486 to {0}: the code says that the callee takes no further calls, and this "
                      "is no call.",
                .zh = "对 {0} 的 486 响应：该状态码表示被叫不再接新的呼叫，而此请求不是呼叫。"},
     .check =
         [](const Seen& seen) {
           return is_to(seen.message, {Method::invite, Method::options});
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_486{table};

}  // namespace sipgloss::subject
