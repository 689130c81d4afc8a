// SPDX-License-Identifier: MIT
// Requests that a program answers, without asking its user. RFC 6665 sections 4.1.3 and 4.2.1.1,
// RFC 3428 section 7.
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// Longer than a program needs, also where requests are lost and sent again.
constexpr std::chrono::seconds prompt{10};

// A proxy may have tried one server after the other. What comes after Timer F is another rule's
// matter.
Verdict comes_promptly(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& transaction = capture.transaction();
  if (transaction.final != capture.id()) return Verdict::holds();
  const auto elapsed = capture.since(transaction.request);
  if (elapsed <= prompt) return Verdict::holds();
  if (elapsed > times_t1(capture, 64) || transaction.last_branch != TransactionId::none ||
      !is_of_one_request(seen))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, in_seconds(elapsed),
                            seen.message.cseq().method_name);
}

constexpr Rule table[] = {
    {.code = "EVT-08",
     .slug = "slow-answer-to-subscribe-or-notify",
     .level = Level::should,
     .cite = {6665, "4.2.1.1"},
     // MUST NOT wait for a user, but what kept the server busy is not in the capture. Hence the
     // level. The codes are those that say that the request was looked at.
     .applies_to = {.codes = {{200, 299}, 403, 481, 489, 603},
                    .methods = {Method::subscribe, Method::notify},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} comes {1} s after the {2}: a program has to answer it at once, and must "
                      "not wait for a user.",
                .zh = "{2} 之后 {1} 秒才有 {0} 响应：应由程序立即响应，不得等待用户操作。"},
     .check = comes_promptly},
    {.code = "INF-05",
     .slug = "slow-answer-to-message",
     .level = Level::should,
     .cite = {3428, "7"},
     .applies_to = {.codes = {{200, 299}, {600, 699}},
                    .methods = {Method::message},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} comes {1} s after the {2}: it should come at once, whether a user has "
                      "read the text or not.",
                .zh = "{2} 之后 {1} 秒才有 {0} 响应：不论用户是否已读，都应当立即响应。"},
     .check = comes_promptly},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> prompt_answers{table};

}  // namespace sipgloss::subject
