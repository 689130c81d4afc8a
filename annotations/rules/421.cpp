// SPDX-License-Identifier: MIT
// 421 Extension Required. RFC 3261 sections 8.2.4, 20.32 and 21.4.16.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K421-1",
     .slug = "421-without-require",
     .level = Level::must,
     .cite = {3261, "21.4.16"},
     .applies_to = {.codes = {421},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "421 names no extension in Require: the client cannot learn which one it has "
                      "to support.",
                .zh = "421 响应没有用 Require 头域列出任何扩展，客户端不知道必须支持哪个扩展。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::require); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_421{table};

}  // namespace sipgloss::subject
