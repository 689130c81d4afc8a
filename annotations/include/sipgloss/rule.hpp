// SPDX-License-Identifier: MIT
// A compliance rule as data: where it applies, what it says, and the check itself.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/message.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// The RFC's word, which fixes the severity: MUST is an error, SHOULD a warning, anything else a
/// note.
enum class Level : std::uint8_t { note, should, must };

/// "error" / "错误" and so on.
Text name_of(Level level);

/// How much of the capture a verdict rests on.
enum class Evidence : std::uint8_t { message, transaction, dialog, capture };

/// What can make a rule cry wolf, and is looked at before it is asked.
enum class Guard : std::uint8_t {
  truncated,   ///< the header section is cut in the capture, what is missing may have been sent:
               ///< the rule stays silent
  older_peer,  ///< RFC 2543 allowed it, and the top Via has no magic cookie: one level lower
};

/// The messages that a rule is asked about. What is left empty does not narrow it.
struct Scope {
  Few<CodeRange, 4> codes = {};
  Set<Method> methods = {};  ///< by CSeq
  Evidence evidence = Evidence::message;
  Set<Guard> guards = {};
};

/// What a check is shown. Its evidence decides what is there.
struct Seen {
  const Message& message;
};

/// The answer of a check.
class Verdict {
 public:
  enum class Kind : std::uint8_t { holds, broken, unknown };

  static Verdict holds() { return Verdict{Kind::holds}; }
  /// The evidence is not in the capture.
  static Verdict unknown() { return Verdict{Kind::unknown}; }
  /// Broken, with the bytes at fault and the values for {0}, {1}, {2} of the rule's sentence.
  static Verdict broken_at(std::string_view bytes, Value first = {}, Value second = {},
                           Value third = {}) {
    Verdict verdict{Kind::broken};
    verdict.bytes_ = bytes;
    verdict.values_ = {first, second, third};
    return verdict;
  }

  Kind kind() const { return kind_; }
  std::string_view bytes() const { return bytes_; }
  const std::array<Value, 3>& values() const { return values_; }

 private:
  explicit Verdict(Kind kind) : kind_(kind) {}
  Kind kind_;
  std::string_view bytes_;
  std::array<Value, 3> values_;
};

/// One rule. The code is its public and stable name.
struct Rule {
  std::string_view code;  ///< "K405-1"
  std::string_view slug;  ///< "405-without-allow"
  Level level = Level::note;
  Citation cite = {};
  Scope applies_to = {};
  Text broken = {};  ///< what is said when it is broken; {0} to {2} stand for the verdict's values
  Verdict (*check)(const Seen&) = nullptr;
};

/// All rules, ordered by subject and then as in the subject's file.
std::span<const Rule* const> rules();

/// The rule of that code; null when there is none.
const Rule* find_rule(std::string_view code);

}  // namespace sipgloss
