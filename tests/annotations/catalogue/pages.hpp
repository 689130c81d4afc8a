// SPDX-License-Identifier: MIT
// The tables of the pages in annotations/catalogue, row by row.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sipgloss::test {

/// A row of a table, and where it stands.
struct Row {
  std::string heading;             ///< of the section, without "## "
  std::size_t line = 0;            ///< from 1
  std::vector<std::string> cells;  ///< without the spaces around them
};

/// The rows of all tables of a page, without the tables' heads.
std::vector<Row> rows_of(std::string_view page);

/// What stands between the separators, without the spaces around it; nothing when the cell is
/// empty.
std::vector<std::string> split(std::string_view cell, std::string_view separator);

/// The text of a page in annotations/catalogue.
std::string read_page(std::string_view name);

}  // namespace sipgloss::test
