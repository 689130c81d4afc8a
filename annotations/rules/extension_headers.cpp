// SPDX-License-Identifier: MIT
// Header fields and option tags of SIP extensions: the responses in which they are defined.
// RFC 3327 section 4, RFC 3329 section 2.6, RFC 3608 section 5, RFC 3903 section 11.3, RFC 4412
// section 3.3, RFC 4488 section 4, RFC 5626 sections 5.4 and 6, RFC 6442 section 4.4, RFC 7614
// sections 4.8 and 6, RFC 8876 section 5.2.
#include "message/scan.hpp"
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr Place of_publication[] = {{{200, 299}, {Method::publish}}};
constexpr Place of_registration[] = {{{200, 299}, {Method::register_}}};
constexpr Place of_referral[] = {{{200, 299}, {Method::refer}}};
constexpr Place of_referral_tags[] = {{200, {Method::refer}}, {421, {Method::refer}}};

constexpr HeaderNames routes = {HeaderName::path, HeaderName::service_route};
constexpr HeaderNames referral_headers = {HeaderName::refer_sub, HeaderName::refer_events_at};

Verdict flow_timer(const Message& response) {
  const Verdict place = stands_only_in(response, HeaderName::flow_timer, of_registration);
  const Header* const row = response.find(HeaderName::flow_timer);
  if (row == nullptr || place.kind() != Verdict::Kind::holds) return place;
  if (lists_token(response, HeaderName::require, "outbound")) return place;
  return misplaced(*row, response);
}

/// The explicitsub or nosub that Require lists; empty when it lists neither.
std::string_view referral_tag(const Message& response) {
  for (const std::string_view tag : Values(response, HeaderName::require)) {
    if (scan::equal_ignoring_case(tag, "explicitsub") || scan::equal_ignoring_case(tag, "nosub")) {
      return tag;
    }
  }
  return {};
}

/// The second error code of a header field that has one only; empty when there is none.
std::string_view second_code(const Message& response, HeaderName name) {
  std::size_t codes = 0;
  for (const std::string_view row : Values(response, name)) {
    for (std::string_view rest = row; !rest.empty();) {
      const std::string_view value = take_list_value(rest);
      if (!value.empty() && scan::is_digit(value.front()) && ++codes == 2) return value;
    }
  }
  return {};
}

/// Geolocation-Error or AlertMsg-Error: once at most, and not in a 100.
Verdict error_of_request(const Message& response, HeaderName name) {
  const Header* const row = response.find(name);
  if (row == nullptr) return Verdict::holds();
  if (response.status_code == 100) {
    return Verdict::broken_at(row_of(*row), name_of(name),
                              Text{"stands in a 100", "出现在 100 响应中"});
  }
  const std::string_view second = second_code(response, name);
  if (second.empty()) return Verdict::holds();
  return Verdict::broken_at(second, name_of(name), Text{"has several values", "有多个值"});
}

constexpr Rule table[] = {
    {.code = "HDR-08",
     .slug = "sip-etag-misplaced",
     .level = Level::should,
     .cite = {3903, "11.3"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "SIP-ETag in a {1} to {2}: only a 2xx to PUBLISH gives a publisher an "
                      "entity-tag to use later.",
                .zh = "对 {2} 的 {1} 响应中出现 SIP-ETag 头域，"
                      "发布方只从 PUBLISH 的 2xx 取得实体标签。"},
     .check =
         [](const Seen& seen) {
           return stands_only_in(seen.message, HeaderName::sip_etag, of_publication);
         }},
    {.code = "HDR-23",
     .slug = "path-or-service-route-misplaced",
     .level = Level::should,
     .cite = {3327, "4"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "{0} in a {1} to {2}: only a 2xx to REGISTER tells the UA its route.",
                .zh = "对 {2} 的 {1} 响应中出现 {0} 头域，UA 只从 REGISTER 的 2xx 得知路由。"},
     .check =
         [](const Seen& seen) { return stands_only_in(seen.message, routes, of_registration); }},
    {.code = "HDR-24",
     .slug = "flow-timer-misplaced",
     .level = Level::should,
     .cite = {5626, "5.4"},
     .applies_to = {.codes = {any_code},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Flow-Timer outside a 2xx to REGISTER with Require: outbound: no flow was "
                      "agreed on, so none is kept alive.",
                .zh = "Flow-Timer 头域不在带 Require: outbound 的 REGISTER 2xx 响应中，"
                      "双方并未约定要保活的流（flow）。"},
     .check = [](const Seen& seen) { return flow_timer(seen.message); }},
    {.code = "HDR-25",
     .slug = "security-server-outside-421-494",
     .level = Level::should,
     .cite = {3329, "2.6"},
     .applies_to = {.codes = {{100, 420}, {422, 493}, {495, 699}},
                    .evidence = Evidence::message,
                    .guards = {Guard::closed_network}},
     .broken = {.en =
                    "Security-Server in a {1} to {2}: a client looks there for security mechanisms "
                    "when it gets a 421 or a 494.",
                .zh = "对 {2} 的 {1} 响应中出现 Security-Server 头域，"
                      "客户端只在收到 421 或 494 时才会查看其中的安全机制。"},
     .check =
         [](const Seen& seen) {
           // IMS challenges a REGISTER so.
           const bool challenge = seen.message.status_code == 401;
           if (challenge && seen.message.method() == Method::register_) return Verdict::unknown();
           return is_absent(seen.message, HeaderName::security_server);
         }},
    {.code = "HDR-26",
     .slug = "refer-header-field-misplaced",
     .level = Level::should,
     .cite = {7614, "4.8"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "{0} in a {1} to {2}: it counts only in a 2xx to REFER, and is ignored here.",
                .zh =
                    "对 {2} 的 {1} 响应中出现 {0} 头域，它只在 REFER 的 2xx 中有效，在此被忽略。"},
     .check =
         [](const Seen& seen) {
           return stands_only_in(seen.message, referral_headers, of_referral);
         }},
    {.code = "HDR-27",
     .slug = "accept-resource-priority-misplaced",
     .level = Level::note,
     .cite = {4412, "3.3"},
     .applies_to = {.codes = {{100, 199}, {300, 416}, {418, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Accept-Resource-Priority in a {1}: it is defined for 2xx and 417, and "
                      "clients look for it there only.",
                .zh = "{1} 响应中出现 Accept-Resource-Priority 头域，它用于 2xx 和 417，"
                      "客户端只在其中查看。"},
     .check =
         [](const Seen& seen) {
           return is_absent(seen.message, HeaderName::accept_resource_priority);
         }},
    {.code = "HDR-28",
     .slug = "location-or-alert-error-misplaced",
     .level = Level::must,
     .cite = {6442, "4.4"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "{0} {1}: a response other than 100 tells one such error, and a client "
                      "expects no other.",
                .zh = "{0} {1}，100 以外的响应只告知一个此类错误，客户端不会处理其他的。"},
     .check =
         [](const Seen& seen) {
           const Verdict location = error_of_request(seen.message, HeaderName::geolocation_error);
           if (location.kind() == Verdict::Kind::broken) return location;
           return error_of_request(seen.message, HeaderName::alertmsg_error);
         }},
    {.code = "HDR-34",
     .slug = "refer-option-tag-misplaced",
     .level = Level::must,
     .cite = {7614, "6"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken =
         {.en = "Require: {0} in a {1} to {2}: only a 200 or 421 to REFER can ask for it, and here "
                "it cannot be met.",
          .zh = "对 {2} 的 {1} 响应用 Require 要求 {0}，只有 REFER 的 200 或 421 才能这样要求。"},
     .check =
         [](const Seen& seen) {
           const std::string_view tag = referral_tag(seen.message);
           if (tag.empty()) return Verdict::holds();
           const std::optional<bool> in_place = is_one_of(seen.message, of_referral_tags);
           if (!in_place) return Verdict::unknown();
           if (*in_place) return Verdict::holds();
           return Verdict::broken_at(tag, tag, seen.message.status_code,
                                     seen.message.cseq().method_name);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> extension_headers{table};

}  // namespace sipgloss::subject
