// SPDX-License-Identifier: MIT
// What rules with wider evidence found as messages arrived, kept until it is shown.
#pragma once

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include <cstdint>
#include <vector>

#include "rules/capture.hpp"
#include "rules/engine.hpp"

namespace sipgloss {

/// Findings by message. A rule is found broken once in a transaction: what is sent again says
/// nothing new.
class RememberedFindings {
 public:
  /// Judges a message that has just been taken by the tracker.
  void judge_on_arrival(const Message& message, const Capture& capture, Tally* tally);
  /// Adds what was found in a message. `message` is the same as then.
  void add_to(Annotation& annotation, MessageId id, const Message& message) const;

  /// How many there were beyond those that are kept: a hostile capture has no end of them.
  std::uint64_t forgotten() const { return forgotten_; }

 private:
  static constexpr std::size_t most = 200'000;

  class OfMessage;
  struct Remembered {
    const Rule* rule = nullptr;
    Text text;
    Frames frames{};
    std::uint32_t offset = 0;  ///< of the bytes at fault in the message
    std::uint32_t length = 0;
    std::int32_t next = -1;  ///< of the same message
    Level level = Level::note;
  };

  std::vector<Remembered> all_;
  tsl::robin_map<std::uint32_t, std::int32_t> first_;  ///< by message
  tsl::robin_set<std::uint64_t> told_;                 ///< rule and transaction
  KeptTexts texts_;
  std::uint64_t forgotten_ = 0;
};

}  // namespace sipgloss
