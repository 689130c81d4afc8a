// SPDX-License-Identifier: MIT
// What holds of every parsed message, whatever the bytes were. For the fuzzer and for the tests; no
// GoogleTest in here.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "sipgloss/message.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::test {

/// Checks one message. `broken` names the first property that does not hold; empty when all do.
class Invariants {
 public:
  Invariants(const Wire& wire, const Message& message) : wire_(wire), message_(message) {
    check_start_line();
    check_extent();
    check_headers();
    check_defects(message.defects, 4 * wire.bytes.size() + 16);
    check_typed_rows();
  }

  /// Reads every header field by every grammar. Says the same of a message however it was framed.
  void check_grammars() {
    for (const Header& header : message_.headers) check_values(header);
    check_session_description(read_session_description(message_.body), message_.body);
    if (const auto found = session_description_of(message_))
      check_session_description(*found, message_.body);
  }

  std::string_view broken() const { return broken_; }

 private:
  void require(bool holds, std::string_view what) {
    if (!holds && broken_.empty()) broken_ = what;
  }

  /// A view that is not empty must point into `whole`; an empty one may point anywhere.
  static bool within(std::string_view part, std::string_view whole) {
    if (part.empty()) return true;
    const std::less_equal<const char*> not_after;
    return not_after(whole.data(), part.data()) &&
           not_after(part.data() + part.size(), whole.data() + whole.size());
  }
  void require_within(std::string_view part, std::string_view what) {
    require(within(part, message_.bytes), what);
  }

  void check_start_line() {
    require_within(message_.start_line, "start_line lies in bytes");
    require(within(message_.version, message_.start_line), "version lies in start_line");
    require(within(message_.status_digits, message_.start_line), "status_digits in start_line");
    require(within(message_.reason_phrase, message_.start_line), "reason_phrase in start_line");
    require(within(message_.method_name, message_.start_line), "method_name in start_line");
    require(within(message_.request_uri, message_.start_line), "request_uri in start_line");
    require(message_.status_code <= 999, "status_code has at most three digits");
    require(message_.is_response() == begins_like_status_line(message_.start_line),
            "a response begins like a Status-Line");
    if (!message_.is_response())
      require(message_.status_digits.empty(), "only responses have a code");
    if (!message_.is_request())
      require(message_.method_name.empty(), "only requests have a method");
  }

  void check_extent() {
    require(within(message_.bytes, wire_.bytes), "bytes lie in the input");
    require_within(message_.body, "body lies in bytes");
    if (!message_.body.empty()) {
      require(message_.body.data() + message_.body.size() ==
                  message_.bytes.data() + message_.bytes.size(),
              "bytes end with the body");
      require(message_.headers_complete, "a body lies behind a blank line");
    }
    require(message_.truncated || !wire_.truncated, "what the capture cut stays truncated");
    require(!message_.truncated || wire_.truncated || wire_.framing == Framing::stream,
            "only a stream can go on without being cut");
  }

  void check_headers() {
    require(message_.headers.size() <= wire_.bytes.size(), "no more headers than bytes");
    for (const Header& header : message_.headers) {
      require_within(header.raw_name, "raw_name lies in bytes");
      require_within(header.value, "value lies in bytes");
      require(header.name == header_name_of(header.raw_name), "name is the name of raw_name");
    }
  }

  void check_defects(const Defects& defects, std::size_t most) {
    require(defects.size() <= most, "defects are bounded by the length of the input");
    for (const Defect& defect : defects) {
      require(within(defect.bytes, wire_.bytes), "bytes of a defect lie in the input");
      require(!describe(defect.kind).empty(), "every defect has a text");
    }
  }

  void check_parameters(const Parameters& parameters, std::string_view whole) {
    require(within(parameters.text(), whole), "parameters lie in their value");
    std::string_view rest = parameters.text();
    std::size_t left = rest.size() + 1;
    while (const auto parameter = Parameters::take(rest)) {
      require(rest.size() < left, "taking a parameter uses up text");
      left = rest.size();
      require(within(parameter->name, whole), "parameter name lies in its value");
      require(within(parameter->value.value_or(""), whole), "parameter value lies in its value");
    }
    require(rest.empty(), "taking parameters uses up everything");
    for (const char* name : {"branch", "tag", "rport"}) {
      const auto value = parameters.value(name);
      require(within(value.value_or(""), whole), "a found value lies in its value");
    }
  }

  /// Reads a value by every grammar there is, whatever its header field is.
  void check_value(std::string_view value) {
    Defects defects;
    const Via via = read_via(value, &defects);
    for (const std::string_view part :
         {via.raw, via.protocol, via.version, via.transport, via.sent_by, via.host, via.branch}) {
      require(within(part, value), "Via lies in its value");
    }
    check_parameters(via.parameters, value);
    check_cseq(read_cseq(value, &defects), value);
    const NameAddr address = read_name_addr(value, &defects);
    for (const std::string_view part :
         {address.raw, address.display_name, address.uri, address.tag.value_or("")}) {
      require(within(part, value), "NameAddr lies in its value");
    }
    check_parameters(address.parameters, value);
    const Challenge challenge = read_challenge(value, &defects);
    for (const std::string_view part : {challenge.raw, challenge.scheme, challenge.auth_params,
                                        challenge.value("realm").value_or("")}) {
      require(within(part, value), "Challenge lies in its value");
    }
    check_rest(value, defects);
    check_defects(defects, 16 * value.size() + 32);
  }

  void check_cseq(const CSeq& cseq, std::string_view value) {
    require(within(cseq.raw, value) && within(cseq.method_name, value), "CSeq lies in its value");
  }

  void check_rest(std::string_view value, Defects& defects) {
    const RetryAfter retry_after = read_retry_after(value, &defects);
    require(within(retry_after.comment, value), "Retry-After lies in its value");
    check_parameters(retry_after.parameters, value);
    const Warning warning = read_warning(value, &defects);
    require(
        within(warning.raw, value) && within(warning.agent, value) && within(warning.text, value),
        "Warning lies in its value");
    require(warning.code.value_or(0) <= 999, "a warn-code has three digits");
    const Reason reason = read_reason(value, &defects);
    require(within(reason.raw, value) && within(reason.protocol, value),
            "Reason lies in its value");
    check_parameters(reason.parameters, value);
    check_cseq(read_rack(value, &defects).cseq, value);
    const MediaType media_type = read_media_type(value, &defects);
    require(within(media_type.type, value) && within(media_type.subtype, value),
            "MediaType lies in its value");
    check_parameters(media_type.parameters, value);
    const FieldValue field = read_field_value(value, &defects);
    require(within(field.value, value), "FieldValue lies in its value");
    check_parameters(field.parameters, value);
    static_cast<void>(read_date(value));
    require(read_number(value, &defects) == read_number(value),
            "defects do not change what is read");
  }

  /// Every line belongs to the session level or to one media description, in the order of the text.
  void check_session_description(const SessionDescription& description, std::string_view body) {
    require(within(description.text, body), "a session description lies in the body");
    require(description.session_level.size() + description.media_level.size() ==
                description.text.size(),
            "the levels of a description are all of it");
    std::size_t media_size = 0;
    for (const MediaDescription& media : description.media()) {
      require(media.text.starts_with("m="), "a media description begins with its m= line");
      require(within(media.text, description.media_level), "media lies in the media level");
      for (const std::string_view part : {media.media, media.protocol, media.formats}) {
        require(within(part, media.text), "parts of an m= line lie in it");
      }
      media_size += media.text.size();
      check_formats(media);
    }
    require(media_size == description.media_level.size(), "media are all of the media level");
  }

  void check_formats(const MediaDescription& media) {
    constexpr int few = 4;  // each is looked for in all lines
    std::string_view rest = media.formats;
    for (int i = 0; i < few && !rest.empty(); ++i) {
      const std::string_view format = take_sdp_format(rest);
      require(within(format, media.formats), "a format lies in its list");
      require(!media.encoding_name(format).empty() || format.empty(), "a format has a name");
    }
    static_cast<void>(media.is_disabled());
  }

  void check_values(const Header& header) {
    check_value(header.value);
    std::string_view list = header.value;
    while (!list.empty()) {
      const std::size_t before = list.size();
      require(within(take_list_value(list), header.value), "a list value lies in its row");
      require(list.size() < before, "taking a list value uses up the list");
      if (!broken_.empty()) return;
    }
  }

  /// Values goes through every row of a name once, and what is asked for on demand lies in the
  /// message.
  void check_typed_rows() {
    for (const HeaderName name :
         {HeaderName::via, HeaderName::contact, HeaderName::www_authenticate, HeaderName::supported,
          HeaderName::warning}) {
      std::size_t count = 0;
      for (const std::string_view value : Values(message_, name)) {
        require_within(value, "a value lies in bytes");
        if (is_comma_list(name)) require(!value.empty(), "a value of a list is not empty");
        if (++count > wire_.bytes.size()) return require(false, "Values comes to an end");
      }
      lists_token(message_, name, "100rel");
    }
    require_within(message_.top_via().host, "top_via lies in bytes");
    require_within(message_.from().uri, "from lies in bytes");
    require_within(message_.to().uri, "to lies in bytes");
    require_within(message_.call_id(), "call_id lies in bytes");
    check_cseq(message_.cseq(), message_.bytes);
    static_cast<void>(message_.method());
  }

  const Wire& wire_;
  const Message& message_;
  std::string_view broken_;
};

/// The first invariant that does not hold of these bytes however they are read; empty when all do.
inline std::string_view broken_invariant(std::string_view bytes) {
  Message again;
  for (const Framing framing : {Framing::datagram, Framing::stream}) {
    for (const bool truncated : {false, true}) {
      const Wire wire{.bytes = bytes, .framing = framing, .truncated = truncated};
      const Message message = Message::parse(wire);
      Invariants invariants(wire, message);
      if (framing == Framing::datagram && !truncated) invariants.check_grammars();
      if (!invariants.broken().empty()) return invariants.broken();
      again.reparse(wire);
      const bool same = again.bytes == message.bytes && again.kind == message.kind &&
                        again.headers.size() == message.headers.size() &&
                        again.defects.size() == message.defects.size();
      if (!same) return "reparse reads what parse reads";
    }
  }
  return {};
}

}  // namespace sipgloss::test
