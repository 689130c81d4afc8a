// SPDX-License-Identifier: MIT
// Calls that are set up, refused, given up and forwarded, in full. RFC 3261, RFC 3262, RFC 3665,
// RFC 5407.
#include "sound_calls.hpp"

namespace sipgloss::test {
namespace {

using Path = std::vector<std::string>;

Path direct() { return {"alice", "bob"}; }
Path through_proxies() { return {"alice", "east", "west", "bob"}; }

constexpr const char* challenge =
    "Proxy-Authenticate: Digest realm=\"example.com\", qop=\"auth\", "
    "nonce=\"5f2b1c0d9e8a7746\", opaque=\"\", stale=FALSE, algorithm=MD5";
constexpr const char* credentials =
    "Proxy-Authorization: Digest username=\"alice\", realm=\"example.com\", "
    "nonce=\"5f2b1c0d9e8a7746\", uri=\"sip:bob@example.com\", qop=auth, nc=00000001, "
    "cnonce=\"0a4f113b\", opaque=\"\", algorithm=MD5, "
    "response=\"0f1e2d3c4b5a69788796a5b4c3d2e1f0\"";

void hang_up(Call& call, const std::string& end) {
  call.request(end, "BYE").respond("200 OK", call.tag("bob"));
}

void answered(Script& script, const Path& path, const std::string& ends) {
  Call call(script, path);
  Sent invite = call.open("INVITE", call.sdp("alice"));
  script.wait(0.2);
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(4);
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  call.ack("alice", 1);
  script.wait(30);
  hang_up(call, ends);
}

void direct_call(Script& script) { answered(script, direct(), "bob"); }
void proxied_call(Script& script) { answered(script, through_proxies(), "alice"); }

void challenged_call(Script& script) {
  Call call(script, through_proxies());
  Sent first(script, [&] {
    Request request = call.opening("INVITE", call.sdp("alice"));
    request.path.resize(2);  // the first proxy does not forward it
    request.last_uri.clear();
    request.records = false;
    return request;
  }());
  first.refuse("407 Proxy Authentication Required", "east-1", {{challenge}});
  script.wait(0.1);
  Sent second = call.open("INVITE", call.same_sdp("alice", {credentials}));
  script.wait(0.5);
  second.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(3);
  second.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  call.ack("alice", 2, {{credentials}});
  script.wait(20);
  hang_up(call, "bob");
}

void cancelled(Script& script, double rings) {
  Call call(script, through_proxies());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  script.wait(0.2);
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(rings);
  invite.cancel(call.tag("bob"));
  invite.refuse("487 Request Terminated", call.tag("bob"));
}

void cancelled_call(Script& script) { cancelled(script, 15); }
void cancelled_at_once(Script& script) { cancelled(script, 0.1); }

void busy(Script& script) {
  Call call(script, through_proxies());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  script.wait(0.2);
  invite.refuse("486 Busy Here", call.tag("bob"), {{"Retry-After: 60"}});
}

void declined(Script& script) {
  Call call(script, direct());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(3);
  invite.refuse("603 Decline", call.tag("bob"));
}

/// The server moves the caller on, who tries the new address.
void redirected(Script& script) {
  Call call(script, {"alice", "server"});
  Request request = call.opening("INVITE", call.sdp("alice"));
  request.uri = "sip:bob@example.com";
  request.to = "<sip:bob@example.com>";
  Sent asked(script, request);
  asked.refuse("302 Moved Temporarily", "server-1", {{call.contact("bob")}});
  script.wait(0.1);
  request.path = direct();
  request.uri = call.target("bob");
  request.cseq = 2;
  Sent again(script, request);
  again.respond("180 Ringing", "bob-1", {{call.contact("bob")}});
  script.wait(2);
  Content answer = call.sdp("bob", "sendrecv", call.abilities("bob"));
  again.respond("200 OK", "bob-1", answer);
  request.to += ";tag=bob-1";
  request.method = "ACK";
  request.content = {};
  Sent ack(script, request);
  script.wait(9);
  request.method = "BYE";
  request.cseq = 3;
  Sent(script, request).respond("200 OK", "bob-1");
}

/// The proxy tries a second phone where the first does not answer, or is busy.
void forwarded(Script& script, bool is_busy) {
  Call call(script, {"alice", "east", "carol"});
  Request request = call.opening("INVITE", call.sdp("alice"));
  request.uri = "sip:bob@example.com";
  request.to = "<sip:bob@example.com>";
  request.path.back() = "bob";
  request.last_uri = call.target("bob");
  Sent to_bob(script, request);
  if (is_busy) {
    to_bob.refuse("486 Busy Here", "bob-1", {}, 2, 1);
  } else {
    to_bob.respond("180 Ringing", "bob-1", {{call.contact("bob")}});
    script.wait(12);
    to_bob.cancel("bob-1", 1);
    to_bob.refuse("487 Request Terminated", "bob-1", {}, 2, 1);
  }
  to_bob.respond("181 Call Is Being Forwarded", "east-1",
                 {{"Contact: <sip:" + script.address("east") + ">"}}, 1);
  Sent to_carol = to_bob.branch(1, "carol", call.target("carol"));
  to_carol.respond("180 Ringing", call.tag("carol"), {{call.contact("carol")}});
  script.wait(4);
  to_carol.respond("200 OK", call.tag("carol"),
                   call.sdp("carol", "sendrecv", call.abilities("carol")));
  call.ack("alice", 1);
  script.wait(10);
  call.request("alice", "BYE").respond("200 OK", call.tag("carol"));
}

void forwarded_when_busy(Script& script) { forwarded(script, true); }
void forwarded_unanswered(Script& script) { forwarded(script, false); }

/// The proxy rings two phones at once; the first that answers wins.
void forked(Script& script) {
  Call call(script, {"alice", "east", "bob"});
  Sent desk = call.open("INVITE", call.sdp("alice"));
  Sent mobile = desk.branch(1, "mobile", call.target("mobile"));
  desk.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  mobile.respond("180 Ringing", "mobile-1", {{call.contact("mobile")}});
  script.wait(5);
  desk.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  mobile.cancel("mobile-1", 1);
  mobile.refuse("487 Request Terminated", "mobile-1", {}, 2, 1);
  call.ack("alice", 1);
  script.wait(8);
  hang_up(call, "alice");
}

/// Both phones answer before the proxy can cancel one: the caller hangs up the second.
void answered_twice(Script& script) {
  Call call(script, {"alice", "east", "bob"});
  Sent desk = call.open("INVITE", call.sdp("alice"));
  Sent mobile = desk.branch(1, "mobile", call.target("mobile"));
  desk.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  mobile.respond("180 Ringing", "mobile-1", {{call.contact("mobile")}});
  script.wait(5);
  desk.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  mobile.respond("200 OK", "mobile-1", call.sdp("mobile", "sendrecv", call.abilities("mobile")));
  call.ack("alice", 1);
  Request second = desk.request();
  second.path.back() = "mobile";
  second.method = "ACK";
  second.uri = call.target("mobile");
  second.last_uri.clear();
  second.to = "<sip:bob@example.com>;tag=mobile-1";
  second.records = false;
  second.route = {"east"};
  second.content = {};
  Sent acknowledged(script, second);
  second.method = "BYE";
  second.cseq = 2;
  Sent(script, second).respond("200 OK", "");
  script.wait(20);
  call.request("bob", "BYE").respond("200 OK", "");
}

/// The phone is gone: the proxy sends its INVITE again and again, and answers itself.
void silent_phone(Script& script) {
  Call call(script, {"alice", "east", "bob"});
  Sent invite = call.open("INVITE", call.sdp("alice"));
  for (const double pause : {0.49, 0.99, 1.99, 3.99, 7.99, 15.99}) {
    script.wait(pause);
    invite.again(1);
  }
  script.wait(0.5);
  invite.refuse("408 Request Timeout", "east-1", {}, 1);
}

/// The first server is overloaded, the second takes the call.
void moved_to_another_server(Script& script) {
  Call refused(script, {"alice", "east"});
  Request request = refused.opening("INVITE", refused.sdp("alice"));
  request.uri = "sip:bob@example.com";
  request.to = "<sip:bob@example.com>";
  Sent(script, request).refuse("503 Service Unavailable", "east-1", {{"Retry-After: 120"}});
  answered(script, {"alice", "west", "bob"}, "bob");
}

/// The early offer is changed in PRACK (RFC 3262 section 5).
void offer_in_prack(Script& script) {
  Call call(script, direct());
  Sent invite = call.open("INVITE", call.sdp("alice", "sendrecv", {"Require: 100rel"}));
  invite.respond("183 Session Progress", call.tag("bob"),
                 call.sdp("bob", "sendrecv", {call.contact("bob"), "Require: 100rel", "RSeq: 1"}));
  call.request("alice", "PRACK", call.sdp("alice", "sendrecv", {"RAck: 1 1 INVITE"}))
      .respond("200 OK", "", call.sdp("bob"));
  script.wait(2);
  invite.respond("200 OK", call.tag("bob"), {call.abilities("bob")});
  call.ack("alice", 1);
  script.wait(20);
  hang_up(call, "alice");
}

/// Early media, acknowledged. RFC 3262 section 5.
void early_media(Script& script) {
  Call call(script, through_proxies());
  Sent invite = call.open("INVITE", call.sdp("alice", "sendrecv", {"Supported: 100rel"}));
  script.wait(0.3);
  invite.respond("183 Session Progress", call.tag("bob"),
                 call.sdp("bob", "sendrecv",
                          {call.contact("bob"), "Require: 100rel", "RSeq: 7231",
                           "Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE"}));
  call.request("alice", "PRACK", {{"RAck: 7231 1 INVITE"}}).respond("200 OK", call.tag("bob"));
  script.wait(1);
  invite.respond("180 Ringing", call.tag("bob"),
                 {{call.contact("bob"), "Require: 100rel", "RSeq: 7232"}});
  call.request("alice", "PRACK", {{"RAck: 7232 1 INVITE"}}).respond("200 OK", call.tag("bob"));
  call.request("alice", "UPDATE", call.sdp("alice", "sendrecv", {call.contact("alice")}))
      .respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", {call.contact("bob")}));
  script.wait(3);
  invite.respond("200 OK", call.tag("bob"), {call.abilities("bob")});
  call.ack("alice", 1);
  script.wait(20);
  hang_up(call, "bob");
}

/// The callee makes the offer, the ACK answers it.
void offer_in_200(Script& script) {
  Call call(script, direct());
  Sent invite = call.open("INVITE", {});
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(2);
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  call.ack("alice", 1, call.sdp("alice"));
  script.wait(20);
  hang_up(call, "bob");
}

/// The first messages get lost on the way, and are sent again.
void sent_again(Script& script) {
  Call call(script, direct());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  script.wait(0.49);
  invite.again();
  script.wait(0.99);
  invite.again();
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(3);
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  script.wait(0.49);
  invite.respond_again();
  call.ack("alice", 1);
  script.wait(0.99);
  invite.respond_again();
  call.ack("alice", 1);
  script.wait(10);
  hang_up(call, "alice");
}

/// The 200 was on its way when the caller gave up (RFC 5407 section 3.1.2).
void cancel_crosses_200(Script& script) {
  Call call(script, direct());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  script.wait(5);
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  invite.cancel(call.tag("bob"));
  call.ack("alice", 1);
  hang_up(call, "alice");
}

void not_found(Script& script) {
  Call call(script, direct());
  call.open("INVITE", call.sdp("alice")).refuse("404 Not Found", call.tag("bob"));
}

void no_common_codec(Script& script) {
  Call call(script, through_proxies());
  Sent invite = call.open("INVITE", call.sdp("alice"));
  invite.refuse("488 Not Acceptable Here", call.tag("bob"),
                {{"Warning: 304 bob.example.com \"Media type not available\""}});
}

}  // namespace

std::vector<SoundCall> sound_set_ups() {
  return {{"direct call", direct_call},
          {"call through two proxies", proxied_call},
          {"call with a challenge", challenged_call},
          {"no answer, given up", cancelled_call},
          {"given up at once", cancelled_at_once},
          {"busy", busy},
          {"declined", declined},
          {"redirected", redirected},
          {"forwarded when busy", forwarded_when_busy},
          {"forwarded when unanswered", forwarded_unanswered},
          {"forked", forked},
          {"answered twice", answered_twice},
          {"silent phone", silent_phone, true},
          {"moved to another server", moved_to_another_server},
          {"offer in PRACK", offer_in_prack},
          {"early media", early_media},
          {"offer in the 200", offer_in_200},
          {"sent again", sent_again, true},
          {"CANCEL crosses 200", cancel_crosses_200},
          {"not found", not_found},
          {"no common codec", no_common_codec}};
}

}  // namespace sipgloss::test
