// SPDX-License-Identifier: MIT
// A response in one line, made for a column of the packet list.
#include "session/summary.hpp"

#include <fmt/format.h>

#include "short_text.hpp"

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

/// What a line says, in one language.
struct Parts {
  std::string_view code;
  std::string_view name;
  std::string_view colon;
  std::string_view gist;
  std::string_view findings;
  std::string_view next;
};

/// The parts that are there, in the form of a line.
std::string_view line(const Parts& parts, KeptTexts& owner) {
  ShortText<1024> text;
  text.append(parts.code);
  text.append(" ");
  text.append(parts.name);
  if (!parts.gist.empty()) {
    text.append(parts.colon);
    text.append(parts.gist);
  }
  if (!parts.findings.empty()) {
    text.append(" [");
    text.append(parts.findings);
    text.append("]");
  }
  // What does not fit the column is the next step rather than what happened.
  constexpr std::size_t widest = 72;
  const bool fits = display_width(text.view()) + display_width(parts.next) < widest;
  if (!parts.next.empty() && fits) {
    text.append(" → ");
    text.append(parts.next);
  }
  return owner.keep(text.view());
}

}  // namespace

Text summarise(const Message& message, Annotation& annotation) {
  const Explanation& said = *annotation.explanation;
  const std::string findings = told_findings(annotation);
  const std::string code = printable(message.status_digits, 20);
  const auto in = [&](std::string_view Text::*language, std::string_view colon) {
    return line({.code = code,
                 .name = annotation.name.*language,
                 .colon = colon,
                 .gist = annotation.gist.*language,
                 .findings = findings,
                 .next = said.next_brief.*language},
                annotation.texts());
  };
  return {in(&Text::en, ": "), in(&Text::zh, "：")};
}

}  // namespace sipgloss
