// SPDX-License-Identifier: MIT
// The subjects that rules are about, one line each; a subject's rules stand in the file of its
// name.
#pragma once

#include <span>

#include "sipgloss/rule.hpp"

// clang-format off
/// In the order in which findings are listed: what every response needs first, then code by code.
#define SIPGLOSS_SUBJECTS(SUBJECT) \
  SUBJECT(status_line) \
  SUBJECT(framing) \
  SUBJECT(mandatory_headers) \
  SUBJECT(header_rows) \
  SUBJECT(field_syntax) \
  SUBJECT(via_syntax) \
  SUBJECT(ack) \
  SUBJECT(to_tag) \
  SUBJECT(provisional) \
  SUBJECT(dialog) \
  SUBJECT(mirror) \
  SUBJECT(tags) \
  SUBJECT(response_path) \
  SUBJECT(record_routes) \
  SUBJECT(offered_extensions) \
  SUBJECT(stray_and_repeated) \
  SUBJECT(ack_request) \
  SUBJECT(cancel) \
  SUBJECT(timers) \
  SUBJECT(timeouts) \
  SUBJECT(offer_answer) \
  SUBJECT(answered_streams) \
  SUBJECT(session_versions) \
  SUBJECT(overlapping_invites) \
  SUBJECT(in_dialog) \
  SUBJECT(end_of_dialog) \
  SUBJECT(remote_target) \
  SUBJECT(forked_calls) \
  SUBJECT(redirect_targets) \
  SUBJECT(retries) \
  SUBJECT(forwarding) \
  SUBJECT(best_response) \
  SUBJECT(branches) \
  SUBJECT(forwarded_requests) \
  SUBJECT(redirection) \
  SUBJECT(reliable) \
  SUBJECT(reliable_order) \
  SUBJECT(pracks) \
  SUBJECT(updates) \
  SUBJECT(session_timer) \
  SUBJECT(session_interval) \
  SUBJECT(session_expiry) \
  SUBJECT(challenge) \
  SUBJECT(credentials) \
  SUBJECT(challenged_clients) \
  SUBJECT(request_only_headers) \
  SUBJECT(headers_by_code) \
  SUBJECT(headers_by_method) \
  SUBJECT(call_headers) \
  SUBJECT(extension_headers) \
  SUBJECT(session_id) \
  SUBJECT(via_extensions) \
  SUBJECT(body_headers) \
  SUBJECT(server_version) \
  SUBJECT(registrar) \
  SUBJECT(registrations) \
  SUBJECT(register_requests) \
  SUBJECT(options) \
  SUBJECT(events) \
  SUBJECT(subscriptions) \
  SUBJECT(publications) \
  SUBJECT(referrals) \
  SUBJECT(prompt_answers) \
  SUBJECT(info) \
  SUBJECT(reason) \
  SUBJECT(ims_headers) \
  SUBJECT(code_100) \
  SUBJECT(code_183) \
  SUBJECT(code_199) \
  SUBJECT(code_202) \
  SUBJECT(code_204) \
  SUBJECT(code_305) \
  SUBJECT(code_380) \
  SUBJECT(code_400) \
  SUBJECT(code_402) \
  SUBJECT(code_403) \
  SUBJECT(code_405) \
  SUBJECT(code_406) \
  SUBJECT(code_408) \
  SUBJECT(code_410) \
  SUBJECT(code_412) \
  SUBJECT(code_413) \
  SUBJECT(code_415) \
  SUBJECT(code_416) \
  SUBJECT(code_417) \
  SUBJECT(code_420) \
  SUBJECT(code_421) \
  SUBJECT(code_422) \
  SUBJECT(code_423) \
  SUBJECT(code_424) \
  SUBJECT(code_425) \
  SUBJECT(code_428) \
  SUBJECT(code_429) \
  SUBJECT(code_430) \
  SUBJECT(code_433) \
  SUBJECT(code_436) \
  SUBJECT(code_439) \
  SUBJECT(code_440) \
  SUBJECT(code_469) \
  SUBJECT(code_470) \
  SUBJECT(code_480) \
  SUBJECT(code_481) \
  SUBJECT(code_482) \
  SUBJECT(code_483) \
  SUBJECT(code_485) \
  SUBJECT(code_486) \
  SUBJECT(code_487) \
  SUBJECT(code_488) \
  SUBJECT(code_489) \
  SUBJECT(code_491) \
  SUBJECT(code_493) \
  SUBJECT(code_494) \
  SUBJECT(code_500) \
  SUBJECT(code_501) \
  SUBJECT(code_503) \
  SUBJECT(code_505) \
  SUBJECT(code_555) \
  SUBJECT(code_580) \
  SUBJECT(code_606) \
  SUBJECT(code_607) \
  SUBJECT(code_608)
// clang-format on

namespace sipgloss::subject {

#define SIPGLOSS_SUBJECT(name) extern const std::span<const Rule> name;
SIPGLOSS_SUBJECTS(SIPGLOSS_SUBJECT)
#undef SIPGLOSS_SUBJECT

}  // namespace sipgloss::subject
