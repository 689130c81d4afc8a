// SPDX-License-Identifier: MIT
// What happens within calls, in full: they are held, transferred, refreshed and changed from both
// ends at once. RFC 3311, RFC 3515, RFC 3891, RFC 4028, RFC 5359, RFC 5407, RFC 6337.
#include "sound_calls.hpp"

namespace sipgloss::test {
namespace {

using Path = std::vector<std::string>;

Path direct() { return {"alice", "bob"}; }
Path through_proxy() { return {"alice", "east", "bob"}; }

/// A call that has been answered.
Call connected(Script& script, const Path& path) {
  Call call(script, path);
  const std::string& caller = path.front();
  const std::string& callee = path.back();
  Sent invite = call.open("INVITE", call.sdp(caller));
  invite.respond("180 Ringing", call.tag(callee), {{call.contact(callee)}});
  script.wait(2);
  invite.respond("200 OK", call.tag(callee), call.sdp(callee, "sendrecv", call.abilities(callee)));
  call.ack(caller, 1);
  script.wait(10);
  return call;
}

void hang_up(Call& call, const std::string& end) { call.request(end, "BYE").respond("200 OK", ""); }

/// A re-INVITE of one end, which the other answers.
void change(Call& call, const std::string& end, const std::string& peer, const std::string& offered,
            const std::string& answered) {
  Sent invite = call.request(end, "INVITE", call.sdp(end, offered, {call.contact(end)}));
  invite.respond("200 OK", "", call.sdp(peer, answered, call.abilities(peer)));
  call.ack(end, call.cseq(end));
}

void held(Script& script) {
  Call call = connected(script, through_proxy());
  change(call, "bob", "alice", "sendonly", "recvonly");
  script.wait(20);
  change(call, "bob", "alice", "sendrecv", "sendrecv");
  script.wait(20);
  hang_up(call, "alice");
}

/// Both hold, one after the other.
void held_by_both(Script& script) {
  Call call = connected(script, direct());
  change(call, "alice", "bob", "sendonly", "recvonly");
  script.wait(5);
  change(call, "bob", "alice", "inactive", "inactive");
  script.wait(5);
  change(call, "alice", "bob", "sendonly", "recvonly");
  script.wait(5);
  change(call, "bob", "alice", "sendrecv", "sendrecv");
  script.wait(5);
  hang_up(call, "bob");
}

/// What bob reports of the call that he was asked for.
Content report(Call& subscription, const std::string& line, const std::string& state) {
  return {{subscription.contact("bob"), "Event: refer", "Subscription-State: " + state},
          "message/sipfrag;version=2.0",
          line + "\r\n"};
}

/// The call of bob to carol.
Sent transfer(Script& script, Call& other, std::vector<std::string> headers) {
  Sent invite = other.open("INVITE", other.sdp("bob", "sendrecv", std::move(headers)));
  invite.respond("180 Ringing", other.tag("carol"), {{other.contact("carol")}});
  script.wait(2);
  invite.respond("200 OK", other.tag("carol"),
                 other.sdp("carol", "sendrecv", other.abilities("carol")));
  other.ack("bob", 1);
  return invite;
}

/// With a subscription of its own, to a GRUU (RFC 7647 sections 3 and 4).
void transferred_blindly(Script& script) {
  Call call = connected(script, direct());
  Call subscription(script, direct());
  Request refer = subscription.opening(
      "REFER", {{"Refer-To: <sip:carol@example.com>", "Referred-By: <sip:alice@example.com>",
                 "Require: tdialog",
                 "Target-Dialog: " + call.call_id() + ";local-tag=" + call.tag("alice") +
                     ";remote-tag=" + call.tag("bob")}});
  refer.uri = call.target("bob") + ";gr=desk";
  const std::string gruu = "Contact: <" + call.target("bob") + ";gr=desk>";
  Sent(script, refer).respond("200 OK", subscription.tag("bob"), {{gruu}});
  Content trying = report(subscription, "SIP/2.0 100 Trying", "active;expires=60");
  trying.headers.front() = gruu;
  subscription.request("bob", "NOTIFY", trying).respond("200 OK", "");
  Call other(script, {"bob", "carol"});
  transfer(script, other, {"Referred-By: <sip:alice@example.com>"});
  Content done = report(subscription, "SIP/2.0 200 OK", "terminated;reason=noresource");
  done.headers.front() = gruu;
  subscription.request("bob", "NOTIFY", done).respond("200 OK", "");
  hang_up(call, "alice");
  script.wait(20);
  hang_up(other, "carol");
}

/// Without a subscription (RFC 4488).
void transferred_after_asking(Script& script) {
  Call call = connected(script, direct());
  change(call, "alice", "bob", "sendonly", "recvonly");
  Call asked = connected(script, {"alice", "carol"});
  change(asked, "alice", "carol", "sendonly", "recvonly");
  const std::string replaced =
      asked.call_id() + "%3Bto-tag%3D" + asked.tag("carol") + "%3Bfrom-tag%3D" + asked.tag("alice");
  call.request("alice", "REFER",
               {{call.contact("alice"), "Supported: norefersub", "Refer-Sub: false",
                 "Refer-To: <" + asked.target("carol") + "?Replaces=" + replaced + ">",
                 "Referred-By: <sip:alice@example.com>"}})
      .respond("200 OK", "", {{call.contact("bob"), "Refer-Sub: false"}});
  Call other(script, {"bob", "carol"});
  transfer(script, other,
           {"Require: replaces", "Replaces: " + asked.call_id() + ";to-tag=" + asked.tag("carol") +
                                     ";from-tag=" + asked.tag("alice")});
  hang_up(asked, "carol");
  hang_up(call, "alice");
  script.wait(20);
  hang_up(other, "bob");
}

/// The session is refreshed by UPDATE (RFC 4028).
void refreshed(Script& script) {
  Call call(script, direct());
  Sent invite = call.open(
      "INVITE", call.sdp("alice", "sendrecv", {"Supported: timer", "Session-Expires: 1800"}));
  std::vector<std::string> headers = call.abilities("bob");
  headers.emplace_back("Session-Expires: 1800;refresher=uac");
  headers.emplace_back("Require: timer");
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", headers));
  call.ack("alice", 1);
  for (int i = 0; i < 2; ++i) {
    script.wait(900);
    call.request(
            "alice", "UPDATE",
            {{call.contact("alice"), "Supported: timer", "Session-Expires: 1800;refresher=uac"}})
        .respond("200 OK", "",
                 {{call.contact("bob"), "Require: timer", "Session-Expires: 1800;refresher=uac"}});
  }
  script.wait(20);
  hang_up(call, "alice");
}

void interval_too_small(Script& script) {
  Call call(script, direct());
  call.open("INVITE", call.sdp("alice", "sendrecv", {"Supported: timer", "Session-Expires: 90"}))
      .refuse("422 Session Interval Too Small", "bob-0", {{"Min-SE: 600"}});
  Sent invite = call.open(
      "INVITE",
      call.same_sdp("alice", {"Supported: timer", "Session-Expires: 600", "Min-SE: 600"}));
  std::vector<std::string> headers = call.abilities("bob");
  headers.emplace_back("Session-Expires: 600;refresher=uac");
  headers.emplace_back("Require: timer");
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", headers));
  call.ack("alice", 2);
  script.wait(20);
  hang_up(call, "alice");
}

/// The callee refreshes the session by a re-INVITE without a change (RFC 4028 section 7.4).
void refreshed_by_callee(Script& script) {
  Call call(script, through_proxy());
  Sent invite = call.open(
      "INVITE", call.sdp("alice", "sendrecv", {"Supported: timer", "Session-Expires: 600"}));
  std::vector<std::string> headers = call.abilities("bob");
  headers.emplace_back("Session-Expires: 600;refresher=uas");
  headers.emplace_back("Require: timer");
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", headers));
  call.ack("alice", 1);
  script.wait(300);
  Sent refresh = call.request("bob", "INVITE",
                              call.same_sdp("bob", {call.contact("bob"), "Supported: timer",
                                                    "Session-Expires: 600;refresher=uac"}));
  headers = call.abilities("alice");
  headers.emplace_back("Session-Expires: 600;refresher=uac");
  headers.emplace_back("Require: timer");
  refresh.respond("200 OK", "", call.same_sdp("alice", headers));
  call.ack("bob", 1);
  script.wait(100);
  hang_up(call, "bob");
}

/// Two parties are brought together by a controller, which passes the offer on (RFC 3725 flow I).
void third_party(Script& script) {
  Call first(script, {"controller", "alice"});
  Call second(script, {"controller", "bob"});
  Sent to_alice = first.open("INVITE", {});
  to_alice.respond("180 Ringing", first.tag("alice"), {{first.contact("alice")}});
  script.wait(2);
  Content offer = first.sdp("alice", "sendrecv", first.abilities("alice"));
  to_alice.respond("200 OK", first.tag("alice"), offer);
  offer.headers.clear();
  Sent to_bob = second.open("INVITE", offer);
  Content answer = second.sdp("bob", "sendrecv", second.abilities("bob"));
  to_bob.respond("200 OK", second.tag("bob"), answer);
  answer.headers.clear();
  second.ack("controller", 1);
  first.ack("controller", 1, answer);
  script.wait(20);
  first.request("alice", "BYE").respond("200 OK", "");
  second.request("controller", "BYE").respond("200 OK", "");
}

/// Both change the session at once, and try again (RFC 5407 section 3.3.1).
void glare(Script& script) {
  Call call = connected(script, direct());
  Sent of_alice =
      call.request("alice", "INVITE", call.sdp("alice", "sendonly", {call.contact("alice")}));
  Sent of_bob = call.request("bob", "INVITE", call.sdp("bob", "sendonly", {call.contact("bob")}));
  of_alice.refuse("491 Request Pending", "");
  of_bob.refuse("491 Request Pending", "");
  script.wait(1);
  change(call, "bob", "alice", "sendonly", "recvonly");
  script.wait(2);
  change(call, "alice", "bob", "sendonly", "recvonly");
  script.wait(5);
  hang_up(call, "alice");
}

/// Both hang up at once (RFC 5407 section 3.1.3).
void both_hang_up(Script& script) {
  Call call = connected(script, direct());
  Sent of_alice = call.request("alice", "BYE");
  Sent of_bob = call.request("bob", "BYE");
  of_alice.respond("200 OK", "");
  of_bob.respond("200 OK", "");
}

/// A re-INVITE that the peer does not accept leaves the session as it is.
void change_refused(Script& script) {
  Call call = connected(script, through_proxy());
  call.request("alice", "INVITE", call.sdp("alice", "sendonly", {call.contact("alice")}))
      .refuse("488 Not Acceptable Here", "",
              {{"Warning: 305 bob.example.com \"Incompatible media format\""}});
  script.wait(5);
  call.request("bob", "INFO",
               {{"Info-Package: dtmf", "Content-Disposition: Info-Package"},
                "application/dtmf-relay",
                "Signal=5\r\nDuration=160\r\n"})
      .respond("200 OK", "");
  script.wait(5);
  hang_up(call, "bob");
}

}  // namespace

std::vector<SoundCall> sound_changes() {
  return {{"held", held},
          {"held by both", held_by_both},
          {"transferred blindly", transferred_blindly},
          {"transferred after asking", transferred_after_asking},
          {"refreshed", refreshed},
          {"refreshed by the callee", refreshed_by_callee},
          {"third party", third_party},
          {"session interval too small", interval_too_small},
          {"glare", glare},
          {"both hang up", both_hang_up},
          {"change refused", change_refused}};
}

}  // namespace sipgloss::test
