// SPDX-License-Identifier: MIT
// 420 Bad Extension. RFC 3261 sections 8.2.2.3, 16.3, 20.40 and 21.4.15.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Extensions that a proxy may require of those behind it and its client knows nothing of: Path
/// (RFC 3327), session timers (RFC 4028 section 8.1), security agreement (RFC 3329).
bool may_be_of_a_proxy(std::string_view tag) {
  return scan::equal_ignoring_case(tag, "path") || scan::equal_ignoring_case(tag, "timer") ||
         scan::equal_ignoring_case(tag, "sec-agree");
}

/// How many tags of a list are looked for in another.
constexpr int most_tags = 32;

bool requires_something(const Message& request) {
  return request.has(HeaderName::require) || request.has(HeaderName::proxy_require);
}

Verdict lists_what_was_required(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (!requires_something(request) || came_from_behind(seen)) return Verdict::unknown();
  int count = 0;
  for (const std::string_view tag : Values(seen.message, HeaderName::unsupported)) {
    if (++count > most_tags) return Verdict::unknown();
    const bool required = lists_token(request, HeaderName::require, tag) ||
                          lists_token(request, HeaderName::proxy_require, tag);
    if (required) continue;
    if (may_be_of_a_proxy(tag) && !is_from_the_uas(seen)) return Verdict::unknown();
    return Verdict::broken_at(tag, tag);
  }
  return Verdict::holds();
}

Verdict something_was_required(const Seen& seen) {
  const CSeq& cseq = seen.message.cseq();
  // There Require and Proxy-Require are ignored, and no proxy adds them: CANCEL goes one hop.
  if (cseq.method == Method::cancel)
    return Verdict::broken_at(seen.message.start_line, cseq.method_name);
  const Captured* const request = seen.capture->request();
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  if (requires_something(request->message)) return Verdict::holds();
  if (came_from_behind(seen)) return Verdict::unknown();
  for (const std::string_view tag : Values(seen.message, HeaderName::unsupported)) {
    if (may_be_of_a_proxy(tag) && !is_from_the_uas(seen)) return Verdict::unknown();
  }
  return Verdict::broken_at(seen.message.start_line, cseq.method_name);
}

constexpr Rule table[] = {
    {.code = "K420-1",
     .slug = "420-without-unsupported",
     .level = Level::must,
     .cite = {3261, "21.4.15"},
     .applies_to = {.codes = {420},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "420 names no extension in Unsupported: the client cannot learn which one to "
                      "leave out.",
                .zh = "420 响应没有用 Unsupported 头域列出任何扩展，客户端不知道应去掉哪个扩展。"},
     .check =
         [](const Seen& seen) { return names_a_value(seen.message, HeaderName::unsupported); }},
    {.code = "K420-2",
     .slug = "420-unsupported-not-required",
     .level = Level::must,
     .cite = {3261, "8.2.2.3"},
     .applies_to = {.codes = {420},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "Unsupported lists {0}, which the request did not require: the server could have "
                "ignored it "
                "and gone on.",
          .zh = "Unsupported 头域列出了 {0}，但请求并未要求它，服务器本可忽略该扩展，继续处理。"},
     .check = lists_what_was_required},
    {.code = "K420-3",
     .slug = "420-to-request-that-requires-nothing",
     .level = Level::must,
     .cite = {3261, "8.2.2.3"},
     .applies_to = {.codes = {420},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction},
     .broken = {.en = "420 to {0}, which requires no extension that counts here: the server had no "
                      "reason to refuse it.",
                .zh = "420 响应拒绝了 {0}，但该请求并未有效要求任何扩展，服务器没有理由拒绝。"},
     .check = something_was_required},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_420{table};

}  // namespace sipgloss::subject
