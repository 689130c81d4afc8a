// SPDX-License-Identifier: MIT
// Why a call failed: at which hop, what became of its branches, what the response means. RFC 3261
// sections 16.7 and 21.
#include <algorithm>

#include "triage/call_ending.hpp"
#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

/// The call that failed, and the leg of the caller's last attempt that decided.
struct Failed {
  const CallThread& thread;
  const Ending& ending;
  const Inside& inside;
  const Notes& notes;

  const CallLeg& root() const { return thread.legs[ending.leg]; }
  std::uint32_t final_frame(const Leg& leg) const {
    return inside.tracker.message(leg.final).frame;
  }
  std::string server(const Leg& leg) const { return server_of(leg, inside, notes); }
};

/// The leg farthest down the way on which the response was seen.
const CallLeg& origin_of(const Failed& failed) {
  const std::vector<CallLeg>& legs = failed.thread.legs;
  std::vector<std::size_t> depths(legs.size());  // from 1; 0 for one that did not carry it
  std::size_t origin = failed.ending.leg;
  depths[origin] = 1;
  // A leg stands behind the one that it was forwarded from.
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const std::size_t parent = legs[i].parent;
    if (parent == CallLeg::none || depths[parent] == 0) continue;
    if (code_of(legs[i], failed.inside.tracker) != failed.ending.code) continue;
    depths[i] = depths[parent] + 1;
    if (depths[i] > depths[origin]) origin = i;
  }
  return legs[origin];
}

/// The legs of the last attempt that were not seen to be forwarded any further.
std::vector<const CallLeg*> branches_of(const Failed& failed) {
  const std::vector<CallLeg>& legs = failed.thread.legs;
  std::vector<bool> is_forwarded(legs.size());
  for (const CallLeg& leg : legs) {
    if (leg.parent != CallLeg::none) is_forwarded[leg.parent] = true;
  }
  std::vector<const CallLeg*> branches;
  for (std::size_t i = 0; i < legs.size(); ++i) {
    const bool last = legs[i].attempt + 1 == failed.thread.attempts;
    if (last && !is_forwarded[i]) branches.push_back(&legs[i]);
  }
  return branches;
}

void tell_origin(const Failed& failed, const CallLeg& origin, const Said* said, Call& call) {
  if (&origin == &failed.root())
    return add_origin(origin, said, failed.inside, failed.notes, call.remarks);
  call.remarks.push_back(
      filled("{}{} came from {} (frame {}) and reached the caller from {} (frame {}).",
             "{}{} 来自 {}（帧 {}），经 {}（帧 {}）到达主叫。", failed.ending.code,
             quoted_phrase(said), failed.server(origin), failed.final_frame(origin),
             failed.server(failed.root()), failed.final_frame(failed.root())));
}

Words result_of(const Failed& failed, const CallLeg& branch) {
  const unsigned code = code_of(branch, failed.inside.tracker);
  if (code != 0) {
    return filled("{}, frame {}", "{}，帧 {}",
                  named_code(code, Method::invite, failed.inside.catalogue),
                  failed.final_frame(branch));
  }
  if (const auto failure = network_failure_of(branch.id, failed.inside))
    return filled("{}, frame {}", "{}，帧 {}", failure->gist, failure->sight.frame);
  if (branch.provisional != no_message)
    return {"no final response in the capture", "抓包中没有最终响应"};
  return branch.sendings <= 1 ? Words("no response in the capture", "抓包中没有响应")
                              : filled("sent {} times, no response in the capture",
                                       "发送 {} 次，抓包中没有响应", branch.sendings);
}

void tell_branches(const Failed& failed, const CallLeg& origin, Call& call) {
  for (const CallLeg* const branch : branches_of(failed)) {
    if (branch == &origin) continue;
    call.remarks.push_back(filled("Branch to {} (frame {}): {}.", "到 {} 的分支（帧 {}）：{}。",
                                  failed.server(*branch), branch->frame,
                                  result_of(failed, *branch)));
  }
}

/// What the network did to a request that still got its final response from who had to forward it:
/// a name that does not resolve, a loop. Of a loop the first round tells all.
void tell_network(const Failed& failed, Call& call) {
  for (const CallLeg& leg : failed.thread.legs) {
    if (leg.attempt + 1 != failed.thread.attempts || leg.final == no_message) continue;
    const auto failure = network_failure_of(leg.id, failed.inside);
    if (!failure) continue;
    call.sights.push_back(failure->sight);
    call.remarks.push_back(failure->what);
    call.remarks.push_back(failure->consequence);
    return;
  }
}

bool ended_without_response(CallOutcome outcome) {
  return outcome == CallOutcome::no_response || outcome == CallOutcome::connection_error ||
         outcome == CallOutcome::host_error || outcome == CallOutcome::loop;
}

}  // namespace

void tell_why(const CallThread& thread, const Ending& ending, const Inside& inside,
              const Notes& notes, Call& call) {
  if (ending.leg == CallLeg::none) return;
  const Failed failed{thread, ending, inside, notes};
  if (ended_without_response(ending.outcome)) {
    add_end_without_response(failed.root(), inside, notes, call.named, call.sights, call.remarks);
    return tell_branches(failed, failed.root(), call);
  }
  if (ending.code == 0) {
    call.remarks.emplace_back("There is an ACK to a failure; the response is not in the capture.",
                              "有对失败响应的 ACK，但抓包中没有该响应。");
    return;
  }
  const CallLeg& origin = origin_of(failed);
  const Said* const said = notes.said(thread.call, Method::invite, ending.code);
  tell_origin(failed, origin, said, call);
  tell_branches(failed, origin, call);
  tell_network(failed, call);
  add_challenges(ending.challenges, call.remarks);
  const bool asked_back = is_challenge(ending.code) || ending.outcome == CallOutcome::redirected;
  if (asked_back) add_end_of_attempts(failed.root(), inside.tracker, call.remarks);
  // What is usual for 408 and 480 speaks of a phone that does not even ring.
  const bool rang = ending.outcome == CallOutcome::not_answered;
  if (rang && call.ring) {
    call.remarks.push_back(filled("It rang for {} s, and nobody answered.",
                                  "振铃 {} 秒，无人接听。", seconds_of(*call.ring)));
  }
  add_meaning(ending.code, Method::invite, said, inside.catalogue, call.remarks,
              rang ? Suspicions::none : suspicions_of(ending.code));
}

}  // namespace sipgloss
