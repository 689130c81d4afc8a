// SPDX-License-Identifier: MIT
// Asks the rules about a response: those that can apply to it, and no others.
#pragma once

#include "sipgloss/annotation.hpp"
#include "sipgloss/rule.hpp"

namespace sipgloss {

/// Most rules that the engine can hold.
inline constexpr std::size_t most_rules = 512;

/// Asks every rule of that evidence about a response and appends a finding for each that is broken,
/// in the order of rules(). A request or what is no SIP message is left alone.
void judge(const Seen& seen, Evidence evidence, Annotation& into);

// The steps of judge(), one rule at a time; tests count with them.

/// Whether a rule is asked about the response at all: its status code and its CSeq method.
bool applies(const Rule& rule, const Message& response);

/// The verdict of a rule that applies; unknown where its guards forbid to ask.
Verdict ask(const Rule& rule, const Seen& seen);

/// The level of a finding: the rule's, one lower where RFC 2543 allowed it and the peer follows
/// that.
Level level_in(const Rule& rule, const Message& response);

}  // namespace sipgloss
