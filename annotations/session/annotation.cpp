// SPDX-License-Identifier: MIT
// The texts that an annotation owns, and what can be asked of it.
#include "sipgloss/annotation.hpp"

#include <algorithm>

namespace sipgloss {

std::string_view Annotation::keep(std::string_view text) {
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

void Annotation::clear() {
  code = 0;
  response_class.reset();
  read_as.reset();
  explanation = nullptr;
  name = {};
  gist = {};
  preface = {};
  in_message.clear();
  findings.clear();
  follow_ups.clear();
  links = {};
  failure.reset();
  summary = {};
  block_ = 0;
  used_ = 0;
}

std::optional<Level> worst_level(const Annotation& annotation) {
  const auto worst =
      std::max_element(annotation.findings.begin(), annotation.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.level < b.level; });
  if (worst == annotation.findings.end()) return std::nullopt;
  return worst->level;
}

}  // namespace sipgloss
