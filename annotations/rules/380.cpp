// SPDX-License-Identifier: MIT
// 380 Alternative Service. RFC 3261 section 21.3.5.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K380-1",
     .slug = "380-without-body",
     .level = Level::should,
     .cite = {3261, "21.3.5"},
     .applies_to = {.codes = {380},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "380 without a body: the client cannot learn which alternative services there are.",
          .zh = "380 响应没有消息体，客户端无从得知有哪些替代服务。"},
     .check = [](const Seen& seen) { return carries_body(seen.message); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_380{table};

}  // namespace sipgloss::subject
