// SPDX-License-Identifier: MIT
// Requests that the network ended, as the stories tell it: classes 10 to 12 where a frame shows
// them. RFC 3261 sections 8.1.3.1, 16.3 and 18.4.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "triage/story.hpp"

namespace sipgloss {

/// What ended a request on its way.
struct NetworkFailure {
  Pending pending = Pending::connection_error;  ///< connection_error, host_error or loop
  Words gist;                                   ///< "port unreachable"
  Words what;                                   ///< a sentence
  Words consequence;                            ///< what its client does then, a sentence
  Sight sight;                                  ///< the frame that shows it
};

/// Nothing where no frame shows that the request was ended, or where it went on after that.
std::optional<NetworkFailure> network_failure_of(TransactionId id, const Inside& inside);

/// Whether a request that stands so is over: no response is to come any more.
bool is_over(Pending pending);
/// "no response", "host error" / "主机错误" ...
Text name_of(Pending pending);

/// Adds why a leg without a final response is over: what ended it, or its silence. `named` becomes
/// the failure in a few words.
void add_end_without_response(const Leg& leg, const Inside& inside, const Notes& notes,
                              Words& named, std::vector<Sight>& sights,
                              std::vector<Words>& remarks);

/// Failures that no request in the capture tells of: the client could not even send.
class UnsentRequests {
 public:
  /// Takes the annotation of a frame that tells of the network.
  void add(const Annotation& annotation);

  struct Unsent {
    std::uint32_t frame = 0;
    Words what;
    Words consequence;
  };
  static constexpr std::size_t most_listed = 16;
  /// The first ones.
  const std::vector<Unsent>& listed() const { return listed_; }
  std::uint64_t count() const { return count_; }

 private:
  std::vector<Unsent> listed_;
  std::uint64_t count_ = 0;
};

}  // namespace sipgloss
