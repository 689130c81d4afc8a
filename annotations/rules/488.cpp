// SPDX-License-Identifier: MIT
// 488 Not Acceptable Here. RFC 3261 sections 13.3.1.3, 14.2 and 21.4.26, RFC 3311 section 5.2.
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
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_488{table};

}  // namespace sipgloss::subject
