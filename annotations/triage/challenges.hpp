// SPDX-License-Identifier: MIT
// Challenges one after another: whether a client and a server go round in circles. RFC 3261 section
// 22.
#pragma once

#include <cstdint>

#include "triage/story.hpp"

namespace sipgloss {

/// The challenges that came in a row up to now.
class Challenges {
 public:
  /// Takes the next attempt of the same client, with its final response if there is one.
  void take(const Leg& leg, const Inside& inside, const Notes& notes);

  /// Three or more, each but the first of which refused credentials.
  bool in_a_loop() const { return in_a_row_ >= least && refused_ + 1 >= in_a_row_; }
  std::uint32_t in_a_row() const { return in_a_row_; }
  /// How many of them came though the request carried credentials for the same realm.
  std::uint32_t refused() const { return refused_; }

 private:
  static constexpr std::uint32_t least = 3;
  std::uint32_t in_a_row_ = 0;
  std::uint32_t refused_ = 0;
};

/// Adds how many refused credentials, if any did.
void add_challenges(const Challenges& challenges, std::vector<Words>& remarks);
/// Adds that the client did not come back after a challenge or a redirection.
void add_end_of_attempts(const Leg& last, const Tracker& tracker, std::vector<Words>& remarks);

constexpr bool is_challenge(unsigned code) { return code == 401 || code == 407; }

/// A challenge that ends a story is not the usual first one.
constexpr Suspicions suspicions_of(unsigned code) {
  return is_challenge(code) ? Suspicions::others : Suspicions::first;
}

}  // namespace sipgloss
