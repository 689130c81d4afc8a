// SPDX-License-Identifier: MIT
// 424 Bad Location Information. RFC 6442 sections 4.3 and 4.4.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K424-1",
     .slug = "424-without-geolocation-error",
     .level = Level::must,
     .cite = {6442, "4.3"},
     .applies_to = {.codes = {424},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "424 without Geolocation-Error: the client cannot learn what is wrong with "
                      "the location it sent.",
                .zh =
                    "424 响应缺少 Geolocation-Error 头域，客户端无从得知所发的位置信息错在哪里。"},
     .check =
         [](const Seen& seen) { return carries(seen.message, HeaderName::geolocation_error); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_424{table};

}  // namespace sipgloss::subject
