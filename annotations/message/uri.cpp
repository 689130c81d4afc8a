// SPDX-License-Identifier: MIT
// SIP and SIPS URIs, taken apart and compared. RFC 3261 section 19.1.
#include "sipgloss/uri.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#include "message/scan.hpp"
#include "sipgloss/session.hpp"

namespace sipgloss {
namespace {

/// host [":" port]
void read_hostport(std::string_view text, Uri& uri) {
  const bool ipv6 = text.starts_with('[');
  const std::size_t bracket = ipv6 ? text.find(']') : std::string_view::npos;
  if (ipv6 && bracket == std::string_view::npos) return;
  const std::size_t end = ipv6 ? bracket + 1 : std::min(text.find(':'), text.size());
  uri.host = ipv6 ? text.substr(1, bracket - 1) : text.substr(0, end);
  if (end >= text.size() || text[end] != ':') return;
  std::uint16_t port = 0;
  const char* const last = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + end + 1, last, port);
  if (error == std::errc{} && stop == last) uri.port = port;
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = scan::lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Takes the next character, an escaped one as what it stands for.
char take_character(std::string_view& text) {
  if (text.size() >= 3 && text[0] == '%' && hex(text[1]) >= 0 && hex(text[2]) >= 0) {
    const auto character = static_cast<char>(hex(text[1]) * 16 + hex(text[2]));
    text.remove_prefix(3);
    return character;
  }
  const char character = text.front();
  text.remove_prefix(1);
  return character;
}

bool same_escaped(std::string_view a, std::string_view b, bool ignore_case) {
  while (!a.empty() && !b.empty()) {
    const char one = take_character(a);
    const char other = take_character(b);
    if (one != other && !(ignore_case && scan::lower(one) == scan::lower(other))) return false;
  }
  return a.empty() && b.empty();
}

/// Parameters in both have to agree; some have to be in both or in none.
bool parameters_match(const Parameters& a, const Parameters& b) {
  std::string_view rest = a.text();
  for (int i = 0; i < 32; ++i) {
    const auto parameter = Parameters::take(rest);
    if (!parameter) return true;
    const auto other = b.find(parameter->name);
    if (other) {
      if (!same_escaped(parameter->value.value_or(""), other->value.value_or(""), true))
        return false;
      continue;
    }
    constexpr std::array<std::string_view, 5> needed = {"user", "ttl", "method", "maddr",
                                                        "transport"};
    if (std::ranges::any_of(needed, [&](std::string_view name) {
          return scan::equal_ignoring_case(name, parameter->name);
        }))
      return false;
  }
  return true;
}

}  // namespace

bool Uri::is_sip() const {
  return scan::equal_ignoring_case(scheme, "sip") || scan::equal_ignoring_case(scheme, "sips");
}

Uri read_uri(std::string_view text) {
  text = scan::trim(text);
  Uri uri;
  uri.raw = text;
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return uri;
  uri.scheme = text.substr(0, colon);
  if (!uri.is_sip()) return uri;
  std::string_view rest = text.substr(colon + 1);
  const std::size_t at = rest.find('@');  // neither user nor password holds one unescaped
  if (at != std::string_view::npos) {
    uri.user = rest.substr(0, at);
    rest.remove_prefix(at + 1);
  }
  const std::size_t question = std::min(rest.find('?'), rest.size());
  if (question < rest.size()) uri.headers = rest.substr(question + 1);
  rest = rest.substr(0, question);
  const std::size_t semicolon = std::min(rest.find(';'), rest.size());
  uri.parameters = Parameters(rest.substr(semicolon));
  read_hostport(rest.substr(0, semicolon), uri);
  return uri;
}

bool same_uri(std::string_view a, std::string_view b) {
  if (scan::trim(a) == scan::trim(b)) return true;
  const Uri one = read_uri(a);
  const Uri other = read_uri(b);
  if (!scan::equal_ignoring_case(one.scheme, other.scheme)) return false;
  if (!one.is_sip()) {
    return one.raw.substr(one.scheme.size()) == other.raw.substr(other.scheme.size());
  }
  return same_escaped(one.user, other.user, false) &&
         scan::equal_ignoring_case(one.host, other.host) && one.port == other.port &&
         parameters_match(one.parameters, other.parameters) &&
         parameters_match(other.parameters, one.parameters) &&
         same_escaped(one.headers, other.headers, true);
}

bool is_address(std::string_view host, const Endpoint& endpoint) {
  std::array<char, 64> text{};
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.empty() || host.size() >= text.size()) return false;
  std::ranges::copy(host, text.begin());
  std::array<std::uint8_t, 16> address{};
  const bool ipv6 = endpoint.length == 16;
  return inet_pton(ipv6 ? AF_INET6 : AF_INET, text.data(), address.data()) == 1 &&
         std::memcmp(address.data(), endpoint.address.data(), endpoint.length) == 0;
}

}  // namespace sipgloss
