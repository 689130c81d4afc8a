// SPDX-License-Identifier: MIT
// The way back of a response: what the server notes in the top Via, and where it sends from and to.
// RFC 3261 sections 8.1.3.3 and 18.2, RFC 3581 section 4.
#include "rules/within_transaction.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::uint16_t usual_port = 5060;

/// Whether the top Via of a request came as its client wrote it.
bool is_untouched(const Via& via) { return !via.received; }

Verdict received(const Seen& seen) {
  const Captured& request = *seen.capture->request();
  const Via& asked = request.message.top_via();
  const Via& answered = seen.message.top_via();
  const Transport over = request.packet.transport;
  const bool exempt = over == Transport::websocket || over == Transport::secure_websocket;
  if (exempt || asked.host.empty() || !is_untouched(asked)) return Verdict::unknown();
  if (is_address(asked.host, request.packet.source)) return Verdict::holds();
  if (answered.received) return Verdict::holds();
  return Verdict::broken_at(answered.raw, asked.sent_by,
                            seen.capture->shown(request.packet.source));
}

Verdict filled_rport(const Seen& seen) {
  const Captured& request = *seen.capture->request();
  const Via& asked = request.message.top_via();
  const bool is_wanted = asked.rport && asked.rport->empty();
  if (!is_wanted || !is_untouched(asked)) return Verdict::unknown();
  const Via& answered = seen.message.top_via();
  const bool has_port = answered.rport && !answered.rport->empty();
  if (has_port && answered.received) return Verdict::holds();
  return Verdict::broken_at(answered.raw, has_port ? std::string_view("received") : "rport");
}

/// Where a response over UDP goes by its top Via; nothing where only a name tells it, or where an
/// address translator between here and the server makes both see other addresses.
std::optional<Endpoint> way_back(const Via& via, const Packet& request) {
  if (via.maddr) return std::nullopt;
  if (!is_address(via.received.value_or(via.host), request.source)) return std::nullopt;
  Endpoint back = request.source;
  const auto rport = read_number(via.rport.value_or(""));
  if (rport && *rport != request.source.port) return std::nullopt;
  back.port = rport ? static_cast<std::uint16_t>(*rport) : via.port.value_or(usual_port);
  return back;
}

/// Whether a proxy sends a response on with other Vias than it should, of which PRX-01 tells: who
/// sent the request sends the response too, or the response goes to who got the request.
bool goes_on_amiss(const Capture& capture, const Packet& request) {
  if (is_same_host(request.source, request.destination)) return false;
  const Transaction& own = capture.transaction();
  const bool from_client = is_same_host(capture.packet().source, request.source);
  const bool to_server = is_same_host(capture.packet().destination, request.destination);
  return (from_client && own.upstream != TransactionId::none) ||
         (to_server && own.last_branch != TransactionId::none);
}

Verdict sent_to(const Seen& seen) {
  const Packet& request = seen.capture->request()->packet;
  const Packet& response = seen.capture->packet();
  const std::optional<Endpoint> back = way_back(seen.message.top_via(), request);
  if (response.transport != Transport::udp || request.transport != Transport::udp || !back)
    return Verdict::unknown();
  if (response.destination == *back) return Verdict::holds();
  // Many servers answer to where a request came from without being asked to, on purpose.
  if (response.destination == request.source) return Verdict::unknown();
  if (goes_on_amiss(*seen.capture, request)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.top_via().raw, seen.capture->shown(response.destination),
                            seen.capture->shown(*back));
}

Verdict sent_from(const Seen& seen) {
  const Captured& request = *seen.capture->request();
  const Packet& response = seen.capture->packet();
  const bool udp =
      response.transport == Transport::udp && request.packet.transport == Transport::udp;
  if (!udp || !request.message.top_via().rport) return Verdict::unknown();
  const Endpoint& asked = request.packet.destination;
  if (response.source == asked) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, seen.capture->shown(response.source),
                            seen.capture->shown(asked));
}

Verdict one_via(const Seen& seen) {
  if (via_count(seen.capture->request()->message) != 1) return Verdict::unknown();
  const std::string_view second = seen.message.second_via();
  return second.empty() ? Verdict::holds() : Verdict::broken_at(second, second);
}

constexpr Rule table[] = {
    {.code = "COP-12",
     .slug = "via-too-many-for-the-caller",
     .level = Level::should,
     .cite = {3261, "8.1.3.3"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "Below the caller's own Via stands {0}: the response went astray, and the "
                      "caller should discard it.",
                .zh = "主叫自己的 Via 之下还有 {0}，说明响应走错了路，主叫应当将其丢弃。"},
     .check = one_via},
    {.code = "COP-13",
     .slug = "via-without-received",
     .level = Level::must,
     .cite = {3261, "18.2.1"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "The request came from {1}, but its Via says {0}: the server had to note the "
                      "address in received.",
                .zh =
                    "请求来自 {1}，而其 Via 写的是 {0}，服务器必须用 received 参数记下来源地址。"},
     .check = received},
    {.code = "COP-14",
     .slug = "rport-not-filled-in",
     .level = Level::should,
     .cite = {3581, "4"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "The request asked by rport for its source port, but {0} is not filled in: "
                      "behind a NAT the response gets lost.",
                .zh =
                    "请求用 rport 要求记下源端口，而响应没有填写 {0}，NAT 后的终端会收不到响应。"},
     .check = filled_rport},
    {.code = "COP-15",
     .slug = "response-sent-elsewhere",
     .level = Level::must,
     .cite = {3261, "18.2.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "Sent to {0}, but the top Via names {1}: the client may not listen there.",
                .zh = "响应发往 {0}，而顶层 Via 指定的是 {1}，客户端在该处可能收不到。"},
     .check = sent_to},
    {.code = "COP-16",
     .slug = "response-from-another-port",
     .level = Level::should,
     .cite = {3581, "4"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "Sent from {0}, but the request with rport went to {1}: a NAT lets only the "
                      "latter through.",
                .zh = "响应从 {0} 发出，而带 rport 的请求发往 {1}，NAT 只放行来自后者的消息。"},
     .check = sent_from},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> response_path{table};

}  // namespace sipgloss::subject
