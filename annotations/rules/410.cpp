// SPDX-License-Identifier: MIT
// 410 Gone. RFC 3261 sections 20.10 and 21.4.10.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K410-1",
     .slug = "410-with-contact",
     .level = Level::note,
     .cite = {3261, "21.4.10"},
     .applies_to = {.codes = {410},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message},
     .broken = {.en = "410 with Contact: a client does not look at it here, and 301 is the code "
                      "that tells a new address.",
                .zh = "410 响应带有 Contact 头域，但客户端不会理会它；告知新地址的状态码是 301。"},
     .check =
         [](const Seen& seen) {
           const Header* const contact = seen.message.find(HeaderName::contact);
           return contact == nullptr ? Verdict::holds() : Verdict::broken_at(row_of(*contact));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_410{table};

}  // namespace sipgloss::subject
