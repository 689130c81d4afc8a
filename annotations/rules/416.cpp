// SPDX-License-Identifier: MIT
// 416 Unsupported URI Scheme. RFC 3261 sections 8.2.2.1 and 21.4.14.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K416-1",
     .slug = "416-to-sip-uri",
     .level = Level::should,
     .cite = {3261, "8.2.2.1"},
     .applies_to = {.codes = {416},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "416 to {0}: every SIP element knows the scheme sip, and the client has no simpler "
                "one to "
                "try.",
          .zh = "对 {0} 返回 416 响应，但 sip 是每个 SIP 网元都支持的方案，客户端没有别的可试。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (seen.capture->transaction().facts.scheme != UriScheme::sip) return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, request.request_uri);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_416{table};

}  // namespace sipgloss::subject
