// SPDX-License-Identifier: MIT
// 406 Not Acceptable. RFC 3261 sections 20.1 and 21.4.7.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K406-1",
     .slug = "406-to-request-with-no-accept",
     .level = Level::note,
     .cite = {3261, "21.4.7"},
     .applies_to = {.codes = {406},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "406 to a request that has no Accept: it did not say what it would take, so "
                      "there is likely another reason.",
                .zh = "请求没有 Accept 头域，并未说明可接受哪些格式，406 响应很可能另有原因。"},
     .check =
         [](const Seen& seen) {
           for (const HeaderName name :
                {HeaderName::accept, HeaderName::accept_encoding, HeaderName::accept_language}) {
             if (seen.capture->request()->message.has(name)) return Verdict::holds();
           }
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_406{table};

}  // namespace sipgloss::subject
