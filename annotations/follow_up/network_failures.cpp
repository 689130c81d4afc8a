// SPDX-License-Identifier: MIT
// What an event of the network did to a request. RFC 3261
// sections 8.1.3.1, 16.3, 16.6, 16.9, 18.2.2 and 18.4, RFC 3263 section 4.2.
#include <fmt/format.h>

#include <array>

#include "follow_up/failures.hpp"

namespace sipgloss::follow_up {
namespace {

/// How far back a list of the tracker is followed.
constexpr int most_steps = 256;

/// What happened, with {0} for the method and {1} {2} as the case says, and what is done then.
struct Story {
  SentenceForm what;
  SentenceForm consequence;
  Citation cite;
  unsigned acts_as;
  Text gist;
};

constexpr SentenceForm client_acts{
    "The client's transport layer SHOULD report this; the client MUST then act as on a 503.",
    "客户端的传输层应当上报此失败，客户端随后必须按收到 503 处理。"};
constexpr SentenceForm proxy_acts{
    "Once told of it, the proxy MUST behave as if the request it forwarded had received a 503.",
    "代理服务器得知后，必须视同所转发的请求收到了 503。"};

constexpr Story reset{.what = {"{1} reset the TCP connection before its final response to the {0}.",
                               "{1} 尚未给出 {0} 的最终响应就复位了 TCP 连接。"},
                      .consequence = client_acts,
                      .cite = {3261, "8.1.3.1"},
                      .acts_as = 503,
                      .gist = {"connection reset", "连接被复位"}};
constexpr Story closed{
    .what = {"{1} closed the TCP connection before its final response to the {0}.",
             "{1} 尚未给出 {0} 的最终响应就关闭了 TCP 连接。"},
    .consequence =
        {"A response needs a new connection now; a client that takes this for a transport error "
         "MUST act as on a 503.",
         "响应此后只能经新的连接到来；客户端若视之为传输错误，必须按收到 503 处理。"},
    .cite = {3261, "8.1.3.1"},
    .acts_as = 503,
    .gist = {"connection closed", "连接被关闭"}};
constexpr Story reset_by_client{
    .what = {"The client {1} itself reset the TCP connection with its {0} outstanding.",
             "客户端 {1} 在 {0} 尚无最终响应时自行复位了 TCP 连接。"},
    .consequence =
        {"A response now needs a new connection, which the server SHOULD open to the address in "
         "Via.",
         "响应只能经新的连接返回，服务器应当向 Via 中的地址建立连接。"},
    .cite = {3261, "18.2.2"},
    .acts_as = 0,
    .gist = {"reset by the client itself", "客户端自行复位连接"}};
constexpr Story closed_by_client{
    .what = {"The client {1} itself closed the TCP connection with its {0} outstanding.",
             "客户端 {1} 在 {0} 尚无最终响应时自行关闭了 TCP 连接。"},
    .consequence =
        {"Once it is closed on both sides, the server SHOULD open a connection to the address in "
         "Via for its response.",
         "连接双向关闭后，服务器应当向 Via 中的地址新建连接，以返回响应。"},
    .cite = {3261, "18.2.2"},
    .acts_as = 0,
    .gist = {"closed by the client itself", "客户端自行关闭连接"}};
constexpr Story undelivered{.what = {"{1} reports by ICMP that the {0} was not delivered: {2}.",
                                     "{1} 用 ICMP 报告 {0} 未能送达：{2}。"},
                            .consequence = client_acts,
                            .cite = {3261, "8.1.3.1"},
                            .acts_as = 503,
                            .gist = {}};
constexpr Story unresolved{
    .what = {"{1} does not resolve ({2}), so the {0} has no next hop.",
             "{1} 无法解析（{2}），{0} 没有下一跳可去。"},
    .consequence = {"A proxy with no address left acts as if the target had returned a 408.",
                    "代理服务器没有可用地址时，视同该目标返回了 408。"},
    .cite = {3261, "16.6"},
    .acts_as = 408,
    .gist = {"name not resolved", "域名无法解析"}};
constexpr Story round{
    .what = {"The {0} is back at {1} with the same Request-URI ({2}): it goes round in a loop.",
             "{0} 以相同的 Request-URI 又回到 {1}（{2}）：转发成环。"},
    .consequence =
        {"A proxy that detects it responds with 482; else Max-Forwards ends it with 483.",
         "代理服务器若检测到环路，以 482 拒绝；否则直到 Max-Forwards 用尽，以 483 结束。"},
    .cite = {3261, "16.3"},
    .acts_as = 0,
    .gist = {"comes round in a loop", "转发成环"}};

// Unseen: the request was never sent, or not captured. {0} is who wanted to send.
constexpr Story refused_unseen{
    .what = {"{1} refused the TCP connection that {0} wanted to open.",
             "{1} 拒绝了 {0} 发起的 TCP 连接。"},
    .consequence =
        {"The client MUST treat the request that was to go over it as if a 503 had come.",
         "本应经此连接发送的请求，客户端必须按收到 503 处理。"},
    .cite = {3261, "8.1.3.1"},
    .acts_as = 503,
    .gist = {"TCP connection refused", "TCP 连接被拒绝"}};
constexpr Story undelivered_unseen{
    .what = {"{1} reports by ICMP that what {0} sent was not delivered: {2}.",
             "{1} 用 ICMP 报告 {0} 发送的消息未能送达：{2}。"},
    .consequence = client_acts,
    .cite = {3261, "8.1.3.1"},
    .acts_as = 503,
    .gist = {}};
constexpr Story unresolved_unseen{
    .what = {"{1} does not resolve ({2}), and {0} had asked for it as a SIP domain.",
             "{1} 无法解析（{2}），{0} 此前曾将其作为 SIP 域查询。"},
    .consequence = {"Without an address the client cannot send its request.",
                    "没有地址，客户端无法发送请求。"},
    .cite = {3263, "4.2"},
    .acts_as = 0,
    .gist = {"name not resolved", "域名无法解析"}};

Text reason_of(Unreachable reason) {
  constexpr auto reasons = std::to_array<Text>({
      {"network unreachable", "网络不可达"},
      {"host unreachable", "主机不可达"},
      {"protocol unreachable", "协议不可达"},
      {"port unreachable", "端口不可达"},
      {"administratively prohibited", "被管理策略禁止"},
      {"parameter problem", "参数错误"},
  });
  static_assert(reasons.size() == static_cast<std::size_t>(Unreachable::parameter) + 1);
  return reasons[static_cast<std::size_t>(reason)];
}

/// RFC 1035 section 4.1.1, by the names that tools print.
Text name_of_rcode(std::uint8_t rcode) {
  constexpr auto names = std::to_array<std::string_view>(
      {"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"});
  const std::string_view name = rcode < names.size() ? names[rcode] : "RCODE";
  return {name, name};
}

ResponseClass class_of(EventKind kind) {
  switch (kind) {
    case EventKind::icmp_error:
    case EventKind::dns_answer:
      return ResponseClass::host_error;
    case EventKind::came_round:
      return ResponseClass::proxy_error;
    default:
      return ResponseClass::connection_error;
  }
}

std::string_view host_of(Endpoint endpoint, Annotation& into) {
  endpoint.port = 0;
  const std::string text = to_string(endpoint);
  return into.keep(std::string_view(text).substr(0, text.rfind(':')));
}

Failed told(const Story& story, const EventRecord& event, std::array<Value, 3> values,
            Annotation& into) {
  Failed failed;
  failed.failure.response_class = class_of(event.kind);
  failed.failure.what = fill_in(story.what.text, values, into);
  failed.failure.consequence = story.consequence.text;
  failed.failure.cite = story.cite;
  failed.failure.acts_as = story.acts_as;
  failed.failure.frame = event.frame;
  failed.gist = event.kind == EventKind::icmp_error ? reason_of(event.reason) : story.gist;
  return failed;
}

bool responded_after(const Sent& sent, Time time) {
  MessageId id = sent.transaction.last;
  for (int i = 0; i < most_steps && id != no_message; ++i) {
    const MessageRecord& message = sent.tracker.message(id);
    if (message.is_response()) return message.time > time;
    id = message.previous;
  }
  return false;
}

/// Whether the client was still waiting then (Timers B and F); an INVITE with a provisional
/// response can wait for long.
bool waited_at(const Sent& sent, Time time) {
  const bool ringing = sent.transaction.method == Method::invite && sent.transaction.answered;
  return ringing || time - sent.request().time <= 64 * sent.settings.t1;
}

bool is_from_client(const Sent& sent, const EventRecord& event) {
  const Endpoint& client =
      sent.tracker.hop(sent.transaction.hop).hosts[sent.transaction.client ? 1 : 0];
  return event.source.length == client.length && event.source.address == client.address &&
         event.source.port == sent.transaction.client_port;
}

// Where the client ends the connection, nothing tells that the other direction was captured: a
// response of that server does.
std::optional<Failed> failed_connection(const Sent& sent, const EventRecord& event,
                                        Annotation& into) {
  const bool from_client = is_from_client(sent, event);
  if (from_client && !sent.tracker.last_from_server(sent.transaction)) return std::nullopt;
  const bool was_closed = event.kind == EventKind::tcp_closed;
  const Story& story = from_client ? (was_closed ? closed_by_client : reset_by_client)
                                   : (was_closed ? closed : reset);
  return told(story, event,
              {named(sent.transaction.method), into.keep(to_string(event.source)), {}}, into);
}

/// A name is needed by the server that is to forward the request. What it then says itself is no
/// success, if it says anything.
std::optional<Failed> failed_name(const Sent& sent, const EventRecord& event, Annotation& into) {
  const MessageRecord* const final = sent.final();
  const bool went_on = sent.transaction.last_branch != TransactionId::none ||
                       (final != nullptr && final->code < 400);
  if (went_on) return std::nullopt;
  return told(
      unresolved, event,
      {named(sent.transaction.method), std::string_view(event.name), name_of_rcode(event.rcode)},
      into);
}

std::optional<Failed> failed_round(const Sent& sent, const EventRecord& event, Annotation& into) {
  const MessageRecord* const final = sent.final();
  if (final != nullptr && final->code < 300) return std::nullopt;
  const TransactionId first_id = sent.tracker.touched_by(sent.transaction.failed_by).front();
  const std::uint32_t first =
      sent.tracker.message(sent.tracker.transaction(first_id).request).frame;
  const Text frames{into.keep(fmt::format("frames {} and {}", first, event.frame)),
                    into.keep(fmt::format("帧 {} 和 {}", first, event.frame))};
  Failed failed =
      told(round, event,
           {named(sent.transaction.method), into.keep(to_string(event.source)), frames}, into);
  const bool is_back = sent.request().frame == event.frame;
  if (is_back) failed.failure.frame = first;
  return failed;
}

}  // namespace

std::optional<Failed> failed_by_event(const Sent& sent, const EventRecord& event,
                                      Annotation& into) {
  if (event.kind == EventKind::came_round) return failed_round(sent, event, into);
  if (!waited_at(sent, event.time)) return std::nullopt;
  if (event.kind == EventKind::dns_answer) return failed_name(sent, event, into);
  if (sent.final() != nullptr || responded_after(sent, event.time)) return std::nullopt;
  std::optional<Failed> failed;
  if (event.kind == EventKind::icmp_error) {
    failed =
        told(undelivered, event,
             {named(sent.transaction.method), host_of(event.source, into), reason_of(event.reason)},
             into);
  } else {
    failed = failed_connection(sent, event, into);
  }
  const bool ends_the_wait = failed && failed->failure.acts_as == 503;
  if (ends_the_wait && sent.transaction.from_proxy) {
    failed->failure.consequence = proxy_acts.text;
    failed->failure.cite = {3261, "16.9"};
  }
  return failed;
}

Failed failed_unseen(const EventRecord& record, const NetworkEvent& event, Annotation& into) {
  if (event.kind == EventKind::icmp_error) {
    return told(undelivered_unseen, record,
                {into.keep(to_string(event.quoted.source)), host_of(event.source, into),
                 reason_of(event.reason)},
                into);
  }
  if (event.kind == EventKind::dns_answer) {
    return told(unresolved_unseen, record,
                {host_of(event.destination, into), std::string_view(record.name),
                 name_of_rcode(event.rcode)},
                into);
  }
  return told(refused_unseen, record,
              {into.keep(to_string(event.destination)), into.keep(to_string(event.source)), {}},
              into);
}

}  // namespace sipgloss::follow_up
