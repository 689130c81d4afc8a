// SPDX-License-Identifier: MIT
// A whole capture in a page: its stories and counts, and the list of all responses.
#pragma once

#include <memory>
#include <string>

#include "sipgloss/annotation.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {

/// What became of the calls, registrations and subscriptions of a capture, those that failed first
/// with their reason; and counts. Fed with every message, requests too, in capture order. What it
/// keeps of a message for that is bounded by the capture, not by the session.
class Triage {
 public:
  Triage();
  ~Triage();

  /// Adds a message that the session observed, with its annotation as it stood then or stands now.
  /// What is neither request nor response is not counted.
  void add(const Session& session, const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation);

  /// Adds what a frame tells of the network: the annotation of an event that concerns SIP. What is
  /// told of requests in the capture is part of their stories anyway.
  void add_failure(const Annotation& annotation);

  /// The page as text, in the language asked for; ends with a line end. How a story ended is asked
  /// of the session, as the capture stands now. Where not every message was added, the stories that
  /// one was added of are told, each as a whole.
  std::string text(Language language, const Session& session) const;

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
