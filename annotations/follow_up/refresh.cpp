// SPDX-License-Identifier: MIT
// Refreshes of what a 2xx granted for a time: a registration, a subscription, a publication. RFC
// 3261 section 10.2.4, RFC 6665 section 4.1.2.2, RFC 3903 section 4.3.
#include <algorithm>

#include "follow_up/expectation.hpp"
#include "tracker/hash.hpp"

namespace sipgloss::follow_up {
namespace {

Time end_of(const Subject& subject, std::uint32_t seconds) {
  return later(subject.record.time, std::chrono::seconds(seconds));
}

// Where a refresh was lost to the capture, the one after it comes within the same time again.
bool goes_on_after(const Subject& subject, Time end) {
  const Time next_end =
      std::max(later(end, end - subject.record.time), later(end, 64 * subject.settings.t1));
  return without_gaps(subject) && subject.transaction.request != no_message &&
         alive_beyond(subject, next_end);
}

/// A refresh after its time counts as late only where none before it can have been lost: CSeq
/// counts up by one.
Standing came_or_lost(const Subject& subject, Expecting& expecting, MessageId message, Time end) {
  const Transaction* const next = subject.tracker.transaction_of(message);
  const bool follows_at_once =
      next->call != subject.transaction.call || next->cseq == subject.transaction.cseq + 1;
  if (subject.tracker.message(message).time <= end || follows_at_once)
    return expecting.came(message, end);
  return {.status = FollowUpStatus::not_visible,
          .deadline = end,
          .reason = expecting.why({"The next one is in frame {0}; by its CSeq there were others "
                                   "before that the capture does not hold.",
                                   "下一个在帧 {0}；从 CSeq 看，此前还有抓包中没有的请求。"},
                                  std::uint64_t{subject.tracker.message(message).frame})};
}

std::optional<std::uint32_t> expires_of(const Message& message, const NameAddr& contact) {
  if (const auto own = contact.parameters.value("expires")) return read_number(*own);
  const Header* const header = message.find(HeaderName::expires);
  return header == nullptr ? std::nullopt : read_number(header->value);
}

/// For how long the registrar keeps the binding that the request was about. Nothing where the
/// response lists others, or does not tell.
std::optional<std::uint32_t> own_binding(const Subject& subject) {
  const Values contacts(subject.message, HeaderName::contact);
  std::optional<std::uint32_t> only;
  int count = 0;
  for (const std::string_view value : contacts) {
    const NameAddr contact = read_name_addr(value);
    only = expires_of(subject.message, contact);
    ++count;
    if (short_hash(contact.uri) == subject.transaction.contact) return only;
  }
  return count == 1 ? only : std::nullopt;
}

/// Whether the request only asked for the list of bindings, or removed some.
bool keeps_binding(const Subject& subject) {
  const Transaction& transaction = subject.transaction;
  if (transaction.request == no_message) return true;
  return transaction.contact != 0 && transaction.facts.expires != 0;
}

Standing registered_again(const Subject& subject, Expecting& expecting, Time end) {
  const Transaction& next = subject.tracker.transaction(subject.transaction.successor);
  const MessageId message = first_of(next);
  const std::uint64_t frame = subject.tracker.message(message).frame;
  if (next.call == subject.transaction.call) return came_or_lost(subject, expecting, message, end);
  if (next.contact == subject.transaction.contact) {
    return expecting.came(message, end,
                          expecting.why({"The binding was renewed in frame {0}, under another "
                                         "Call-ID.",
                                         "帧 {0} 以另一个 Call-ID 更新了该绑定。"},
                                        frame));
  }
  return {.status = FollowUpStatus::not_visible,
          .deadline = end,
          .reason = expecting.why({"The same host registered another Contact of this address in "
                                   "frame {0}.",
                                   "同一主机在帧 {0} 为该地址注册了另一个 Contact。"},
                                  frame)};
}

Standing not_registered_again(const Subject& subject, Expecting& expecting, Time end,
                              std::uint32_t seconds) {
  if (subject.hop().has_several_users[subject.transaction.client ? 1 : 0]) {
    return expecting.silent(
        Side::client, end,
        expecting.why(
            {"None is in the capture. Several users register from this host, so others "
             "do not show that this one is still there.",
             "抓包中没有。该主机上注册了多个用户，其他用户的消息不能说明此用户仍在线。"}));
  }
  if (goes_on_after(subject, end)) {
    return {.status = FollowUpStatus::missing,
            .deadline = end,
            .reason = expecting.why({"Both sides went on without another REGISTER; the binding "
                                     "ran out at {0}.",
                                     "此后双方仍有消息，但没有再次 REGISTER；绑定于 {0} 到期。"},
                                    expecting.clock_time(seconds))};
  }
  return expecting.silent(
      Side::client, end,
      expecting.why({"None is in the capture: the user can have left, or registered another way.",
                     "抓包中没有：用户可能已离线，或经其他路径注册。"}));
}

void expect_registration(const Subject& subject, Expecting& expecting) {
  const auto seconds = own_binding(subject);
  if (!seconds || *seconds == 0 || !keeps_binding(subject)) return;
  const Time end = end_of(subject, *seconds);
  const bool again = subject.transaction.successor != TransactionId::none;
  expecting.add({.action = Action::registration_refresh,
                 .strength = Strength::should,
                 .what = expecting.what({"REGISTER again from {0} within {1} s, before {2}",
                                         "{0} 在 {1} 秒内（{2} 之前）再次 REGISTER"},
                                        expecting.client(), std::uint64_t{*seconds},
                                        expecting.clock_time(*seconds)),
                 .cite = {3261, "10.2.4"}},
                again ? registered_again(subject, expecting, end)
                      : not_registered_again(subject, expecting, end, *seconds));
}

bool renews_subscription(const Subject&, const Transaction& transaction) {
  return transaction.method == Method::subscribe || transaction.ends_subscription;
}

bool is_notify(const Subject&, const Transaction& transaction) {
  return transaction.method == Method::notify;
}

/// Whether a NOTIFY could have ended the subscription, or shows that it lives on.
bool may_be_settled(const Subject& subject, Time end) {
  const InDialog later = find_in_dialog(subject, end, is_notify);
  const InDialog unread =
      find_in_dialog(subject, subject.record.time, [](const Subject&, const Transaction& one) {
        return one.method == Method::notify && one.request == no_message;
      });
  return later.message != no_message || unread.message != no_message || !later.all;
}

Standing not_subscribed_again(const Subject& subject, Expecting& expecting, Time end,
                              std::uint32_t seconds) {
  const MessageId notify = subject.transaction.sequel;
  const Transaction* const notified =
      notify == no_message ? nullptr : subject.tracker.transaction_of(notify);
  const bool this_way = notified != nullptr && notified->hop == subject.transaction.hop;
  if (this_way && goes_on_after(subject, end) && !may_be_settled(subject, end)) {
    return {.status = FollowUpStatus::missing,
            .deadline = end,
            .reason = expecting.why({"Both sides went on without another SUBSCRIBE; the "
                                     "subscription ran out at {0}.",
                                     "此后双方仍有消息，但没有再次 SUBSCRIBE；订阅于 {0} 到期。"},
                                    expecting.clock_time(seconds))};
  }
  return expecting.silent(Side::client, end,
                          expecting.why({"None is in the capture: the subscriber can have lost "
                                         "interest.",
                                         "抓包中没有：订阅方可能不再需要。"}));
}

void expect_subscription(const Subject& subject, Expecting& expecting) {
  const auto seconds = read_number(subject.message.value(HeaderName::expires));
  if (!seconds || *seconds == 0) return;
  const Time end = end_of(subject, *seconds);
  // Later than the response, so that its own transaction is not taken.
  const InDialog next = find_in_dialog(
      subject, later(subject.record.time, std::chrono::nanoseconds(1)), renews_subscription);
  const bool ended = next.transaction != nullptr && next.transaction->ends_subscription;
  Standing standing;
  if (ended) {
    standing = expecting.came(
        next.message, end,
        expecting.why(
            {"The notifier ended the subscription in frame {0}.", "通知方在帧 {0} 结束了订阅。"},
            std::uint64_t{subject.tracker.message(next.message).frame}));
  } else {
    standing = next.message != no_message ? came_or_lost(subject, expecting, next.message, end)
                                          : not_subscribed_again(subject, expecting, end, *seconds);
  }
  expecting.add({.action = Action::subscription_refresh,
                 .strength = Strength::may,
                 .what = expecting.what({"SUBSCRIBE again from {0} within {1} s, before {2}",
                                         "{0} 在 {1} 秒内（{2} 之前）再次 SUBSCRIBE"},
                                        expecting.client(), std::uint64_t{*seconds},
                                        expecting.clock_time(*seconds)),
                 .cite = {6665, "4.1.2.2"}},
                standing);
}

// The next PUBLISH may have another Call-ID, so silence is no proof.
void expect_publication(const Subject& subject, Expecting& expecting) {
  const auto seconds = read_number(subject.message.value(HeaderName::expires));
  if (!seconds || *seconds == 0) return;
  const Time end = end_of(subject, *seconds);
  const TransactionId next = subject.transaction.successor;
  const Text why =
      expecting.why({"None is in the capture under this Call-ID; the publisher may "
                     "have used another.",
                     "抓包中没有同一 Call-ID 的；发布方可能换用了其他 Call-ID。"});
  expecting.add(
      {.action = Action::publication_refresh,
       .strength = Strength::must,
       .what = expecting.what({"PUBLISH from {0} with SIP-If-Match: {1}, within {2} s",
                               "{0} 在 {2} 秒内发送带有 SIP-If-Match: {1} 的 PUBLISH"},
                              expecting.client(), subject.message.value(HeaderName::sip_etag),
                              std::uint64_t{*seconds}),
       .cite = {3903, "4.3"}},
      next != TransactionId::none
          ? came_or_lost(subject, expecting, first_of(subject.tracker.transaction(next)), end)
          : expecting.silent(Side::client, end, why));
}

constexpr Expectation table[] = {
    {.codes = {{200, 299}}, .methods = {Method::register_}, .expect = expect_registration},
    {.codes = {{200, 299}}, .methods = {Method::subscribe}, .expect = expect_subscription},
    {.codes = {{200, 299}}, .methods = {Method::publish}, .expect = expect_publication},
};

}  // namespace

constinit const std::span<const Expectation> refresh{table};

}  // namespace sipgloss::follow_up
