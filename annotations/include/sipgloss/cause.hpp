// SPDX-License-Identifier: MIT
// The causes that header fields carry: warn-codes of Warning (RFC 3261 section 20.43), and the
// cause values of Reason for the protocols Q.850, STIR and Preemption (RFC 3326 section 2, RFC
// 9410, RFC 4411). A cause of the protocol SIP is a status code: read_code() of catalogue.hpp reads
// it.
#pragma once

#include <cstdint>
#include <span>

#include "sipgloss/few.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// One cause, by its number.
struct Cause {
  std::uint16_t code = 0;
  Text name;           ///< in a few words: "user busy" / "用户忙"
  Text meaning;        ///< one sentence
  Citation cite = {};  ///< of a Q.850 cause, which no RFC defines: where one maps it, else empty
};

/// How a number that has no entry of its own is read: by the range that it lies in.
struct CauseRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  Text name;
  Text meaning;  ///< one sentence
  Citation cite;
};

/// The registered warn-codes in ascending order (RFC 3261 section 27.2).
std::span<const Cause> warnings();

/// The entry of a warn-code; null when it is not registered.
const Cause* find_warning(unsigned code);

/// The range of a warn-code (RFC 3261 section 20.43); null below 100 and above 399.
const CauseRange* warning_range_of(unsigned code);

/// The cause values that ITU-T Q.850 assigns, in ascending order.
std::span<const Cause> q850_causes();

/// The entry of a Q.850 cause value; null when it is not assigned.
const Cause* find_q850(unsigned cause);

/// The class of a Q.850 cause value, assigned or not; null when it is not from 1 to 127.
const CauseRange* q850_class_of(unsigned cause);

/// The causes of STIR, which are status codes (RFC 8224 section 6.2.2). In a response with another
/// status they tell that a verification failed and the call went on (RFC 9410 section 4).
std::span<const Cause> stir_causes();

/// The entry of a STIR cause; null when it is none.
const Cause* find_stir(unsigned cause);

/// The causes of Preemption in ascending order (RFC 4411 section 5).
std::span<const Cause> preemption_causes();

/// The entry of a Preemption cause; null when it is none.
const Cause* find_preemption(unsigned cause);

/// Status codes or cause values that a map gives, the usual one first.
using MappedCodes = Few<std::uint16_t, 2>;

/// The statuses that a gateway maps a Q.850 cause to (RFC 3398 section 7.2.4.1): 500 where the
/// section lists none, nothing for the causes that become no status (16, 44) or are no causes.
MappedCodes statuses_of_q850(unsigned cause);

/// The Q.850 causes that a gateway maps a failure to (RFC 3398 section 8.2.6.1): 31 where the
/// section lists none, nothing for 487 and for what is no failure (below 400, above 699).
MappedCodes q850_causes_of(unsigned status);

/// The statuses that RFC 3398 maps the cause of a Reason to, where they contradict the status of
/// the final response to INVITE that carries it. Empty where both can be meant, and where nothing
/// can be said. Gateways only SHOULD follow the map: this is a note for people, not a fault.
MappedCodes statuses_instead(unsigned cause, unsigned status);

}  // namespace sipgloss
