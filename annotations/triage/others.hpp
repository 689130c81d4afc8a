// SPDX-License-Identifier: MIT
// Requests that are part of no call, registration or subscription: OPTIONS, MESSAGE, PUBLISH ...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "triage/call_threads.hpp"
#include "triage/story.hpp"

namespace sipgloss {

/// Requests of one method, from one host to another, that ended alike.
struct OtherRequests {
  Method method = Method::other;
  std::string client;
  std::string server;
  unsigned code = 0;                       ///< of the final response; 0 where there is none
  Words named = {};                        ///< "404 Not Found"
  Pending pending = Pending::not_visible;  ///< where there is none
  std::uint64_t count = 0;
  std::uint32_t first_frame = 0;

  /// A challenge is everyday business.
  bool failed() const;
};

/// By method and addresses. Requests that the capture shows on several hops count once.
std::vector<OtherRequests> tell_others(const CallThreads& calls, const Inside& inside,
                                       const Notes& notes);

}  // namespace sipgloss
