// SPDX-License-Identifier: MIT
// 494 Security Agreement Required. RFC 3329 sections 2.3.1, 2.3.2 and 2.6.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K494-1",
     .slug = "494-without-security-server",
     .level = Level::must,
     .cite = {3329, "2.3.1"},
     // Table 1 of RFC 3329 leaves these methods without Security-Server.
     .applies_to = {.codes = {494},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en =
              "494 names no security mechanism in Security-Server: the client cannot agree on one.",
          .zh = "494 响应没有用 Security-Server 头域列出任何安全机制，客户端无法与之协商。"},
     .check =
         [](const Seen& seen) { return names_a_value(seen.message, HeaderName::security_server); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_494{table};

}  // namespace sipgloss::subject
