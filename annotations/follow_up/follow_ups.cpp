// SPDX-License-Identifier: MIT
// What must, should or may follow a response, and whether it did: asks each expectation that the
// response concerns.
#include "follow_up/follow_ups.hpp"

#include "by_code.hpp"
#include "follow_up/expectation.hpp"

namespace sipgloss {

using namespace follow_up;

namespace {

const ByCode<Expectation>& expectations() {
#define SIPGLOSS_FAMILY(name) follow_up::name,
  static const ByCode<Expectation> all{SIPGLOSS_EXPECTATIONS(SIPGLOSS_FAMILY)};
#undef SIPGLOSS_FAMILY
  return all;
}

/// A final response that asks for nothing ends what its request began.
void expect_nothing(const Subject& subject, Expecting& expecting) {
  const bool bye = subject.method == Method::bye;
  const Text what = expecting.what({"Nothing more: the {0} is over", "无后续：{0} 到此结束"},
                                   subject.message.cseq().method_name);
  expecting.add({.action = Action::nothing,
                 .strength = Strength::may,
                 .what = what,
                 .cite = bye ? Citation{3261, "15.1.1"} : Citation{3261, "17.1.2.2"}},
                {.status = FollowUpStatus::seen,
                 .reason = expecting.why({"This final response asks for nothing else.",
                                          "该最终响应不再要求其他动作。"})});
}

}  // namespace

void add_follow_ups(const Followed& followed, Annotation& into) {
  const Tracker& tracker = followed.tracker;
  const MessageId copied = tracker.message(followed.id).original;
  const MessageId id = copied == no_message ? followed.id : copied;
  const Transaction* const transaction = tracker.transaction_of(id);
  if (transaction == nullptr) return;
  const Subject subject{.message = followed.response,
                        .packet = followed.packet,
                        .settings = followed.settings,
                        .tracker = tracker,
                        .id = id,
                        .record = tracker.message(id),
                        .transaction = *transaction};
  Expecting expecting(subject, into);
  expectations().for_each(subject.code, subject.method, [&](const Expectation& expectation) {
    expectation.expect(subject, expecting);
  });
  if (into.follow_ups.empty() && subject.code >= 200 && subject.code <= 699)
    expect_nothing(subject, expecting);
}

}  // namespace sipgloss
