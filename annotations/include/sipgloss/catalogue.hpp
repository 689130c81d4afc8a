// SPDX-License-Identifier: MIT
// What each SIP response code means, who sends it and what comes next. RFC 3261
// sections 7.2, 8.1.3.2 and 21.
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
  expect_progress,
  read_capabilities,
  refresh_publication,
  nothing,
  // after every 3xx to 6xx
  ack_failure,
  not_resubmitted,
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
  shrink_body,
  retry_after,
  shorten_uri,
  use_listed_types,
  use_sip_uri,
  drop_extensions,
  support_extensions,
  lengthen_interval,
  call_later,
  try_elsewhere,
  fix_routing,
  raise_max_forwards,
  dial_more_digits,
  ask_user_to_choose,
  request_is_over,
  keep_session,
  change_offer,
  wait_and_retry_once,
  wait_for_pending,
  use_given_key,
  // after 5xx
  show_error,
  retry_later,
  avoid_method,
  look_downstream,
  use_alternate_server,
  spare_server,
  use_supported_version,
  shrink_message,
  // after 6xx
  stop_searching,
  give_up_address,
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
  Citation defined_in;
  Few<Text, 6> meaning;  ///< one sentence an item
  Set<Role> sent_by;
  Few<Next, 13> next;  ///< in the order of the doing; each applies to its step's methods only

  constexpr Text name() const { return {phrase, name_zh}; }
};

/// All known codes in ascending order.
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
