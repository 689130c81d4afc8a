// SPDX-License-Identifier: MIT
// Requests that are part of no call, registration or subscription.
#include "triage/others.hpp"

#include <map>
#include <tuple>

#include "triage/challenges.hpp"
#include "triage/network_failures.hpp"

namespace sipgloss {
namespace {

bool is_other(Method method) {
  switch (method) {
    case Method::options:
    case Method::message:
    case Method::publish:
    case Method::info:
    case Method::update:
    case Method::other:
      return true;
    default:
      return false;
  }
}

/// The host without its port: clients use many.
std::string host_of(const Tracker& tracker, const Transaction& transaction, bool client) {
  Endpoint host = tracker.hop(transaction.hop).hosts[transaction.client == client ? 1 : 0];
  host.port = 0;
  return address_of(host);
}

}  // namespace

bool OtherRequests::failed() const {
  return code >= 300 ? !is_challenge(code) : code == 0 && is_over(pending);
}

std::vector<OtherRequests> tell_others(const CallThreads& calls, const Inside& inside,
                                       const Notes& notes) {
  const Tracker& tracker = inside.tracker;
  std::map<std::tuple<Method, std::string, std::string, unsigned, Pending>, OtherRequests> found;
  for (std::size_t i = 0; i < tracker.transaction_count(); ++i) {
    const auto id = static_cast<TransactionId>(i);
    const Transaction& transaction = tracker.transaction(id);
    const bool counts = is_other(transaction.method) && notes.has(transaction.call) &&
                        !calls.thread_of(id) && forwarded_from(id, tracker) == TransactionId::none;
    if (!counts) continue;
    const Leg leg = read_leg(id, tracker);
    OtherRequests one{.method = transaction.method,
                      .client = host_of(tracker, transaction, true),
                      .server = host_of(tracker, transaction, false),
                      .code = code_of(leg, tracker)};
    one.pending = one.code == 0 ? pending_of(leg, inside) : Pending::not_visible;
    OtherRequests& entry =
        found.try_emplace({one.method, one.client, one.server, one.code, one.pending}, one)
            .first->second;
    if (entry.count++ > 0) continue;
    entry.first_frame = leg.frame;
    entry.named = named_code(one.code, one.method, inside.catalogue);
  }
  std::vector<OtherRequests> told;
  told.reserve(found.size());
  for (auto& [key, entry] : found) told.push_back(std::move(entry));
  return told;
}

}  // namespace sipgloss
