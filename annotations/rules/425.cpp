// SPDX-License-Identifier: MIT
// 425 Bad Alert Message. RFC 8876 sections 5.1 and 5.2.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K425-1",
     .slug = "425-without-alertmsg-error",
     .level = Level::must,
     .cite = {8876, "5.1"},
     .applies_to = {.codes = {425},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "425 without AlertMsg-Error: the client cannot learn what is wrong with the "
                      "alert it sent.",
                .zh = "425 响应缺少 AlertMsg-Error 头域，客户端无从得知所发的告警错在哪里。"},
     .check = [](const Seen& seen) { return carries(seen.message, HeaderName::alertmsg_error); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_425{table};

}  // namespace sipgloss::subject
