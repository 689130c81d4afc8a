// SPDX-License-Identifier: MIT
// A row for each response of a capture, and the one that tells most.
#include <fmt/format.h>

#include <vector>

#include "sipgloss/triage.hpp"
#include "triage/table.hpp"

namespace sipgloss {
namespace {

struct Row {
  std::uint32_t frame;
  Time time;
  Endpoint source;
  Endpoint destination;
  std::string method;  ///< by CSeq
  unsigned code;
  std::string name_en;
  std::string name_zh;
  std::string next_en;
  std::string next_zh;
  std::string findings;
  unsigned weight;  ///< how much the response tells a person who looks for trouble
};

// A finding outweighs a failure, an error outweighs a warning; a challenge is everyday business.
unsigned weight_of(const Annotation& annotation) {
  const std::optional<Level> worst = worst_level(annotation);
  const unsigned by_finding = worst ? 10 * (static_cast<unsigned>(*worst) + 1) : 0;
  if (!annotation.response_class) return by_finding + 9;
  if (annotation.code == 401 || annotation.code == 407) return by_finding + 3;
  switch (*annotation.response_class) {
    case ResponseClass::provisional:
      return by_finding + 1;
    case ResponseClass::success:
      return by_finding + 2;
    case ResponseClass::redirection:
      return by_finding + 4;
    default:
      return by_finding + 5;
  }
}

}  // namespace

struct ResponseList::State {
  std::vector<Row> rows;
};

ResponseList::ResponseList() : state_(std::make_unique<State>()) {}
ResponseList::~ResponseList() = default;

void ResponseList::add(const Packet& packet, const Message& message, const Annotation& annotation) {
  std::string findings;
  for (const Finding& finding : annotation.findings) {
    if (!findings.empty()) findings += ' ';
    findings += finding.rule->code;
  }
  state_->rows.push_back({packet.frame, packet.time, packet.source, packet.destination,
                          printable(message.cseq().method_name, 16), annotation.code,
                          std::string(annotation.name.en), std::string(annotation.name.zh),
                          std::string(annotation.explanation->next_brief.en),
                          std::string(annotation.explanation->next_brief.zh), std::move(findings),
                          weight_of(annotation)});
}

std::string ResponseList::text(Language language) const {
  if (state_->rows.empty()) {
    return in_language({"No SIP response in this capture.", "该抓包中没有 SIP 响应。"}, language) +
           "\n";
  }
  const auto title = [&](std::string_view en, std::string_view zh) {
    return cell({en, zh}, language);
  };
  Table table({title("Frame", "帧"), title("Time", "时间"), title("From", "发送方"),
               title("To", "接收方"), title("Method", "方法"), title("Code", "状态码"),
               title("Name", "名称"), title("Expected next", "后续"),
               title("Findings", "违反协议之处")});
  const Row* telling = &state_->rows.front();
  for (const Row& row : state_->rows) {
    if (row.weight > telling->weight) telling = &row;
    table.add_row(
        {fmt::format("{}", row.frame), seconds_between(state_->rows.front().time, row.time),
         to_string(row.source), to_string(row.destination), row.method, fmt::format("{}", row.code),
         cell({row.name_en, row.name_zh}, language), cell({row.next_en, row.next_zh}, language),
         row.findings.empty() ? "-" : row.findings});
  }
  return fmt::format(
      "{}\n{}: {}\n", table.text(),
      in_language({"Most telling response, frame", "最值得看的响应，帧号"}, language),
      telling->frame);
}

}  // namespace sipgloss
