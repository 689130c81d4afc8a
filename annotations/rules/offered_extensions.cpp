// SPDX-License-Identifier: MIT
// Extensions that a server applies. RFC 3261 section 8.2.4, RFC 7044 section 9.4.
#include "message/scan.hpp"
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Reliable provisional responses, and flows of a registration, have rules of their own.
bool is_told_elsewhere(const Message& response, std::string_view tag) {
  if (response.method() == Method::invite && response.status_code < 200)
    return scan::equal_ignoring_case(tag, "100rel");
  return response.method() == Method::register_ && scan::equal_ignoring_case(tag, "outbound");
}

bool offers(const Message& request, std::string_view tag) {
  return lists_token(request, HeaderName::supported, tag) ||
         lists_token(request, HeaderName::require, tag);
}

constexpr Rule table[] = {
    {.code = "HDR-31",
     .slug = "extension-not-offered",
     .level = Level::must,
     .cite = {3261, "8.2.4"},
     // 421 and 494 ask for an extension (RFC 3329 section 2.3).
     .applies_to = {.codes = {{100, 420}, {422, 493}, {495, 699}},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} requires the extension {1}, which the request did not offer: the client "
                      "may not understand this response.",
                .zh = "{0} 响应要求扩展 {1}，而请求并未声明支持，客户端可能无法理解该响应。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           int count = 0;
           for (const std::string_view tag : Values(seen.message, HeaderName::require)) {
             if (++count > 32) return Verdict::unknown();
             if (is_told_elsewhere(seen.message, tag)) continue;
             if (!offers(request, tag))
               return Verdict::broken_at(tag, seen.message.status_code, tag);
           }
           return Verdict::holds();
         }},
    {.code = "EXT-07",
     .slug = "history-info-not-offered",
     .level = Level::must,
     .cite = {7044, "9.4"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "History-Info in this {0}, though the request has neither History-Info nor "
                      "Supported: histinfo: it tells what the client did not ask for.",
                .zh =
                    "{0} 响应带有 History-Info，而请求既没有 History-Info，也未声明支持 histinfo，"
                    "向客户端透露了它并未要求的呼叫历史。"},
     .check =
         [](const Seen& seen) {
           const Header* const row = seen.message.find(HeaderName::history_info);
           if (row == nullptr) return Verdict::holds();
           const Message& request = seen.capture->request()->message;
           const bool asked = request.has(HeaderName::history_info) || offers(request, "histinfo");
           if (asked) return Verdict::holds();
           return Verdict::broken_at(row_of(*row), seen.message.status_code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> offered_extensions{table};

}  // namespace sipgloss::subject
