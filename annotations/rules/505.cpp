// SPDX-License-Identifier: MIT
// 505 Version Not Supported. RFC 3261 sections 7.1 and 21.5.6.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K505-1",
     .slug = "505-to-sip-2",
     .level = Level::must,
     .cite = {3261, "21.5.6"},
     .applies_to = {.codes = {505},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "505 to a request of version {0}: the server refuses the version in which it "
                      "responds itself.",
                .zh = "请求的版本是 {0}，服务器以 505 拒绝，而它自己的响应用的就是这个版本。"},
     .check =
         [](const Seen& seen) {
           const std::string_view asked = seen.capture->request()->message.version;
           const bool is_spoken = scan::equal_ignoring_case(asked, "SIP/2.0") &&
                                  scan::equal_ignoring_case(seen.message.version, asked);
           return is_spoken ? Verdict::broken_at(seen.message.start_line, asked) : Verdict::holds();
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_505{table};

}  // namespace sipgloss::subject
