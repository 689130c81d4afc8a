// SPDX-License-Identifier: MIT
// UPDATE: one at a time, one offer at a time, and answered at once. RFC 3311 section 5.2, RFC 6337
// section 4.
#include "rules/offers.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a final response came so soon that nothing was lost between its client and its server:
/// that would have been sent again after T1, here or behind a proxy.
bool was_answered_at_once(const Capture& capture, const Transaction& transaction) {
  if (transaction.request == no_message || transaction.final == no_message) return false;
  const Tracker& tracker = capture.tracker();
  return tracker.message(transaction.final).time - tracker.message(transaction.request).time <
         times_t1(capture, 1);
}

/// Whether a message was captured before another one, and surely sent so where both went the same
/// way.
bool is_surely_before(const Capture& capture, MessageId earlier, MessageId later) {
  const Tracker& tracker = capture.tracker();
  return is_before(earlier, later) &&
         tracker.message(later).time - tracker.message(earlier).time > reordering;
}

/// Whether the server had sent no final response to an earlier UPDATE when it answered the one
/// judged: that response came here later.
bool was_unanswered(const Capture& capture, const Transaction& earlier) {
  constexpr unsigned taken_out_of_order = 500;
  return was_answered_at_once(capture, earlier) &&
         final_code(capture, earlier) != taken_out_of_order &&
         is_surely_before(capture, capture.id(), earlier.final);
}

Verdict refused(const Seen& seen, TransactionId other, std::uint64_t right) {
  const Capture& capture = *seen.capture;
  const Transaction& first = capture.tracker().transaction(other);
  const std::uint64_t frame = capture.frame(first.request);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code}, frame,
                            right)
      .resting_on(capture.frame(capture.transaction().request), capture.frame(first.request),
                  capture.frame(first.final));
}

Verdict refuses_the_second(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  const TransactionId first = capture.find_in_dialog([&](const Transaction& other) {
    return other.method == Method::update && is_of_same_client(capture, other) &&
           other.cseq < own.cseq && is_surely_before(capture, other.request, own.request) &&
           was_unanswered(capture, other);
  });
  return first == TransactionId::none ? Verdict::holds() : refused(seen, first, 500);
}

/// Whether a response of an INVITE up to a message may have answered its offer. One that is not
/// reliable is no answer, but many take it for one.
bool may_be_answered(const Capture& capture, const Transaction& invite, MessageId until) {
  return any_from(capture, invite.last, [until](MessageId id, const MessageRecord& record) {
    return id < until && record.code > 100 && !record.has_no_sdp;
  });
}

/// Whether the server of the UPDATE judged waited for the answer to an offer of its own when the
/// UPDATE came: that offer passed here before, and what answers it after the UPDATE.
bool awaits_answer(const Capture& capture, const Transaction& other) {
  const MessageId own = capture.transaction().request;
  const bool offers = other.method == Method::update || other.method == Method::invite;
  if (!offers || !is_of_peer(capture, other) || !other.facts.has_sdp) return false;
  const bool open = was_answered_at_once(capture, capture.transaction()) &&
                    is_surely_before(capture, other.request, own) &&
                    is_surely_before(capture, own, other.final);
  if (!open || other.partner != TransactionId::none) return false;
  return other.method == Method::update || !may_be_answered(capture, other, own);
}

/// Whether the server still owed the answer to an INVITE when it accepted the UPDATE judged: the
/// final response came so much later that it is none that was lost before, and no provisional
/// response gave the answer.
bool owes_answer(const Capture& capture, const Transaction& other) {
  constexpr int two_losses = 4;
  const bool open = other.method == Method::invite && is_of_same_client(capture, other) &&
                    other.facts.has_sdp && other.partner == TransactionId::none &&
                    is_before(other.request, capture.transaction().request) &&
                    is_before(capture.id(), other.final);
  if (!open) return false;
  const auto later = capture.tracker().message(other.final).time - capture.record().time;
  return later > times_t1(capture, two_losses) && !may_be_answered(capture, other, other.final);
}

/// The transaction of the dialog that `wanted` takes, the one that made it included: with a forked
/// INVITE that stands in the list of another one.
template <typename Wanted>
TransactionId find_with_first(const Capture& capture, Wanted wanted) {
  const TransactionId found = capture.find_in_dialog(wanted);
  if (found != TransactionId::none) return found;
  const TransactionId first = capture.dialog()->created_by;
  return wanted(capture.tracker().transaction(first)) ? first : TransactionId::none;
}

Verdict refuses_the_offer(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const RequestFacts& facts = capture.transaction().facts;
  if (!facts.has_sdp) return facts.has_no_sdp ? Verdict::holds() : Verdict::unknown();
  std::uint64_t right = 491;
  TransactionId other =
      find_with_first(capture, [&](const Transaction& one) { return awaits_answer(capture, one); });
  if (other == TransactionId::none) {
    right = 500;
    other =
        find_with_first(capture, [&](const Transaction& one) { return owes_answer(capture, one); });
  }
  if (other == TransactionId::none) return Verdict::holds();
  // The answer may lie in a reliable response that was not captured.
  return missed_reliable_response(capture, other) ? Verdict::unknown()
                                                  : refused(seen, other, right);
}

Verdict answers_the_offer(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  if (request.body.empty()) return Verdict::holds();
  const Carried offer = described_in(request).carried;
  if (offer != Carried::some) return not_concerned(offer);
  const Carried answer = described_in(seen.message).carried;
  if (answer != Carried::none) return not_concerned(answer);
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code});
}

/// Whether a request went out, for the first time or again.
bool is_sending(const MessageRecord& record) {
  return is_request(record) && record.copy != Copy::duplicate;
}

// How far the server is from here is not known, and what is lost is sent again at T1, 3 and 7 T1,
// here or behind a proxy.
Verdict comes_promptly(const Seen& seen) {
  constexpr int two_losses = 4;
  constexpr int three_losses = 8;
  const Capture& capture = *seen.capture;
  const Transaction& own = capture.transaction();
  if (own.final != capture.id()) return Verdict::holds();
  const MessageId asked = capture.find_before(is_sending);
  if (asked == no_message) return Verdict::unknown();
  const auto elapsed = capture.since(own.request);
  const bool no_loss = capture.since(asked) > longest_crossing(capture);
  const bool slow = elapsed > times_t1(capture, no_loss ? two_losses : three_losses);
  if (!slow) return Verdict::holds();
  // Behind a proxy it is judged there.
  const bool forwarded = own.last_branch != TransactionId::none;
  if (forwarded || !is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code},
                            in_ms(elapsed));
}

constexpr Rule table[] = {
    {.code = "UPD-01",
     .slug = "second-update-accepted",
     .level = Level::must,
     .cite = {3311, "5.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::update},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog, Guard::gap_free}},
     .broken = {.en = "{0} to an UPDATE that came while that of frame {1} had no final response: "
                      "it must be {2}, with Retry-After.",
                .zh = "帧 {1} 的 UPDATE 未决时又收到 UPDATE，必须以 {2} 和 Retry-After 拒绝，"
                      "而不是 {0}。"},
     .check = refuses_the_second},
    {.code = "UPD-02",
     .slug = "update-with-second-offer-accepted",
     .level = Level::must,
     .cite = {3311, "5.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::update},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::dialog, Guard::gap_free}},
     .broken = {.en = "{0} to an UPDATE with an offer, though that of frame {1} had no answer yet: "
                      "it must be {2}.",
                .zh = "帧 {1} 的 offer 尚无 answer 时收到带 offer 的 UPDATE，必须是 {2}，"
                      "而不是 {0}。"},
     .check = refuses_the_offer},
    {.code = "UPD-03",
     .slug = "offer-in-update-not-answered",
     .level = Level::must,
     .cite = {3311, "5.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request, Guard::gap_free}},
     .broken = {.en =
                    "{0} without an answer to the offer in UPDATE: the client cannot tell whether "
                    "the session has changed.",
                .zh = "UPDATE 带有 offer，{0} 响应却没有 answer，客户端不知道会话是否已改变。"},
     .check = answers_the_offer},
    {.code = "UPD-05",
     .slug = "update-answered-slowly",
     .level = Level::note,
     .cite = {3311, "5.2"},
     .applies_to = {.codes = {{200, 299}, 488},
                    .methods = {Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken =
         {.en = "{0} to UPDATE after {1} ms: it has to come at once, with no user asked; 504 "
                "says that this cannot be done.",
          .zh = "{1} 毫秒后才以 {0} 响应 UPDATE：必须立即响应，不能等用户确认，做不到就用 504。"},
     .check = comes_promptly},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> updates{table};

}  // namespace sipgloss::subject
