// SPDX-License-Identifier: MIT
// Every text of the catalogue, with the place where it stands.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss::test {

/// A text, and where it stands: "486.meaning", "class 4.meaning", "step 12", "Q.850 17".
struct Said {
  std::string where;
  Text text;
  friend std::ostream& operator<<(std::ostream& out, const Said& said) {
    return out << said.where << ": " << said.text.en << " / " << said.text.zh;
  }
};

/// What ends with a full stop: meanings, practice, steps, effects on dialogs, causes.
std::vector<Said> sentences();

/// What stands in a few words: what header fields tell.
std::vector<Said> phrases();

/// What is shorter still: gists, and steps for a column.
std::vector<Said> gists();
std::vector<Said> briefs();

/// The names of codes, classes, causes, statuses, categories and strengths.
std::vector<Said> names();

}  // namespace sipgloss::test
