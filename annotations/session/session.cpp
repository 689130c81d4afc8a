// SPDX-License-Identifier: MIT
// A capture as it is read: what has to be remembered between messages.
#include "sipgloss/session.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <vector>

#include "tracker/transactions.hpp"

namespace sipgloss {

struct Session::State {
  Transactions transactions;
  std::vector<std::optional<AnsweredRequest>> answered;  ///< by message id
};

Session::Session() : state_(std::make_unique<State>()) {}
Session::~Session() = default;

MessageId Session::observe(const Packet& packet, const Message& message) {
  const auto id = static_cast<MessageId>(state_->answered.size());
  if (message.is_request()) state_->transactions.add_request(packet, message);
  state_->answered.push_back(
      message.is_response() ? state_->transactions.request_of(packet, message) : std::nullopt);
  return id;
}

void Session::annotate(MessageId id, const Message& message, Annotation& into) const {
  sipgloss::annotate(message, into);
  const auto index = static_cast<std::size_t>(id);
  if (index < state_->answered.size()) into.request = state_->answered[index];
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
