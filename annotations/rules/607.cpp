// SPDX-License-Identifier: MIT
// 607 Unwanted. RFC 8197 section 4.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K607-1",
     .slug = "607-within-dialog",
     .level = Level::note,
     .cite = {8197, "4"},
     .applies_to = {.codes = {607},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "607 to {0} within a dialog: the code refuses an offered call or message; a call "
                "that is on is ended by BYE with a Reason of 607.",
          .zh = "对对话内 {0} 的 607 响应：该状态码用于拒绝新的呼叫或消息，已建立的呼叫应以带 "
                "Reason 的 BYE 结束。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (!is_in_dialog(request)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, request.method_name);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_607{table};

}  // namespace sipgloss::subject
