// SPDX-License-Identifier: MIT
// What is said of one message: for people to read and for filters to find.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/explanation.hpp"
#include "sipgloss/follow_up.hpp"
#include "sipgloss/kept_texts.hpp"
#include "sipgloss/message.hpp"
#include "sipgloss/rule.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// A broken rule: the sentence with the values at hand, the bytes of the message at fault, and the
/// other frames that it rests on.
struct Finding {
  const Rule* rule = nullptr;
  Level level = Level::note;  ///< the rule's, or lower where a guard says so
  Text text;
  std::string_view bytes;
  Frames frames = {};
};

/// The request that a response answers.
struct AnsweredRequest {
  std::uint32_t frame = 0;
  std::int64_t delay_ns =
      0;  ///< nanoseconds from the first sending of the request to this response
};

/// The response that a request follows up.
struct FollowedResponse {
  std::uint32_t frame = 0;
  unsigned code = 0;
  Action action = Action::nothing;  ///< what the request is to the response
  std::int64_t delay_ns = 0;        ///< nanoseconds from the response to this request
};

/// Where a message stands among the others. 0 for a frame is none.
struct Links {
  std::uint32_t call = 0;  ///< a number for all messages of one Call-ID, from 1; 0 without one
  std::uint32_t retransmission_of = 0;      ///< frame of the first sending
  std::uint32_t duplicate_of = 0;           ///< frame of the same packet, captured before
  std::optional<AnsweredRequest> request;   ///< of a response
  std::optional<FollowedResponse> follows;  ///< of a request
  std::uint32_t response = 0;  ///< of a request: frame of its final response, else of its first
};

/// A failure that never became a response (classes 10 to 12), or that lies between proxies.
struct Failure {
  ResponseClass response_class = ResponseClass::connection_error;
  Text what;                  ///< what happened, one sentence
  Text consequence;           ///< what the client does now, one sentence
  Citation cite;              ///< where the consequence is said
  unsigned acts_as = 0;       ///< the code on which a client acts; 0 where a response came
  std::uint32_t frame = 0;    ///< of the frame that shows it; 0 where only silence does
  std::uint32_t request = 0;  ///< frame of the request that failed; 0 where it is not captured
  std::vector<std::uint32_t> more_requests;  ///< frames of others that failed with it
};

/// The gloss of one message. Of a request it holds the links alone. Views point into the message,
/// the catalogue, or texts that the annotation owns.
struct Annotation {
  Annotation() = default;
  Annotation(const Annotation&) = delete;
  Annotation& operator=(const Annotation&) = delete;
  Annotation(Annotation&&) noexcept = default;
  Annotation& operator=(Annotation&&) noexcept = default;

  unsigned code = 0;                            ///< as sent; 0 when no number can be read
  std::optional<ResponseClass> response_class;  ///< nothing below 100 and above 699
  std::optional<unsigned> read_as;  ///< what a client takes a code for that is not registered
  const Explanation* explanation = nullptr;  ///< of the code, or of the one it is read as
  Text name;                                 ///< never empty
  Text gist;                                 ///< the one thing to know, in a few words
  Text preface;                  ///< why the explanation is another code's; empty where it is not
  std::vector<Text> in_message;  ///< what the values that this very message carries mean
  std::vector<Finding> findings;
  unsigned hidden_findings = 0;      ///< those that the settings leave out
  std::vector<FollowUp> follow_ups;  ///< what has to come next, and whether it came
  Links links;
  std::optional<Failure> failure;
  Text summary;  ///< one line for a column; empty for a request

  /// Whether the code is explained as what it is, not as the one that a client takes it for.
  bool known() const { return explanation != nullptr && explanation->code == code && code != 0; }
  /// The texts that it owns, until it is cleared.
  KeptTexts& texts() { return texts_; }
  std::string_view keep(std::string_view text) { return texts_.keep(text); }
  /// Empties it; memory is used again.
  void clear();

 private:
  KeptTexts texts_;
};

/// The worst level among the findings; nothing when there are none.
std::optional<Level> worst_level(const Annotation& annotation);

}  // namespace sipgloss
