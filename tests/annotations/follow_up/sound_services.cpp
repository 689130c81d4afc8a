// SPDX-License-Identifier: MIT
// Registrations, subscriptions and messages, in full. RFC 3261 section 10, RFC 3428, RFC 3842,
// RFC 3903, RFC 6665.
#include "sound_calls.hpp"

namespace sipgloss::test {
namespace {

constexpr const char* date = "Date: Mon, 06 Jul 2026 09:00:00 GMT";

/// A REGISTER of alice with one Contact parameter.
Request registration(Script& script, unsigned cseq, const std::string& call_id,
                     std::vector<std::string> headers) {
  Request request{.method = "REGISTER", .path = {"alice", "registrar"}, .uri = "sip:example.com"};
  request.from = "<sip:alice@example.com>;tag=alice-" + std::to_string(script.next());
  request.to = "<sip:alice@example.com>";
  request.call_id = call_id;
  request.cseq = cseq;
  request.content.headers = std::move(headers);
  return request;
}

std::string registrar_tag(Script& script) { return "registrar-" + std::to_string(script.next()); }

std::string credentials(const std::string& nonce, unsigned count) {
  return "Authorization: Digest username=\"alice\", realm=\"example.com\", nonce=\"" + nonce +
         "\", uri=\"sip:example.com\", qop=auth, nc=0000000" + std::to_string(count) +
         ", cnonce=\"0a4f113b\", algorithm=MD5, response=\"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"";
}

/// Registered with a challenge, asked for, refreshed and taken back.
void registered(Script& script) {
  const std::string contact = "Contact: <sip:alice@" + script.address("alice") + ">";
  Sent(script, registration(script, 1, "r1@alice", {contact, "Expires: 600"}))
      .respond("401 Unauthorized", registrar_tag(script),
               {{"WWW-Authenticate: Digest realm=\"example.com\", qop=\"auth\", "
                 "nonce=\"5f2b1c0d9e8a7746\", stale=FALSE, algorithm=MD5"}});
  script.wait(0.1);
  for (unsigned cseq = 2; cseq < 5; ++cseq) {
    Sent(script, registration(script, cseq, "r1@alice",
                              {contact, "Expires: 600", credentials("5f2b1c0d9e8a7746", cseq - 1)}))
        .respond("200 OK", registrar_tag(script), {{contact + ";expires=600", date}});
    script.wait(500);
  }
  Sent(script, registration(script, 5, "r1@alice", {credentials("5f2b1c0d9e8a7746", 4)}))
      .respond("200 OK", registrar_tag(script), {{contact + ";expires=100", date}});
  Sent(script, registration(script, 6, "r1@alice",
                            {"Contact: *", "Expires: 0", credentials("5f2b1c0d9e8a7746", 5)}))
      .respond("200 OK", registrar_tag(script), {{date}});
}

void registered_too_briefly(Script& script) {
  const std::string contact = "Contact: <sip:alice@" + script.address("alice") + ">";
  Sent(script, registration(script, 1, "r2@alice", {contact, "Expires: 30"}))
      .respond("423 Interval Too Brief", registrar_tag(script), {{"Min-Expires: 300"}});
  script.wait(0.1);
  Sent(script, registration(script, 2, "r2@alice", {contact, "Expires: 300"}))
      .respond("200 OK", registrar_tag(script), {{contact + ";expires=300", date}});
}

/// The nonce is too old, and the next is used.
void stale_nonce(Script& script) {
  const std::string contact = "Contact: <sip:alice@" + script.address("alice") + ">;expires=600";
  Sent(script, registration(script, 1, "r3@alice", {contact, credentials("a1b2c3d4", 1)}))
      .respond("401 Unauthorized", registrar_tag(script),
               {{"WWW-Authenticate: Digest realm=\"example.com\", qop=\"auth\", "
                 "nonce=\"e5f60718\", stale=TRUE, algorithm=MD5"}});
  script.wait(0.1);
  Sent(script, registration(script, 2, "r3@alice", {contact, credentials("e5f60718", 1)}))
      .respond("200 OK", registrar_tag(script), {{contact, date}});
}

Content waiting(Call& call, const std::string& state) {
  return {{call.contact("mailbox"), "Event: message-summary", "Subscription-State: " + state},
          "application/simple-message-summary",
          "Messages-Waiting: yes\r\nVoice-Message: 1/0\r\n"};
}

/// A mailbox is watched, and no more.
void subscribed(Script& script) {
  Call call(script, {"alice", "mailbox"});
  const std::vector<std::string> wanted = {
      "Event: message-summary", "Accept: application/simple-message-summary", "Expires: 3600"};
  call.open("SUBSCRIBE", {wanted})
      .respond("200 OK", call.tag("mailbox"), {{call.contact("mailbox"), "Expires: 3600"}});
  call.request("mailbox", "NOTIFY", waiting(call, "active;expires=3600")).respond("200 OK", "");
  script.wait(700);
  call.request("mailbox", "NOTIFY", waiting(call, "active;expires=2900")).respond("200 OK", "");
  script.wait(2000);
  std::vector<std::string> again = wanted;
  again.insert(again.begin(), call.contact("alice"));
  call.request("alice", "SUBSCRIBE", {again})
      .respond("200 OK", "", {{call.contact("mailbox"), "Expires: 3600"}});
  call.request("mailbox", "NOTIFY", waiting(call, "active;expires=3600")).respond("200 OK", "");
  script.wait(20);
  again.back() = "Expires: 0";
  call.request("alice", "SUBSCRIBE", {again})
      .respond("200 OK", "", {{call.contact("mailbox"), "Expires: 0"}});
  call.request("mailbox", "NOTIFY", waiting(call, "terminated;reason=timeout"))
      .respond("200 OK", "");
}

/// The first NOTIFY overtakes the 200 (RFC 6665 section 4.1.2.4).
void notified_first(Script& script) {
  Call call(script, {"alice", "mailbox"});
  Sent subscribe = call.open("SUBSCRIBE", {{"Event: message-summary", "Expires: 600"}});
  Sent notify = call.request("mailbox", "NOTIFY", waiting(call, "active;expires=600"));
  subscribe.respond("200 OK", call.tag("mailbox"), {{call.contact("mailbox"), "Expires: 600"}});
  notify.respond("200 OK", "");
  script.wait(100);
  call.request("mailbox", "NOTIFY", waiting(call, "terminated;reason=deactivated"))
      .respond("200 OK", "");
}

void unknown_event(Script& script) {
  Call call(script, {"alice", "mailbox"});
  call.open("SUBSCRIBE", {{"Event: weather", "Expires: 600"}})
      .respond("489 Bad Event", call.tag("mailbox"), {{"Allow-Events: message-summary"}});
}

void messages(Script& script) {
  Call call(script, {"alice", "east", "bob"});
  call.open("MESSAGE", {{}, "text/plain", "Lunch?\r\n"}).respond("200 OK", call.tag("bob"));
  script.wait(3);
  Call away(script, {"alice", "east", "bob"});
  away.open("MESSAGE", {{}, "text/plain", "Or tea?\r\n"})
      .respond("480 Temporarily Unavailable", away.tag("bob"), {{"Retry-After: 300"}});
}

void asked_what_it_can(Script& script) {
  Call call(script, {"alice", "bob"});
  call.open("OPTIONS", {{"Accept: application/sdp"}})
      .respond("200 OK", call.tag("bob"),
               {{call.contact("bob"), "Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE",
                 "Accept: application/sdp", "Accept-Encoding: identity", "Accept-Language: en",
                 "Supported: 100rel, timer"}});
}

void published(Script& script) {
  Call call(script, {"alice", "agent"});
  Request request = call.opening("PUBLISH", {{"Event: presence", "Expires: 600"},
                                             "application/pidf+xml",
                                             "<presence entity=\"pres:alice@example.com\"/>"});
  request.uri = "sip:alice@example.com";
  request.to = "<sip:alice@example.com>";
  Sent(script, request).respond("200 OK", "agent-1", {{"SIP-ETag: dx200xyz", "Expires: 600"}});
  script.wait(300);
  request.cseq = 2;
  request.content = {{"Event: presence", "Expires: 600", "SIP-If-Match: dx200xyz"}};
  Sent(script, request).respond("200 OK", "agent-2", {{"SIP-ETag: kwj449x", "Expires: 600"}});
}

void unknown_method(Script& script) {
  Call call(script, {"alice", "bob"});
  Request request = call.opening("MESSAGE", {{}, "text/plain", "Hello\r\n"});
  Sent(script, request)
      .respond("405 Method Not Allowed", call.tag("bob"),
               {{"Allow: INVITE, ACK, CANCEL, BYE, OPTIONS"}});
}

}  // namespace

std::vector<SoundCall> sound_services() {
  return {{"registered", registered},
          {"registered too briefly", registered_too_briefly},
          {"stale nonce", stale_nonce},
          {"subscribed", subscribed},
          {"notified first", notified_first},
          {"unknown event", unknown_event},
          {"messages", messages},
          {"asked what it can", asked_what_it_can},
          {"published", published},
          {"unknown method", unknown_method}};
}

}  // namespace sipgloss::test
