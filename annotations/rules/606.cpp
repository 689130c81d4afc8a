// SPDX-License-Identifier: MIT
// 606 Not Acceptable. RFC 3261 sections 20.43 and 21.6.4.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K606-1",
     .slug = "606-without-warning",
     .level = Level::note,
     .cite = {3261, "21.6.4"},
     .applies_to = {.codes = {606},
                    .methods = {Method::invite, Method::update, Method::prack},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "606 without Warning: the client is not told what about its session "
                      "description is not acceptable.",
                .zh = "606 响应缺少 Warning 头域，没有告诉客户端会话描述的哪一点不可接受。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::warning); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_606{table};

}  // namespace sipgloss::subject
