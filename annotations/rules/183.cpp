// SPDX-License-Identifier: MIT
// 183 Session Progress. RFC 3261 section 21.1.5.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

// What any response to an INVITE may carry, whatever it is about. A header field that is not known
// here may well tell something.
constexpr HeaderName usual[] = {
    HeaderName::via,          HeaderName::from,           HeaderName::to,
    HeaderName::call_id,      HeaderName::cseq,           HeaderName::contact,
    HeaderName::record_route, HeaderName::content_length, HeaderName::allow,
    HeaderName::supported,    HeaderName::allow_events,   HeaderName::accept,
    HeaderName::server,       HeaderName::user_agent,     HeaderName::organization,
    HeaderName::date,         HeaderName::timestamp,      HeaderName::session_id,
};

bool is_usual(HeaderName name) { return std::ranges::find(usual, name) != std::end(usual); }

constexpr Rule table[] = {
    {.code = "K183-1",
     .slug = "183-without-details",
     .level = Level::note,
     .cite = {3261, "21.1.5"},
     .applies_to = {.codes = {183},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "183 says only that the call goes on: it has no body and no header field "
                      "that tells of the progress.",
                .zh = "183 响应没有消息体，也没有说明进展的头域，只表示呼叫仍在进行。"},
     .check =
         [](const Seen& seen) {
           const bool has_details = std::ranges::any_of(
               seen.message.headers, [](const Header& header) { return !is_usual(header.name); });
           return has_details ? Verdict::holds() : tells_its_cause(seen.message);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_183{table};

}  // namespace sipgloss::subject
