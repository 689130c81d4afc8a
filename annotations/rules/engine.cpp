// SPDX-License-Identifier: MIT
// Asks the rules about a message: those that can apply to it, and no others.
#include "rules/engine.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "message/check.hpp"
#include "rules/capture.hpp"
#include "sentence.hpp"

namespace sipgloss {
namespace {

/// Rules as bits, numbered as in rules().
class RuleSet {
 public:
  void add(std::size_t rule) { words_[rule / 64] |= std::uint64_t{1} << rule % 64; }

  /// Calls `visit` with the number of each rule that is in both sets, in ascending order.
  template <typename Visit>
  static void for_common(const RuleSet& a, const RuleSet& b, Visit visit) {
    for (std::size_t i = 0; i < a.words_.size(); ++i) {
      std::uint64_t word = a.words_[i] & b.words_[i];
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
constexpr std::size_t occasion_count = static_cast<std::size_t>(Occasion::afterwards) + 1;

bool has_code(const Scope& scope, unsigned code) {
  return scope.codes.empty() ||
         std::ranges::any_of(scope.codes, [code](CodeRange range) { return range.has(code); });
}

bool has_method(const Scope& scope, Method method) {
  return scope.methods.empty() || scope.methods.has(method);
}

/// What is looked at of every rule that is asked, close together: most hold, and nothing else of
/// them is touched.
struct Question {
  Verdict (*check)(const Seen&) = nullptr;
  Set<Guard> guards;
  bool looks_around = false;  ///< beyond the message
};

Question question_of(const Rule& rule) {
  return {.check = rule.check,
          .guards = rule.applies_to.guards,
          .looks_around = rule.applies_to.evidence != Evidence::message};
}

/// Which rules are asked about which messages. Built once, from the scopes.
class Index {
 public:
  Index() {
    const std::span<const Rule* const> all = rules();
    for (std::size_t i = 0; i < std::min(all.size(), most_rules); ++i) {
      add(i, all[i]->applies_to);
      questions_[i] = question_of(*all[i]);
    }
  }

  const Question& question(std::size_t rule) const { return questions_[rule]; }

  const RuleSet& for_response(unsigned code, Occasion occasion) const {
    const bool known = code >= first_code && code <= last_code;
    const OfOccasions& sets = known ? by_code_[code - first_code] : outside_;
    return sets[static_cast<std::size_t>(occasion)];
  }
  const RuleSet& for_request(Occasion occasion) const {
    return requests_[static_cast<std::size_t>(occasion)];
  }
  const RuleSet& for_method(Method method) const {
    return by_method_[static_cast<std::size_t>(method)];
  }

 private:
  using OfOccasions = std::array<RuleSet, occasion_count>;

  void add(std::size_t rule, const Scope& scope) {
    const auto occasion = static_cast<std::size_t>(occasion_of(scope));
    for (std::size_t method = 0; method < method_count; ++method) {
      if (has_method(scope, static_cast<Method>(method))) by_method_[method].add(rule);
    }
    if (scope.about != About::response) requests_[occasion].add(rule);
    if (scope.about == About::request) return;
    for (unsigned code = first_code; code <= last_code; ++code) {
      if (has_code(scope, code)) by_code_[code - first_code][occasion].add(rule);
    }
    if (scope.codes.empty()) outside_[occasion].add(rule);
  }

  std::array<OfOccasions, last_code - first_code + 1> by_code_;
  OfOccasions outside_;  ///< rules that do not look at the code, for codes that SIP does not have
  OfOccasions requests_;
  std::array<RuleSet, method_count> by_method_;
  std::array<Question, most_rules> questions_;
};

const Index& index() {
  static const Index built;
  return built;
}

/// A Via without the magic cookie: RFC 3261 section 8.1.1.7. It is the client that wrote it; a
/// response bears no mark of the age of its server, so this is the nearest that can be seen.
bool follows_rfc_2543(const Message& response) {
  const Via& top = response.top_via();
  return !top.sent_by.empty() && !top.has_magic_cookie();
}

constexpr Level lowered(Level level) { return level == Level::must ? Level::should : Level::note; }

/// The guards of rules that must not be asked about a message at that time.
Set<Guard> unmet_guards(const Seen& seen, Occasion occasion) {
  Set<Guard> unmet;
  if (header_section_cut(seen.message)) unmet.add(Guard::truncated);
  if (seen.capture == nullptr) return unmet;
  const Capture& capture = *seen.capture;
  if (capture.settings().closed_network) unmet.add(Guard::closed_network);
  if (capture.lost_packets()) unmet.add(Guard::gap_free);
  if (!capture.saw_dialog_open()) unmet.add(Guard::dialog);
  if (occasion == Occasion::afterwards) {
    if (capture.transaction().request == no_message) unmet.add(Guard::request);
  } else {
    const Captured* const request = capture.request();
    if (request == nullptr || header_section_cut(request->message)) unmet.add(Guard::request);
  }
  return unmet;
}

/// The answer to a question; unknown where it has not what it rests on.
Verdict answer(const Question& question, const Seen& seen, Set<Guard> unmet) {
  const bool alone = question.looks_around && seen.capture == nullptr;
  return alone || question.guards.has_any(unmet) ? Verdict::unknown() : question.check(seen);
}

/// Findings of an annotation.
class OfAnnotation final : public Findings {
 public:
  explicit OfAnnotation(Annotation& into) : into_(into) {}
  void take(const Rule& rule, Level level, const Verdict& verdict) override {
    into_.findings.push_back({.rule = &rule,
                              .level = level,
                              .text = fill_in(rule.broken, verdict.values(), into_),
                              .bytes = verdict.bytes(),
                              .frames = verdict.frames()});
  }

 private:
  Annotation& into_;
};

const RuleSet& rules_about(const Message& message, Occasion occasion) {
  return message.is_response() ? index().for_response(message.status_code, occasion)
                               : index().for_request(occasion);
}

}  // namespace

Occasion occasion_of(const Scope& scope) {
  if (scope.evidence == Evidence::message) return Occasion::alone;
  return scope.when == When::on_arrival ? Occasion::on_arrival : Occasion::afterwards;
}

bool applies(const Rule& rule, const Message& message) {
  const Scope& scope = rule.applies_to;
  const About about = message.is_response() ? About::response : About::request;
  const bool is_meant = scope.about == about || scope.about == About::either;
  if (message.kind == Message::Kind::neither || !is_meant) return false;
  return has_method(scope, message.method()) &&
         (about == About::request || has_code(scope, message.status_code));
}

Verdict ask(const Rule& rule, const Seen& seen) {
  return answer(question_of(rule), seen, unmet_guards(seen, occasion_of(rule.applies_to)));
}

Level level_in(const Rule& rule, const Message& message) {
  const bool excused = rule.applies_to.guards.has(Guard::older_peer) && follows_rfc_2543(message);
  return excused ? lowered(rule.level) : rule.level;
}

namespace {

void ask_all(const Seen& seen, Method method, Occasion occasion, Findings& into, Tally* tally) {
  const Set<Guard> unmet = unmet_guards(seen, occasion);
  const Index& all = index();
  RuleSet::for_common(rules_about(seen.message, occasion), all.for_method(method),
                      [&](std::size_t number) {
                        const Verdict verdict = answer(all.question(number), seen, unmet);
                        if (tally != nullptr) tally->add(number, verdict.kind());
                        if (verdict.kind() != Verdict::Kind::broken) return;
                        const Rule& rule = *rules()[number];
                        into.take(rule, level_in(rule, seen.message), verdict);
                      });
}

}  // namespace

void judge(const Seen& seen, Occasion occasion, Findings& into, Tally* tally) {
  const Message& message = seen.message;
  if (message.kind == Message::Kind::neither) return;
  if (!message.headers.empty() && may_be_cut(message, message.headers.back())) {
    static thread_local Message known;  // its memory is used again
    known = message;
    known.drop_cut_header();
    return ask_all({known, seen.capture}, message.method(), occasion, into, tally);
  }
  ask_all(seen, message.method(), occasion, into, tally);
}

void judge(const Seen& seen, Occasion occasion, Annotation& into, Tally* tally) {
  OfAnnotation findings(into);
  judge(seen, occasion, findings, tally);
}

void Tally::add(std::size_t rule, Verdict::Kind kind) {
  if (counts.size() <= rule) counts.resize(rules().size());
  Counts& of_rule = counts[rule];
  ++(kind == Verdict::Kind::holds    ? of_rule.held
     : kind == Verdict::Kind::broken ? of_rule.broken
                                     : of_rule.unknown);
}

}  // namespace sipgloss
