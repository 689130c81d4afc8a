// SPDX-License-Identifier: MIT
// A capture as it is read: what has to be remembered between messages.
#include "sipgloss/session.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include "follow_up/follow_ups.hpp"
#include "session/gloss.hpp"
#include "session/inside.hpp"
#include "session/links.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

struct Session::State {
  const Catalogue& catalogue;
  Settings settings;
  Tracker tracker;
};

Session::Session(const Catalogue& catalogue, Settings settings)
    : state_(new State{catalogue, settings, {}}) {}
Session::~Session() = default;

MessageId Session::observe(const Packet& packet, const Message& message) {
  return state_->tracker.add(packet, message);
}

void Session::annotate(MessageId id, const Packet& packet, const Message& message,
                       Annotation& into) const {
  const Tracker& tracker = state_->tracker;
  const Transaction* const transaction = tracker.transaction_of(id);
  if (!message.is_response()) {
    into.clear();
    into.links = links_of(id, tracker);
    return;
  }
  Told told{.response = message, .time = packet.time};
  if (transaction != nullptr && transaction->request != no_message)
    told.request = transaction->facts;
  gloss(told, state_->catalogue, into);
  into.links = links_of(id, tracker);
  if (transaction != nullptr)
    add_follow_ups({packet, message, id, tracker, state_->settings}, into);
}

Inside inside(const Session& session) {
  const Session::State& state = *session.state_;
  return {.catalogue = state.catalogue, .settings = state.settings, .tracker = state.tracker};
}

std::string_view name_of(Transport transport) {
  switch (transport) {
    case Transport::udp:
      return "UDP";
    case Transport::tcp:
      return "TCP";
    case Transport::tls:
      return "TLS";
    case Transport::sctp:
      return "SCTP";
    case Transport::websocket:
      return "WS";
    case Transport::secure_websocket:
      return "WSS";
    case Transport::other:
      break;
  }
  return "-";
}

Framing framing_of(Transport transport) {
  switch (transport) {
    case Transport::udp:
      return Framing::datagram;
    case Transport::tcp:
    case Transport::tls:
      return Framing::stream;
    default:
      return Framing::enclosed;
  }
}

std::string to_string(const Endpoint& endpoint) {
  char host[INET6_ADDRSTRLEN] = "";
  const bool ipv6 = endpoint.length == 16;
  if (endpoint.length != 4 && !ipv6) return "-";
  inet_ntop(ipv6 ? AF_INET6 : AF_INET, endpoint.address.data(), host, sizeof host);
  return ipv6 ? fmt::format("[{}]:{}", host, endpoint.port)
              : fmt::format("{}:{}", host, endpoint.port);
}

}  // namespace sipgloss
