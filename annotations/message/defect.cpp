// SPDX-License-Identifier: MIT
// What can be broken in a message, in words.
#include "sipgloss/message.hpp"

namespace sipgloss {

Text describe(DefectKind kind) {
  switch (kind) {
    case DefectKind::not_sip:
      return {"The first line is neither a SIP request line nor a SIP status line.",
              "首行既不是 SIP 请求行，也不是 SIP 状态行。"};
    case DefectKind::version_unknown:
      return {"The version is not SIP/2.0.", "协议版本不是 SIP/2.0。"};
    case DefectKind::start_line_spacing:
      return {"The parts of the first line are not separated by exactly one space.",
              "首行各部分之间不是恰好一个空格。"};
    case DefectKind::status_code_length:
      return {"The status code does not have exactly three digits.", "状态码不是恰好三位数字。"};
    case DefectKind::status_code_range:
      return {"The status code lies outside 100 to 699.", "状态码不在 100 至 699 之间。"};
    case DefectKind::reason_phrase_bytes:
      return {"The reason phrase holds a byte that its grammar does not have.",
              "原因短语中有语法不允许的字节。"};
    case DefectKind::method_token:
      return {"The method is not a token.", "方法名不符合 token 语法。"};
    case DefectKind::line_end_not_crlf:
      return {"A line does not end with CRLF.", "有的行不以 CRLF 结尾。"};
    case DefectKind::blank_line_missing:
      return {"The blank line after the header fields is missing.", "头域之后缺少空行。"};
    case DefectKind::header_without_colon:
      return {"A header line has no colon.", "头域行中没有冒号。"};
    case DefectKind::header_name_token:
      return {"A header field name is empty or not a token.", "头域名为空，或不符合 token 语法。"};
    case DefectKind::nul_byte:
      return {"There is a NUL byte in the header fields.", "头域中出现 NUL 字节。"};
    case DefectKind::via_malformed:
      return {"A Via value does not follow the grammar.", "Via 的值不符合语法。"};
    case DefectKind::cseq_malformed:
      return {"CSeq is not a number and a method.", "CSeq 不是“序号加方法”的形式。"};
    case DefectKind::cseq_number_range:
      return {"The CSeq number does not fit 32 bits.", "CSeq 序号超出 32 位。"};
    case DefectKind::name_addr_malformed:
      return {"An address does not follow the grammar.", "地址不符合语法。"};
    case DefectKind::parameter_malformed:
      return {"A parameter is empty or malformed.", "参数为空或不符合语法。"};
    case DefectKind::parameter_repeated:
      return {"A parameter comes twice in one header field value.",
              "同一个头域值中，有参数出现两次。"};
    case DefectKind::quoted_string_open:
      return {"A quoted string has no closing quote.", "引号没有闭合。"};
    case DefectKind::challenge_malformed:
      return {"A challenge or credentials do not follow the grammar.", "质询或凭证不符合语法。"};
    case DefectKind::number_malformed:
      return {"A number was expected, and something else stands there.",
              "此处应为数字，实际不是。"};
    case DefectKind::number_range:
      return {"A number does not fit 32 bits.", "数值超出 32 位。"};
    case DefectKind::warning_malformed:
      return {"Warning is not a three-digit code, an agent and a quoted text.",
              "Warning 不是“三位代码、代理、带引号文本”的形式。"};
    case DefectKind::reason_malformed:
      return {"A Reason value does not follow the grammar.", "Reason 的值不符合语法。"};
    case DefectKind::rack_malformed:
      return {"RAck is not two numbers and a method.", "RAck 不是“两个序号加方法”的形式。"};
    case DefectKind::media_type_malformed:
      return {"Content-Type is not a type and a subtype.",
              "Content-Type 不是“类型/子类型”的形式。"};
    case DefectKind::content_length_malformed:
      return {"Content-Length is not a number.", "Content-Length 不是数字。"};
    case DefectKind::content_length_conflict:
      return {"There are several Content-Length values that differ.",
              "出现多个互不相同的 Content-Length。"};
    case DefectKind::content_length_missing:
      return {"On a stream, Content-Length has to be there.",
              "流式传输上必须携带 Content-Length。"};
    case DefectKind::body_short:
      return {"The body is shorter than Content-Length says.",
              "消息体比 Content-Length 所示的短。"};
    case DefectKind::body_excess:
      return {"More bytes follow than Content-Length says.",
              "消息体之后还有多余字节，超出 Content-Length。"};
  }
  return {};
}

}  // namespace sipgloss
