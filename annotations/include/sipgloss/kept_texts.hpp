// SPDX-License-Identifier: MIT
// Texts that are made when they are needed and live as long as whoever owns this.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace sipgloss {

/// Keeps texts one behind the other, in blocks that never move.
class KeptTexts {
 public:
  /// Keeps a text until it is cleared; returns the view of it.
  std::string_view keep(std::string_view text);
  /// Lets all texts go; memory is used again.
  void clear();
  /// Whether anybody reads what is made; where not, sentences are left without their values.
  bool are_read() const { return are_read_; }
  void set_read(bool are_read) { are_read_ = are_read; }

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;
  };
  std::vector<Block> blocks_;
  std::size_t block_ = 0;  ///< the one that is being filled
  std::size_t used_ = 0;   ///< bytes of it
  bool are_read_ = true;
};

}  // namespace sipgloss
