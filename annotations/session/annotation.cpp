// SPDX-License-Identifier: MIT
// The texts that an annotation owns, and what can be asked of it.
#include "sipgloss/annotation.hpp"

#include <algorithm>

namespace sipgloss {

std::string_view Annotation::keep(std::string text) { return kept_.emplace_front(std::move(text)); }

void Annotation::clear() {
  code = 0;
  response_class.reset();
  reading = {};
  read_as.reset();
  name = {};
  meaning.clear();
  next.clear();
  next_brief = {};
  sent_by = {};
  defined_in = {};
  findings.clear();
  request.reset();
  summary = {};
  kept_.clear();
}

std::optional<Level> worst_level(const Annotation& annotation) {
  const auto worst =
      std::max_element(annotation.findings.begin(), annotation.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.level < b.level; });
  if (worst == annotation.findings.end()) return std::nullopt;
  return worst->level;
}

}  // namespace sipgloss
