// SPDX-License-Identifier: MIT
// A message flow as people write it down, played into a session: what the tests of everything that
// looks at more than one message are written with.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sipgloss/network_event.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss::test {

/// One message a line:
///
///   SECONDS SENDER>RECEIVER WHAT CSEQ [METHOD] [KEY=VALUE ...] [| HEADER FIELD ...] [|| BODY]
///
/// WHAT is a method, or a status code with its METHOD behind the CSeq number. The names are hosts:
/// the first is 10.0.0.1, and so on; one that begins with "ipv6" is 2001:db8::1. NAME:PORT is
/// another port of that host. Keys, and what they are when they are left out:
///   call=c                         Call-ID
///   from=a                         From tag
///   to=                            To tag: none in a request, b in a response above 100
///   user=bob                       in To
///   branch=CLIENT-CSEQ-METHOD      of the top Via; ACK and CANCEL have that of the INVITE. "~x" is
///                                  x without the magic cookie, "~" no branch at all
///   sent-by=CLIENT                 of the top Via: a host, with or without a port
///   via=NAME,...                   further Vias below the top one: hosts, branch NAME-CSEQ-METHOD
///   uri=sip:bob@example.com        Request-URI
///   transport=udp                  udp, tcp, tls, ws, wss, sctp
///   id=N                           identification of the IPv4 packet
///
/// Between them an event of the network, which WHAT names: !reset, !closed, !refused (of TCP, by
/// the sender); !icmp REASON FRAME [bytes=N] (quotes the message of that frame, or N bytes of it);
/// !dns RCODE NAME [TYPE] (a name server responds to the receiver).
///
/// Empty lines, and what stands behind #, are left out. Frames are numbered from 1, a line each.
class Flow {
 public:
  explicit Flow(std::string_view text) { parse(text); }

  struct Step {
    std::string bytes;
    Packet packet;                           ///< its bytes are those above
    std::optional<NetworkEvent> event = {};  ///< instead of a message; its name is the bytes above
  };
  /// Messages that were written elsewhere.
  explicit Flow(std::deque<Step> steps) : steps_(std::move(steps)) { view_bytes(); }
  const std::deque<Step>& steps() const { return steps_; }

  /// The packets of the frames that `keep` wants, numbered as before.
  template <typename Keep>
  void drop_unless(Keep keep) {
    std::deque<Step> kept;
    for (Step& step : steps_) {
      if (keep(step.packet)) kept.push_back(std::move(step));
    }
    steps_ = std::move(kept);
    view_bytes();
  }

 private:
  void view_bytes() {
    for (Step& step : steps_) step.packet.bytes = step.bytes;
  }
  void parse(std::string_view text);
  void parse_line(std::string_view line);
  void parse_event(std::string_view line);
  Endpoint host(const std::string& name);

  std::deque<Step> steps_;
  std::map<std::string, Endpoint> hosts_;
};

/// The event of a step, with views into its bytes as they are now.
NetworkEvent event_of(const Flow::Step& step);

/// A flow that was observed from its first message to its last; annotations are asked for by frame.
class Played {
 public:
  explicit Played(const Flow& flow, Settings settings = {});
  explicit Played(std::string_view text) : Played(Flow(text)) {}

  /// The annotation of a frame as it stands after the last message. Valid until the next call.
  const Annotation& at(std::uint32_t frame);
  /// The failure that a frame tells of, in a line: "10 connection reset, as 503, request 1, frame
  /// 2"; empty where there is none.
  std::string failure(std::uint32_t frame);
  /// The follow-ups of a frame in a line each: "ACK seen 3 0.100" (action, status, frame, delay).
  std::vector<std::string> follow_ups(std::uint32_t frame);

 private:
  struct Taken {
    const Flow::Step* step;
    MessageId id;
  };
  Flow flow_;
  Session session_;
  std::map<std::uint32_t, Taken> taken_;
  std::map<std::uint32_t, EventId> events_;  ///< those that concern SIP
  Message message_;
  Annotation annotation_;
};

}  // namespace sipgloss::test
