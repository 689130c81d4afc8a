// SPDX-License-Identifier: MIT
// Bytes to a message: start line, header fields, body. RFC 3261 sections 7, 18.3 and 25.1.
#include "sipgloss/message.hpp"

#include <functional>

#include "message/check.hpp"
#include "message/scan.hpp"
#include "message/start_line.hpp"

namespace sipgloss {

using namespace scan;

namespace {

/// Cuts a message into lines. A line ends with CRLF; LF or CR alone is accepted and told.
class Lines {
 public:
  Lines(std::string_view bytes, bool truncated) : bytes_(bytes), truncated_(truncated) {}

  /// The next line without its end.
  std::string_view take() {
    const std::size_t end = find_line_end(bytes_, at_);
    const std::string_view line = bytes_.substr(at_, end - at_);
    const bool crlf = end + 1 < bytes_.size() && bytes_[end] == '\r' && bytes_[end + 1] == '\n';
    const bool odd = end < bytes_.size() && !crlf && !(truncated_ && end + 1 == bytes_.size());
    if (odd && first_odd_line.data() == nullptr) first_odd_line = line;
    at_ = std::min(end + (crlf ? 2 : 1), bytes_.size());
    return line;
  }
  bool done() const { return at_ == bytes_.size(); }
  /// Whether the next line continues a header field (RFC 3261 section 7.3.1).
  bool folds() const { return !done() && (bytes_[at_] == ' ' || bytes_[at_] == '\t'); }
  std::string_view rest() const { return bytes_.substr(at_); }

  std::string_view
      first_odd_line;  ///< the first line that does not end with CRLF; no data when all do

 private:
  std::string_view bytes_;
  bool truncated_;  // the LF of a last CR may not have been captured
  std::size_t at_ = 0;
};

/// From the beginning of `first` to the end of `last`, both in the same bytes.
std::string_view span_of(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

// message-header = token HCOLON value,  HCOLON = *( SP / HTAB ) ":" SWS
void read_header(std::string_view line, Message& message, Defects* defects) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) {
    return note(defects, DefectKind::header_without_colon, line);
  }
  Header header;
  header.raw_name = trim_right(line.substr(0, colon));
  header.value = trim(line.substr(colon + 1));
  header.name = header_name_of(header.raw_name);
  const bool is_named = header.name != HeaderName::unknown || is_token(header.raw_name);
  if (!is_named) note(defects, DefectKind::header_name_token, line);
  message.headers.push_back(header);
}

/// Reads header fields up to the blank line. Returns what lies behind it.
std::string_view read_headers(Lines& lines, Message& message) {
  std::string_view last = message.start_line;
  while (!lines.done()) {
    std::string_view line = lines.take();
    if (line.empty()) {
      message.headers_complete = true;
      break;
    }
    while (lines.folds()) line = span_of(line, lines.take());
    const bool cut = message.truncated && lines.done();
    read_header(line, message, cut ? nullptr : &message.defects);
    last = line;
  }
  if (!message.headers_complete && !message.truncated) {
    note(&message.defects, DefectKind::blank_line_missing, last);
  }
  return lines.rest();
}

/// Moves views of the bytes of one message to those of its copy. What lies elsewhere was not
/// copied.
class Mover {
 public:
  Mover(std::string_view from, const char* to) : from_(from), to_(to) {}

  void operator()(std::string_view& view) const {
    const std::less<> before;
    const char* const end = from_.data() + from_.size();
    const bool inside = !before(view.data(), from_.data()) && !before(end, view.data());
    view = inside ? std::string_view(to_ + (view.data() - from_.data()), view.size())
                  : std::string_view();
  }
  void operator()(Parameters& parameters) const {
    std::string_view text = parameters.text();
    (*this)(text);
    parameters = Parameters(text);
  }
  void operator()(NameAddr& address) const {
    all(address.raw, address.display_name, address.uri, address.parameters);
    if (address.tag) (*this)(*address.tag);
  }
  void operator()(CSeq& cseq) const { all(cseq.raw, cseq.method_name); }
  void operator()(Via& via) const {
    all(via.raw, via.protocol, via.version, via.transport, via.sent_by, via.host, via.parameters,
        via.branch);
    for (std::optional<std::string_view>* value : {&via.received, &via.rport, &via.maddr}) {
      if (*value) (*this)(**value);
    }
  }
  template <typename... Views>
  void all(Views&... views) const {
    ((*this)(views), ...);
  }

 private:
  std::string_view from_;
  const char* to_;
};

/// A NUL is legal only behind the backslash of a quoted-pair (RFC 3261 section 25.1).
void check_nul(std::string_view head, Defects& defects) {
  std::size_t nul = head.find('\0');
  while (nul != std::string_view::npos && nul > 0 && head[nul - 1] == '\\')
    nul = head.find('\0', nul + 1);
  if (nul == std::string_view::npos) return;
  const std::size_t line_begin = nul == 0 ? 0 : head.find_last_of("\r\n", nul) + 1;
  const std::size_t line_end = std::min(head.find_first_of("\r\n", nul), head.size());
  defects.push_back({DefectKind::nul_byte, head.substr(line_begin, line_end - line_begin)});
}

/// The value of the first Content-Length that can be read.
std::optional<std::uint32_t> content_length_of(Message& message) {
  std::optional<std::uint32_t> length;
  for (const Header& header : message.headers) {
    if (header.name != HeaderName::content_length) continue;
    const std::optional<std::uint32_t> value = read_number(header.value);
    if (may_be_cut(message, header)) {
      if (!length) length = value;
    } else if (!value) {
      note(&message.defects, DefectKind::content_length_malformed, header.value);
    } else if (length && *length != *value) {
      note(&message.defects, DefectKind::content_length_conflict, header.value);
    } else {
      length = value;
    }
  }
  return length;
}

/// Whether the header section and all of the body are there, as far as Content-Length tells.
bool is_complete(const Message& message, std::string_view rest) {
  if (!message.headers_complete) return false;
  const Header* header = message.find(HeaderName::content_length);
  const std::optional<std::uint32_t> length =
      header == nullptr ? std::nullopt : read_number(header->value);
  return !length || *length <= rest.size();
}

/// Finds the body in what follows the header section (RFC 3261 section 18.3).
void read_body(std::string_view rest, Framing framing, Message& message) {
  const std::optional<std::uint32_t> length = content_length_of(message);
  message.body = rest.substr(0, length ? *length : rest.size());
  if (!message.headers_complete) return;
  if (!length) {
    const bool wanted = framing == Framing::stream && !message.has(HeaderName::content_length);
    if (wanted) note(&message.defects, DefectKind::content_length_missing, message.start_line);
  } else if (rest.size() < *length) {
    if (!message.truncated) note(&message.defects, DefectKind::body_short, message.body);
  } else if (rest.size() > *length && framing == Framing::datagram) {
    note(&message.defects, DefectKind::body_excess, rest.substr(*length));
  }
}

}  // namespace

Message Message::parse(const Wire& wire) {
  Message message;
  message.reparse(wire);
  return message;
}

void Message::reparse(const Wire& wire) { read(wire, false); }
void Message::reread(const Wire& wire) { read(wire, true); }

void Message::read(const Wire& wire, bool once_more) {
  std::vector<Header> used_headers = std::move(headers);
  Defects used_defects = std::move(defects);
  used_headers.clear();
  used_defects.clear();
  *this = Message();
  headers = std::move(used_headers);
  defects = std::move(used_defects);
  framing = wire.framing;
  // What is missing at the end of a stream may come in the next segment: it is not missing yet.
  truncated = wire.truncated || wire.framing == Framing::stream;

  std::string_view input = wire.bytes;
  input.remove_prefix(std::min(input.find_first_not_of("\r\n"), input.size()));
  Lines lines(input, truncated);
  start_line = lines.take();
  read_start_line(*this);
  if (truncated && lines.done()) {
    std::erase_if(defects, [](const Defect& defect) { return defect.kind != DefectKind::not_sip; });
  }
  const std::string_view rest = read_headers(lines, *this);
  const std::string_view head = input.substr(0, input.size() - rest.size());
  if (lines.first_odd_line.data() != nullptr) {
    note(&defects, DefectKind::line_end_not_crlf, lines.first_odd_line);
  }
  check_nul(head, defects);
  read_values(once_more);
  read_body(rest, wire.framing, *this);
  bytes = input.substr(0, head.size() + body.size());
  if (is_complete(*this, rest)) truncated = wire.truncated;
}

void Message::assign(const Message& other, const char* place) {
  const Mover move(other.bytes, place);
  *this = other;
  move.all(bytes, start_line, version, status_digits, reason_phrase, method_name, request_uri,
           body);
  for (Header& header : headers) move.all(header.raw_name, header.value);
  for (Defect& defect : defects) move(defect.bytes);
  move.all(top_via_, second_via_, cseq_, from_, to_, contact_);
}

const Header* Message::find(HeaderName name) const {
  if (!names_.has(name)) return nullptr;
  const auto found = std::ranges::find(headers, name, &Header::name);
  return found == headers.end() ? nullptr : &*found;
}

std::string_view Message::value(HeaderName name) const {
  const Header* header = find(name);
  return header == nullptr ? std::string_view() : header->value;
}

}  // namespace sipgloss
