// SPDX-License-Identifier: MIT
// What a session knows, for the files of this library that look over a whole capture.
#pragma once

#include "sipgloss/session.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

/// The parts of a session. They live as long as it does.
struct Inside {
  const Catalogue& catalogue;
  const Settings& settings;
  const Tracker& tracker;
};

/// What is inside of a session, as the capture stands now.
Inside inside(const Session& session);

}  // namespace sipgloss
