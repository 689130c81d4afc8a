// SPDX-License-Identifier: MIT
// The follow-ups of responses that provably did not come, or came too late.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sipgloss/session.hpp"
#include "triage/words.hpp"

namespace sipgloss {

/// One follow-up that is missing or late.
struct MissingFollowUp {
  MessageId response{};
  std::uint32_t frame = 0;  ///< of the response
  Time time{};              ///< when it was captured
  unsigned code = 0;
  std::string method;  ///< by its CSeq
  FollowUpStatus status = FollowUpStatus::missing;
  Words what;
  Words reason;
  std::optional<Time> deadline;
};

/// How it stands with a follow-up is decided by later frames. Responses for which it is not decided
/// yet are kept with their bytes until it is: what the capture leaves open bounds them.
class Missing {
 public:
  void add(const Session& session, const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation);

  /// In the order of the frames, as the capture stands now.
  std::vector<MissingFollowUp> told(const Session& session) const;

 private:
  struct Kept {
    Packet packet;
    std::string bytes;
    MessageId id{};
  };

  void settle(const Session& session);

  static constexpr std::size_t first_limit = 1024;
  std::vector<Kept> kept_;
  std::size_t limit_ = first_limit;  ///< of kept responses: then it is asked again for each of them
  std::vector<MissingFollowUp> late_;
};

}  // namespace sipgloss
