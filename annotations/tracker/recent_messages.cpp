// SPDX-License-Identifier: MIT
// The bytes of the messages that were captured last, for what has to look at more than one of them.
#include "tracker/recent_messages.hpp"

#include <algorithm>
#include <utility>

#include "message/check.hpp"

namespace sipgloss {

void RecentMessages::keep(MessageId id, const Packet& packet, std::string_view bytes) {
  if (kept_.empty()) first_ = index_of(id);
  const bool fits = bytes.size() <= chunk_size;
  if (chunks_.empty() || (fits && chunks_.back().used + bytes.size() > chunk_size)) open_chunk();
  Chunk& chunk = chunks_.back();
  Kept& kept = kept_.emplace_back(Kept{packet});
  kept.packet.bytes = {};
  ++chunk.messages;
  if (!fits) return;
  char* const begin = chunk.bytes.get() + chunk.used;
  std::ranges::copy(bytes, begin);
  chunk.used += bytes.size();
  kept.packet.bytes = {begin, bytes.size()};
}

void RecentMessages::open_chunk() {
  if (chunks_.size() < most_chunks) {
    chunks_.push_back({std::make_unique_for_overwrite<char[]>(chunk_size)});
    return;
  }
  Chunk oldest = std::move(chunks_.front());
  chunks_.pop_front();
  kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(oldest.messages));
  first_ += oldest.messages;
  for (const auto& read : read_) {  // their bytes are written over
    if (index_of(read->captured.id) < first_) read->captured.id = no_message;
  }
  oldest.used = 0;
  oldest.messages = 0;
  chunks_.push_back(std::move(oldest));
}

const Captured* RecentMessages::at(MessageId id) {
  const std::size_t number = index_of(id);
  if (number < first_ || number - first_ >= kept_.size()) return nullptr;
  const Packet& packet = kept_[number - first_].packet;
  if (packet.bytes.empty()) return nullptr;
  for (const auto& read : read_) {
    if (read->captured.id != id) continue;
    read->round = round_;
    return &read->captured;
  }
  Read* const slot = free_slot();
  if (slot == nullptr) return nullptr;
  slot->round = round_;
  slot->captured.id = id;
  slot->captured.packet = packet;
  slot->captured.message.reparse(packet.wire());
  drop_cut_header(slot->captured.message);
  return &slot->captured;
}

/// One that was not asked for in this round, the one that was left longest first.
RecentMessages::Read* RecentMessages::free_slot() {
  constexpr std::size_t usual = 8;
  const auto left =
      std::ranges::min_element(read_, {}, [](const auto& read) { return read->round; });
  const bool free = left != read_.end() && (*left)->round != round_;
  if (free && read_.size() >= usual) return left->get();
  if (read_.size() >= most_read) return nullptr;
  return read_.emplace_back(std::make_unique<Read>()).get();
}

}  // namespace sipgloss
