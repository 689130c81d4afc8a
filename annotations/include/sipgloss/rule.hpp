// SPDX-License-Identifier: MIT
// A compliance rule as data: where it applies, what it says, and the check itself.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// What a rule is about. Its findings stand at that message.
enum class About : std::uint8_t {
  response,
  request,
  either,  ///< both: an answer to an offer, for example, comes in either
};

/// When a rule that looks beyond its message is asked.
enum class When : std::uint8_t {
  on_arrival,  ///< as the message is captured, with the bytes of what came before at hand
  afterwards,  ///< whenever it is shown: of what did not come by then, as the follow-ups prove
};

/// What can make a rule cry wolf, and is looked at before it is asked.
enum class Guard : std::uint8_t {
  truncated,   ///< the header section is cut in the capture, what is missing may have been sent:
               ///< the rule stays silent
  older_peer,  ///< RFC 2543 allowed it, and the top Via has no magic cookie: one level lower
  request,     ///< silent unless the request of its transaction was captured on the same hop, and
               ///< its whole header section
  dialog,      ///< silent unless the request that opened its dialog is in the capture
  gap_free,    ///< silent where a response on that hop lacked its request lately: packets are lost
  closed_network,  ///< silent with the profile of a closed network (IMS), which overrides the RFC
};

/// The messages that a rule is asked about. What is left empty does not narrow it.
struct Scope {
  Few<CodeRange, 16> codes = {};
  Set<Method> methods = {};  ///< by CSeq
  About about = About::response;
  Evidence evidence = Evidence::message;
  When when = When::on_arrival;
  Set<Guard> guards = {};
};

class Capture;

/// What a check is shown.
struct Seen {
  const Message& message;
  const Capture* capture = nullptr;  ///< what was captured around it (rules/capture.hpp); there
                                     ///< for any evidence but Evidence::message
};

/// Frames that a verdict rests on besides that of its message; 0 for none.
using Frames = std::array<std::uint32_t, 3>;

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
    std::construct_at(&verdict.details, Details{bytes, {first, second, third}, {}});
    return verdict;
  }

  /// The same, resting on other frames than that of the request.
  Verdict resting_on(std::uint32_t first, std::uint32_t second = 0, std::uint32_t third = 0) const {
    Verdict verdict = *this;
    if (kind_ == Kind::broken) verdict.details.frames = {first, second, third};
    return verdict;
  }

  Kind kind() const { return kind_; }
  // Of a broken rule alone.
  std::string_view bytes() const { return details.bytes; }
  const std::array<Value, 3>& values() const { return details.values; }
  const Frames& frames() const { return details.frames; }

 private:
  struct Details {
    std::string_view bytes;
    std::array<Value, 3> values;
    Frames frames;
  };

  explicit Verdict(Kind kind) : kind_(kind) {}
  Kind kind_;
  // Most rules hold: nothing else is written then.
  union {
    char none = 0;
    Details details;
  };
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

/// "HDR", "K" for the rules of single codes: what its code begins with.
std::string_view family_of(const Rule& rule);

/// The rule of that code; null when there is none.
const Rule* find_rule(std::string_view code);

/// How often each rule was asked and what it answered, in the order of rules().
struct Tally {
  struct Counts {
    std::uint64_t held = 0;
    std::uint64_t broken = 0;
    std::uint64_t unknown = 0;
  };
  std::vector<Counts> counts;

  /// Counts one verdict of the rule with that number.
  void add(std::size_t rule, Verdict::Kind kind);
};

}  // namespace sipgloss
