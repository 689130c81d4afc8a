// SPDX-License-Identifier: MIT
// 305 Use Proxy. RFC 3261 section 21.3.4.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K305-1",
     .slug = "305-without-contact",
     .level = Level::should,
     .cite = {3261, "21.3.4"},
     .applies_to = {.codes = {305},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "305 names no proxy in Contact: the client cannot learn through which one to "
                      "send the request.",
                .zh = "305 响应没有用 Contact "
                      "头域给出代理服务器，客户端不知道该经哪个代理服务器发送请求。"},
     .check = [](const Seen& seen) { return names_a_value(seen.message, HeaderName::contact); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_305{table};

}  // namespace sipgloss::subject
