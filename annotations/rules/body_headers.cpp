// SPDX-License-Identifier: MIT
// Responses that have no body, and a body that is not encoded as it says. RFC 3261 sections 7.4.1,
// 20 (table 2) and 20.12, RFC 2616 section 3.5, RFC 3428 section 7.
#include "message/scan.hpp"
#include "rules/misplaced.hpp"

namespace sipgloss::subject {
namespace {

constexpr HeaderNames of_a_body = {HeaderName::content_type, HeaderName::content_disposition,
                                   HeaderName::content_encoding, HeaderName::content_language};

/// The codings whose result is never plain text. Of others nothing is known.
bool is_compression(std::string_view coding) {
  constexpr std::string_view compressions[] = {"gzip", "x-gzip", "compress", "x-compress",
                                               "deflate"};
  return std::ranges::any_of(compressions, [coding](std::string_view name) {
    return scan::equal_ignoring_case(coding, name);
  });
}

/// Long enough, and nothing but printable ASCII and line ends: no compressed data looks like that.
bool is_plain_text(std::string_view body) {
  constexpr std::size_t shortest = 16;
  return body.size() >= shortest && std::ranges::all_of(body, [](char c) {
           return scan::is_lws(c) || (c >= ' ' && c <= '~');
         });
}

/// The first bytes of a gzip file with its only compression method (RFC 1952 section 2.3.1).
constexpr std::string_view gzip_begins("\x1f\x8b\x08", 3);

/// Whether a body of that type is text as long as it is not encoded.
bool is_text(const MediaType& type) {
  const auto is = [](std::string_view text, std::string_view name) {
    return scan::equal_ignoring_case(text, name);
  };
  return is(type.type, "text") || (is(type.type, "application") && is(type.subtype, "sdp")) ||
         (is(type.type, "message") && is(type.subtype, "sipfrag")) ||
         (type.subtype.size() > 4 && is(type.subtype.substr(type.subtype.size() - 4), "+xml"));
}

/// Content-Encoding is there: it has to name what was done to the body.
Verdict named_encoding(const Message& response, const Header& row) {
  bool compressed = false;
  for (const std::string_view coding : Values(response, HeaderName::content_encoding)) {
    if (scan::equal_ignoring_case(coding, "identity")) {
      return Verdict::broken_at(coding,
                                Text{"identity means not encoded, which is said by leaving it out",
                                     "identity 即未编码，不写该头域才对"});
    }
    // What another coding makes of a body is not known here.
    if (!is_compression(coding)) return Verdict::unknown();
    compressed = true;
  }
  if (!compressed || !is_plain_text(response.body)) return Verdict::holds();
  return Verdict::broken_at(row_of(row), Text{"it names a compression, and the body is plain text",
                                              "它声明了压缩，而消息体是明文"});
}

/// Content-Encoding is not there: the body has to be what Content-Type says.
Verdict unnamed_encoding(const Message& response) {
  if (!response.body.starts_with(gzip_begins)) return Verdict::holds();
  if (!is_text(read_media_type(response.value(HeaderName::content_type)))) {
    return Verdict::unknown();
  }
  return Verdict::broken_at(
      response.body.substr(0, gzip_begins.size()),
      Text{"it is not there, and the body is gzip data", "没有该头域，而消息体是 gzip 数据"});
}

constexpr Rule table[] = {
    {.code = "HDR-19",
     .slug = "2xx-to-message-with-body",
     .level = Level::must,
     .cite = {3428, "7"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::message},
                    .evidence = Evidence::message},
     .broken = {.en = "{0} to MESSAGE with a body: the sender of the MESSAGE expects none and "
                      "shows it to nobody.",
                .zh = "对 MESSAGE 的 {0} 响应带有消息体，MESSAGE 的发送方不会显示它。"},
     .check =
         [](const Seen& seen) {
           const Message& response = seen.message;
           // Line ends alone are what some stacks pad a datagram with.
           if (scan::trim(response.body).empty()) {
             return response.truncated ? Verdict::unknown() : Verdict::holds();
           }
           return Verdict::broken_at(response.body, response.status_code);
         }},
    {.code = "HDR-20",
     .slug = "body-header-field-to-cancel",
     .level = Level::should,
     .cite = {3261, "20"},
     .applies_to = {.methods = {Method::cancel}, .evidence = Evidence::message},
     .broken = {.en = "{0} in a response to CANCEL, which has no body: the client ignores it.",
                .zh = "对 CANCEL 的响应中出现 {0} 头域，该响应没有消息体，客户端会忽略它。"},
     .check = [](const Seen& seen) { return is_absent(seen.message, of_a_body); }},
    {.code = "HDR-32",
     .slug = "content-encoding-contradicts-body",
     .level = Level::should,
     .cite = {3261, "7.4.1"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "Content-Encoding does not fit the body, which the client may not be able to "
                      "read: {0}.",
                .zh = "Content-Encoding 头域与消息体不符，客户端可能无法读取：{0}。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.body.empty()) return Verdict::holds();
           const Header* const row = seen.message.find(HeaderName::content_encoding);
           return row == nullptr ? unnamed_encoding(seen.message)
                                 : named_encoding(seen.message, *row);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> body_headers{table};

}  // namespace sipgloss::subject
