// SPDX-License-Identifier: MIT
// "In this message": asks each teller that the response concerns.
#include "in_message/in_message.hpp"

#include "by_code.hpp"
#include "in_message/teller.hpp"

namespace sipgloss {
namespace {

const ByCode<Teller>& tellers() {
#define SIPGLOSS_TELLER(name) in_message::name,
  static const ByCode<Teller> all{SIPGLOSS_TELLERS(SIPGLOSS_TELLER)};
#undef SIPGLOSS_TELLER
  return all;
}

}  // namespace

void tell_in_message(const Told& told, Annotation& into) {
  Telling telling(into);
  tellers().for_each(told.response.status_code, told.method,
                     [&](const Teller& teller) { teller.tell(told, telling); });
}

}  // namespace sipgloss
