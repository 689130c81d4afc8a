// SPDX-License-Identifier: MIT
// The bytes of the messages that were captured last, for what has to look at more than one of them.
#include "tracker/recent_messages.hpp"

#include <algorithm>
#include <utility>

namespace sipgloss {

void RecentMessages::keep(MessageId id, const Packet& packet, const Message& message) {
  const std::string_view bytes = message.bytes;
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
  // It is read already, and asked for soon if at all.
  Read& home = home_of(index_of(id));
  home.round = 0;
  home.captured.id = id;
  home.captured.packet = kept.packet;
  home.captured.message.assign(message, begin);
  home.captured.message.drop_cut_header();
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
  const auto forget = [this](Read& read) {  // their bytes are written over
    if (index_of(read.captured.id) < first_) read.captured.id = no_message;
  };
  std::ranges::for_each(homes_, forget);
  for (const auto& read : guests_) forget(*read);
  oldest.used = 0;
  oldest.messages = 0;
  chunks_.push_back(std::move(oldest));
}

const Captured* RecentMessages::at(MessageId id) {
  const std::size_t number = index_of(id);
  if (number < first_ || number - first_ >= kept_.size()) return nullptr;
  const Packet& packet = kept_[number - first_].packet;
  if (packet.bytes.empty()) return nullptr;
  Read* read = &home_of(number);
  if (read->captured.id != id && read->round == round_) read = guest(id);
  if (read == nullptr) return nullptr;
  read->round = round_;
  if (read->captured.id == id) return &read->captured;
  read->captured.id = id;
  read->captured.packet = packet;
  read->captured.message.reread(packet.wire());
  read->captured.message.drop_cut_header();
  return &read->captured;
}

/// The guest of that number, or one that was not asked for in this round; null when there are too
/// many.
RecentMessages::Read* RecentMessages::guest(MessageId id) {
  Read* free = nullptr;
  for (const auto& read : guests_) {
    if (read->captured.id == id) return read.get();
    if (read->round != round_) free = read.get();
  }
  if (free != nullptr || guests_.size() >= most_guests) return free;
  return guests_.emplace_back(std::make_unique<Read>()).get();
}

}  // namespace sipgloss
