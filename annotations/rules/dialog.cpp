// SPDX-License-Identifier: MIT
// What a response must say when it makes a dialog. RFC 3261 sections 12.1.1, 13.3.1.4 and 20
// (table 2), RFC 3311 section 4.
#include "rules/capture.hpp"
#include "rules/contact.hpp"
#include "rules/subject.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::subject {
namespace {

constexpr Set<Method> making_dialogs = {Method::invite, Method::subscribe, Method::refer};

/// Whether the response makes a dialog or belongs to one: a 2xx, or a 1xx with a To tag.
bool belongs_to_dialog(const Message& response) {
  return response.status_code >= 200 || response.to().tag;
}

Verdict contact_is_sip_uri(const Seen& seen) {
  if (!belongs_to_dialog(seen.message)) return Verdict::holds();
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    const std::optional<NameAddr> contact = read_address(seen.message, value);
    if (!contact) return Verdict::unknown();
    if (contact->is_wildcard) return Verdict::broken_at(value, value);
    if (!is_sip_uri(contact->uri)) return Verdict::broken_at(contact->uri, contact->uri);
  }
  return Verdict::holds();
}

Verdict contact_is_one(const Seen& seen) {
  if (!belongs_to_dialog(seen.message)) return Verdict::holds();
  std::size_t count = 0;
  std::string_view second;
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    if (++count == 2) second = value;
  }
  if (count < 2) return Verdict::holds();
  return Verdict::broken_at(second, seen.message.status_code, count);
}

Verdict tells_capabilities(const Seen& seen) {
  const bool allow = seen.message.has(HeaderName::allow);
  const bool supported = seen.message.has(HeaderName::supported);
  if (allow && supported) return Verdict::holds();
  constexpr Text both = {"Allow and Supported", "Allow 和 Supported"};
  constexpr Text supported_alone = {"Supported", "Supported"};
  constexpr Text allow_alone = {"Allow", "Allow"};
  const Text missing = allow ? supported_alone : supported ? allow_alone : both;
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, missing);
}

Verdict early_dialog_has_target(const Seen& seen) {
  // Without a tag there is no dialog, and one that is there already has its remote target.
  if (!seen.message.to().tag || seen.capture->request()->message.to().tag) return Verdict::holds();
  if (seen.message.has(HeaderName::contact)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

/// Whether the session description has preconditions. Who uses them supports UPDATE (RFC 3312
/// section 11).
bool has_preconditions(std::string_view sdp) {
  for (const SdpLine& line : SdpLines(sdp)) {
    if (line.type == 'a' && (line.value.starts_with("curr:") || line.value.starts_with("des:")))
      return true;
  }
  return false;
}

/// The UPDATE that the callee sent in this dialog, or accepted; no_message when there is none.
MessageId update_of_callee(const Capture& capture) {
  const Transaction& invite = capture.transaction();
  const TransactionId update = capture.find_in_dialog([&](const Transaction& other) {
    if (other.method != Method::update || other.hop != invite.hop) return false;
    if (other.client != invite.client) return other.request != no_message;
    return other.final != no_message && capture.tracker().message(other.final).code < 300;
  });
  if (update == TransactionId::none) return no_message;
  const Transaction& found = capture.tracker().transaction(update);
  return found.client == invite.client ? found.final : found.request;
}

Verdict update_is_allowed(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const bool final = seen.message.status_code >= 200;
  if (capture.dialog()->created_by != capture.transaction_id()) return Verdict::holds();
  if (!final && !seen.message.has(HeaderName::rseq)) return Verdict::holds();
  const Header* const allow = seen.message.find(HeaderName::allow);
  if (lists_token(seen.message, HeaderName::allow, "UPDATE")) return Verdict::holds();
  const std::optional<Body> sdp = find_body(seen.message, "application", "sdp");
  if (!final && !sdp) return Verdict::holds();
  // A 2xx without any Allow is another rule's matter.
  if (final && allow == nullptr) return Verdict::unknown();
  const Verdict broken = Verdict::broken_at(
      allow == nullptr ? seen.message.start_line : row_of(*allow), seen.message.status_code);
  if (const MessageId update = update_of_callee(capture); update != no_message)
    return broken.resting_on(capture.frame(update));
  return sdp && has_preconditions(sdp->content) ? broken : Verdict::unknown();
}

constexpr Rule table[] = {
    {.code = "DLG-01",
     .slug = "2xx-without-contact",
     .level = Level::must,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en =
                    "{0} to INVITE without Contact: the caller learns no address for ACK and BYE.",
                .zh = "对 INVITE 的 {0} 响应缺少 Contact 头域，主叫不知道 ACK 和 BYE 应发往何处。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::contact)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
    {.code = "DLG-02",
     .slug = "non-invite-2xx-without-contact",
     .level = Level::must,
     .cite = {3261, "20"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::update, Method::subscribe, Method::refer},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "{0} to {1} without Contact: the client learns no address for its next request "
                "in the dialog.",
          .zh = "对 {1} 的 {0} 响应缺少 Contact 头域，客户端不知道对话中的后续请求应发往何处。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::contact)) return Verdict::holds();
           const CSeq& cseq = seen.message.cseq();
           // Then there may be no dialog at all, and an address for it would be of no use.
           if (cseq.method == Method::refer && makes_no_subscription(seen.message))
             return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                                     cseq.method_name);
         }},
    {.code = "DLG-03",
     .slug = "early-dialog-without-contact",
     .level = Level::should,
     .cite = {3261, "12.1.1"},
     // A proxy that makes a 199 leaves Contact out (RFC 6228 section 6).
     .applies_to = {.codes = {{101, 198}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated, Guard::older_peer}},
     .broken = {.en =
                    "{0} with a To tag but without Contact: the caller cannot send PRACK or UPDATE "
                    "in this early dialog.",
                .zh = "{0} 响应有 To tag 却没有 Contact 头域，"
                      "主叫无法在此早期对话中发送 PRACK 或 UPDATE。"},
     .check = early_dialog_has_target},
    {.code = "DLG-04",
     .slug = "contact-not-sip-uri",
     .level = Level::must,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = making_dialogs,
                    .evidence = Evidence::message},
     .broken =
         {.en = "Contact {0} is no SIP or SIPS URI: no request of the dialog can be sent to it.",
          .zh = "Contact 中的 {0} 不是 SIP 或 SIPS URI，对话中的后续请求无法发往该地址。"},
     .check = contact_is_sip_uri},
    {.code = "DLG-06",
     .slug = "several-contacts-in-dialog",
     .level = Level::note,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = making_dialogs,
                    .evidence = Evidence::message},
     .broken = {.en =
                    "{0} with {1} Contact values: a dialog has one remote target, and the peer can "
                    "only guess which.",
                .zh = "{0} 响应有 {1} 个 Contact 值，而对话只有一个远端目标，对端只能猜用哪一个。"},
     .check = contact_is_one},
    {.code = "DLG-07",
     .slug = "2xx-without-allow-or-supported",
     .level = Level::should,
     .cite = {3261, "13.3.1.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken =
         {.en = "{0} to INVITE without {1}: the caller does not learn what the callee can do in "
                "this call.",
          .zh = "对 INVITE 的 {0} 响应缺少 {1} 头域，主叫无从得知被叫在此呼叫中支持什么。"},
     .check = tells_capabilities},
    {.code = "UPD-06",
     .slug = "allow-without-update",
     .level = Level::note,
     .cite = {3311, "4"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::dialog, Guard::truncated}},
     .broken = {.en = "{0} without UPDATE in Allow, though the callee supports it: the caller will "
                      "not use it.",
                .zh = "{0} 响应的 Allow 没有列出 UPDATE，而被叫其实支持，主叫不会使用 UPDATE。"},
     .check = update_is_allowed},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> dialog{table};

}  // namespace sipgloss::subject
