// SPDX-License-Identifier: MIT
// "In this message": asks each teller that the response concerns.
#include "in_message/in_message.hpp"

#include <algorithm>

#include "in_message/teller.hpp"

namespace sipgloss {
namespace {

bool concerns(const Teller& teller, unsigned code, Method method) {
  const bool has_code =
      teller.codes.empty() ||
      std::ranges::any_of(teller.codes, [code](CodeRange range) { return range.has(code); });
  return has_code && (teller.methods.empty() || teller.methods.has(method));
}

void ask(std::span<const Teller> tellers, const Told& told, Telling& telling) {
  for (const Teller& teller : tellers) {
    if (concerns(teller, told.response.status_code, told.method)) teller.tell(told, telling);
  }
}

}  // namespace

void tell_in_message(const Told& told, Annotation& into) {
  Telling telling(into);
#define SIPGLOSS_TELLER(name) ask(in_message::name, told, telling);
  SIPGLOSS_TELLERS(SIPGLOSS_TELLER)
#undef SIPGLOSS_TELLER
}

}  // namespace sipgloss
