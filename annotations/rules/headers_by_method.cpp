// SPDX-License-Identifier: MIT
// Header fields that responses to certain methods do not have. RFC 3261 sections 10.3 and 20
// (table 2), RFC 3262 section 6, RFC 3428 sections 7 and 9, RFC 3903 sections 6 and 11.1.1,
// RFC 6086 section 6.
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "HDR-15",
     .slug = "record-route-to-register",
     .level = Level::must,
     .cite = {3261, "10.3"},
     .applies_to = {.methods = {Method::register_}, .evidence = Evidence::message},
     .broken = {.en = "Record-Route in a response to REGISTER: a registration makes no dialog, so "
                      "no request will follow this route.",
                .zh = "对 REGISTER 的响应中出现 Record-Route 头域，注册不建立对话，"
                      "不会有请求走这条路由。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::record_route); }},
    {.code = "HDR-16",
     .slug = "record-route-to-publish-or-message",
     .level = Level::must,
     .cite = {3903, "6"},
     .applies_to = {.methods = {Method::publish, Method::message}, .evidence = Evidence::message},
     .broken = {.en = "Record-Route in a response to {2}, which makes no dialog: no request will "
                      "follow this route.",
                .zh = "对 {2} 的响应中出现 Record-Route 头域，该方法不建立对话，"
                      "不会有请求走这条路由。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::record_route); }},
    {.code = "HDR-17",
     .slug = "2xx-to-message-with-contact",
     .level = Level::must,
     .cite = {3428, "7"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::message},
                    .evidence = Evidence::message},
     .broken = {.en = "Contact in a {1} to MESSAGE, which makes no dialog: no request will be sent "
                      "to this address.",
                .zh = "对 MESSAGE 的 {1} 响应中出现 Contact 头域，MESSAGE 不建立对话，"
                      "不会有请求发往该地址。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::contact); }},
    {.code = "HDR-18",
     .slug = "contact-not-applicable",
     .level = Level::should,
     .cite = {3261, "20"},
     .applies_to = {.methods = {Method::bye, Method::cancel, Method::prack, Method::publish,
                                Method::info},
                    .evidence = Evidence::message},
     .broken = {.en = "Contact in a {1} to {2}: it does not change where later requests go, and "
                      "the client ignores it.",
                .zh = "对 {2} 的 {1} 响应中出现 Contact 头域，它不影响后续请求的去向，"
                      "客户端会忽略它。"},
     .check =
         [](const Seen& seen) {
           // Only INFO leaves it out of every response (RFC 6086 section 6); to the others a 3xx
           // and a 485 may list addresses to try.
           const bool applies = seen.message.method() != Method::info;
           if (applies && seen.message.status_code >= 300) return Verdict::holds();
           return is_absent(seen.message, HeaderName::contact);
         }},
    {.code = "HDR-21",
     .slug = "expires-not-applicable",
     .level = Level::note,
     .cite = {3261, "20"},
     .applies_to = {.methods = {Method::bye, Method::cancel, Method::options, Method::prack,
                                Method::update, Method::info, Method::notify},
                    .evidence = Evidence::message},
     .broken = {.en = "Expires in a response to {2}: nothing that this method sets up expires, so "
                      "the value means nothing.",
                .zh = "对 {2} 的响应中出现 Expires 头域，该方法建立的内容都不会到期，"
                      "这个值没有意义。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::expires); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> headers_by_method{table};

}  // namespace sipgloss::subject
