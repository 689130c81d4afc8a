// SPDX-License-Identifier: MIT
// What each SIP response code means, who sends it and what comes next. RFC 3261 sections 7.2,
// 8.1.3.2 and 21, and the RFCs that define the later codes.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "sipgloss/text.hpp"

namespace sipgloss {

/// The methods that the catalogue and the rules tell apart. `other` is any method not listed.
enum class Method : std::uint8_t {
  invite,
  ack,
  bye,
  cancel,
  register_,
  options,
  prack,
  update,
  info,
  subscribe,
  notify,
  refer,
  message,
  publish,
  other,
};

/// The method of that name (case matters, RFC 3261 section 7.1), `other` when it is not one of
/// ours.
Method method_of(std::string_view name);

/// A set of small enumerators, as data: `Set<Method>{Method::invite, Method::update}`.
template <typename Enum>
struct Set {
  std::uint32_t bits = 0;

  constexpr Set() = default;
  constexpr Set(std::initializer_list<Enum> members) {
    for (const Enum member : members) bits |= 1U << static_cast<unsigned>(member);
  }
  constexpr bool empty() const { return bits == 0; }
  constexpr bool has(Enum member) const {
    return (bits >> static_cast<unsigned>(member) & 1U) != 0;
  }
  friend constexpr bool operator==(const Set&, const Set&) = default;
};

/// A short list of constant data, kept in place: items up to the first empty one.
template <typename Item, std::size_t Capacity>
struct Few {
  std::array<Item, Capacity> items{};
  std::size_t count = 0;

  constexpr Few() = default;
  constexpr Few(std::initializer_list<Item> list) {
    for (const Item& item : list) items[count++] = item;
  }
  constexpr auto begin() const { return items.begin(); }
  constexpr auto end() const { return items.begin() + static_cast<std::ptrdiff_t>(count); }
  constexpr std::size_t size() const { return count; }
  constexpr bool empty() const { return count == 0; }
  constexpr const Item& operator[](std::size_t i) const { return items[i]; }
};

/// The classes of responses (RFC 3261 section 7.2). 10 to 12 are failures that never become a
/// response on the wire: a client acts on them as on a 408 or a 503 (RFC 3261 section 8.1.3.1).
enum class ResponseClass : std::uint8_t {
  provisional = 1,
  success = 2,
  redirection = 3,
  client_failure = 4,
  server_failure = 5,
  global_failure = 6,
  connection_error = 10,
  host_error = 11,
  proxy_error = 12,
};

struct ClassEntry {
  ResponseClass value;
  Text name;             ///< "client failure" / "请求失败"
  Few<Text, 4> meaning;  ///< one sentence an item
  Citation defined_in;
};

/// All classes, in ascending order.
std::span<const ClassEntry> classes();

/// The class of a status code; nothing below 100 and above 699 (RFC 3261 section 7.2).
std::optional<ResponseClass> class_of(unsigned code);

/// The entry of a class.
const ClassEntry& entry_of(ResponseClass value);

/// Where a status code stands with the registry of IANA (RFC 3261 section 27.4).
enum class Status : std::uint8_t {
  registered,   ///< listed by IANA
  deprecated,   ///< registered, but no longer to be sent as once defined
  obsolete,     ///< not registered: a leftover of RFC 2543
  private_use,  ///< not registered: of one product, or of a draft
};

/// "registered" / "已注册".
Text name_of(Status value);

/// What a response is about: the cause of the trouble where there is any, whatever the class of
/// its code.
enum class Category : std::uint8_t {
  progress,
  success,
  redirection,
  authentication,  ///< a challenge to the user
  security,        ///< a signed identity, a key or a security mechanism is missing or not accepted
  refusal,         ///< by a person, by policy, or for want of payment or consent
  address,         ///< there is nobody at the address, or it is not complete or not clear
  busy,
  unavailable,  ///< there is such a user, but not to be reached now
  cancelled,    ///< ended by the caller's side, or because its time ran out
  timeout,
  routing,  ///< the request goes in circles, or cannot be delivered to the next hop
  overload,
  server_error,
  capability,  ///< a method, extension, version, medium or service that the peer does not support
  request,     ///< the request is malformed or too large
  interval,    ///< too short: a lower limit is named in the response
  state,  ///< does not fit what the peer knows: no such dialog, pending request, old entity-tag
};

/// "capability mismatch" / "能力不符".
Text name_of(Category value);

/// The roles that send a response (RFC 3261 section 6).
enum class Role : std::uint8_t { uas, registrar, redirect_server, proxy, gateway };

/// "UAS, proxy" / "UAS、代理服务器".
struct RoleName {
  Role role;
  Text name;
};
std::span<const RoleName> role_names();

/// What comes after a response, and who does it. Worded once, in next_steps.cpp.
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

/// One status code. Every sentence fits a tree label.
struct ResponseCode {
  std::uint16_t code = 0;
  std::string_view phrase;  ///< the default reason phrase
  std::string_view name_zh;
  Citation defined_in;  ///< of a private code: what a client does with it
  Status status = Status::registered;
  Category category = Category::progress;
  Few<Text, 6> meaning;  ///< one sentence an item
  Set<Role> sent_by;
  Few<Next, 14> next;  ///< in the order of the doing; each applies to its step's methods only

  constexpr Text name() const { return {phrase, name_zh}; }
};

/// All known codes in ascending order: those that IANA lists, and others that captures hold.
std::span<const ResponseCode* const> response_codes();

/// How a status code is read (RFC 3261 section 8.1.3.2): by its own entry, or, where it is not
/// known, as x00 of its class (1xx as 183).
struct Reading {
  const ResponseCode* entry = nullptr;  ///< never null for 100 to 699
  bool known = false;
};

/// The reading of a status code; no entry below 100 and above 699.
Reading read_code(unsigned code);

}  // namespace sipgloss
