// SPDX-License-Identifier: MIT
// What a call's own messages prove of its outcome. RFC 3261 sections 9, 13.2.2, 16.7 and 17.1.1.3.
#include "triage/call_ending.hpp"

#include <algorithm>
#include <tuple>

#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

/// The call, and the capture around it.
struct Case {
  const CallThread& thread;
  const Inside& inside;
  const Notes& notes;

  const MessageRecord& message(MessageId id) const { return inside.tracker.message(id); }
  unsigned code(const CallLeg& leg) const { return code_of(leg, inside.tracker); }
  bool is_last(const CallLeg& leg) const { return leg.attempt + 1 == thread.attempts; }
  std::size_t number(const CallLeg& leg) const {
    return static_cast<std::size_t>(&leg - thread.legs.data());
  }
};

/// The leg whose 2xx came first, in the last attempt that has one. On the caller's own hop; on the
/// others only where that shows no final response.
const CallLeg* answered_leg(const Case& of) {
  const CallLeg* best = nullptr;
  bool ended_otherwise = false;
  for (const CallLeg& leg : of.thread.legs) {
    const bool failed = leg.final != no_message && leg.success == no_message;
    if (leg.is_root && of.is_last(leg) && failed) ended_otherwise = true;
  }
  for (const CallLeg& leg : of.thread.legs) {
    if (leg.success == no_message || (!leg.is_root && ended_otherwise)) continue;
    const auto rank = [&](const CallLeg& one) {
      return std::tuple(one.is_root, one.attempt, -of.message(one.success).time.time_since_epoch());
    };
    if (best == nullptr || rank(leg) > rank(*best)) best = &leg;
  }
  return best;
}

/// How the legs stand on which the last attempt was seen first.
struct Roots {
  const CallLeg* failed = nullptr;   ///< the one that decides, of those with a final response
  const CallLeg* waiting = nullptr;  ///< one without, of which silence proves nothing
  const CallLeg* over = nullptr;     ///< one that provably got no response
};

/// Whether a proxy would choose this failure rather than the other: a 6xx, else one of the lowest
/// class (RFC 3261 section 16.7 item 6), not that of a branch that it cancelled.
bool goes_before(const Case& of, const CallLeg& leg, const CallLeg* other) {
  const auto rank = [&](const CallLeg& one) {
    const unsigned code = of.code(one);
    return std::pair(code >= 600 ? 0 : code == 487 ? 7 : code / 100, code);
  };
  return other == nullptr || rank(leg) < rank(*other);
}

// Where there are several, the proxy above them was not captured.
Roots roots_of(const Case& of) {
  Roots roots;
  for (const CallLeg& leg : of.thread.legs) {
    if (!leg.is_root || !of.is_last(leg)) continue;
    if (leg.final != no_message) {
      if (goes_before(of, leg, roots.failed)) roots.failed = &leg;
    } else if (is_over(pending_of(leg, of.inside))) {
      roots.over = &leg;
    } else {
      roots.waiting = &leg;
    }
  }
  return roots;
}

/// What the proxy chose, where only the ACK to it was captured on the caller's hop.
const CallLeg* failed_branch(const Case& of, const CallLeg& root) {
  const CallLeg* best = nullptr;
  for (const CallLeg& leg : of.thread.legs) {
    const bool of_root = leg.parent == of.number(root) && of.code(leg) >= 300;
    if (of_root && goes_before(of, leg, best)) best = &leg;
  }
  return best;
}

/// A request that only a confirmed dialog has.
MessageId proof_of_answer(const Case& of) {
  MessageId ack = no_message;
  std::uint32_t last_cseq = 0;
  for (const CallLeg& leg : of.thread.legs) {
    if (leg.is_root) last_cseq = of.inside.tracker.transaction(leg.id).cseq;
  }
  for (const TransactionId id : of.thread.within) {
    const Transaction& transaction = of.inside.tracker.transaction(id);
    const MessageId first =
        transaction.request != no_message ? transaction.request : transaction.last;
    if (transaction.method == Method::ack) {
      // Where the INVITE is in the capture, its ACK to a failure is known by the branch.
      const bool of_last = transaction.cseq == last_cseq && transaction.request != no_message;
      if (of_last && ack == no_message) ack = first;
      continue;
    }
    const bool confirmed = transaction.method == Method::bye ||
                           transaction.method == Method::invite ||
                           transaction.method == Method::info;
    if (confirmed) return first;
  }
  return ack;
}

Ending pending(const Case& of, const Roots& roots) {
  Ending ending;
  const CallLeg* const leg = roots.waiting != nullptr ? roots.waiting : roots.over;
  if (leg == nullptr) return ending;
  ending.leg = of.number(*leg);
  if (leg->acknowledged) {
    ending.outcome = CallOutcome::failed;
    return ending;
  }
  switch (pending_of(*leg, of.inside)) {
    case Pending::no_response:
      ending.outcome = CallOutcome::no_response;
      break;
    case Pending::connection_error:
      ending.outcome = CallOutcome::connection_error;
      break;
    case Pending::host_error:
      ending.outcome = CallOutcome::host_error;
      break;
    case Pending::loop:
      ending.outcome = CallOutcome::loop;
      break;
    case Pending::open:
      ending.outcome = CallOutcome::open;
      break;
    case Pending::not_visible:
      break;
  }
  return ending;
}

bool rang(const Case& of) {
  return std::ranges::any_of(of.thread.legs,
                             [&](const CallLeg& leg) { return of.is_last(leg) && leg.alerted; });
}

bool taken_elsewhere(const Case& of) {
  return std::ranges::any_of(of.thread.cancels, [&](TransactionId id) {
    const Transaction& cancel = of.inside.tracker.transaction(id);
    const CallLeg* const leg = of.thread.leg(cancel.partner);
    const bool of_root = leg != nullptr && leg->is_root;
    return of_root && cancel.request != no_message &&
           std::ranges::any_of(of.notes.reasons(cancel.request), &GivenReason::is_elsewhere);
  });
}

CallOutcome outcome_of(const Case& of, const Ending& ending) {
  switch (ending.code) {
    case 401:
    case 407:
      if (ending.challenges.in_a_loop()) return CallOutcome::auth_loop;
      return ending.challenges.refused() > 0 ? CallOutcome::failed : CallOutcome::challenged;
    case 486:
    case 600:
      return CallOutcome::busy;
    case 603:
    case 607:
    case 608:
      return CallOutcome::declined;
    case 487:
      return taken_elsewhere(of) ? CallOutcome::completed_elsewhere : CallOutcome::cancelled;
    case 408:
    case 480:
      return rang(of) ? CallOutcome::not_answered : CallOutcome::failed;
    default:
      return ending.code < 400 ? CallOutcome::redirected : CallOutcome::failed;
  }
}

/// The challenges that the caller met one attempt after another.
Challenges challenges_of(const Case& of) {
  Challenges challenges;
  std::size_t attempt = CallLeg::none;
  for (const CallLeg& leg : of.thread.legs) {
    if (!leg.is_root || leg.attempt == attempt) continue;
    attempt = leg.attempt;
    challenges.take(leg, of.inside, of.notes);
  }
  return challenges;
}

/// Whether the calling side gave up, though no final response shows it.
bool is_cancelled(const Case& of) {
  return std::ranges::any_of(of.thread.cancels, [&](TransactionId id) {
    const CallLeg* const leg = of.thread.leg(of.inside.tracker.transaction(id).partner);
    return leg == nullptr ? of.thread.legs.empty() : leg->is_root && of.is_last(*leg);
  });
}

Ending failed_on(const Case& of, const CallLeg& leg) {
  Ending ending{.leg = of.number(leg), .message = leg.final, .code = of.code(leg)};
  ending.challenges = challenges_of(of);
  ending.outcome = outcome_of(of, ending);
  return ending;
}

/// When something of the call was captured last.
Time last_sign(const Case& of) {
  Time last{};
  for (const auto* const ids : {&of.thread.within, &of.thread.cancels}) {
    for (const TransactionId id : *ids)
      last = std::max(last, of.message(of.inside.tracker.transaction(id).last).time);
  }
  return last;
}

/// A call of whose beginning nothing was captured.
Ending ending_without_legs(const Case& of) {
  Ending ending;
  ending.message = proof_of_answer(of);
  if (ending.message != no_message) {
    ending.outcome = CallOutcome::answered;
  } else if (is_cancelled(of)) {
    ending.outcome = CallOutcome::cancelled;
  } else if (ends_soon_after(last_sign(of), of.inside.tracker)) {
    ending.outcome = CallOutcome::open;
  }
  return ending;
}

}  // namespace

Ending ending_of(const CallThread& thread, const Inside& inside, const Notes& notes) {
  const Case of{thread, inside, notes};
  if (thread.legs.empty()) return ending_without_legs(of);
  Ending ending;
  if (const CallLeg* const leg = answered_leg(of)) {
    ending = {.outcome = CallOutcome::answered, .leg = of.number(*leg), .message = leg->success};
    ending.code = of.code(*leg);
    return ending;
  }
  const Roots roots = roots_of(of);
  if (roots.failed != nullptr && roots.waiting == nullptr) return failed_on(of, *roots.failed);
  if (const MessageId proof = proof_of_answer(of); proof != no_message) {
    ending.outcome = CallOutcome::answered;
    ending.message = proof;
    return ending;
  }
  if (roots.waiting != nullptr && roots.waiting->acknowledged) {
    if (const CallLeg* const leg = failed_branch(of, *roots.waiting)) return failed_on(of, *leg);
  }
  ending = pending(of, roots);
  // Where the final response was not captured, CANCEL tells which one it was.
  if (is_cancelled(of)) {
    ending.outcome =
        taken_elsewhere(of) ? CallOutcome::completed_elsewhere : CallOutcome::cancelled;
  }
  return ending;
}

}  // namespace sipgloss
