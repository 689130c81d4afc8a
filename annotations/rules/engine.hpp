// SPDX-License-Identifier: MIT
// Asks the rules about a message: those that can apply to it, and no others.
#pragma once

#include "sipgloss/annotation.hpp"
#include "sipgloss/rule.hpp"

namespace sipgloss {

/// Most rules that the engine can hold.
inline constexpr std::size_t most_rules = 512;

/// The three times at which rules are asked.
enum class Occasion : std::uint8_t {
  alone,       ///< Evidence::message: any time, by its bytes alone
  on_arrival,  ///< wider evidence: as it is captured
  afterwards,  ///< wider evidence: whenever it is shown
};
Occasion occasion_of(const Scope& scope);

/// Takes the rules that are broken, in the order of rules().
class Findings {
 public:
  virtual ~Findings() = default;
  virtual void take(const Rule& rule, Level level, const Verdict& verdict) = 0;
};

/// Asks every rule of that occasion about a message. What is neither request nor response is left
/// alone. `tally` may be null.
void judge(const Seen& seen, Occasion occasion, Findings& into, Tally* tally = nullptr);

/// The same; each broken rule becomes a finding of the annotation.
void judge(const Seen& seen, Occasion occasion, Annotation& into, Tally* tally = nullptr);

// The steps of judge(), one rule at a time; tests count with them.

/// Whether a rule is asked about the message at all: what it is, its status code and its method.
bool applies(const Rule& rule, const Message& message);

/// The verdict of a rule that applies; unknown where its guards forbid to ask.
Verdict ask(const Rule& rule, const Seen& seen);

/// The level of a finding: the rule's, one lower where RFC 2543 allowed it and the peer follows
/// that.
Level level_in(const Rule& rule, const Message& message);

}  // namespace sipgloss
