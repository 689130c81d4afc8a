// SPDX-License-Identifier: MIT
// Fuzzer of a whole session: a stream of messages with times and addresses, as hostile as the bytes
// make it. Each message is taken, and in the end each is annotated; what comes out keeps its
// promises.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <vector>

#include "sipgloss/session.hpp"

namespace sipgloss::test {
namespace {

constexpr std::array<std::string_view, 16> methods = {
    "INVITE",    "ACK",    "BYE",   "CANCEL",  "REGISTER", "OPTIONS", "PRACK", "UPDATE",
    "SUBSCRIBE", "NOTIFY", "REFER", "MESSAGE", "PUBLISH",  "INFO",    "CHAT",  ""};
constexpr std::array<unsigned, 32> codes = {100, 180, 183, 199, 200, 202, 204, 302, 305, 380, 401,
                                            403, 404, 405, 407, 408, 412, 415, 420, 422, 423, 469,
                                            481, 482, 486, 487, 489, 491, 494, 500, 503, 603};
/// Header fields that rules and follow-ups look at.
constexpr std::array<std::string_view, 48> fields = {
    "Contact: <sip:a@192.0.2.1>;expires=60\r\n",
    "Contact: *\r\n",
    "m: <sips:b@[2001:db8::1]:5061;lr>;q=0.5, <tel:+1>\r\n",
    "Record-Route: <sip:192.0.2.9;lr>, <sip:p2.example.com;lr>\r\n",
    "Route: <sip:192.0.2.9;lr>\r\n",
    "Via: SIP/2.0/TCP 192.0.2.77;branch=z9hG4bK7;received=192.0.2.78;rport\r\n",
    "Supported: 100rel, timer, path, outbound, gruu, 199\r\n",
    "Require: 100rel\r\n",
    "Require: timer, outbound, sec-agree\r\n",
    "RSeq: 4294967295\r\n",
    "RSeq: 1\r\n",
    "RAck: 1 1 INVITE\r\n",
    "Expires: 0\r\n",
    "Expires: 4294967295\r\n",
    "Min-Expires: 3600\r\n",
    "Session-Expires: 90;refresher=uac\r\n",
    "Session-Expires: 1800;refresher=uas\r\n",
    "Min-SE: 120\r\n",
    "Retry-After: 5 (busy);duration=10\r\n",
    "Retry-After: 99999999999\r\n",
    "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", qop=\"auth\", stale=true\r\n",
    "Proxy-Authenticate: Digest realm=\"r\", nonce=\"m\"\r\n",
    "Authorization: Digest realm=\"r\", nonce=\"n\", uri=\"sip:x\", username=\"u\"\r\n",
    "Proxy-Authorization: Digest realm=\"r\", nonce=\"m\", username=\"u\"\r\n",
    "Event: refer;id=1\r\n",
    "Event: presence\r\n",
    "Subscription-State: terminated;reason=noresource\r\n",
    "Subscription-State: active;expires=60\r\n",
    "Refer-To: <sip:c@example.com>\r\n",
    "Refer-Sub: false\r\n",
    "SIP-ETag: e1\r\n",
    "SIP-If-Match: e1\r\n",
    "Allow: INVITE, UPDATE\r\n",
    "Accept: application/sdp\r\n",
    "Unsupported: foo\r\n",
    "Max-Forwards: 0\r\n",
    "Reason: Q.850;cause=16, SIP;cause=200\r\n",
    "Warning: 399 a \"b\"\r\n",
    "Path: <sip:p;lr>\r\n",
    "Recv-Info: foo\r\n",
    "Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000\r\n",
    "History-Info: <sip:a>;index=1\r\n",
    "Identity: x;info=<https://example.com>;alg=ES256\r\n",
    "Timestamp: 54\r\n",
    "Date: Sat, 13 Nov 2010 23:29:00 GMT\r\n",
    "Content-Type: application/sdp\r\n",
    "Content-Type: message/sipfrag\r\n",
    "Security-Server: tls;q=0.1\r\n"};
constexpr std::array<std::string_view, 4> bodies = {
    "",
    "v=0\r\no=- 1 1 IN IP4 h\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0 8\r\n",
    "v=0\r\no=- 1 2 IN IP4 h\r\ns=-\r\nt=0 0\r\nm=audio 0 RTP/AVP 8\r\na=sendonly\r\nm=video 7 x "
    "1\r\n",
    "SIP/2.0 200 OK\r\n"};

/// The bytes that steer the stream, taken off one by one; zeros at their end.
class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }
  std::size_t next() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  std::string_view take(std::size_t size) {
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(taken.size());
    return taken;
  }

 private:
  std::string_view bytes_;
};

/// A message that fits into a call: methods, codes, tags, branches and fields out of short lists,
/// so that streams meet themselves again.
std::string made(Source& source) {
  const std::size_t kind = source.next();
  const std::size_t names = source.next();
  const std::string_view method = methods[kind % 16];
  const bool response = kind >= 96;
  const std::string cseq = std::to_string(source.next() % 4) + " ";
  std::string text = response ? "SIP/2.0 " + std::to_string(codes[source.next() % 32]) + " X\r\n"
                              : std::string(method) + " sip:b@example.com SIP/2.0\r\n";
  const auto number = [&](std::size_t shift) { return std::to_string(names >> shift & 3U); };
  text += "Via: SIP/2.0/UDP 10.0.0." + number(0) +
          ";branch=" + (source.next() % 8 == 0 ? "old" : "z9hG4bK") + number(2) + "\r\n";
  text += "From: <sip:a@example.com>;tag=" + number(4) + "\r\n";
  text += "To: <sip:b@example.com>" + ((names >> 6U) == 0 ? "" : ";tag=" + number(6)) + "\r\n";
  text += "Call-ID: " + std::to_string(source.next() % 3) + "\r\nCSeq: " + cseq +
          std::string(method) + "\r\n";
  for (std::size_t more = source.next() % 5; more > 0; --more) text += fields[source.next() % 48];
  const std::string_view body = bodies[source.next() % 4];
  return text + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

Endpoint host(std::size_t number) {
  return {{10, 0, 0, static_cast<std::uint8_t>(number % 4)}, 4, 5060};
}

struct Sent {
  std::string bytes;
  Packet packet;
  Message message;
  MessageId id{};
};

/// Plays the stream: a length makes raw bytes, none a made message.
void play(Source source, Session& session, std::deque<Sent>& sent) {
  Time now{std::chrono::hours(24)};
  while (!source.empty() && sent.size() < 200) {
    const std::size_t flags = source.next();
    const std::size_t raw = flags % 8 == 7 ? source.next() : 0;
    const std::size_t wait = source.next();
    now += wait < 200 ? std::chrono::milliseconds(wait * 5) : std::chrono::seconds(wait - 199);
    Sent& one = sent.emplace_back();
    one.bytes = raw > 0 ? std::string(source.take(raw)) : made(source);
    one.packet = {.frame = static_cast<std::uint32_t>(sent.size()),
                  .time = now,
                  .transport = static_cast<Transport>(flags / 8 % 4),
                  .source = host(flags >> 5U),
                  .destination = host(flags >> 6U),
                  .bytes = one.bytes,
                  .truncated = flags % 8 == 6};
    one.message.reparse(one.packet.wire());
    one.id = session.observe(one.packet, one.message);
  }
}

void hold(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void check_text(const Text& text) {
  hold(text.en.size() <= longest_text && text.zh.size() <= longest_text, "a text fits a label");
}

void check(const Sent& sent, const Annotation& annotation, std::size_t frames) {
  const std::string_view whole = sent.message.bytes;
  for (const Finding& finding : annotation.findings) {
    check_text(finding.text);
    hold(finding.bytes.data() >= whole.data() &&
             finding.bytes.data() + finding.bytes.size() <= whole.data() + whole.size(),
         "a finding points into its message");
    for (const std::uint32_t frame : finding.frames) hold(frame <= frames, "a frame exists");
  }
  for (const FollowUp& follow_up : annotation.follow_ups) {
    check_text(follow_up.what);
    check_text(follow_up.reason);
    hold(follow_up.frame <= frames, "a follow-up's frame exists");
  }
  for (const Text& text : annotation.in_message) check_text(text);
}

}  // namespace
}  // namespace sipgloss::test

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace sipgloss::test;
  sipgloss::Session session;
  std::deque<Sent> sent;
  play(Source({reinterpret_cast<const char*>(data), size}), session, sent);
  sipgloss::Annotation annotation;
  for (const Sent& one : sent) {
    session.annotate(one.id, one.packet, one.message, annotation);
    check(one, annotation, sent.size());
  }
  return 0;
}
