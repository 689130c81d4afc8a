// SPDX-License-Identifier: MIT
// The calls of a capture and how they ended, each once, over however many hops it was seen. RFC
// 3261 sections 13 to 16.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "triage/call_threads.hpp"
#include "triage/story.hpp"

namespace sipgloss {

/// How a call ended, or how far the capture shows it.
enum class CallOutcome : std::uint8_t {
  answered,
  busy,                 ///< 486, 600
  declined,             ///< 603, 607, 608
  not_answered,         ///< it rang until 408 or 480
  cancelled,            ///< the calling side gave up: CANCEL, 487
  completed_elsewhere,  ///< the same, since another phone took the call (RFC 3326 section 3.1)
  redirected,           ///< 3xx, and no request to the new target in this capture
  challenged,           ///< 401 or 407, and no request with credentials in this capture
  auth_loop,            ///< three or more challenges in a row with credentials refused
  failed,               ///< another 400 to 699
  no_response,          ///< proven: nothing came back until the client gave up
  connection_error,     ///< its connection was reset or closed before a final response
  host_error,           ///< an ICMP error or a name server says that the INVITE got nowhere
  loop,                 ///< the INVITE came round, without a final response
  open,                 ///< the capture ends first
  not_visible,          ///< the capture goes on, but does not show how it ended
};

/// "answered" / "已接通" ...
Text name_of(CallOutcome outcome);
inline constexpr auto last_call_outcome = CallOutcome::not_visible;

/// Who ended a call by BYE or CANCEL.
enum class HungUp : std::uint8_t {
  nobody,
  caller,
  callee,
  both,       ///< each side sent a BYE, or something between them sent both
  from_side,  ///< the capture does not show who called: the one in the column From
  to_side,
};

/// "caller" / "主叫" ...; "-" for nobody.
Text name_of(HungUp side);

/// One call.
struct Call {
  std::uint32_t first_frame = 0;
  Time begin{};
  std::string from;
  std::string to;
  bool began_before = false;  ///< the capture begins within it
  CallOutcome outcome = CallOutcome::not_visible;
  unsigned code = 0;  ///< of the final response that decided; 0 where none did
  Words named;        ///< of a failure: "486 Busy Here", "port unreachable"
  std::optional<std::chrono::nanoseconds> setup;     ///< from the first INVITE to the 2xx
  std::optional<std::chrono::nanoseconds> ring;      ///< from the first 180 or 183 to the end of it
  std::optional<std::chrono::nanoseconds> duration;  ///< from the 2xx to the BYE
  HungUp hung_up = HungUp::nobody;
  std::vector<Sight> sights;
  std::vector<Words> remarks;  ///< why, a sentence each
  bool in_trouble = false;     ///< it failed, or something within it did
};

/// One call, told from its transactions.
Call tell_call(const CallThread& thread, const Inside& inside, const Notes& notes);

}  // namespace sipgloss
