// SPDX-License-Identifier: MIT
// What has to come after a response, and how it stands with that in the capture.
#pragma once

#include <cstdint>
#include <optional>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/text.hpp"
#include "sipgloss/time.hpp"

namespace sipgloss {

/// What can follow a response.
enum class Action : std::uint8_t {
  ack,
  prack,
  next_provisional,
  final_response,
  authenticated_retry,
  redirected_request,
  corrected_retry,
  later_retry,
  notify,
  registration_refresh,
  subscription_refresh,
  publication_refresh,
  session_refresh,
  bye,
  cancelled_final,  ///< the final response to the INVITE after 200 to CANCEL
  nothing,          ///< it is over: nothing more is expected
};

/// "ACK", "authenticated retry" / "携带凭证重试" ...
Text name_of(Action value);

/// How it stands with a follow-up.
enum class FollowUpStatus : std::uint8_t {
  seen,
  late,         ///< seen, but after its deadline
  missing,      ///< proven absent: its deadline passed, and the capture shows that it did not come
  waiting,      ///< the capture ended first
  not_visible,  ///< silence proves nothing here: the other direction or leg may not be captured
};

/// "seen" / "已出现" ...
Text name_of(FollowUpStatus value);

/// One thing that must, should or may follow.
struct FollowUp {
  Action action = Action::nothing;
  Strength strength = Strength::must;
  Text what;  ///< made concrete: "ACK from 192.0.2.1:5060 on the same branch"
  Citation cite;
  FollowUpStatus status = FollowUpStatus::waiting;
  std::uint32_t frame = 0;       ///< where it was seen; 0 when it was not
  std::int64_t delay_ns = 0;     ///< nanoseconds from the response until then
  std::optional<Time> deadline;  ///< by when it had to come; nothing without a timer
  Text reason;                   ///< why the status is what it is, one sentence
};

}  // namespace sipgloss
