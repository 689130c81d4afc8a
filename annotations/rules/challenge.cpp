// SPDX-License-Identifier: MIT
// The challenge in 401 and 407. RFC 3261 sections 22.1 to 22.3.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// ACK and CANCEL must not be challenged at all (RFC 3261 section 22.1): another rule's matter.
constexpr Set<Method> challenged = any_method_but({Method::ack, Method::cancel});

constexpr Rule table[] = {
    {.code = "AUT-01",
     .slug = "401-without-www-authenticate",
     .level = Level::must,
     .cite = {3261, "22.2"},
     .applies_to = {.codes = {401},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "401 without WWW-Authenticate: the client gets no challenge to which it could "
                    "give credentials.",
                .zh =
                    "401 响应缺少 WWW-Authenticate 头域，客户端得不到质询，无法携带凭证重新请求。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::www_authenticate)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "AUT-02",
     .slug = "407-without-proxy-authenticate",
     .level = Level::must,
     .cite = {3261, "22.3"},
     .applies_to = {.codes = {407},
                    .methods = challenged,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "407 without Proxy-Authenticate: the client gets no challenge to which it "
                "could give credentials.",
          .zh = "407 响应缺少 Proxy-Authenticate 头域，客户端得不到质询，无法携带凭证重新请求。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::proxy_authenticate)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> challenge{table};

}  // namespace sipgloss::subject
