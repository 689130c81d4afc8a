// SPDX-License-Identifier: MIT
// What the tests of the tellers are written with: a response in, perhaps the request that it
// answers and the time; the sentences in both languages out.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "in_message/in_message.hpp"

namespace sipgloss::test {

using Sentences = std::vector<std::string>;

/// Lines with CRLF behind each, the blank line, and a body.
inline std::string lines(std::initializer_list<std::string_view> all, std::string_view body = "") {
  std::string text;
  for (const std::string_view line : all) text.append(line).append("\r\n");
  return text.append("\r\n").append(body);
}

/// A response of that code to that method, with these header fields.
template <typename... Headers>
std::string response(unsigned code, std::string_view method, const Headers&... headers) {
  return lines({"SIP/2.0 " + std::to_string(code) + " x", "CSeq: 1 " + std::string(method),
                std::string_view(headers)...});
}

/// A request with these header fields.
template <typename... Headers>
std::string request(std::string_view start, const Headers&... headers) {
  return lines({std::string(start) + " SIP/2.0", std::string_view(headers)...});
}

/// What is known besides the response.
struct Beside {
  std::string request = {};
  std::optional<Time> time = {};
  bool truncated = false;  ///< the capture holds less of the response than was sent
};

/// The sentences that are said of a response.
class Gloss {
 public:
  explicit Gloss(std::string_view bytes, const Beside& beside = {}) {
    const Message message = Message::parse({.bytes = bytes, .truncated = beside.truncated});
    Told told{.response = message, .time = beside.time};
    if (!beside.request.empty()) told.request = facts_of(Message::parse({beside.request}));
    Annotation annotation;
    tell_in_message(told, annotation);
    for (const Text& sentence : annotation.in_message) {
      en.emplace_back(sentence.en);
      zh.emplace_back(sentence.zh);
    }
  }

  Sentences en;
  Sentences zh;
};

}  // namespace sipgloss::test
