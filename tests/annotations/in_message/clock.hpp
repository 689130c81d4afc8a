// SPDX-License-Identifier: MIT
// Times for the tests of the tellers: a moment of capture, and the time zone in which it is shown.
#pragma once

#include <chrono>
#include <cstdlib>
#include <ctime>

#include "sipgloss/session.hpp"

namespace sipgloss::test {

/// The 1st of May 2024, 14:03:12 in UTC.
inline constexpr Time may_day =
    std::chrono::sys_days(std::chrono::year(2024) / 5 / 1) + std::chrono::seconds(50592);

/// Local time from here on, as POSIX writes a time zone: "UTC0", "CST-8".
inline void set_time_zone(const char* zone) {
  setenv("TZ", zone, 1);
  tzset();
}

/// `may_day` with UTC as local time.
inline Time may_day_in_utc() {
  set_time_zone("UTC0");
  return may_day;
}

}  // namespace sipgloss::test
