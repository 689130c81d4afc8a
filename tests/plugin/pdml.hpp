// SPDX-License-Identifier: MIT
// Reads the glosses out of what tshark -T pdml prints: the only output that tells which bytes an
// item stands for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sipgloss::test {

/// One item of a gloss.
struct Item {
  std::string name;          ///< of the field
  std::string value;         ///< as a filter sees it
  std::string label;         ///< as a person sees it
  std::string bytes;         ///< those that it stands for
  std::size_t position = 0;  ///< of these in their data source
};

/// The gloss of one message.
struct Gloss {
  unsigned frame = 0;
  std::vector<Item> items;

  /// The item of that field; one without a name when there is none.
  const Item& item(std::string_view field) const;
  bool has(std::string_view field) const { return !item(field).name.empty(); }
};

std::vector<Gloss> read_pdml(std::string_view pdml);

/// The glosses of a capture, read with `-T pdml`.
std::vector<Gloss> glosses(const std::string& file, bool two_passes = false,
                           const std::vector<std::string>& more_arguments = {});

}  // namespace sipgloss::test
