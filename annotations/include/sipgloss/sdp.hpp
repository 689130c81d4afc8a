// SPDX-License-Identifier: MIT
// A session description read from bytes, without copying and without ever giving up. RFC 8866 (SDP,
// before it RFC 4566), RFC 3264 sections 5 and 8.
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include "sipgloss/message.hpp"

namespace sipgloss {

/// <type>=<value>, RFC 8866 section 5. Views into the description, here as below.
struct SdpLine {
  char type = 0;           ///< 'm'; 0 for a line that has not this form
  std::string_view value;  ///< what stands behind "="; the whole line where the type is 0
};

/// The lines of a description or of a part of it, in their order:
///   for (const SdpLine line : SdpLines(text)) ...
/// Empty lines are passed over.
class SdpLines {
 public:
  constexpr explicit SdpLines(std::string_view text) : text_(text) {}

  class Iterator {
   public:
    explicit Iterator(std::string_view text) : rest_(text) { ++*this; }
    const SdpLine& operator*() const { return line_; }
    const SdpLine* operator->() const { return &line_; }
    Iterator& operator++();
    bool operator==(std::default_sentinel_t /*end*/) const { return at_end_; }

   private:
    std::string_view rest_;
    SdpLine line_;
    bool at_end_ = false;
  };
  Iterator begin() const { return Iterator(text_); }
  static constexpr std::default_sentinel_t end() { return {}; }

 private:
  std::string_view text_;
};

/// a=<name>[:<value>], RFC 8866 section 5.13.
struct SdpAttribute {
  std::string_view name;
  std::optional<std::string_view> value;  ///< nothing for a flag such as a=sendonly
};

/// o=, RFC 8866 section 5.2. What is not there is empty.
struct SdpOrigin {
  std::string_view raw;
  std::string_view username;
  std::string_view session_id;
  std::string_view session_version;  ///< digits, more than 64 bits in real life
  std::string_view network_type;
  std::string_view address_type;
  std::string_view address;
};

/// c=, RFC 8866 section 5.7. What is not there is empty.
struct SdpConnection {
  std::string_view raw;
  std::string_view network_type;  ///< "IN"
  std::string_view address_type;  ///< "IP4"
  std::string_view address;       ///< without the "/ttl" of a multicast address

  /// Whether it is no address to send to: 0.0.0.0 (RFC 3264 section 8.4), ::, or a name under
  /// .invalid (RFC 6157 section 4.1).
  bool is_unspecified() const;
};

/// rtpmap, RFC 8866 section 6.6, or the static assignment of RFC 3551 section 6.
struct RtpMap {
  std::string_view encoding_name;  ///< "PCMU"
  std::optional<std::uint32_t> clock_rate;
  std::string_view encoding_parameters;  ///< the channels of audio; empty where it is not said
};

/// Who sends on a stream, as seen by the one who wrote the description. RFC 8866 section 6.7.
enum class MediaDirection : std::uint8_t { sendrecv, sendonly, recvonly, inactive };

/// "sendonly".
std::string_view name_of(MediaDirection direction);

/// The direction of that name (case matters); nothing when it is none.
std::optional<MediaDirection> media_direction_of(std::string_view name);

/// One media description: an m= line and what follows it. RFC 8866 section 5.14.
struct MediaDescription {
  std::string_view text;                         ///< from its m= line to the next
  std::string_view media;                        ///< "audio"
  std::optional<std::uint16_t> port = {};        ///< nothing where it cannot be read
  std::optional<std::uint32_t> port_count = {};  ///< of "49170/2"
  std::string_view protocol;                     ///< "RTP/AVP"
  std::string_view formats;                      ///< as sent: take_sdp_format() takes them apart
  MediaDirection direction =
      MediaDirection::sendrecv;                  ///< its own, else the session's, else sendrecv
  std::optional<SdpConnection> connection = {};  ///< its own, else the session's

  SdpLines lines() const { return SdpLines(text); }
  /// The first attribute of that name (case matters); reads the lines until it is found.
  std::optional<SdpAttribute> attribute(std::string_view name) const;
  /// Whether port 0 says that the stream is rejected, or not or no longer used (RFC 3264 sections
  /// 5.1, 6 and 8.2). With a=bundle-only it says something else (RFC 9143 section 6).
  bool is_disabled() const;
  /// Whether the protocol is a profile of RTP, so that formats are payload types.
  bool uses_rtp() const;
  /// What the payload type of a format stands for; nothing where that is not said. Reads the lines
  /// until it is found.
  std::optional<RtpMap> rtp_map(std::string_view format) const;
  /// The encoding name of a format, as sent where it has none.
  std::string_view encoding_name(std::string_view format) const;
  /// Whether its writer means to send on the stream, or to receive.
  bool sends() const;
  bool receives() const;
};

/// Takes the next format off a list; empty at the end.
std::string_view take_sdp_format(std::string_view& formats);

/// A session description. RFC 8866 section 5.
struct SessionDescription {
  std::string_view text;
  std::string_view session_level;  ///< the lines before the first m=
  std::string_view media_level;    ///< from the first m= on
  std::optional<SdpOrigin> origin;
  std::optional<SdpConnection> connection;  ///< of the session level
  std::optional<MediaDirection> direction;  ///< of the session level

  /// The media descriptions in their order:
  ///   for (const MediaDescription& media : description.media()) ...
  class MediaDescriptions;
  MediaDescriptions media() const;
};

class SessionDescription::MediaDescriptions {
 public:
  explicit MediaDescriptions(const SessionDescription& description);

  class Iterator {
   public:
    const MediaDescription& operator*() const { return media_; }
    const MediaDescription* operator->() const { return &media_; }
    Iterator& operator++();
    bool operator==(std::default_sentinel_t /*end*/) const { return at_end_; }

   private:
    friend class MediaDescriptions;
    explicit Iterator(const MediaDescriptions& all) : all_(&all), rest_(all.text_) { ++*this; }
    const MediaDescriptions* all_;
    std::string_view rest_;
    MediaDescription media_{};
    bool at_end_ = false;
  };
  Iterator begin() const { return Iterator(*this); }
  static constexpr std::default_sentinel_t end() { return {}; }

 private:
  std::string_view text_;
  std::optional<SdpConnection> connection_;
  MediaDirection direction_;
};

// The grammar of one line each; they return what they could read.
SdpAttribute read_sdp_attribute(std::string_view value);
SdpOrigin read_sdp_origin(std::string_view value);
SdpConnection read_sdp_connection(std::string_view value);
RtpMap read_rtp_map(std::string_view value);
/// A description by its text. Whatever the bytes, the result is usable.
SessionDescription read_session_description(std::string_view text);

/// The session description that a message carries (Content-Disposition session), alone or as a part
/// of a multipart body. Of a truncated message it may be cut.
std::optional<SessionDescription> session_description_of(const Message& message);

/// Whether there is one, without reading it.
bool carries_session_description(const Message& message);

}  // namespace sipgloss
