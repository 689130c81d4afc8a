// SPDX-License-Identifier: MIT
// 413 Request Entity Too Large. RFC 3261 section 21.4.11.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K413-1",
     .slug = "413-to-request-with-no-body",
     .level = Level::note,
     .cite = {3261, "21.4.11"},
     .applies_to = {.codes = {413},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "413 to a request that has no body: nothing in it can be too large, and the "
                      "client has "
                      "nothing to shorten.",
                .zh = "请求没有消息体，谈不上过大，却得到 413 响应，客户端没有可缩短的内容。"},
     .check =
         [](const Seen& seen) {
           const Verdict body = carries_body(seen.capture->request()->message);
           if (body.kind() != Verdict::Kind::broken) return body;
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_413{table};

}  // namespace sipgloss::subject
