// SPDX-License-Identifier: MIT
// The header fields that every response carries. RFC 3261 sections 8.2.6.2 and 20 (tables 2, 3).
#include <array>

#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::array mandatory = {HeaderName::via, HeaderName::from, HeaderName::to,
                                  HeaderName::call_id, HeaderName::cseq};
constexpr std::array<std::string_view, mandatory.size()> names = {"Via", "From", "To", "Call-ID",
                                                                  "CSeq"};

/// The names of a subset, "From, To".
struct Names {
  std::array<char, 32> characters{};
  std::size_t size = 0;

  constexpr void add(std::string_view text) {
    for (const char c : text) characters[size++] = c;
  }
  constexpr std::string_view view() const { return {characters.data(), size}; }
};

/// The names of every subset, written by the compiler because a verdict keeps views only. Bit i of
/// the subset stands for mandatory[i].
constexpr auto names_of_subsets(std::string_view separator) {
  std::array<Names, 1U << mandatory.size()> subsets;
  for (std::size_t subset = 0; subset < subsets.size(); ++subset) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      if ((subset >> i & 1U) == 0) continue;
      if (subsets[subset].size != 0) subsets[subset].add(separator);
      subsets[subset].add(names[i]);
    }
  }
  return subsets;
}
constexpr auto names_en = names_of_subsets(", ");
constexpr auto names_zh = names_of_subsets("、");

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
                .zh = "响应缺少必备头域 {1}，任何 SIP 消息都必须携带。"},
     .check =
         [](const Seen& seen) {
           const std::size_t missing = missing_from(seen.message);
           if (missing == 0) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, names_en[missing].view(),
                                     names_zh[missing].view());
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> mandatory_headers{table};

}  // namespace sipgloss::subject
