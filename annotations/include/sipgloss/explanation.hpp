// SPDX-License-Identifier: MIT
// What a status code says in answer to a method: its texts chosen and ready to be shown, a person's
// own words over them.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {

/// The texts of one code for one method. The views live as long as the catalogue they came from.
struct Explanation {
  unsigned code = 0;                ///< the code that is explained; 0 where SIP has no such code
  std::optional<unsigned> read_as;  ///< what a client takes a code for that is not registered
  Status status = Status::private_use;
  Category category = Category::request;
  Text name;                   ///< never empty
  Text gist;                   ///< the one thing to know, in a few words
  std::vector<Text> meaning;   ///< one sentence an item, never empty
  std::vector<Text> practice;  ///< who sends it and why: what to suspect first
  std::vector<Text> next;      ///< what comes next, in the order of the doing, never empty
  Text next_brief;             ///< the first steps of `next`, in a few words
  std::vector<Text> headers;   ///< what it must, should and may carry
  std::vector<Text> dialog;    ///< what it does to the dialog
  Text sent_by;                ///< the roles that send it
  Citation defined_in;

  /// Keeps a composed text as long as the explanation lives; returns the view of it.
  std::string_view keep(std::string text);

 private:
  std::vector<std::unique_ptr<std::string>> kept_;
};

/// A person's own words about a code: an entry for one that is not in the catalogue, or other texts
/// for one that is. What is left empty stays as it is.
struct OwnWords {
  unsigned code = 0;
  Text name = {};
  Text meaning = {};
  Text next = {};
};

/// What is wrong with own words, for the person who wrote them; nothing when they can be used.
std::optional<Text> fault_of(const OwnWords& words);

/// The explanations of all codes. Asking is safe from several threads.
class Catalogue {
 public:
  Catalogue() : Catalogue(std::span<const OwnWords>{}) {}
  /// With own words over the catalogue's; where several speak of one code the last one counts.
  /// They are copied; those with a fault are left out, and so is what goes beyond a thousand.
  explicit Catalogue(std::span<const OwnWords> own);
  ~Catalogue();
  Catalogue(const Catalogue&) = delete;
  Catalogue& operator=(const Catalogue&) = delete;

  /// The catalogue without anybody's own words.
  static const Catalogue& standard();

  /// The explanation of a code in answer to a method. One that is not known is explained as the
  /// code that a client takes it for (RFC 3261 section 8.1.3.2), one that SIP does not have as
  /// such.
  const Explanation& explain(unsigned code, Method method) const;

 private:
  class Row;
  std::vector<std::unique_ptr<const Row>> rows_;
  std::vector<std::uint16_t> row_of_code_;
};

}  // namespace sipgloss
