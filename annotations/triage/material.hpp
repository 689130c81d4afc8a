// SPDX-License-Identifier: MIT
// What is gathered while a capture is read, and the stories that are made of it at its end.
#pragma once

#include <vector>

#include "triage/calls.hpp"
#include "triage/copies.hpp"
#include "triage/missing.hpp"
#include "triage/others.hpp"
#include "triage/registrations.hpp"
#include "triage/subscriptions.hpp"

namespace sipgloss {

/// All stories of a capture, each kind in the order of the frames.
struct Stories {
  std::vector<Call> calls;
  std::vector<Registration> registrations;
  std::vector<Subscription> subscriptions;
  std::vector<OtherRequests> others;
  std::vector<MissingFollowUp> missing;
  std::uint64_t without_call = 0;  ///< messages without a Call-ID, which are in no story
};

class Material {
 public:
  /// Takes a message that the session observed.
  void add(const Session& session, const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation);

  /// The stories as the capture stands now.
  Stories told(const Session& session) const;
  const Copies& copies() const { return copies_; }

 private:
  Notes notes_;
  Registrations registrations_;
  Subscriptions subscriptions_;
  Missing missing_;
  Copies copies_;
};

}  // namespace sipgloss
