// SPDX-License-Identifier: MIT
// The values of header fields: CSeq, addresses, seconds, dates, warnings. RFC 3261 sections 20.10,
// 20.16, 20.17, 20.19, 20.23, 20.33, 20.43 and 25.1, RFC 8217 section 3.
#include <utility>

#include "message/check.hpp"
#include "message/scan.hpp"
#include "rules/subject.hpp"
#include "sipgloss/cause.hpp"

namespace sipgloss::subject {
namespace {

/// The header field and its value where the parser found one of those defects.
Verdict judge_defects(const Message& message, std::initializer_list<DefectKind> kinds) {
  for (const DefectKind kind : kinds) {
    const Defect* const defect = find_defect(message, kind);
    const Header* const header = defect ? header_around(message, defect->bytes) : nullptr;
    if (header == nullptr) continue;
    const bool empty = defect->bytes.empty();
    return Verdict::broken_at(empty ? row_of(*header) : defect->bytes, defect->bytes);
  }
  return Verdict::holds();
}

/// The parameters that RFC 3261 section 19.1.1 defines for URIs, and no RFC for these header
/// fields.
constexpr std::string_view uri_parameters[] = {"transport", "user", "method", "ttl", "maddr", "lr"};

/// What an address without angle brackets holds that belongs into its URI; empty when nothing does.
std::string_view left_outside(std::string_view value) {
  if (value.find('<') != std::string_view::npos) return {};
  const NameAddr address = read_name_addr(value);
  static constexpr scan::Characters misplaced(",?");
  const std::size_t at = scan::find_any(address.uri, misplaced);
  if (at < address.uri.size()) return address.uri.substr(at);
  for (std::string_view rest = address.parameters.text(); !rest.empty();) {
    const std::string_view before = rest;
    const auto parameter = Parameters::take(rest);
    if (!parameter) break;
    const auto is_it = [&](std::string_view name) {
      return scan::equal_ignoring_case(name, parameter->name);
    };
    if (std::ranges::any_of(uri_parameters, is_it)) {
      return scan::trim(before.substr(0, before.size() - rest.size()));
    }
  }
  return {};
}

Verdict check_brackets(const Seen& seen) {
  for (const Header& header : seen.message.headers) {
    const bool list = header.name == HeaderName::contact;
    const bool address = list || header.name == HeaderName::to || header.name == HeaderName::from ||
                         header.name == HeaderName::reply_to;
    if (!address || may_be_cut(seen.message, header)) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      const std::string_view value = list ? take_list_value(rest) : std::exchange(rest, {});
      const std::string_view outside = left_outside(value);
      if (!outside.empty()) return Verdict::broken_at(outside, name_of(header.name), outside);
    }
  }
  return Verdict::holds();
}

/// Whether a value begins with seconds: digits, for Retry-After as many as one likes.
bool holds_seconds(const Header& header) {
  if (header.name != HeaderName::retry_after) return read_number(header.value).has_value();
  static constexpr scan::Characters behind_seconds(" \t\r\n(;");
  std::string_view rest = header.value;
  return scan::is_digits(scan::take_until(rest, behind_seconds));
}

Verdict check_seconds(const Seen& seen) {
  for (const Header& header : seen.message.headers) {
    const bool seconds = header.name == HeaderName::expires ||
                         header.name == HeaderName::min_expires ||
                         header.name == HeaderName::retry_after;
    if (!seconds || may_be_cut(seen.message, header) || holds_seconds(header)) continue;
    return Verdict::broken_at(row_of(header), name_of(header.name), header.value);
  }
  return Verdict::holds();
}

/// Whether a text has the shape of a pattern: 'a' stands for a letter, '0' for a digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  const auto fits = [](char c, char shape) {
    if (shape == '0') return scan::is_digit(c);
    if (shape == 'a') return scan::lower(c) >= 'a' && scan::lower(c) <= 'z';
    return c == shape;
  };
  return text.size() == pattern.size() && std::ranges::equal(text, pattern, fits);
}

/// Whether three letters are one of a row of names, such as "MonTue"; case matters.
bool is_one_of(std::string_view letters, std::string_view names) {
  const std::size_t at = names.find(letters);
  return at != std::string_view::npos && at % 3 == 0;
}

// rfc1123-date = wkday "," SP date1 SP time SP "GMT"
bool is_sip_date(std::string_view value) {
  return has_shape(value, "aaa, 00 aaa 0000 00:00:00 GMT") &&
         is_one_of(value.substr(0, 3), "MonTueWedThuFriSatSun") &&
         is_one_of(value.substr(8, 3), "JanFebMarAprMayJunJulAugSepOctNovDec") &&
         read_date(value).has_value();
}

Verdict check_date(const Seen& seen) {
  const Header* const date = seen.message.find(HeaderName::date);
  if (date == nullptr) return Verdict::holds();
  if (may_be_cut(seen.message, *date)) return Verdict::unknown();
  if (is_sip_date(date->value)) return Verdict::holds();
  return Verdict::broken_at(row_of(*date), date->value);
}

/// The first Warning value that `is_at_fault` by its code; empty when none is.
template <typename IsAtFault>
std::string_view first_warning(const Message& message, IsAtFault is_at_fault) {
  for (const Header& header : message.headers) {
    if (header.name != HeaderName::warning || may_be_cut(message, header)) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      const Warning warning = read_warning(take_list_value(rest));
      if (warning.code && is_at_fault(*warning.code)) return warning.raw;
    }
  }
  return {};
}

Verdict check_warning(const Seen& seen) {
  const Verdict malformed = judge_defects(seen.message, {DefectKind::warning_malformed});
  if (malformed.kind() == Verdict::Kind::broken) return malformed;
  const std::string_view other =
      first_warning(seen.message, [](unsigned code) { return code / 100 != 3; });
  return other.empty() ? Verdict::holds() : Verdict::broken_at(other, other);
}

Verdict check_warn_code(const Seen& seen) {
  const std::string_view unknown = first_warning(
      seen.message, [](unsigned code) { return code / 100 == 3 && find_warning(code) == nullptr; });
  return unknown.empty() ? Verdict::holds() : Verdict::broken_at(unknown, unknown.substr(0, 3));
}

constexpr Rule table[] = {
    {.code = "SYN-14",
     .slug = "cseq-malformed",
     .level = Level::must,
     .cite = {3261, "20.16"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "CSeq holds \"{0}\", not a number of 32 bits and a method: the client cannot "
                      "match the response to its request.",
                .zh =
                    "CSeq 中的“{0}”不是“32 位序号加方法”的形式，客户端无法把响应与请求对应起来。"},
     .check =
         [](const Seen& seen) {
           return judge_defects(seen.message,
                                {DefectKind::cseq_malformed, DefectKind::cseq_number_range});
         }},
    {.code = "SYN-23",
     .slug = "uri-outside-angle-brackets",
     .level = Level::should,
     .cite = {8217, "3"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en =
                    "{0} has its URI outside of < >: a receiver reads {1} as a part of the header "
                    "field, not of the URI.",
                .zh =
                    "{0} 的 URI 没有放进尖括号，接收方会把 {1} 当作头域的一部分，而不是 URI 的。"},
     .check = check_brackets},
    {.code = "SYN-24",
     .slug = "seconds-malformed",
     .level = Level::must,
     .cite = {3261, "20.19"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "{0} holds \"{1}\", no valid number of seconds: the client cannot tell how "
                      "long to wait, or when to refresh.",
                .zh = "{0} 的值“{1}”不是有效的秒数，客户端不知道要等多久，或何时刷新。"},
     .check = check_seconds},
    {.code = "SYN-25",
     .slug = "date-malformed",
     .level = Level::should,
     .cite = {3261, "20.17"},
     .applies_to = {.evidence = Evidence::message},
     .broken =
         {.en = "Date holds \"{0}\", no date of RFC 1123 in GMT: a client ignores it, or "
                "takes it for another time.",
          .zh = "Date 的值“{0}”不是 RFC 1123 格式的 GMT 时间，客户端会忽略它，或读成别的时间。"},
     .check = check_date},
    {.code = "SYN-26",
     .slug = "warning-malformed",
     .level = Level::should,
     .cite = {3261, "20.43"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "Warning holds \"{0}\", not a code 3xx, a host and a quoted text: a client "
                      "cannot show what it warns of.",
                .zh = "Warning 的值“{0}”不是“3xx 代码、主机名、带引号文本”的形式，"
                      "客户端无法显示警告内容。"},
     .check = check_warning},
    {.code = "SYN-27",
     .slug = "warn-code-not-registered",
     .level = Level::note,
     .cite = {3261, "20.43"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The warn-code {0} is not registered with IANA: only the text beside it says "
                      "what is meant.",
                .zh = "警告代码 {0} 未在 IANA 登记，其含义只能看后面的文本。"},
     .check = check_warn_code},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> field_syntax{table};

}  // namespace sipgloss::subject
