// SPDX-License-Identifier: MIT
// What may stand once, and what may not stand in one row. RFC 3261 section 7.3.1.
#include <array>
#include <bitset>

#include "message/check.hpp"
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Header fields of responses whose grammar is no comma list, and of which no other rule counts the
/// rows. Identity may stand in several rows all the same (RFC 8224 section 6.1), and the challenges
/// may too (RFC 3261 section 7.3.1).
constexpr HeaderName singles[] = {
    HeaderName::call_id,        HeaderName::content_disposition,
    HeaderName::content_length, HeaderName::content_type,
    HeaderName::cseq,           HeaderName::date,
    HeaderName::expires,        HeaderName::flow_timer,
    HeaderName::from,           HeaderName::mime_version,
    HeaderName::min_expires,    HeaderName::min_se,
    HeaderName::organization,   HeaderName::reply_to,
    HeaderName::retry_after,    HeaderName::rseq,
    HeaderName::server,         HeaderName::session_expires,
    HeaderName::session_id,     HeaderName::sip_etag,
    HeaderName::timestamp,      HeaderName::to,
    HeaderName::user_agent,
};

constexpr auto is_single = [] {
  std::array<bool, 256> table{};
  for (const HeaderName name : singles) table[static_cast<std::size_t>(name)] = true;
  return table;
}();

std::uint64_t count_rows(const Message& response, HeaderName name) {
  return static_cast<std::uint64_t>(std::ranges::count(response.headers, name, &Header::name));
}

/// The second row of a header field that may have one; null when there is none.
const Header* second_row(const Message& response) {
  std::bitset<is_single.size()> seen;
  for (const Header& header : response.headers) {
    const auto name = static_cast<std::size_t>(header.name);
    if (is_single[name] && seen.test(name)) return &header;
    seen.set(name);
  }
  return nullptr;
}

Verdict check_rows(const Seen& seen) {
  const Header* const second = second_row(seen.message);
  if (second == nullptr) return Verdict::holds();
  // Lengths that differ are SYN-20's matter.
  const bool conflict = second->name == HeaderName::content_length &&
                        find_defect(seen.message, DefectKind::content_length_conflict);
  if (conflict) return Verdict::unknown();
  return Verdict::broken_at(row_of(*second), name_of(second->name),
                            count_rows(seen.message, second->name));
}

Verdict check_parameter_names(const Seen& seen) {
  const Defect* const defect = find_defect(seen.message, DefectKind::parameter_repeated);
  if (defect == nullptr) return Verdict::holds();
  const Header* const header = header_around(seen.message, defect->bytes);
  if (header == nullptr) return Verdict::unknown();
  const std::string_view name = defect->bytes.substr(0, defect->bytes.find('='));
  return Verdict::broken_at(defect->bytes, scan::trim_right(name), name_of(header->name));
}

/// Whether an item behind a comma is a scheme with its first auth-param, not an auth-param.
bool begins_challenge(std::string_view item) {
  const std::string_view scheme = scan::take_token(item);
  if (scheme.empty() || item.empty() || !scan::is_lws(item.front())) return false;
  item = scan::trim_left(item);
  return !scan::take_token(item).empty() && scan::trim_left(item).starts_with('=');
}

/// The second challenge of a row and what follows it; empty when there is one challenge.
std::string_view second_challenge(std::string_view row) {
  std::string_view rest = row;
  take_list_value(rest);
  while (!rest.empty()) {
    const std::string_view item = take_list_value(rest);
    if (begins_challenge(item)) {
      return row.substr(static_cast<std::size_t>(item.data() - row.data()));
    }
  }
  return {};
}

Verdict check_challenges(const Seen& seen) {
  // "Digest realm" is no name of an auth-param: the parser calls such a row malformed.
  if (!find_defect(seen.message, DefectKind::challenge_malformed)) return Verdict::holds();
  for (const Header& header : seen.message.headers) {
    const bool challenges = header.name == HeaderName::www_authenticate ||
                            header.name == HeaderName::proxy_authenticate;
    if (!challenges || may_be_cut(seen.message, header)) continue;
    const std::string_view second = second_challenge(header.value);
    if (!second.empty()) return Verdict::broken_at(second, name_of(header.name));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "SYN-10",
     .slug = "single-header-repeated",
     .level = Level::must,
     .cite = {3261, "7.3.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "{0} may stand in one row only, and there are {1}: peers differ about which "
                      "one counts.",
                .zh = "{0} 只能出现一次，这里有 {1} 行，各实现以哪一行为准并不一致。"},
     .check = check_rows},
    {.code = "SYN-11",
     .slug = "parameter-repeated",
     .level = Level::must,
     .cite = {3261, "7.3.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The parameter {0} comes twice in one value of {1}: peers differ about which "
                      "one counts.",
                .zh = "{1} 的同一个值中，参数 {0} 出现了两次，各实现以哪一个为准并不一致。"},
     .check = check_parameter_names},
    {.code = "SYN-12",
     .slug = "challenges-in-one-row",
     .level = Level::must,
     .cite = {3261, "7.3.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "One row of {0} holds several challenges: a client reads the second as "
                      "parameters of the first.",
                .zh = "一行 {0} 中合并了多个质询，客户端会把后面的质询当成前一个的参数。"},
     .check = check_challenges},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> header_rows{table};

}  // namespace sipgloss::subject
