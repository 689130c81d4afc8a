// SPDX-License-Identifier: MIT
// PRACK, what it acknowledges, and what it is answered. RFC 3262 sections 3, 4 and 5.
#include <algorithm>

#include "rules/offers.hpp"
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr int give_up = 64;       ///< T1: when the server rejects an INVITE that gets no PRACK
constexpr int last_repeats = 60;  ///< T1: by then no repetition is to come before that
constexpr int and_then = 80;      ///< T1: long after that
constexpr int three_repeats = 8;  ///< T1: enough for three repetitions
constexpr int enough_copies = 3;

/// A reliable response that still waits for its PRACK when a message passes.
bool is_waiting(const MessageRecord& record, std::uint32_t callee) {
  return record.rseq != 0 && record.to_tag == callee && record.copy == Copy::none &&
         record.followed_by == no_message;
}

/// What of a RAck is not as it should be, and the response that it should be for.
struct WrongRack {
  std::string_view bytes;
  MessageId response = no_message;
  bool by_number = false;  ///< it is the response-num, and that of no response in the capture
};

/// The last response that waits for its PRACK in an INVITE that was pending when the PRACK came.
MessageId waiting_in(const Capture& capture, const Transaction& invite, MessageId prack) {
  const bool here = invite.method == Method::invite && is_of_same_client(capture, invite) &&
                    is_before(invite.request, prack);
  if (!here || is_before(invite.final, prack)) return no_message;
  const std::uint32_t callee = capture.tracker().message(prack).to_tag;
  MessageId waiting = no_message;
  any_from(capture, invite.last, [&](MessageId id, const MessageRecord& record) {
    if (id < prack && is_waiting(record, callee)) waiting = id;
    return waiting != no_message;
  });
  return waiting;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find_first_of(" \t\r\n"));
}

/// Compares the RAck of a PRACK that acknowledges nothing in the capture with the response that
/// waits in its dialog.
std::optional<WrongRack> wrong_rack(const Capture& capture, const Message& prack) {
  Defects defects;
  const std::string_view value = prack.value(HeaderName::rack);
  const RAck rack = read_rack(value, &defects);
  const Dialog* const dialog = capture.dialog();
  if (!defects.empty() || header_section_cut(prack) || dialog == nullptr) return std::nullopt;
  const MessageId request = capture.transaction().request;
  WrongRack wrong;
  const auto waits = [&](const Transaction& other) {
    wrong.response = waiting_in(capture, other, request);
    return wrong.response != no_message;
  };
  TransactionId id = capture.find_in_dialog(waits);
  if (id == TransactionId::none) {
    id = dialog->created_by;
    if (id == TransactionId::none || !waits(capture.tracker().transaction(id))) return std::nullopt;
  }
  const bool same_number = capture.tracker().message(wrong.response).rseq == *rack.rseq;
  const bool same_cseq = *rack.cseq.number == capture.tracker().transaction(id).cseq;
  const bool same_method = rack.cseq.method_name == "INVITE";
  wrong.by_number = !same_number;
  if (same_number == (same_cseq && same_method)) return std::nullopt;
  const std::string_view cseq = same_number ? rack.cseq.raw : value;
  wrong.bytes = same_number && same_cseq ? rack.cseq.method_name : first_word(cseq);
  return wrong;
}

/// Whether the server shows that it took a PRACK for no acknowledgement of that response: it says
/// so, or goes on sending the response.
bool is_shown_unknown(const Capture& capture, MessageId response) {
  if (final_code(capture, capture.transaction()) == 481) return true;
  const Time long_after = capture.record().time + longest_crossing(capture);
  const Transaction* const invite = capture.tracker().transaction_of(response);
  return capture.find_in(*invite, [&](const MessageRecord& record) {
    return record.original == response && record.copy == Copy::retransmission &&
           record.time > long_after;
  }) != no_message;
}

Verdict not_acknowledged(std::string_view bytes, const Text& cause, const MessageRecord& response) {
  return Verdict::broken_at(bytes, cause, std::uint64_t{response.code},
                            std::uint64_t{response.rseq});
}

/// Whether a PRACK is for a response, as far as the capture shows it.
Verdict names_a_response(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (seen.message.method() != Method::prack) return Verdict::holds();
  if (capture.record().follows != no_message) return Verdict::holds();
  const std::optional<WrongRack> wrong = wrong_rack(capture, seen.message);
  if (!wrong || (wrong->by_number && !is_shown_unknown(capture, wrong->response)))
    return Verdict::unknown();
  const MessageRecord& response = capture.tracker().message(wrong->response);
  return not_acknowledged(wrong->bytes, {"RAck names another one", "RAck 与之不符"}, response)
      .resting_on(response.frame);
}

Verdict gets_its_prack(const Seen& seen) {
  if (seen.message.is_request()) return names_a_response(seen);
  const Capture& capture = *seen.capture;
  if (capture.missing(Action::prack) == nullptr) return Verdict::holds();
  // Whether the client knows PRACK is not known then.
  if (capture.transaction().request == no_message) return Verdict::unknown();
  return not_acknowledged(seen.message.start_line, {"no PRACK came", "始终没有 PRACK"},
                          capture.record());
}

/// Codes by which a server denies that there is something to acknowledge, or that it knows PRACK.
/// Others are about the request itself, or come from elements between.
constexpr bool denies(unsigned code) {
  constexpr unsigned codes[] = {405, 481, 486, 487, 501, 600, 603};
  return std::ranges::find(codes, code) != std::end(codes);
}

/// Whether the call ended before the response judged: then its PRACK may well find nothing more.
bool has_ended(const Capture& capture, const Transaction& invite) {
  const Dialog* const dialog = capture.dialog();
  const bool failed = final_code(capture, invite) >= 300 && is_before(invite.final, capture.id());
  return failed || invite.partner != TransactionId::none ||
         (dialog != nullptr && dialog->ended_by != no_message);
}

Verdict answered_with(const Seen& seen, const Text& any, std::string_view right, MessageId basis) {
  const Capture& capture = *seen.capture;
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code}, any,
                            right)
      .resting_on(capture.frame(capture.transaction().request), capture.frame(basis));
}

constexpr Text an_open_one{"an", "有"};
constexpr Text no_open_one{"no", "没有"};

/// The verdict on the final response to a PRACK that repeats another one.
Verdict refuses_the_repeated(const Seen& seen, MessageId first_prack) {
  const Capture& capture = *seen.capture;
  const Transaction* const first = capture.tracker().transaction_of(first_prack);
  const bool taken = first != nullptr && is_of_same_client(capture, *first) &&
                     is_success(final_code(capture, *first)) &&
                     is_before(first->final, capture.transaction().request);
  if (!taken) return Verdict::unknown();
  if (!is_success(capture.record().code)) return Verdict::holds();
  return answered_with(seen, no_open_one, "481", first->final);
}

Verdict is_answered_rightly(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const Transaction& own = capture.transaction();
  if (own.final != capture.id()) return Verdict::holds();
  const bool success = is_success(seen.message.status_code);
  const MessageId acknowledged = tracker.message(own.request).follows;
  if (acknowledged == no_message) {
    const std::optional<WrongRack> wrong = wrong_rack(capture, capture.request()->message);
    if (!wrong || wrong->by_number) return Verdict::unknown();
    return success ? answered_with(seen, no_open_one, "481", wrong->response) : Verdict::holds();
  }
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr || tracker.transaction_of(acknowledged) != invite)
    return Verdict::unknown();
  const MessageId first_prack = tracker.message(acknowledged).followed_by;
  if (first_prack != own.request) return refuses_the_repeated(seen, first_prack);
  if (success) return Verdict::holds();
  const bool too_late = capture.since(acknowledged) > times_t1(capture, give_up);
  if (!denies(seen.message.status_code) || too_late || has_ended(capture, *invite))
    return Verdict::unknown();
  return answered_with(seen, an_open_one, "2xx", acknowledged);
}

/// How often the response was sent again, with these or other bytes.
struct Again {
  int times = 0;
  Time last_time{};
  MessageId last{};  ///< where there is one
};

Again sent_again(const Capture& capture) {
  const MessageRecord& own = capture.record();
  const MessageId id = capture.id();
  Again again;
  any_from(capture, capture.transaction().last, [&](MessageId other, const MessageRecord& record) {
    if (other <= id) return true;
    const bool same = record.rseq == own.rseq && record.to_tag == own.to_tag;
    if (same && record.copy != Copy::duplicate) {
      ++again.times;
      again.last_time = std::max(again.last_time, record.time);
      again.last = std::max(again.last, other);
    }
    return false;
  });
  return again;
}

Verdict not_pursued(const Seen& seen, std::string_view bytes, const Text& what, MessageId basis) {
  const MessageRecord& own = seen.capture->record();
  return Verdict::broken_at(bytes, std::uint64_t{own.code}, std::uint64_t{own.rseq}, what)
      .resting_on(seen.capture->frame(basis));
}

/// Of a response that got its PRACK late: whether it was sent again until then.
Verdict was_sent_until(const Seen& seen, MessageId prack) {
  const Capture& capture = *seen.capture;
  const Time came = capture.tracker().message(prack).time;
  const bool ended = is_before(capture.transaction().final, prack);
  if (came - capture.record().time < times_t1(capture, three_repeats) || ended)
    return Verdict::holds();
  if (sent_again(capture).times > 0) return Verdict::holds();
  if (!is_gap_free_since(capture, capture.record().time)) return Verdict::unknown();
  return not_pursued(seen, seen.message.start_line,
                     {"did not send it again meanwhile", "其间没有重传"}, prack);
}

/// Whether the INVITE was still not over long after the server had given its response up.
Verdict was_given_up(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& invite = capture.transaction();
  const Time time = capture.record().time;
  const Again again = sent_again(capture);
  if (again.times < enough_copies || again.last_time < time + times_t1(capture, last_repeats))
    return Verdict::unknown();
  const Time later = time + times_t1(capture, and_then);
  const Dialog* const dialog = capture.dialog();
  const bool ended = dialog != nullptr && dialog->ended_by != no_message;
  if (ended || invite.partner != TransactionId::none) return Verdict::unknown();
  if (invite.final != no_message) {
    if (capture.tracker().message(invite.final).time <= later) return Verdict::holds();
  } else {
    const auto client = capture.tracker().last_from_client(invite);
    const auto server = capture.tracker().last_from_server(invite);
    const bool alive = client && server && std::min(*client, *server) > later;
    if (!alive || invite.ack != no_message || !is_gap_free_since(capture, time))
      return Verdict::unknown();
  }
  return not_pursued(seen, seen.message.start_line,
                     {"did not reject the call then", "超时后没有拒绝呼叫"},
                     invite.final == no_message ? again.last : invite.final);
}

Verdict is_pursued(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().rseq == 0) return Verdict::holds();
  if (is_reliable(capture.packet().transport).value_or(true)) return Verdict::unknown();
  const MessageId prack = prack_here(capture, capture.id());
  if (prack != no_message) return was_sent_until(seen, prack);
  const bool acknowledged = capture.record().followed_by != no_message ||
                            missed_reliable_response(capture, capture.transaction_id());
  return acknowledged ? Verdict::unknown() : was_given_up(seen);
}

/// Whether the session was settled before a PRACK, so that a description in it is an offer: the
/// INVITE made the first one, and a reliable response answered it.
bool was_settled(const Capture& capture, const Captured& acknowledged) {
  return described_in(acknowledged.message).carried == Carried::some ||
         responses_before(capture, acknowledged.id).reliable_description != nullptr;
}

// A client that sends the offer of its INVITE once more asks for nothing new.
Verdict answers_the_offer(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Captured& prack = *capture.request();
  if (prack.message.body.empty()) return Verdict::holds();
  const Described offer = described_in(prack.message);
  if (offer.carried != Carried::some) return not_concerned(offer.carried);
  const Carried answer = described_in(seen.message).carried;
  if (answer != Carried::none) return not_concerned(answer);
  const MessageId response = capture.tracker().message(prack.id).follows;
  const Transaction* const invite = partner_here(capture);
  if (invite == nullptr || response == no_message) return Verdict::unknown();
  const Captured* const request = capture.at(invite->request);
  const Captured* const acknowledged = capture.at(response);
  if (request == nullptr || acknowledged == nullptr) return Verdict::unknown();
  const Described first = described_in(request->message);
  if (first.carried != Carried::some) return not_concerned(first.carried);
  if (!was_settled(capture, *acknowledged)) return Verdict::unknown();
  if (first_difference(offer.session, first.session).empty()) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{seen.message.status_code})
      .resting_on(capture.frame(prack.id), capture.frame(response));
}

Verdict is_the_only_prack(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Tracker& tracker = capture.tracker();
  const MessageId response = capture.record().follows;
  if (response == no_message || capture.record().copy != Copy::none) return Verdict::holds();
  const MessageRecord& acknowledged = tracker.message(response);
  const MessageId first = acknowledged.followed_by;
  const Transaction* const earlier = tracker.transaction_of(first);
  const Transaction* const invite = partner_here(capture);
  if (first == capture.id()) return Verdict::holds();
  if (earlier == nullptr || invite == nullptr || !is_of_same_client(capture, *earlier) ||
      tracker.transaction_of(response) != invite || !comes_from_client(seen.message))
    return Verdict::unknown();
  // What was refused or is lost may be tried once more.
  const unsigned code = final_code(capture, *earlier);
  if (code >= 300) return Verdict::holds();
  if (code == 0 && capture.since(first) >= times_t1(capture, give_up)) return Verdict::unknown();
  const MessageId again = capture.find_in(*invite, [&](const MessageRecord& record) {
    return record.original == response && record.copy == Copy::retransmission &&
           record.time > tracker.message(first).time;
  });
  if (again == no_message) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{acknowledged.rseq},
                            std::uint64_t{capture.frame(first)})
      .resting_on(capture.frame(first), capture.frame(again));
}

constexpr Rule table[] = {
    {.code = "REL-07",
     .slug = "reliable-1xx-not-acknowledged",
     .level = Level::must,
     .cite = {3262, "4"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite, Method::prack},
                    .about = About::either,
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::gap_free}},
     .broken = {.en = "The reliable {1} with RSeq {2} is not acknowledged, {0}: its server repeats "
                      "it and then ends the call.",
                .zh = "可靠的 {1}（RSeq {2}）未得到确认，{0}：服务器会一直重传，直至结束呼叫。"},
     .check = gets_its_prack},
    {.code = "REL-08",
     .slug = "prack-answered-wrongly",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::prack},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} to a PRACK that matches {1} unacknowledged response: it must be {2}, so "
                      "that both sides agree.",
                .zh = "{1}未确认的可靠响应与此 PRACK 匹配，必须以 {2} 响应，而不是 {0}。"},
     .check = is_answered_rightly},
    {.code = "REL-09",
     .slug = "reliable-1xx-not-pursued",
     .level = Level::should,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "The PRACK for the reliable {0} with RSeq {1} did not come in time, and the "
                      "server {2}.",
                .zh = "可靠的 {0}（RSeq {1}）未及时得到 PRACK，服务器{2}。"},
     .check = is_pursued},
    {.code = "REL-12",
     .slug = "offer-in-prack-not-answered",
     .level = Level::must,
     .cite = {3262, "5"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::prack},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::truncated, Guard::request, Guard::gap_free}},
     .broken = {.en = "{0} without an answer to the offer in PRACK: the client cannot tell on what "
                      "terms the session goes on.",
                .zh = "PRACK 带有 offer，{0} 响应却没有 answer，客户端不知道会话按什么参数继续。"},
     .check = answers_the_offer},
    {.code = "REL-15",
     .slug = "prack-sent-anew",
     .level = Level::should,
     .cite = {3262, "4"},
     .applies_to = {.methods = {Method::prack},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::gap_free}},
     .broken = {.en = "A second PRACK for RSeq {0}, after that of frame {1}: a response that comes "
                      "again asks for no new PRACK.",
                .zh = "帧 {1} 的 PRACK 已确认 RSeq {0}，却又发送新的 PRACK：收到重传的响应时"
                      "不应当这样做。"},
     .check = is_the_only_prack},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> pracks{table};

}  // namespace sipgloss::subject
