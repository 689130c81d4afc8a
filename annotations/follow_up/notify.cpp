// SPDX-License-Identifier: MIT
// NOTIFY after the 2xx to SUBSCRIBE or REFER. RFC 6665 sections 4.1.2.4 and 4.2.1.2, RFC 3515
// section 2.4.4.
#include <algorithm>

#include "follow_up/expectation.hpp"
#include "message/scan.hpp"

namespace sipgloss::follow_up {
namespace {

bool is_notify(const Subject&, const Transaction& transaction) {
  return transaction.method == Method::notify;
}

/// When the request was sent: Timer N runs from there, and the NOTIFY may come before the 2xx.
Time sent(const Subject& subject) {
  const MessageId request = subject.transaction.request;
  return request == no_message ? subject.record.time : subject.tracker.message(request).time;
}

/// The earlier of the NOTIFY that matches and of those that are known by their response alone.
MessageId notify_of(const Subject& subject, const InDialog& any) {
  const MessageId match = subject.transaction.sequel;
  if (match == no_message || any.message == no_message)
    return match == no_message ? any.message : match;
  const Tracker& tracker = subject.tracker;
  const bool response_first = any.transaction->request == no_message &&
                              tracker.message(any.message).time < tracker.message(match).time;
  return response_first ? any.message : match;
}

/// Whether the notifier's requests come this way: Contact or Record-Route is the very host that
/// sent the response.
bool comes_this_way(const Subject& subject) {
  std::string host = to_string(subject.packet.source);
  const std::size_t port = host.rfind(':');
  if (port == std::string::npos) return false;  // sent from no address that is known
  host.resize(port);
  const auto names_it = [&](HeaderName name) {
    const Values values(subject.message, name);
    for (const std::string_view value : values) {
      std::string_view uri = read_name_addr(value).uri;
      const std::size_t found = uri.find(host);
      if (found == std::string_view::npos) continue;
      const std::string_view rest = uri.substr(found + host.size());
      const bool begins = found > 0 && (uri[found - 1] == ':' || uri[found - 1] == '@');
      if (begins && (rest.empty() || std::string_view(":;>?").find(rest[0]) != rest.npos))
        return true;
    }
    return false;
  };
  return names_it(HeaderName::contact) || names_it(HeaderName::record_route);
}

bool shows_a_notify(const Subject& subject, const Transaction& transaction) {
  const bool refreshes =
      transaction.method == Method::subscribe && &transaction != &subject.transaction;
  return transaction.method == Method::notify || refreshes;
}

// A subscriber that refreshes has had its NOTIFY, and one NOTIFY earlier in the dialog shows that
// the notifier is able to: then it is rather the capture that lost some.
Standing not_notified(const Subject& subject, Expecting& expecting, Time deadline) {
  const InDialog any = find_in_dialog(subject, Time::min(), shows_a_notify);
  const bool proven = any.all && any.message == no_message && comes_this_way(subject) &&
                      without_gaps(subject) && alive_beyond(subject, deadline) &&
                      subject.transaction.request != no_message;
  if (proven) {
    return {.status = FollowUpStatus::missing,
            .deadline = deadline,
            .reason = expecting.why({"Timer N ran out and both sides went on, without a NOTIFY or "
                                     "a response to one.",
                                     "Timer N 已到期，双方仍有消息，但既无 NOTIFY，"
                                     "也无对 NOTIFY 的响应。"})};
  }
  return expecting.silent(
      Side::server, deadline,
      expecting.why({"None is in the capture; it may have come another way, or have been lost to "
                     "the capture.",
                     "抓包中没有；可能经过其他路径，也可能未捕获到。"}));
}

/// Where packets were lost, one that comes too late need not be the first.
Standing notified(const Subject& subject, Expecting& expecting, MessageId notify, Time deadline) {
  const MessageRecord& message = subject.tracker.message(notify);
  if (message.time <= deadline || without_gaps(subject)) return expecting.came(notify, deadline);
  return {
      .status = FollowUpStatus::not_visible,
      .deadline = deadline,
      .reason = expecting.why({"The first one in the capture is in frame {0}; one before it may "
                               "have been lost to the capture.",
                               "抓包中的第一个在帧 {0}；此前的可能未捕获到。"},
                              std::uint64_t{message.frame})};
}

void expect_notify(const Subject& subject, Expecting& expecting) {
  const bool refer = subject.method == Method::refer;
  const Time deadline = later(sent(subject), 64 * subject.settings.t1);
  const InDialog any = find_in_dialog(subject, sent(subject), is_notify);
  const MessageId notify = notify_of(subject, any);
  const Text what = refer ? expecting.what({"NOTIFY from {0} with how the reference goes",
                                            "{0} 发送 NOTIFY，报告 REFER 的执行情况"},
                                           expecting.server())
                          : expecting.what({"NOTIFY from {0} with the current state",
                                            "{0} 发送 NOTIFY，报告当前状态"},
                                           expecting.server());
  expecting.add({.action = Action::notify,
                 .strength = Strength::must,
                 .what = what,
                 .cite = refer ? Citation{3515, "2.4.4"} : Citation{6665, "4.2.1.2"}},
                notify != no_message ? notified(subject, expecting, notify, deadline)
                                     : not_notified(subject, expecting, deadline));
}

// Refer-Sub: false (RFC 4488 section 4) and nosub (RFC 7614 section 5): there is no subscription.
// Explicit subscriptions, to which Refer-Events-At invites (RFC 7614 section 4.3), have their own
// SUBSCRIBE.
void expect_notify_of_refer(const Subject& subject, Expecting& expecting) {
  const std::string_view refer_sub =
      read_field_value(subject.message.value(HeaderName::refer_sub)).value;
  if (scan::equal_ignoring_case(refer_sub, "false")) return;
  if (subject.transaction.facts.requires_uas || subject.message.has(HeaderName::refer_events_at))
    return;
  expect_notify(subject, expecting);
}

constexpr Expectation table[] = {
    {.codes = {{200, 203}, {205, 299}}, .methods = {Method::subscribe}, .expect = expect_notify},
    {.codes = {{200, 299}}, .methods = {Method::refer}, .expect = expect_notify_of_refer},
};

}  // namespace

constinit const std::span<const Expectation> notify{table};

}  // namespace sipgloss::follow_up
