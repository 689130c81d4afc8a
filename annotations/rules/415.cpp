// SPDX-License-Identifier: MIT
// 415 Unsupported Media Type. RFC 3261 sections 8.2.3, 20.1 to 20.3 and 21.4.13.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K415-1",
     .slug = "415-without-accept",
     .level = Level::must,
     .cite = {3261, "21.4.13"},
     // RFC 6086 section 4.2.2 lets INFO be refused for a body whose type is acceptable elsewhere,
     // and leaves Accept out of it.
     .applies_to = {.codes = {415},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::info}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "415 without Accept, Accept-Encoding or Accept-Language: the client cannot "
                      "learn which formats would do.",
                .zh = "415 响应中 Accept、Accept-Encoding、Accept-Language 头域一个也没有，"
                      "客户端无从得知可用哪些格式。"},
     .check =
         [](const Seen& seen) {
           // An empty Accept says that no format will do (RFC 3261 section 20.1): it is there.
           for (const HeaderName name :
                {HeaderName::accept, HeaderName::accept_encoding, HeaderName::accept_language}) {
             if (seen.message.has(name)) return Verdict::holds();
           }
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_415{table};

}  // namespace sipgloss::subject
