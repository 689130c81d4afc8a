// SPDX-License-Identifier: MIT
// 469 Bad Info Package. RFC 6086 section 4.2.2.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

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
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_469{table};

}  // namespace sipgloss::subject
