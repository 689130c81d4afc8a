// SPDX-License-Identifier: MIT
// 402 Payment Required. RFC 3261 section 21.4.3.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K402-1",
     .slug = "402-unexplained",
     .level = Level::note,
     .cite = {3261, "21.4.3"},
     .applies_to = {.codes = {402},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "402 is reserved for future use and does not explain itself: only the "
                      "operator of the server knows its meaning.",
                .zh = "402 是保留的状态码，此响应也未作说明，含义只有该服务器的运营商知道。"},
     .check = [](const Seen& seen) { return tells_its_cause(seen.message); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_402{table};

}  // namespace sipgloss::subject
