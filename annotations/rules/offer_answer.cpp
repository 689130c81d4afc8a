// SPDX-License-Identifier: MIT
// Where an offer and its answer have to stand. RFC 3261 section 13.2.1, RFC 3262 section 5, RFC
// 6337 sections 2 and 3.
#include "rules/offers.hpp"
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

bool is_copy(const Seen& seen) { return seen.capture->record().copy != Copy::none; }

/// Whether an UPDATE or a PRACK made an offer of its own in the dialog of an INVITE with an offer.
bool offered_meanwhile(const Capture& capture, bool invite_offered) {
  const auto found = capture.find_in_dialog([&](const Transaction& other) {
    const bool offers =
        other.method == Method::update || (other.method == Method::prack && invite_offered);
    return offers && !other.facts.has_no_sdp;
  });
  return found != TransactionId::none;
}

Verdict broken_at_start(const Seen& seen, Value first = {}, Value second = {}) {
  return Verdict::broken_at(seen.message.start_line, first, second);
}

Verdict answers_the_invite(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Carried offer = capture.described(capture.request()->message).carried;
  if (offer != Carried::some) return not_concerned(offer);
  const Carried answer = capture.described(seen.message).carried;
  if (answer != Carried::none) return not_concerned(answer);
  const EarlierResponses earlier = responses_before(capture, capture.id());
  if (earlier.reliable_description != nullptr) return Verdict::holds();
  if (earlier.some_unknown || missed_reliable_response(capture, capture.transaction_id()))
    return Verdict::unknown();
  return broken_at_start(seen, std::uint64_t{seen.message.status_code});
}

Verdict offers_where_invite_does_not(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (is_copy(seen) || !is_reliable(capture.record())) return Verdict::holds();
  const Carried invite = capture.described(capture.request()->message).carried;
  if (invite != Carried::none) return not_concerned(invite);
  const Carried offer = capture.described(seen.message).carried;
  if (offer != Carried::none) return not_concerned(offer);
  if (responses_before(capture, capture.id()).any_reliable) return Verdict::holds();
  if (missed_reliable_response(capture, capture.transaction_id())) return Verdict::unknown();
  return broken_at_start(seen, std::uint64_t{seen.message.status_code});
}

Verdict acknowledges_with_answer(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Acknowledged acknowledged = acknowledged_by(capture);
  if (!acknowledged) return Verdict::unknown();
  const Message& response = acknowledged.response->message;
  if (response.status_code >= 300) return Verdict::holds();
  const Carried invite = capture.described(acknowledged.invite->message).carried;
  if (invite != Carried::none) return not_concerned(invite);
  const Carried offer = capture.described(response).carried;
  if (offer != Carried::some) return not_concerned(offer);
  if (responses_before(capture, acknowledged.response->id).any_reliable) return Verdict::holds();
  const TransactionId transaction =
      capture.tracker().message(acknowledged.response->id).transaction;
  if (missed_reliable_response(capture, transaction)) return Verdict::unknown();
  const Carried answer = capture.described(seen.message).carried;
  if (answer != Carried::none) return not_concerned(answer);
  return broken_at_start(seen, seen.message.method_name, std::uint64_t{response.status_code})
      .resting_on(capture.frame(acknowledged.response->id), capture.frame(acknowledged.invite->id));
}

/// The description of a response that comes after another one in its dialog, and that one.
struct Repeated {
  Described description;
  EarlierResponses earlier;
  Carried invite = Carried::unknown;
};

std::optional<Repeated> repeated_in(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (seen.message.body.empty() || is_copy(seen)) return std::nullopt;
  Repeated repeated{.description = capture.described(seen.message),
                    .earlier = responses_before(capture, capture.id()),
                    .invite = capture.described(capture.request()->message).carried};
  if (repeated.description.carried != Carried::some) return std::nullopt;
  return repeated;
}

Verdict differs_from(const Seen& seen, const Repeated& repeated, const Captured& first) {
  const SessionDescription& before = seen.capture->described(first.message).session;
  const std::string_view line = first_difference(repeated.description.session, before);
  if (line.empty()) return Verdict::holds();
  return Verdict::broken_at(line, std::uint64_t{seen.message.status_code}, line,
                            std::uint64_t{first.message.status_code})
      .resting_on(seen.capture->frame(first.id));
}

Verdict repeats_the_answer(const Seen& seen) {
  const std::optional<Repeated> repeated = repeated_in(seen);
  if (!repeated) return Verdict::holds();
  if (repeated->invite != Carried::some) return not_concerned(repeated->invite);
  const EarlierResponses& earlier = repeated->earlier;
  // What comes after a reliable answer is another rule's matter.
  if (earlier.description == nullptr || earlier.reliable_description != nullptr)
    return Verdict::holds();
  if (earlier.some_unknown) return Verdict::unknown();
  return differs_from(seen, *repeated, *earlier.description);
}

Verdict makes_no_second_offer(const Seen& seen) {
  const std::optional<Repeated> repeated = repeated_in(seen);
  if (!repeated) return Verdict::holds();
  if (repeated->invite == Carried::unknown) return Verdict::unknown();
  const EarlierResponses& earlier = repeated->earlier;
  if (earlier.reliable_description == nullptr) return Verdict::holds();
  if (offered_meanwhile(*seen.capture, repeated->invite == Carried::some))
    return Verdict::unknown();
  return differs_from(seen, *repeated, *earlier.reliable_description);
}

/// The first Warning that finds fault with a session description (RFC 3261 section 20.43).
std::optional<Warning> warning_about_session(const Message& response) {
  constexpr CodeRange session_codes{300, 331};
  for (const std::string_view value : Values(response, HeaderName::warning)) {
    const Warning warning = read_warning(value);
    if (warning.code && session_codes.has(*warning.code)) return warning;
  }
  return std::nullopt;
}

Verdict rejects_with_fitting_code(const Seen& seen) {
  // Malformed bodies, media types and preconditions have codes of their own.
  constexpr Few<CodeRange, 8> fitting = {400, 401, 407, 415, 488, 580, 606};
  const std::uint64_t code = seen.message.status_code;
  const std::optional<Warning> warning = warning_about_session(seen.message);
  if (!warning) return Verdict::holds();
  const Carried offer = seen.capture->described(seen.capture->request()->message).carried;
  if (offer != Carried::some) return not_concerned(offer);
  for (const CodeRange range : fitting) {
    if (range.has(seen.message.status_code)) return Verdict::holds();
  }
  return Verdict::broken_at(seen.message.start_line, code, std::uint64_t{*warning->code});
}

constexpr Rule table[] = {
    {.code = "DLG-19",
     .slug = "2xx-without-answer",
     .level = Level::must,
     .cite = {3261, "13.3.1.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request, Guard::gap_free,
                               Guard::closed_network}},
     .broken = {.en = "{0} without an answer to the offer in INVITE, and no reliable response gave "
                      "one before: the session has only one side.",
                .zh = "{0} 响应没有针对 INVITE 中 offer 的 answer，之前的可靠响应也没有，会话缺一方"
                      "的描述。"},
     .check = answers_the_invite},
    {.code = "DLG-20",
     .slug = "first-reliable-response-without-offer",
     .level = Level::must,
     .cite = {3261, "13.3.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request, Guard::gap_free}},
     .broken = {.en =
                    "{0} without an offer, though INVITE had none: the first reliable response has "
                    "to make it, or there is no media.",
                .zh = "INVITE 没有 offer，首个可靠响应 {0} 也没有给出 offer，媒体无从协商。"},
     .check = offers_where_invite_does_not},
    {.code = "DLG-21",
     .slug = "acknowledgement-without-answer",
     .level = Level::must,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.methods = {Method::ack, Method::prack},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::truncated, Guard::gap_free}},
     .broken = {.en =
                    "{0} without an answer to the offer in the {1}: the callee never learns where "
                    "to send media.",
                .zh = "{1} 响应带有 offer，而 {0} 没有 answer，被叫始终不知道媒体应发往何处。"},
     .check = acknowledges_with_answer},
    {.code = "DLG-22",
     .slug = "answer-changed",
     .level = Level::should,
     .cite = {3261, "13.2.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "The answer in the {0} is not that of the {2} before, which the caller uses: "
                      "{1}.",
                .zh = "{0} 响应的 answer 与之前 {2} 的不同，而主叫只采用第一个：{1}。"},
     .check = repeats_the_answer},
    {.code = "DLG-23",
     .slug = "second-offer-in-response",
     .level = Level::must,
     .cite = {3261, "13.2.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "The {2} settled the session; another description in the {0} is ignored: "
                      "{1}.",
                .zh = "会话已由 {2} 响应商定，{0} 响应中的另一份会话描述会被忽略：{1}。"},
     .check = makes_no_second_offer},
    {.code = "DLG-41",
     .slug = "offer-rejected-without-488",
     .level = Level::note,
     .cite = {3261, "13.3.1.3"},
     .applies_to = {.codes = {{400, 699}},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en = "Warning {1} says that the offer was not acceptable, but {0} is not the code "
                      "for that: 488 is.",
                .zh = "Warning {1} 表明不可接受的是 offer，对应的状态码是 488，而不是 {0}。"},
     .check = rejects_with_fitting_code},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> offer_answer{table};

}  // namespace sipgloss::subject
