// SPDX-License-Identifier: MIT
// Provisional responses to requests other than INVITE. RFC 4320 section 4.1, RFC 3261 section
// 8.2.6.1.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "TRN-05",
     .slug = "1xx-to-other-method",
     .level = Level::must,
     .cite = {4320, "4.1"},
     // ACK gets no response at all: another rule's matter.
     .applies_to = {.codes = {{100, 199}},
                    .methods = any_method_but({Method::invite, Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "{0} to {1}: beside 100, only INVITE has provisional responses; here they "
                      "delay recovery from a loss.",
                .zh = "对 {1} 的 {0} 响应：除 100 外，只有 INVITE 才有临时响应，"
                      "用在这里只会延缓丢包后的恢复。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.status_code == 100) return Verdict::holds();
           const std::string_view method = seen.message.cseq().method_name;
           // Without a CSeq that can be read, the method is not known.
           if (method.empty()) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code, method);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> provisional{table};

}  // namespace sipgloss::subject
