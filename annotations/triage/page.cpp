// SPDX-License-Identifier: MIT
// The stories of a capture as tables.
#include "triage/page.hpp"

#include <algorithm>

namespace sipgloss {
namespace {

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string or_dash(std::optional<std::chrono::nanoseconds> time) {
  return time ? seconds_of(*time) : "-";
}

/// "busy: 486 Busy Here".
Words with_code(const Text& name, const Words& named) {
  return named.empty() ? Words(name) : filled("{}: {}", "{}：{}", name, named);
}

/// The names of the two tables of one kind of story.
struct Headings {
  Text in_trouble;
  Text others;
  Text all;  ///< of the second where the first is empty
};

/// A heading with how many stories are listed under it, and the table; nothing where none are.
std::string section(const Headings& headings, Which which, std::size_t listed, std::size_t all,
                    const Table& table, const Style& style) {
  if (listed == 0) return {};
  const Text name = which == Which::in_trouble ? headings.in_trouble
                    : listed == all            ? headings.all
                                               : headings.others;
  const Words line = listed == all ? filled("{}: {}", "{}：{}", name, listed)
                                   : filled("{}: {} of {}", "{}：{}（共 {}）", name, listed, all);
  return "\n" + line_of(line, style.language) + table.text();
}

/// The rows of those stories that `which` asks for; returns how many they are.
template <typename Story, typename Row>
std::size_t add_rows(const std::vector<Story>& stories, Which which, const Style& style,
                     Table& table, Row row) {
  std::size_t count = 0;
  for (const Story& story : stories) {
    if (story.in_trouble != (which == Which::in_trouble)) continue;
    ++count;
    table.add_row(row(story));
    for (const Words& remark : story.remarks) add_remark(remark, style.language, table);
  }
  return count;
}

Words outcome_of(const Call& call) {
  Words outcome = with_code(name_of(call.outcome), call.named);
  if (call.began_before)
    outcome = filled("{} (began before the capture)", "{}（抓包前已开始）", outcome);
  return outcome;
}

Text hung_up_by(const Call& call) {
  const bool no_bye = call.outcome == CallOutcome::answered && call.hung_up == HungUp::nobody;
  return no_bye ? Text{"no BYE", "未见 BYE"} : name_of(call.hung_up);
}

Words outcome_of(const Registration& registration) {
  const Text name = name_of(registration.outcome);
  if (registration.outcome == RegistrationOutcome::registered && registration.granted) {
    return registration.ran_out ? filled("{} for {} s, not refreshed after that",
                                         "{}，{} 秒，此后未见刷新", name, *registration.granted)
                                : filled("{} for {} s", "{}，{} 秒", name, *registration.granted);
  }
  return with_code(name, registration.in_trouble ? registration.named : Words());
}

Words outcome_of(const Subscription& subscription) {
  Words outcome = name_of(subscription.outcome);
  if (!subscription.reason.empty())
    outcome = filled("{} ({})", "{}（{}）", outcome, subscription.reason);
  return with_code(outcome, subscription.named);
}

}  // namespace

std::string line_of(const Text& text, Language language) {
  if (language != Language::both) return in_language(text, language) + "\n";
  return fmt::format("{}\n{}\n", text.en, text.zh);
}

void add_remark(const Text& text, Language language, Table& table) {
  if (language != Language::chinese) table.add_remark(std::string(text.en));
  if (language != Language::english) table.add_remark(std::string(text.zh));
}

std::string calls_text(const std::vector<Call>& calls, Which which, const Style& style) {
  Table table({style.cell({"Frame", "帧"}), style.cell({"Time", "时间"}),
               style.cell({"From", "主叫"}), style.cell({"To", "被叫"}),
               style.cell({"Outcome", "结果"}), style.cell({"Setup", "接续"}),
               style.cell({"Ring", "振铃"}), style.cell({"Duration", "通话"}),
               style.cell({"Hung up by", "挂机方"}), style.cell({"Frames", "相关帧"})});
  const std::size_t count = add_rows(calls, which, style, table, [&](const Call& call) {
    return std::vector{fmt::format("{}", call.first_frame),
                       style.time(call.begin),
                       or_dash(call.from),
                       or_dash(call.to),
                       style.cell(outcome_of(call)),
                       or_dash(call.setup),
                       or_dash(call.ring),
                       or_dash(call.duration),
                       style.cell(hung_up_by(call)),
                       listed(call.sights)};
  });
  constexpr Headings headings{
      {"Calls with trouble", "有问题的呼叫"}, {"Other calls", "其他呼叫"}, {"Calls", "呼叫"}};
  return section(headings, which, count, calls.size(), table, style);
}

std::string registrations_text(const std::vector<Registration>& registrations, Which which,
                               const Style& style) {
  Table table({style.cell({"Frame", "帧"}), style.cell({"Time", "时间"}),
               style.cell({"AOR", "AOR"}), style.cell({"Contact", "Contact"}),
               style.cell({"Registrar", "注册服务器"}), style.cell({"Outcome", "结果"}),
               style.cell({"Refreshes", "刷新次数"}), style.cell({"Last frames", "最后的帧"})});
  const std::size_t count =
      add_rows(registrations, which, style, table, [&](const Registration& one) {
        return std::vector{fmt::format("{}", one.first_frame),
                           style.time(one.begin),
                           or_dash(one.aor),
                           or_dash(one.contact),
                           one.registrar,
                           style.cell(outcome_of(one)),
                           fmt::format("{}", one.refreshes),
                           listed(one.sights)};
      });
  constexpr Headings headings{{"Registrations with trouble", "有问题的注册"},
                              {"Other registrations", "其他注册"},
                              {"Registrations", "注册"}};
  return section(headings, which, count, registrations.size(), table, style);
}

std::string subscriptions_text(const std::vector<Subscription>& subscriptions, Which which,
                               const Style& style) {
  Table table({style.cell({"Frame", "帧"}), style.cell({"Time", "时间"}),
               style.cell({"Package", "事件包"}), style.cell({"Watcher", "订阅方"}),
               style.cell({"Notifier", "通知方"}), style.cell({"Outcome", "结果"}),
               style.cell({"NOTIFY", "NOTIFY"}), style.cell({"Frames", "相关帧"})});
  const std::size_t count =
      add_rows(subscriptions, which, style, table, [&](const Subscription& one) {
        return std::vector{fmt::format("{}", one.first_frame),
                           style.time(one.begin),
                           one.package,
                           or_dash(one.watcher),
                           or_dash(one.notifier),
                           style.cell(outcome_of(one)),
                           fmt::format("{}", one.notified),
                           listed(one.sights)};
      });
  constexpr Headings headings{{"Subscriptions with trouble", "有问题的订阅"},
                              {"Other subscriptions", "其他订阅"},
                              {"Subscriptions", "订阅"}};
  return section(headings, which, count, subscriptions.size(), table, style);
}

std::string others_text(const std::vector<OtherRequests>& others, const Style& style) {
  Table table({style.cell({"Count", "次数"}), style.cell({"Method", "方法"}),
               style.cell({"From", "发送方"}), style.cell({"To", "接收方"}),
               style.cell({"Outcome", "结果"}), style.cell({"First frame", "首帧"})});
  std::uint64_t count = 0;
  std::uint64_t all = 0;
  for (const OtherRequests& one : others) {
    all += one.count;
    if (!one.failed()) continue;
    count += one.count;
    const Text outcome = one.code == 0 ? name_of(one.pending) : Text(one.named);
    table.add_row({fmt::format("{}", one.count), std::string(word_of(one.method)), one.client,
                   one.server, style.cell(outcome), fmt::format("{}", one.first_frame)});
  }
  constexpr Text heading{"Other requests that failed", "失败的其他请求"};
  return section({heading, {}, {}}, Which::in_trouble, count, all, table, style);
}

std::string unsent_text(const UnsentRequests& unsent, const Style& style) {
  if (unsent.count() == 0) return {};
  Table table({style.cell({"Frame", "帧"}), style.cell({"What failed", "失败情况"})});
  for (const UnsentRequests::Unsent& one : unsent.listed()) {
    table.add_row({fmt::format("{}", one.frame), style.cell(one.what)});
    add_remark(one.consequence, style.language, table);
  }
  const Words heading = filled("Failures without a request in the capture: {}",
                               "抓包中没有相应请求的失败：{}", unsent.count());
  std::string out = "\n" + line_of(heading, style.language) + table.text();
  if (unsent.count() > unsent.listed().size()) {
    out +=
        line_of(filled("Only the first {} are listed.", "仅列出前 {} 个。", unsent.listed().size()),
                style.language);
  }
  return out;
}

std::string missing_text(const std::vector<MissingFollowUp>& missing, const Style& style) {
  if (missing.empty()) return {};
  Table table({style.cell({"Frame", "帧"}), style.cell({"Time", "时间"}),
               style.cell({"Response", "响应"}), style.cell({"Status", "状态"}),
               style.cell({"Deadline", "期限"}), style.cell({"Expected", "应有的后续"})});
  for (const MissingFollowUp& one : missing) {
    table.add_row({fmt::format("{}", one.frame), style.time(one.time),
                   fmt::format("{} {}", one.code, one.method), style.cell(name_of(one.status)),
                   one.deadline ? style.time(*one.deadline) : "-", style.cell(one.what)});
    add_remark(one.reason, style.language, table);
  }
  return "\n" +
         line_of({"Follow-ups that did not come in time", "未按时出现的后续动作"}, style.language) +
         table.text();
}

std::string copies_text(const Copies& copies, const Style& style) {
  const std::vector<Repeated> repeated = copies.told();
  if (repeated.empty()) return {};
  Table table({style.cell({"Again", "重传次数"}), style.cell({"Messages", "消息数"}),
               style.cell({"From", "发送方"}), style.cell({"To", "接收方"}),
               style.cell({"What", "消息"}), style.cell({"Most often", "最多的一帧"})});
  for (const Repeated& one : repeated) {
    table.add_row({fmt::format("{}", one.again), fmt::format("{}", one.messages),
                   address_of(one.source), address_of(one.destination), one.what,
                   fmt::format("{} (x{})", one.most_frame, one.most)});
  }
  return "\n" + line_of({"Retransmissions", "重传"}, style.language) + table.text();
}

}  // namespace sipgloss
