// SPDX-License-Identifier: MIT
// What more than one subject asks of a response. RFC 3261 sections 7.2, 18.3, 20.18 and 20.43.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Whether the reason phrase is more than the default one of the code.
bool has_own_phrase(const Message& response) {
  const std::string_view phrase = scan::trim(response.reason_phrase);
  const Reading reading = read_code(response.status_code);
  if (phrase.empty() || reading.entry == nullptr) return false;
  return !scan::equal_ignoring_case(phrase, reading.entry->phrase);
}

/// Whether nobody can say where the body ends, for want of Content-Length (RFC 3261 section 18.3).
bool lacks_length_on_stream(const Message& message) {
  return std::ranges::any_of(message.defects, [](const Defect& defect) {
    return defect.kind == DefectKind::content_length_missing;
  });
}

}  // namespace

Verdict carries_body(const Message& message) {
  if (!message.body.empty()) return Verdict::holds();
  const Header* const length = message.find(HeaderName::content_length);
  // A length without its body is the parser's matter, or the capture cuts the body.
  const bool is_known = length != nullptr ? read_number(length->value) == 0U
                                          : !message.truncated && !lacks_length_on_stream(message);
  return is_known ? Verdict::broken_at(message.start_line) : Verdict::unknown();
}

bool has_plain_body(const Message& message) {
  if (message.body.empty()) return carries_body(message).kind() == Verdict::Kind::broken;
  const MediaType type = read_media_type(message.value(HeaderName::content_type));
  const auto is = [&type](std::string_view name, std::string_view subtype) {
    return scan::equal_ignoring_case(type.type, name) &&
           scan::equal_ignoring_case(type.subtype, subtype);
  };
  return is("application", "sdp") || is("text", "plain");
}

Verdict tells_its_cause(const Message& response) {
  if (has_own_phrase(response)) return Verdict::holds();
  for (const HeaderName name : {HeaderName::warning, HeaderName::reason, HeaderName::error_info}) {
    if (response.has(name)) return Verdict::holds();
  }
  return carries_body(response);
}

Verdict is_to(const Message& response, Set<Method> methods) {
  const CSeq& cseq = response.cseq();
  if (!scan::is_token(cseq.method_name)) return Verdict::unknown();
  if (methods.has(cseq.method)) return Verdict::holds();
  return Verdict::broken_at(cseq.method_name, cseq.method_name);
}

}  // namespace sipgloss::subject
