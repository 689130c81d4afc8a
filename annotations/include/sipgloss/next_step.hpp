// SPDX-License-Identifier: MIT
// What comes after a response, and who does it.
#pragma once

#include <cstdint>

#include "sipgloss/few.hpp"
#include "sipgloss/method.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// A step that follows a response. Worded once, in catalogue/next_steps.cpp.
enum class Next : std::uint8_t {
  // after 1xx
  stop_retransmitting,
  retransmit_slowly,
  acknowledge_reliably,
  play_ringback,
  play_early_media,
  leave_early_dialog,
  wait_for_final,
  // after 2xx
  ack_success,
  send_media,
  refresh_session,
  stop_provisional,
  expect_487,
  forget_cancelled,
  dialog_ended,
  refresh_registration,
  expect_notify,
  refresh_subscription,
  keep_subscription,
  expect_progress,
  read_capabilities,
  refresh_publication,
  assume_no_delivery,
  go_on_as_after_200,
  nothing,
  // after every 3xx to 6xx
  ack_failure,
  not_resubmitted,
  handle_as_x00,
  // after 3xx
  choose_contact,
  try_contacts,
  update_address,
  retry_original,
  use_proxy,
  offer_alternative,
  // after 4xx
  correct_request,
  handle_as_400,
  add_credentials,
  add_proxy_credentials,
  renew_credentials,
  do_not_retry,
  check_address,
  use_allowed_method,
  widen_accept,
  retry_any_time,
  end_dialog,
  dialog_gone,
  drop_address,
  add_content_length,
  publish_anew,
  shrink_body,
  retry_after,
  shorten_uri,
  use_listed_types,
  use_sip_uri,
  change_priority,
  drop_extensions,
  support_extensions,
  lengthen_session_interval,
  lengthen_interval,
  correct_location,
  correct_alert,
  sign_request,
  refer_with_token,
  use_another_flow,
  confirm_identity,
  give_reachable_info,
  change_credential,
  send_full_passport,
  register_otherwise,
  narrow_search,
  use_listed_package,
  obtain_consent,
  check_next_hop,
  call_later,
  try_elsewhere,
  fix_routing,
  raise_max_forwards,
  dial_more_digits,
  ask_user_to_choose,
  request_is_over,
  keep_session,
  use_listed_event,
  subscription_over,
  subscribe_anew,
  change_offer,
  wait_and_retry_once,
  wait_for_pending,
  use_given_key,
  start_security,
  // after 5xx
  show_error,
  retry_later,
  avoid_method,
  look_downstream,
  use_alternate_server,
  spare_server,
  use_supported_version,
  shrink_message,
  do_without_push,
  change_preconditions,
  // after 6xx
  stop_searching,
  give_up_address,
  contact_intermediary,
  decide_on_offer,
};

/// One step, with the methods it follows (empty: all) and where the RFC says so.
struct NextStep {
  Next id;
  Set<Method> methods;
  Text text;
  Citation cite;
  Text brief = {};  ///< a few words for a table; empty where the step depends on more than the code
};

/// The wording of a step.
const NextStep& step_of(Next id);

}  // namespace sipgloss
