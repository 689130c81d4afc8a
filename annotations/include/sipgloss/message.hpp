// SPDX-License-Identifier: MIT
// A SIP message read from bytes, without copying and without ever giving up. RFC 3261 sections 7,
// 20 and 25.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sipgloss/catalogue.hpp"
#include "sipgloss/header_name.hpp"
#include "sipgloss/text.hpp"

namespace sipgloss {

/// What can be broken in a message. Every kind has its wording in message/defect.cpp.
enum class DefectKind : std::uint8_t {
  not_sip,              ///< the start line is neither a Request-Line nor a Status-Line
  version_unknown,      ///< the version is not SIP/2.0
  start_line_spacing,   ///< not exactly one SP between the parts of the start line
  status_code_length,   ///< the status code has not exactly three digits
  status_code_range,    ///< the status code lies outside 100 to 699
  reason_phrase_bytes,  ///< a byte in the reason phrase that its grammar does not have
  method_token,         ///< the method is not a token
  line_end_not_crlf,    ///< a line ends with LF or CR alone
  blank_line_missing,   ///< the header section has no end
  header_without_colon,
  header_name_token,  ///< the header field name is empty or not a token
  nul_byte,           ///< a NUL byte in the header section
  via_malformed,
  cseq_malformed,
  cseq_number_range,  ///< above 2**32 - 1 (RFC 3261 section 8.1.1.5)
  name_addr_malformed,
  parameter_malformed,
  parameter_repeated,  ///< a name twice in one header field value (RFC 3261 section 7.3.1)
  quoted_string_open,  ///< a quoted string without its closing quote
  challenge_malformed,
  number_malformed,  ///< a header field of digits holds something else
  number_range,      ///< above 2**32 - 1
  warning_malformed,
  reason_malformed,
  rack_malformed,
  media_type_malformed,
  content_length_malformed,
  content_length_conflict,  ///< several values that differ
  content_length_missing,   ///< on a stream (RFC 3261 section 18.3)
  body_short,               ///< fewer bytes follow than Content-Length says
  body_excess,              ///< more bytes follow in the datagram than Content-Length says
};

/// One broken place: its kind, and the bytes of the message at fault.
struct Defect {
  DefectKind kind;
  std::string_view bytes;
};
using Defects = std::vector<Defect>;

/// What a defect is, in both languages.
Text describe(DefectKind kind);

/// How a message lies in what carries it.
enum class Framing : std::uint8_t {
  datagram,  ///< alone: the datagram's end is the message's
  stream,    ///< one after another: Content-Length bounds it and has to be there (RFC 3261
             ///< section 18.3)
  enclosed,  ///< in a frame or chunk whose end is not known: Content-Length bounds it where it is
             ///< there
};

struct Wire {
  std::string_view bytes;
  Framing framing = Framing::datagram;
  bool truncated = false;  ///< bytes were sent that the capture does not hold
};

/// One header field row, in the order of the message. Views into the message.
struct Header {
  HeaderName name = HeaderName::unknown;
  std::string_view raw_name;  ///< as sent, perhaps compact
  std::string_view
      value;  ///< without the white space around it; a folded value holds its line ends
};

/// The parameters of a header field value: ";name=value" one after another, read as they are asked
/// for.
class Parameters {
 public:
  constexpr Parameters() = default;
  constexpr explicit Parameters(std::string_view text) : text_(text) {}

  struct Parameter {
    std::string_view name;
    std::optional<std::string_view>
        value;  ///< as sent, quotes included; nothing for a flag such as ";lr"
  };
  /// The first parameter of that name (case does not matter, RFC 3261 section 7.3.1).
  std::optional<Parameter> find(std::string_view name) const;
  /// The value of `find`, quotes taken off; empty for a flag, nothing when it is not there.
  std::optional<std::string_view> value(std::string_view name) const;
  /// Takes the next parameter off `rest`, which begins at a ';' or is used up. Nothing at the end.
  static std::optional<Parameter> take(std::string_view& rest, Defects* defects = nullptr);

  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// via-parm, RFC 3261 section 20.42.
struct Via {
  std::string_view raw;
  std::string_view protocol;   ///< "SIP"
  std::string_view version;    ///< "2.0"
  std::string_view transport;  ///< "UDP"
  std::string_view sent_by;    ///< host and port as sent
  std::string_view host;       ///< without the brackets of an IPv6 reference
  std::optional<std::uint16_t> port;
  Parameters parameters;
  // Parameters that everybody asks for, read with the value.
  std::string_view branch;  ///< empty when it is not there
  std::optional<std::string_view> received;
  std::optional<std::string_view> rport;  ///< empty as the client sends it (RFC 3581 section 3)
  std::optional<std::string_view> maddr;
  bool has_others = false;  ///< whether there are parameters besides those

  /// Whether the branch begins with z9hG4bK (RFC 3261 section 8.1.1.7).
  bool has_magic_cookie() const;
};

/// RFC 3261 section 20.16.
struct CSeq {
  std::string_view raw;
  std::optional<std::uint32_t> number;
  std::string_view method_name;
  Method method = Method::other;
};

/// name-addr or addr-spec with header parameters: From, To, Contact, Route ... RFC 3261
/// section 20.10.
struct NameAddr {
  std::string_view raw;
  std::string_view display_name;  ///< quotes taken off, escapes left as sent
  std::string_view uri;
  Parameters parameters;
  std::optional<std::string_view> tag;  ///< the parameter, read with the value
  bool is_wildcard = false;             ///< "Contact: *"
};

/// A challenge or credentials, RFC 3261 sections 20.7, 20.27, 20.28, 20.44: a scheme and its
/// auth-params.
struct Challenge {
  std::string_view raw;
  std::string_view scheme;
  std::string_view auth_params;  ///< the comma list behind the scheme

  /// The value of an auth-param, quotes taken off.
  std::optional<std::string_view> value(std::string_view name) const;
};

/// RFC 3261 section 20.33.
struct RetryAfter {
  std::optional<std::uint32_t> seconds;
  std::string_view comment;  ///< without its parentheses
  Parameters parameters;     ///< "duration"
};

/// RFC 3261 section 20.43.
struct Warning {
  std::string_view raw;
  std::optional<std::uint16_t> code;
  std::string_view agent;
  std::string_view text;  ///< quotes taken off, escapes left as sent
};

/// RFC 3326 section 2.
struct Reason {
  std::string_view raw;
  std::string_view protocol;  ///< "SIP", "Q.850"
  Parameters parameters;      ///< "cause", "text"

  std::optional<std::uint32_t> cause() const;
};

/// RFC 3262 section 7.2.
struct RAck {
  std::optional<std::uint32_t> rseq;
  CSeq cseq;
};

/// RFC 3261 section 20.15.
struct MediaType {
  std::string_view type;
  std::string_view subtype;
  Parameters parameters;
};

/// A value with parameters behind it, as many header fields have it: Session-Expires, Min-SE,
/// Geolocation-Error, P-Early-Media ... RFC 3261 section 7.3.1.
struct FieldValue {
  std::string_view raw;
  std::string_view value;  ///< what stands before the first ';'
  Parameters parameters;

  /// The value as a number of decimal digits up to 2**32 - 1.
  std::optional<std::uint32_t> number() const;
};

/// The challenge of AKA to the card in a phone. RFC 3310 section 3.2.
struct AkaNonce {
  std::array<std::uint8_t, 16> rand{};
  std::array<std::uint8_t, 16> autn{};
};

// The grammar of one header field value each. They return what they could read; what is broken is
// added to `defects` where that is given. The views live as long as the bytes.
Via read_via(std::string_view value, Defects* defects = nullptr);
CSeq read_cseq(std::string_view value, Defects* defects = nullptr);
NameAddr read_name_addr(std::string_view value, Defects* defects = nullptr);
Challenge read_challenge(std::string_view value, Defects* defects = nullptr);
RetryAfter read_retry_after(std::string_view value, Defects* defects = nullptr);
Warning read_warning(std::string_view value, Defects* defects = nullptr);
Reason read_reason(std::string_view value, Defects* defects = nullptr);
RAck read_rack(std::string_view value, Defects* defects = nullptr);
MediaType read_media_type(std::string_view value, Defects* defects = nullptr);
FieldValue read_field_value(std::string_view value, Defects* defects = nullptr);
/// Expires, Min-Expires, RSeq, Content-Length: decimal digits up to 2**32 - 1.
std::optional<std::uint32_t> read_number(std::string_view value, Defects* defects = nullptr);
/// Date: a time in GMT (RFC 3261 section 20.17).
std::optional<std::chrono::sys_seconds> read_date(std::string_view value);
/// A qvalue in thousandths: 0 to 1000 (RFC 3261 section 25.1).
std::optional<std::uint16_t> read_qvalue(std::string_view value);
/// What the nonce of an AKA challenge carries; nothing where it is not base64 or is too short.
std::optional<AkaNonce> read_aka_nonce(std::string_view nonce);

/// A body, or a part of a multipart body, and what its header fields say of it. RFC 3261
/// section 20.11, RFC 5621 section 3.
struct Body {
  MediaType media_type;
  std::string_view disposition;  ///< "session"; what the type stands for where nothing is said
  std::string_view content;
};

/// A SIP message. All views point into the bytes that were parsed and live no longer than those.
class Message {
 public:
  enum class Kind : std::uint8_t { response, request, neither };

  /// Reads one message from the beginning of `wire`. Line ends before the start line are skipped
  /// (RFC 3261 section 7.5). Whatever the bytes, the result is usable and `defects` tells what is
  /// broken.
  static Message parse(const Wire& wire);
  /// The same into an existing message, whose memory is used again: no allocation for a usual
  /// message.
  void reparse(const Wire& wire);
  /// The same once more: what is broken in the values of header fields was told before.
  void reread(const Wire& wire);
  /// Takes a last header field out that the capture may cut: what it was is not known.
  void drop_cut_header();
  /// Becomes what `other` is, whose bytes were copied to `place`.
  void assign(const Message& other, const char* place);

  Kind kind = Kind::neither;
  std::string_view bytes;          ///< from the start line to the end of the body
  std::string_view start_line;     ///< without its line end
  std::string_view version;        ///< "SIP/2.0"
  std::string_view status_digits;  ///< the status code as sent
  unsigned status_code = 0;        ///< 0 unless one to three digits were sent
  std::string_view reason_phrase;
  std::string_view method_name;  ///< of a request
  std::string_view request_uri;
  std::string_view body;
  Framing framing = Framing::datagram;  ///< how it came
  bool truncated =
      false;  ///< less of the message is at hand than was sent or, on a stream, will be
  bool headers_complete = false;  ///< the blank line after the header section was seen
  std::vector<Header> headers;
  Defects defects;

  bool is_response() const { return kind == Kind::response; }
  bool is_request() const { return kind == Kind::request; }

  /// The header fields that are there.
  const HeaderNames& names() const { return names_; }
  /// The first header field of that name; null when there is none. Lives as long as this message.
  const Header* find(HeaderName name) const;
  bool has(HeaderName name) const { return names_.has(name); }
  /// The value of `find`, empty when there is none.
  std::string_view value(HeaderName name) const;

  // What everybody asks for, read once: the first value of the name; empty ones when it is not
  // there.
  const Via& top_via() const { return top_via_; }
  /// The Via value below that; empty where there is none.
  std::string_view second_via() const { return second_via_; }
  const CSeq& cseq() const { return cseq_; }
  const NameAddr& from() const { return from_; }
  const NameAddr& to() const { return to_; }
  const NameAddr& contact() const { return contact_; }
  std::string_view call_id() const { return value(HeaderName::call_id); }
  /// The method that the message belongs to: of the Request-Line, of CSeq in a response.
  Method method() const { return method_; }

 private:
  void read(const Wire& wire, bool once_more);
  void read_values(bool once_more);
  void read_kept(const Header& header, bool first, Defects* told);

  HeaderNames names_;
  Via top_via_;
  std::string_view second_via_;
  CSeq cseq_;
  NameAddr from_;
  NameAddr to_;
  NameAddr contact_;
  Method method_ = Method::other;
};

/// Whether bytes begin as a Status-Line does, line ends before it left aside: "SIP/", a version,
/// SP, a digit. RFC 3261 sections 7.2 and 7.5.
bool begins_like_status_line(std::string_view bytes);

/// The single values of a header field over all its rows, comma lists taken apart (RFC 3261
/// section 7.3.1):
///   for (std::string_view value : Values(message, HeaderName::via)) ...
/// Commas within quotes, angle brackets and comments do not separate.
class Values {
 public:
  Values(const Message& message, HeaderName name) : message_(&message), name_(name) {}

  class Iterator {
   public:
    std::string_view operator*() const { return value_; }
    Iterator& operator++();
    bool operator==(const Iterator& other) const {
      return row_ == other.row_ && value_.data() == other.value_.data();
    }

   private:
    friend class Values;
    const Values* values_ = nullptr;
    std::size_t row_ = 0;
    std::string_view rest_;
    std::string_view value_;
  };
  Iterator begin() const;
  Iterator end() const;

 private:
  const Message* message_;
  HeaderName name_;
};

/// Takes the first value off a comma list. `list` is what is left; empty at the end.
std::string_view take_list_value(std::string_view& list);

/// Whether a comma list such as Supported or Require holds that token (case does not matter).
bool lists_token(const Message& message, HeaderName name, std::string_view token);

/// The first body of that media type and, where one is given, of that disposition, also where it is
/// a part of a multipart body. One that is compressed or encoded is not found. Of a truncated
/// message it may be cut.
std::optional<Body> find_body(const Message& message, std::string_view type,
                              std::string_view subtype, std::string_view disposition = "");

}  // namespace sipgloss
