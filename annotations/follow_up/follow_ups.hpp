// SPDX-License-Identifier: MIT
// What must, should or may follow a response, and whether it did.
#pragma once

#include "sipgloss/annotation.hpp"
#include "sipgloss/session.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

/// The response that is asked about, and the capture around it.
struct Followed {
  const Packet& packet;
  const Message& response;
  MessageId id;
  const Tracker& tracker;
  const Settings& settings;
};

/// Adds what is expected after the response, each with its status as the capture stands now.
void add_follow_ups(const Followed& followed, Annotation& into);

}  // namespace sipgloss
