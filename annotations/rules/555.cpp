// SPDX-License-Identifier: MIT
// 555 Push Notification Service Not Supported. RFC 8599 section 8.1.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K555-1",
     .slug = "555-outside-register",
     .level = Level::should,
     .cite = {8599, "8.1"},
     .applies_to = {.codes = {555},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "555 to {0}: the code is defined for REGISTER alone, and here a client can only "
                "take it for a 500.",
          .zh = "对 {0} 的 555 响应：该状态码只为 REGISTER 定义，客户端在此只能当作 500 处理。"},
     .check = [](const Seen& seen) { return is_to(seen.message, {Method::register_}); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_555{table};

}  // namespace sipgloss::subject
