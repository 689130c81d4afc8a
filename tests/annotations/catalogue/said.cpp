// SPDX-License-Identifier: MIT
// Every text of the catalogue, gathered member by member.
#include "said.hpp"

#include <fmt/format.h>

#include <set>
#include <span>
#include <string_view>

#include "sipgloss/cause.hpp"

namespace sipgloss::test {
namespace {

std::string place(const ResponseCode& entry, std::string_view member) {
  return fmt::format("{}.{}", entry.code, member);
}

std::string place(const ClassEntry& entry, std::string_view member) {
  return fmt::format("class {}.{}", static_cast<int>(entry.value), member);
}

std::string place(Next id) { return fmt::format("step {}", static_cast<int>(id)); }

/// The steps that follow some code, each once.
std::set<Next> steps() {
  std::set<Next> used;
  for (const ResponseCode* entry : response_codes()) {
    used.insert(entry->next.begin(), entry->next.end());
  }
  return used;
}

void add_effects(std::vector<Said>& all) {
  for (int i = 0; i <= static_cast<int>(DialogEffect::acts_as_timeout); ++i) {
    for (const Sentence& sentence : sentences_of(static_cast<DialogEffect>(i))) {
      all.push_back({fmt::format("dialog effect {}", i), sentence.text()});
    }
  }
}

/// The causes of a protocol, and the ranges of those that have no entry.
struct CausesOf {
  std::string_view protocol;
  std::span<const Cause> causes;
  const CauseRange* (*range_of)(unsigned) = nullptr;
};

std::vector<CausesOf> all_causes() {
  return {{"Warning", warnings(), warning_range_of},
          {"Q.850", q850_causes(), q850_class_of},
          {"STIR", stir_causes()},
          {"Preemption", preemption_causes()}};
}

void add_causes(std::vector<Said>& all, Text Cause::*text, Text CauseRange::*text_of_range) {
  for (const CausesOf& of : all_causes()) {
    for (const Cause& cause : of.causes) {
      all.push_back({fmt::format("{} {}", of.protocol, cause.code), cause.*text});
    }
    std::set<const CauseRange*> ranges;
    for (unsigned code = 1; of.range_of != nullptr && code < 400; ++code) {
      const CauseRange* const range = of.range_of(code);
      if (range == nullptr || !ranges.insert(range).second) continue;
      all.push_back({fmt::format("{} from {}", of.protocol, range->first), range->*text_of_range});
    }
  }
}

}  // namespace

std::vector<Said> sentences() {
  std::vector<Said> all;
  for (const ResponseCode* entry : response_codes()) {
    for (const Sentence& sentence : entry->meaning) {
      all.push_back({place(*entry, "meaning"), sentence.text()});
    }
    for (const Sentence& sentence : entry->practice) {
      all.push_back({place(*entry, "practice"), sentence.text()});
    }
  }
  for (const ClassEntry& entry : classes()) {
    for (const Text& text : entry.meaning) all.push_back({place(entry, "meaning"), text});
  }
  for (const Next id : steps()) all.push_back({place(id), step_of(id).text});
  add_effects(all);
  add_causes(all, &Cause::meaning, &CauseRange::meaning);
  return all;
}

std::vector<Said> phrases() {
  std::vector<Said> all;
  for (const ResponseCode* entry : response_codes()) {
    for (const HeaderUse& use : entry->headers) all.push_back({place(*entry, "headers"), use.what});
  }
  return all;
}

std::vector<Said> gists() {
  std::vector<Said> all;
  for (const ResponseCode* entry : response_codes()) {
    for (const Sentence& words : entry->gist) all.push_back({place(*entry, "gist"), words.text()});
  }
  return all;
}

std::vector<Said> briefs() {
  std::vector<Said> all;
  for (const Next id : steps()) {
    const Text& brief = step_of(id).brief;
    if (!brief.en.empty() || !brief.zh.empty()) all.push_back({place(id), brief});
  }
  return all;
}

std::vector<Said> names() {
  std::vector<Said> all;
  for (const ResponseCode* entry : response_codes()) {
    all.push_back({place(*entry, "name"), entry->name()});
    all.push_back({place(*entry, "status"), name_of(entry->status)});
    all.push_back({place(*entry, "category"), name_of(entry->category)});
  }
  for (const ClassEntry& entry : classes()) all.push_back({place(entry, "name"), entry.name});
  add_causes(all, &Cause::name, &CauseRange::name);
  for (int i = 0; i <= static_cast<int>(Strength::must_not); ++i) {
    all.push_back({"strength", name_of(static_cast<Strength>(i))});
  }
  return all;
}

}  // namespace sipgloss::test
