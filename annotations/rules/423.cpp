// SPDX-License-Identifier: MIT
// 423 Interval Too Brief. RFC 3261 sections 10.3 and 20.23, RFC 3903 section 6, RFC 6665
// section 4.2.1.1.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K423-1",
     .slug = "423-without-min-expires",
     .level = Level::must,
     .cite = {3261, "10.3"},
     // To other methods the 423 itself is wrong: they refresh nothing that expires.
     .applies_to = {.codes = {423},
                    .methods = {Method::register_, Method::subscribe, Method::publish},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "423 without Min-Expires: the client cannot learn which interval would be "
                      "long enough.",
                .zh = "423 响应缺少 Min-Expires 头域，客户端无从得知有效期至少要多长。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::min_expires)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_423{table};

}  // namespace sipgloss::subject
