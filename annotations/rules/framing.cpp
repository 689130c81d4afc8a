// SPDX-License-Identifier: MIT
// Where a response ends: its lines, its Content-Length and its body. RFC 3261 sections
// 7, 7.4, 18.3, 20.14 and 20.15.
#include "message/check.hpp"
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The Content-Length that the receiver goes by: the first that can be read.
struct Length {
  const Header* row = nullptr;  ///< null when there is none
  std::uint32_t value = 0;
};

Length content_length_of(const Message& response) {
  for (const Header& header : response.headers) {
    if (header.name != HeaderName::content_length) continue;
    if (const auto value = read_number(header.value)) return {&header, *value};
  }
  return {};
}

/// Line ends, blanks and NULs alone: what stacks put behind a message without meaning a body.
bool is_padding(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return scan::is_lws(c) || c == '\0'; });
}

/// Whether Content-Length says that nothing follows, and what follows is a body by Content-Type.
bool hides_a_body(const Message& response, const Length& length, std::string_view excess) {
  return length.value == 0 && response.has(HeaderName::content_type) && !is_padding(excess);
}

constexpr Text odd_line_end = {.en = "A line ends with LF or CR alone",
                               .zh = "有的行只以 LF 或 CR 结尾"};
constexpr Text no_blank_line = {.en = "No blank line follows the header fields",
                                .zh = "头域之后缺少空行"};

Verdict check_lines(const Seen& seen) {
  if (const Defect* odd = find_defect(seen.message, DefectKind::line_end_not_crlf)) {
    // With the byte that ends the line: it is the one at fault, and the line may be empty.
    return Verdict::broken_at({odd->bytes.data(), odd->bytes.size() + 1}, odd_line_end);
  }
  if (const Defect* end = find_defect(seen.message, DefectKind::blank_line_missing)) {
    return Verdict::broken_at(end->bytes, no_blank_line);
  }
  return Verdict::holds();
}

Verdict check_datagram_has_length(const Seen& seen) {
  const Message& response = seen.message;
  if (response.framing != Framing::datagram) return Verdict::holds();
  if (response.has(HeaderName::content_length)) return Verdict::holds();
  // Where the header section does not end, SYN-09 is about the cause.
  if (!response.headers_complete) return Verdict::unknown();
  return Verdict::broken_at(response.start_line);
}

Verdict check_datagram_is_long_enough(const Seen& seen) {
  const Message& response = seen.message;
  const bool cut = find_defect(response, DefectKind::body_short) != nullptr;
  // Without any body, and with lengths that differ, SYN-20 speaks.
  if (!cut || response.framing != Framing::datagram) return Verdict::holds();
  if (response.body.empty() || find_defect(response, DefectKind::content_length_conflict)) {
    return Verdict::unknown();
  }
  const Length length = content_length_of(response);
  return Verdict::broken_at(row_of(*length.row), length.value, response.body.size());
}

Verdict check_datagram_ends_with_body(const Seen& seen) {
  const Message& response = seen.message;
  const Defect* const excess = find_defect(response, DefectKind::body_excess);
  if (excess == nullptr) return Verdict::holds();
  const Length length = content_length_of(response);
  if (find_defect(response, DefectKind::content_length_conflict) ||
      hides_a_body(response, length, excess->bytes)) {
    return Verdict::unknown();  // SYN-20 is about the cause
  }
  return Verdict::broken_at(row_of(*length.row), length.value, excess->bytes.size());
}

constexpr Text conflicts = {.en = "and another row says otherwise", .zh = "另一行却是别的值"};
constexpr Text is_no_number = {.en = "which is no usable number", .zh = "不是可用的数字"};
constexpr Text no_body = {.en = "but no body follows", .zh = "后面却没有消息体"};
constexpr Text a_body = {.en = "but a body follows", .zh = "后面却有消息体"};

Verdict broken_length(const Header& row, const Text& why) {
  return Verdict::broken_at(row_of(row), row.value, why);
}

Verdict check_length_fits(const Seen& seen) {
  const Message& response = seen.message;
  if (response.defects.empty()) return Verdict::holds();
  for (const auto& [kind, why] : {std::pair{DefectKind::content_length_conflict, conflicts},
                                  std::pair{DefectKind::content_length_malformed, is_no_number}}) {
    const Defect* const defect = find_defect(response, kind);
    const Header* const row = defect ? header_around(response, defect->bytes) : nullptr;
    if (row != nullptr) return broken_length(*row, why);
  }
  const Length length = content_length_of(response);
  if (length.row == nullptr || response.framing != Framing::datagram) return Verdict::holds();
  if (find_defect(response, DefectKind::body_short) && response.body.empty()) {
    return broken_length(*length.row, no_body);
  }
  const Defect* const excess = find_defect(response, DefectKind::body_excess);
  if (excess != nullptr && hides_a_body(response, length, excess->bytes)) {
    return broken_length(*length.row, a_body);
  }
  return Verdict::holds();
}

Verdict check_body_has_type(const Seen& seen) {
  const Message& response = seen.message;
  if (response.body.empty() || response.has(HeaderName::content_type)) return Verdict::holds();
  if (content_length_of(response).row == nullptr) {
    // All that follows counts as the body then. Only a datagram has an end of its own.
    if (response.framing != Framing::datagram) return Verdict::unknown();
    if (is_padding(response.body)) return Verdict::holds();
  }
  return Verdict::broken_at(response.start_line, response.body.size());
}

Verdict check_not_chunked(const Seen& seen) {
  for (const Header& header : seen.message.headers) {
    if (header.name != HeaderName::unknown || may_be_cut(seen.message, header)) continue;
    if (!scan::equal_ignoring_case(header.raw_name, "Transfer-Encoding")) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      const std::string_view coding = read_field_value(take_list_value(rest)).value;
      if (scan::equal_ignoring_case(coding, "chunked")) return Verdict::broken_at(row_of(header));
    }
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "SYN-09",
     .slug = "line-end-not-crlf",
     .level = Level::must,
     .cite = {3261, "7"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "{0}: a strict receiver does not find the end of the header fields.",
                .zh = "{0}，严格的接收方找不到头域的结尾。"},
     .check = check_lines},
    {.code = "SYN-16",
     .slug = "stream-without-content-length",
     .level = Level::must,
     .cite = {3261, "18.3"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken =
         {.en = "A response on a stream without Content-Length: the peer cannot tell where it ends "
                "and the next message begins.",
          .zh = "流式传输上的响应缺少 Content-Length，对端无法判断它在何处结束、"
                "下一条消息从何处开始。"},
     .check =
         [](const Seen& seen) {
           if (!find_defect(seen.message, DefectKind::content_length_missing))
             return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "SYN-17",
     .slug = "datagram-without-content-length",
     .level = Level::should,
     .cite = {3261, "20.14"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "A response over UDP without Content-Length: the client cannot notice a body "
                      "that was cut on the way.",
                .zh =
                    "UDP 上的响应没有 Content-Length 头域，消息体若在途中被截断，客户端察觉不到。"},
     .check = check_datagram_has_length},
    {.code = "SYN-18",
     .slug = "datagram-shorter-than-content-length",
     .level = Level::must,
     .cite = {3261, "18.3"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en =
                    "Content-Length is {0}, but only {1} bytes follow in the datagram: the client "
                    "discards the response.",
                .zh = "Content-Length 为 {0}，数据报里却只有 {1} 字节消息体，客户端会丢弃此响应。"},
     .check = check_datagram_is_long_enough},
    {.code = "SYN-19",
     .slug = "datagram-longer-than-content-length",
     .level = Level::note,
     .cite = {3261, "18.3"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en =
                    "Content-Length is {0}, and {1} bytes more follow in the datagram: the client "
                    "discards them.",
                .zh = "Content-Length 为 {0}，数据报里多出 {1} 字节，客户端会丢弃多出的部分。"},
     .check = check_datagram_ends_with_body},
    {.code = "SYN-20",
     .slug = "content-length-and-body-disagree",
     .level = Level::must,
     .cite = {3261, "20.14"},
     .applies_to = {.evidence = Evidence::message},
     .broken =
         {.en = "Content-Length is \"{0}\", {1}: the client cannot take the body as it was meant.",
          .zh = "Content-Length 为“{0}”，{1}，客户端无法按原意取出消息体。"},
     .check = check_length_fits},
    {.code = "SYN-21",
     .slug = "body-without-content-type",
     .level = Level::must,
     .cite = {3261, "20.15"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en =
                    "A body of {0} bytes without Content-Type: the client cannot tell what it is.",
                .zh = "有 {0} 字节的消息体而缺少 Content-Type 头域，客户端不知道它是什么内容。"},
     .check = check_body_has_type},
    {.code = "SYN-22",
     .slug = "chunked-transfer-encoding",
     .level = Level::must,
     .cite = {3261, "7.4.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en =
                    "Transfer-Encoding: chunked is not for SIP: the client takes the sizes of the "
                    "chunks for a part of the body.",
                .zh = "SIP 不得使用 Transfer-Encoding: chunked，客户端会把各块的长度当成"
                      "消息体的内容。"},
     .check = check_not_chunked},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> framing{table};

}  // namespace sipgloss::subject
