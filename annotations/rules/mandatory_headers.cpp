// SPDX-License-Identifier: MIT
// The header fields that every response carries. RFC 3261 sections 8.2.6.2 and 20 (tables 2, 3).
#include <array>

#include "rules/names_of.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::array mandatory = {HeaderName::via, HeaderName::from, HeaderName::to,
                                  HeaderName::call_id, HeaderName::cseq};
constexpr std::array<std::string_view, mandatory.size()> names = {"Via", "From", "To", "Call-ID",
                                                                  "CSeq"};

constexpr NamesOfSubsets<mandatory.size(), 32> names_of_missing(names);

std::size_t missing_from(const Message& response) {
  std::size_t subset = (1U << mandatory.size()) - 1;
  for (const Header& header : response.headers) {
    for (std::size_t i = 0; i < mandatory.size(); ++i) {
      if (header.name == mandatory[i]) subset &= ~(std::size_t{1} << i);
    }
  }
  return subset;
}

constexpr Rule table[] = {
    {.code = "SYN-13",
     .slug = "mandatory-header-missing",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "This response lacks {0}, which every SIP message has to carry.",
                .zh = "响应缺少必备头域 {0}，任何 SIP 消息都必须携带。"},
     .check =
         [](const Seen& seen) {
           const std::size_t missing = missing_from(seen.message);
           if (missing == 0) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, names_of_missing[missing]);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> mandatory_headers{table};

}  // namespace sipgloss::subject
