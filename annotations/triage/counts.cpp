// SPDX-License-Identifier: MIT
// How many responses of which class, code and cause there are, and which rules are broken.
#include "triage/counts.hpp"

#include <fmt/format.h>

namespace sipgloss {
namespace {

std::string title(const Text& text, Language language) {
  return fmt::format("\n{}\n", in_language(text, language));
}

std::string count_of(std::uint64_t count) { return fmt::format("{:>7}", count); }

}  // namespace

void Counts::add_response(const Annotation& annotation) {
  OfCode& of_code = by_code_[annotation.code];
  if (of_code.count++ == 0 && annotation.known()) {
    of_code.name_en = annotation.name.en;
    of_code.name_zh = annotation.name.zh;
  }
  if (annotation.response_class) ++by_class_[*annotation.response_class];
  if (annotation.response_class >= ResponseClass::client_failure)
    ++by_cause_[annotation.explanation->category];
}

void Counts::add_findings(const Annotation& annotation) {
  for (const Finding& finding : annotation.findings) ++by_finding_[finding.rule];
}

std::string Counts::name_of_code(unsigned code, const OfCode& of_code, Language language) {
  if (!of_code.name_en.empty()) return in_language({of_code.name_en, of_code.name_zh}, language);
  const Reading reading = read_code(code);
  if (reading.entry == nullptr) return in_language({"not a status code", "非法的状态码"}, language);
  const std::string zh = fmt::format("未知，按 {} 处理", reading.entry->code);
  return in_language({fmt::format("unknown, read as {}", reading.entry->code), zh}, language);
}

std::string Counts::findings(std::uint64_t not_kept, Language language) const {
  std::string out = title({"Findings", "违反协议之处"}, language);
  for (const Rule* rule : rules()) {
    const auto found = by_finding_.find(rule);
    if (found == by_finding_.end()) continue;
    out +=
        fmt::format("{}  {}  {}  {}  ({})\n", count_of(found->second), rule->code,
                    in_language(name_of(rule->level), language), rule->slug, to_string(rule->cite));
  }
  if (by_finding_.empty()) out += fmt::format("{}\n", in_language({"  none", "  无"}, language));
  if (not_kept != 0) {
    out += fmt::format(
        "{}  {}\n", count_of(not_kept),
        in_language({"more, too many to be told one by one", "更多，数量过多，未逐条列出"},
                    language));
  }
  return out;
}

std::string Counts::responses(Language language) const {
  std::string out = title({"Responses by class", "按类别统计响应"}, language);
  for (const auto& [kind, count] : by_class_) {
    out += fmt::format("{}  {}xx  {}\n", count_of(count), static_cast<unsigned>(kind),
                       in_language(entry_of(kind).name, language));
  }
  out += title({"Responses by code", "按状态码统计响应"}, language);
  for (const auto& [code, of_code] : by_code_) {
    out += fmt::format("{}  {}  {}\n", count_of(of_code.count), code,
                       name_of_code(code, of_code, language));
  }
  if (!by_cause_.empty()) out += title({"Failures by cause", "按原因统计失败"}, language);
  for (const auto& [cause, count] : by_cause_)
    out += fmt::format("{}  {}\n", count_of(count), in_language(name_of(cause), language));
  return out;
}

}  // namespace sipgloss
