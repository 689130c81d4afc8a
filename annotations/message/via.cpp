// SPDX-License-Identifier: MIT
// Via. RFC 3261 sections 20.42 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

/// Takes the host off the front and tells whether it is one.
bool take_host(std::string_view& rest, Via& via) {
  const bool reference = rest.starts_with('[');
  if (reference) rest.remove_prefix(1);
  static constexpr Characters behind_name(": \t\r\n");
  via.host = reference ? take_until(rest, ']') : take_until(rest, behind_name);
  if (reference && !rest.starts_with(']')) return false;
  if (reference) rest.remove_prefix(1);
  return !via.host.empty();
}

// sent-by = host [ COLON port ]
bool read_sent_by(Via& via) {
  std::string_view rest = via.sent_by;
  const bool has_host = take_host(rest, via);
  rest = trim_left(rest);
  if (rest.empty()) return has_host;
  std::uint32_t port = 0;
  const bool is_port = rest.front() == ':' &&
                       read_digits(trim(rest.substr(1)), port) == Digits::ok && port <= UINT16_MAX;
  if (is_port) via.port = static_cast<std::uint16_t>(port);
  return has_host && is_port;
}

/// Keeps the parameters that Via has a member for; the first of a name counts.
void note_parameter(const Parameters::Parameter& parameter, Via& via) {
  const auto keep = [&parameter](auto& first, const auto& none) {
    if (first == none) first = value_of(parameter);
  };
  const auto is = [&parameter](std::string_view name) {
    return equal_ignoring_case(parameter.name, name);
  };
  if (is("branch")) return keep(via.branch, std::string_view());
  if (is("received")) return keep(via.received, std::nullopt);
  if (is("rport")) return keep(via.rport, std::nullopt);
  if (is("maddr")) return keep(via.maddr, std::nullopt);
  via.has_others = true;
}

}  // namespace

// via-parm = sent-protocol LWS sent-by *( SEMI via-params )
// sent-protocol = protocol-name SLASH protocol-version SLASH transport
Via read_via(std::string_view value, Defects* defects) {
  Via via;
  via.raw = trim(value);
  std::string_view rest = via.raw;
  const auto take_part = [&] {
    const std::string_view part = trim(take_until(rest, '/'));
    if (!rest.empty()) rest = trim_left(rest.substr(1));
    return part;
  };
  via.protocol = take_part();
  via.version = take_part();
  via.transport = take_token(rest);
  const bool separated = !rest.empty() && is_lws(rest.front());
  rest = trim_left(rest);
  via.sent_by = trim_right(take_until(rest, ';'));
  via.parameters = Parameters(rest);

  const bool complete =
      is_token(via.protocol) && is_token(via.version) && !via.transport.empty() && separated;
  if (!read_sent_by(via) || !complete) note(defects, DefectKind::via_malformed, via.raw);
  read_parameters(rest, defects, [&via](const Parameters::Parameter& parameter) {
    note_parameter(parameter, via);
  });
  return via;
}

bool Via::has_magic_cookie() const { return starts_ignoring_case(branch, "z9hG4bK"); }

}  // namespace sipgloss
