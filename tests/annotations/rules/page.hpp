// SPDX-License-Identifier: MIT
// The pages in annotations/rules, read as tests: README.md there says how a page is written.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/message.hpp"
#include "sipgloss/rule.hpp"

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
  std::vector<std::string> messages = {};  ///< as on the wire, with CRLF
  bool truncated = false;     ///< the capture holds less of the last message than was sent
  bool malformed = false;     ///< the parser finds something broken, and is meant to
  bool stream = false;        ///< over TCP rather than in a datagram
  std::string findings = {};  ///< as the page has it
  Lines findings_at = {};

  /// "405_K405_1_broken_2", the name of its test.
  std::string name() const;
  Wire wire(std::size_t message) const;
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

/// What the rules find in the messages of an exchange, written as in a findings block.
std::string found_in(const Exchange& exchange);

/// What the quoted line below a rule's heading has to say.
std::string facts_of(const Rule& rule);

bool blessing();
std::string read_file(std::string_view name);
void write_file(std::string_view name, std::string_view text);

}  // namespace sipgloss::test
