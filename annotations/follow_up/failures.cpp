// SPDX-License-Identifier: MIT
// Failures that never become a response, or that lie between proxies: asks what became of a
// request, and says it in a line.
#include "follow_up/failures.hpp"

#include <fmt/format.h>

#include <array>

#include "in_message/words.hpp"

namespace sipgloss {

using namespace follow_up;

namespace {

/// "INVITE: port unreachable (class 11), acts as on 503".
void summarise(const Failed& failed, const Text& subject, Annotation& into) {
  const auto number = static_cast<unsigned>(failed.failure.response_class);
  const unsigned acts_as = failed.failure.acts_as;
  std::string en = fmt::format("{}: {} (class {})", subject.en, failed.gist.en, number);
  std::string zh = fmt::format("{}：{}（第 {} 类）", subject.zh, failed.gist.zh, number);
  if (acts_as != 0) {
    en += fmt::format(" → acts as on {}", acts_as);
    zh += fmt::format(" → 按 {} 处理", acts_as);
  }
  into.summary = {into.keep(en), into.keep(zh)};
}

void take(Failed failed, const Text& subject, Annotation& into) {
  into.gist = failed.gist;
  summarise(failed, subject, into);
  into.failure = std::move(failed.failure);
}

void add_failure_of_request(const Followed& followed, const Sent& sent, Annotation& into) {
  const Tracker& tracker = followed.tracker;
  std::optional<Failed> failed;
  if (sent.transaction.failed_by != no_event)
    failed = failed_by_event(sent, tracker.event(sent.transaction.failed_by), into);
  if (!failed) failed = failed_in_silence(sent, into);
  if (!failed) failed = failed_between_proxies(sent, into);
  if (!failed) return;
  failed->failure.request = sent.request().frame;
  const std::string_view method = into.keep(printable(followed.response.method_name, 24));
  take(std::move(*failed), {method, method}, into);
}

}  // namespace

Text follow_up::named(Method method) {
  constexpr auto names = std::to_array<std::string_view>(
      {"INVITE", "ACK", "BYE", "CANCEL", "REGISTER", "OPTIONS", "PRACK", "UPDATE", "INFO",
       "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH"});
  static_assert(names.size() == static_cast<std::size_t>(Method::other));
  if (method == Method::other) return {"request", "请求"};
  const std::string_view name = names[static_cast<std::size_t>(method)];
  return {name, name};
}

void add_failure(const Followed& followed, Annotation& into) {
  const Tracker& tracker = followed.tracker;
  const Transaction* const transaction = tracker.transaction_of(followed.id);
  const MessageRecord& record = tracker.message(followed.id);
  if (transaction == nullptr || record.copy != Copy::none || record.method == Method::ack) return;
  const bool response = record.is_response();
  const Packet& packet = followed.packet;
  const Sent sent{.tracker = tracker,
                  .settings = followed.settings,
                  .transaction = *transaction,
                  .client = response ? packet.destination : packet.source,
                  .server = response ? packet.source : packet.destination};
  if (!response && transaction->request == followed.id)
    return add_failure_of_request(followed, sent, into);
  if (!response || transaction->final != followed.id) return;
  std::optional<Failed> failed = failed_between_proxies(sent, into);
  if (!failed) return;
  if (transaction->request != no_message) failed->failure.request = sent.request().frame;
  into.failure = std::move(failed->failure);
}

void add_failure(EventId id, const NetworkEvent& event, const Tracker& tracker,
                 const Settings& settings, Annotation& into) {
  const EventRecord& record = tracker.event(id);
  const bool icmp = event.kind == EventKind::icmp_error;
  std::optional<Failed> shown;
  Text subject;
  for (const TransactionId touched : tracker.touched_by(id)) {
    const Transaction& transaction = tracker.transaction(touched);
    Sent sent{.tracker = tracker, .settings = settings, .transaction = transaction};
    sent.client = icmp ? event.quoted.source : event.destination;
    sent.server = icmp ? event.quoted.destination : event.source;
    std::optional<Failed> failed = failed_by_event(sent, record, into);
    if (!failed) continue;
    if (shown) {
      shown->failure.more_requests.push_back(sent.request().frame);
      continue;
    }
    shown = std::move(failed);
    shown->failure.request = sent.request().frame;
    subject = named(transaction.method);
  }
  if (record.count == 0) {
    shown = failed_unseen(record, event, into);
    subject = entry_of(shown->failure.response_class).name;
  }
  if (shown) take(std::move(*shown), subject, into);
}

}  // namespace sipgloss
