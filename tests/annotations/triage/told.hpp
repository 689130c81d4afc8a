// SPDX-License-Identifier: MIT
// A flow, played into a session and told: what the tests of the stories are written with.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "flow.hpp"
#include "sipgloss/triage.hpp"
#include "triage/material.hpp"

namespace sipgloss::test {

/// The stories of a flow. They are made twice, as tshark does it: once with the annotations as they
/// stand while the capture is read, once with those at its end. Both have to be the same.
class Told {
 public:
  using Wanted = std::function<bool(const Packet&)>;

  explicit Told(const Flow& flow, const Wanted& wanted = {});
  explicit Told(std::string_view text) : Told(Flow(text)) {}

  const Stories& stories() const { return stories_; }
  std::string page(Language language = Language::english) const;

  /// A line each, without what is empty: "answered setup 2 ring 1 duration 5 caller: INVITE 1, 180
  /// 2, 200 3, BYE 5".
  std::vector<std::string> calls() const;
  /// "registered 60 s, 1 refreshes: REGISTER 3, 200 4".
  std::vector<std::string> registrations() const;
  /// "presence active, 2 NOTIFY: SUBSCRIBE 1, 200 2, NOTIFY 3".
  std::vector<std::string> subscriptions() const;
  /// The English remarks of the first story of that kind.
  template <typename Story>
  static std::vector<std::string> remarks(const std::vector<Story>& stories) {
    std::vector<std::string> texts;
    for (const Words& remark : stories.at(0).remarks) texts.push_back(remark.en);
    return texts;
  }

 private:
  Session session_;
  Triage triage_;
  Stories stories_;
};

}  // namespace sipgloss::test
