// SPDX-License-Identifier: MIT
// What a response copies from its request. RFC 3261 section 8.2.6.2.
#include "message/scan.hpp"
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "COP-05",
     .slug = "to-tag-replaced",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "The To tag is {0}, but the request was sent to {1}: for the client this is "
                      "another dialog.",
                .zh = "To 头域的 tag 是 {0}，而请求中是 {1}，在客户端看来这属于另一个对话。"},
     .check =
         [](const Seen& seen) {
           const auto asked = seen.capture->request()->message.to().tag();
           const auto answered = seen.message.to().tag();
           // A tag that was left out is another rule's matter.
           if (!asked || asked->empty() || !answered) return Verdict::holds();
           if (scan::equal_ignoring_case(*asked, *answered)) return Verdict::holds();
           return Verdict::broken_at(*answered, *answered, *asked);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> mirror{table};

}  // namespace sipgloss::subject
