// SPDX-License-Identifier: MIT
// Header fields that are defined for certain status codes. RFC 3261 section 20 (tables 2, 3),
// RFC 3329 section 2.3, RFC 3903 section 11.1.1, RFC 6035 section 3.4, RFC 6442 section 4.6.
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

/// RFC 3261 section 20.33, and RFC 6035 section 3.4 for reports about voice quality, which are
/// published.
constexpr Place of_retry_after[] = {
    {404}, {413}, {480}, {486}, {500}, {503}, {600}, {603}, {{500, 599}, {Method::publish}}};

/// RFC 3261 section 20 (table 3), and RFC 3329 section 2.3 for what Digest needs to begin.
constexpr HeaderNames challenges = {HeaderName::www_authenticate, HeaderName::proxy_authenticate};
constexpr Place of_challenges[] = {{401}, {407}, {421}, {494}};

/// A client reads an unknown 5xx as 500 and an unknown 6xx as 600 (RFC 3261 section 8.1.3.2).
bool reads_as_500_or_600(unsigned code) { return code >= 500 && !read_code(code).known; }

constexpr Rule table[] = {
    {.code = "HDR-09",
     .slug = "min-expires-outside-423",
     .level = Level::should,
     .cite = {3261, "20"},
     .applies_to = {.codes = {{100, 422}, {424, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Min-Expires in a {1}: a client looks for the shortest interval allowed only "
                      "when it gets a 423.",
                .zh = "{1} 响应中出现 Min-Expires 头域，客户端只有收到 423 才会按它选择间隔。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::min_expires); }},
    {.code = "HDR-10",
     .slug = "unsupported-outside-420",
     .level = Level::should,
     .cite = {3261, "20"},
     .applies_to = {.codes = {{100, 419}, {421, 423}, {425, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Unsupported in a {1}: a client looks there for refused extensions only when "
                      "it gets a 420.",
                .zh = "{1} 响应中出现 Unsupported 头域，客户端只有收到 420 才会按它去掉扩展。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::unsupported); }},
    {.code = "HDR-11",
     .slug = "retry-after-undefined-here",
     .level = Level::note,
     .cite = {3261, "20.33"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "Retry-After in a {1}: RFC 3261 gives it no meaning there, and the client "
                      "need not wait.",
                .zh =
                    "{1} 响应中出现 Retry-After 头域，RFC 3261 未定义其含义，客户端不一定会等待。"},
     .check =
         [](const Seen& seen) {
           if (reads_as_500_or_600(seen.message.status_code)) return Verdict::holds();
           return stands_only_in(seen.message, HeaderName::retry_after, of_retry_after);
         }},
    {.code = "HDR-12",
     .slug = "challenge-outside-401-407",
     .level = Level::should,
     .cite = {3261, "20"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "{0} in a {1}: clients give credentials after 401 and 407, so this challenge "
                      "gets none.",
                .zh = "{1} 响应中出现 {0} 头域，客户端只在收到 401 或 407 后提供凭证。"},
     .check =
         [](const Seen& seen) { return stands_only_in(seen.message, challenges, of_challenges); }},
    {.code = "HDR-13",
     .slug = "authentication-info-outside-2xx",
     .level = Level::should,
     .cite = {3261, "20.6"},
     .applies_to = {.codes = {{100, 199}, {300, 699}}, .evidence = Evidence::message},
     .broken = {.en = "Authentication-Info in a {1}: it completes a successful authentication, so "
                      "clients look for it in 2xx only.",
                .zh = "{1} 响应中出现 Authentication-Info 头域，认证成功后才用到它，"
                      "客户端只在 2xx 中查看。"},
     .check =
         [](const Seen& seen) { return is_absent(seen.message, HeaderName::authentication_info); }},
    {.code = "HDR-22",
     .slug = "error-info-outside-errors",
     .level = Level::note,
     .cite = {3261, "20.18"},
     .applies_to = {.codes = {{100, 299}}, .evidence = Evidence::message},
     .broken = {.en = "Error-Info in a {1}: it tells more about a failure, and this response "
                      "reports none.",
                .zh = "{1} 响应中出现 Error-Info 头域，它用来补充说明失败，而此响应并未报告失败。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::error_info); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> headers_by_code{table};

}  // namespace sipgloss::subject
