// SPDX-License-Identifier: MIT
// 100 Trying. RFC 3261 sections 8.2.6.2, 17.2.1 and 21.1.1, RFC 3262 section 3, RFC 6432 section 3.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Whether the To tag was there before. What cannot be read in the request, nobody knows.
Verdict adds_no_tag(const Seen& seen) {
  const std::string_view answered = seen.message.to().tag().value_or("");
  if (answered.empty()) return Verdict::holds();
  Defects defects;
  const std::string_view to = seen.capture->request()->message.value(HeaderName::to);
  if (read_name_addr(to, &defects).tag()) return Verdict::holds();
  return to.empty() || !defects.empty() ? Verdict::unknown() : Verdict::broken_at(answered);
}

constexpr Rule table[] = {
    {.code = "K100-1",
     .slug = "100-with-new-to-tag",
     .level = Level::should,
     .cite = {3261, "17.2.1"},
     // To other methods section 8.2.6.2 alone counts, which allows it.
     .applies_to = {.codes = {100},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "100 with a To tag that the INVITE did not have: a 100 makes no dialog, and the "
                "tag of "
                "the next response may differ.",
          .zh =
              "100 响应带有 INVITE 中没有的 To tag，但 100 不建立对话，后续响应的 tag 可能不同。"},
     .check = adds_no_tag},
    {.code = "K100-2",
     .slug = "reliable-100",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {100}, .evidence = Evidence::message},
     .broken = {.en = "100 with {0}: a 100 must not be sent reliably, for it goes one hop only and "
                      "gets no PRACK.",
                .zh = "100 响应带有 {0}，但 100 只走一跳，不得可靠发送，也没有 PRACK 来确认它。"},
     .check =
         [](const Seen& seen) {
           const Message& response = seen.message;
           const Header* const rseq = response.find(HeaderName::rseq);
           if (rseq != nullptr) return Verdict::broken_at(row_of(*rseq), "RSeq");
           const std::string_view tag = find_token(response, HeaderName::require, "100rel");
           if (tag.empty()) return Verdict::holds();
           return Verdict::broken_at(tag, "Require: 100rel");
         }},
    {.code = "K100-5",
     .slug = "100-with-reason",
     .level = Level::note,
     .cite = {6432, "3"},
     .applies_to = {.codes = {100}, .evidence = Evidence::message},
     .broken =
         {.en = "100 with Reason: RFC 6432 leaves 100 out, for it goes one hop only and the Reason "
                "travels no further.",
          .zh =
              "100 响应带有 Reason 头域：RFC 6432 把 100 排除在外，它只走一跳，原因传不出这一跳。"},
     .check =
         [](const Seen& seen) {
           const Header* const reason = seen.message.find(HeaderName::reason);
           return reason == nullptr ? Verdict::holds() : Verdict::broken_at(row_of(*reason));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_100{table};

}  // namespace sipgloss::subject
