// SPDX-License-Identifier: MIT
// Wireshark dissects a frame as often as it likes. Only the first time it tells where SIP lies; all
// later times have to give the same gloss.
#include <ostream>
#include <regex>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

/// A way of printing the glosses.
struct Format {
  const char* name;
  Arguments arguments;
};

void PrintTo(const Format& format, std::ostream* stream) { *stream << format.name; }

std::size_t indentation(const std::string& line) { return line.find_first_not_of(' '); }

/// What is said of a failure: of its class, in the details and in a column.
bool is_of_failure(const std::string& line) {
  static const std::regex said(
      "failure|\\[What failed: |\\[What is done now: |\\[Shown in frame: |"
      "(sipgloss\\.class\"|\\[Class: ).*(1[0-2]|(connection|host|proxy) error)|"
      "sipgloss\\.summary.*(class|第) 1[0-2]");
  return std::regex_search(line, said);
}

/// The line that stands for the gloss of a request, without the class of its failure.
std::string without_class(const std::string& line) {
  static const std::regex said(", (connection|host|proxy) error \\(class 1[0-2]\\)");
  return std::regex_replace(line, said, "");
}

/// Without what later frames decide: which follow-ups there are and how it stands with them, which
/// response came, and whether a request failed. In one pass that is not known yet.
std::string known_at_once(const std::string& text) {
  std::string kept;
  std::size_t left_out = std::string::npos;  // what belongs to a line that is left out
  for (const std::string& line : lines(text)) {
    const auto has = [&line](const char* part) { return line.find(part) != std::string::npos; };
    const bool ends_block = has("</field>") || line.find_first_not_of(" },") == std::string::npos;
    if (indentation(line) > left_out || (indentation(line) == left_out && ends_block)) continue;
    left_out = std::string::npos;
    if (has("finding.hidden") || has("[Hidden findings: ") || has("follow_up") ||
        has("[Follow-up: ") || is_of_failure(line)) {
      left_out = indentation(line);
    } else if (!has("response_frame") && !has("[Answered in ")) {
      kept += without_class(line) + "\n";
    }
  }
  return kept;
}

class Formats : public testing::TestWithParam<Format> {};

/// Without the first element of PDML, which tells the second in which it was printed.
std::string timeless(std::string text) {
  const std::size_t begin = text.find("<pdml ");
  if (begin != std::string::npos) text.erase(begin, text.find('\n', begin) - begin);
  return text;
}

TEST_P(Formats, AgreeInOnePassAndInTwo) {
  Arguments arguments = GetParam().arguments;
  for (const std::string& argument : without_later_findings()) arguments.push_back(argument);
  arguments.insert(arguments.end(), {"-r", all_samples()});
  const std::string one_pass = tshark_text(arguments);
  EXPECT_NE(one_pass, "");
  arguments.emplace_back("-2");
  expect_same(known_at_once(timeless(one_pass)), known_at_once(timeless(tshark_text(arguments))),
              "-2");
}

void expect_agreement_on_later_visits(Arguments arguments) {
  arguments.insert(arguments.end(), {"-2", "-r", all_samples()});
  const std::string expected = tshark_text(arguments);
  arguments.insert(arguments.end(), {"-Y", "frame.number > 0"});
  expect_same(timeless(expected), timeless(tshark_text(arguments)), "-2 -Y");
}

TEST_P(Formats, AgreeOnEveryLaterVisit) { expect_agreement_on_later_visits(GetParam().arguments); }

const Format formats[] = {
    {"json", {"-T", "json", "-J", "sipgloss"}},
    {"pdml", {"-T", "pdml", "-J", "sipgloss"}},
    {"details", {"-O", "sipgloss"}},
    {"fields", {"-T", "fields", "-e", "sipgloss.meaning.zh"}},
    {"expert", {"-q", "-z", "expert,sipgloss"}},
    {"triage", {"-q", "-z", "sipgloss,triage"}},
    {"responses", {"-q", "-z", "sipgloss,responses"}},
};
std::string name_of(const testing::TestParamInfo<Format>& info) { return info.param.name; }
INSTANTIATE_TEST_SUITE_P(Tshark, Formats, testing::ValuesIn(formats), name_of);

/// One line a frame: what later frames decide cannot be taken out of it by lines.
const Format elastic = {"ek", {"-T", "ek", "-J", "sipgloss"}};

TEST(Passes, AgreeOnEveryLaterVisitInTheElasticFormat) {
  expect_agreement_on_later_visits(elastic.arguments);
}

TEST(Passes, ExpertInfosNeedNoTree) {
  for (const Arguments& passes : {Arguments{}, Arguments{"-2"}}) {
    Arguments arguments = {"-q", "-r", sample("broken-rules"), "-z", "expert"};
    arguments.insert(arguments.end(), passes.begin(), passes.end());
    const std::string experts = tshark_text(arguments);
    for (const char* rule :
         {"K405-1: ", "K415-1: ", "K420-1: ", "K421-1: ", "K423-1: ", "AUT-01: ", "AUT-02: ",
          "COP-07: ", "SYN-13: ", "SYN-15: ", "REL-02: ", "DLG-01: "}) {
      EXPECT_NE(experts.find(rule), std::string::npos) << rule << "\n" << experts;
    }
  }
}

}  // namespace
}  // namespace sipgloss::test
