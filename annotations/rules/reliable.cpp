// SPDX-License-Identifier: MIT
// Reliable provisional responses. RFC 3262 section 3.
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The row of Require that lists 100rel, among perhaps several; empty when none does.
std::string_view row_requiring_100rel(const Message& response) {
  for (const Header& header : response.headers) {
    if (header.name != HeaderName::require) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      if (scan::equal_ignoring_case(take_list_value(rest), "100rel")) return row_of(header);
    }
  }
  return {};
}

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
           const std::string_view require = row_requiring_100rel(seen.message);
           const Header* const rseq = seen.message.find(HeaderName::rseq);
           if (require.empty() == (rseq == nullptr)) return Verdict::holds();
           return rseq == nullptr ? Verdict::broken_at(require, "Require: 100rel", "RSeq")
                                  : Verdict::broken_at(row_of(*rseq), "RSeq", "Require: 100rel");
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> reliable{table};

}  // namespace sipgloss::subject
