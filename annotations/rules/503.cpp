// SPDX-License-Identifier: MIT
// 503 Service Unavailable. RFC 3261 sections 20.33 and 21.5.4.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K503-3",
     .slug = "503-without-retry-after",
     .level = Level::note,
     .cite = {3261, "21.5.4"},
     // To PUBLISH more is asked: RFC 3903 section 9 has SHOULD.
     .applies_to = {.codes = {503},
                    .methods = any_method_but({Method::ack, Method::publish}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "503 without Retry-After: the client treats it as a 500 and does not know "
                      "when to come back.",
                .zh = "503 响应缺少 Retry-After 头域，客户端按 500 处理，也不知道何时可以再试。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::retry_after); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_503{table};

}  // namespace sipgloss::subject
