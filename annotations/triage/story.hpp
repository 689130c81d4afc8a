// SPDX-License-Identifier: MIT
// What the stories of calls, registrations and subscriptions have in common.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "triage/legs.hpp"
#include "triage/words.hpp"

namespace sipgloss {

/// A frame that shows part of a story, and what it holds: "INVITE", "486".
struct Sight {
  std::string what;
  std::uint32_t frame = 0;

  friend bool operator==(const Sight&, const Sight&) = default;
};

/// "INVITE 3, 180 7, 486 9", in the order of the frames.
std::string listed(std::vector<Sight> sights);

/// The sights of what a leg sent first and what ended it.
void add_sights(const Leg& leg, const Tracker& tracker, std::vector<Sight>& sights);

/// "INVITE"; "request" for a method that is none of ours.
std::string_view word_of(Method method);

/// " “Rejected”": the phrase of a failure, where it is not the usual one.
std::string quoted_phrase(const Said* said);

/// "486 Busy Here", by a person's own words where there are any.
Words named_code(unsigned code, Method method, const Catalogue& catalogue);

/// Which of the catalogue's suspicions are told: none, the first, or, where the everyday business
/// that it begins with is excluded, all others.
enum class Suspicions : std::uint8_t { none, first, others };

/// Adds what a failure means, what to suspect, and what it says of itself.
void add_meaning(unsigned code, Method method, const Said* said, const Catalogue& catalogue,
                 std::vector<Words>& remarks, Suspicions suspicions = Suspicions::first);

/// Adds where a failure came from.
void add_origin(const Leg& leg, const Said* said, const Inside& inside, const Notes& notes,
                std::vector<Words>& remarks);

/// Adds that nothing came back, and what that is to a client.
void add_silence(const Leg& leg, const Inside& inside, const Notes& notes,
                 std::vector<Words>& remarks);

/// Seconds with three decimals: "1.204".
std::string seconds_of(std::chrono::nanoseconds time);

}  // namespace sipgloss
