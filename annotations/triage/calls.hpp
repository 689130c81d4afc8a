// SPDX-License-Identifier: MIT
// The calls of a capture and how they ended. A call is what shares a Call-ID (RFC 3261
// section 8.1.1.4).
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "sipgloss/session.hpp"

namespace sipgloss {

/// One call, as far as its INVITE responses tell.
struct Call {
  std::uint32_t first_frame = 0;
  std::uint32_t final_frame = 0;  ///< of the final response that counts; 0 while there is none
  Time begin{};
  std::string from;
  std::string to;
  bool answered = false;  ///< a 2xx to INVITE was seen
  unsigned code = 0;      ///< of the last final response other than 2xx
  std::string name_en;
  std::string name_zh;
  Text reason;  ///< the first sentence of the catalogue; lives as long as the program

  /// Whether the last word on it was 400 to 699.
  bool failed() const { return !answered && code >= 400; }
};

class Calls {
 public:
  void add_request(const Packet& packet, const Message& message);
  void add_response(const Packet& packet, const Message& message, const Annotation& annotation);

  /// In the order in which they began.
  const std::vector<Call>& all() const { return calls_; }

 private:
  Call& call_of(const Packet& packet, const Message& message);

  std::vector<Call> calls_;
  std::unordered_map<std::string, std::size_t> by_call_id_;
};

}  // namespace sipgloss
