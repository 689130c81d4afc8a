// SPDX-License-Identifier: MIT
// Session descriptions. RFC 8866 sections 5, 6 and 9, RFC 3264 sections 5 to 8, RFC 3551 section 6.
#include "sipgloss/sdp.hpp"

#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

/// Takes what lies before the next blank, and the blanks behind it.
std::string_view take_field(std::string_view& text) {
  const std::string_view field = take_until(text, blanks);
  text = trim_left(text);
  return field;
}

// <type>=<value>: a single letter, no blanks around "=".
SdpLine read_sdp_line(std::string_view line) {
  if (line.size() < 2 || line[1] != '=') return {.value = line};
  return {.type = line[0], .value = line.substr(2)};
}

/// What the session level or one media description says (RFC 8866 sections 5.2, 5.7 and 6.7).
struct Section {
  std::string_view text;
  std::optional<std::string_view> origin;
  std::optional<std::string_view> connection;
  std::optional<MediaDirection> direction;
};

/// Takes the lines up to the next m= line that is not the first one. Of what they say the first
/// counts: several c= lines are allowed for multicast alone.
Section take_section(std::string_view& rest) {
  Section section;
  const std::string_view whole = rest;
  do {
    const SdpLine line = read_sdp_line(take_line(rest));
    if (line.type == 'o' && !section.origin) section.origin = line.value;
    if (line.type == 'c' && !section.connection) section.connection = line.value;
    if (line.type == 'a' && !section.direction) section.direction = media_direction_of(line.value);
  } while (!rest.empty() && !rest.starts_with("m="));
  section.text = whole.substr(0, whole.size() - rest.size());
  return section;
}

/// A static payload type. RFC 3551 section 6, tables 4 and 5.
struct StaticPayloadType {
  std::string_view payload_type;
  RtpMap map;
};

constexpr StaticPayloadType static_payload_types[] = {
    {"0", {"PCMU", 8000, "1"}},   {"3", {"GSM", 8000, "1"}},    {"4", {"G723", 8000, "1"}},
    {"5", {"DVI4", 8000, "1"}},   {"6", {"DVI4", 16000, "1"}},  {"7", {"LPC", 8000, "1"}},
    {"8", {"PCMA", 8000, "1"}},   {"9", {"G722", 8000, "1"}},   {"10", {"L16", 44100, "2"}},
    {"11", {"L16", 44100, "1"}},  {"12", {"QCELP", 8000, "1"}}, {"13", {"CN", 8000, "1"}},
    {"14", {"MPA", 90000, ""}},   {"15", {"G728", 8000, "1"}},  {"16", {"DVI4", 11025, "1"}},
    {"17", {"DVI4", 22050, "1"}}, {"18", {"G729", 8000, "1"}},  {"25", {"CelB", 90000, ""}},
    {"26", {"JPEG", 90000, ""}},  {"28", {"nv", 90000, ""}},    {"31", {"H261", 90000, ""}},
    {"32", {"MPV", 90000, ""}},   {"33", {"MP2T", 90000, ""}},  {"34", {"H263", 90000, ""}},
};

std::optional<std::uint16_t> read_port(std::string_view digits) {
  std::uint32_t port = 0;
  if (read_digits(digits, port) != Digits::ok || port > UINT16_MAX) return std::nullopt;
  return static_cast<std::uint16_t>(port);
}

// media-field = "m=" media SP port ["/" integer] SP proto 1*(SP fmt)
void read_media_line(std::string_view value, MediaDescription& media) {
  std::string_view rest = trim(value);
  media.media = take_field(rest);
  std::string_view ports = take_field(rest);
  media.port = read_port(take_until(ports, '/'));
  if (!ports.empty()) media.port_count = read_number(ports.substr(1));
  media.protocol = take_field(rest);
  media.formats = rest;
}

constexpr std::string_view direction_names[] = {"sendrecv", "sendonly", "recvonly", "inactive"};

}  // namespace

SdpLines::Iterator& SdpLines::Iterator::operator++() {
  while (!rest_.empty()) {
    const std::string_view line = take_line(rest_);
    if (line.empty()) continue;
    line_ = read_sdp_line(line);
    return *this;
  }
  at_end_ = true;
  return *this;
}

std::string_view name_of(MediaDirection direction) {
  return direction_names[static_cast<std::size_t>(direction)];
}

std::optional<MediaDirection> media_direction_of(std::string_view name) {
  for (std::size_t i = 0; i < std::size(direction_names); ++i) {
    if (trim_right(name) == direction_names[i]) return static_cast<MediaDirection>(i);
  }
  return std::nullopt;
}

// attribute = (attribute-name ":" attribute-value) / attribute-name
SdpAttribute read_sdp_attribute(std::string_view value) {
  std::string_view rest = value;
  SdpAttribute attribute{.name = trim(take_until(rest, ':')), .value = std::nullopt};
  if (!rest.empty()) attribute.value = trim(rest.substr(1));
  return attribute;
}

// origin-field = "o=" username SP sess-id SP sess-version SP nettype SP addrtype SP unicast-address
SdpOrigin read_sdp_origin(std::string_view value) {
  SdpOrigin origin;
  origin.raw = trim(value);
  std::string_view rest = origin.raw;
  origin.username = take_field(rest);
  origin.session_id = take_field(rest);
  origin.session_version = take_field(rest);
  origin.network_type = take_field(rest);
  origin.address_type = take_field(rest);
  origin.address = take_field(rest);
  return origin;
}

// connection-field = "c=" nettype SP addrtype SP connection-address
SdpConnection read_sdp_connection(std::string_view value) {
  SdpConnection connection;
  connection.raw = trim(value);
  std::string_view rest = connection.raw;
  connection.network_type = take_field(rest);
  connection.address_type = take_field(rest);
  std::string_view address = take_field(rest);
  connection.address = take_until(address, '/');
  return connection;
}

bool SdpConnection::is_unspecified() const {
  constexpr std::string_view invalid = ".invalid";
  return address == "0.0.0.0" || address == "::" ||
         (address.size() >= invalid.size() &&
          equal_ignoring_case(address.substr(address.size() - invalid.size()), invalid));
}

// rtpmap-value = payload-type SP encoding-name "/" clock-rate [ "/" encoding-params ]
RtpMap read_rtp_map(std::string_view value) {
  std::string_view rest = trim(value);
  take_field(rest);
  RtpMap map;
  map.encoding_name = take_until(rest, '/');
  if (rest.empty()) return map;
  rest.remove_prefix(1);
  map.clock_rate = read_number(take_until(rest, '/'));
  if (!rest.empty()) map.encoding_parameters = rest.substr(1);
  return map;
}

std::string_view take_sdp_format(std::string_view& formats) {
  formats = trim_left(formats);
  return take_field(formats);
}

std::optional<SdpAttribute> MediaDescription::attribute(std::string_view name) const {
  for (const SdpLine& line : lines()) {
    if (line.type != 'a') continue;
    const SdpAttribute attribute = read_sdp_attribute(line.value);
    if (attribute.name == name) return attribute;
  }
  return std::nullopt;
}

bool MediaDescription::is_disabled() const { return port == 0 && !attribute("bundle-only"); }

bool MediaDescription::uses_rtp() const {
  return protocol.starts_with("RTP/") || protocol.find("/RTP/") != std::string_view::npos;
}

bool MediaDescription::sends() const {
  return direction == MediaDirection::sendrecv || direction == MediaDirection::sendonly;
}

bool MediaDescription::receives() const {
  return direction == MediaDirection::sendrecv || direction == MediaDirection::recvonly;
}

// RFC 3264 section 5.1: the static assignment stands where there is no rtpmap.
std::optional<RtpMap> MediaDescription::rtp_map(std::string_view format) const {
  for (const SdpLine& line : lines()) {
    if (line.type != 'a') continue;
    const SdpAttribute attribute = read_sdp_attribute(line.value);
    if (attribute.name != "rtpmap" || !attribute.value) continue;
    std::string_view rest = *attribute.value;
    if (take_field(rest) == format) return read_rtp_map(*attribute.value);
  }
  if (!uses_rtp()) return std::nullopt;
  for (const StaticPayloadType& entry : static_payload_types) {
    if (entry.payload_type == format) return entry.map;
  }
  return std::nullopt;
}

std::string_view MediaDescription::encoding_name(std::string_view format) const {
  const std::optional<RtpMap> map = rtp_map(format);
  return map && !map->encoding_name.empty() ? map->encoding_name : format;
}

SessionDescription read_session_description(std::string_view text) {
  SessionDescription description;
  description.text = text;
  description.media_level = text;
  const Section session =
      text.starts_with("m=") ? Section{} : take_section(description.media_level);
  description.session_level = session.text;
  description.direction = session.direction;
  if (session.connection) description.connection = read_sdp_connection(*session.connection);
  if (session.origin) description.origin = read_sdp_origin(*session.origin);
  return description;
}

SessionDescription::MediaDescriptions SessionDescription::media() const {
  return MediaDescriptions(*this);
}

SessionDescription::MediaDescriptions::MediaDescriptions(const SessionDescription& description)
    : text_(description.media_level),
      connection_(description.connection),
      direction_(description.direction.value_or(MediaDirection::sendrecv)) {}

SessionDescription::MediaDescriptions::Iterator&
SessionDescription::MediaDescriptions::Iterator::operator++() {
  if (rest_.empty()) {
    at_end_ = true;
    return *this;
  }
  const Section section = take_section(rest_);
  media_ = {};
  media_.text = section.text;
  media_.connection =
      section.connection ? read_sdp_connection(*section.connection) : all_->connection_;
  media_.direction = section.direction.value_or(all_->direction_);
  read_media_line(SdpLines(section.text).begin()->value, media_);
  return *this;
}

namespace {

std::optional<Body> session_body_of(const Message& message) {
  return find_body(message, "application", "sdp", "session");
}

}  // namespace

std::optional<SessionDescription> session_description_of(const Message& message) {
  const std::optional<Body> body = session_body_of(message);
  if (!body) return std::nullopt;
  return read_session_description(body->content);
}

bool carries_session_description(const Message& message) {
  return session_body_of(message).has_value();
}

}  // namespace sipgloss
