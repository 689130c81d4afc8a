// SPDX-License-Identifier: MIT
// Subscriptions and publications. RFC 6665 section 3.1.1, RFC 3903 sections 6 and 9, RFC 7647
// section 3.
#include "rules/capture.hpp"
#include "rules/contact.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

Verdict tells_publication(const Seen& seen) {
  const bool expires = seen.message.has(HeaderName::expires);
  const bool etag = seen.message.has(HeaderName::sip_etag);
  if (expires && etag) return Verdict::holds();
  constexpr Text both = {"Expires and SIP-ETag", "Expires 和 SIP-ETag"};
  constexpr Text etag_alone = {"SIP-ETag", "SIP-ETag"};
  constexpr Text expires_alone = {"Expires", "Expires"};
  const Text missing = expires ? etag_alone : etag ? expires_alone : both;
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, missing);
}

/// Whether a REFER forbade a subscription: RFC 7614 sections 4.1 and 5.1.
bool forbids_subscription(const Message& refer) {
  return lists_token(refer, HeaderName::require, "nosub") ||
         lists_token(refer, HeaderName::require, "explicitsub");
}

Verdict contact_is_gruu(const Seen& seen) {
  if (makes_no_subscription(seen.message) ||
      forbids_subscription(seen.capture->request()->message)) {
    return Verdict::holds();
  }
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    const std::optional<NameAddr> contact = read_address(value);
    const Uri uri = read_uri(contact ? contact->uri : "");
    // What is no SIP URI is another rule's matter.
    if (!uri.is_sip()) return Verdict::unknown();
    if (!is_gruu(uri)) return Verdict::broken_at(uri.raw, uri.raw);
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "EVT-01",
     .slug = "subscribe-2xx-without-expires",
     .level = Level::must,
     .cite = {6665, "3.1.1"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::subscribe},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "{0} to SUBSCRIBE without Expires: the subscriber cannot tell when to refresh "
                    "the subscription.",
                .zh = "对 SUBSCRIBE 的 {0} 响应缺少 Expires 头域，订阅方不知道何时该刷新订阅。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::expires)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
    {.code = "EVT-09",
     .slug = "publish-2xx-without-expires-or-etag",
     .level = Level::must,
     .cite = {3903, "6"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::publish},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "{0} to PUBLISH without {1}: the publisher cannot keep its publication alive.",
                .zh = "对 PUBLISH 的 {0} 响应缺少 {1} 头域，发布方无法按时刷新其发布。"},
     .check = tells_publication},
    {.code = "EVT-12",
     .slug = "publish-503-without-retry-after",
     .level = Level::should,
     .cite = {3903, "9"},
     .applies_to = {.codes = {503},
                    .methods = {Method::publish},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en =
                    "503 to PUBLISH without Retry-After: the publisher does not learn how long to "
                    "hold back.",
                .zh = "对 PUBLISH 的 503 响应缺少 Retry-After 头域，发布方不知道要等多久再发布。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::retry_after)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "EVT-19",
     .slug = "refer-contact-not-gruu",
     .level = Level::should,
     .cite = {7647, "3"},
     // With 202 a peer says that it follows RFC 3515, which asks for no GRUU.
     .applies_to = {.codes = {200},
                    .methods = {Method::refer},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "Contact {0} in the 200 to REFER is no GRUU: requests out of the dialog may miss "
                "this UA.",
          .zh = "对 REFER 的 200 响应中的 Contact {0} 不是 GRUU，对话外的请求可能到不了该 UA。"},
     .check = contact_is_gruu},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> events{table};

}  // namespace sipgloss::subject
