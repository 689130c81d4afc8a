// SPDX-License-Identifier: MIT
// An exchange of a page, played into a session.
#include <fmt/format.h>

#include <algorithm>

#include "page.hpp"

namespace sipgloss::test {
namespace {

/// "in 3 (2, 1) ": the message, and the others that a finding rests on, where there are several.
std::string place_of(const Finding& finding, std::size_t message, std::size_t messages) {
  if (messages == 1) return "";
  std::string others;
  for (const std::uint32_t frame : finding.frames) {
    if (frame != 0) others += fmt::format("{}{}", others.empty() ? "" : ", ", frame);
  }
  if (!others.empty()) others = fmt::format("({}) ", others);
  return fmt::format("in {} {}", message + 1, others);
}

}  // namespace

PlayedExchange::PlayedExchange(const Exchange& exchange) {
  session_.count_verdicts(&tally_);
  for (std::size_t i = 0; i < exchange.messages.size(); ++i) {
    packets_.push_back(exchange.packet(i));
    messages_.push_back(Message::parse(packets_.back().wire()));
    ids_.push_back(session_.observe(packets_.back(), messages_.back()));
  }
}

const Annotation& PlayedExchange::annotation(std::size_t message) {
  session_.annotate(ids_[message], packets_[message], messages_[message], annotation_);
  return annotation_;
}

const std::vector<Tally::Counts>& PlayedExchange::verdicts() {
  for (std::size_t i = 0; i < size(); ++i) annotation(i);
  tally_.counts.resize(rules().size());
  return tally_.counts;
}

Tally::Counts PlayedExchange::verdicts_of(const Rule& rule) {
  const auto number = std::ranges::find(rules(), &rule) - rules().begin();
  return verdicts()[static_cast<std::size_t>(number)];
}

std::string PlayedExchange::findings() {
  std::string text;
  for (std::size_t i = 0; i < size(); ++i) {
    for (const Finding& finding : annotation(i).findings) {
      text += fmt::format("{} {} {}at \"{}\"\n    {}\n    {}\n", name_of(finding.level).en,
                          finding.rule->code, place_of(finding, i, size()),
                          printable(finding.bytes, 160), finding.text.en, finding.text.zh);
    }
  }
  return text.empty() ? "none\n" : text;
}

}  // namespace sipgloss::test
