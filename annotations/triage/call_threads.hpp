// SPDX-License-Identifier: MIT
// Which transactions make up one call: its attempts, the ways that each was forwarded, and what was
// sent within it. RFC 3261 sections 8.1.3.5, 12 and 16.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "triage/legs.hpp"

namespace sipgloss {

/// An INVITE of a call on one hop.
struct CallLeg : Leg {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t attempt = 0;    ///< number of the caller's attempt that it belongs to
  std::size_t parent = none;  ///< the leg that it was forwarded from
  bool is_root = true;        ///< the capture shows the attempt here first
};

/// The transactions of one call.
struct CallThread {
  std::uint32_t call = 0;             ///< number of its Call-ID
  std::uint32_t caller_tag = 0;       ///< 0 where the capture begins within the call
  std::vector<CallLeg> legs;          ///< none where the capture begins within the call
  std::size_t attempts = 0;           ///< with credentials, to another target ... count anew
  std::vector<TransactionId> within;  ///< in the dialogs: ACK, BYE, re-INVITE, PRACK, UPDATE, INFO
  std::vector<TransactionId> cancels;

  /// Null for what is none of its legs.
  const CallLeg* leg(TransactionId id) const;
};

/// All calls of the messages that were added, in the order in which they began.
class CallThreads {
 public:
  CallThreads(const Inside& inside, const Notes& notes);

  const std::vector<CallThread>& all() const { return threads_; }
  /// The call that a transaction belongs to; nothing where it belongs to none.
  std::optional<std::size_t> thread_of(TransactionId id) const;

 private:
  class Builder;
  std::vector<CallThread> threads_;
  std::vector<std::uint32_t> thread_of_;  ///< by transaction, from 1; 0 for none
};

/// The transactions of the Call-IDs that were added, one Call-ID after another.
std::vector<TransactionId> by_call(const Tracker& tracker, const Notes& notes);

}  // namespace sipgloss
