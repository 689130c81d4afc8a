// SPDX-License-Identifier: MIT
// The tables in both READMEs are what the plugin says: every field is listed, every filter works.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

class Readme : public testing::TestWithParam<std::string> {
 protected:
  /// The first cells of the table rows, without their backticks, where they hold one of our names.
  Lines named_in_tables() const {
    std::ifstream file(std::filesystem::path(SIPGLOSS_SAMPLES_DIR).parent_path() / GetParam());
    Lines found;
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("| `")) continue;
      const std::string cell = line.substr(3, line.find('`', 3) - 3);
      if (cell.starts_with("sipgloss.")) found.push_back(cell);
    }
    return found;
  }
};

TEST_P(Readme, ListsEveryField) {
  Lines fields;
  for (const std::string& line : lines(tshark_text({"-G", "fields"}))) {
    const std::size_t name = line.find("\tsipgloss.");
    if (name == std::string::npos || line.find("\tsipgloss.rule.") != std::string::npos) continue;
    fields.push_back(split(line, '\t')[2]);
  }
  Lines listed;
  for (const std::string& name : named_in_tables()) {
    if (std::ranges::find(fields, name) != fields.end()) listed.push_back(name);
  }
  // A field may stand among the filters as well.
  std::ranges::sort(listed);
  listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
  std::ranges::sort(fields);
  EXPECT_EQ(listed, fields);
}

TEST_P(Readme, ItsFiltersWork) {
  const std::string sample =
      adopt(std::filesystem::path(SIPGLOSS_SAMPLES_DIR) / "broken-rules.pcapng");
  const Lines names = named_in_tables();
  EXPECT_GE(names.size(), 30U);
  // All in one, since each run takes half a second; tshark says which part it does not know.
  std::string any;
  for (const std::string& filter : names) any += (any.empty() ? "(" : " or (") + filter + ")";
  const Outcome outcome = tshark({"-r", sample, "-Y", any});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(Both, Readme, testing::Values("README.md", "README.zh-CN.md"),
                         [](const auto& readme) {
                           return readme.param == "README.md" ? "English" : "Chinese";
                         });

}  // namespace
}  // namespace sipgloss::test
