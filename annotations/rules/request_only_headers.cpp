// SPDX-License-Identifier: MIT
// Header fields of requests, met in a response. RFC 3261 sections 7.3.2 and 20 (tables 2, 3),
// RFC 3262 section 7.1, RFC 3903 section 11.3, RFC 5839 section 7.2, RFC 6665 section 8.2,
// RFC 8224 section 4, RFC 8946 section 7.
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr HeaderNames of_requests = {HeaderName::authorization, HeaderName::proxy_authorization,
                                     HeaderName::proxy_require, HeaderName::route,
                                     HeaderName::max_forwards,  HeaderName::in_reply_to,
                                     HeaderName::priority,      HeaderName::subject};

constexpr HeaderNames of_one_request = {HeaderName::rack, HeaderName::sip_if_match,
                                        HeaderName::suppress_if_match};

/// The request that one of `of_one_request` was made for.
std::string_view request_of(HeaderName name) {
  if (name == HeaderName::rack) return "PRACK";
  return name == HeaderName::sip_if_match ? "PUBLISH" : "SUBSCRIBE";
}

constexpr Rule table[] = {
    {.code = "HDR-01",
     .slug = "request-header-field-in-response",
     .level = Level::should,
     .cite = {3261, "7.3.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "{0} belongs to requests: in a response it says nothing, and the client "
                      "ignores it.",
                .zh = "{0} 头域只用于请求，放在响应中毫无作用，客户端会忽略它。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, of_requests); }},
    {.code = "HDR-02",
     .slug = "event-in-response",
     .level = Level::must,
     .cite = {6665, "8.2.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "Event in a response: it belongs to requests, and the client knows the event "
                      "package from its own.",
                .zh = "响应中出现 Event 头域，它只用于请求，客户端从自己的请求就知道事件包。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::event); }},
    {.code = "HDR-03",
     .slug = "subscription-state-in-response",
     .level = Level::must,
     .cite = {6665, "8.2.3"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "Subscription-State in a response: only a NOTIFY request tells it, so the "
                      "subscriber does not learn this state.",
                .zh = "响应中出现 Subscription-State 头域，订阅状态只由 NOTIFY 请求告知，"
                      "订阅方不会从这里得知。"},
     .check =
         [](const Seen& seen) { return is_absent(seen.message, HeaderName::subscription_state); }},
    {.code = "HDR-04",
     .slug = "rack-or-condition-in-response",
     .level = Level::should,
     .cite = {3262, "7.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "{0} in a response: it belongs to a {1} request, and the client ignores it "
                      "here.",
                .zh = "响应中出现 {0} 头域，它属于 {1} 请求，客户端在这里会忽略它。"},
     .check =
         [](const Seen& seen) {
           const Header* const row = first_of(seen.message, of_one_request);
           if (row == nullptr) return Verdict::holds();
           return Verdict::broken_at(row_of(*row), name_of(row->name), request_of(row->name));
         }},
    {.code = "HDR-30",
     .slug = "identity-outside-3xx",
     .level = Level::note,
     .cite = {8946, "7"},
     .applies_to = {.codes = {{100, 299}, {400, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Identity in a {1}: signatures go back in 3xx only, so the client has no use "
                      "for this one.",
                .zh = "{1} 响应中出现 Identity 头域，签名只随 3xx 响应带回，客户端用不上它。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::identity); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> request_only_headers{table};

}  // namespace sipgloss::subject
