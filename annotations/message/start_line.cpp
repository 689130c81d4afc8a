// SPDX-License-Identifier: MIT
// The first line of a message. RFC 3261 sections 7.1, 7.2 and 25.1.
#include "message/start_line.hpp"

#include "message/scan.hpp"
#include "utf8.hpp"

namespace sipgloss {

using namespace scan;

namespace {

// reserved / unreserved / SP / HTAB, of all that is ASCII
constexpr Characters reason_characters(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ;/?:@&=+$,-_.!~*'() \t");

// escaped = "%" HEXDIG HEXDIG
bool begins_escaped(std::string_view text) {
  static constexpr Characters hex("0123456789abcdefABCDEF");
  return text.size() >= 3 && text[0] == '%' && hex.has(text[1]) && hex.has(text[2]);
}

/// The first byte that does not belong into a reason phrase; empty when all do. UTF-8 has to be
/// whole (RFC 3261 section 7), although the grammar lists its continuation bytes by themselves too.
// Reason-Phrase = *(reserved / unreserved / escaped / UTF8-NONASCII / UTF8-CONT / SP / HTAB)
std::string_view odd_byte_of(std::string_view phrase) {
  while (true) {
    while (!phrase.empty() && reason_characters.has(phrase.front())) phrase.remove_prefix(1);
    if (phrase.empty()) return {};
    const bool ascii = static_cast<unsigned char>(phrase.front()) < 0x80;
    const std::size_t length = ascii ? 0 : first_character(phrase).length;
    const std::size_t taken = begins_escaped(phrase) ? 3 : length;
    if (taken == 0) return phrase.substr(0, 1);
    phrase.remove_prefix(taken);
  }
}

void check_version(Message& message) {
  if (!equal_ignoring_case(message.version, "SIP/2.0")) {
    note(&message.defects, DefectKind::version_unknown, message.version);
  }
}

/// Takes blanks off the front and tells whether there was exactly one.
bool take_one_space(std::string_view& rest) {
  std::size_t count = 0;
  while (count < rest.size() && blanks.has(rest[count])) ++count;
  const bool one = count == 1 && rest.front() == ' ';
  rest.remove_prefix(count);
  return one;
}

void read_status_code(Message& message) {
  const std::string_view digits = message.status_digits;
  std::uint32_t code = 0;
  if (digits.size() <= 3 && read_digits(digits, code) == Digits::ok) message.status_code = code;
  if (digits.size() != 3 || !is_digits(digits)) {
    note(&message.defects, DefectKind::status_code_length, digits);
  }
  if (is_digits(digits) && (code < 100 || code > 699)) {
    note(&message.defects, DefectKind::status_code_range, digits);
  }
}

// Status-Line = SIP-Version SP Status-Code SP Reason-Phrase CRLF
void read_status_line(Message& message) {
  message.kind = Message::Kind::response;
  std::string_view rest = message.start_line;
  message.version = take_until(rest, blanks);
  bool spaced = take_one_space(rest);
  message.status_digits = take_until(rest, blanks);
  spaced = rest.starts_with(' ') && spaced;
  message.reason_phrase = rest.substr(std::min<std::size_t>(1, rest.size()));

  check_version(message);
  read_status_code(message);
  if (!spaced) note(&message.defects, DefectKind::start_line_spacing, message.start_line);
  const std::string_view odd = odd_byte_of(message.reason_phrase);
  if (!odd.empty()) note(&message.defects, DefectKind::reason_phrase_bytes, odd);
}

/// The last part of the line where that looks like a version; empty otherwise.
std::string_view trailing_version(std::string_view line) {
  const std::string_view trimmed = trim_right(line);
  std::size_t begin = trimmed.size();
  while (begin > 0 && !blanks.has(trimmed[begin - 1])) --begin;
  if (begin == 0) return {};
  const std::string_view last = trimmed.substr(begin);
  return starts_ignoring_case(last, "SIP/") ? last : std::string_view();
}

// Request-Line = Method SP Request-URI SP SIP-Version CRLF
void read_request_line(Message& message, std::string_view version) {
  message.kind = Message::Kind::request;
  message.version = version;
  std::string_view rest = message.start_line;
  message.method_name = take_until(rest, blanks);
  bool spaced = take_one_space(rest);
  const auto uri_and_blanks = static_cast<std::size_t>(version.data() - rest.data());
  message.request_uri = trim_right(rest.substr(0, uri_and_blanks));
  spaced = spaced && uri_and_blanks == message.request_uri.size() + 1 &&
           rest.size() == uri_and_blanks + version.size() &&
           find_any(message.request_uri, blanks) == message.request_uri.size();

  check_version(message);
  if (!is_token(message.method_name)) {
    note(&message.defects, DefectKind::method_token, message.method_name);
  }
  if (!spaced) note(&message.defects, DefectKind::start_line_spacing, message.start_line);
}

}  // namespace

void read_start_line(Message& message) {
  if (begins_like_status_line(message.start_line)) return read_status_line(message);
  std::string_view line = message.start_line;
  const std::string_view version = trailing_version(line);
  const std::string_view method = take_until(line, blanks);
  // Method and version must not be the same part, and something must stand between them.
  if (!version.empty() && !method.empty() && trim(line).data() != version.data()) {
    return read_request_line(message, version);
  }
  note(&message.defects, DefectKind::not_sip, message.start_line);
}

bool begins_like_status_line(std::string_view bytes) {
  while (!bytes.empty() && (bytes.front() == '\r' || bytes.front() == '\n')) bytes.remove_prefix(1);
  if (!starts_ignoring_case(bytes, "SIP/")) return false;
  take_until(bytes, lws);
  if (bytes.empty() || !blanks.has(bytes.front())) return false;
  while (!bytes.empty() && blanks.has(bytes.front())) bytes.remove_prefix(1);
  return !bytes.empty() && is_digit(bytes.front());
}

}  // namespace sipgloss
