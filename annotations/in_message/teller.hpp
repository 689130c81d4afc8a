// SPDX-License-Identifier: MIT
// What a file of this folder is written with: a teller reads one part of a message out.
#pragma once

#include <span>
#include <string_view>

#include "in_message/in_message.hpp"
#include "sentence.hpp"

namespace sipgloss {

/// A sentence with places {0}, {1} and {2} for values. The compiler refuses one that is not
/// finished, does not fit a label with its values, or has other places in one language than in the
/// other.
struct SentenceForm {
  Text text;

  consteval SentenceForm(const char* en, const char* zh) : text{en, zh} {
    const bool sound = well_formed(text) && text.en.ends_with('.') && text.zh.ends_with("。") &&
                       placeholders_fit(text.en) && placeholders_fit(text.zh) &&
                       leaves_room(text.en) && leaves_room(text.zh);
    if (!sound) throw "not a sentence that fits a label in both languages";
  }
};

/// Takes sentences for an annotation, up to a number that no sender can exceed.
class Telling {
 public:
  explicit Telling(Annotation& into) : into_(into) {}

  static constexpr std::size_t most_sentences = 32;

  /// Adds a sentence with its values put in. Packet bytes among them are made safe to show.
  void say(SentenceForm form, Value first = {}, Value second = {}, Value third = {}) {
    if (into_.in_message.size() < most_sentences)
      into_.in_message.push_back(fill_in(form.text, {first, second, third}, into_));
  }
  /// Adds a sentence of the catalogue as it is.
  void say_meaning(const Text& sentence) {
    if (into_.in_message.size() < most_sentences) into_.in_message.push_back(sentence);
  }
  /// Says the one thing to know of this message, in a few words and without a full stop: it stands
  /// in a column in place of what the code says of itself.
  void headline(const Text& words) { into_.gist = words; }
  /// Words put together for a value; they live as long as the annotation.
  Text words(std::string_view en, std::string_view zh) { return {into_.keep(en), into_.keep(zh)}; }

 private:
  Annotation& into_;
};

/// One part of a message that is told of, and the messages in which it matters. What is left empty
/// does not narrow it.
struct Teller {
  Few<CodeRange, 12> codes = {};
  Set<Method> methods = {};
  void (*tell)(const Told& told, Telling& telling) = nullptr;
};

// clang-format off
/// In the order in which the sentences stand; a teller's table stands in the file of its name.
#define SIPGLOSS_TELLERS(TELLER) \
  TELLER(challenge) \
  TELLER(credentials) \
  TELLER(security_agreement) \
  TELLER(redirection) \
  TELLER(capability) \
  TELLER(media_capability) \
  TELLER(rejection) \
  TELLER(identity) \
  TELLER(too_brief) \
  TELLER(reasons) \
  TELLER(retry) \
  TELLER(registration) \
  TELLER(subscription) \
  TELLER(session_media) \
  TELLER(forwarding) \
  TELLER(provisional) \
  TELLER(session_timer) \
  TELLER(software)
// clang-format on

namespace in_message {

#define SIPGLOSS_TELLER(name) extern const std::span<const Teller> name;
SIPGLOSS_TELLERS(SIPGLOSS_TELLER)
#undef SIPGLOSS_TELLER

}  // namespace in_message
}  // namespace sipgloss
