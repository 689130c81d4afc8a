// SPDX-License-Identifier: MIT
// Columns of text for a terminal.
#include "triage/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace sipgloss {

Table::Table(std::vector<std::string> titles) { rows_.push_back({std::move(titles), {}}); }

void Table::add_row(std::vector<std::string> cells) { rows_.push_back({std::move(cells), {}}); }

void Table::add_remark(std::string text) { rows_.back().remarks.push_back(std::move(text)); }

std::string Table::text() const {
  std::vector<std::size_t> widths(rows_.front().cells.size());
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]));
    }
  }
  std::string out;
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      out += row.cells[i];
      if (i + 1 < row.cells.size()) out.append(widths[i] - display_width(row.cells[i]) + 2, ' ');
    }
    while (out.ends_with(' ')) out.pop_back();
    out += '\n';
    for (const std::string& remark : row.remarks)
      out += fmt::format("{:{}}{}\n", "", widths[0] + 2, remark);
    if (&row == &rows_.front()) {
      out.append(
          std::accumulate(widths.begin(), widths.end(), std::size_t{2} * (widths.size() - 1)), '-');
      out += '\n';
    }
  }
  return out;
}

std::string seconds_between(Time from, Time to) {
  return fmt::format("{:.3f}", std::chrono::duration<double>(to - from).count());
}

}  // namespace sipgloss
