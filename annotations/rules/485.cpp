// SPDX-License-Identifier: MIT
// 485 Ambiguous. RFC 3261 section 21.4.23.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// So soon that no person chose in between.
constexpr std::chrono::milliseconds at_once{1000};

/// Whether a request went to an address that a 485 had listed just before.
Verdict was_chosen_by_a_person(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  const TransactionId before = own.predecessor;
  // On the hops behind, and where it is sent again, it is the same request.
  const bool is_new = capture.record().copy == Copy::none && own.upstream == TransactionId::none;
  if (!is_new || before == TransactionId::none) return Verdict::holds();
  const MessageId refusal = tracker.transaction(before).final;
  if (refusal == no_message || tracker.message(refusal).code != 485) return Verdict::holds();
  const auto waited = std::chrono::duration_cast<std::chrono::milliseconds>(capture.since(refusal));
  if (waited > at_once) return Verdict::holds();
  const Captured* const ambiguous = capture.at(refusal);
  if (ambiguous == nullptr) return Verdict::unknown();
  const std::string_view target = seen.message.request_uri;
  for (const std::string_view value : Values(ambiguous->message, HeaderName::contact)) {
    if (!same_uri(read_name_addr(value).uri, target)) continue;
    return Verdict::broken_at(target, static_cast<std::uint64_t>(waited.count()))
        .resting_on(capture.frame(refusal));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K485-1",
     .slug = "485-contact-tried-at-once",
     .level = Level::should,
     .cite = {3261, "21.4.23"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel}),
                    .about = About::request,
                    .evidence = Evidence::capture},
     .broken = {.en = "Sent {0} ms after a 485 to one of its addresses: these may be of different "
                      "people, and the user has to choose, not the client.",
                .zh = "收到 485 响应仅 {0} 毫秒就发往其中一个地址，但这些地址可能分属不同的人，"
                      "应由用户选择。"},
     .check = was_chosen_by_a_person},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_485{table};

}  // namespace sipgloss::subject
