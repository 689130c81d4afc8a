// SPDX-License-Identifier: MIT
// The pages in annotations/rules, read as tests: README.md there says how a page is written.
#pragma once

#include <cstddef>
#include <deque>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/message.hpp"
#include "sipgloss/rule.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss::test {

enum class Side { broken, holds };

/// The lines of a page from `begin` up to, not including, `end`; counted from 0.
struct Lines {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A sip block and the findings block behind it.
struct Exchange {
  std::string page = {};  ///< "405"
  std::string rule = {};  ///< "K405-1"
  Side side = Side::broken;
  std::size_t number = 0;                  ///< from 1 on each side
  std::vector<std::string> messages = {};  ///< as on the wire, with their line ends
  std::vector<Packet> packets = {};        ///< when and where they were captured, without bytes
  bool truncated = false;  ///< the capture holds less of the last message than was sent
  bool malformed = false;  ///< the parser finds something broken, and is meant to
  std::string line_end = "\r\n";
  std::string findings = {};  ///< as the page has it
  Lines findings_at = {};

  /// "405_K405_1_broken_2", the name of its test.
  std::string name() const;
  /// One message as captured; frames count from 1.
  Packet packet(std::size_t message) const;
  friend void PrintTo(const Exchange& exchange, std::ostream* out) { *out << exchange.name(); }
};

/// What a page says of one rule.
struct Section {
  std::string code = {};
  std::string slug = {};
  std::string title_zh = {};
  std::string facts = {};  ///< the quoted line: level, citation, scope
  Lines facts_at = {};
  std::vector<Exchange> exchanges = {};

  /// Whether it tells why a capture cannot show the fault: there is no such rule.
  bool not_judged() const { return facts.starts_with("Not judged: "); }
};

struct Page {
  std::string name = {};  ///< of the file, without ".md"
  std::string title = {};
  std::vector<std::string> lines = {};
  std::vector<Section> sections = {};
  std::vector<std::string> faults = {};  ///< what is not written as README.md says
};

/// Reads a page from its text.
Page read_page(std::string_view name, std::string_view text);

/// All pages of the folder, in the order of their names. With SIPGLOSS_BLESS=1 in the environment
/// they are first rewritten, so that they say what the code says.
const std::vector<Page>& pages();
std::vector<Exchange> exchanges();

/// An exchange played into a session from its first message to its last, and its annotations.
class PlayedExchange {
 public:
  explicit PlayedExchange(const Exchange& exchange);

  /// Of one message, as the capture shows it when it is over. Valid until the next call.
  const Annotation& annotation(std::size_t message);
  const Message& message(std::size_t message) const { return messages_[message]; }
  std::size_t size() const { return messages_.size(); }
  /// What the rules answered to all messages, in the order of rules().
  const std::vector<Tally::Counts>& verdicts();
  /// What one of them did.
  Tally::Counts verdicts_of(const Rule& rule);
  /// What is found in all messages, written as in a findings block.
  std::string findings();

 private:
  std::vector<Packet> packets_;
  std::deque<Message> messages_;
  std::vector<MessageId> ids_;
  Session session_;
  Tally tally_;
  Annotation annotation_;
};

/// What the quoted line below a rule's heading has to say.
std::string facts_of(const Rule& rule);

bool blessing();
std::string read_file(std::string_view name);
void write_file(std::string_view name, std::string_view text);

}  // namespace sipgloss::test
