// SPDX-License-Identifier: MIT
// Where a redirected call shall go. RFC 3261 sections 13.3.1.2 and 21.3.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "DLG-33",
     .slug = "redirection-without-contact",
     .level = Level::should,
     .cite = {3261, "13.3.1.2"},
     .applies_to = {.codes = {{300, 302}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "{0} to INVITE without Contact: the caller learns no address to try next.",
                .zh = "对 INVITE 的 {0} 响应缺少 Contact 头域，主叫不知道接下来该呼叫哪个地址。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::contact)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> redirection{table};

}  // namespace sipgloss::subject
