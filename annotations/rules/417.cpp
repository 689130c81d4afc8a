// SPDX-License-Identifier: MIT
// 417 Unknown Resource-Priority. RFC 4412 sections 3.3 and 4.6.2.
#include "rules/origin.hpp"

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
    {.code = "K417-1",
     .slug = "417-not-required",
     .level = Level::must,
     .cite = {4412, "4.6.2"},
     .applies_to = {.codes = {417},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "417 to a request that has no {0}: it is to be served with default priority "
                      "then, and is "
                      "refused.",
                .zh = "请求没有 {0}，本应按默认优先级处理，却被 417 响应拒绝。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           const bool required = lists_token(request, HeaderName::require, "resource-priority");
           const bool present = request.has(HeaderName::resource_priority);
           if (required && present) return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line,
                                     present ? "Require: resource-priority" : "Resource-Priority");
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_417{table};

}  // namespace sipgloss::subject
