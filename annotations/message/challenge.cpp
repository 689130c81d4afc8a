// SPDX-License-Identifier: MIT
// Challenges and credentials. RFC 3261 sections 20.7, 20.27, 20.28, 20.44 and 25.1; RFC 8898
// section 2.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

struct AuthParam {
  std::string_view name;
  std::string_view value;
};

/// Takes the next auth-param off the comma list. Nothing when it has no "=".
std::optional<AuthParam> take_auth_param(std::string_view& list) {
  const std::string_view whole = take_list_value(list);
  const std::size_t equal = whole.find('=');
  if (equal == std::string_view::npos) return std::nullopt;
  return AuthParam{trim_right(whole.substr(0, equal)), trim_left(whole.substr(equal + 1))};
}

/// Adds the defects of a list of auth-params; an empty list is one.
void check_auth_params(std::string_view list, std::string_view raw, Defects* defects) {
  if (list.empty() || list.back() == ',') {
    return note(defects, DefectKind::challenge_malformed, raw);
  }
  while (!list.empty()) {
    const std::optional<AuthParam> param = take_auth_param(list);
    if (param && is_open_quoted(param->value)) {
      return note(defects, DefectKind::quoted_string_open, param->value);
    }
    if (!param || !is_token(param->name) || !is_parameter_value(param->value)) {
      return note(defects, DefectKind::challenge_malformed, raw);
    }
  }
}

}  // namespace

// challenge = auth-scheme LWS auth-param *(COMMA auth-param)
Challenge read_challenge(std::string_view value, Defects* defects) {
  Challenge challenge;
  challenge.raw = trim(value);
  std::string_view rest = challenge.raw;
  challenge.scheme = take_token(rest);
  challenge.auth_params = trim_left(rest);
  if (defects == nullptr) return challenge;
  // Credentials of the scheme Bearer are one token, not a list.
  const bool bearer_token = equal_ignoring_case(challenge.scheme, "Bearer") &&
                            is_parameter_value(challenge.auth_params) &&
                            challenge.auth_params.find(',') == std::string_view::npos;
  if (challenge.scheme.empty()) {
    note(defects, DefectKind::challenge_malformed, challenge.raw);
  } else if (!bearer_token || challenge.auth_params.empty()) {
    check_auth_params(challenge.auth_params, challenge.raw, defects);
  }
  return challenge;
}

std::optional<std::string_view> Challenge::value(std::string_view name) const {
  std::string_view list = auth_params;
  while (!list.empty()) {
    const std::optional<AuthParam> param = take_auth_param(list);
    if (param && equal_ignoring_case(param->name, name)) return unquote(param->value);
  }
  return std::nullopt;
}

}  // namespace sipgloss
