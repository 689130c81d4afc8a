// SPDX-License-Identifier: MIT
// How many responses of which class, code and cause there are, and which rules are broken.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "sipgloss/annotation.hpp"

namespace sipgloss {

class Counts {
 public:
  void add_response(const Annotation& annotation);
  /// Of a request as of a response.
  void add_findings(const Annotation& annotation);

  /// What rules are broken, and how often. So many more findings were not kept.
  std::string findings(std::uint64_t not_kept, Language language) const;
  /// Responses by class, by code and, failures, by cause.
  std::string responses(Language language) const;

 private:
  /// The responses of one code: how many, and its name, which own words may have changed.
  struct OfCode {
    std::uint64_t count = 0;
    std::string name_en;
    std::string name_zh;
  };

  static std::string name_of_code(unsigned code, const OfCode& of_code, Language language);

  std::map<ResponseClass, std::uint64_t> by_class_;
  std::map<unsigned, OfCode> by_code_;
  std::map<Category, std::uint64_t> by_cause_;  ///< of failures
  std::map<const Rule*, std::uint64_t> by_finding_;
};

}  // namespace sipgloss
