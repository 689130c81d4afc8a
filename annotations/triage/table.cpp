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

namespace {

/// Takes the first line off a cell.
std::string_view take_line(std::string_view& cell) {
  const std::size_t end = std::min(cell.find('\n'), cell.size());
  const std::string_view line = cell.substr(0, end);
  cell.remove_prefix(std::min(end + 1, cell.size()));
  return line;
}

std::size_t width_of(std::string_view cell) {
  std::size_t width = 0;
  while (!cell.empty()) width = std::max(width, display_width(take_line(cell)));
  return width;
}

/// One line of a row: the first line of each cell, padded. False when nothing is left of any.
bool take_row_line(std::vector<std::string_view>& cells, const std::vector<std::size_t>& widths,
                   std::string& out) {
  std::string line;
  bool any = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    any = any || !cells[i].empty();
    const std::string_view piece = take_line(cells[i]);
    line += piece;
    line.append(widths[i] - display_width(piece) + 2, ' ');
  }
  while (line.ends_with(' ')) line.pop_back();
  if (any) out += line + '\n';
  return any;
}

}  // namespace

std::string Table::text() const {
  std::vector<std::size_t> widths(rows_.front().cells.size());
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      widths[i] = std::max(widths[i], width_of(row.cells[i]));
  }
  std::string out;
  for (const Row& row : rows_) {
    std::vector<std::string_view> cells(row.cells.begin(), row.cells.end());
    while (take_row_line(cells, widths, out)) {
    }
    for (const std::string& remark : row.remarks)
      out += fmt::format("{:{}}{}\n", "", widths[0] + 2, remark);
    if (&row == &rows_.front()) {
      out.append(std::accumulate(widths.begin(), widths.end(), 2 * (widths.size() - 1)), '-');
      out += '\n';
    }
  }
  return out;
}

std::string cell(const Text& text, Language language) {
  if (language != Language::both || text.en == text.zh) return in_language(text, language);
  return fmt::format("{}\n{}", text.en, text.zh);
}

std::string seconds_between(Time from, Time to) {
  return fmt::format("{:.3f}", std::chrono::duration<double>(to - from).count());
}

}  // namespace sipgloss
