// SPDX-License-Identifier: MIT
// What has to be remembered of a request so that its response can be read. RFC 3261 sections 10.2.1
// and 22.
#include "in_message/request_facts.hpp"

#include "message/scan.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss {

using namespace scan;

namespace {

void add_realm(std::string_view realm, Realms& realms, CredentialFacts& facts) {
  const std::uint32_t hash = fact_hash(realm);
  for (std::uint32_t& kept : realms) {
    if (kept == hash) return;
    if (kept == 0) {
      kept = hash;
      return;
    }
  }
  facts.more_realms = true;
}

// RFC 7616 section 3.4: nc counts the requests with this nonce, in hexadecimal digits.
void add_nonce_count(std::string_view count, CredentialFacts& facts) {
  if (count.empty()) return;
  const std::size_t digit = std::min(count.find_first_not_of('0'), count.size());
  if (count.substr(digit) == "1") {
    facts.new_nonce = true;
  } else {
    facts.used_nonce = true;
  }
}

/// The grammar of credentials is that of a challenge: a scheme and parameters (RFC 3261 section
/// 25.1).
void add_credentials(const Challenge& credentials, Realms& realms, CredentialFacts& facts) {
  facts.some = true;
  if (equal_ignoring_case(credentials.scheme, "Bearer")) {
    facts.token = true;
    return;
  }
  const std::string_view realm = credentials.value("realm").value_or("");
  if (equal_ignoring_case(credentials.scheme, "Digest")) {
    if (credentials.value("auts")) facts.resynchronise = true;
    if (credentials.value("response").value_or("").empty()) {
      facts.unproved = true;
      return;
    }
    add_nonce_count(credentials.value("nc").value_or(""), facts);
  }
  add_realm(realm, realms, facts);
}

void add_credentials(const Message& request, RequestFacts& facts) {
  for (const Header& header : request.headers) {
    if (header.name == HeaderName::authorization)
      add_credentials(read_challenge(header.value), facts.realms, facts.credentials);
    if (header.name == HeaderName::proxy_authorization)
      add_credentials(read_challenge(header.value), facts.proxy_realms, facts.proxy_credentials);
  }
}

// RFC 3261 section 10.2.1.1: the parameter of Contact goes before the header field.
std::uint32_t expires_of(const Message& request) {
  const Values contacts(request, HeaderName::contact);
  auto contact = contacts.begin();
  if (contact != contacts.end()) {
    const NameAddr address = read_name_addr(*contact);
    const auto parameter = address.parameters.value("expires");
    ++contact;
    if (parameter && contact == contacts.end())
      return read_number(*parameter).value_or(RequestFacts::no_interval);
  }
  return read_number(request.value(HeaderName::expires)).value_or(RequestFacts::no_interval);
}

/// A request that keeps its sender's identity back says so in From or in Privacy (RFC 5079
/// section 3).
bool is_anonymous(const Message& request) {
  for (std::string_view row = request.value(HeaderName::privacy); !row.empty();) {
    const std::string_view value = trim(take_until(row, ';'));
    row.remove_prefix(std::min<std::size_t>(1, row.size()));
    if (equal_ignoring_case(value, "id") || equal_ignoring_case(value, "user")) return true;
  }
  const NameAddr& from = request.from();
  std::string_view uri = from.uri;
  take_until(uri, '@');
  return equal_ignoring_case(from.display_name, "Anonymous") ||
         starts_ignoring_case(uri, "@anonymous.invalid");
}

/// Where the capture does not hold all header fields, nothing follows from those that are not seen.
void allow_for_more(RequestFacts& facts) {
  for (CredentialFacts* credentials : {&facts.credentials, &facts.proxy_credentials}) {
    credentials->some = true;
    credentials->more_realms = true;
  }
  facts.requires_uas = true;
  facts.requires_proxy = true;
}

void add_session(const Message& request, RequestFacts& facts) {
  const FieldValue interval = read_field_value(request.value(HeaderName::session_expires));
  facts.session_expires = interval.number().value_or(RequestFacts::no_interval);
  facts.has_sdp = carries_session_description(request);
  facts.has_no_sdp = !facts.has_sdp && !request.truncated;
}

}  // namespace

// scheme = ALPHA *( ALPHA / DIGIT / "+" / "-" / "." ), all of them token characters
UriScheme scheme_of(std::string_view uri) {
  const std::string_view scheme = take_token(uri);
  if (scheme.empty() || !uri.starts_with(':')) return UriScheme::none;
  if (equal_ignoring_case(scheme, "sip")) return UriScheme::sip;
  if (equal_ignoring_case(scheme, "sips")) return UriScheme::sips;
  if (equal_ignoring_case(scheme, "tel")) return UriScheme::tel;
  if (equal_ignoring_case(scheme, "urn")) return UriScheme::urn;
  return UriScheme::other;
}

// FNV-1a.
std::uint32_t fact_hash(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash == 0 ? 1 : hash;
}

RequestFacts facts_of(const Message& request) {
  RequestFacts facts;
  add_credentials(request, facts);
  facts.uri = fact_hash(request.request_uri);
  facts.expires = expires_of(request);
  facts.scheme = scheme_of(request.request_uri);
  facts.in_dialog = request.to().tag.has_value();
  facts.requires_uas = request.has(HeaderName::require);
  facts.requires_proxy = request.has(HeaderName::proxy_require);
  add_session(request, facts);
  facts.has_identity = request.has(HeaderName::identity);
  facts.anonymous = is_anonymous(request);
  facts.is_sip_2 = equal_ignoring_case(request.version, "SIP/2.0");
  if (!request.headers_complete) allow_for_more(facts);
  return facts;
}

}  // namespace sipgloss
