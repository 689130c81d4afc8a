// SPDX-License-Identifier: MIT
// ACK to the final response to an INVITE. RFC 3261 sections 13.2.2.4, 13.3.1.4, 17.1.1.3 and
// 17.2.1.
#include <algorithm>

#include "follow_up/expectation.hpp"
#include "in_message/words.hpp"

namespace sipgloss::follow_up {
namespace {

/// Repetitions that make it sure that the response was not just delayed or captured twice.
constexpr std::uint64_t enough_repetitions = 3;
constexpr int give_up = 64;       ///< T1: when the server stops repeating (Timer H)
constexpr int last_repeats = 16;  ///< T1: two times T2, the longest gap between repetitions

bool is_its_ack(const Subject& subject, const Transaction& transaction) {
  return transaction.method == Method::ack && transaction.cseq == subject.transaction.cseq;
}

MessageId ack_of(const Subject& subject) {
  if (subject.record.followed_by != no_message) return subject.record.followed_by;
  if (subject.code < 300) return find_in_dialog(subject, subject.record.time, is_its_ack).message;
  return subject.transaction.ack;
}

/// Where the ACK to a 2xx goes: through the proxies that recorded themselves, or else straight to
/// Contact (RFC 3261 section 12.1.2).
bool passes_elsewhere(const Subject& subject) {
  if (subject.message.has(HeaderName::record_route) || !subject.message.headers_complete)
    return false;
  return !subject.message.second_via().empty();
}

Text what_is_expected(const Subject& subject, Expecting& expecting) {
  const std::uint64_t cseq = subject.transaction.cseq;
  if (subject.code >= 300) {
    return expecting.what({"ACK from {0} on the same branch", "{0} 以同一 branch 发送 ACK"},
                          expecting.client());
  }
  if (passes_elsewhere(subject)) {
    return expecting.what({"ACK from the caller straight to Contact, CSeq {0}",
                           "主叫直接向 Contact 地址发送 ACK，CSeq 为 {0}"},
                          cseq);
  }
  return expecting.what(
      {"ACK from {0} with a new branch, CSeq {1}", "{0} 以新的 branch 发送 ACK，CSeq 为 {1}"},
      expecting.client(), cseq);
}

// The response is sent again until its ACK arrives: a 2xx over any transport, another one over UDP
// only. So it is the server that proves what it did not get.
Standing unacknowledged(const Subject& subject, Expecting& expecting) {
  const Time deadline = subject.after(give_up);
  const Repetitions repetitions = repetitions_of(subject);
  const bool until_the_end = repetitions.last >= subject.after(give_up - last_repeats);
  if (repetitions.count >= enough_repetitions && until_the_end && alive_beyond(subject, deadline)) {
    return {.status = FollowUpStatus::missing,
            .deadline = deadline,
            .reason = expecting.why({"The server sent its response {0} times more until it gave "
                                     "up: no ACK reached it.",
                                     "服务器又发送了 {0} 次该响应，直到放弃：没有 ACK 到达。"},
                                    repetitions.count)};
  }
  const bool repeats = subject.code < 300 || subject.hop().transport == Transport::udp;
  if (!repeats) {
    return expecting.silent(
        Side::client, deadline,
        expecting.why({"Over {0} such a response is not sent again, so silence proves nothing.",
                       "在 {0} 上不会重发此类响应，因此没有消息并不能说明问题。"},
                      name_of(subject.hop().transport)));
  }
  if (passes_elsewhere(subject)) {
    return expecting.silent(Side::client, deadline,
                            expecting.why({"No proxy recorded its route, so the ACK takes another "
                                           "way than this hop.",
                                           "没有代理服务器用 Record-Route 记录路由，ACK "
                                           "不经过这一跳。"}));
  }
  if (!alive_beyond(subject, deadline) || until_the_end) {
    return expecting.silent(Side::client, deadline,
                            expecting.why({"The capture does not hold enough of this hop to tell.",
                                           "抓包中这一跳的消息不足，无法判断。"}));
  }
  if (repetitions.count == 0) {
    return expecting.silent(
        Side::client, deadline,
        expecting.why({"The server did not send its response again, so it got an ACK that this "
                       "capture does not hold.",
                       "服务器没有重传该响应，可见已收到 ACK，只是抓包中没有。"}));
  }
  return expecting.silent(
      Side::client, deadline,
      expecting.why({"The server soon stopped retransmitting, so it got an ACK that this capture "
                     "does not hold.",
                     "服务器很快停止重传，可见已收到 ACK，只是抓包中没有。"}));
}

void expect_ack(const Subject& subject, Expecting& expecting) {
  const MessageId ack = ack_of(subject);
  const bool success = subject.code < 300;
  expecting.add({.action = Action::ack,
                 .strength = Strength::must,
                 .what = what_is_expected(subject, expecting),
                 .cite = success ? Citation{3261, "13.2.2.4"} : Citation{3261, "17.1.1.3"}},
                ack != no_message ? expecting.came(ack, subject.after(give_up))
                                  : unacknowledged(subject, expecting));
}

constexpr Expectation table[] = {
    {.codes = {{200, 699}}, .methods = {Method::invite}, .expect = expect_ack},
};

}  // namespace

constinit const std::span<const Expectation> ack{table};

}  // namespace sipgloss::follow_up
