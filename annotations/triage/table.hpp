// SPDX-License-Identifier: MIT
// Columns of text for a terminal, with Chinese characters two columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/session.hpp"

namespace sipgloss {

/// Rows of cells. A cell may hold several lines, divided by line ends.
class Table {
 public:
  explicit Table(std::vector<std::string> titles);

  void add_row(std::vector<std::string> cells);
  /// A line of its own under the row that was added last, indented.
  void add_remark(std::string text);
  /// Titles, a rule, and the rows; columns as wide as what they hold, the last one open.
  std::string text() const;

 private:
  struct Row {
    std::vector<std::string> cells;
    std::vector<std::string> remarks;
  };
  std::vector<Row> rows_;
};

/// A cell in the language asked for; in both, one stands above the other.
std::string cell(const Text& text, Language language);

/// Seconds between two times, as "12.345".
std::string seconds_between(Time from, Time to);

}  // namespace sipgloss
