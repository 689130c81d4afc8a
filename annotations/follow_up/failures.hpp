// SPDX-License-Identifier: MIT
// Failures that never become a response, or that lie between proxies: classes 10 to 12. RFC 3261
// sections 8.1.3.1, 16.9 and 18.4.
#pragma once

#include "follow_up/follow_ups.hpp"
#include "in_message/teller.hpp"
#include "sipgloss/network_event.hpp"

namespace sipgloss {

/// Says what became of a message where it failed: of a request, that the network or silence ended
/// it; of a response and its request, that it tells of trouble between proxies.
void add_failure(const Followed& followed, Annotation& into);

/// Says what an event did to the requests that it touched; nothing where all of them were responded
/// to.
void add_failure(EventId id, const NetworkEvent& event, const Tracker& tracker,
                 const Settings& settings, Annotation& into);

namespace follow_up {

/// A request that may have failed, and the capture around it.
struct Sent {
  const Tracker& tracker;
  const Settings& settings;
  const Transaction& transaction;
  Endpoint client{};
  Endpoint server{};

  const MessageRecord& request() const { return tracker.message(transaction.request); }
  const MessageRecord* final() const {
    return transaction.final == no_message ? nullptr : &tracker.message(transaction.final);
  }
};

/// A failure and what a column says of it.
struct Failed {
  Failure failure;
  Text gist;  ///< in a few words
};

/// "INVITE"; "request" for a method that is none of those known.
Text named(Method method);

/// What an event did to a request; nothing where it came to nothing.
std::optional<Failed> failed_by_event(const Sent& sent, const EventRecord& event, Annotation& into);
/// The same of an event that ended a request which the capture does not hold.
Failed failed_unseen(const EventRecord& record, const NetworkEvent& event, Annotation& into);
/// Whether it is proven that no final response came to the client until it gave up; never of an
/// INVITE with a provisional response, which waits on.
bool died_in_silence(const Sent& sent);
/// No response, and proof that none came.
std::optional<Failed> failed_in_silence(const Sent& sent, Annotation& into);
/// A final response that tells of trouble between proxies.
std::optional<Failed> failed_between_proxies(const Sent& sent, Annotation& into);

}  // namespace follow_up
}  // namespace sipgloss
