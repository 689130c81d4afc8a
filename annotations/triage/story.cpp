// SPDX-License-Identifier: MIT
// What the stories of calls, registrations and subscriptions have in common.
#include "triage/story.hpp"

#include <algorithm>
#include <array>

namespace sipgloss {
namespace {

constexpr auto method_words = std::to_array<std::string_view>(
    {"INVITE", "ACK", "BYE", "CANCEL", "REGISTER", "OPTIONS", "PRACK", "UPDATE", "INFO",
     "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH", "request"});
static_assert(method_words.size() == static_cast<std::size_t>(Method::other) + 1);

}  // namespace

std::string listed(std::vector<Sight> sights) {
  std::ranges::stable_sort(sights, {}, &Sight::frame);
  sights.erase(std::unique(sights.begin(), sights.end()), sights.end());
  std::string text;
  for (const Sight& sight : sights) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", sight.what, sight.frame);
  }
  return text;
}

void add_sights(const Leg& leg, const Tracker& tracker, std::vector<Sight>& sights) {
  if (leg.request != no_message) {
    const MessageRecord& request = tracker.message(leg.request);
    sights.push_back({std::string(word_of(request.method)), request.frame});
  }
  if (leg.final == no_message) return;
  const MessageRecord& final = tracker.message(leg.final);
  sights.push_back({fmt::format("{}", final.code), final.frame});
}

std::string_view word_of(Method method) { return method_words[static_cast<std::size_t>(method)]; }

Words named_code(unsigned code, Method method, const Catalogue& catalogue) {
  const Explanation& said = catalogue.explain(code, method);
  if (said.code != code) return Words(fmt::format("{}", code));
  return filled("{} {}", "{} {}", code, said.name);
}

void add_meaning(unsigned code, Method method, const Said* said, const Catalogue& catalogue,
                 std::vector<Words>& remarks, Suspicions suspicions) {
  const Explanation& explanation = catalogue.explain(code, method);
  remarks.emplace_back(explanation.meaning.front());
  for (const Text& sentence : explanation.practice) {
    const bool first = &sentence == &explanation.practice.front();
    const Suspicions kind = first ? Suspicions::first : Suspicions::others;
    if (kind == suspicions) remarks.emplace_back(sentence);
  }
  if (said != nullptr)
    remarks.insert(remarks.end(), said->sentences.begin(), said->sentences.end());
}

std::string quoted_phrase(const Said* said) {
  return said == nullptr || said->phrase.empty() ? "" : fmt::format(" “{}”", said->phrase);
}

void add_origin(const Leg& leg, const Said* said, const Inside& inside, const Notes& notes,
                std::vector<Words>& remarks) {
  const MessageRecord& final = inside.tracker.message(leg.final);
  remarks.push_back(filled("{}{} came from {} (frame {}).", "{}{} 来自 {}（帧 {}）。",
                           unsigned{final.code}, quoted_phrase(said), server_of(leg, inside, notes),
                           final.frame));
}

void add_silence(const Leg& leg, const Inside& inside, const Notes& notes,
                 std::vector<Words>& remarks) {
  const std::string server = server_of(leg, inside, notes);
  const Method method = inside.tracker.transaction(leg.id).method;
  const std::string span = seconds_of(leg.last_sending - leg.begin);
  remarks.push_back(leg.sendings == 1
                        ? filled("The {} was sent to {} once; nothing came back.",
                                 "{} 向 {} 发送了一次，没有任何响应。", word_of(method), server)
                        : filled("The {} was sent to {} {} times within {} s; nothing came back.",
                                 "{0} 向 {1} 发送了 {2} 次，历时 {3} 秒，没有任何响应。",
                                 word_of(method), server, leg.sendings, span));
  for (const Text& sentence : entry_of(ResponseClass::connection_error).meaning)
    remarks.emplace_back(sentence);
}

std::string seconds_of(std::chrono::nanoseconds time) {
  return fmt::format("{:.3f}", std::chrono::duration<double>(time).count());
}

}  // namespace sipgloss
