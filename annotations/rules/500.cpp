// SPDX-License-Identifier: MIT
// 500 Server Internal Error. RFC 3261 sections 12.2.2 and 14.2, RFC 3311 section 5.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::uint32_t longest_wait = 10;  ///< seconds

/// Whether an INVITE or UPDATE before this one still had no final response when the 500 was sent.
bool is_overlapped(const Capture& capture) {
  const Transaction& own = capture.transaction();
  const auto is_unfinished = [&](const Transaction& other) {
    return other.method == own.method && other.from_tag == own.from_tag && other.hop == own.hop &&
           other.cseq < own.cseq && other.request != no_message && other.final == no_message &&
           // After this time its response may have been lost in the capture.
           capture.since(other.request) < 64 * capture.settings().t1;
  };
  const TransactionId opened = capture.dialog()->created_by;
  return capture.find_in_dialog(is_unfinished) != TransactionId::none ||
         is_unfinished(capture.tracker().transaction(opened));
}

Verdict tells_when_to_retry(const Seen& seen) {
  if (!is_overlapped(*seen.capture)) return Verdict::holds();
  if (!is_from_the_uas(seen)) return Verdict::unknown();  // a proxy may have trouble of its own
  const std::string_view method = seen.message.cseq().method_name;
  const Header* const header = seen.message.find(HeaderName::retry_after);
  if (header == nullptr) return Verdict::broken_at(seen.message.start_line, method);
  const auto seconds = read_retry_after(header->value).seconds;
  if (!seconds) return Verdict::unknown();
  return *seconds <= longest_wait ? Verdict::holds() : Verdict::broken_at(row_of(*header), method);
}

/// Whether the request came in its order. What is out of order was overtaken on the way.
Verdict came_in_order(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (!own.facts.in_dialog) return Verdict::holds();
  const TransactionId id = capture.find_in_dialog([&own](const Transaction& other) {
    const bool counts = other.method != Method::ack && other.method != Method::cancel;
    return counts && other.from_tag == own.from_tag && other.hop == own.hop &&
           other.cseq > own.cseq && other.request != no_message && other.request < own.request;
  });
  if (id == TransactionId::none) return Verdict::holds();
  const Transaction& overtaking = capture.tracker().transaction(id);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{own.cseq},
                            std::uint64_t{overtaking.cseq})
      .resting_on(capture.frame(own.request), capture.frame(overtaking.request));
}

constexpr Rule table[] = {
    {.code = "K500-1",
     .slug = "500-to-overlapping-request-without-retry-after",
     .level = Level::must,
     .cite = {3261, "14.2"},
     .applies_to = {.codes = {500},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::dialog, Guard::gap_free, Guard::truncated}},
     .broken = {.en =
                    "500 to {0} while the one before is unanswered, without a Retry-After of 0 to "
                    "10 s: the client cannot learn when to try again.",
                .zh = "前一个 {0} 尚无最终响应时的 500 响应没有 0 至 10 秒的 Retry-After，"
                      "客户端不知何时再试。"},
     .check = tells_when_to_retry},
    {.code = "K500-2",
     .slug = "500-out-of-order",
     .level = Level::note,
     .cite = {3261, "12.2.2"},
     .applies_to = {.codes = {500},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request}},
     .broken = {.en = "CSeq {0} came after {1} in this dialog: the request was out of order, and a "
                      "500 is what it had to get.",
                .zh = "该对话中 CSeq {0} 的请求晚于 {1} 到达，属于乱序，必须以 500 拒绝。"},
     .check = came_in_order},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_500{table};

}  // namespace sipgloss::subject
