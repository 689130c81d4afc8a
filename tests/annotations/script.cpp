// SPDX-License-Identifier: MIT
// Message flows in full, as UAs and proxies that follow RFC 3261 send them.
#include "script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sipgloss::test {
namespace {

std::string rows(const Content& content) {
  std::string text;
  for (const std::string& header : content.headers) text += header + "\r\n";
  if (!content.type.empty()) text += "Content-Type: " + content.type + "\r\n";
  return text + fmt::format("Content-Length: {}\r\n\r\n{}", content.body.size(), content.body);
}

std::string with_tag(const std::string& address, const std::string& tag) {
  const bool has_one = address.find(";tag=") != std::string::npos;
  return has_one || tag.empty() ? address : address + ";tag=" + tag;
}

}  // namespace

Endpoint Script::host(const std::string& name) {
  const auto number = static_cast<std::uint8_t>(hosts_.size() + 1);
  constexpr std::uint16_t of_translator = 40000;
  const std::uint16_t port = translated_.contains(name) ? of_translator : 5060;
  return hosts_.try_emplace(name, Endpoint{{192, 0, 2, number}, 4, port}).first->second;
}

std::string Script::address(const std::string& name) {
  Endpoint known = host(name);
  if (translated_.contains(name)) known = {{10, 0, 0, known.address[3]}, 4, 5060};
  return to_string(known);
}

std::string Script::via_parameters(const std::string& name, bool filled_in) {
  if (!translated_.contains(name)) return "";
  const std::string seen = to_string(host(name));
  const std::size_t colon = seen.find(':');
  if (!filled_in) return ";rport";
  return ";rport=" + seen.substr(colon + 1) + ";received=" + seen.substr(0, colon);
}

void Script::send(const std::string& from, const std::string& to, std::string bytes) {
  constexpr double a_moment = 0.01;
  now_ += a_moment;
  Flow::Step& step = steps_.emplace_back();
  step.bytes = std::move(bytes);
  step.packet.bytes = step.bytes;
  step.packet.source = host(from);
  step.packet.destination = host(to);
  step.packet.frame = static_cast<std::uint32_t>(steps_.size());
  step.packet.time =
      Time(std::chrono::hours(24) + std::chrono::nanoseconds(std::llround(now_ * 1e9)));
  step.packet.transport = transport_;
  step.packet.ip_id = static_cast<std::uint16_t>(steps_.size());
  const std::pair hop = std::minmax(from, to);
  if (std::ranges::find(hops_, std::pair<std::string, std::string>(hop)) == hops_.end()) {
    hops_.emplace_back(hop);
  }
}

Flow Script::flow() {
  const std::vector<std::pair<std::string, std::string>> hops = hops_;
  for (const double pause : {50.0, 300.0}) {
    wait(pause);
    for (const auto& [one, other] : hops) {
      for (const auto& [client, server] : {std::pair(one, other), std::pair(other, one)}) {
        Call probe(*this, {client, server});
        Sent options = probe.open("OPTIONS", {{"Accept: application/sdp"}});
        options.respond(
            "200 OK", "probe-" + std::to_string(next()),
            {{"Allow: INVITE, ACK, CANCEL, BYE, OPTIONS", "Accept: application/sdp",
              "Accept-Encoding: identity", "Accept-Language: en", "Supported: 100rel"}});
      }
    }
  }
  return Flow(steps_);
}

Sent::Sent(Script& script, Request request, bool send)
    : script_(script), request_(std::move(request)), responses_(request_.path.size()) {
  for (std::size_t hop = 0; hop + 1 < request_.path.size(); ++hop) {
    branches_.push_back(fmt::format("z9hG4bK{}{}", request_.path[hop], script_.next()));
    if (send) again(hop);
    const bool proxied = request_.method == "INVITE" && hop + 2 < request_.path.size();
    if (!send || !proxied) continue;
    // A proxy answers the client before it forwards.
    respond("100 Trying", "", {}, hop + 1, hop);
  }
}

std::string Sent::own_via(std::size_t hop, bool answered) const {
  const std::string& host = request_.path[hop];
  return fmt::format("Via: SIP/2.0/{} {};branch={}{}\r\n", script_.transport(),
                     script_.address(host), branches_[hop], script_.via_parameters(host, answered));
}

std::string Sent::via(std::size_t hop, bool answered) const {
  std::string text = own_via(hop, answered);
  for (std::size_t i = hop; i-- > 0;) text += own_via(i, true);
  return text;
}

std::string Sent::head(const std::string& method, const std::string& to) const {
  return fmt::format("From: {}\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: {} {}\r\n", request_.from, to,
                     request_.call_id, request_.cseq, method);
}

std::string Sent::requested(std::size_t hop) const {
  const bool at_last = hop + 2 == request_.path.size() && !request_.last_uri.empty();
  std::string text =
      fmt::format("{} {} SIP/2.0\r\n{}Max-Forwards: {}\r\n", request_.method,
                  at_last ? request_.last_uri : request_.uri, via(hop, false), 70 - hop);
  for (std::size_t i = hop; i > 0 && request_.records; --i) {
    text += fmt::format("Record-Route: <sip:{};lr>\r\n", script_.address(request_.path[i]));
  }
  for (std::size_t i = hop; i < request_.route.size(); ++i) {
    text += fmt::format("Route: <sip:{};lr>\r\n", script_.address(request_.route[i]));
  }
  return text + head(request_.method, request_.to) + rows(request_.content);
}

void Sent::again(std::size_t hop) {
  script_.send(request_.path[hop], request_.path[hop + 1], requested(hop));
}

void Sent::respond(const std::string& status, const std::string& to_tag, Content content,
                   std::size_t from, std::size_t to) {
  const std::size_t server = std::min(from, request_.path.size() - 1);
  const bool opens = request_.records && (status[0] == '1' || status[0] == '2') && !to_tag.empty();
  std::string recorded;
  for (std::size_t i = request_.path.size() - 2; i > 0 && opens; --i) {
    recorded += fmt::format("Record-Route: <sip:{};lr>\r\n", script_.address(request_.path[i]));
  }
  for (std::size_t host = server; host > to; --host) {
    responses_[host - 1] =
        fmt::format("SIP/2.0 {}\r\n{}{}{}{}", status, via(host - 1, true), recorded,
                    head(request_.method, with_tag(request_.to, to_tag)), rows(content));
    respond_again(host - 1);
  }
}

void Sent::respond_again(std::size_t hop) {
  script_.send(request_.path[hop + 1], request_.path[hop], responses_[hop]);
}

void Sent::acknowledge(std::size_t hop, const std::string& to) {
  const bool at_last = hop + 2 == request_.path.size() && !request_.last_uri.empty();
  std::string text = fmt::format("ACK {} SIP/2.0\r\n{}Max-Forwards: 70\r\n",
                                 at_last ? request_.last_uri : request_.uri, own_via(hop, false));
  for (std::size_t i = hop; i < request_.route.size(); ++i) {
    text += fmt::format("Route: <sip:{};lr>\r\n", script_.address(request_.route[i]));
  }
  script_.send(request_.path[hop], request_.path[hop + 1], text + head("ACK", to) + rows({}));
}

void Sent::refuse(const std::string& status, const std::string& to_tag, Content content,
                  std::size_t from, std::size_t to) {
  const std::size_t server = std::min(from, request_.path.size() - 1);
  for (std::size_t host = server; host > to; --host) {
    respond(status, to_tag, content, host, host - 1);
    acknowledge(host - 1, with_tag(request_.to, to_tag));
  }
}

void Sent::cancel(const std::string& to_tag, std::size_t from) {
  for (std::size_t hop = from; hop + 1 < request_.path.size(); ++hop) {
    const bool at_last = hop + 2 == request_.path.size() && !request_.last_uri.empty();
    std::string text = fmt::format("CANCEL {} SIP/2.0\r\n{}Max-Forwards: 70\r\n",
                                   at_last ? request_.last_uri : request_.uri, own_via(hop, false));
    for (std::size_t i = hop; i < request_.route.size(); ++i) {
      text += fmt::format("Route: <sip:{};lr>\r\n", script_.address(request_.route[i]));
    }
    script_.send(request_.path[hop], request_.path[hop + 1],
                 text + head("CANCEL", request_.to) + rows({}));
    const bool at_server = hop + 2 == request_.path.size();
    const std::string tag =
        at_server ? to_tag : fmt::format("{}-{}", request_.path[hop + 1], script_.next());
    script_.send(request_.path[hop + 1], request_.path[hop],
                 "SIP/2.0 200 OK\r\n" + own_via(hop, true) +
                     head("CANCEL", with_tag(request_.to, tag)) + rows({}));
  }
}

Sent Sent::branch(std::size_t at, const std::string& host, const std::string& uri) {
  Request forwarded = request_;
  forwarded.path.resize(at + 1);
  forwarded.path.push_back(host);
  forwarded.last_uri = uri;
  Sent sent(script_, forwarded, false);
  std::copy_n(branches_.begin(), at, sent.branches_.begin());
  sent.again(at);
  return sent;
}

Call::Call(Script& script, std::vector<std::string> path)
    : script_(script), path_(std::move(path)), number_(std::to_string(script.next())) {
  call_id_ = fmt::format("{}@{}", number_, path_.front());
}

std::string Call::target(const std::string& end) {
  return fmt::format("sip:{}@{}", end, script_.address(end));
}

std::string Call::contact(const std::string& end) { return "Contact: <" + target(end) + ">"; }

std::vector<std::string> Call::abilities(const std::string& end) {
  return {contact(end), "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, PRACK, UPDATE, REFER, NOTIFY",
          "Supported: 100rel, replaces, timer"};
}

Request Call::opening(const std::string& method, Content content) {
  const std::string& client = path_.front();
  const std::string& server = path_.back();
  Request request{.method = method, .path = path_};
  request.uri = fmt::format("sip:{}@example.com", server);
  if (path_.size() > 2) request.last_uri = target(server);
  request.from = fmt::format("<sip:{}@example.com>;tag={}", client, tag(client));
  request.to = fmt::format("<sip:{}@example.com>", server);
  request.call_id = call_id_;
  request.cseq = ++cseq_[client];
  request.records = path_.size() > 2 && method != "MESSAGE" && method != "OPTIONS";
  request.content = std::move(content);
  if (method != "MESSAGE") {
    request.content.headers.insert(request.content.headers.begin(), contact(client));
  }
  return request;
}

Sent Call::open(const std::string& method, Content content) {
  return Sent(script_, opening(method, std::move(content)));
}

Request Call::within(const std::string& end, const std::string& method, unsigned cseq) {
  const bool forward = end == path_.front();
  const std::string& peer = forward ? path_.back() : path_.front();
  Request request{.method = method, .path = path_};
  if (!forward) std::ranges::reverse(request.path);
  request.route.assign(request.path.begin() + 1, request.path.end() - 1);
  request.uri = target(peer);
  request.from = fmt::format("<sip:{}@example.com>;tag={}", end, tag(end));
  request.to = fmt::format("<sip:{}@example.com>;tag={}", peer, tag(peer));
  request.call_id = call_id_;
  request.cseq = cseq;
  return request;
}

Sent Call::request(const std::string& end, const std::string& method, Content content) {
  Request request = within(end, method, ++cseq_[end]);
  request.content = std::move(content);
  return Sent(script_, std::move(request));
}

void Call::ack(const std::string& end, unsigned cseq, Content content) {
  Request request = within(end, "ACK", cseq);
  request.content = std::move(content);
  Sent(script_, std::move(request));
}

Content Call::sdp(const std::string& end, const std::string& direction,
                  std::vector<std::string> headers) {
  ++versions_[end];
  directions_[end] = direction;
  return same_sdp(end, std::move(headers));
}

Content Call::same_sdp(const std::string& end, std::vector<std::string> headers) {
  const std::string address = script_.address(end);
  const std::string host = address.substr(0, address.find(':'));
  return {std::move(headers), "application/sdp",
          fmt::format("v=0\r\no={0} {1} {2} IN IP4 {3}\r\ns=-\r\nc=IN IP4 {3}\r\nt=0 0\r\n"
                      "m=audio 40000 RTP/AVP 0 8\r\na=rtpmap:0 PCMU/8000\r\n"
                      "a=rtpmap:8 PCMA/8000\r\na={4}\r\n",
                      end, number_, versions_[end], host, directions_[end])};
}

}  // namespace sipgloss::test
