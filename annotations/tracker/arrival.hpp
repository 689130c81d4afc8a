// SPDX-License-Identifier: MIT
// A message that is being added to the tracker, with what is worked out of it once.
#pragma once

#include "tracker/hash.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

/// One transaction is met on few hops; more of them is an attack or a loop, and adds nothing.
inline constexpr int most_hops = 16;

struct Tracker::Arrival {
  const Packet& packet;
  const Message& message;
  MessageId id = no_message;
  HopId hop = HopId::none;
  bool sender = false;  ///< which of the hop's hosts sent it
  Via via = message.top_via();
  CSeq cseq = message.cseq();
  Method method = message.method();
  std::uint32_t call = 0;
  std::uint32_t from_tag = short_hash(message.from().tag.value_or(""));
  std::uint32_t to_tag = short_hash(message.to().tag.value_or(""));

  std::uint32_t cseq_number() const { return cseq.number.value_or(0); }
  std::string_view method_name() const {
    return message.is_request() ? message.method_name : cseq.method_name;
  }
  /// Which of the hop's hosts is the client of the transaction.
  bool client() const { return message.is_request() ? sender : !sender; }
};

/// The key of a transaction. With the magic cookie: method, sent-by and branch (RFC 3261 section
/// 17.2.3). Without it: what RFC 2543 peers keep the same.
std::uint64_t transaction_key(std::string_view method, const Via& via, const Message& message,
                              std::uint32_t call);

}  // namespace sipgloss
