// SPDX-License-Identifier: MIT
// The bytes of the messages that were captured last, for what has to look at more than one of them.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <vector>

#include "tracker/records.hpp"

namespace sipgloss {

/// A message that is still at hand.
struct Captured {
  MessageId id = no_message;
  Packet packet;  ///< with its bytes
  Message message;
};

/// Keeps whole messages, and lets the oldest go: 32 MiB of bytes, some 60,000 usual messages.
class RecentMessages {
 public:
  /// Takes the next message; its number is the one after that of the message before.
  void keep(MessageId id, const Packet& packet, const Message& message);

  /// The message, read, without a header field that the capture cuts; null when it is no longer at
  /// hand, or when too many were asked for since release(). Valid until then.
  const Captured* at(MessageId id);
  /// What was handed out may be used for others.
  void release() { ++round_; }

 private:
  static constexpr std::size_t chunk_size = std::size_t{1} << 20;
  static constexpr std::size_t most_chunks = 32;
  static constexpr std::size_t most_guests = 96;

  struct Kept {
    Packet packet;  ///< its bytes are empty where the message was too long to keep
  };
  /// The bytes of one message after the other.
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t used = 0;
    std::size_t messages = 0;
  };
  struct Read {
    Captured captured;
    std::uint64_t round = 0;
  };

  void open_chunk();
  Read& home_of(std::size_t number) { return homes_[number % homes_.size()]; }
  Read* guest(MessageId id);

  std::deque<Chunk> chunks_;
  std::deque<Kept> kept_;
  std::size_t first_ = 0;  ///< number of the first that is kept
  // Each message has its home, which it shares with others. Of those that are asked for in one
  // round the first gets it, the others are guests.
  std::vector<Read> homes_{128};
  std::vector<std::unique_ptr<Read>> guests_;
  std::uint64_t round_ = 1;
};

}  // namespace sipgloss
