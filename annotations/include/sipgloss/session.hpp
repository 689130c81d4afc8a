// SPDX-License-Identifier: MIT
// A capture as it is read: messages go in, in capture order; annotations come out, in any order.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/annotation.hpp"
#include "sipgloss/message.hpp"
#include "sipgloss/time.hpp"

namespace sipgloss {

enum class Transport : std::uint8_t { udp, tcp, tls, sctp, websocket, secure_websocket, other };

/// "UDP", "TLS" ...
std::string_view name_of(Transport transport);
/// Whether messages follow one another in a stream, so that Content-Length bounds them (RFC 3261
/// section 18.3).
Framing framing_of(Transport transport);

/// A transport address: 4 bytes of IPv4 or 16 of IPv6, and a port. `length` 0 is no address.
struct Endpoint {
  std::array<std::uint8_t, 16> address{};
  std::uint8_t length = 0;
  std::uint16_t port = 0;

  friend constexpr auto operator<=>(const Endpoint&, const Endpoint&) = default;
};

/// "192.0.2.1:5060", "[2001:db8::1]:5060", "-" without an address.
std::string to_string(const Endpoint& endpoint);

/// One SIP message as captured.
struct Packet {
  std::uint32_t frame = 0;
  Time time{};
  Transport transport = Transport::udp;
  Endpoint source{};
  Endpoint destination{};
  std::string_view bytes = {};
  bool truncated = false;   ///< the capture holds fewer bytes than were sent
  std::uint16_t ip_id = 0;  ///< identification of the IPv4 packet; 0 where there is none

  Wire wire() const { return {bytes, framing_of(transport), truncated}; }
};

/// The number that a session gives to a message it observed.
enum class MessageId : std::uint32_t {};

struct NetworkEvent;
enum class EventId : std::uint32_t;

/// What a person can set.
struct Settings {
  std::chrono::milliseconds t1{500};  ///< RFC 3261 section 17.1.1.1
  bool closed_network = false;        ///< IMS and the like: rules that its profile overrides are
                                      ///< silent
  Level lowest_level = Level::note;   ///< findings below it are hidden, and counted
  std::vector<std::string> hidden_rules = {};  ///< by code, slug or family ("HDR"): likewise
};

struct Inside;

/// The memory of one capture. Nothing in it throws on input; state ends with the object.
class Session {
 public:
  /// The catalogue must outlive the session and its annotations.
  explicit Session(const Catalogue& catalogue = Catalogue::standard(), Settings settings = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Takes the next message of the capture, once and in capture order. `message` is the packet,
  /// parsed.
  MessageId observe(const Packet& packet, const Message& message);

  /// Counts the verdicts of all rules from now on; null stops it. The tally must outlive that.
  void count_verdicts(Tally* tally);

  /// The annotation of a message that was observed, any time later, of a request as of a response.
  /// `packet` and `message` are the same as then. The views in `into` live as long as `message`.
  void annotate(MessageId id, const Packet& packet, const Message& message, Annotation& into) const;

  /// The same where nobody reads it: follow-ups and findings alone, their sentences without values
  /// (but for those of findings that rest on other messages).
  void judge(MessageId id, const Packet& packet, const Message& message, Annotation& into) const;

  /// How many findings were left out: of those that rest on other messages too, a session keeps
  /// 200,000.
  std::uint64_t findings_not_kept() const;

  /// Takes an event between the messages, once and in capture order (network_event.hpp). Nothing
  /// where it concerns no SIP that is known by then: such an event can be forgotten.
  std::optional<EventId> observe(const NetworkEvent& event);

  /// The failure that an event shows, as the capture stands now; the annotation is empty where it
  /// came to nothing. `event` is the same as then.
  void annotate(EventId id, const NetworkEvent& event, Annotation& into) const;

 private:
  friend Inside inside(const Session& session);

  struct State;
  std::unique_ptr<State> state_;
};

/// The annotation of a response by itself, outside of any session.
void annotate(const Message& message, Annotation& into,
              const Catalogue& catalogue = Catalogue::standard());

/// The same without looking for broken rules: for a message that is only quoted, in an ICMP error
/// for example.
void explain(const Message& message, Annotation& into,
             const Catalogue& catalogue = Catalogue::standard());

}  // namespace sipgloss
