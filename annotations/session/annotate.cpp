// SPDX-License-Identifier: MIT
// The gloss of one response by itself: what its code means, what it carries, what is broken.
#include <fmt/format.h>

#include "rules/engine.hpp"
#include "session/gloss.hpp"
#include "session/summary.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {
namespace {

// RFC 3261 section 8.1.3.2: an unknown final response is read as x00, an unknown provisional one as
// 183.
void name_unknown(const Message& message, Annotation& into) {
  const Explanation& read_as = *into.explanation;
  const unsigned hundreds = into.code / 100;
  std::string phrase = printable(message.reason_phrase, 60);
  if (phrase.empty()) phrase = fmt::format("Unknown {}xx response", hundreds);
  into.read_as = read_as.code;
  into.name = {into.keep(phrase), into.keep(fmt::format("未知的 {}xx 响应", hundreds))};
  into.preface = {
      into.keep(fmt::format("{} is not among the codes known here; RFC 3261 section 8.1.3.2 has a "
                            "client treat it as {} {}.",
                            into.code, read_as.code, read_as.name.en)),
      into.keep(fmt::format("{} 不在本工具已知的状态码之列；按 RFC 3261 第 8.1.3.2 节，"
                            "客户端将其当作 {} {} 处理。",
                            into.code, read_as.code, read_as.name.zh))};
}

void explain_code(const Message& message, const Catalogue& catalogue, Annotation& into) {
  into.clear();
  into.code = message.status_code;
  into.response_class = class_of(message.status_code);
  into.explanation = &catalogue.explain(message.status_code, message.method());
  into.read_as = into.explanation->read_as;
  into.name = into.explanation->name;
  into.gist = into.explanation->gist;
  if (into.response_class && into.explanation->code != into.code) name_unknown(message, into);
}

}  // namespace

void explain(const Told& told, const Catalogue& catalogue, Annotation& into) {
  explain_code(told.response, catalogue, into);
  tell_in_message(told, into);
}

void explain(const Message& message, Annotation& into, const Catalogue& catalogue) {
  explain({.response = message}, catalogue, into);
  into.summary = summarise(message, into);
}

void annotate(const Message& message, Annotation& into, const Catalogue& catalogue) {
  explain({.response = message}, catalogue, into);
  judge({message}, Occasion::alone, into);
  into.summary = summarise(message, into);
}

}  // namespace sipgloss
