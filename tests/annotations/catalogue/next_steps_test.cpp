// SPDX-License-Identifier: MIT
// A code and the method of its request come in, the steps that follow come out. RFC 3261 sections
// 13.2.2.4 and 17.1.1.3.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

const std::vector<Method> every_method = {
    Method::invite,  Method::ack,   Method::bye,     Method::cancel,  Method::register_,
    Method::options, Method::prack, Method::update,  Method::info,    Method::subscribe,
    Method::notify,  Method::refer, Method::message, Method::publish, Method::other};

std::vector<Next> steps_after(unsigned code, Method method) {
  std::vector<Next> steps;
  for (const Next id : read_code(code).entry->next) {
    const NextStep& step = step_of(id);
    if (step.methods.empty() || step.methods.has(method)) steps.push_back(id);
  }
  return steps;
}

using Steps = std::vector<Next>;

TEST(NextSteps, AreThereAfterEveryCodeForEveryMethod) {
  for (const ResponseCode* entry : response_codes()) {
    for (const Method method : every_method) {
      EXPECT_FALSE(steps_after(entry->code, method).empty())
          << entry->code << " to method " << static_cast<int>(method);
    }
  }
}

TEST(NextSteps, AreEachUsedByACodeAndNamedOnceInIt) {
  std::set<Next> used;
  for (const ResponseCode* entry : response_codes()) {
    const std::set<Next> steps(entry->next.begin(), entry->next.end());
    EXPECT_EQ(steps.size(), entry->next.size()) << entry->code;
    used.insert(steps.begin(), steps.end());
  }
  EXPECT_EQ(used.size(), static_cast<std::size_t>(Next::decide_on_offer) + 1);
  for (const Next id : used) EXPECT_EQ(step_of(id).id, id);
}

TEST(NextSteps, AcknowledgeOnlyFinalResponsesToInvite) {
  for (const ResponseCode* entry : response_codes()) {
    for (const Method method : every_method) {
      const Steps steps = steps_after(entry->code, method);
      const bool invite = method == Method::invite;
      EXPECT_EQ(std::ranges::count(steps, Next::ack_success), invite && entry->code / 100 == 2)
          << entry->code;
      EXPECT_EQ(std::ranges::count(steps, Next::ack_failure), invite && entry->code >= 300)
          << entry->code;
    }
  }
}

TEST(NextSteps, BeginWithTheAckAfterAnInviteThatFailed) {
  for (const ResponseCode* entry : response_codes()) {
    if (entry->code < 300) continue;
    EXPECT_EQ(steps_after(entry->code, Method::invite).front(), Next::ack_failure) << entry->code;
  }
}

TEST(NextSteps, TellTheTwoKindsOfAckApart) {
  EXPECT_EQ(step_of(Next::ack_success).cite, (Citation{3261, "13.2.2.4"}));
  EXPECT_EQ(step_of(Next::ack_failure).cite, (Citation{3261, "17.1.1.3"}));
}

TEST(NextSteps, After100DifferByTheMethod) {
  EXPECT_EQ(steps_after(100, Method::invite),
            (Steps{Next::stop_retransmitting, Next::wait_for_final}));
  EXPECT_EQ(steps_after(100, Method::register_),
            (Steps{Next::retransmit_slowly, Next::wait_for_final}));
}

TEST(NextSteps, After200DifferByTheMethod) {
  EXPECT_EQ(steps_after(200, Method::invite),
            (Steps{Next::ack_success, Next::send_media, Next::refresh_session}));
  EXPECT_EQ(steps_after(200, Method::update), (Steps{Next::refresh_session}));
  EXPECT_EQ(steps_after(200, Method::bye), (Steps{Next::dialog_ended}));
  EXPECT_EQ(steps_after(200, Method::cancel), (Steps{Next::expect_487, Next::forget_cancelled}));
  EXPECT_EQ(steps_after(200, Method::register_), (Steps{Next::refresh_registration}));
  EXPECT_EQ(steps_after(200, Method::options), (Steps{Next::read_capabilities}));
  EXPECT_EQ(steps_after(200, Method::prack), (Steps{Next::stop_provisional}));
  EXPECT_EQ(steps_after(200, Method::subscribe),
            (Steps{Next::expect_notify, Next::refresh_subscription}));
  EXPECT_EQ(steps_after(200, Method::refer), (Steps{Next::expect_progress}));
  EXPECT_EQ(steps_after(200, Method::publish), (Steps{Next::refresh_publication}));
  for (const Method method :
       {Method::ack, Method::info, Method::notify, Method::message, Method::other}) {
    EXPECT_EQ(steps_after(200, method), (Steps{Next::nothing}));
  }
}

TEST(NextSteps, After202AreThoseAfter200) {
  for (const Method method : every_method) {
    if (method == Method::message) continue;
    EXPECT_EQ(steps_after(202, method), steps_after(200, method)) << static_cast<int>(method);
  }
  EXPECT_EQ(steps_after(202, Method::message), (Steps{Next::assume_no_delivery, Next::nothing}));
}

TEST(NextSteps, After204AwaitNoNotify) {
  EXPECT_EQ(steps_after(204, Method::subscribe),
            (Steps{Next::keep_subscription, Next::refresh_subscription}));
  EXPECT_EQ(steps_after(204, Method::options), (Steps{Next::go_on_as_after_200}));
}

TEST(NextSteps, LeaveOneEarlyDialogAfter199) {
  EXPECT_EQ(steps_after(199, Method::invite),
            (Steps{Next::stop_retransmitting, Next::acknowledge_reliably, Next::leave_early_dialog,
                   Next::wait_for_final}));
}

TEST(NextSteps, TreatAsX00WhatIsNotRegistered) {
  for (const ResponseCode* entry : response_codes()) {
    const bool known_to_clients =
        entry->status == Status::registered || entry->status == Status::deprecated;
    EXPECT_EQ(std::ranges::count(steps_after(entry->code, Method::invite), Next::handle_as_x00),
              known_to_clients ? 0 : 1)
        << entry->code;
  }
  EXPECT_EQ(step_of(Next::handle_as_x00).cite, (Citation{3261, "8.1.3.2"}));
}

TEST(NextSteps, LengthenTheIntervalThatIsTooShort) {
  EXPECT_EQ(steps_after(422, Method::update),
            (Steps{Next::lengthen_session_interval, Next::keep_session}));
  EXPECT_EQ(steps_after(423, Method::register_), (Steps{Next::lengthen_interval}));
}

TEST(NextSteps, CorrectWhatTheResponseFindsFaultWith) {
  EXPECT_EQ(steps_after(412, Method::publish), (Steps{Next::publish_anew}));
  EXPECT_EQ(steps_after(424, Method::message), (Steps{Next::correct_location}));
  EXPECT_EQ(steps_after(469, Method::info), (Steps{Next::use_listed_package}));
  EXPECT_EQ(steps_after(494, Method::register_), (Steps{Next::start_security}));
  EXPECT_EQ(steps_after(580, Method::invite),
            (Steps{Next::ack_failure, Next::change_preconditions, Next::keep_session}));
}

TEST(NextSteps, EndTheSubscriptionOfAnEventThatIsNotUnderstood) {
  EXPECT_EQ(steps_after(489, Method::subscribe),
            (Steps{Next::use_listed_event, Next::subscription_over, Next::subscribe_anew}));
  EXPECT_EQ(steps_after(489, Method::publish), (Steps{Next::use_listed_event}));
}

TEST(NextSteps, StopTheSearchAfterEvery6xx) {
  for (const ResponseCode* entry : response_codes()) {
    EXPECT_EQ(std::ranges::count(steps_after(entry->code, Method::invite), Next::stop_searching),
              entry->code >= 600 ? 1 : 0)
        << entry->code;
  }
}

TEST(NextSteps, AddTheCredentialsOfTheChallenger) {
  EXPECT_EQ(steps_after(401, Method::invite),
            (Steps{Next::ack_failure, Next::add_credentials, Next::renew_credentials}));
  EXPECT_EQ(steps_after(407, Method::register_),
            (Steps{Next::add_proxy_credentials, Next::renew_credentials}));
}

TEST(NextSteps, EndTheDialogThatThePeerDoesNotKnow) {
  EXPECT_EQ(steps_after(481, Method::invite), (Steps{Next::ack_failure, Next::end_dialog}));
  EXPECT_EQ(steps_after(481, Method::update), (Steps{Next::end_dialog}));
  EXPECT_EQ(steps_after(481, Method::bye), (Steps{Next::dialog_gone}));
  EXPECT_EQ(steps_after(481, Method::cancel), (Steps{Next::not_resubmitted}));
}

TEST(NextSteps, WaitARandomTimeAfterGlare) {
  EXPECT_EQ(steps_after(491, Method::update),
            (Steps{Next::wait_and_retry_once, Next::keep_session}));
  EXPECT_EQ(steps_after(491, Method::info), (Steps{Next::wait_for_pending}));
}

}  // namespace
}  // namespace sipgloss
