// SPDX-License-Identifier: MIT
// All rules in one list, and the names of their levels.
#include <algorithm>
#include <vector>

#include "rules/subjects.hpp"
#include "sipgloss/rule.hpp"

namespace sipgloss {
namespace {

std::vector<const Rule*> collect() {
  std::vector<const Rule*> all;
  const auto add = [&all](std::span<const Rule> table) {
    for (const Rule& rule : table) all.push_back(&rule);
  };
#define SIPGLOSS_SUBJECT(name) add(subject::name);
  SIPGLOSS_SUBJECTS(SIPGLOSS_SUBJECT)
#undef SIPGLOSS_SUBJECT
  return all;
}

}  // namespace

std::span<const Rule* const> rules() {
  static const std::vector<const Rule*> all = collect();
  return all;
}

const Rule* find_rule(std::string_view code) {
  const auto found = std::ranges::find(rules(), code, &Rule::code);
  return found == rules().end() ? nullptr : *found;
}

Text name_of(Level level) {
  switch (level) {
    case Level::must:
      return {"error", "错误"};
    case Level::should:
      return {"warning", "警告"};
    case Level::note:
      break;
  }
  return {"note", "提示"};
}

}  // namespace sipgloss
