// SPDX-License-Identifier: MIT
// Where a message stands among the others.
#include "session/links.hpp"

namespace sipgloss {
namespace {

std::int64_t between(const MessageRecord& earlier, const MessageRecord& later) {
  return (later.time - earlier.time).count();
}

/// What a request is to the response that it follows up.
Action action_of(const MessageRecord& request, const MessageRecord& response) {
  switch (request.method) {
    case Method::ack:
      return Action::ack;
    case Method::prack:
      return Action::prack;
    case Method::notify:
      return Action::notify;
    case Method::bye:
      return Action::bye;
    default:
      break;
  }
  const bool refreshes = response.code < 300;
  if (refreshes && request.method == Method::register_) return Action::registration_refresh;
  if (refreshes && request.method == Method::subscribe) return Action::subscription_refresh;
  if (refreshes && request.method == Method::publish) return Action::publication_refresh;
  if (response.code == 401 || response.code == 407) return Action::authenticated_retry;
  return response.code < 400 ? Action::redirected_request : Action::corrected_retry;
}

std::optional<FollowedResponse> followed_by(const MessageRecord& request, const Tracker& tracker) {
  if (request.follows == no_message) return std::nullopt;
  const MessageRecord& response = tracker.message(request.follows);
  return FollowedResponse{.frame = response.frame,
                          .code = response.code,
                          .action = action_of(request, response),
                          .delay_ns = between(response, request)};
}

/// The first request of the transaction; of a response that was sent again it stays the first.
std::optional<AnsweredRequest> answered_by(const MessageRecord& response,
                                           const Transaction& transaction, const Tracker& tracker) {
  if (transaction.request == no_message) return std::nullopt;
  const MessageRecord& request = tracker.message(transaction.request);
  return AnsweredRequest{.frame = request.frame, .delay_ns = between(request, response)};
}

}  // namespace

Links links_of(MessageId id, const Tracker& tracker) {
  Links links;
  const Transaction* const transaction = tracker.transaction_of(id);
  if (transaction == nullptr) return links;
  const MessageRecord& record = tracker.message(id);
  links.call = transaction->call;
  if (record.original != no_message) {
    const std::uint32_t original = tracker.message(record.original).frame;
    (record.copy == Copy::duplicate ? links.duplicate_of : links.retransmission_of) = original;
  }
  if (record.is_response()) {
    links.request = answered_by(record, *transaction, tracker);
    return links;
  }
  const MessageId first = record.original == no_message ? id : record.original;
  links.follows = followed_by(tracker.message(first), tracker);
  if (record.method != Method::ack && transaction->final != no_message)
    links.response = tracker.message(transaction->final).frame;
  return links;
}

}  // namespace sipgloss
