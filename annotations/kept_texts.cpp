// SPDX-License-Identifier: MIT
// Texts that are made when they are needed and live as long as whoever owns this.
#include "sipgloss/kept_texts.hpp"

#include <algorithm>

namespace sipgloss {

std::string_view KeptTexts::keep(std::string_view text) {
  constexpr std::size_t usual_block = 4096;
  while (block_ < blocks_.size() && used_ + text.size() > blocks_[block_].size) ++block_, used_ = 0;
  if (block_ == blocks_.size()) {
    const std::size_t size = std::max(text.size(), usual_block);
    blocks_.push_back({std::make_unique<char[]>(size), size});
  }
  char* const begin = blocks_[block_].bytes.get() + used_;
  std::ranges::copy(text, begin);
  used_ += text.size();
  return {begin, text.size()};
}

void KeptTexts::clear() {
  block_ = 0;
  used_ = 0;
}

}  // namespace sipgloss
