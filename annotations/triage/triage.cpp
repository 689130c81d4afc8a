// SPDX-License-Identifier: MIT
// A whole capture in a page: counts, and the calls that failed.
#include "sipgloss/triage.hpp"

#include <fmt/format.h>

#include <map>

#include "triage/calls.hpp"
#include "triage/table.hpp"

namespace sipgloss {

namespace {

/// The responses of one code: how many, and its name, which own words may have changed.
struct OfCode {
  std::uint64_t count = 0;
  std::string name_en;
  std::string name_zh;
};

}  // namespace

struct Triage::State {
  std::uint64_t requests = 0;
  std::uint64_t responses = 0;
  std::map<ResponseClass, std::uint64_t> by_class;
  std::map<unsigned, OfCode> by_code;
  std::map<Category, std::uint64_t> by_cause;  ///< of failures
  std::map<const Rule*, std::uint64_t> by_finding;
  Time begin{};
  Calls calls;
};

Triage::Triage() : state_(std::make_unique<State>()) {}
Triage::~Triage() = default;

void Triage::add(const Packet& packet, const Message& message, const Annotation* annotation) {
  State& state = *state_;
  if (state.requests + state.responses == 0) state.begin = packet.time;
  if (message.is_request()) {
    ++state.requests;
    return state.calls.add_request(packet, message);
  }
  if (annotation == nullptr) return;
  ++state.responses;
  OfCode& of_code = state.by_code[annotation->code];
  if (of_code.count++ == 0 && annotation->known()) {
    of_code.name_en = annotation->name.en;
    of_code.name_zh = annotation->name.zh;
  }
  if (annotation->response_class) ++state.by_class[*annotation->response_class];
  if (annotation->response_class >= ResponseClass::client_failure)
    ++state.by_cause[annotation->explanation->category];
  for (const Finding& finding : annotation->findings) ++state.by_finding[finding.rule];
  state.calls.add_response(packet, message, *annotation);
}

namespace {

std::string title(const Text& text, Language language) {
  return fmt::format("\n{}\n", in_language(text, language));
}

std::string name_of_code(unsigned code, const OfCode& of_code, Language language) {
  if (!of_code.name_en.empty()) return in_language({of_code.name_en, of_code.name_zh}, language);
  const Reading reading = read_code(code);
  if (reading.entry == nullptr) return in_language({"not a status code", "非法的状态码"}, language);
  const std::string zh = fmt::format("未知，按 {} 处理", reading.entry->code);
  return in_language({fmt::format("unknown, read as {}", reading.entry->code), zh}, language);
}

std::string count_of(std::uint64_t count) { return fmt::format("{:>7}", count); }

}  // namespace

std::string Triage::text(Language language) const {
  const State& state = *state_;
  const auto say = [&](std::string_view en, std::string_view zh) {
    return in_language({en, zh}, language);
  };
  std::string out = fmt::format("{}: {}  {}: {}\n", say("Requests", "请求"), state.requests,
                                say("Responses", "响应"), state.responses);

  out += title({"Responses by class", "按类别统计响应"}, language);
  for (const auto& [kind, count] : state.by_class) {
    out += fmt::format("{}  {}xx  {}\n", count_of(count), static_cast<unsigned>(kind),
                       in_language(entry_of(kind).name, language));
  }
  out += title({"Responses by code", "按状态码统计响应"}, language);
  for (const auto& [code, of_code] : state.by_code) {
    out += fmt::format("{}  {}  {}\n", count_of(of_code.count), code,
                       name_of_code(code, of_code, language));
  }
  if (!state.by_cause.empty()) out += title({"Failures by cause", "按原因统计失败"}, language);
  for (const auto& [cause, count] : state.by_cause)
    out += fmt::format("{}  {}\n", count_of(count), in_language(name_of(cause), language));
  out += title({"Findings", "违反协议之处"}, language);
  for (const Rule* rule : rules()) {
    const auto found = state.by_finding.find(rule);
    if (found == state.by_finding.end()) continue;
    out +=
        fmt::format("{}  {}  {}  {}  ({})\n", count_of(found->second), rule->code,
                    in_language(name_of(rule->level), language), rule->slug, to_string(rule->cite));
  }
  if (state.by_finding.empty()) out += fmt::format("{}\n", say("  none", "  无"));

  std::uint64_t failed = 0;
  const auto heading = [&](std::string_view en, std::string_view zh) {
    return cell({en, zh}, language);
  };
  Table table({heading("Frame", "帧"), heading("Time", "时间"), heading("From", "主叫"),
               heading("To", "被叫"), heading("Ended with", "结果")});
  for (const Call& call : state.calls.all()) {
    if (!call.failed()) continue;
    ++failed;
    const Text name{call.name_en, call.name_zh};
    table.add_row({fmt::format("{}", call.final_frame), seconds_between(state.begin, call.begin),
                   call.from, call.to,
                   fmt::format("{} {}", call.code, in_language(name, language))});
    if (language != Language::chinese) table.add_remark(std::string(call.reason.en));
    if (language != Language::english) table.add_remark(std::string(call.reason.zh));
  }
  out += fmt::format("\n{}: {} / {}\n", say("Calls that failed", "失败的呼叫"), failed,
                     state.calls.all().size());
  if (failed > 0) out += table.text();
  return out;
}

}  // namespace sipgloss
