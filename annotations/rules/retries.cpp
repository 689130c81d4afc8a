// SPDX-License-Identifier: MIT
// A request that is sent once more as it was. RFC 3261 section 21.4.
#include <chrono>

#include "rules/answered_challenges.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// What a new transaction changes of itself, or a clock.
constexpr bool changes_by_itself(HeaderName name) {
  return name == HeaderName::via || name == HeaderName::cseq || name == HeaderName::date ||
         name == HeaderName::timestamp;
}

/// Codes after which the same request may well be tried once more: the time was not right (408,
/// 430, 491), somebody cancelled (487), or another rule is about it (credentials that were refused
/// are sent again).
constexpr bool may_pass_later(unsigned code) {
  constexpr unsigned codes[] = {408, 430, 487, 491};
  return std::ranges::find(codes, code) != std::end(codes);
}

/// Codes that say of a request in a dialog that the dialog is gone: other rules speak of those.
constexpr bool ends_dialog(unsigned code) {
  constexpr unsigned codes[] = {404, 410, 416, 481, 482, 483, 484, 485};
  return std::ranges::find(codes, code) != std::end(codes);
}

Verdict is_changed_after_refusal(const Seen& seen) {
  constexpr std::chrono::seconds right_after{10};
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.predecessor == TransactionId::none || capture.record().copy != Copy::none)
    return Verdict::holds();
  const Transaction& before = capture.tracker().transaction(own.predecessor);
  const unsigned code = final_code(capture, before);
  const bool refused = code >= 400 && code < 500 && !may_pass_later(code);
  if (own.facts.in_dialog && ends_dialog(code)) return Verdict::holds();
  if (!refused || before.hop != own.hop || capture.since(before.final) > right_after)
    return Verdict::holds();
  const Captured* const first = capture.at(before.request);
  const Captured* const response = capture.at(before.final);
  if (first == nullptr || response == nullptr || seen.message.truncated ||
      first->message.truncated || !comes_from_client(seen.message))
    return Verdict::unknown();
  if (response->message.has(HeaderName::retry_after)) return Verdict::holds();
  if (is_challenge(code) && has_credentials(seen.message)) return Verdict::holds();
  if (!are_alike(seen.message, first->message, changes_by_itself)) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.message.method_name, std::uint64_t{code},
                            std::uint64_t{capture.frame(before.request)})
      .resting_on(capture.frame(before.request), capture.frame(before.final));
}

constexpr Rule table[] = {
    {.code = "DLG-38",
     .slug = "same-request-after-4xx",
     .level = Level::should,
     .cite = {3261, "21.4"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::gap_free}},
     .broken =
         {.en = "{0} is sent again as it was in frame {2}, right after its {1}: the same server "
                "will refuse it again.",
          .zh = "帧 {2} 的 {0} 刚得到 {1} 就原样重发，同一服务器只会再次拒绝。"},
     .check = is_changed_after_refusal},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> retries{table};

}  // namespace sipgloss::subject
