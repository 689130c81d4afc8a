// SPDX-License-Identifier: MIT
// What each SIP response code means, who sends it and what comes next. RFC 3261 sections 7.2,
// 8.1.3.2 and 21, and the RFCs that define the later codes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "sipgloss/few.hpp"
#include "sipgloss/method.hpp"
#include "sipgloss/next_step.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

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

/// One sentence of an entry, with the methods of which it is said (none: all).
struct Sentence {
  std::string_view en;
  std::string_view zh;
  Set<Method> methods = {};
  Citation cite = {};  ///< where it says more than the entry's own section

  constexpr Text text() const { return {en, zh}; }
  constexpr bool speaks_of(Method method) const { return methods.empty() || methods.has(method); }
};

/// How strongly an RFC asks for something (RFC 2119).
enum class Strength : std::uint8_t { must, should, may, should_not, must_not };

/// "MUST carry" / "必须携带".
Text name_of(Strength value);

/// A header field that the response carries besides those of every response.
struct HeaderUse {
  Strength strength = Strength::may;
  std::string_view name;
  Text what;  ///< what it tells, in a few words without a full stop
  Citation cite;
  Set<Method> methods = {};
};

/// What a response does to the dialog that it belongs to (RFC 3261 section 12, RFC 5057 section
/// 5.1). Worded once, in dialog_effects.cpp.
enum class DialogEffect : std::uint8_t {
  none,
  creates_early,
  ends_one_early,
  confirms,
  redirects,
  ends_transaction,
  ends_usage,
  ends_dialog,
  acts_as_timeout,
};

/// The sentences about an effect; each is said of some methods.
std::span<const Sentence> sentences_of(DialogEffect effect);

/// One status code. Every sentence fits a tree label.
struct ResponseCode {
  std::uint16_t code = 0;
  std::string_view phrase;  ///< the default reason phrase
  std::string_view name_zh;
  Citation defined_in;  ///< of a private code: what a client does with it
  Status status = Status::registered;
  Category category = Category::progress;
  Few<Sentence, 16> gist = {};  ///< the one thing to know, in a few words: the first that applies
  Few<Sentence, 24> meaning = {};   ///< one sentence an item
  Few<Sentence, 10> practice = {};  ///< who sends it and why in practice: what to suspect first
  Few<HeaderUse, 12> headers = {};  ///< what it must, should and may carry, the strongest first
  DialogEffect dialog = DialogEffect::none;
  Set<Role> sent_by;
  Few<Next, 16> next;  ///< in the order of the doing; each applies to its step's methods only

  constexpr Text name() const { return {phrase, name_zh}; }
};

/// First and last status code of a range; one code when `last` is left out.
struct CodeRange {
  std::uint16_t first = 0;
  std::uint16_t last = 0;

  constexpr CodeRange() = default;
  constexpr CodeRange(std::uint16_t code)
      : first(code), last(code) {}  // NOLINT: {405} reads as data
  constexpr CodeRange(std::uint16_t from, std::uint16_t to) : first(from), last(to) {}
  constexpr bool has(unsigned code) const { return first <= code && code <= last; }
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
