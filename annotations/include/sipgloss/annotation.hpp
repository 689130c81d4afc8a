// SPDX-License-Identifier: MIT
// What is said of one message: for people to read and for filters to find.
#pragma once

#include <cstdint>
#include <forward_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/message.hpp"
#include "sipgloss/rule.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// A broken rule: the sentence with the values at hand, and the bytes of the message at fault.
struct Finding {
  const Rule* rule = nullptr;
  Level level = Level::note;  ///< the rule's, or lower where a guard says so
  Text text;
  std::string_view bytes;
};

/// The request that a response answers.
struct AnsweredRequest {
  std::uint32_t frame = 0;
  std::int64_t delay_ns =
      0;  ///< nanoseconds from the first sending of the request to this response
};

/// The gloss of one response. Views point into the message, the catalogue, or texts that the
/// annotation owns.
struct Annotation {
  Annotation() = default;
  Annotation(const Annotation&) = delete;
  Annotation& operator=(const Annotation&) = delete;
  Annotation(Annotation&&) noexcept = default;
  Annotation& operator=(Annotation&&) noexcept = default;

  unsigned code = 0;                            ///< as sent; 0 when no number can be read
  std::optional<ResponseClass> response_class;  ///< nothing below 100 and above 699
  Reading reading;                              ///< no entry below 100 and above 699
  std::optional<unsigned> read_as;  ///< what a client takes a code for that is not registered
  Text name;                        ///< never empty
  std::vector<Text> meaning;        ///< one sentence an item, never empty
  std::vector<Text> next;           ///< what comes next, in the order of the doing, never empty
  Text next_brief;                  ///< the first steps of `next`, in a few words
  Text sent_by;
  Citation defined_in;
  std::vector<Finding> findings;
  std::optional<AnsweredRequest> request;
  Text summary;  ///< one line for a column

  /// Keeps a text for as long as the annotation lives; returns the view of it.
  std::string_view keep(std::string text);
  void clear();

 private:
  std::forward_list<std::string> kept_;
};

/// The worst level among the findings; nothing when there are none.
std::optional<Level> worst_level(const Annotation& annotation);

}  // namespace sipgloss
