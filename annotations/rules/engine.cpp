// SPDX-License-Identifier: MIT
// Asks the rules about a response: those that can apply to it, and no others.
#include "rules/engine.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "sentence.hpp"

namespace sipgloss {
namespace {

/// Rules as bits, numbered as in rules().
class RuleSet {
 public:
  void add(std::size_t rule) { words_[rule / 64] |= std::uint64_t{1} << rule % 64; }

  /// Calls `visit` with the number of each rule that is in all three sets, in ascending order.
  template <typename Visit>
  static void for_common(const RuleSet& a, const RuleSet& b, const RuleSet& c, Visit visit) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) {
      std::uint64_t word = a.words_[i] & b.words_[i] & c.words_[i];
      for (; word != 0; word &= word - 1) {
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::array<std::uint64_t, most_rules / 64> words_{};
};

constexpr unsigned first_code = 100;
constexpr unsigned last_code = 699;
constexpr std::size_t method_count = static_cast<std::size_t>(Method::other) + 1;
constexpr std::size_t evidence_count = static_cast<std::size_t>(Evidence::capture) + 1;

bool has_code(const Scope& scope, unsigned code) {
  return scope.codes.empty() ||
         std::ranges::any_of(scope.codes, [code](CodeRange range) { return range.has(code); });
}

bool has_method(const Scope& scope, Method method) {
  return scope.methods.empty() || scope.methods.has(method);
}

/// Which rules apply to which messages. Built once, from the scopes.
class Index {
 public:
  Index() {
    const std::span<const Rule* const> all = rules();
    for (std::size_t i = 0; i < std::min(all.size(), most_rules); ++i) add(i, all[i]->applies_to);
  }

  const RuleSet& for_code(unsigned code) const {
    const bool known = code >= first_code && code <= last_code;
    return known ? by_code_[code - first_code] : outside_;
  }
  const RuleSet& for_method(Method method) const {
    return by_method_[static_cast<std::size_t>(method)];
  }
  const RuleSet& for_evidence(Evidence evidence) const {
    return by_evidence_[static_cast<std::size_t>(evidence)];
  }

 private:
  void add(std::size_t rule, const Scope& scope) {
    for (unsigned code = first_code; code <= last_code; ++code) {
      if (has_code(scope, code)) by_code_[code - first_code].add(rule);
    }
    if (scope.codes.empty()) outside_.add(rule);
    for (std::size_t method = 0; method < method_count; ++method) {
      if (has_method(scope, static_cast<Method>(method))) by_method_[method].add(rule);
    }
    by_evidence_[static_cast<std::size_t>(scope.evidence)].add(rule);
  }

  std::array<RuleSet, last_code - first_code + 1> by_code_;
  RuleSet outside_;  ///< rules that do not look at the code, for codes that SIP does not have
  std::array<RuleSet, method_count> by_method_;
  std::array<RuleSet, evidence_count> by_evidence_;
};

const Index& index() {
  static const Index built;
  return built;
}

/// What is missing may have been sent and not captured.
bool header_section_cut(const Message& message) {
  return message.truncated && !message.headers_complete;
}

/// A Via without the magic cookie: RFC 3261 section 8.1.1.7. It is the client that wrote it; a
/// response bears no mark of the age of its server, so this is the nearest that can be seen.
bool follows_rfc_2543(const Message& response) {
  const Via top = response.top_via();
  return !top.sent_by.empty() && !top.has_magic_cookie();
}

constexpr Level lowered(Level level) { return level == Level::must ? Level::should : Level::note; }

void report(const Rule& rule, const Verdict& verdict, const Message& response, Annotation& into) {
  into.findings.push_back({.rule = &rule,
                           .level = level_in(rule, response),
                           .text = fill_in(rule.broken, verdict.values(), into),
                           .bytes = verdict.bytes()});
}

}  // namespace

bool applies(const Rule& rule, const Message& response) {
  return response.is_response() && has_code(rule.applies_to, response.status_code) &&
         has_method(rule.applies_to, response.method());
}

Verdict ask(const Rule& rule, const Seen& seen) {
  if (rule.applies_to.guards.has(Guard::truncated) && header_section_cut(seen.message)) {
    return Verdict::unknown();
  }
  return rule.check(seen);
}

Level level_in(const Rule& rule, const Message& response) {
  const bool excused = rule.applies_to.guards.has(Guard::older_peer) && follows_rfc_2543(response);
  return excused ? lowered(rule.level) : rule.level;
}

void judge(const Seen& seen, Evidence evidence, Annotation& into) {
  const Message& response = seen.message;
  if (!response.is_response()) return;
  RuleSet::for_common(index().for_code(response.status_code), index().for_method(response.method()),
                      index().for_evidence(evidence), [&](std::size_t number) {
                        const Rule& rule = *rules()[number];
                        const Verdict verdict = ask(rule, seen);
                        if (verdict.kind() == Verdict::Kind::broken)
                          report(rule, verdict, response, into);
                      });
}

}  // namespace sipgloss
