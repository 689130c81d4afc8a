// SPDX-License-Identifier: MIT
// The warn-codes of Warning. RFC 3261 sections 20.43 and 27.2, RFC 5630 section 9, RFC 8373
// sections 5.2 and 6.2.

#include <array>

#include "causes.hpp"

namespace sipgloss {

namespace {

constexpr Citation list = {3261, "20.43"};

constexpr auto table = std::to_array<Cause>({
    {.code = 300,
     .name = {.en = "incompatible network protocol", .zh = "网络协议不兼容"},
     .meaning = {.en = "A network protocol that the session description asks for is not available; "
                       "look at the network type of its c= line.",
                 .zh = "会话描述所要求的某个网络协议不可用；可查看 c= 行的网络类型。"},
     .cite = list},
    {.code = 301,
     .name = {.en = "incompatible network address formats", .zh = "网络地址格式不兼容"},
     .meaning = {.en = "A network address format that the session description uses is not "
                       "available; look at the address type of its c= line, IP4 or IP6.",
                 .zh = "会话描述所用的某种网络地址格式不可用；"
                       "可查看 c= 行的地址类型，是 IP4 还是 IP6。"},
     .cite = list},
    {.code = 302,
     .name = {.en = "incompatible transport protocol", .zh = "传输协议不兼容"},
     .meaning = {.en = "A transport protocol that the session description asks for is not "
                       "available; look at the m= lines, RTP/AVP or RTP/SAVP for example.",
                 .zh = "会话描述所要求的某种传输协议不可用；"
                       "可查看 m= 行，例如是 RTP/AVP 还是 RTP/SAVP。"},
     .cite = list},
    {.code = 303,
     .name = {.en = "incompatible bandwidth units", .zh = "带宽单位不兼容"},
     .meaning = {.en = "A unit of bandwidth in the session description was not understood; look at "
                       "the type in its b= lines.",
                 .zh = "会话描述中的某个带宽单位无法识别；可查看 b= 行的类型。"},
     .cite = list},
    {.code = 304,
     .name = {.en = "media type not available", .zh = "媒体类型不可用"},
     .meaning = {.en = "A media type that the session description offers, such as video in an m= "
                       "line, is not available.",
                 .zh = "会话描述提供的某种媒体类型不可用，例如 m= 行中的 video。"},
     .cite = list},
    {.code = 305,
     .name = {.en = "incompatible media format", .zh = "媒体格式不兼容"},
     .meaning = {.en = "A media format that the session description offers is not available; "
                       "compare the codecs that both sides support.",
                 .zh = "会话描述提供的某种媒体格式不可用；可比对双方支持的编解码。"},
     .cite = list},
    {.code = 306,
     .name = {.en = "attribute not understood", .zh = "无法识别的属性"},
     .meaning = {.en = "A media attribute (an a= line) of the session description is not "
                       "supported.",
                 .zh = "会话描述中的某个媒体属性（a= 行）不受支持。"},
     .cite = list},
    {.code = 307,
     .name = {.en = "session description parameter not understood", .zh = "无法识别的会话描述参数"},
     .meaning = {.en = "A parameter of the session description was not understood, and none of the "
                       "codes 300 to 306 fits it.",
                 .zh = "会话描述中的某个参数无法识别，且不属于 300 至 306 所列的各项。"},
     .cite = list},
    {.code = 308,
     .name = {.en = "incompatible language specification", .zh = "语言不兼容"},
     .meaning = {.en = "The call is rejected because both sides have no language in common; the "
                       "warning text SHOULD name the supported languages and media.",
                 .zh = "双方没有共同的语言，呼叫被拒绝；警告文本应当给出支持的语言和媒体。"},
     .cite = {8373, "5.2"}},
    {.code = 330,
     .name = {.en = "multicast not available", .zh = "组播不可用"},
     .meaning = {.en = "Where the user is, the network has no multicast.",
                 .zh = "用户所在的网络不支持组播。"},
     .cite = list},
    {.code = 331,
     .name = {.en = "unicast not available", .zh = "单播不可用"},
     .meaning = {.en = "Where the user is, the network allows no unicast communication; mostly a "
                       "firewall is the reason.",
                 .zh = "用户所在的网络不支持单播通信，多半是防火墙所致。"},
     .cite = list},
    {.code = 370,
     .name = {.en = "insufficient bandwidth", .zh = "带宽不足"},
     .meaning = {.en = "The session needs more bandwidth, by its description or by its media, than "
                       "is known to be available.",
                 .zh = "会话描述指定的带宽或媒体所需的带宽，超过已知可用的带宽。"},
     .cite = list},
    {.code = 380,
     .name = {.en = "SIPS not allowed", .zh = "不允许 SIPS"},
     .meaning = {.en = "The UAS or proxy cannot process the request with a SIPS URI, for example "
                       "because no SIPS contact is registered now.",
                 .zh = "UAS 或代理服务器无法处理使用 SIPS URI 的请求，"
                       "例如目前没有注册 SIPS 的联系地址。"},
     .cite = {5630, "9"}},
    {.code = 381,
     .name = {.en = "SIPS required", .zh = "要求 SIPS"},
     .meaning = {.en = "The UAS or proxy processes the request with a SIPS URI only.",
                 .zh = "UAS 或代理服务器要求请求使用 SIPS URI，否则不处理。"},
     .cite = {5630, "9"}},
    {.code = 399,
     .name = {.en = "miscellaneous warning", .zh = "其他警告"},
     .meaning = {.en = "Only the warning text says what is wrong; it is for people and logs, and a "
                       "system MUST NOT act on it automatically.",
                 .zh = "具体情况只见于警告文本，供人阅读或记入日志；系统不得据此自动采取措施。"},
     .cite = list},
});
static_assert(catalogue::well_formed(table) && catalogue::all_cited(table),
              "warn-codes: ascending, every text in both languages, every code cited");

constexpr Text only_3xx = {
    .en = "No code that begins with 1 or 2 is registered for SIP: those were taken by HTTP/1.1.",
    .zh = "以 1 或 2 开头的代码已被 HTTP/1.1 占用，没有为 SIP 注册。"};
constexpr Text no_group = {
    .en = "The code is not registered; its first digit tells only that it is specific to SIP.",
    .zh = "此代码没有注册；首位数字只说明它专用于 SIP。"};

constexpr auto ranges = std::to_array<CauseRange>({
    {.first = 100,
     .last = 299,
     .name = {.en = "HTTP warning", .zh = "HTTP 警告"},
     .meaning = only_3xx,
     .cite = list},
    {.first = 300,
     .last = 329,
     .name = {.en = "session description keyword", .zh = "会话描述关键字"},
     .meaning = {.en =
                     "The code is not registered; its range is kept for problems with keywords in "
                     "the session description.",
                 .zh = "此代码没有注册；它所在的范围留给会话描述中关键字的问题。"},
     .cite = list},
    {.first = 330,
     .last = 339,
     .name = {.en = "basic network service", .zh = "基本网络业务"},
     .meaning = {.en = "The code is not registered; its range is for basic network services that "
                       "the session description asks for.",
                 .zh = "此代码没有注册；它所在的范围用于会话描述所要求的基本网络业务。"},
     .cite = list},
    {.first = 340,
     .last = 369,
     .name = {.en = "SIP warning", .zh = "SIP 警告"},
     .meaning = no_group,
     .cite = list},
    {.first = 370,
     .last = 379,
     .name = {.en = "quantitative QoS parameter", .zh = "QoS 量化参数"},
     .meaning = {.en = "The code is not registered; its range is for quantitative QoS parameters "
                       "that the session description asks for.",
                 .zh = "此代码没有注册；它所在的范围用于会话描述所要求的 QoS 量化参数。"},
     .cite = list},
    {.first = 380,
     .last = 389,
     .name = {.en = "SIP warning", .zh = "SIP 警告"},
     .meaning = no_group,
     .cite = list},
    {.first = 390,
     .last = 399,
     .name = {.en = "miscellaneous warning", .zh = "其他警告"},
     .meaning = {.en = "The code is not registered; its range is for miscellaneous warnings that "
                       "fit no other range.",
                 .zh = "此代码没有注册；它所在的范围用于不属于其他各类的警告。"},
     .cite = list},
});
static_assert(catalogue::well_formed(ranges), "ranges of warn-codes: no gap, both languages");

}  // namespace

std::span<const Cause> warnings() { return table; }

const Cause* find_warning(unsigned code) { return catalogue::find_in(table, code); }

const CauseRange* warning_range_of(unsigned code) { return catalogue::find_in(ranges, code); }

}  // namespace sipgloss
