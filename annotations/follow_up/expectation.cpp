// SPDX-License-Identifier: MIT
// How it stands with a follow-up: what is in the capture, and what its silence proves.
#include "follow_up/expectation.hpp"

#include <algorithm>

#include "in_message/words.hpp"

namespace sipgloss::follow_up {
namespace {

/// How far back a list of the tracker is followed.
constexpr int most_steps = 256;

Told told_of(const Subject& subject) {
  return {.response = subject.message, .time = subject.record.time};
}

}  // namespace

const Dialog* Subject::dialog() const {
  const DialogId own = record.dialog == DialogId::none ? transaction.dialog : record.dialog;
  return own == DialogId::none ? nullptr : &tracker.dialog(own);
}

void Expecting::add(const Expected& expected, const Standing& standing) {
  FollowUp follow_up;
  follow_up.action = expected.action;
  follow_up.strength = expected.strength;
  follow_up.what = expected.what;
  follow_up.cite = expected.cite;
  follow_up.status = standing.status;
  follow_up.deadline = standing.deadline;
  follow_up.reason = standing.reason;
  if (standing.message != no_message) {
    const MessageRecord& message = subject_.tracker.message(standing.message);
    follow_up.frame = message.frame;
    follow_up.delay_ns = (message.time - subject_.record.time).count();
  }
  into_.follow_ups.push_back(follow_up);
}

Text Expecting::moment(std::uint64_t seconds_later) {
  Telling telling(into_);
  return in_message::moment(told_of(subject_), seconds_later, telling);
}

Text Expecting::clock_time(std::uint64_t seconds_later) {
  Telling telling(into_);
  return in_message::clock_time(told_of(subject_), seconds_later, telling);
}

Standing Expecting::came(MessageId id, std::optional<Time> deadline) {
  const MessageRecord& message = subject_.tracker.message(id);
  const Transaction* const transaction = subject_.tracker.transaction_of(id);
  const bool elsewhere = transaction != nullptr && transaction->hop != subject_.transaction.hop;
  const std::uint64_t frame = message.frame;
  if (deadline && message.time > *deadline) {
    return came(
        id, deadline,
        why({"It came in frame {0}, when its time was up.", "帧 {0} 中才出现，此时已超过时限。"},
            frame));
  }
  if (message.is_response()) {
    return came(id, deadline,
                why({"Of it only the response is in the capture, in frame {0}.",
                     "抓包中只有对它的响应，在帧 {0}。"},
                    frame));
  }
  if (elsewhere) {
    return came(id, deadline,
                why({"It came in frame {0}, on another hop of the call.",
                     "出现在帧 {0}，在该呼叫的另一跳上。"},
                    frame));
  }
  if (message.time < subject_.record.time) {
    return came(
        id, deadline,
        why({"It came before this response, in frame {0}.", "先于该响应出现，在帧 {0}。"}, frame));
  }
  return came(id, deadline, why({"It came in frame {0}.", "出现在帧 {0}。"}, frame));
}

Standing Expecting::came(MessageId id, std::optional<Time> deadline, Text reason) {
  const bool late = deadline && subject_.tracker.message(id).time > *deadline;
  return {.status = late ? FollowUpStatus::late : FollowUpStatus::seen,
          .message = id,
          .deadline = deadline,
          .reason = reason};
}

Standing Expecting::silent(Side side, std::optional<Time> deadline, Text reason) {
  Standing standing = silent_until(side, deadline.value_or(subject_.after(64)), reason);
  standing.deadline = deadline;
  if (deadline && standing.status == FollowUpStatus::waiting) {
    standing.reason = why({"The capture ends before it had to come.", "抓包在期限之前已结束。"});
  }
  return standing;
}

Standing Expecting::silent_until(Side side, Time patience, Text reason) {
  const Tracker& tracker = subject_.tracker;
  const bool of_client = side == Side::client;
  const auto last = of_client ? tracker.last_from_client(subject_.transaction)
                              : tracker.last_from_server(subject_.transaction);
  if (!last) {
    return {.status = FollowUpStatus::not_visible,
            .reason = why({"The capture holds nothing that {0} sent to {1}.",
                           "抓包中没有 {0} 发给 {1} 的任何消息。"},
                          of_client ? client() : server(), of_client ? server() : client())};
  }
  if (tracker.end() <= patience) {
    return {.status = FollowUpStatus::waiting,
            .reason = why({"The capture ends too soon after this response to tell.",
                           "该响应之后抓包很快结束，尚无法判断。"})};
  }
  return {.status = FollowUpStatus::not_visible, .reason = reason};
}

Repetitions repetitions_of(const Tracker& tracker, const Transaction& transaction,
                           MessageId first) {
  Repetitions found;
  MessageId id = transaction.last;
  for (int i = 0; i < most_steps && id != no_message && id != first; ++i) {
    const MessageRecord& message = tracker.message(id);
    if (message.original == first && message.copy == Copy::retransmission) {
      ++found.count;
      found.last = std::max(found.last, message.time);
    }
    id = message.previous;
  }
  return found;
}

Repetitions repetitions_of(const Subject& subject) {
  return repetitions_of(subject.tracker, subject.transaction, subject.id);
}

bool alive_beyond(const Tracker& tracker, const Transaction& transaction, Time time) {
  const auto client = tracker.last_from_client(transaction);
  const auto server = tracker.last_from_server(transaction);
  return client && server && std::min(*client, *server) > time;
}

bool alive_beyond(const Subject& subject, Time time) {
  return alive_beyond(subject.tracker, subject.transaction, time);
}

bool without_gaps(const Subject& subject) {
  return subject.hop().last_gap < subject.record.time && subject.hop().unanswered == 0;
}

MessageId first_of(const Transaction& transaction) {
  if (transaction.request != no_message) return transaction.request;
  return transaction.final != no_message ? transaction.final : transaction.last;
}

InDialog find_in_dialog(const Subject& subject, Time since,
                        bool (*wanted)(const Subject& subject, const Transaction& transaction)) {
  InDialog found;
  const Dialog* const dialog = subject.dialog();
  if (dialog == nullptr) return found;
  TransactionId id = dialog->last;
  for (int i = 0; i < most_steps && id != TransactionId::none; ++i) {
    const Transaction& transaction = subject.tracker.transaction(id);
    const MessageId first = first_of(transaction);
    if (subject.tracker.message(first).time >= since && wanted(subject, transaction)) {
      found.message = first;
      found.transaction = &transaction;
    }
    id = transaction.before_in_dialog;
  }
  found.all = id == TransactionId::none;
  return found;
}

}  // namespace sipgloss::follow_up
