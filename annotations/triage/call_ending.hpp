// SPDX-License-Identifier: MIT
// What a call's own messages prove of its outcome.
#pragma once

#include "triage/calls.hpp"
#include "triage/challenges.hpp"

namespace sipgloss {

/// The outcome of a call, and what decided it.
struct Ending {
  CallOutcome outcome = CallOutcome::not_visible;
  std::size_t leg = CallLeg::none;  ///< the leg of the caller's last attempt that decided
  MessageId message = no_message;   ///< its final response; what else shows that it was answered
  unsigned code = 0;
  Challenges challenges = {};  ///< in a row, up to the last
};

Ending ending_of(const CallThread& thread, const Inside& inside, const Notes& notes);

/// The sentences that tell why a call ended so: where the response came from, what became of the
/// branches, what the code means, and what the response says of itself.
void tell_why(const CallThread& thread, const Ending& ending, const Inside& inside,
              const Notes& notes, Call& call);

}  // namespace sipgloss
