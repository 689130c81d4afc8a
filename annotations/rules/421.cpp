// SPDX-License-Identifier: MIT
// 421 Extension Required. RFC 3261 sections 8.2.4, 20.32 and 21.4.16, RFC 3329 section 2.3.2.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K421-1",
     .slug = "421-without-require",
     .level = Level::must,
     .cite = {3261, "21.4.16"},
     .applies_to = {.codes = {421},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "421 names no extension in Require: the client cannot learn which one it has "
                      "to support.",
                .zh = "421 响应没有用 Require 头域列出任何扩展，客户端不知道必须支持哪个扩展。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::require); }},
    {.code = "K421-3",
     .slug = "421-without-security-server",
     .level = Level::must,
     .cite = {3329, "2.3.2"},
     .applies_to = {.codes = {421},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "421 wants sec-agree, but without Security-Server: the client cannot learn "
                      "which mechanisms there are.",
                .zh = "421 响应要求 sec-agree，却没有用 Security-Server "
                      "头域列出任何安全机制，客户端无从选择。"},
     .check =
         [](const Seen& seen) {
           const std::string_view tag = find_token(seen.message, HeaderName::require, "sec-agree");
           const Verdict verdict = names_a_value(seen.message, HeaderName::security_server);
           if (tag.empty() || verdict.kind() == Verdict::Kind::holds) return Verdict::holds();
           return Verdict::broken_at(tag);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_421{table};

}  // namespace sipgloss::subject
