// SPDX-License-Identifier: MIT
// What has to come before a timer fires, and did not. RFC 3261 section 17.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "TRN-17",
     .slug = "failure-not-acknowledged",
     .level = Level::must,
     .cite = {3261, "17.1.1.2"},
     .applies_to = {.codes = {{300, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .when = When::afterwards,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} to INVITE was never acknowledged: the server sends it again until Timer H "
                    "ends the transaction.",
                .zh =
                    "对 INVITE 的 {0} 响应始终没有收到 ACK，服务器会一直重发，直到定时器 H 到期。"},
     .check =
         [](const Seen& seen) {
           if (seen.capture->missing(Action::ack) == nullptr) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> timeouts{table};

}  // namespace sipgloss::subject
