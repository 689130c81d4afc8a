// SPDX-License-Identifier: MIT
// Which messages carry the offer and the answer of a session. RFC 3261 sections 13.2.1 and 14.1,
// RFC 3262 section 5, RFC 3311 section 5, RFC 6337 section 2.2.
#pragma once

#include <optional>

#include "rules/capture.hpp"
#include "sipgloss/rule.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::subject {

/// The verdict on a message that has nothing to do with a rule about a body that carries `carried`:
/// it holds, unless the body is not known.
inline Verdict not_concerned(Carried carried) {
  return carried == Carried::unknown ? Verdict::unknown() : Verdict::holds();
}

/// Whether a response is one that is sent until it is acknowledged: a 2xx to INVITE, or a reliable
/// provisional response (RFC 3262 section 3).
inline bool is_reliable(const MessageRecord& response) {
  return response.code >= 200 || response.rseq != 0;
}

/// What the non-failure responses to an INVITE carried before one of them, in its dialog.
struct EarlierResponses {
  const Captured* description = nullptr;           ///< the first with a session description
  const Captured* reliable_description = nullptr;  ///< the first reliable one with one
  bool any_reliable = false;
  bool some_unknown = false;  ///< what one of them carried is not known
};
EarlierResponses responses_before(const Capture& capture, MessageId response);

/// Whether a PRACK of an INVITE acknowledges a response that was not captured.
bool missed_reliable_response(const Capture& capture, TransactionId invite);

/// The response that an ACK to a 2xx or a PRACK acknowledges, and its INVITE; null where they are
/// not at hand.
struct Acknowledged {
  const Captured* invite = nullptr;
  const Captured* response = nullptr;

  explicit operator bool() const { return invite != nullptr && response != nullptr; }
};
Acknowledged acknowledged_by(const Capture& capture);

/// The answer that a message carries; nothing where it carries none, or where what came before is
/// not at hand.
const std::optional<Answered>& answer_in(const Seen& seen);

/// The first line of a description that is not the same in another one; empty where all lines are.
/// Where lines are missing at the end it is the last line.
std::string_view first_difference(const SessionDescription& description,
                                  const SessionDescription& other);

/// A line of a description with its type.
std::string_view line_of(const SdpLine& line);

}  // namespace sipgloss::subject
