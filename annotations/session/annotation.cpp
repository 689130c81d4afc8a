// SPDX-License-Identifier: MIT
// What can be asked of an annotation.
#include "sipgloss/annotation.hpp"

#include <algorithm>

namespace sipgloss {

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
  hidden_findings = 0;
  follow_ups.clear();
  links = {};
  failure.reset();
  summary = {};
  texts_.clear();
  texts_.set_read(true);
}

std::optional<Level> worst_level(const Annotation& annotation) {
  const auto worst =
      std::max_element(annotation.findings.begin(), annotation.findings.end(),
                       [](const Finding& a, const Finding& b) { return a.level < b.level; });
  if (worst == annotation.findings.end()) return std::nullopt;
  return worst->level;
}

}  // namespace sipgloss
