// SPDX-License-Identifier: MIT
// Every kind of follow-up in each of its verdicts: a flow that has it, or why there is none. RFC
// 3261 sections 10, 13 to 15, 17 and 22, RFC 3262, RFC 3903, RFC 4028, RFC 6665.
#include <gmock/gmock.h>

#include <array>
#include <set>

#include "flow.hpp"
#include "flows.hpp"

namespace sipgloss::test {
namespace {

/// A kind of follow-up and how it stands with it.
struct Pair {
  Action action;
  FollowUpStatus status;

  friend auto operator<=>(const Pair&, const Pair&) = default;
};

std::string name_of(const Pair& pair) {
  return std::string(name_of(pair.action).en) + " " + std::string(name_of(pair.status).en);
}

struct Verdict {
  Action action;
  FollowUpStatus status;
  const char* flow;           ///< null where the verdict cannot be
  const char* why = nullptr;  ///< it cannot be
  std::uint32_t frame = 2;    ///< of the response that is asked about
  bool goes_on = false;       ///< both sides are heard of long after
};

constexpr const char* up_to_the_client =
    "it has no timer, and the client, or the person at it, is free to give up";

#define AGAIN(WHAT)                                                                        \
  "0.6 b>a " WHAT "\n1.6 b>a " WHAT "\n3.6 b>a " WHAT "\n7.6 b>a " WHAT "\n15.6 b>a " WHAT \
  "\n23.6 b>a " WHAT "\n31.6 b>a " WHAT "\n"
#define REPEATED(WHAT) "0.0 a>b INVITE 1\n0.1 b>a " WHAT "\n" AGAIN(WHAT)
#define RELIABLY "180 1 INVITE | Require: 100rel | RSeq: 5"
#define RELIABLE "0.0 a>b INVITE 1 | Supported: 100rel\n0.1 b>a " RELIABLY "\n"

#define CHALLENGED                                                                      \
  "0.0 a>b REGISTER 1\n0.1 b>a 401 1 REGISTER | WWW-Authenticate: Digest realm=\"r\", " \
  "nonce=\"n\"\n"
#define MOVED "0.0 a>b MESSAGE 1\n0.1 b>a 302 1 MESSAGE | Contact: <sip:c@10.0.0.3>\n"
#define TOO_BRIEF "0.0 a>b REGISTER 1\n0.1 b>a 423 1 REGISTER | Min-Expires: 3600\n"
#define OVERLOADED "0.0 a>b MESSAGE 1\n0.1 b>a 503 1 MESSAGE | Retry-After: 60\n"
#define SUBSCRIBED                          \
  "0.0 a>b SUBSCRIBE 1 | Event: presence\n" \
  "0.1 b>a 200 1 SUBSCRIBE | Expires: 60 | Contact: <sip:bob@10.0.0.2>\n"
#define NOTIFIED                                                                  \
  "0.2 b>a NOTIFY 1 from=b to=a | Event: presence | Subscription-State: active\n" \
  "0.3 a>b 200 1 NOTIFY from=b to=a\n"
#define REGISTERED                                   \
  "0.0 a>b REGISTER 1 | Contact: <sip:a@10.0.0.1>\n" \
  "0.1 b>a 200 1 REGISTER | Contact: <sip:a@10.0.0.1>;expires=60\n"
#define PUBLISHED                         \
  "0.0 a>b PUBLISH 1 | Event: presence\n" \
  "0.1 b>a 200 1 PUBLISH | Expires: 60 | SIP-ETag: e1\n"
#define CALLED                                                                   \
  "0.0 a>b INVITE 1\n0.1 b>a 200 1 INVITE | Session-Expires: 90;refresher=uac\n" \
  "0.2 a>b ACK 1 to=b branch=x\n"
#define GONE "1.0 a>b UPDATE 2 to=b\n1.1 b>a 481 2 UPDATE\n"
#define CANCELLED                                              \
  "0.0 a>b INVITE 1\n0.1 b>a 100 1 INVITE\n1.0 a>b CANCEL 1\n" \
  "1.1 b>a 200 1 CANCEL branch=a1INVITE\n"
#define RINGING "0.0 a>b INVITE 1\n0.1 b>a 180 1 INVITE\n"
#define TRYING "0.0 a>b REGISTER 1\n0.1 b>a 100 1 REGISTER\n"

using enum Action;
using enum FollowUpStatus;

constexpr Verdict verdicts[] = {
    {ack, seen, "0.0 a>b INVITE 1\n0.1 b>a 486 1 INVITE\n0.2 a>b ACK 1 to=b\n"},
    {ack, late, REPEATED("486 1 INVITE") "40.0 a>b ACK 1 to=b\n"},
    {.action = ack, .status = missing, .flow = REPEATED("486 1 INVITE"), .goes_on = true},
    {ack, waiting, "0.0 a>b INVITE 1\n0.1 b>a 486 1 INVITE\n"},
    {.action = ack,
     .status = not_visible,
     .flow = "0.0 a>b INVITE 1\n0.1 b>a 486 1 INVITE\n",
     .goes_on = true},

    {prack, seen, RELIABLE "0.2 a>b PRACK 2 to=b | RAck: 5 1 INVITE\n"},
    {prack, late, RELIABLE AGAIN(RELIABLY) "40.0 a>b PRACK 2 to=b | RAck: 5 1 INVITE\n"},
    {.action = prack, .status = missing, .flow = RELIABLE AGAIN(RELIABLY), .goes_on = true},
    {prack, waiting, RELIABLE},
    {.action = prack, .status = not_visible, .flow = RELIABLE, .goes_on = true},

    {next_provisional, seen, RINGING "50.0 b>a 180 1 INVITE\n99.0 b>a 200 1 INVITE\n"},
    {next_provisional, late, RINGING "200.0 b>a 180 1 INVITE\n"},
    {next_provisional, missing, nullptr,
     "a provisional response is sent once and can be lost on the way: silence proves nothing"},
    {next_provisional, waiting, RINGING},
    {.action = next_provisional, .status = not_visible, .flow = RINGING, .goes_on = true},

    {final_response, seen, RINGING "5.0 b>a 200 1 INVITE\n"},
    {final_response, late, TRYING "40.0 b>a 200 1 REGISTER\n"},
    {.action = final_response,
     .status = missing,
     .flow = TRYING "4.1 a>b REGISTER 1\n8.1 a>b REGISTER 1\n12.1 a>b REGISTER 1\n"
                    "16.1 a>b REGISTER 1\n20.1 a>b REGISTER 1\n24.1 a>b REGISTER 1\n"
                    "28.1 a>b REGISTER 1\n31.9 a>b REGISTER 1\n",
     .goes_on = true},
    {final_response, waiting, RINGING},
    {.action = final_response, .status = not_visible, .flow = TRYING, .goes_on = true},

    {authenticated_retry, seen,
     CHALLENGED "0.2 a>b REGISTER 2 | Authorization: Digest realm=\"r\", response=\"0\"\n"},
    {authenticated_retry, late, nullptr, up_to_the_client},
    {authenticated_retry, missing, nullptr, up_to_the_client},
    {authenticated_retry, waiting, CHALLENGED},
    {.action = authenticated_retry, .status = not_visible, .flow = CHALLENGED, .goes_on = true},

    {redirected_request, seen, MOVED "0.2 a>c MESSAGE 2 uri=sip:c@10.0.0.3\n"},
    {redirected_request, late, nullptr, up_to_the_client},
    {redirected_request, missing, nullptr, up_to_the_client},
    {redirected_request, waiting, MOVED},
    {.action = redirected_request, .status = not_visible, .flow = MOVED, .goes_on = true},

    {corrected_retry, seen, TOO_BRIEF "0.2 a>b REGISTER 2 | Expires: 3600\n"},
    {corrected_retry, late, nullptr, up_to_the_client},
    {corrected_retry, missing, nullptr, up_to_the_client},
    {corrected_retry, waiting, TOO_BRIEF},
    {.action = corrected_retry, .status = not_visible, .flow = TOO_BRIEF, .goes_on = true},

    {later_retry, seen, OVERLOADED "61.0 a>b MESSAGE 2\n"},
    {later_retry, late, nullptr, "it may come at any time once the pause is over"},
    {later_retry, missing, nullptr, up_to_the_client},
    {later_retry, waiting, OVERLOADED},
    {.action = later_retry, .status = not_visible, .flow = OVERLOADED, .goes_on = true},

    {notify, seen, SUBSCRIBED NOTIFIED},
    {notify, late,
     SUBSCRIBED "40.0 b>a NOTIFY 1 from=b to=a | Event: presence\n"
                "40.1 a>b 200 1 NOTIFY from=b to=a\n"},
    {.action = notify, .status = missing, .flow = SUBSCRIBED, .goes_on = true},
    {notify, waiting, SUBSCRIBED},
    {.action = notify,
     .status = not_visible,
     .flow = SUBSCRIBED "9.0 b>a 200 8 OPTIONS call=lost\n",
     .goes_on = true},

    {registration_refresh, seen, REGISTERED "50.0 a>b REGISTER 2 | Contact: <sip:a@10.0.0.1>\n"},
    {registration_refresh, late, REGISTERED "70.0 a>b REGISTER 2 | Contact: <sip:a@10.0.0.1>\n"},
    {.action = registration_refresh, .status = missing, .flow = REGISTERED, .goes_on = true},
    {registration_refresh, waiting, REGISTERED},
    {.action = registration_refresh,
     .status = not_visible,
     .flow = REGISTERED "9.0 b>a 200 8 OPTIONS call=lost\n",
     .goes_on = true},

    {subscription_refresh, seen,
     SUBSCRIBED NOTIFIED "50.0 a>b SUBSCRIBE 2 to=b | Event: presence\n"},
    {subscription_refresh, late,
     SUBSCRIBED NOTIFIED "70.0 a>b SUBSCRIBE 2 to=b | Event: presence\n"},
    {.action = subscription_refresh,
     .status = missing,
     .flow = SUBSCRIBED NOTIFIED,
     .goes_on = true},
    {subscription_refresh, waiting, SUBSCRIBED},
    {.action = subscription_refresh,
     .status = not_visible,
     .flow = SUBSCRIBED NOTIFIED "9.0 b>a 200 8 OPTIONS call=lost\n",
     .goes_on = true},

    {publication_refresh, seen, PUBLISHED "50.0 a>b PUBLISH 2 | Event: presence\n"},
    {publication_refresh, late, PUBLISHED "70.0 a>b PUBLISH 2 | Event: presence\n"},
    {publication_refresh, missing, nullptr,
     "the next PUBLISH can have another Call-ID, so that only its entity tag would tell"},
    {publication_refresh, waiting, PUBLISHED},
    {.action = publication_refresh, .status = not_visible, .flow = PUBLISHED, .goes_on = true},

    {session_refresh, seen, CALLED "45.0 a>b UPDATE 2 to=b\n"},
    {session_refresh, late, CALLED "95.0 a>b UPDATE 2 to=b\n95.1 b>a 200 2 UPDATE\n"},
    {.action = session_refresh, .status = missing, .flow = CALLED, .goes_on = true},
    {session_refresh, waiting, CALLED},
    {.action = session_refresh,
     .status = not_visible,
     .flow = CALLED "9.0 b>a 200 8 OPTIONS call=lost\n",
     .goes_on = true},

    {.action = bye, .status = seen, .flow = CALLED GONE "1.2 a>b BYE 3 to=b\n", .frame = 5},
    {bye, late, nullptr, "it has no timer"},
    {bye, missing, nullptr, "the client may drop its side of the call without one"},
    {.action = bye, .status = waiting, .flow = CALLED GONE, .frame = 5},
    {.action = bye, .status = not_visible, .flow = CALLED GONE, .frame = 5, .goes_on = true},

    {.action = cancelled_final,
     .status = seen,
     .flow = CANCELLED "1.2 b>a 487 1 INVITE\n",
     .frame = 4},
    {.action = cancelled_final,
     .status = late,
     .flow = CANCELLED "41.2 b>a 487 1 INVITE\n",
     .frame = 4},
    {.action = cancelled_final, .status = missing, .flow = CANCELLED, .frame = 4, .goes_on = true},
    {.action = cancelled_final, .status = waiting, .flow = CANCELLED, .frame = 4},
    {.action = cancelled_final,
     .status = not_visible,
     .flow = CANCELLED "9.0 a>b 200 8 OPTIONS call=lost\n",
     .frame = 4,
     .goes_on = true},

    {nothing, seen, "0.0 a>b OPTIONS 1\n0.1 b>a 200 1 OPTIONS\n"},
    {nothing, late, nullptr, "nothing is expected, so nothing can be late"},
    {nothing, missing, nullptr, "nothing is expected, so nothing can be missing"},
    {nothing, waiting, nullptr, "nothing is expected, so nothing is waited for"},
    {nothing, not_visible, nullptr, "nothing is expected, so there is nothing to be seen"},
};

constexpr std::string_view both_heard_of_later =
    "250.0 a>b OPTIONS 9 call=other\n250.1 b>a 200 9 OPTIONS call=other\n";

TEST(Verdicts, EveryKindHasAFlowForEachOrAReasonWhyThereIsNone) {
  std::multiset<Pair> listed;
  for (const Verdict& verdict : verdicts) {
    listed.insert({verdict.action, verdict.status});
    EXPECT_NE(verdict.flow == nullptr, verdict.why == nullptr)
        << name_of(Pair{verdict.action, verdict.status});
  }
  for (int action = 0; action <= static_cast<int>(Action::nothing); ++action) {
    for (int status = 0; status <= static_cast<int>(FollowUpStatus::not_visible); ++status) {
      const Pair pair{static_cast<Action>(action), static_cast<FollowUpStatus>(status)};
      EXPECT_EQ(listed.count(pair), 1U) << name_of(pair);
    }
  }
}

TEST(Verdicts, AreWhatEachFlowHas) {
  for (const Verdict& verdict : verdicts) {
    if (verdict.flow == nullptr) continue;
    std::string text = verdict.flow;
    if (verdict.goes_on) text += both_heard_of_later;
    Played played(text);
    int found = 0;
    for (const FollowUp& follow_up : played.at(verdict.frame).follow_ups) {
      if (follow_up.action != verdict.action) continue;
      ++found;
      EXPECT_EQ(name_of(Pair{follow_up.action, follow_up.status}),
                name_of(Pair{verdict.action, verdict.status}))
          << text << follow_up.reason.en;
      EXPECT_TRUE(well_formed(follow_up.reason)) << follow_up.reason.en << follow_up.reason.zh;
    }
    EXPECT_EQ(found, 1) << text;
  }
}

// Whatever is cut off: what cannot be is never said.
TEST(Verdicts, ThatCannotBeAreNotThereInAnySoundFlow) {
  std::set<Pair> impossible;
  for (const Verdict& verdict : verdicts) {
    if (verdict.flow == nullptr) impossible.insert({verdict.action, verdict.status});
  }
  for (const SoundFlow& sound : sound_flows()) {
    for (std::uint32_t left_out = 0; left_out <= Flow(sound.text).steps().size(); ++left_out) {
      Flow flow(sound.text);
      flow.drop_unless([=](const Packet& packet) { return packet.frame != left_out; });
      Played played(flow);
      for (const Flow::Step& step : flow.steps()) {
        for (const FollowUp& follow_up : played.at(step.packet.frame).follow_ups) {
          const Pair pair{follow_up.action, follow_up.status};
          EXPECT_FALSE(impossible.contains(pair)) << sound.name << ": " << name_of(pair);
        }
      }
    }
  }
}

}  // namespace
}  // namespace sipgloss::test
