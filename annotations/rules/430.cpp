// SPDX-License-Identifier: MIT
// 430 Flow Failed. RFC 5626 sections 5.3.1 and 11.5.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K430-1",
     .slug = "430-to-client",
     .level = Level::note,
     .cite = {5626, "11.5"},
     .applies_to = {.codes = {430},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "430 reaches the client, for there is one Via left: it is meant for a proxy, "
                      "which tries "
                      "another flow.",
                .zh = "响应只剩一个 Via，可见 430 "
                      "已到达客户端，而它本是让代理服务器改试其他流（flow）的。"},
     .check =
         [](const Seen& seen) {
           const std::string_view last = seen.message.top_via().raw;
           if (last.empty()) return Verdict::unknown();
           return seen.message.second_via().empty() ? Verdict::broken_at(last) : Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_430{table};

}  // namespace sipgloss::subject
