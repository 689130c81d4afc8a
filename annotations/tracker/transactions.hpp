// SPDX-License-Identifier: MIT
// Which request a response answers. RFC 3261 section 17.1.3; RFC 2543 peers by the rules of
// section 17.2.3.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "sipgloss/session.hpp"

namespace sipgloss {

/// The requests of a capture, by what their responses will carry.
class Transactions {
 public:
  /// Remembers where a request was first seen. ACK is no transaction of its own that gets a
  /// response.
  void add_request(const Packet& packet, const Message& message);

  /// The request that a response answers: the same transaction, seen on the same hop where it was
  /// seen on several.
  std::optional<AnsweredRequest> request_of(const Packet& packet, const Message& message) const;

 private:
  /// The first time a request was seen between two hosts.
  struct Sighting {
    std::uint32_t frame;
    Time time;
    Endpoint source;
    Endpoint destination;
  };
  std::unordered_map<std::string, std::vector<Sighting>> by_key_;
};

}  // namespace sipgloss
