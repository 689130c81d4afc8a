// SPDX-License-Identifier: MIT
// 400 Bad Request. RFC 3261 section 21.4.1.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K400-1",
     .slug = "400-without-cause",
     .level = Level::should,
     .cite = {3261, "21.4.1"},
     .applies_to = {.codes = {400},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "400 does not say what is wrong with the request, neither in the reason "
                      "phrase nor in Warning, Reason or a body.",
                .zh = "400 响应没有说明请求错在哪里：原因短语、Warning、Reason 和消息体中都没有。"},
     .check = [](const Seen& seen) { return tells_its_cause(seen.message); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_400{table};

}  // namespace sipgloss::subject
