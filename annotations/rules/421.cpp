// SPDX-License-Identifier: MIT
// 421 Extension Required. RFC 3261 sections 8.2.4, 20.32 and 21.4.16, RFC 3329 section 2.3.2.
#include "rules/origin.hpp"

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
    {.code = "K421-2",
     .slug = "421-requires-what-is-supported",
     .level = Level::must,
     .cite = {3261, "21.4.16"},
     .applies_to = {.codes = {421},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "421 requires {0} and nothing else that the request does not list in Supported: "
                "the client "
                "has nothing to add.",
          .zh =
              "421 响应要求 {0}，但请求的 Supported 头域已列出所要求的全部扩展，客户端无可补充。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           constexpr int most_tags = 32;
           std::string_view required;
           int count = 0;
           for (const std::string_view tag : Values(seen.message, HeaderName::require)) {
             if (++count > most_tags) return Verdict::unknown();
             // One that is missing is reason enough.
             if (!lists_token(request, HeaderName::supported, tag)) return Verdict::holds();
             required = tag;
           }
           if (required.empty() || !is_from_the_uas(seen)) return Verdict::unknown();
           return Verdict::broken_at(required, required);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_421{table};

}  // namespace sipgloss::subject
