// SPDX-License-Identifier: MIT
// The registrations of a capture: each contact of each address-of-record, and what became of it.
// RFC 3261 section 10.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "triage/story.hpp"

namespace sipgloss {

/// How the last REGISTER ended.
enum class RegistrationOutcome : std::uint8_t {
  registered,
  removed,
  asked,       ///< no Contact: the request only asked for the bindings
  refused,     ///< another 300 to 699
  challenged,  ///< 401 or 407, and no request with credentials in this capture
  auth_loop,   ///< three or more challenges in a row with credentials refused
  no_response,
  connection_error,
  host_error,
  loop,
  open,
  not_visible,
};

/// "registered" / "已注册" ...
Text name_of(RegistrationOutcome outcome);
inline constexpr auto last_registration_outcome = RegistrationOutcome::not_visible;

/// One binding of an address-of-record.
struct Registration {
  std::uint32_t first_frame = 0;
  Time begin{};
  std::string aor;
  std::string contact;    ///< empty where no request with it is in the capture
  std::string registrar;  ///< the address to which the client sent its last REGISTER
  RegistrationOutcome outcome = RegistrationOutcome::not_visible;
  unsigned code = 0;                     ///< of the last final response
  Words named;                           ///< of a failure: "403 Forbidden", "port unreachable"
  std::optional<std::uint32_t> granted;  ///< seconds, by the last 2xx
  std::uint32_t requests = 0;            ///< REGISTER requests, without those sent again
  std::uint32_t refreshes = 0;           ///< 2xx that renewed it
  bool ran_out = false;                  ///< that long before the capture ends
  bool was_registered = false;           ///< before the last REGISTER failed
  std::vector<Sight> sights;
  std::vector<Words> remarks;
  bool in_trouble = false;
};

class Registrations {
 public:
  void add(const Message& message, MessageId id, const Annotation& annotation);

  /// In the order in which they began.
  std::vector<Registration> told(const Inside& inside, const Notes& notes) const;

 private:
  class Builder;

  /// A REGISTER: who registers what.
  struct Asked {
    std::string aor;
    std::string contact;
    std::size_t more_contacts = 0;
    bool removes = false;  ///< expires is 0 for all of them
  };
  /// A 2xx: for how long each of the bindings lasts, by short hash of its URI.
  struct Granted {
    std::vector<std::pair<std::uint32_t, std::optional<std::uint32_t>>> bindings;
    std::optional<std::uint32_t> expires;
  };

  static Asked read_asked(const Message& request);

  std::unordered_map<MessageId, Asked> asked_;
  std::unordered_map<MessageId, Granted> granted_;
};

}  // namespace sipgloss
