// SPDX-License-Identifier: MIT
// What a file of this folder is written with: an expectation says what follows a response, and how
// it stands with that in the capture.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "follow_up/follow_ups.hpp"
#include "in_message/teller.hpp"
#include "sentence.hpp"

namespace sipgloss::follow_up {

/// What is expected, with places {0}, {1} and {2} for values. Its status is shown behind it, so it
/// has no full stop.
struct PhraseForm {
  Text text;

  consteval PhraseForm(const char* en, const char* zh) : text{en, zh} {
    const bool sound = well_formed(text) && !text.en.ends_with('.') && !text.zh.ends_with("。") &&
                       placeholders_fit(text.en) && placeholders_fit(text.zh) &&
                       leaves_room(text.en) && leaves_room(text.zh);
    if (!sound) throw "not a phrase that fits a label in both languages";
  }
};

/// A time so much later; the last one there is, where a capture's clock or an interval is beyond
/// reason.
constexpr Time later(Time time, std::chrono::nanoseconds by) {
  return time > Time::max() - by ? Time::max() : time + by;
}

/// A response, and the capture around it. A copy is judged as what it is a copy of.
struct Subject {
  const Message& message;
  const Packet& packet;
  const Settings& settings;
  const Tracker& tracker;
  MessageId id;
  const MessageRecord& record;
  const Transaction& transaction;
  unsigned code = record.code;
  Method method = transaction.method;

  /// The response's time and so many T1.
  Time after(int times_t1) const { return later(record.time, times_t1 * settings.t1); }
  const Hop& hop() const { return tracker.hop(transaction.hop); }
  /// The dialog of the response; null where none is known.
  const Dialog* dialog() const;
};

/// What has to follow, who says so, and how strongly.
struct Expected {
  Action action = Action::nothing;
  Strength strength = Strength::must;
  Text what;
  Citation cite;
};

/// How it stands with a follow-up.
struct Standing {
  FollowUpStatus status = FollowUpStatus::waiting;
  MessageId message = no_message;  ///< where it was seen
  std::optional<Time> deadline = {};
  Text reason = {};
};

/// Who has to act: the side that sent the request, or the one that sent the response.
enum class Side : std::uint8_t { client, server };

/// Takes what is expected after one response.
class Expecting {
 public:
  Expecting(const Subject& subject, Annotation& into) : subject_(subject), into_(into) {}

  void add(const Expected& expected, const Standing& standing);

  Text what(const PhraseForm& form, Value first = {}, Value second = {}, Value third = {}) {
    return fill_in(form.text, {first, second, third}, into_);
  }
  Text why(SentenceForm form, Value first = {}, Value second = {}, Value third = {}) {
    return fill_in(form.text, {first, second, third}, into_);
  }
  std::string_view keep(std::string_view words) { return into_.keep(words); }
  /// "192.0.2.1:5060": where the response came from, and where it went.
  std::string_view server() { return shown(subject_.packet.source); }
  std::string_view client() { return shown(subject_.packet.destination); }
  /// A clock time so many seconds after the response.
  Text moment(std::uint64_t seconds_later);
  Text clock_time(std::uint64_t seconds_later);

  /// It is in the capture. Late, where it came after the deadline.
  Standing came(MessageId message, std::optional<Time> deadline = {});
  /// The same, for a reason of its own.
  Standing came(MessageId message, std::optional<Time> deadline, Text reason);
  /// It is not in the capture, and nothing proves that it was not sent. Waiting, where the capture
  /// ends before the deadline or, without one, before `patience`; else not visible, for that
  /// reason.
  Standing silent(Side side, std::optional<Time> deadline, Text reason);
  Standing silent_until(Side side, Time patience, Text reason);

 private:
  std::string_view shown(const Endpoint& endpoint) {
    return into_.texts().are_read() ? keep(to_string(endpoint)) : std::string_view();
  }

  const Subject& subject_;
  Annotation& into_;
};

/// How often a message was sent again, and when last.
struct Repetitions {
  std::uint64_t count = 0;
  Time last{};
};
Repetitions repetitions_of(const Subject& subject);
/// The same of any message of a transaction.
Repetitions repetitions_of(const Tracker& tracker, const Transaction& transaction, MessageId first);

/// Whether messages of both sides of the hop were captured after that time.
bool alive_beyond(const Subject& subject, Time time);
bool alive_beyond(const Tracker& tracker, const Transaction& transaction, Time time);
/// Whether from the response on no response lacked its request on that hop, and no request all its
/// responses, as they would where packets were lost.
bool without_gaps(const Subject& subject);

/// The first message of a transaction that is in the capture.
MessageId first_of(const Transaction& transaction);

/// What of its dialog was captured at or after that time: the earliest transaction that `wanted`
/// takes. `all` is false where the dialog is too long to look through.
struct InDialog {
  MessageId message = no_message;
  const Transaction* transaction = nullptr;
  bool all = true;
};
InDialog find_in_dialog(const Subject& subject, Time since,
                        bool (*wanted)(const Subject& subject, const Transaction& transaction));

/// One family of expectations, and the responses that it follows. What is left empty does not
/// narrow it.
struct Expectation {
  Few<CodeRange, 12> codes = {};
  Set<Method> methods = {};
  void (*expect)(const Subject& subject, Expecting& expecting) = nullptr;
};

// clang-format off
/// In the order in which they are shown; a family's table stands in the file of its name.
#define SIPGLOSS_EXPECTATIONS(FAMILY) \
  FAMILY(ack) \
  FAMILY(prack) \
  FAMILY(progress) \
  FAMILY(cancelled) \
  FAMILY(retry) \
  FAMILY(notify) \
  FAMILY(refresh) \
  FAMILY(session_timer) \
  FAMILY(bye)
// clang-format on

#define SIPGLOSS_FAMILY(name) extern const std::span<const Expectation> name;
SIPGLOSS_EXPECTATIONS(SIPGLOSS_FAMILY)
#undef SIPGLOSS_FAMILY

}  // namespace sipgloss::follow_up
