// SPDX-License-Identifier: MIT
// What was sent again, and what was captured twice. RFC 3261 section 17.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sipgloss/session.hpp"

namespace sipgloss {

/// Messages of one kind that one host sent to another more than once.
struct Repeated {
  Endpoint source;  ///< with port 0: the hosts count
  Endpoint destination;
  std::string what;              ///< "INVITE", "200 to INVITE"
  std::uint64_t messages = 0;    ///< how many different ones
  std::uint64_t again = 0;       ///< how often they were sent besides the first time
  std::uint32_t most_frame = 0;  ///< the one that was repeated most
  std::uint32_t most = 0;        ///< how often
};

class Copies {
 public:
  void add(const Packet& packet, const Message& message, const Annotation& annotation);

  std::uint64_t requests() const { return requests_; }
  std::uint64_t responses() const { return responses_; }
  std::uint64_t duplicates() const { return duplicates_; }
  /// Those that were repeated most come first.
  std::vector<Repeated> told() const;

 private:
  struct Kind {
    Endpoint source;
    Endpoint destination;
    std::string what;

    friend auto operator<=>(const Kind&, const Kind&) = default;
  };

  std::uint64_t requests_ = 0;
  std::uint64_t responses_ = 0;
  std::uint64_t duplicates_ = 0;
  /// How often, by the frame of the first sending.
  std::map<Kind, std::map<std::uint32_t, std::uint32_t>> repeated_;
};

}  // namespace sipgloss
