// SPDX-License-Identifier: MIT
// Reliable provisional responses. RFC 3262 section 3.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "REL-02",
     .slug = "reliable-1xx-incomplete",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "{0} without {1}: a reliable provisional response carries both, and PRACK "
                      "needs them.",
                .zh = "有 {0} 而无 {1}，可靠的临时响应必须同时携带两者，否则无法用 PRACK 确认。"},
     .check =
         [](const Seen& seen) {
           const bool required = lists_token(seen.response, HeaderName::require, "100rel");
           const Header* const rseq = seen.response.find(HeaderName::rseq);
           if (required == (rseq != nullptr)) return Verdict::holds();
           if (required) {
             return Verdict::broken_at(row_of(*seen.response.find(HeaderName::require)),
                                       "Require: 100rel", "RSeq");
           }
           return Verdict::broken_at(row_of(*rseq), "RSeq", "Require: 100rel");
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> reliable{table};

}  // namespace sipgloss::subject
