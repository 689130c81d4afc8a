// SPDX-License-Identifier: MIT
// 420 Bad Extension. RFC 3261 sections 8.2.2.3, 20.40 and 21.4.15.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K420-1",
     .slug = "420-without-unsupported",
     .level = Level::must,
     .cite = {3261, "21.4.15"},
     .applies_to = {.codes = {420},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "420 names no extension in Unsupported: the client cannot learn which one to "
                      "leave out.",
                .zh = "420 响应没有用 Unsupported 头域列出任何扩展，客户端不知道应去掉哪个扩展。"},
     .check =
         [](const Seen& seen) { return names_a_value(seen.message, HeaderName::unsupported); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_420{table};

}  // namespace sipgloss::subject
