// SPDX-License-Identifier: MIT
// Messages that cross on the way, and what both ends make of it, in full. RFC 5407 section 3.
#include "sound_calls.hpp"

namespace sipgloss::test {
namespace {

/// A call that bob has just answered; his 200 and what comes next may cross.
struct Answered {
  explicit Answered(Script& script)
      : call(script, {"alice", "bob"}), invite(call.open("INVITE", call.sdp("alice"))) {
    script.wait(0.2);
    invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
    script.wait(3);
    answer = call.sdp("bob", "sendrecv", call.abilities("bob"));
  }
  void answer_it() { invite.respond("200 OK", call.tag("bob"), answer); }
  void acknowledge() { call.ack("alice", 1); }
  Content offer(const std::string& end, const std::string& direction) {
    return call.sdp(end, direction, {call.contact(end)});
  }

  Call call;
  Sent invite;
  Content answer;
};

/// Until the caller has hung up.
void hang_up(Script& script, Answered& answered) {
  script.wait(10);
  answered.call.request("alice", "BYE").respond("200 OK", "");
}

/// Section 3.1.1.
void invite_again_crosses_200(Script& script) {
  Call call(script, {"alice", "bob"});
  Sent invite = call.open("INVITE", call.sdp("alice"));
  script.wait(0.45);
  invite.respond("180 Ringing", call.tag("bob"), {{call.contact("bob")}});
  invite.respond("200 OK", call.tag("bob"), call.sdp("bob", "sendrecv", call.abilities("bob")));
  script.wait(0.02);
  invite.again();
  invite.respond_again();
  call.ack("alice", 1);
  call.ack("alice", 1);
  script.wait(10);
  call.request("bob", "BYE").respond("200 OK", "");
}

/// Section 3.1.3: the caller hangs up an early dialog.
void bye_crosses_200(Script& script) {
  Answered answered(script);
  answered.answer_it();
  Sent bye = answered.call.request("alice", "BYE");
  answered.acknowledge();
  bye.respond("200 OK", "");
}

/// Sections 3.1.4 and 3.1.5: the first ACK got lost before the re-INVITE.
void change_before_ack(Script& script, bool accepted) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(0.48);
  answered.invite.respond_again();
  Sent change = answered.call.request("alice", "INVITE", answered.offer("alice", "sendonly"));
  answered.acknowledge();
  if (accepted) {
    change.respond("200 OK", "",
                   answered.call.sdp("bob", "recvonly", answered.call.abilities("bob")));
    answered.call.ack("alice", 2);
  } else {
    change.refuse("491 Request Pending", "");
  }
  hang_up(script, answered);
}
void change_accepted_before_ack(Script& script) { change_before_ack(script, true); }
void change_refused_before_ack(Script& script) { change_before_ack(script, false); }

/// Section 3.1.6.
void bye_before_ack(Script& script) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(0.48);
  answered.invite.respond_again();
  Sent bye = answered.call.request("alice", "BYE");
  answered.acknowledge();
  bye.respond("200 OK", "");
}

/// Section 3.2.2.
void bye_crosses_change(Script& script) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(5);
  Sent bye = answered.call.request("alice", "BYE");
  Sent change = answered.call.request("bob", "INVITE", answered.offer("bob", "sendonly"));
  bye.respond("200 OK", "");
  change.refuse("481 Call/Transaction Does Not Exist", "");
}

/// Section 3.2.3.
void bye_crosses_200_of_change(Script& script) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(5);
  Sent change = answered.call.request("bob", "INVITE", answered.offer("bob", "sendonly"));
  Sent bye = answered.call.request("bob", "BYE");
  change.respond("200 OK", "",
                 answered.call.sdp("alice", "recvonly", answered.call.abilities("alice")));
  bye.respond("200 OK", "");
  answered.call.ack("bob", 1);
}

/// Section 3.2.4: the BYE overtakes the ACK.
void bye_overtakes_ack(Script& script) {
  Answered answered(script);
  answered.answer_it();
  script.wait(0.2);
  Sent bye = answered.call.request("alice", "BYE");
  answered.acknowledge();
  bye.respond("200 OK", "");
}

/// Section 3.3.2.
void update_crosses_change(Script& script) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(5);
  Sent update = answered.call.request("alice", "UPDATE", answered.offer("alice", "sendonly"));
  Sent change = answered.call.request("bob", "INVITE", answered.offer("bob", "sendonly"));
  update.respond("491 Request Pending", "");
  change.refuse("491 Request Pending", "");
  script.wait(1);
  Sent again = answered.call.request("bob", "INVITE", answered.offer("bob", "sendonly"));
  again.respond("200 OK", "",
                answered.call.sdp("alice", "recvonly", answered.call.abilities("alice")));
  answered.call.ack("bob", 2);
  hang_up(script, answered);
}

/// Section 3.3.3: nothing is left of the call to transfer.
void refer_crosses_bye(Script& script) {
  Answered answered(script);
  answered.answer_it();
  answered.acknowledge();
  script.wait(5);
  Sent refer =
      answered.call.request("alice", "REFER",
                            {{answered.call.contact("alice"), "Refer-To: <sip:carol@example.com>",
                              "Referred-By: <sip:alice@example.com>"}});
  Sent bye = answered.call.request("bob", "BYE");
  bye.respond("200 OK", "");
  refer.respond("481 Call/Transaction Does Not Exist", "");
}

}  // namespace

std::vector<SoundCall> sound_races() {
  return {{"INVITE again crosses 200", invite_again_crosses_200, true},
          {"BYE crosses 200", bye_crosses_200},
          {"change accepted before ACK", change_accepted_before_ack},
          {"change refused before ACK", change_refused_before_ack},
          {"BYE before ACK", bye_before_ack},
          {"BYE crosses change", bye_crosses_change},
          {"BYE crosses 200 of change", bye_crosses_200_of_change},
          {"BYE overtakes ACK", bye_overtakes_ack},
          {"UPDATE crosses change", update_crosses_change},
          {"REFER crosses BYE", refer_crosses_bye}};
}

}  // namespace sipgloss::test
