// SPDX-License-Identifier: MIT
// The subjects that rules are about, one line each; a subject's rules stand in the file of its
// name.
#pragma once

#include <span>

#include "sipgloss/rule.hpp"

// clang-format off
/// In the order in which findings are listed: what every response needs first, then code by code.
#define SIPGLOSS_SUBJECTS(SUBJECT) \
  SUBJECT(mandatory_headers) \
  SUBJECT(ack) \
  SUBJECT(to_tag) \
  SUBJECT(dialog) \
  SUBJECT(mirror) \
  SUBJECT(stray_and_repeated) \
  SUBJECT(ack_request) \
  SUBJECT(cancel) \
  SUBJECT(timers) \
  SUBJECT(timeouts) \
  SUBJECT(reliable) \
  SUBJECT(challenge) \
  SUBJECT(code_405) \
  SUBJECT(code_415) \
  SUBJECT(code_420) \
  SUBJECT(code_421) \
  SUBJECT(code_423)
// clang-format on

namespace sipgloss::subject {

#define SIPGLOSS_SUBJECT(name) extern const std::span<const Rule> name;
SIPGLOSS_SUBJECTS(SIPGLOSS_SUBJECT)
#undef SIPGLOSS_SUBJECT

}  // namespace sipgloss::subject
