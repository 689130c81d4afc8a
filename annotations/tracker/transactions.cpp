// SPDX-License-Identifier: MIT
// Which request a response answers. RFC 3261 sections 17.1.3 and 17.2.3.
#include "tracker/transactions.hpp"

namespace sipgloss {
namespace {

/// One transaction is met on few hops; more of them is an attack or a loop, and adds nothing.
constexpr std::size_t most_hops = 16;

// With the magic cookie: branch, sent-by and method. Without it: what RFC 2543 peers keep the same.
std::string key_of(const Message& message) {
  const Via via = message.top_via();
  const CSeq cseq = message.cseq();
  if (via.branch().empty() && message.call_id().empty()) return {};
  std::string key(via.sent_by);
  const auto append = [&](std::string_view part) { key.append(1, '\n').append(part); };
  append(cseq.method_name);
  append(via.branch());
  if (!via.has_magic_cookie()) {
    append(message.call_id());
    append(message.from().tag().value_or(""));
    append(cseq.raw);
  }
  return key;
}

/// Ports may differ: a response goes to the port that Via names, not to where the request came from
/// (RFC 3261 section 18.2.2).
bool same_host(const Endpoint& a, const Endpoint& b) {
  return a.length == b.length && a.address == b.address;
}

}  // namespace

void Transactions::add_request(const Packet& packet, const Message& message) {
  if (message.method() == Method::ack) return;
  std::string key = key_of(message);
  if (key.empty()) return;
  std::vector<Sighting>& sightings = by_key_[std::move(key)];
  for (const Sighting& known : sightings) {
    if (same_host(known.source, packet.source) && same_host(known.destination, packet.destination))
      return;
  }
  if (sightings.size() == most_hops) return;
  sightings.push_back({packet.frame, packet.time, packet.source, packet.destination});
}

std::optional<AnsweredRequest> Transactions::request_of(const Packet& packet,
                                                        const Message& message) const {
  const auto found = by_key_.find(key_of(message));
  if (found == by_key_.end()) return std::nullopt;
  const Sighting* answered = &found->second.front();
  for (const Sighting& sighting : found->second) {
    if (same_host(sighting.source, packet.destination) &&
        same_host(sighting.destination, packet.source)) {
      answered = &sighting;
    }
  }
  return AnsweredRequest{answered->frame, (packet.time - answered->time).count()};
}

}  // namespace sipgloss
