// SPDX-License-Identifier: MIT
// 417 Unknown Resource-Priority. RFC 4412 sections 3.3 and 4.6.2.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K417-2",
     .slug = "417-without-accept-resource-priority",
     .level = Level::note,
     .cite = {4412, "4.6.2"},
     .applies_to = {.codes = {417},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "417 without Accept-Resource-Priority: the client can only guess which resource "
                "priority would do.",
          .zh = "417 响应缺少 Accept-Resource-Priority 头域，客户端只能猜测哪种资源优先级可用。"},
     .check =
         [](const Seen& seen) {
           return carries(seen.message, HeaderName::accept_resource_priority);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_417{table};

}  // namespace sipgloss::subject
