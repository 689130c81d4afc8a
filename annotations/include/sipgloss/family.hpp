// SPDX-License-Identifier: MIT
// The families of rules, by which they are filtered and switched off.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "sipgloss/rule.hpp"

namespace sipgloss {

/// A family of rules: the letters with which their codes begin, and what they are about.
struct Family {
  std::string_view letters;  ///< ends with NUL
  Text name;
};

/// All families, those of what every response needs first, the rules of single codes last.
std::span<const Family> families();

/// The number of a rule's family among them.
std::size_t family_number_of(const Rule& rule);

}  // namespace sipgloss
