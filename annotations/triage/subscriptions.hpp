// SPDX-License-Identifier: MIT
// The subscriptions of a capture, those that REFER makes among them, and how far they came. RFC
// 6665 section 4, RFC 3515 section 2.4.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "triage/story.hpp"

namespace sipgloss {

/// How a subscription stands at last.
enum class SubscriptionOutcome : std::uint8_t {
  active,
  pending,
  terminated,
  other,       ///< a state of another name
  accepted,    ///< 2xx, and no NOTIFY in this capture
  refused,     ///< 300 to 699, at the beginning or to a refresh
  challenged,  ///< 401 or 407, and no request with credentials in this capture
  auth_loop,   ///< three or more challenges in a row with credentials refused
  no_response,
  connection_error,
  host_error,
  loop,
  open,
  not_visible,
};

/// "active" / "激活" ...
Text name_of(SubscriptionOutcome outcome);
inline constexpr auto last_subscription_outcome = SubscriptionOutcome::not_visible;

/// One subscription, or one REFER.
struct Subscription {
  std::uint32_t first_frame = 0;
  Time begin{};
  std::string package;  ///< the event package; "refer to carol@example.com"; "-" where not captured
  std::string watcher;
  std::string notifier;
  SubscriptionOutcome outcome = SubscriptionOutcome::not_visible;
  unsigned code = 0;         ///< of the refusal; of a REFER: what it came to, by the last NOTIFY
  Words named;               ///< "489 Bad Event": that code; "port unreachable"
  std::string reason;        ///< why it was terminated, in the notifier's word
  std::size_t notified = 0;  ///< NOTIFY requests, each counted once over all hops
  std::vector<Sight> sights;
  std::vector<Words> remarks;
  bool in_trouble = false;
};

class Subscriptions {
 public:
  void add(const Message& message, MessageId id, const Annotation& annotation);

  /// In the order in which they began.
  std::vector<Subscription> told(const Inside& inside, const Notes& notes) const;

 private:
  class Builder;

  /// A SUBSCRIBE or a REFER.
  struct Asked {
    std::string package;
    std::string target;  ///< of a REFER
    bool ends = false;   ///< Expires is 0
  };
  /// A NOTIFY.
  struct Notified {
    std::string package;
    std::string state;
    std::string reason;
    unsigned code = 0;  ///< of the status line in its body, where a REFER is told of
  };

  std::unordered_map<MessageId, Asked> asked_;
  std::unordered_map<MessageId, Notified> notified_;
};

}  // namespace sipgloss
