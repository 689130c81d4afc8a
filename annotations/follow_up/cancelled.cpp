// SPDX-License-Identifier: MIT
// The final response to the INVITE, once its CANCEL got a 2xx. RFC 3261 sections 9.1 and 9.2.
#include "follow_up/expectation.hpp"

namespace sipgloss::follow_up {
namespace {

constexpr int give_up = 64;  ///< T1: when the client takes the INVITE for cancelled

Standing ended_by(const Subject& subject, Expecting& expecting, MessageId message) {
  const MessageRecord& end = subject.tracker.message(message);
  const std::uint64_t frame = end.frame;
  if (!end.is_response()) {
    return expecting.came(message, {},
                          expecting.why({"Only the ACK to it is in the capture, in frame {0}.",
                                         "抓包中只有对它的 ACK，在帧 {0}。"},
                                        frame));
  }
  return expecting.came(message, subject.after(give_up),
                        expecting.why({"It is the {1} in frame {0}.", "即帧 {0} 中的 {1}。"}, frame,
                                      std::uint64_t{end.code}));
}

// The INVITE has to be seen on the same hop, and no packet to be lost there: then neither the final
// response nor its ACK can have escaped the capture.
Standing not_ended(const Subject& subject, Expecting& expecting, const Transaction* invite) {
  const Time deadline = subject.after(give_up);
  if (invite == nullptr) {
    return {
        .status = FollowUpStatus::not_visible,
        .reason = expecting.why({"The INVITE is not in the capture.", "抓包中没有该 INVITE。"})};
  }
  const bool here = invite->hop == subject.transaction.hop && invite->request != no_message;
  if (here && alive_beyond(subject, deadline) && without_gaps(subject)) {
    return {.status = FollowUpStatus::missing,
            .deadline = deadline,
            .reason = expecting.why({"Both sides went on for 64*T1 without a final response to the "
                                     "INVITE or an ACK to one.",
                                     "此后 64*T1 内双方仍有消息，但既无 INVITE 的最终响应，"
                                     "也无对它的 ACK。"})};
  }
  return expecting.silent(Side::server, deadline,
                          expecting.why({"The capture does not hold enough of this hop to tell.",
                                         "抓包中这一跳的消息不足，无法判断。"}));
}

/// The INVITE that the CANCEL matched; null where none is known.
const Transaction* matching_invite(const Subject& subject) {
  const TransactionId partner = subject.transaction.partner;
  if (partner == TransactionId::none) return nullptr;
  const Transaction& invite = subject.tracker.transaction(partner);
  const bool matches = invite.partner == subject.record.transaction;
  return matches && invite.method == Method::invite ? &invite : nullptr;
}

void expect_end_of_invite(const Subject& subject, Expecting& expecting) {
  const Transaction* const invite = matching_invite(subject);
  MessageId end = no_message;
  if (invite != nullptr) end = invite->final != no_message ? invite->final : invite->ack;
  const Text what = expecting.what({"487 from {0} to the cancelled INVITE, or what it sent before",
                                    "{0} 以 487 响应被取消的 INVITE，除非此前已作最终响应"},
                                   expecting.server());
  expecting.add({.action = Action::cancelled_final,
                 .strength = Strength::should,
                 .what = what,
                 .cite = {3261, "9.2"}},
                end != no_message ? ended_by(subject, expecting, end)
                                  : not_ended(subject, expecting, invite));
}

constexpr Expectation table[] = {
    {.codes = {{200, 299}}, .methods = {Method::cancel}, .expect = expect_end_of_invite},
};

}  // namespace

constinit const std::span<const Expectation> cancelled{table};

}  // namespace sipgloss::follow_up
