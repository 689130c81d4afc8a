// SPDX-License-Identifier: MIT
// What a network tells beside SIP: connections refused, reset and closed, ICMP errors, names that
// do not resolve. RFC 3261 sections 8.1.3.1 and 18.4.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sipgloss/session.hpp"

namespace sipgloss {

enum class EventKind : std::uint8_t {
  tcp_refused,  ///< RST that answers a SYN
  tcp_reset,    ///< RST on a connection
  tcp_closed,   ///< FIN
  icmp_error,   ///< an ICMP or ICMPv6 error, which quotes what it could not deliver
  dns_answer,   ///< a response of a name server, whether it knows the name or not
  came_round,   ///< found by the session itself: a request is back at a host that sent it before
};

/// Why an ICMP error says that something was not delivered.
enum class Unreachable : std::uint8_t { network, host, protocol, port, prohibited, parameter };

/// What type and code of an ICMP (or ICMPv6) error mean for SIP; nothing where the transport layer
/// is to ignore it (RFC 3261 section 18.4, RFC 792, RFC 4443 section 3).
std::optional<Unreachable> read_icmp(std::uint8_t type, std::uint8_t code, bool ipv6);

/// What an ICMP error quotes: as much as there is of a packet that was sent.
struct Quoted {
  Transport transport = Transport::other;  ///< UDP, TCP or SCTP by the protocol number
  Endpoint source{};
  Endpoint destination{};
  std::string_view bytes;  ///< what the datagram carries, as far as it is quoted
};

/// One frame that tells something of the network. Views live as long as the frame's bytes.
struct NetworkEvent {
  EventKind kind = EventKind::tcp_reset;
  std::uint32_t frame = 0;
  Time time{};
  Endpoint source{};                       ///< who sent the frame
  Endpoint destination{};                  ///< who got it: of a DNS answer, who had asked
  Unreachable reason = Unreachable::port;  ///< of an ICMP error
  Quoted quoted{};                         ///< by an ICMP error
  std::uint8_t rcode = 0;        ///< of a DNS answer: 0 for success (RFC 1035 section 4.1.1)
  std::uint16_t query_type = 0;  ///< 1 is A, 28 AAAA, 33 SRV
  std::string_view name = {};    ///< that was asked for, without a dot at its end
};

/// The number that a session gives to an event that concerns SIP.
enum class EventId : std::uint32_t {};

}  // namespace sipgloss
