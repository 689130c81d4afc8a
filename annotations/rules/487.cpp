// SPDX-License-Identifier: MIT
// 487 Request Terminated. RFC 3261 sections 9.2, 13.3.1, 15.1.2 and 21.4.25.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a BYE came in the dialog of a response.
bool saw_bye(const Capture& capture) {
  const Dialog* const dialog = capture.dialog();
  return dialog != nullptr && dialog->ended_by != no_message;
}

/// Whether the Expires of an INVITE had run out, or cannot be read. Clocks may differ by a second.
bool has_expired(const Capture& capture) {
  const Header* const expires = capture.request()->message.find(HeaderName::expires);
  if (expires == nullptr) return false;
  const auto seconds = read_number(expires->value);
  if (!seconds) return true;
  return capture.since(capture.transaction().request) >=
         std::chrono::seconds(*seconds) - std::chrono::seconds(1);
}

Verdict was_terminated(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const bool cancelled = capture.transaction().partner != TransactionId::none;
  if (cancelled || saw_bye(capture) || has_expired(capture)) return Verdict::holds();
  // A proxy passes the 487 of a branch on that it cancelled itself.
  if (!is_from_the_uas(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line);
}

constexpr Rule table[] = {
    {.code = "K487-1",
     .slug = "487-to-cancel",
     .level = Level::must,
     .cite = {3261, "21.4.25"},
     .applies_to = {.codes = {487}, .evidence = Evidence::message},
     .broken = {.en = "487 to CANCEL: it belongs to the request that was cancelled, never to the "
                      "CANCEL itself.",
                .zh = "对 CANCEL 的 487 响应：487 只用于被取消的请求，不用于 CANCEL 本身。"},
     .check =
         [](const Seen& seen) { return is_to(seen.message, any_method_but({Method::cancel})); }},
    {.code = "K487-2",
     .slug = "487-to-request-not-terminated",
     .level = Level::should,
     .cite = {3261, "21.4.25"},
     .applies_to = {.codes = {487},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken =
         {.en = "487, but neither CANCEL nor BYE had come and the INVITE had not expired: a "
                "refusal by the callee has other codes.",
          .zh =
              "487 响应之前既没有 CANCEL 或 BYE，INVITE 也未到期：被叫拒绝呼叫应使用其他状态码。"},
     .check = was_terminated},
    {.code = "K487-3",
     .slug = "487-outside-invite",
     .level = Level::note,
     .cite = {3261, "21.4.25"},
     .applies_to = {.codes = {487},
                    .methods =
                        any_method_but({Method::invite, Method::ack, Method::bye, Method::cancel}),
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken =
         {.en = "487 to {0}: nothing but a BYE in its dialog ends such a request early, and "
                "the capture shows none.",
          .zh = "对 {0} 的 487 响应：只有同一对话中的 BYE 才会提前终止这类请求，而抓包中没有。"},
     .check =
         [](const Seen& seen) {
           if (saw_bye(*seen.capture)) return Verdict::holds();
           return is_to(seen.message, {});
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_487{table};

}  // namespace sipgloss::subject
