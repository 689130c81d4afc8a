// SPDX-License-Identifier: MIT
// What a response must say when it makes a dialog. RFC 3261 sections 12.1.1 and 20 (table 2).
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "DLG-01",
     .slug = "2xx-without-contact",
     .level = Level::must,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en =
                    "{0} to INVITE without Contact: the caller learns no address for ACK and BYE.",
                .zh = "对 INVITE 的 {0} 响应缺少 Contact 头域，主叫不知道 ACK 和 BYE 应发往何处。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::contact)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> dialog{table};

}  // namespace sipgloss::subject
