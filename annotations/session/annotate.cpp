// SPDX-License-Identifier: MIT
// The gloss of one response by itself: what its code means, what comes next, what is broken.
#include <fmt/format.h>

#include "rules/engine.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {
namespace {

/// "UAS, proxy" for a set of roles.
Text senders(Set<Role> roles, Annotation& owner) {
  std::string en;
  std::string zh;
  for (const RoleName& entry : role_names()) {
    if (!roles.has(entry.role)) continue;
    if (!en.empty()) en += ", ", zh += "、";
    en += entry.name.en;
    zh += entry.name.zh;
  }
  return {owner.keep(std::move(en)), owner.keep(std::move(zh))};
}

// RFC 3261 section 7.2: the class is the first digit, from 1 to 6.
void gloss_illegal(const Message& message, Annotation& into) {
  into.name = {"Not a SIP status code", "非法的状态码"};
  into.meaning.push_back({"SIP status codes have three digits and lie between 100 and 699.",
                          "SIP 状态码为三位数字，取值 100 至 699。"});
  into.meaning.push_back(
      {"A receiver cannot assign this response to a class and is expected to drop it.",
       "接收方无法判断该响应属于哪一类，预期会将其丢弃。"});
  into.next.push_back(
      {"Find out which element sent this number: it is an error of its software or configuration.",
       "查明该状态码由哪个网元发出：这是其软件或配置的错误。"});
  into.defined_in = {3261, "7.2"};
  const std::string digits = printable(message.status_digits, 20);
  const std::string_view summary_en = into.keep(fmt::format("{} is no SIP status code", digits));
  into.summary = {summary_en, into.keep(fmt::format("{} 不是合法的 SIP 状态码", digits))};
}

// RFC 3261 section 8.1.3.2: an unknown final response is read as x00, an unknown provisional one as
// 183.
void gloss_unknown(unsigned code, const Message& message, Annotation& into) {
  const unsigned hundreds = code / 100;
  const ResponseCode& read_as = *into.reading.entry;
  std::string phrase = printable(message.reason_phrase, 60);
  if (phrase.empty()) phrase = fmt::format("Unknown {}xx response", hundreds);
  const std::string_view name_en = into.keep(std::move(phrase));
  into.name = {name_en, into.keep(fmt::format("未知的 {}xx 响应", hundreds))};
  const std::string_view said_en =
      into.keep(fmt::format("{} is not among the codes known here; RFC 3261 section 8.1.3.2 has a "
                            "client treat it as {} {}.",
                            code, read_as.code, read_as.phrase));
  into.meaning.push_back(
      {said_en, into.keep(fmt::format("{} 不在本工具已知的状态码之列；按 RFC 3261 第 8.1.3.2 节，"
                                      "客户端将其当作 {} {} 处理。",
                                      code, read_as.code, read_as.name_zh))});
}

// RFC 3261 section 8.1.3.2. A client knows what is registered; a code of another time or of one
// vendor it reads as x00, although it is explained here by its own name.
std::optional<unsigned> read_as(const Reading& reading) {
  const ResponseCode& entry = *reading.entry;
  if (!reading.known) return entry.code;
  if (entry.status == Status::registered || entry.status == Status::deprecated) return std::nullopt;
  return entry.code / 100 * 100;
}

/// The steps that apply to the method, and the first two of them in a few words.
void add_next_steps(const ResponseCode& entry, Method method, Annotation& into) {
  std::string brief_en;
  std::string brief_zh;
  std::size_t briefs = 0;
  for (const Next id : entry.next) {
    const NextStep& step = step_of(id);
    if (!step.methods.empty() && !step.methods.has(method)) continue;
    into.next.push_back(step.text);
    if (step.brief.empty() || briefs == 2) continue;
    if (briefs++ > 0) brief_en += ", ", brief_zh += "，";
    brief_en += step.brief.en;
    brief_zh += step.brief.zh;
  }
  const std::string_view en = into.keep(std::move(brief_en));
  into.next_brief = {en, into.keep(std::move(brief_zh))};
}

Text summarise(const Annotation& annotation, Annotation& owner) {
  const Text& kind = entry_of(*annotation.response_class).name;
  std::string en = fmt::format("{} {} ({})", annotation.code, annotation.name.en, kind.en);
  std::string zh = fmt::format("{} {}（{}）", annotation.code, annotation.name.zh, kind.zh);
  for (const Finding& finding : annotation.findings) {
    const std::string mark = fmt::format(" [{}]", finding.rule->code);
    en += mark;
    zh += mark;
  }
  return {owner.keep(std::move(en)), owner.keep(std::move(zh))};
}

}  // namespace

void explain(const Message& message, Annotation& into) {
  into.clear();
  into.code = message.status_code;
  into.response_class = class_of(message.status_code);
  into.reading = read_code(message.status_code);
  if (into.reading.entry == nullptr) return gloss_illegal(message, into);

  const ResponseCode& entry = *into.reading.entry;
  into.read_as = read_as(into.reading);
  if (into.reading.known) {
    into.name = entry.name();
  } else {
    gloss_unknown(into.code, message, into);
  }
  into.meaning.insert(into.meaning.end(), entry.meaning.begin(), entry.meaning.end());
  add_next_steps(entry, message.method(), into);
  into.sent_by = senders(entry.sent_by, into);
  into.defined_in = entry.defined_in;
  into.summary = summarise(into, into);
}

void annotate(const Message& message, Annotation& into) {
  explain(message, into);
  if (into.reading.entry == nullptr) return;
  judge(Seen{message}, Evidence::message, into);
  if (!into.findings.empty()) into.summary = summarise(into, into);
}

}  // namespace sipgloss
