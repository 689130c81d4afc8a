// SPDX-License-Identifier: MIT
// Exchanges that are as they should be, from the RFCs that show examples.
#pragma once

#include <string_view>
#include <vector>

namespace sipgloss::test {

struct SoundFlow {
  std::string_view name;
  std::string_view text;
};

/// The flows of RFC 3665, RFC 5359 and RFC 5407 in the language of Flow, each followed by traffic
/// that goes on long after.
const std::vector<SoundFlow>& sound_flows();

}  // namespace sipgloss::test
