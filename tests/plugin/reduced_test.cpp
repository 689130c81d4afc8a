// SPDX-License-Identifier: MIT
// What was recorded on both sides of a real proxy, cut down to one side of it and to one direction:
// the story stays the same, or says less; nothing becomes missing or late.
#include <array>
#include <ostream>

#include "support.hpp"
#include "tshark.hpp"

namespace sipgloss::test {
namespace {

constexpr const char* caller_side = "ip.addr == 192.0.2.11";
constexpr const char* callee_side = "ip.addr == 192.0.2.12 or ip.addr == 192.0.2.13";
constexpr const char* towards_caller = "ip.dst == 192.0.2.11";
constexpr const char* from_caller = "ip.src == 192.0.2.11";
constexpr const char* from_callee = "ip.src == 192.0.2.12 or ip.src == 192.0.2.13";
constexpr const char* from_proxy = "ip.src == 192.0.2.1";
constexpr const char* towards_proxy = "ip.dst == 192.0.2.1";
constexpr std::array all_cuts = {caller_side, callee_side, towards_caller, from_caller,
                                 from_callee, from_proxy,  towards_proxy};

/// The packets of a sample that a filter lets through, as a file of their own.
std::string cut(const std::string& name, const std::string& filter) {
  const std::string bytes = tshark_text({"-r", sample(name), "-Y", filter, "-w", "-"});
  return place("cut-" + name + ".pcapng", bytes);
}

/// The words of a row of a table, which two spaces or more are between.
Lines cells_of(const std::string& row) {
  Lines cells(1);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row.compare(i, 2, "  ") != 0) {
      cells.back() += row[i];
      continue;
    }
    i = row.find_first_not_of(' ', i);
    if (i == std::string::npos) break;
    cells.emplace_back(1, row[i]);
  }
  return cells;
}

/// The story of the one call in a file. Frames and times count from where the file begins, so they
/// are left out.
struct Story {
  std::string outcome;
  std::string ring;
  std::string duration;
  std::string hung_up;
};

Story story_of(const std::string& file) {
  const Lines page = lines(tshark_text({"-q", "-r", file, "-z", "sipgloss,triage"}));
  for (std::size_t i = 0; i + 3 < page.size(); ++i) {
    const bool heading = page[i] == "Calls: 1" || page[i] == "Calls with trouble: 1";
    if (!heading) continue;
    const Lines cells = cells_of(page[i + 3]);
    if (cells.size() < 9) break;
    return {cells[4], cells[6], cells[7], cells[8]};
  }
  ADD_FAILURE() << "no call in " << file;
  return {};
}

Lines unfit_follow_ups(const std::string& file) {
  return frames_with(file, "sipgloss.follow_up.status in {1, 2}", true);
}

/// A sample, and what the callee's side and the caller's direction tell alone.
struct CutCall {
  const char* name;
  const char* outcome;
  const char* on_callee_side;
  const char* from_caller_alone;

  friend std::ostream& operator<<(std::ostream& out, const CutCall& call) {
    return out << call.name;
  }
};

class Reduced : public testing::TestWithParam<CutCall> {};

TEST_P(Reduced, TheCallersSideTellsTheSameStory) {
  const Story whole = story_of(sample(GetParam().name));
  EXPECT_EQ(whole.outcome, GetParam().outcome);
  for (const char* filter : {caller_side, towards_caller}) {
    const Story story = story_of(cut(GetParam().name, filter));
    EXPECT_EQ(story.outcome.substr(0, whole.outcome.size()), whole.outcome) << filter;
    EXPECT_EQ(story.ring, whole.ring) << filter;
    EXPECT_EQ(story.duration != "-", whole.duration != "-") << filter;
    EXPECT_EQ(story.hung_up, whole.hung_up) << filter;
  }
}

TEST_P(Reduced, OtherCutsTellTheSameOrLess) {
  const std::string& name = GetParam().name;
  EXPECT_EQ(story_of(cut(name, from_proxy)).outcome.substr(0, 4),
            std::string(GetParam().outcome).substr(0, 4));
  EXPECT_EQ(story_of(cut(name, callee_side)).outcome, GetParam().on_callee_side);
  EXPECT_EQ(story_of(cut(name, from_caller)).outcome, GetParam().from_caller_alone);
}

TEST_P(Reduced, NothingIsMissingOrLate) {
  EXPECT_EQ(unfit_follow_ups(sample(GetParam().name)), Lines());
  for (const char* filter : all_cuts)
    EXPECT_EQ(unfit_follow_ups(cut(GetParam().name, filter)), Lines()) << filter;
}

INSTANTIATE_TEST_SUITE_P(
    Samples, Reduced,
    testing::Values(CutCall{"call-proxy-auth-407", "answered", "answered", "answered"},
                    CutCall{"fork-cancel-487", "answered", "answered", "answered"},
                    CutCall{"rejected-486", "busy: 486 Busy Here", "busy: 486 Busy Here", "failed"},
                    CutCall{"declined-603", "declined: 603 Decline", "declined: 603 Decline",
                            "failed"},
                    CutCall{"cancelled-487", "cancelled: 487 Request Terminated",
                            "cancelled: 487 Request Terminated", "cancelled"},
                    CutCall{"no-answer-408", "not answered: 408 Request Timeout",
                            "cancelled: 487 Request Terminated", "failed"}),
    [](const testing::TestParamInfo<CutCall>& call) {
      std::string name = call.param.name;
      for (char& c : name) c = c == '-' ? '_' : c;
      return name;
    });

}  // namespace
}  // namespace sipgloss::test
