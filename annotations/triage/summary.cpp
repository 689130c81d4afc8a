// SPDX-License-Identifier: MIT
// How many stories of each kind there are, and how they ended: what to read first.
#include <algorithm>
#include <array>

#include "triage/page.hpp"

namespace sipgloss {
namespace {

/// What is counted, in the order in which it is said.
class Tally {
 public:
  void add(std::uint64_t count, const Words& name) {
    if (count == 0) return;
    const Text separator = parts_.empty() ? Text{} : Text{", ", "，"};
    parts_ = filled("{}{}{} {}", "{0}{1}{3} {2}", Text(parts_), separator, count, name);
  }
  /// "Calls: 5 (2 answered, 3 busy)"; nothing where there is none.
  std::string line(std::uint64_t total, const Text& kind, Language language) const {
    if (total == 0) return {};
    return line_of(filled("{}: {} ({})", "{}：{}（{}）", kind, total, parts_), language);
  }

 private:
  Words parts_;
};

/// A line of stories by their outcomes, those named last in `last` included.
template <typename Story, typename Outcome>
std::string line_by_outcome(const std::vector<Story>& stories, Outcome last, const Text& kind,
                            Language language) {
  Tally tally;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
    const auto outcome = static_cast<Outcome>(i);
    const auto count = std::ranges::count(stories, outcome, &Story::outcome);
    tally.add(static_cast<std::uint64_t>(count), name_of(outcome));
  }
  return tally.line(stories.size(), kind, language);
}

std::string trouble_of_calls(const std::vector<Call>& calls, Language language) {
  const auto up = std::ranges::count_if(calls, [](const Call& call) {
    return call.outcome == CallOutcome::answered && call.hung_up == HungUp::nobody;
  });
  const auto broken = std::ranges::count_if(calls, [](const Call& call) {
    return call.outcome == CallOutcome::answered && call.in_trouble;
  });
  std::string out;
  if (up > 0) {
    out += line_of(
        filled("  answered, without a BYE in the capture: {}", "  已接听，抓包中没有 BYE：{}", up),
        language);
  }
  if (broken > 0) {
    out += line_of(filled("  answered, but with trouble: {}", "  已接听，但有问题：{}", broken),
                   language);
  }
  return out;
}

std::string line_of_others(const std::vector<OtherRequests>& others, Language language) {
  constexpr std::array<Text, 5> names = {{{"succeeded", "成功"},
                                          {"challenged", "收到质询"},
                                          {"failed", "失败"},
                                          {"open when the capture ended", "抓包结束时未决"},
                                          {"result not visible", "结果不可见"}}};
  std::array<std::uint64_t, names.size()> counts{};
  std::uint64_t total = 0;
  for (const OtherRequests& one : others) {
    const bool succeeded = one.code >= 200 && one.code < 300;
    const std::size_t without = one.pending == Pending::open ? 3 : 4;
    counts[succeeded ? 0 : one.failed() ? 2 : one.code != 0 ? 1 : without] += one.count;
    total += one.count;
  }
  Tally tally;
  for (std::size_t i = 0; i < names.size(); ++i) tally.add(counts[i], names[i]);
  return tally.line(total, {"Other requests", "其他请求"}, language);
}

std::string line_of_missing(const std::vector<MissingFollowUp>& missing, Language language) {
  Tally tally;
  for (const FollowUpStatus status : {FollowUpStatus::missing, FollowUpStatus::late}) {
    const auto count = std::ranges::count(missing, status, &MissingFollowUp::status);
    tally.add(static_cast<std::uint64_t>(count), name_of(status));
  }
  return tally.line(missing.size(),
                    {"Follow-ups that did not come in time", "未按时出现的后续动作"}, language);
}

std::string line_of_copies(const Copies& copies, Language language) {
  std::string out;
  const std::uint64_t again = copies.requests() + copies.responses();
  if (again > 0) {
    Tally tally;
    tally.add(copies.requests(), Text{"requests", "请求"});
    tally.add(copies.responses(), Text{"responses", "响应"});
    out += tally.line(again, {"Retransmissions", "重传"}, language);
  }
  if (copies.duplicates() > 0) {
    out += line_of(filled("Captured twice: {}", "同一消息被捕获两次：{}", copies.duplicates()),
                   language);
  }
  return out;
}

std::string line_of_strays(std::uint64_t without_call, Language language) {
  if (without_call == 0) return {};
  return line_of(filled("Messages without a Call-ID, in no story: {}",
                        "没有 Call-ID、未计入以上各项的消息：{}", without_call),
                 language);
}

}  // namespace

std::string summary_of(const Stories& stories, const Copies& copies, Language language) {
  return line_by_outcome(stories.calls, last_call_outcome, {"Calls", "呼叫"}, language) +
         trouble_of_calls(stories.calls, language) +
         line_by_outcome(stories.registrations, last_registration_outcome,
                         {"Registrations", "注册"}, language) +
         line_by_outcome(stories.subscriptions, last_subscription_outcome,
                         {"Subscriptions", "订阅"}, language) +
         line_of_others(stories.others, language) + line_of_missing(stories.missing, language) +
         line_of_copies(copies, language) + line_of_strays(stories.without_call, language);
}

}  // namespace sipgloss
