// SPDX-License-Identifier: MIT
// 480 Temporarily Unavailable. RFC 3261 section 21.4.18.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K480-1",
     .slug = "480-without-cause",
     .level = Level::note,
     .cite = {3261, "21.4.18"},
     // SHOULD for the end system of the callee alone; a proxy without a location for the user sends
     // the same code, and the response does not show who it was. Hence the level.
     .applies_to = {.codes = {480},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "480 does not say why the callee is unavailable, neither in the reason "
                      "phrase nor in Warning, Reason or a body.",
                .zh =
                    "480 响应没有说明被叫为何不可用：原因短语、Warning、Reason 和消息体中都没有。"},
     .check = [](const Seen& seen) { return tells_its_cause(seen.message); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_480{table};

}  // namespace sipgloss::subject
