// SPDX-License-Identifier: MIT
// Requests that the network ended, as the stories tell it.
#include "triage/network_failures.hpp"

#include <array>

#include "follow_up/failures.hpp"

namespace sipgloss {
namespace {

constexpr auto pending_names = std::to_array<Text>({
    {.en = "no response", .zh = "无响应"},
    {.en = "connection error", .zh = "连接错误"},
    {.en = "host error", .zh = "主机错误"},
    {.en = "loop", .zh = "环路"},
    {.en = "open when the capture ended", .zh = "抓包结束时未决"},
    {.en = "result not visible", .zh = "结果不可见"},
});
static_assert(pending_names.size() == static_cast<std::size_t>(Pending::not_visible) + 1);

Pending pending_of(ResponseClass response_class) {
  if (response_class == ResponseClass::host_error) return Pending::host_error;
  return response_class == ResponseClass::proxy_error ? Pending::loop : Pending::connection_error;
}

std::string_view word_of(EventKind kind, Method method) {
  switch (kind) {
    case EventKind::tcp_refused:
    case EventKind::tcp_reset:
      return "RST";
    case EventKind::tcp_closed:
      return "FIN";
    case EventKind::icmp_error:
      return "ICMP";
    case EventKind::dns_answer:
      return "DNS";
    case EventKind::came_round:
      break;
  }
  return sipgloss::word_of(method);
}

}  // namespace

std::optional<NetworkFailure> network_failure_of(TransactionId id, const Inside& inside) {
  const Transaction& transaction = inside.tracker.transaction(id);
  if (transaction.failed_by == no_event || transaction.request == no_message) return std::nullopt;
  const EventRecord& event = inside.tracker.event(transaction.failed_by);
  Annotation texts;
  const auto failed = follow_up::failed_by_event(
      {.tracker = inside.tracker, .settings = inside.settings, .transaction = transaction}, event,
      texts);
  if (!failed) return std::nullopt;
  NetworkFailure told{.pending = pending_of(failed->failure.response_class),
                      .gist = failed->gist,
                      .what = failed->failure.what,
                      .consequence = failed->failure.consequence,
                      .sight = {std::string(word_of(event.kind, transaction.method)), event.frame}};
  return told;
}

bool is_over(Pending pending) {
  return pending != Pending::open && pending != Pending::not_visible;
}

Text name_of(Pending pending) { return pending_names[static_cast<std::size_t>(pending)]; }

void add_end_without_response(const Leg& leg, const Inside& inside, const Notes& notes,
                              Words& named, std::vector<Sight>& sights,
                              std::vector<Words>& remarks) {
  const auto failure = network_failure_of(leg.id, inside);
  if (!failure) return add_silence(leg, inside, notes, remarks);
  named = failure->gist;
  sights.push_back(failure->sight);
  remarks.push_back(failure->what);
  remarks.push_back(failure->consequence);
}

void UnsentRequests::add(const Annotation& annotation) {
  if (!annotation.failure || annotation.failure->request != 0) return;
  ++count_;
  if (listed_.size() == most_listed) return;
  const Failure& failure = *annotation.failure;
  listed_.push_back({failure.frame, failure.what, failure.consequence});
}

}  // namespace sipgloss
