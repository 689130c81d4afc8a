// SPDX-License-Identifier: MIT
// The stories of a capture as text.
#pragma once

#include <string>
#include <vector>

#include "triage/material.hpp"
#include "triage/network_failures.hpp"
#include "triage/table.hpp"

namespace sipgloss {

/// In which language, and from when times count.
struct Style {
  Language language = Language::english;
  Time begin{};

  std::string cell(const Text& text) const { return sipgloss::cell(text, language); }
  std::string time(Time when) const { return seconds_between(begin, when); }
};

/// A line, or one in each language.
std::string line_of(const Text& text, Language language);
/// The same under the last row of a table.
void add_remark(const Text& text, Language language, Table& table);

/// How many stories of each kind there are, and how they ended: a line a kind.
std::string summary_of(const Stories& stories, const Copies& copies, Language language);

/// The tables of the stories that are in trouble, or those of the others.
enum class Which : bool { others, in_trouble };
std::string calls_text(const std::vector<Call>& calls, Which which, const Style& style);
std::string registrations_text(const std::vector<Registration>& registrations, Which which,
                               const Style& style);
std::string subscriptions_text(const std::vector<Subscription>& subscriptions, Which which,
                               const Style& style);
/// Those that failed alone.
std::string others_text(const std::vector<OtherRequests>& others, const Style& style);
/// Failures of requests that are not in the capture.
std::string unsent_text(const UnsentRequests& unsent, const Style& style);
std::string missing_text(const std::vector<MissingFollowUp>& missing, const Style& style);
std::string copies_text(const Copies& copies, const Style& style);

}  // namespace sipgloss
