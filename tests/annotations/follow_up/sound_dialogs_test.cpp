// SPDX-License-Identifier: MIT
// Exchanges that are as they should be give the rules about dialogs nothing to find, however the
// capture cuts them: what was not captured is not what was not sent.
#include <gtest/gtest.h>

#include <sstream>

#include "flow.hpp"
#include "flows.hpp"
#include "sipgloss/rule.hpp"

namespace sipgloss::test {
namespace {

/// Session descriptions by short names, and what else stands in many lines.
const std::vector<std::pair<std::string, std::string>>& names() {
  const auto description = [](const std::string& owner, const std::string& address, int version,
                              const std::string& direction) {
    return "Content-Type: application/sdp || v=0 | o=" + owner + " 1 " + std::to_string(version) +
           " IN IP4 " + address + " | s=- | c=IN IP4 " + address +
           " | t=0 0 | m=audio 4000 RTP/AVP 0 | a=" + direction;
  };
  static const std::vector<std::pair<std::string, std::string>> all = {
      {"{a1}", description("alice", "10.0.0.1", 1, "sendrecv")},
      {"{a2}", description("alice", "10.0.0.1", 2, "sendonly")},
      {"{a2held}", description("alice", "10.0.0.1", 2, "recvonly")},
      {"{a3}", description("alice", "10.0.0.1", 3, "sendrecv")},
      {"{b1}", description("bob", "10.0.0.2", 1, "sendrecv")},
      {"{b2}", description("bob", "10.0.0.2", 2, "recvonly")},
      {"{b2hold}", description("bob", "10.0.0.2", 2, "sendonly")},
      {"{b3}", description("bob", "10.0.0.2", 3, "sendrecv")},
      {"{c1}", description("carol", "10.0.0.3", 1, "sendrecv")},
      {"{A}", "Contact: <sip:alice@10.0.0.1>"},
      {"{B}", "Contact: <sip:bob@10.0.0.2>"},
      {"{C}", "Contact: <sip:carol@10.0.0.3>"},
      {"{B'}", "Contact: <sip:bob@10.0.0.22>"},
  };
  return all;
}

std::string written_out(std::string_view text) {
  std::string whole(text);
  for (const auto& [name, meaning] : names()) {
    for (std::size_t at = whole.find(name); at != std::string::npos; at = whole.find(name))
      whole.replace(at, name.size(), meaning);
  }
  return whole;
}

/// Dialogs in which sessions are negotiated and changed. RFC 3264, RFC 3311, RFC 5407, RFC 6337.
std::vector<SoundFlow> sound_dialogs() {
  return {
      {"RFC 3665 section 3.1, with offer and answer", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   2.0  bob>alice  200 1 INVITE | {B} | {b1}
   2.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   9.0  bob>alice  BYE 1  from=b to=a uri=sip:alice@10.0.0.1
   9.1  alice>bob  200 1 BYE  from=b to=a
)"},
      {"A late offer, and the preview of one", R"(
   0.0  alice>bob  INVITE 1 | {A}
   0.1  bob>alice  183 1 INVITE | {B} | {b1}
   2.0  bob>alice  200 1 INVITE | {B} | {b1}
   2.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2 | {a1}
   9.0  alice>bob  BYE 2  to=b uri=sip:bob@10.0.0.2
   9.1  bob>alice  200 2 BYE
)"},
      {"RFC 3311 section 8, the session changes before the call is up", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1} | Supported: 100rel
   0.1  bob>alice  183 1 INVITE | Require: 100rel | RSeq: 1 | {B} | {b1}
   0.2  alice>bob  PRACK 2  to=b uri=sip:bob@10.0.0.2 | RAck: 1 1 INVITE
   0.3  bob>alice  200 2 PRACK
   0.4  alice>bob  UPDATE 3  to=b uri=sip:bob@10.0.0.2 | {A} | {a2}
   0.5  bob>alice  200 3 UPDATE | {B} | {b2}
   1.6  bob>alice  UPDATE 1  from=b to=a uri=sip:alice@10.0.0.1 | {B} | {b3}
   1.7  alice>bob  200 1 UPDATE  from=b to=a | {A} | {a3}
   2.0  bob>alice  180 1 INVITE | Require: 100rel | RSeq: 2 | {B}
   2.1  alice>bob  PRACK 4  to=b uri=sip:bob@10.0.0.2 | RAck: 2 1 INVITE
   2.2  bob>alice  200 4 PRACK
   4.0  bob>alice  200 1 INVITE | {B}
   4.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   9.0  alice>bob  BYE 5  to=b uri=sip:bob@10.0.0.2
   9.1  bob>alice  200 5 BYE
)"},
      {"RFC 6337 section 3.1.2, a late offer in a reliable response", R"(
   0.0  alice>bob  INVITE 1 | {A} | Supported: 100rel
   0.1  bob>alice  183 1 INVITE | Require: 100rel | RSeq: 1 | {B} | {b1}
   0.2  alice>bob  PRACK 2  to=b uri=sip:bob@10.0.0.2 | RAck: 1 1 INVITE | {a1}
   0.3  bob>alice  200 2 PRACK
   1.0  bob>alice  180 1 INVITE | Require: 100rel | RSeq: 2 | {B}
   1.1  alice>bob  PRACK 3  to=b uri=sip:bob@10.0.0.2 | RAck: 2 1 INVITE
   1.2  bob>alice  200 3 PRACK
   4.0  bob>alice  200 1 INVITE | {B}
   4.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
)"},
      {"RFC 5359 section 2.1, hold and back", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.1  alice>bob  ACK 1  to=b branch=x1 uri=sip:bob@10.0.0.2
   5.0  bob>alice  INVITE 1  from=b to=a uri=sip:alice@10.0.0.1 | {B} | {b2hold}
   5.1  alice>bob  200 1 INVITE  from=b to=a | {A} | {a2held}
   5.2  bob>alice  ACK 1  from=b to=a branch=x2 uri=sip:alice@10.0.0.1
  20.0  bob>alice  INVITE 2  from=b to=a uri=sip:alice@10.0.0.1 | {B'} | {b3}
  20.1  alice>bob  200 2 INVITE  from=b to=a | {A} | {a3}
  20.2  bob>alice  ACK 2  from=b to=a branch=x3 uri=sip:alice@10.0.0.1
  30.0  alice>bob  BYE 2  to=b uri=sip:bob@10.0.0.22
  30.1  bob>alice  200 2 BYE
)"},
      {"RFC 5407 section 3.1.4, re-INVITE while the ACK is lost on the way", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.5  alice>bob  INVITE 2  to=b uri=sip:bob@10.0.0.2 | {A} | {a2}
   1.5  bob>alice  200 1 INVITE | {B} | {b1}
   1.6  bob>alice  200 2 INVITE | {B} | {b2}
   1.6  alice>bob  ACK 1  to=b branch=x1 uri=sip:bob@10.0.0.2
   1.7  alice>bob  ACK 2  to=b branch=x2 uri=sip:bob@10.0.0.2
   9.0  alice>bob  BYE 3  to=b uri=sip:bob@10.0.0.2
   9.1  bob>alice  200 3 BYE
)"},
      {"RFC 5407 section 3.2.1, both send BYE", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.0  alice>bob  BYE 2  to=b uri=sip:bob@10.0.0.2
   5.0  bob>alice  BYE 1  from=b to=a uri=sip:alice@10.0.0.1
   5.1  bob>alice  200 2 BYE
   5.1  alice>bob  500 1 BYE  from=b to=a
)"},
      {"RFC 5407 section 3.2.4, ACK crosses BYE", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.1  bob>alice  BYE 1  from=b to=a uri=sip:alice@10.0.0.1
   1.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   1.2  alice>bob  200 1 BYE  from=b to=a
)"},
      {"RFC 5407 section 3.3.1, re-INVITEs cross", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.0  alice>bob  INVITE 2  to=b uri=sip:bob@10.0.0.2 | {A} | {a2}
   5.0  bob>alice  INVITE 1  from=b to=a uri=sip:alice@10.0.0.1 | {B} | {b2hold}
   5.1  bob>alice  491 2 INVITE
   5.1  alice>bob  491 1 INVITE  from=b to=a
   5.2  alice>bob  ACK 2  to=b uri=sip:bob@10.0.0.2
   5.2  bob>alice  ACK 1  from=b to=a uri=sip:alice@10.0.0.1
   6.0  bob>alice  INVITE 2  from=b to=a uri=sip:alice@10.0.0.1 | {B} | {b2hold}
   6.1  alice>bob  200 2 INVITE  from=b to=a | {A} | {a2held}
   6.2  bob>alice  ACK 2  from=b to=a branch=y uri=sip:alice@10.0.0.1
   8.0  alice>bob  INVITE 3  to=b uri=sip:bob@10.0.0.2 | {A} | {a3}
   8.1  bob>alice  200 3 INVITE | {B} | {b2hold}
   8.2  alice>bob  ACK 3  to=b branch=z uri=sip:bob@10.0.0.2
)"},
      {"A fork with a preview from each side", R"(
   0.00  alice>p    INVITE 1 | {A} | {a1}
   0.01  p>bob      INVITE 1  via=alice branch=toBob | Record-Route: <sip:10.0.0.9;lr> | {A} | {a1}
   0.02  p>carol    INVITE 1  via=alice branch=toCarol | Record-Route: <sip:10.0.0.9;lr> | {A} | {a1}
   0.10  bob>p      183 1 INVITE  via=alice branch=toBob | {B} | {b1}
   0.11  p>alice    183 1 INVITE | {B} | {b1}
   0.20  carol>p    183 1 INVITE  via=alice branch=toCarol to=c | {C} | {c1}
   0.21  p>alice    183 1 INVITE  to=c | {C} | {c1}
   2.00  carol>p    200 1 INVITE  via=alice branch=toCarol to=c | {C} | {c1}
   2.01  p>alice    200 1 INVITE  to=c | {C} | {c1}
   2.02  p>bob      CANCEL 1  branch=toBob
   2.03  bob>p      200 1 CANCEL  branch=toBob
   2.04  bob>p      487 1 INVITE  via=alice branch=toBob
   2.05  p>bob      ACK 1  to=b branch=toBob
   2.10  alice>p    ACK 1  to=c branch=k1 uri=sip:carol@10.0.0.3
   2.11  p>carol    ACK 1  to=c branch=k2 via=alice uri=sip:carol@10.0.0.3
)"},
      {"A change that needs credentials", R"(
   0.0  alice>bob  INVITE 1 | {A} | {a1}
   0.1  bob>alice  180 1 INVITE | {B}
   1.0  bob>alice  200 1 INVITE | {B} | {b1}
   1.1  alice>bob  ACK 1  to=b branch=x uri=sip:bob@10.0.0.2
   5.0  alice>bob  INVITE 2  to=b uri=sip:bob@10.0.0.2 | {A} | {a2}
   5.1  bob>alice  407 2 INVITE | Proxy-Authenticate: Digest realm="r", nonce="n"
   5.2  alice>bob  ACK 2  to=b uri=sip:bob@10.0.0.2
   5.3  alice>bob  INVITE 3  to=b uri=sip:bob@10.0.0.2 | Proxy-Authorization: Digest realm="r", response="0" | {A} | {a2}
   5.4  bob>alice  200 3 INVITE | {B} | {b2}
   5.5  alice>bob  ACK 3  to=b branch=y uri=sip:bob@10.0.0.2
)"},
      {"Redirected twice, to the second target at last", R"(
   0.0  alice>server  INVITE 1 | {A} | {a1}
   0.1  server>alice  302 1 INVITE | Contact: <sip:bob@10.0.0.3>;q=1, <sip:bob@10.0.0.4>;q=0.5
   0.2  alice>server  ACK 1  to=b
   0.3  alice>other   INVITE 2  uri=sip:bob@10.0.0.3 | {A} | {a1}
   0.4  other>alice   480 2 INVITE  to=o
   0.5  alice>other   ACK 2  to=o uri=sip:bob@10.0.0.3
   0.6  alice>bob     INVITE 3  uri=sip:bob@10.0.0.4 | {A} | {a1}
   0.7  bob>alice     200 3 INVITE | Contact: <sip:bob@10.0.0.4> | {b1}
   0.8  alice>bob     ACK 3  to=b branch=x uri=sip:bob@10.0.0.4
)"},
  };
}

/// The rules that this is about look beyond their message: the flows are too short of header fields
/// for those of a single one. Those of other RFCs carry no session either; and whether the peer had
/// sent BYE too is told by that BYE and its response alone.
bool is_meant(const Finding& finding, bool with_sessions, bool lost_two) {
  const Rule& rule = *finding.rule;
  return family_of(rule) == "DLG" && rule.applies_to.evidence != Evidence::message &&
         finding.level != Level::note && (with_sessions || rule.code != "DLG-20") &&
         rule.code != "DLG-03" &&  // the flows leave Contact out of provisional responses
         (!lost_two || rule.code != "DLG-16");
}

void expect_nothing_found(const Flow& flow, bool with_sessions, const std::string& how,
                          bool lost_two = false) {
  Played played(flow);
  for (const Flow::Step& step : flow.steps()) {
    for (const Finding& finding : played.at(step.packet.frame).findings) {
      EXPECT_FALSE(is_meant(finding, with_sessions, lost_two))
          << how << ", frame " << step.packet.frame << ": " << finding.rule->code << " "
          << finding.text.en;
    }
  }
}

struct Dialog {
  std::string name;
  std::string text;
  bool with_sessions = false;
};

void PrintTo(const Dialog& dialog, std::ostream* out) { *out << dialog.name; }

std::vector<Dialog> dialogs() {
  std::vector<Dialog> all;
  for (const SoundFlow& flow : sound_flows())
    all.push_back({std::string(flow.name), std::string(flow.text), false});
  for (const SoundFlow& flow : sound_dialogs())
    all.push_back({std::string(flow.name) + " and its session", written_out(flow.text), true});
  return all;
}

class SoundDialogs : public testing::TestWithParam<Dialog> {
 protected:
  template <typename Keep>
  void expect_nothing_found_in(const std::string& how, Keep keep) {
    Flow flow(GetParam().text);
    flow.drop_unless(keep);
    expect_nothing_found(flow, GetParam().with_sessions, how,
                         flow.steps().size() + 2 <= whole_.steps().size());
  }
  Flow whole_{GetParam().text};
};

TEST_P(SoundDialogs, BreakNoRule) {
  expect_nothing_found(whole_, GetParam().with_sessions, "whole");
}

TEST_P(SoundDialogs, BreakNoRuleWhereTheCaptureBeginsLateOrEndsEarly) {
  for (std::uint32_t cut = 1; cut < whole_.steps().size(); ++cut) {
    const std::string at = " frame " + std::to_string(cut);
    expect_nothing_found_in("until" + at, [=](const Packet& p) { return p.frame <= cut; });
    expect_nothing_found_in("after" + at, [=](const Packet& p) { return p.frame > cut; });
  }
}

TEST_P(SoundDialogs, BreakNoRuleInOneDirectionOrOnOneHop) {
  for (const Flow::Step& step : whole_.steps()) {
    const Endpoint a = step.packet.source;
    const Endpoint b = step.packet.destination;
    const std::string frame = std::to_string(step.packet.frame);
    expect_nothing_found_in("sent as " + frame, [=](const Packet& p) { return p.source == a; });
    expect_nothing_found_in("hop of " + frame, [=](const Packet& p) {
      return (p.source == a && p.destination == b) || (p.source == b && p.destination == a);
    });
  }
}

TEST_P(SoundDialogs, BreakNoRuleWhereAPacketIsLost) {
  for (std::uint32_t lost = 1; lost <= whole_.steps().size(); ++lost) {
    expect_nothing_found_in("without frame " + std::to_string(lost),
                            [=](const Packet& p) { return p.frame != lost; });
  }
}

TEST_P(SoundDialogs, BreakNoRuleWhereTwoPacketsAreLost) {
  for (std::uint32_t one = 1; one <= whole_.steps().size(); ++one) {
    for (const std::uint32_t other : {one + 1, one + 2}) {
      expect_nothing_found_in(
          "without frames " + std::to_string(one) + " and " + std::to_string(other),
          [=](const Packet& p) { return p.frame != one && p.frame != other; });
    }
  }
}

TEST_P(SoundDialogs, BreakNoRuleWhereEveryNthPacketIsLost) {
  for (const std::uint32_t n : {10U, 7U, 5U, 3U, 2U}) {
    for (std::uint32_t first = 0; first < n; ++first) {
      expect_nothing_found_in("without every packet " + std::to_string(n),
                              [=](const Packet& p) { return p.frame % n != first; });
    }
  }
}

TEST_P(SoundDialogs, BreakNoRuleWhereEveryPacketIsCapturedTwice) {
  std::string twice;
  std::istringstream lines{GetParam().text};
  for (std::string line; std::getline(lines, line);) twice += line + "\n" + line + "\n";
  expect_nothing_found(Flow(twice), GetParam().with_sessions, "twice");
}

INSTANTIATE_TEST_SUITE_P(All, SoundDialogs, testing::ValuesIn(dialogs()),
                         [](const testing::TestParamInfo<Dialog>& dialog) {
                           std::string name = dialog.param.name;
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace sipgloss::test
