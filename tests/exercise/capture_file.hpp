// SPDX-License-Identifier: MIT
// The SIP messages of a capture file, for tests of the library that play real traffic.
#pragma once

#include <deque>
#include <string>

#include "sipgloss/session.hpp"

namespace sipgloss::test {

struct FileMessage {
  std::string bytes;
  Packet packet;  ///< its bytes are those above
};

/// What a file holds over UDP and TCP, without encryption, fragments of IP and segments out of
/// order. Throws std::runtime_error when the file cannot be read.
std::deque<FileMessage> messages_of(const std::string& path);

}  // namespace sipgloss::test
