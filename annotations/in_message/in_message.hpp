// SPDX-License-Identifier: MIT
// "In this message": the values that a response carries, and what they mean here.
#pragma once

#include <chrono>
#include <optional>

#include "in_message/request_facts.hpp"
#include "sipgloss/annotation.hpp"
#include "sipgloss/message.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {

/// The response that is told of, and what surrounds it.
struct Told {
  const Message& response;
  Method method = response.method();
  std::optional<RequestFacts> request = {};  ///< of the request, where it is in the capture
  std::optional<Time> time = {};             ///< when the response was captured
};

/// Adds a sentence for each value of the response that matters to a person, what matters most
/// first.
void tell_in_message(const Told& told, Annotation& into);

}  // namespace sipgloss
