// SPDX-License-Identifier: MIT
// 470 Consent Needed. RFC 5360 sections 5.9.2 and 5.9.3.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K470-1",
     .slug = "470-without-permission-missing",
     .level = Level::should,
     .cite = {5360, "5.9.2"},
     .applies_to = {.codes = {470},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "470 names no URI in Permission-Missing: the client cannot learn whose consent is "
                "missing.",
          .zh = "470 响应没有用 Permission-Missing 头域列出任何 URI，客户端不知道还缺谁的同意。"},
     .check =
         [](const Seen& seen) {
           return names_a_value(seen.message, HeaderName::permission_missing);
         }},
    {.code = "K470-2",
     .slug = "470-to-request-with-no-list",
     .level = Level::note,
     .cite = {5360, "5.9.2"},
     .applies_to = {.codes = {470},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "470 to a request that brought no list of URIs: the code says that consent is "
                    "missing for one on such a list.",
                .zh = "请求没有携带 URI 列表，而 470 响应的含义是列表中某个 URI 尚未得到同意。"},
     .check =
         [](const Seen& seen) {
           const bool brought_none = has_plain_body(seen.capture->request()->message);
           return brought_none ? Verdict::broken_at(seen.message.start_line) : Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_470{table};

}  // namespace sipgloss::subject
