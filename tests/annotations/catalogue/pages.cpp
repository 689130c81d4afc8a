// SPDX-License-Identifier: MIT
// The tables of the pages in annotations/catalogue, read line by line.
#include "pages.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace sipgloss::test {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> pieces(std::string_view text, std::string_view separator) {
  std::vector<std::string> found;
  for (std::size_t end = text.find(separator); end != std::string_view::npos;
       end = text.find(separator)) {
    found.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(end + separator.size());
  }
  found.push_back(trimmed(text));
  return found;
}

}  // namespace

std::vector<Row> rows_of(std::string_view page) {
  std::vector<Row> rows;
  std::istringstream lines{std::string(page)};
  std::string heading;
  std::size_t number = 0;
  bool in_table = false;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const bool before = in_table;
    in_table = line.starts_with('|');
    if (line.starts_with("## ")) heading = line.substr(3);
    // The first line of a table is its head, the second the rule below it.
    if (!before || !in_table || line.starts_with("|---")) continue;
    const std::size_t end = line.ends_with('|') ? line.size() - 1 : line.size();
    rows.push_back({heading, number, pieces(std::string_view(line).substr(1, end - 1), "|")});
  }
  return rows;
}

std::vector<std::string> split(std::string_view cell, std::string_view separator) {
  if (cell.empty()) return {};
  return pieces(cell, separator);
}

std::string read_page(std::string_view name) {
  std::ifstream file(std::filesystem::path(SIPGLOSS_SOURCE_DIR) / "annotations/catalogue" / name,
                     std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace sipgloss::test
