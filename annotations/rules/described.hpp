// SPDX-License-Identifier: MIT
// Whether a message carries a session description, and which. RFC 3261 section 13.2.1.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sipgloss/sdp.hpp"

namespace sipgloss {

/// Whether a message carries a session description; unknown where its body is cut or cannot be
/// read.
enum class Carried : std::uint8_t { none, some, unknown };

/// The session description of a message. Views into the message.
struct Described {
  Carried carried = Carried::unknown;
  SessionDescription session{};
};
Described described_in(const Message& message);

/// A stream of an answer and the one that was offered in its place, the first by 1.
struct Stream {
  std::uint64_t number = 0;
  MediaDescription answer;
  MediaDescription offer;
};

/// An answer and its offer, by the place in the exchange: the first description that comes back.
struct Answered {
  SessionDescription answer;
  SessionDescription offer;
  std::uint32_t offer_frame = 0;
  std::uint64_t answer_count = 0;  ///< of its streams
  std::uint64_t offer_count = 0;
  std::vector<Stream> streams;  ///< in pairs by their place, and not too many
};

/// Reads the description of a message once, however many rules ask for it.
class Descriptions {
 public:
  /// Valid until eight others were asked for. The messages must stay as they are until clear().
  const Described& of(const Message& message);
  void clear() { count_ = 0; }

 private:
  struct Entry {
    const Message* message = nullptr;
    Described described;
  };
  std::array<Entry, 8> entries_;
  std::size_t count_ = 0;
};

}  // namespace sipgloss
