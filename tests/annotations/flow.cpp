// SPDX-License-Identifier: MIT
// A message flow as people write it down, played into a session.
#include "flow.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <stdexcept>

namespace sipgloss::test {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in{std::string(text)};
  for (std::string part; std::getline(in, part, separator);) parts.emplace_back(trimmed(part));
  return parts;
}

Transport transport_of(const std::string& name) {
  static const std::map<std::string, Transport> known = {
      {"udp", Transport::udp},      {"tcp", Transport::tcp},
      {"tls", Transport::tls},      {"sctp", Transport::sctp},
      {"ws", Transport::websocket}, {"wss", Transport::secure_websocket}};
  return known.at(name);
}

bool is_code(const std::string& word) { return std::isdigit(static_cast<unsigned char>(word[0])); }

/// What the fields of a line say.
struct Line {
  double seconds = 0;
  std::string sender;
  std::string receiver;
  std::string what;
  std::string cseq;
  std::string method;
  std::map<std::string, std::string> keys;
  std::string headers;
  std::string body;

  std::string key(const std::string& name, const std::string& otherwise) const {
    const auto found = keys.find(name);
    return found == keys.end() ? otherwise : found->second;
  }
  std::string client() const { return is_code(what) ? receiver : sender; }
};

Line read(std::string_view text) {
  Line line;
  const std::size_t body = text.find("||");
  if (body != std::string_view::npos) {
    for (const std::string& row : split(text.substr(body + 2), '|')) line.body += row + "\r\n";
  }
  const std::string_view head = text.substr(0, body);
  const std::size_t bar = head.find('|');
  if (bar != std::string_view::npos) {
    for (const std::string& row : split(head.substr(bar + 1), '|')) line.headers += row + "\r\n";
  }
  std::istringstream words{std::string(head.substr(0, bar))};
  std::string hosts;
  if (!(words >> line.seconds >> hosts >> line.what >> line.cseq))
    throw std::invalid_argument("not a line of a flow: " + std::string(text));
  line.sender = hosts.substr(0, hosts.find('>'));
  line.receiver = hosts.substr(hosts.find('>') + 1);
  line.method = line.what;
  if (is_code(line.what)) words >> line.method;
  for (std::string word; words >> word;)
    line.keys[word.substr(0, word.find('='))] = word.substr(word.find('=') + 1);
  return line;
}

Time time_of(double seconds) {
  return Time(std::chrono::hours(24) + std::chrono::nanoseconds(std::llround(seconds * 1e9)));
}

std::string tag(const std::string& value) { return value.empty() ? "" : ";tag=" + value; }

std::string via(const Line& line, const std::string& host, const std::string& branch) {
  const bool bare = branch.starts_with('~');
  std::string parameter = bare ? branch.substr(1) : "z9hG4bK" + branch;
  if (!parameter.empty()) parameter = ";branch=" + parameter;
  return fmt::format("Via: SIP/2.0/{} {}{}\r\n",
                     transport_of(line.key("transport", "udp")) == Transport::udp ? "UDP" : "TCP",
                     host, parameter);
}

/// `address` gives the sent-by of a host.
template <typename Address>
std::string written(const Line& line, Address address) {
  const bool response = is_code(line.what);
  const bool of_invite = line.method == "ACK" || line.method == "CANCEL";
  const std::string of = line.cseq + (of_invite ? "INVITE" : line.method);
  std::string text = response ? fmt::format("SIP/2.0 {} Reason\r\n", line.what)
                              : fmt::format("{} {} SIP/2.0\r\n", line.what,
                                            line.key("uri", "sip:bob@example.com"));
  text += via(line, line.key("sent-by", address(line.client())),
              line.key("branch", line.client() + of));
  for (const std::string& below : split(line.key("via", ""), ','))
    text += via(line, address(below), below + of);
  const bool tagged = response && line.what != "100";
  text += fmt::format(
      "From: <sip:alice@example.com>{}\r\nTo: <sip:{}@example.com>{}\r\nCall-ID: {}\r\n"
      "CSeq: {} {}\r\n{}Content-Length: {}\r\n\r\n{}",
      tag(line.key("from", "a")), line.key("user", "bob"), tag(line.key("to", tagged ? "b" : "")),
      line.key("call", "c"), line.cseq, line.method, line.headers, line.body.size(), line.body);
  return text;
}

}  // namespace

void Flow::parse(std::string_view text) {
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) {
    const std::string_view said = trimmed(std::string_view(line).substr(0, line.find('#')));
    if (said.empty()) continue;
    said.find('!') == std::string_view::npos ? parse_line(said) : parse_event(said);
  }
}

void Flow::parse_line(std::string_view text) {
  const Line line = read(text);
  Step& step = steps_.emplace_back();
  step.packet.source = host(line.sender);
  step.packet.destination = host(line.receiver);
  step.bytes = written(line, [this](const std::string& name) { return to_string(host(name)); });
  step.packet.bytes = step.bytes;
  step.packet.frame = static_cast<std::uint32_t>(steps_.size());
  step.packet.time = time_of(line.seconds);
  step.packet.transport = transport_of(line.key("transport", "udp"));
  step.packet.ip_id = static_cast<std::uint16_t>(std::atoi(line.key("id", "0").c_str()));
}

void Flow::parse_event(std::string_view text) {
  static const std::map<std::string, EventKind> kinds = {{"!reset", EventKind::tcp_reset},
                                                         {"!closed", EventKind::tcp_closed},
                                                         {"!refused", EventKind::tcp_refused},
                                                         {"!icmp", EventKind::icmp_error},
                                                         {"!dns", EventKind::dns_answer}};
  static const std::map<std::string, Unreachable> reasons = {
      {"network", Unreachable::network},       {"host", Unreachable::host},
      {"protocol", Unreachable::protocol},     {"port", Unreachable::port},
      {"prohibited", Unreachable::prohibited}, {"parameter", Unreachable::parameter}};
  std::istringstream words{std::string(text)};
  double seconds = 0;
  std::string hosts;
  std::string what;
  std::string value;
  words >> seconds >> hosts >> what >> value;
  Step& step = steps_.emplace_back();
  NetworkEvent& event = step.event.emplace();
  event.kind = kinds.at(what);
  event.frame = step.packet.frame = static_cast<std::uint32_t>(steps_.size());
  event.time = time_of(seconds);
  event.source = host(hosts.substr(0, hosts.find('>')));
  event.destination = host(hosts.substr(hosts.find('>') + 1));
  if (event.kind == EventKind::icmp_error) {
    std::size_t frame = 0;
    std::string bytes;
    words >> frame >> bytes;
    event.reason = reasons.at(value);
    const Step& quoted = steps_.at(frame - 1);
    event.quoted = {quoted.packet.transport, quoted.packet.source, quoted.packet.destination, {}};
    step.bytes = quoted.bytes.substr(0, bytes.empty() ? 500 : std::stoul(bytes.substr(6)));
  } else if (event.kind == EventKind::dns_answer) {
    std::string type;
    words >> step.bytes >> type;
    event.rcode = static_cast<std::uint8_t>(std::stoi(value));
    event.query_type = static_cast<std::uint16_t>(type.empty() ? 1 : std::stoi(type));
  }
}

Endpoint Flow::host(const std::string& name) {
  const std::size_t colon = name.find(':');
  if (colon != std::string::npos) {
    Endpoint other_port = host(name.substr(0, colon));
    other_port.port = static_cast<std::uint16_t>(std::stoul(name.substr(colon + 1)));
    return other_port;
  }
  const auto number = static_cast<std::uint8_t>(hosts_.size() + 1);
  Endpoint added{{10, 0, 0, number}, 4, 5060};
  if (name.starts_with("ipv6")) {
    added = {{0x20, 0x01, 0x0d, 0xb8}, 16, 5060};
    added.address.back() = number;
  }
  return hosts_.try_emplace(name, added).first->second;
}

NetworkEvent event_of(const Flow::Step& step) {
  NetworkEvent event = *step.event;
  (event.kind == EventKind::dns_answer ? event.name : event.quoted.bytes) = step.bytes;
  return event;
}

Played::Played(const Flow& flow, Settings settings)
    : flow_(flow), session_(Catalogue::standard(), settings) {
  for (const Flow::Step& step : flow_.steps()) {
    if (step.event) {
      if (const auto id = session_.observe(event_of(step))) events_[step.packet.frame] = *id;
      taken_[step.packet.frame] = {&step, {}};
      continue;
    }
    Packet packet = step.packet;
    packet.bytes = step.bytes;
    message_.reparse(packet.wire());
    taken_[packet.frame] = {&step, session_.observe(packet, message_)};
  }
}

const Annotation& Played::at(std::uint32_t frame) {
  const Taken& taken = taken_.at(frame);
  if (taken.step->event) {
    annotation_.clear();
    const auto id = events_.find(frame);
    if (id != events_.end()) session_.annotate(id->second, event_of(*taken.step), annotation_);
    return annotation_;
  }
  Packet packet = taken.step->packet;
  packet.bytes = taken.step->bytes;
  message_.reparse(packet.wire());
  session_.annotate(taken.id, packet, message_, annotation_);
  return annotation_;
}

std::string Played::failure(std::uint32_t frame) {
  const Annotation& annotation = at(frame);
  if (!annotation.failure) return "";
  const Failure& failure = *annotation.failure;
  std::string line =
      fmt::format("{} {}", static_cast<int>(failure.response_class), annotation.gist.en);
  if (failure.acts_as != 0) line += fmt::format(", as {}", failure.acts_as);
  if (failure.request != 0) line += fmt::format(", request {}", failure.request);
  for (const std::uint32_t more : failure.more_requests) line += fmt::format(" {}", more);
  if (failure.frame != 0) line += fmt::format(", frame {}", failure.frame);
  return line;
}

std::vector<std::string> Played::follow_ups(std::uint32_t frame) {
  std::vector<std::string> lines;
  for (const FollowUp& follow_up : at(frame).follow_ups) {
    std::string line =
        fmt::format("{} {}", name_of(follow_up.action).en, name_of(follow_up.status).en);
    if (follow_up.frame != 0) {
      line +=
          fmt::format(" {} {:.3f}", follow_up.frame, static_cast<double>(follow_up.delay_ns) / 1e9);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace sipgloss::test
