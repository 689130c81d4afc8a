// SPDX-License-Identifier: MIT
// 429 Provide Referrer Identity. RFC 3892 sections 2.3 and 5.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K429-1",
     .slug = "429-to-request-with-no-referred-by",
     .level = Level::note,
     .cite = {3892, "2.3"},
     .applies_to = {.codes = {429},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "429 to a request that has no Referred-By: it names no referrer whose "
                      "identity the client "
                      "could provide.",
                .zh = "请求没有 Referred-By 头域，并未指明由谁转介，却得到 429 "
                      "响应，客户端无从提供其身份。"},
     .check =
         [](const Seen& seen) {
           if (seen.capture->request()->message.has(HeaderName::referred_by))
             return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_429{table};

}  // namespace sipgloss::subject
