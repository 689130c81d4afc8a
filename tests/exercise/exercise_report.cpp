// SPDX-License-Identifier: MIT
// How often each rule was asked, and what it answered, over all pages and samples:
// sipgloss_exercise CAPTURE... prints a row a rule, and fails where one was not exercised both
// ways.
#include <fmt/format.h>

#include <exception>

#include "capture_file.hpp"
#include "page.hpp"

namespace sipgloss::test {
namespace {

void add(const Tally::Counts& counts, Tally::Counts& to) {
  to.held += counts.held;
  to.broken += counts.broken;
  to.unknown += counts.unknown;
}

void play_pages(Tally& tally) {
  tally.counts.resize(rules().size());
  for (const Exchange& exchange : exchanges()) {
    PlayedExchange played(exchange);
    const std::vector<Tally::Counts>& verdicts = played.verdicts();
    for (std::size_t i = 0; i < verdicts.size(); ++i) add(verdicts[i], tally.counts[i]);
  }
}

void play(const std::string& path, Tally& tally) {
  const std::deque<FileMessage> messages = messages_of(path);
  Session session;
  session.count_verdicts(&tally);
  std::deque<Message> parsed;
  std::vector<MessageId> ids;
  for (const FileMessage& message : messages) {
    parsed.push_back(Message::parse(message.packet.wire()));
    ids.push_back(session.observe(message.packet, parsed.back()));
  }
  Annotation annotation;
  for (std::size_t i = 0; i < messages.size(); ++i)
    session.annotate(ids[i], messages[i].packet, parsed[i], annotation);
}

void print(std::string_view code, std::string_view slug, const Tally::Counts& pages,
           const Tally::Counts& samples) {
  fmt::print("{:<9} {:<44} {:>7} {:>7} {:>7}   {:>7} {:>7} {:>7}\n", code, slug, pages.held,
             pages.broken, pages.unknown, samples.held, samples.broken, samples.unknown);
}

int report(int count, char** arguments) {
  Tally pages;
  Tally samples;
  play_pages(pages);
  for (int i = 1; i < count; ++i) play(arguments[i], samples);
  samples.counts.resize(rules().size());
  fmt::print("{:<54} {:>23}   {:>23}\n", "", "pages", "samples");
  fmt::print("{:<54} {:>7} {:>7} {:>7}   {:>7} {:>7} {:>7}\n", "rule", "held", "broken", "unknown",
             "held", "broken", "unknown");
  int missed = 0;
  for (std::size_t i = 0; i < rules().size(); ++i) {
    const Rule& rule = *rules()[i];
    print(rule.code, rule.slug, pages.counts[i], samples.counts[i]);
    const bool both = pages.counts[i].held + samples.counts[i].held > 0 &&
                      pages.counts[i].broken + samples.counts[i].broken > 0;
    if (both) continue;
    ++missed;
    fmt::print(stderr, "{} {} was never exercised both ways\n", rule.code, rule.slug);
  }
  fmt::print("{} rules, {} of them not exercised both ways\n", rules().size(), missed);
  return missed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace sipgloss::test

int main(int count, char** arguments) try {
  return sipgloss::test::report(count, arguments);
} catch (const std::exception& error) {
  fmt::print(stderr, "{}\n", error.what());
  return 2;
}
