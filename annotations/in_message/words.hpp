// SPDX-License-Identifier: MIT
// Words that several tellers say: durations, clock times, lists.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "in_message/teller.hpp"

namespace sipgloss::in_message {

/// "2 min 30 s" / "2 分 30 秒": days, hours, minutes and seconds as far as they are not 0.
Text duration(std::uint64_t seconds, Telling& telling);

/// "14:05:12" in local time, so many seconds after the response was captured; the date stands in
/// front where it is another day. Empty where the time of the response is not known.
Text clock_time(const Told& told, std::uint64_t seconds_later, Telling& telling);

/// A moment so many seconds after the response: "14:05:12 (in 2 min)" / "14:05:12（2 分后）", or
/// "2 min" / "2 分后" where the time of the response is not known. For "after {0}" / "在 {0}".
Text moment(const Told& told, std::uint64_t seconds_later, Telling& telling);

/// How long something lasts from the response on: "2 min, until 14:05:12" / "2 分，到 14:05:12".
Text term(const Told& told, std::uint64_t seconds, Telling& telling);

/// Says a list in as many sentences as it takes: each holds the items that fit, and an item is cut
/// only where it does not fit a sentence of its own.
class ListTelling {
 public:
  static constexpr std::size_t most_sentences = 4;

  /// {0} of the form is the place for the items; {1} and {2} are the same in each sentence.
  ListTelling(Telling& telling, SentenceForm form, Value second = {}, Value third = {});

  /// Takes an item: bytes of the packet, or words in both languages.
  void add(std::string_view item) { add(Text{item, item}); }
  void add(const Text& item);
  /// Says what is gathered, and how many items a very long list has besides.
  void finish();

 private:
  /// The items of one sentence in one language.
  struct Gathered {
    std::array<char, longest_sentence> bytes{};
    std::size_t size = 0;
    std::size_t shown = 0;  ///< bytes that they take once they are made safe to show
    std::size_t room = 0;

    bool fits(std::string_view item, std::string_view separator) const;
    void append(std::string_view item, std::string_view separator);
    std::string_view view() const { return {bytes.data(), size}; }
  };
  void say();

  Telling& telling_;
  SentenceForm form_;
  Value second_;
  Value third_;
  Gathered en_;
  Gathered zh_;
  std::size_t sentences_ = 0;
  std::size_t left_out_ = 0;
};

/// Says a text of the packet, in several sentences where it is too long for one: `form` begins, and
/// `further` goes on.
void say_text(std::string_view text, Telling& telling, SentenceForm form,
              SentenceForm further = {"It goes on: “{0}”.", "接下文：“{0}”。"});

/// Says all values of a header field in sentences of that form; nothing where there are none.
void say_values(const Told& told, HeaderName name, Telling& telling, SentenceForm form);

}  // namespace sipgloss::in_message
