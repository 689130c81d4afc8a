// SPDX-License-Identifier: MIT
// What the stories of a capture need of its messages and the tracker does not keep: names,
// addresses with their ports, what failures say. It grows with the capture, by a few bytes a
// message and some more a call.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sipgloss/session.hpp"
#include "triage/words.hpp"

namespace sipgloss {

/// Who is on both sides of a Call-ID.
struct Parties {
  std::string from;
  std::string to;
  std::uint32_t from_tag = 0;  ///< short hashes
  std::uint32_t to_tag = 0;
};

/// Where a message came from and went.
struct Way {
  Endpoint source;
  Endpoint destination;

  friend auto operator<=>(const Way&, const Way&) = default;
};

/// The realms that a 401 or 407 asks for by their hashes, those left out whose nonce was only
/// stale.
struct Challenged {
  static constexpr std::size_t most_realms = 4;
  std::array<std::uint32_t, most_realms> realms{};
  std::array<std::uint32_t, most_realms> proxy_realms{};
  bool speaks_of_nonce = false;  ///< in its phrase: servers are met that leave stale=true out
};

/// What the last failure of a Call-ID and a method says of itself.
struct Said {
  unsigned code = 0;
  std::string phrase;  ///< its own, where it is not the usual one
  std::vector<Words> sentences;
};

/// Why a BYE or a CANCEL was sent, as its Reason says (RFC 3326).
struct GivenReason {
  Words what;
  bool is_failure = false;
  bool is_elsewhere = false;  ///< another phone took the call
};

class Notes {
 public:
  void add(const Packet& packet, const Message& message, MessageId id,
           const Annotation& annotation);

  /// Whether a message of that Call-ID was added.
  bool has(std::uint32_t call) const { return parties_.contains(call); }
  /// Those of a Call-ID, as a request from one tag to the other names them. As the first message
  /// that was added has them, where none had those tags. Empty where none was added.
  Parties parties(std::uint32_t call, std::uint32_t from_tag, std::uint32_t to_tag = 0) const;
  /// Nothing for a message that was not added.
  std::optional<Way> way(MessageId id) const;
  /// Null for what is no challenge.
  const Challenged* challenge(MessageId id) const;
  /// Null where the last failure has another code.
  const Said* said(std::uint32_t call, Method method, unsigned code) const;
  const std::vector<GivenReason>& reasons(MessageId id) const;
  /// Whether an INVITE was forwarded: there is more than one Via. False for other requests.
  bool is_forwarded(MessageId id) const { return forwarded_.contains(id); }
  /// How many messages have no Call-ID: they are in no story.
  std::uint64_t without_call() const { return without_call_; }

 private:
  void add_parties(const Message& message, std::uint32_t call);
  void add_failure(const Message& message, MessageId id, const Annotation& annotation);

  std::unordered_map<std::uint32_t, Parties> parties_;
  std::unordered_map<std::uint64_t, Parties> more_parties_;  ///< of other tags in the same Call-ID
  std::map<Way, std::uint32_t> numbers_of_ways_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> way_of_message_;  ///< from 1; 0 for a message that was not added
  std::unordered_map<MessageId, Challenged> challenges_;
  std::unordered_map<std::uint64_t, Said> said_;
  std::unordered_map<MessageId, std::vector<GivenReason>> reasons_;
  std::unordered_set<MessageId> forwarded_;
  std::uint64_t without_call_ = 0;
};

/// The part of a URI that people say: "1001@example.com". Safe to show.
std::string spoken(std::string_view uri);

/// "192.0.2.1:5060"; without the port where it is 0.
std::string address_of(const Endpoint& endpoint);

}  // namespace sipgloss
