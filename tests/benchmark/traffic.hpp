// SPDX-License-Identifier: MIT
// SIP traffic for benchmarks: calls of seven messages, each with names, addresses and media of its
// own.
#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "sipgloss/session.hpp"

namespace sipgloss::benchmark {

struct Captured {
  std::string bytes;
  Packet packet;  ///< its bytes are those above
};

/// At least `messages` messages: INVITE, 100, 180, 200, ACK, BYE, 200, one call after the other,
/// ten calls a second.
std::deque<Captured> calls(std::size_t messages);

/// At least `messages` messages: REGISTER and the 401 to it, one client after the other.
std::deque<Captured> challenges(std::size_t messages);

/// One 401 to REGISTER, of the size that phones and registrars exchange.
std::string challenge();

}  // namespace sipgloss::benchmark
