// SPDX-License-Identifier: MIT
// The values of Via. RFC 3261 sections 8.1.1.7, 20.42 and 25.1, RFC 4475 section 3.3.10, RFC 5118
// section 4.5.
#include "message/check.hpp"
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Goes through the Via values that the capture holds whole, from the top, until `fault_of` names
/// the bytes at fault in one. A row that is not `suspect` is not taken apart.
template <typename Suspect, typename FaultOf>
std::string_view first_fault(const Message& response, Suspect suspect, FaultOf fault_of) {
  std::size_t place = 0;  // of the value; 0 is the top
  for (const Header& header : response.headers) {
    if (header.name != HeaderName::via || may_be_cut(response, header)) continue;
    std::string_view rest = suspect(header.value) ? header.value : std::string_view();
    if (rest.empty()) ++place;
    while (!rest.empty()) {
      const std::string_view value = take_list_value(rest);
      const std::string_view fault = fault_of(value, place++);
      if (!fault.empty()) return fault;
    }
  }
  return {};
}

// sent-protocol = protocol-name SLASH protocol-version SLASH transport, with blanks around SLASH
bool has_sent_protocol(std::string_view value) {
  const Via via = read_via(value);
  return scan::equal_ignoring_case(via.protocol, "SIP") && via.version == "2.0" &&
         !via.transport.empty();
}

Verdict check_sent_protocol(const Seen& seen) {
  const auto suspect = [](std::string_view row) {
    constexpr std::string_view usual = "SIP/2.0/";
    const bool as_usual = row.size() > usual.size() && row.starts_with(usual) &&
                          scan::is_token_character(row[usual.size()]);
    return !as_usual || row.find(',') != std::string_view::npos;
  };
  const std::string_view fault =
      first_fault(seen.message, suspect, [](std::string_view value, std::size_t) {
        return value.empty() || has_sent_protocol(value) ? std::string_view() : value;
      });
  return fault.empty() ? Verdict::holds() : Verdict::broken_at(fault, fault);
}

Verdict check_magic_cookie(const Seen& seen) {
  const Header* const row = seen.message.find(HeaderName::via);
  if (row == nullptr || may_be_cut(seen.message, *row)) return Verdict::unknown();
  // Quick, for what nearly every response has.
  if (row->value.find(";branch=z9hG4bK") < row->value.find(',')) return Verdict::holds();
  std::string_view rest = row->value;
  const std::string_view top = take_list_value(rest);
  const Via via = read_via(top);
  if (via.has_magic_cookie()) return Verdict::holds();
  // What is no Via is SYN-28's matter, or the parser's.
  if (via.sent_by.empty()) return Verdict::unknown();
  return Verdict::broken_at(top, via.branch);
}

Verdict check_received(const Seen& seen) {
  const auto suspect = [](std::string_view row) { return row.find('[') != std::string_view::npos; };
  const auto bracketed = [](std::string_view value, std::size_t) {
    const std::string_view received = read_via(value).received.value_or(std::string_view());
    return received.starts_with('[') ? received : std::string_view();
  };
  const std::string_view fault = first_fault(seen.message, suspect, bracketed);
  return fault.empty() ? Verdict::holds() : Verdict::broken_at(fault, fault);
}

constexpr std::string_view broadcast = "255.255.255.255";

Verdict check_broadcast(const Seen& seen) {
  const auto suspect = [](std::string_view row) {
    return row.find(broadcast) != std::string_view::npos;
  };
  const auto goes_to_all = [](std::string_view value, std::size_t place) {
    const Via via = read_via(value);
    // With maddr or received, the response goes there instead (RFC 3261 section 18.2.2).
    const bool elsewhere = via.maddr || via.received;
    return place > 0 && via.host == broadcast && !elsewhere ? via.sent_by : std::string_view();
  };
  const std::string_view fault = first_fault(seen.message, suspect, goes_to_all);
  return fault.empty() ? Verdict::holds() : Verdict::broken_at(fault, fault);
}

constexpr Rule table[] = {
    {.code = "SYN-28",
     .slug = "via-protocol-malformed",
     .level = Level::must,
     .cite = {3261, "8.1.1.7"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The Via {0} does not begin with SIP/2.0 and a transport: the response may "
                      "not find its way back.",
                .zh = "Via 的值 {0} 不以 SIP/2.0 和传输协议开头，响应可能无法原路返回。"},
     .check = check_sent_protocol},
    {.code = "SYN-29",
     .slug = "branch-without-magic-cookie",
     .level = Level::note,
     .cite = {3261, "8.1.1.7"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The branch \"{0}\" of the top Via does not begin with z9hG4bK: as in RFC "
                      "2543, transactions are matched less surely.",
                .zh = "顶部 Via 的 branch“{0}”不以 z9hG4bK 开头，属 RFC 2543 的写法，"
                      "事务匹配没有那么可靠。"},
     .check = check_magic_cookie},
    {.code = "SYN-30",
     .slug = "received-in-brackets",
     .level = Level::note,
     .cite = {5118, "4.5"},
     .applies_to = {.evidence = Evidence::message},
     .broken =
         {.en = "Via says received={0}: the grammar has no brackets there, and a strict peer "
                "may not read the address.",
          .zh = "Via 的 received 参数是 {0}，语法不允许此处用方括号，严格的对端可能读不出地址。"},
     .check = check_received},
    {.code = "SYN-31",
     .slug = "broadcast-via",
     .level = Level::should,
     .cite = {4475, "3.3.10"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "A lower Via names {0}: a proxy that forwards the response there sends it to "
                      "every host of its network.",
                .zh = "下层 Via 的地址是广播地址 {0}，代理服务器照此转发，响应就会发给整个网段。"},
     .check = check_broadcast},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> via_syntax{table};

}  // namespace sipgloss::subject
