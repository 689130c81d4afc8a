// SPDX-License-Identifier: MIT
// Which messages carry the offer and the answer of a session. RFC 3261 sections 13.2.1 and 14.1,
// RFC 3262 section 5, RFC 3311 section 5, RFC 6337 section 2.2.
#include "rules/offers.hpp"

#include <algorithm>

#include "message/scan.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

/// Beyond that no session is meant, and streams are not looked at one by one.
constexpr std::uint64_t most_streams = 128;

/// Counts the streams of both sides, and keeps them where they belong together by their place.
void add_streams(Answered& answered) {
  const auto answers = answered.answer.media();
  const auto offers = answered.offer.media();
  auto answer = answers.begin();
  auto offer = offers.begin();
  while (answer != answers.end() || offer != offers.end()) {
    const bool paired = answer != answers.end() && offer != offers.end();
    if (paired && answered.streams.size() < most_streams)
      answered.streams.push_back({answered.streams.size() + 1, *answer, *offer});
    const auto count = [](auto& side, const auto& end, std::uint64_t& so_far) {
      if (side == end) return;
      ++so_far;
      ++side;
    };
    count(answer, answers.end(), answered.answer_count);
    count(offer, offers.end(), answered.offer_count);
  }
}

std::optional<Answered> answer_to(const Capture& capture, const Captured* offering,
                                  const Message& answering) {
  if (offering == nullptr) return std::nullopt;
  const Described& offer = capture.described(offering->message);
  const Described& answer = capture.described(answering);
  if (offer.carried != Carried::some || answer.carried != Carried::some) return std::nullopt;
  Answered answered{.answer = answer.session,
                    .offer = offer.session,
                    .offer_frame = capture.frame(offering->id),
                    .streams = {}};
  add_streams(answered);
  return answered;
}

/// The offer is in the request; of several descriptions that come back to INVITE the first is the
/// answer (RFC 3261 section 13.2.1).
std::optional<Answered> answer_in_response(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Transaction& transaction = capture.transaction();
  const unsigned code = capture.record().code;
  if (code <= 100 || code >= 300) return std::nullopt;
  if (transaction.method == Method::invite) {
    const EarlierResponses earlier = responses_before(capture, capture.id());
    if (earlier.description != nullptr || earlier.some_unknown) return std::nullopt;
    return answer_to(capture, capture.request(), seen.message);
  }
  if (transaction.method == Method::prack) {
    // A description in PRACK is an offer where the INVITE carried one, else the answer.
    const bool offers = transaction.partner != TransactionId::none &&
                        capture.tracker().transaction(transaction.partner).facts.has_sdp;
    if (!offers) return std::nullopt;
  } else if (transaction.method != Method::update) {
    return std::nullopt;
  }
  return answer_to(capture, capture.request(), seen.message);
}

/// The offer is in the first reliable response, as the INVITE carried none.
std::optional<Answered> answer_in_acknowledgement(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const Method method = seen.message.method();
  if (method != Method::ack && method != Method::prack) return std::nullopt;
  const Acknowledged acknowledged = acknowledged_by(capture);
  if (!acknowledged || acknowledged.response->message.status_code >= 300) return std::nullopt;
  if (capture.described(acknowledged.invite->message).carried != Carried::none) return std::nullopt;
  const EarlierResponses earlier = responses_before(capture, acknowledged.response->id);
  if (earlier.any_reliable || earlier.some_unknown) return std::nullopt;
  return answer_to(capture, acknowledged.response, seen.message);
}

}  // namespace

EarlierResponses responses_before(const Capture& capture, MessageId response) {
  EarlierResponses earlier;
  const MessageRecord& own = capture.tracker().message(response);
  any_from(capture, own.previous, [&](MessageId id, const MessageRecord& record) {
    if (record.code <= 100 || record.code >= 300 || record.to_tag != own.to_tag) return false;
    const bool reliable = is_reliable(record);
    earlier.any_reliable = earlier.any_reliable || reliable;
    const Captured* const captured = capture.at(id);
    const Carried carried =
        captured == nullptr ? Carried::unknown : capture.described(captured->message).carried;
    if (carried == Carried::unknown) earlier.some_unknown = true;
    if (carried != Carried::some) return false;
    earlier.description = captured;
    if (reliable) earlier.reliable_description = captured;
    return false;
  });
  return earlier;
}

bool missed_reliable_response(const Capture& capture, TransactionId invite) {
  const Tracker& tracker = capture.tracker();
  const auto found = capture.find_in_dialog([&](const Transaction& other) {
    if (other.method != Method::prack || other.partner != invite || other.request == no_message)
      return false;
    // The response may have been captured on another hop alone.
    const MessageId response = tracker.message(other.request).follows;
    return response == no_message || tracker.message(response).transaction != invite;
  });
  return found != TransactionId::none;
}

Acknowledged acknowledged_by(const Capture& capture) {
  const MessageId response = capture.record().follows;
  if (response == no_message) return {};
  const TransactionId invite = capture.tracker().message(response).transaction;
  if (invite == TransactionId::none) return {};
  return {.invite = capture.at(capture.tracker().transaction(invite).request),
          .response = capture.at(response)};
}

const std::optional<Answered>& answer_in(const Seen& seen) {
  return seen.capture->answer([&seen]() -> std::optional<Answered> {
    if (seen.message.body.empty() || seen.capture->record().copy != Copy::none) return std::nullopt;
    return seen.message.is_response() ? answer_in_response(seen) : answer_in_acknowledgement(seen);
  });
}

std::string_view first_difference(const SessionDescription& description,
                                  const SessionDescription& other) {
  const SdpLines lines(description.text);
  const SdpLines other_lines(other.text);
  auto theirs = other_lines.begin();
  std::string_view last;
  for (const SdpLine& line : lines) {
    last = line_of(line);
    if (theirs == SdpLines::end()) return last;
    if (scan::trim_right(last) != scan::trim_right(line_of(*theirs))) return last;
    ++theirs;
  }
  return theirs == SdpLines::end() ? std::string_view() : last;
}

std::string_view line_of(const SdpLine& line) {
  constexpr std::size_t sign = 2;  // "m="
  if (line.type == 0) return line.value;
  return {line.value.data() - sign, line.value.size() + sign};
}

}  // namespace sipgloss::subject
