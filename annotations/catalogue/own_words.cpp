// SPDX-License-Identifier: MIT
// What own words have to be before they are shown: a code of SIP, text that a label can hold.
#include <algorithm>

#include "sipgloss/explanation.hpp"

namespace sipgloss {

namespace {

bool can_be_shown(std::string_view text) {
  const bool clean = std::ranges::none_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return clean && printable(text, text.size()) == text;
}

static_assert(longest_text == 216, "the sentence below names the number");

bool any_given(const Text& text) { return !text.en.empty() || !text.zh.empty(); }

}  // namespace

std::optional<Text> fault_of(const OwnWords& words) {
  if (!class_of(words.code)) {
    return Text{"The code must lie between 100 and 699 (RFC 3261 section 7.2).",
                "状态码必须在 100 至 699 之间（RFC 3261 第 7.2 节）。"};
  }
  const std::initializer_list<Text> texts = {words.name, words.meaning, words.next};
  if (std::ranges::none_of(texts, any_given)) {
    return Text{"Give at least one text: a name, a meaning or a next step.",
                "至少填写一项文字：名称、含义或后续。"};
  }
  if (!read_code(words.code).known && !any_given(words.name)) {
    return Text{"This code is not in the catalogue: give it a name.",
                "目录中没有此状态码：请填写名称。"};
  }
  for (const Text& text : texts) {
    if (std::max(text.en.size(), text.zh.size()) > longest_text) {
      return Text{"A text is too long: at most 216 bytes, some 70 Chinese characters.",
                  "文字过长：最多 216 字节，约 70 个汉字。"};
    }
    if (!can_be_shown(text.en) || !can_be_shown(text.zh)) {
      return Text{"A text holds control characters or is not UTF-8.",
                  "文字中含有控制字符，或不是 UTF-8 编码。"};
    }
  }
  return std::nullopt;
}

}  // namespace sipgloss
