// SPDX-License-Identifier: MIT
// BYE after a response that says that the call is gone at the other side. RFC 3261 section
// 12.2.1.2, RFC 5057 section 5.1.
#include "follow_up/expectation.hpp"

namespace sipgloss::follow_up {
namespace {

bool is_of_call(const Subject& subject, const Dialog* dialog) {
  if (!subject.transaction.facts.in_dialog) return false;
  if (dialog == nullptr || dialog->created_by == TransactionId::none) return true;
  return subject.tracker.transaction(dialog->created_by).method == Method::invite;
}

void expect_bye(const Subject& subject, Expecting& expecting) {
  const Dialog* const dialog = subject.dialog();
  if (!is_of_call(subject, dialog)) return;
  const MessageId bye = dialog == nullptr ? no_message : dialog->ended_by;
  const Text what = expecting.what(
      {"BYE from {0}, which ends its side of the call", "{0} 发送 BYE，结束己方的呼叫"},
      expecting.client());
  const Text why =
      expecting.why({"None is in the capture; the client can have dropped the call "
                     "without one.",
                     "抓包中没有；客户端可能未发送 BYE 就放弃了呼叫。"});
  expecting.add({.action = Action::bye,
                 .strength = Strength::should,
                 .what = what,
                 .cite = {3261, "12.2.1.2"}},
                bye != no_message ? expecting.came(bye) : expecting.silent(Side::client, {}, why));
}

constexpr Expectation table[] = {
    {.codes = {408, 481},
     .methods = {Method::invite, Method::update, Method::info},
     .expect = expect_bye},
};

}  // namespace

constinit const std::span<const Expectation> bye{table};

}  // namespace sipgloss::follow_up
