// SPDX-License-Identifier: MIT
// A capture as it is read: what has to be remembered between messages.
#include "sipgloss/session.hpp"

#include <arpa/inet.h>
#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "follow_up/failures.hpp"
#include "follow_up/follow_ups.hpp"
#include "session/gloss.hpp"
#include "session/inside.hpp"
#include "session/links.hpp"
#include "session/remembered_findings.hpp"
#include "session/summary.hpp"
#include "tracker/tracker.hpp"

namespace sipgloss {

namespace {

/// Whether a finding is shown: its level, and neither its code, its slug nor its family left out.
bool is_shown(const Finding& finding, const Settings& settings) {
  if (finding.level < settings.lowest_level) return false;
  const Rule& rule = *finding.rule;
  return std::ranges::none_of(settings.hidden_rules, [&rule](const std::string& hidden) {
    return hidden == rule.code || hidden == rule.slug || hidden == family_of(rule);
  });
}

void hide_findings(const Settings& settings, Annotation& into) {
  into.hidden_findings = static_cast<unsigned>(std::erase_if(
      into.findings, [&](const Finding& finding) { return !is_shown(finding, settings); }));
}

}  // namespace

struct Session::State {
  const Catalogue& catalogue;
  Settings settings;
  Tracker tracker;
  AtHand at_hand;
  RememberedFindings findings;
  Tally* tally = nullptr;

  void explain_response(MessageId id, const Message& message, Time time, Annotation& into) const;
  void add_follow_ups(MessageId id, const Packet& packet, const Message& message,
                      Annotation& into) const;
  void add_findings(MessageId id, const Packet& packet, const Message& message,
                    Annotation& into) const;
};

Session::Session(const Catalogue& catalogue, Settings settings)
    : state_(new State{catalogue, std::move(settings), {}, {}, {}}) {}
Session::~Session() = default;

void Session::count_verdicts(Tally* tally) { state_->tally = tally; }

MessageId Session::observe(const Packet& packet, const Message& message) {
  State& state = *state_;
  const MessageId id = state.tracker.add(packet, message);
  state.at_hand.messages.keep(id, packet, message);
  const MessageRecord& record = state.tracker.message(id);
  if (record.transaction == TransactionId::none || record.copy == Copy::duplicate) return id;
  const Capture capture(state.tracker, id, packet, state.settings, &state.at_hand);
  state.findings.judge_on_arrival(message, capture, state.tally);
  state.at_hand.release();
  return id;
}

void Session::State::explain_response(MessageId id, const Message& message, Time time,
                                      Annotation& into) const {
  Told told{.response = message, .time = time};
  const Transaction* const transaction = tracker.transaction_of(id);
  if (transaction != nullptr && transaction->request != no_message)
    told.request = transaction->facts;
  explain(told, catalogue, into);
}

void Session::State::add_follow_ups(MessageId id, const Packet& packet, const Message& message,
                                    Annotation& into) const {
  if (message.is_response() && tracker.transaction_of(id) != nullptr)
    sipgloss::add_follow_ups({packet, message, id, tracker, settings}, into);
}

// What is sent again says nothing new, unless it is wrong to send it again, or to send it so.
void Session::State::add_findings(MessageId id, const Packet& packet, const Message& message,
                                  Annotation& into) const {
  if (tracker.transaction_of(id) == nullptr) {
    if (message.is_response()) sipgloss::judge({message}, Occasion::alone, into, tally);
  } else {
    const Capture capture(tracker, id, packet, settings, nullptr, into.follow_ups);
    const bool sent_again = tracker.message(id).copy != Copy::none;
    if (!sent_again) sipgloss::judge({message, &capture}, Occasion::alone, into, tally);
    findings.add_to(into, id, message);
    if (!sent_again) sipgloss::judge({message, &capture}, Occasion::afterwards, into, tally);
  }
  hide_findings(settings, into);
}

void Session::annotate(MessageId id, const Packet& packet, const Message& message,
                       Annotation& into) const {
  const State& state = *state_;
  into.clear();
  if (message.is_response()) state.explain_response(id, message, packet.time, into);
  into.links = links_of(id, state.tracker);
  state.add_follow_ups(id, packet, message, into);
  if (state.tracker.transaction_of(id) != nullptr)
    add_failure({packet, message, id, state.tracker, state.settings}, into);
  state.add_findings(id, packet, message, into);
  if (message.is_response()) into.summary = summarise(message, into);
}

void Session::judge(MessageId id, const Packet& packet, const Message& message,
                    Annotation& into) const {
  into.clear();
  into.texts().set_read(false);
  state_->add_follow_ups(id, packet, message, into);
  state_->add_findings(id, packet, message, into);
}

std::uint64_t Session::findings_not_kept() const { return state_->findings.forgotten(); }

std::optional<EventId> Session::observe(const NetworkEvent& event) {
  return state_->tracker.add(event);
}

void Session::annotate(EventId id, const NetworkEvent& event, Annotation& into) const {
  into.clear();
  add_failure(id, event, state_->tracker, state_->settings, into);
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
  if (endpoint.length == 4) {
    const auto& byte = endpoint.address;
    return fmt::format(FMT_COMPILE("{}.{}.{}.{}:{}"), byte[0], byte[1], byte[2], byte[3],
                       endpoint.port);
  }
  if (endpoint.length != 16) return "-";
  char host[INET6_ADDRSTRLEN] = "";
  inet_ntop(AF_INET6, endpoint.address.data(), host, sizeof host);
  return fmt::format("[{}]:{}", host, endpoint.port);
}

}  // namespace sipgloss
