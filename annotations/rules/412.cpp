// SPDX-License-Identifier: MIT
// 412 Conditional Request Failed. RFC 3903 sections 5, 6 and 11.2.1.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K412-1",
     .slug = "412-to-unconditional-publish",
     .level = Level::must,
     .cite = {3903, "6"},
     .applies_to = {.codes = {412},
                    .methods = {Method::publish},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "412 to a PUBLISH that has no SIP-If-Match: it set no condition that could fail, "
                "and begins "
                "a publication.",
          .zh = "PUBLISH 没有 SIP-If-Match 头域，是一次新的发布，没有条件可言，却得到 412 响应。"},
     .check =
         [](const Seen& seen) {
           if (seen.capture->request()->message.has(HeaderName::sip_if_match))
             return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K412-2",
     .slug = "entity-tag-kept-after-412",
     .level = Level::must,
     .cite = {3903, "5"},
     .applies_to = {.methods = {Method::publish},
                    .about = About::request,
                    .evidence = Evidence::capture},
     .broken =
         {.en = "PUBLISH with entity-tag {0}, which a 412 has refused: it has to be discarded, and "
                "a new "
                "publication begun.",
          .zh = "实体标签 {0} 已被 412 响应拒绝，PUBLISH 却仍在使用；必须丢弃它，重新开始发布。"},
     .check =
         [](const Seen& seen) {
           const Header* const tag = seen.message.find(HeaderName::sip_if_match);
           const auto refused = repeated_after(seen, 412);
           if (!refused || tag == nullptr || tag->value.empty()) return Verdict::holds();
           const Message& before = refused->request->message;
           const bool same = before.value(HeaderName::sip_if_match) == tag->value &&
                             before.request_uri == seen.message.request_uri;
           if (!same) return Verdict::holds();
           return Verdict::broken_at(row_of(*tag), tag->value)
               .resting_on(refused->request->packet.frame, refused->response->packet.frame);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_412{table};

}  // namespace sipgloss::subject
