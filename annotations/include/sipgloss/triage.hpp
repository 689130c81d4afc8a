// SPDX-License-Identifier: MIT
// A whole capture in a page: counts, the calls that failed, and the list of all responses.
#pragma once

#include <memory>
#include <string>

#include "sipgloss/annotation.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {

/// Counts by class, code and finding, and the calls that failed with their reason. Fed with every
/// message, requests too, in capture order.
class Triage {
 public:
  Triage();
  ~Triage();

  /// Adds one message; `annotation` is null for what is no response. What is neither is not
  /// counted.
  void add(const Packet& packet, const Message& message, const Annotation* annotation);

  /// The page as text, in the language asked for. Ends with a line end.
  std::string text(Language language) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A row for each response: frame, time, from, to, method, code, name, next step, findings.
class ResponseList {
 public:
  ResponseList();
  ~ResponseList();

  /// Adds one response.
  void add(const Packet& packet, const Message& message, const Annotation& annotation);

  /// The table as text, in the language asked for, and below it the frame of the response that
  /// tells most.
  std::string text(Language language) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sipgloss
