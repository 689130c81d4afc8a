// SPDX-License-Identifier: MIT
// 494 Security Agreement Required. RFC 3329 sections 2.3.1, 2.3.2 and 2.6.
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::string_view sec_agree = "sec-agree";

/// Whether a request demands the agreement itself. RFC 3329 section 2.3.1.
bool demands_agreement(const Message& request) {
  return lists_token(request, HeaderName::require, sec_agree) ||
         lists_token(request, HeaderName::proxy_require, sec_agree);
}

Verdict demands_it_back(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const bool is_servers_wish = lists_token(request, HeaderName::supported, sec_agree) &&
                               !demands_agreement(request) && comes_from_client(request);
  if (!is_servers_wish) return Verdict::unknown();
  if (lists_token(seen.message, HeaderName::require, sec_agree)) return Verdict::holds();
  const Header* const row = seen.message.find(HeaderName::require);
  return Verdict::broken_at(row == nullptr ? seen.message.start_line : row_of(*row));
}

Verdict was_named(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (demands_agreement(request) || lists_token(request, HeaderName::supported, sec_agree))
    return Verdict::holds();
  // What comes later in an agreement has its own rules, and so has another hop than the first.
  if (request.has(HeaderName::security_verify) || !comes_from_client(request))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line);
}

Verdict is_first_hop(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const bool asks_for_it =
      seen.message.status_code == 494 || lists_token(seen.message, HeaderName::require, sec_agree);
  if (!asks_for_it || demands_agreement(request)) return Verdict::unknown();
  if (comes_from_client(request)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            request.top_via().sent_by);
}

constexpr Rule table[] = {
    {.code = "K494-1",
     .slug = "494-without-security-server",
     .level = Level::must,
     .cite = {3329, "2.3.1"},
     // Table 1 of RFC 3329 leaves these methods without Security-Server.
     .applies_to = {.codes = {494},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en =
              "494 names no security mechanism in Security-Server: the client cannot agree on one.",
          .zh = "494 响应没有用 Security-Server 头域列出任何安全机制，客户端无法与之协商。"},
     .check =
         [](const Seen& seen) { return names_a_value(seen.message, HeaderName::security_server); }},
    {.code = "K494-2",
     .slug = "494-without-require-sec-agree",
     .level = Level::must,
     .cite = {3329, "2.3.2"},
     .applies_to = {.codes = {494},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "494 without Require: sec-agree. The client only supports the agreement, and "
                      "is not told that it has to use it.",
                .zh = "494 响应缺少 Require: sec-agree，而客户端只是支持该协商，不知道必须使用。"},
     .check = demands_it_back},
    {.code = "K494-3",
     .slug = "494-in-place-of-421",
     .level = Level::must,
     .cite = {3329, "2.3.2"},
     .applies_to = {.codes = {494},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "494 to a request that does not name sec-agree: the client may not know the "
                      "extension, and 421 would tell it.",
                .zh =
                    "请求没有列出 sec-agree，客户端可能不支持该扩展，此时必须用 421 而不是 494。"},
     .check = was_named},
    {.code = "K494-4",
     .slug = "sec-agree-behind-first-hop",
     .level = Level::must,
     .cite = {3329, "2.3.2"},
     .applies_to = {.codes = {421, 494},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "{0} asks for sec-agree, but the request came through {1}: only its first hop "
                    "may ask, any other returns 502.",
                .zh = "{0} 响应要求 sec-agree，但请求是经 {1} 转来的：只有第一跳可以要求，"
                      "其他服务器应返回 502。"},
     .check = is_first_hop},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_494{table};

}  // namespace sipgloss::subject
