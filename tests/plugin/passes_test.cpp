// SPDX-License-Identifier: MIT
// Wireshark dissects a frame as often as it likes. Only the first time it tells where SIP lies; all
// later times have to give the same gloss.
#include <ostream>

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

class Formats : public testing::TestWithParam<Format> {};

/// Without the first element of PDML, which tells the second in which it was printed.
std::string timeless(std::string text) {
  const std::size_t begin = text.find("<pdml ");
  if (begin != std::string::npos) text.erase(begin, text.find('\n', begin) - begin);
  return text;
}

TEST_P(Formats, AgreeInOnePassAndInTwo) {
  Arguments arguments = GetParam().arguments;
  arguments.insert(arguments.end(), {"-r", all_samples()});
  const std::string one_pass = tshark_text(arguments);
  EXPECT_NE(one_pass, "");
  arguments.emplace_back("-2");
  expect_same(timeless(one_pass), timeless(tshark_text(arguments)), "-2");
}

const Format formats[] = {
    {"json", {"-T", "json", "-J", "sipgloss"}},
    {"ek", {"-T", "ek", "-J", "sipgloss"}},
    {"pdml", {"-T", "pdml", "-J", "sipgloss"}},
    {"details", {"-O", "sipgloss"}},
    {"fields", {"-T", "fields", "-e", "sipgloss.meaning.zh"}},
    {"expert", {"-q", "-z", "expert,sipgloss"}},
    {"triage", {"-q", "-z", "sipgloss,triage"}},
    {"responses", {"-q", "-z", "sipgloss,responses"}},
};
std::string name_of(const testing::TestParamInfo<Format>& info) { return info.param.name; }
INSTANTIATE_TEST_SUITE_P(Tshark, Formats, testing::ValuesIn(formats), name_of);

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
