// SPDX-License-Identifier: MIT
// ACK never gets a response. RFC 3261 section 17.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "SYN-15",
     .slug = "response-to-ack",
     .level = Level::must,
     .cite = {3261, "17"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "This is a response to ACK, and an ACK never gets a response.",
                .zh = "这是对 ACK 请求的响应，而 ACK 请求不应有任何响应。"},
     .check =
         [](const Seen& seen) {
           const CSeq& cseq = seen.message.cseq();
           if (cseq.method != Method::ack) return Verdict::holds();
           return Verdict::broken_at(cseq.raw);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> ack{table};

}  // namespace sipgloss::subject
