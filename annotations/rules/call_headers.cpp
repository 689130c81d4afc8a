// SPDX-License-Identifier: MIT
// Header fields of a call being set up: the responses in which they are defined. RFC 3262
// sections 3 and 7.1, RFC 4028 sections 4 and 5, RFC 5009 section 8, RFC 7462 section 4.1.
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr Place of_session_expires[] = {{{200, 299}, {Method::invite, Method::update}}};
constexpr Place of_alert_info[] = {{{101, 199}, {Method::invite}}};
constexpr Place of_p_early_media[] = {{{180, 189}, {Method::invite}},
                                      {{200, 299}, {Method::prack, Method::update}}};

constexpr Rule table[] = {
    {.code = "HDR-05",
     .slug = "rseq-in-final-response",
     .level = Level::must,
     .cite = {3262, "3"},
     // K100-2 is about a 100, REL-14 about the responses to other methods.
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message},
     .broken = {.en = "RSeq in a {1}: only 101 to 199 are acknowledged with PRACK, so the caller "
                      "cannot use this number.",
                .zh = "{1} 响应中出现 RSeq 头域，只有 101 至 199 响应用 PRACK 确认，"
                      "主叫用不上这个序号。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::rseq); }},
    {.code = "HDR-06",
     .slug = "min-se-outside-422",
     .level = Level::must,
     .cite = {4028, "5"},
     .applies_to = {.codes = {{100, 421}, {423, 699}}, .evidence = Evidence::message},
     .broken =
         {.en = "Min-SE in a {1}: only a 422 tells the shortest session interval in it, so the "
                "client takes no limit from here.",
          .zh =
              "{1} 响应中出现 Min-SE 头域，只有 422 用它告知最短会话间隔，客户端不会从这里取值。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, HeaderName::min_se); }},
    {.code = "HDR-07",
     .slug = "session-expires-misplaced",
     .level = Level::should,
     .cite = {4028, "4"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "Session-Expires in a {1} to {2}: only a 2xx to INVITE or UPDATE starts a "
                      "session timer.",
                .zh = "对 {2} 的 {1} 响应中出现 Session-Expires 头域，"
                      "只有 INVITE 或 UPDATE 的 2xx 才启动会话定时器。"},
     .check =
         [](const Seen& seen) {
           return stands_only_in(seen.message, HeaderName::session_expires, of_session_expires);
         }},
    {.code = "HDR-14",
     .slug = "alert-info-misplaced",
     .level = Level::should,
     .cite = {7462, "4.1"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "Alert-Info in a {1} to {2}: it picks a ringback tone, and callers take that "
                      "from 101 to 199 to INVITE only.",
                .zh = "对 {2} 的 {1} 响应中出现 Alert-Info 头域，"
                      "主叫只从 INVITE 的 101 至 199 响应中取回铃音。"},
     .check =
         [](const Seen& seen) {
           return stands_only_in(seen.message, HeaderName::alert_info, of_alert_info);
         }},
    {.code = "HDR-29",
     .slug = "p-early-media-misplaced",
     .level = Level::note,
     .cite = {5009, "8"},
     .applies_to = {.codes = {any_code}, .evidence = Evidence::message},
     .broken = {.en = "P-Early-Media in a {1} to {2}: networks read it in 18x to INVITE and in 2xx "
                      "to PRACK and UPDATE only.",
                .zh = "对 {2} 的 {1} 响应中出现 P-Early-Media 头域，"
                      "网络只在 INVITE 的 18x 和 PRACK、UPDATE 的 2xx 中读取它。"},
     .check =
         [](const Seen& seen) {
           return stands_only_in(seen.message, HeaderName::p_early_media, of_p_early_media);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> call_headers{table};

}  // namespace sipgloss::subject
