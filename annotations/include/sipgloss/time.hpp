// SPDX-License-Identifier: MIT
// When something was captured.
#pragma once

#include <chrono>

namespace sipgloss {

/// Nanoseconds since 1970, as captured.
using Time = std::chrono::sys_time<std::chrono::nanoseconds>;

}  // namespace sipgloss
