// SPDX-License-Identifier: MIT
// A response in one line, made for a column of the packet list.
#include "session/summary.hpp"

#include <fmt/format.h>

namespace sipgloss {
namespace {

/// "K405-1 +2": the gravest finding and how many more there are. A note is not worth a place in a
/// line.
std::string told_findings(const Annotation& annotation) {
  const Finding* worst = nullptr;
  std::size_t count = 0;
  for (const Finding& finding : annotation.findings) {
    if (finding.level == Level::note) continue;
    ++count;
    if (worst == nullptr || finding.level > worst->level) worst = &finding;
  }
  if (worst == nullptr) return {};
  const std::size_t more = count - 1;
  return more == 0 ? std::string(worst->rule->code)
                   : fmt::format("{} +{}", worst->rule->code, more);
}

/// The parts that are there, in the form of a line.
std::string line(std::string_view name, std::string_view gist, std::string_view findings,
                 std::string_view next, std::string_view colon, std::string_view semicolon) {
  std::string text(name);
  const auto add = [&text](std::string_view separator, std::string_view part) {
    if (!part.empty()) text.append(separator).append(part);
  };
  add(colon, gist);
  if (!findings.empty()) add(" ", fmt::format("[{}]", findings));
  // What does not fit the column is the next step rather than what happened.
  constexpr std::size_t widest = 72;
  if (display_width(text) + display_width(next) < widest) add(semicolon, next);
  return text;
}

}  // namespace

Text summarise(const Message& message, Annotation& annotation) {
  const Explanation& said = *annotation.explanation;
  const std::string findings = told_findings(annotation);
  const std::string code = printable(message.status_digits, 20);
  const std::string en = fmt::format("{} {}", code, annotation.name.en);
  const std::string zh = fmt::format("{} {}", code, annotation.name.zh);
  return {annotation.keep(line(en, annotation.gist.en, findings, said.next_brief.en, ": ", " → ")),
          annotation.keep(line(zh, annotation.gist.zh, findings, said.next_brief.zh, "：", " → "))};
}

}  // namespace sipgloss
