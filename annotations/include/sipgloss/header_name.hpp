// SPDX-License-Identifier: MIT
// The header fields that sipgloss knows by name, with their compact forms. RFC 3261 section 7.3.3,
// section 20.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

// clang-format off
/// SIPGLOSS_HEADER(enumerator, name, compact form or "", single value or comma list: section 7.3.1)
#define SIPGLOSS_HEADERS(SIPGLOSS_HEADER) \
  SIPGLOSS_HEADER(accept, "Accept", "", list) \
  SIPGLOSS_HEADER(accept_contact, "Accept-Contact", "a", list) \
  SIPGLOSS_HEADER(accept_encoding, "Accept-Encoding", "", list) \
  SIPGLOSS_HEADER(accept_language, "Accept-Language", "", list) \
  SIPGLOSS_HEADER(accept_resource_priority, "Accept-Resource-Priority", "", list) \
  SIPGLOSS_HEADER(alert_info, "Alert-Info", "", list) \
  SIPGLOSS_HEADER(alertmsg_error, "AlertMsg-Error", "", single) \
  SIPGLOSS_HEADER(allow, "Allow", "", list) \
  SIPGLOSS_HEADER(allow_events, "Allow-Events", "u", list) \
  SIPGLOSS_HEADER(answer_mode, "Answer-Mode", "", single) \
  SIPGLOSS_HEADER(authentication_info, "Authentication-Info", "", single) \
  SIPGLOSS_HEADER(authorization, "Authorization", "", single) \
  SIPGLOSS_HEADER(call_id, "Call-ID", "i", single) \
  SIPGLOSS_HEADER(call_info, "Call-Info", "", list) \
  SIPGLOSS_HEADER(contact, "Contact", "m", list) \
  SIPGLOSS_HEADER(content_disposition, "Content-Disposition", "", single) \
  SIPGLOSS_HEADER(content_encoding, "Content-Encoding", "e", list) \
  SIPGLOSS_HEADER(content_language, "Content-Language", "", list) \
  SIPGLOSS_HEADER(content_length, "Content-Length", "l", single) \
  SIPGLOSS_HEADER(content_type, "Content-Type", "c", single) \
  SIPGLOSS_HEADER(cseq, "CSeq", "", single) \
  SIPGLOSS_HEADER(date, "Date", "", single) \
  SIPGLOSS_HEADER(diversion, "Diversion", "", list) \
  SIPGLOSS_HEADER(encryption, "Encryption", "", single) \
  SIPGLOSS_HEADER(error_info, "Error-Info", "", list) \
  SIPGLOSS_HEADER(event, "Event", "o", single) \
  SIPGLOSS_HEADER(expires, "Expires", "", single) \
  SIPGLOSS_HEADER(feature_caps, "Feature-Caps", "", list) \
  SIPGLOSS_HEADER(flow_timer, "Flow-Timer", "", single) \
  SIPGLOSS_HEADER(from, "From", "f", single) \
  SIPGLOSS_HEADER(geolocation, "Geolocation", "", list) \
  SIPGLOSS_HEADER(geolocation_error, "Geolocation-Error", "", single) \
  SIPGLOSS_HEADER(geolocation_routing, "Geolocation-Routing", "", single) \
  SIPGLOSS_HEADER(hide, "Hide", "", single) \
  SIPGLOSS_HEADER(history_info, "History-Info", "", list) \
  SIPGLOSS_HEADER(identity, "Identity", "y", single) \
  SIPGLOSS_HEADER(identity_info, "Identity-Info", "n", single) \
  SIPGLOSS_HEADER(in_reply_to, "In-Reply-To", "", list) \
  SIPGLOSS_HEADER(info_package, "Info-Package", "", single) \
  SIPGLOSS_HEADER(join, "Join", "", single) \
  SIPGLOSS_HEADER(max_breadth, "Max-Breadth", "", single) \
  SIPGLOSS_HEADER(max_forwards, "Max-Forwards", "", single) \
  SIPGLOSS_HEADER(mime_version, "MIME-Version", "", single) \
  SIPGLOSS_HEADER(min_expires, "Min-Expires", "", single) \
  SIPGLOSS_HEADER(min_se, "Min-SE", "", single) \
  SIPGLOSS_HEADER(organization, "Organization", "", single) \
  SIPGLOSS_HEADER(p_access_network_info, "P-Access-Network-Info", "", list) \
  SIPGLOSS_HEADER(p_answer_state, "P-Answer-State", "", single) \
  SIPGLOSS_HEADER(p_asserted_identity, "P-Asserted-Identity", "", list) \
  SIPGLOSS_HEADER(p_asserted_service, "P-Asserted-Service", "", single) \
  SIPGLOSS_HEADER(p_associated_uri, "P-Associated-URI", "", list) \
  SIPGLOSS_HEADER(p_called_party_id, "P-Called-Party-ID", "", single) \
  SIPGLOSS_HEADER(p_charging_function_addresses, "P-Charging-Function-Addresses", "", single) \
  SIPGLOSS_HEADER(p_charging_vector, "P-Charging-Vector", "", single) \
  SIPGLOSS_HEADER(p_early_media, "P-Early-Media", "", list) \
  SIPGLOSS_HEADER(p_media_authorization, "P-Media-Authorization", "", list) \
  SIPGLOSS_HEADER(p_preferred_identity, "P-Preferred-Identity", "", list) \
  SIPGLOSS_HEADER(p_preferred_service, "P-Preferred-Service", "", single) \
  SIPGLOSS_HEADER(p_profile_key, "P-Profile-Key", "", single) \
  SIPGLOSS_HEADER(p_served_user, "P-Served-User", "", single) \
  SIPGLOSS_HEADER(p_visited_network_id, "P-Visited-Network-ID", "", list) \
  SIPGLOSS_HEADER(path, "Path", "", list) \
  SIPGLOSS_HEADER(permission_missing, "Permission-Missing", "", list) \
  SIPGLOSS_HEADER(policy_contact, "Policy-Contact", "", list) \
  SIPGLOSS_HEADER(policy_id, "Policy-ID", "", list) \
  SIPGLOSS_HEADER(priority, "Priority", "", single) \
  SIPGLOSS_HEADER(priv_answer_mode, "Priv-Answer-Mode", "", single) \
  SIPGLOSS_HEADER(privacy, "Privacy", "", single) \
  SIPGLOSS_HEADER(proxy_authenticate, "Proxy-Authenticate", "", single) \
  SIPGLOSS_HEADER(proxy_authentication_info, "Proxy-Authentication-Info", "", single) \
  SIPGLOSS_HEADER(proxy_authorization, "Proxy-Authorization", "", single) \
  SIPGLOSS_HEADER(proxy_require, "Proxy-Require", "", list) \
  SIPGLOSS_HEADER(rack, "RAck", "", single) \
  SIPGLOSS_HEADER(reason, "Reason", "", list) \
  SIPGLOSS_HEADER(record_route, "Record-Route", "", list) \
  SIPGLOSS_HEADER(recv_info, "Recv-Info", "", list) \
  SIPGLOSS_HEADER(refer_events_at, "Refer-Events-At", "", single) \
  SIPGLOSS_HEADER(refer_sub, "Refer-Sub", "", single) \
  SIPGLOSS_HEADER(refer_to, "Refer-To", "r", single) \
  SIPGLOSS_HEADER(referred_by, "Referred-By", "b", single) \
  SIPGLOSS_HEADER(reject_contact, "Reject-Contact", "j", list) \
  SIPGLOSS_HEADER(replaces, "Replaces", "", single) \
  SIPGLOSS_HEADER(reply_to, "Reply-To", "", single) \
  SIPGLOSS_HEADER(request_disposition, "Request-Disposition", "d", list) \
  SIPGLOSS_HEADER(require, "Require", "", list) \
  SIPGLOSS_HEADER(resource_priority, "Resource-Priority", "", list) \
  SIPGLOSS_HEADER(resource_share, "Resource-Share", "", single) \
  SIPGLOSS_HEADER(response_key, "Response-Key", "", single) \
  SIPGLOSS_HEADER(response_source, "Response-Source", "", single) \
  SIPGLOSS_HEADER(restoration_info, "Restoration-Info", "", single) \
  SIPGLOSS_HEADER(retry_after, "Retry-After", "", single) \
  SIPGLOSS_HEADER(route, "Route", "", list) \
  SIPGLOSS_HEADER(rseq, "RSeq", "", single) \
  SIPGLOSS_HEADER(security_client, "Security-Client", "", list) \
  SIPGLOSS_HEADER(security_server, "Security-Server", "", list) \
  SIPGLOSS_HEADER(security_verify, "Security-Verify", "", list) \
  SIPGLOSS_HEADER(server, "Server", "", single) \
  SIPGLOSS_HEADER(service_route, "Service-Route", "", list) \
  SIPGLOSS_HEADER(session_expires, "Session-Expires", "x", single) \
  SIPGLOSS_HEADER(session_id, "Session-ID", "", single) \
  SIPGLOSS_HEADER(sip_etag, "SIP-ETag", "", single) \
  SIPGLOSS_HEADER(sip_if_match, "SIP-If-Match", "", single) \
  SIPGLOSS_HEADER(subject, "Subject", "s", single) \
  SIPGLOSS_HEADER(subscription_state, "Subscription-State", "", single) \
  SIPGLOSS_HEADER(supported, "Supported", "k", list) \
  SIPGLOSS_HEADER(suppress_if_match, "Suppress-If-Match", "", single) \
  SIPGLOSS_HEADER(target_dialog, "Target-Dialog", "", single) \
  SIPGLOSS_HEADER(timestamp, "Timestamp", "", single) \
  SIPGLOSS_HEADER(to, "To", "t", single) \
  SIPGLOSS_HEADER(trigger_consent, "Trigger-Consent", "", list) \
  SIPGLOSS_HEADER(unsupported, "Unsupported", "", list) \
  SIPGLOSS_HEADER(user_agent, "User-Agent", "", single) \
  SIPGLOSS_HEADER(user_to_user, "User-to-User", "", list) \
  SIPGLOSS_HEADER(via, "Via", "v", list) \
  SIPGLOSS_HEADER(warning, "Warning", "", list) \
  SIPGLOSS_HEADER(www_authenticate, "WWW-Authenticate", "", single)
// clang-format on

namespace sipgloss {

enum class HeaderName : std::uint8_t {
  unknown,
#define SIPGLOSS_HEADER(id, name, compact, values) id,
  SIPGLOSS_HEADERS(SIPGLOSS_HEADER)
#undef SIPGLOSS_HEADER
};

/// A set of names, looked up in one step.
class HeaderNames {
 public:
  constexpr HeaderNames() = default;
  constexpr HeaderNames(std::initializer_list<HeaderName> names) {
    for (const HeaderName name : names) add(name);
  }
  constexpr void add(HeaderName name) { words_[word_of(name)] |= bit_of(name); }
  constexpr bool has(HeaderName name) const { return (words_[word_of(name)] & bit_of(name)) != 0; }
  /// Whether the two have a name in common.
  constexpr bool meets(const HeaderNames& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) common |= words_[i] & other.words_[i];
    return common != 0;
  }

 private:
  static constexpr std::size_t word_of(HeaderName name) {
    return static_cast<std::size_t>(name) / 64;
  }
  static constexpr std::uint64_t bit_of(HeaderName name) {
    return std::uint64_t{1} << static_cast<unsigned>(name) % 64;
  }
  std::array<std::uint64_t, 4> words_{};
};

/// The header field of that name, long or compact, in any case (RFC 3261 section 7.3.1).
HeaderName header_name_of(std::string_view name);

/// Whether a row of it is a comma list of values (RFC 3261 section 7.3.1).
bool is_comma_list(HeaderName name);

/// The name as the RFC writes it; empty for `unknown`.
std::string_view name_of(HeaderName name);

}  // namespace sipgloss
