// SPDX-License-Identifier: MIT
// The request failures. RFC 3261 sections 8.1.3.5 and 21.4.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_4xx[] = {
    {
        .code = 400,
        .phrase = "Bad Request",
        .name_zh = "错误请求",
        .defined_in = {3261, "21.4.1"},
        .meaning =
            {
                {.en = "Malformed syntax: the server cannot understand the request.",
                 .zh = "请求有语法错误，服务器无法理解。"},
                {.en = "The reason phrase SHOULD identify the syntax problem in more detail, such "
                       "as “Missing Call-ID header field”.",
                 .zh = "原因短语应当详细指出语法问题，例如“Missing Call-ID header field”。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::correct_request, Next::not_resubmitted},
    },
    {
        .code = 401,
        .phrase = "Unauthorized",
        .name_zh = "未认证",
        .defined_in = {3261, "21.4.2"},
        .meaning =
            {
                {.en = "The request needs an authenticated user.", .zh = "该请求需要用户认证。"},
                {.en = "UASs and registrars send 401; proxies use 407 instead.",
                 .zh = "401 由 UAS 和注册服务器产生，代理服务器则使用 407。"},
                {.en = "WWW-Authenticate MUST be present, with at least one challenge (section "
                       "22.2).",
                 .zh = "响应必须包含 WWW-Authenticate 头域，其中至少有一个质询（第 22.2 节）。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server},
        .next = {Next::ack_failure, Next::add_credentials, Next::renew_credentials,
                 Next::not_resubmitted},
    },
    {
        .code = 402,
        .phrase = "Payment Required",
        .name_zh = "需要付费",
        .defined_in = {3261, "21.4.3"},
        .meaning =
            {
                {.en = "RFC 3261 reserves this code for the future.",
                 .zh = "RFC 3261 "
                       "保留此状态码，"
                       "供将来使用。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::handle_as_400, Next::not_resubmitted},
    },
    {
        .code = 403,
        .phrase = "Forbidden",
        .name_zh = "禁止",
        .defined_in = {3261, "21.4.4"},
        .meaning =
            {
                {.en = "The request was understood, but the server refuses to carry it out.",
                 .zh = "服务器理解该请求，但拒绝执行。"},
                {.en = "Adding authorization does not help.",
                 .zh = "即使补充认证信息也无济于"
                       "事。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::do_not_retry, Next::not_resubmitted},
    },
    {
        .code = 404,
        .phrase = "Not Found",
        .name_zh = "未找到",
        .defined_in = {3261, "21.4.5"},
        .meaning =
            {
                {.en = "The server knows definitely that the user does not exist at the domain in "
                       "the Request-URI.",
                 .zh = "服务器有确切信息：在 Request-URI 指定的域中不存在该用户。"},
                {.en = "It is also returned if the recipient does not handle the domain in the "
                       "Request-URI.",
                 .zh = "如果 Request-URI 中的域不是接收方所服务的域，也返回此响应。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::check_address, Next::not_resubmitted},
    },
    {
        .code = 405,
        .phrase = "Method Not Allowed",
        .name_zh = "方法不允许",
        .defined_in = {3261, "21.4.6"},
        .meaning =
            {
                {.en = "The server understands the method, but does not allow it for the address "
                       "in the Request-URI.",
                 .zh = "服务器能识别该方法，但不允许对 Request-URI 指定的地址使用它。"},
                {.en = "The response MUST list in Allow the methods that are valid for that "
                       "address.",
                 .zh = "响应必须包含 Allow 头域，列出对该地址有效的方法。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server},
        .next = {Next::ack_failure, Next::use_allowed_method, Next::not_resubmitted},
    },
    {
        .code = 406,
        .phrase = "Not Acceptable",
        .name_zh = "不可接受",
        .defined_in = {3261, "21.4.7"},
        .meaning =
            {
                {.en = "The resource can only generate content that the Accept header field of the "
                       "request does not accept.",
                 .zh = "请求所指的资源只能生成请求的 Accept 头域所不接受的内容。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::widen_accept, Next::not_resubmitted},
    },
    {
        .code = 407,
        .phrase = "Proxy Authentication Required",
        .name_zh = "需要代理认证",
        .defined_in = {3261, "21.4.8"},
        .meaning =
            {
                {.en = "It is like 401, but the client MUST first authenticate itself with the "
                       "proxy.",
                 .zh = "与 401 类似，但客户端必须先向代理服务器认证自己。"},
                {.en = "It can be used where access to the communication channel, such as a "
                       "telephony gateway, rather than the callee requires authentication.",
                 .zh = "可用于这样的应用：要求认证的是对通信通道（例如电话网关）的访问，"
                       "而不是被叫。"},
                {.en = "The proxy MUST put its challenge into Proxy-Authenticate (section 22.3).",
                 .zh = "代理服务器必须在 Proxy-Authenticate 头域中给出质询（第 22.3 节）。"},
                {.en = "RFC 3261 explains SIP access authentication in sections 22.3 and 26.",
                 .zh = "SIP 访问认证的说明见 RFC 3261 第 22.3 节和第 26 节。"},
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::add_proxy_credentials, Next::renew_credentials,
                 Next::not_resubmitted},
    },
    {
        .code = 408,
        .phrase = "Request Timeout",
        .name_zh = "请求超时",
        .defined_in = {3261, "21.4.9"},
        .meaning =
            {
                {.en = "The server found no response in suitable time, for example because it "
                       "could not locate the user soon enough.",
                 .zh = "服务器未能在适当的时间内给出响应，例如未能及时确定用户的位置。"},
                {.en = "A stateful element MUST NOT send 408 to a request other than INVITE (RFC "
                       "4320).",
                 .zh = "有事务状态的网元不得对 INVITE 以外的请求发送 408（RFC 4320）。"},
            },
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::retry_any_time, Next::end_dialog, Next::dialog_gone,
                 Next::not_resubmitted},
    },
    {
        .code = 410,
        .phrase = "Gone",
        .name_zh = "已不存在",
        .defined_in = {3261, "21.4.10"},
        .meaning =
            {
                {.en = "The server no longer has the resource, and knows no forwarding address for "
                       "it.",
                 .zh = "所请求的资源在本服务器上已不存在，也不知道它的新地址。"},
                {.en = "This is expected to be permanent.", .zh = "这种情况预期是永久性的。"},
                {.en = "A server that does not know, or cannot determine, whether it is permanent "
                       "SHOULD use 404 instead.",
                 .zh = "服务器若不知道或无法判断是否为永久性，应当改用 404。"},
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::drop_address, Next::not_resubmitted},
    },
    {
        .code = 413,
        .phrase = "Request Entity Too Large",
        .name_zh = "请求实体过大",
        .defined_in = {3261, "21.4.11"},
        .meaning =
            {
                {.en = "The server refuses the request: the body is larger than it is willing or "
                       "able to process.",
                 .zh = "请求的消息体超过服务器愿意或能够处理的大小，服务器拒绝处理该请求。"},
                {.en = "The server MAY close the connection to keep the client from continuing the "
                       "request.",
                 .zh = "服务器可以关闭连接，使客户端不再继续发送该请求。"},
                {.en = "If the condition is temporary, the server SHOULD say so with Retry-After, "
                       "and after what time the client MAY try again.",
                 .zh = "如果情况是暂时的，服务器应当用 Retry-After 头域表明这一点，"
                       "并说明多久之后客户端可以重试。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::shrink_body, Next::retry_after, Next::not_resubmitted},
    },
    {
        .code = 414,
        .phrase = "Request-URI Too Long",
        .name_zh = "Request-URI 过长",
        .defined_in = {3261, "21.4.12"},
        .meaning =
            {
                {.en = "The server refuses the request: it is not willing to interpret so long a "
                       "Request-URI.",
                 .zh = "Request-URI 超过服务器愿意解析的长度，服务器拒绝该请求。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::shorten_uri, Next::not_resubmitted},
    },
    {
        .code = 415,
        .phrase = "Unsupported Media Type",
        .name_zh = "不支持的媒体类型",
        .defined_in = {3261, "21.4.13"},
        .meaning =
            {
                {.en = "The server refuses the request: for this method it does not support the "
                       "format of the body.",
                 .zh = "对于所请求的方法，服务器不支持该消息体的格式，因此拒绝该请求。"},
                {.en = "It MUST list what it accepts in Accept, Accept-Encoding or "
                       "Accept-Language, depending on the problem with the content.",
                 .zh = "服务器必须视内容的具体问题，用 Accept、"
                       "Accept-Encoding 或 Accept-Language 头域列出可接受的格式。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_types, Next::not_resubmitted},
    },
    {
        .code = 416,
        .phrase = "Unsupported URI Scheme",
        .name_zh = "不支持的 URI 方案",
        .defined_in = {3261, "21.4.14"},
        .meaning =
            {
                {.en = "The server does not know the URI scheme of the Request-URI and cannot "
                       "process the request.",
                 .zh = "服务器不认识 Request-URI 的 URI 方案，无法处理该请求。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::use_sip_uri, Next::not_resubmitted},
    },
    {
        .code = 420,
        .phrase = "Bad Extension",
        .name_zh = "不支持的扩展",
        .defined_in = {3261, "21.4.15"},
        .meaning =
            {
                {.en = "Require or Proxy-Require names a protocol extension that the server does "
                       "not understand.",
                 .zh = "服务器不理解 Require 或 Proxy-Require 头域所要求的协议扩展。"},
                {.en = "It MUST list the extensions that it does not support in Unsupported.",
                 .zh = "服务器必须在 Unsupported 头域中列出不支持的扩展。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::drop_extensions, Next::not_resubmitted},
    },
    {
        .code = 421,
        .phrase = "Extension Required",
        .name_zh = "需要扩展",
        .defined_in = {3261, "21.4.16"},
        .meaning =
            {
                {.en = "To process the request, the UAS needs an extension that the request does "
                       "not list in Supported.",
                 .zh = "UAS 需要某个扩展才能处理该请求，而请求的 Supported 头域没有列出它。"},
                {.en = "The response MUST list the required extensions in Require.",
                 .zh = "响应必须包含 Require 头域，列出所需的扩展。"},
                {.en = "A UAS SHOULD NOT use 421 unless it truly cannot provide any useful service "
                       "to the client.",
                 .zh = "UAS 不应当使用此响应，除非确实无法为客户端提供任何有用的服务。"},
                {.en = "If the missing extension is only desirable, the server SHOULD go on with "
                       "baseline SIP and the extensions that the client supports.",
                 .zh = "如果缺少的只是希望使用的扩展，"
                       "服务器应当用基本 SIP 能力和客户端支持的扩展来处理请求。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::support_extensions, Next::not_resubmitted},
    },
    {
        .code = 423,
        .phrase = "Interval Too Brief",
        .name_zh = "间隔过短",
        .defined_in = {3261, "21.4.17"},
        .meaning =
            {
                {.en = "The server rejects the request because the expiration time of the resource "
                       "that the request refreshes is too short.",
                 .zh = "请求所刷新的资源有效时间过短，服务器拒绝该请求。"},
                {.en = "A registrar can use it to reject a registration whose Contact has too "
                       "short an expiration time.",
                 .zh = "注册服务器可用它拒绝 Contact 头域有效时间过短的注册请求。"},
                {.en = "Min-Expires MUST state the shortest interval that the server honours "
                       "(sections 10.2.8, 10.3 and 20.23).",
                 .zh = "响应必须包含 Min-Expires 头域，给出服务器接受的最短间隔（第 10.2.8、"
                       "10.3 和 20.23 节）。"},
            },
        .sent_by = {Role::uas, Role::registrar},
        .next = {Next::ack_failure, Next::lengthen_interval, Next::not_resubmitted},
    },
    {
        .code = 480,
        .phrase = "Temporarily Unavailable",
        .name_zh = "暂时不可用",
        .defined_in = {3261, "21.4.18"},
        .meaning =
            {
                {.en = "The callee's end system was reached, but the callee is unavailable now, "
                       "for example not logged in, logged in but unable to communicate, or in “do "
                       "not disturb”.",
                 .zh = "已联系到被叫的终端，但被叫当前不可用，例如未登录、"
                       "虽已登录但处于无法通信的状态，或启用了“请勿打扰”。"},
                {.en = "The reason phrase SHOULD indicate a more precise cause, and the UA SHOULD "
                       "be able to set it.",
                 .zh = "原因短语应当指出被叫不可用的更确切原因，并且应当可由 UA 设定。"},
                {.en = "486 MAY be used to tell a particular reason for the failure more "
                       "precisely.",
                 .zh = "可以用 486 更确切地表示呼叫失败的某个特定原因。"},
                better_time_to_call,
                {.en = "The user is perhaps available elsewhere, unknown to this server.",
                 .zh = "用户也可能在别处可用，只是本服务器不知道。"},
                {.en = "A redirect server or proxy also returns it when it knows the user of the "
                       "Request-URI, but has no valid forwarding location for that user now.",
                 .zh = "重定向服务器或代理服务器认识 Request-URI 所指的用户、"
                       "但当前没有该用户的有效转发位置时，也返回此响应。"},
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::call_later, Next::try_elsewhere, Next::not_resubmitted},
    },
    {
        .code = 481,
        .phrase = "Call/Transaction Does Not Exist",
        .name_zh = "呼叫/事务不存在",
        .defined_in = {3261, "21.4.19"},
        .meaning =
            {
                {.en = "No existing dialog or transaction of the UAS matches the request.",
                 .zh = "UAS 收到的请求与任何现有的对话或事务都不匹配。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::end_dialog, Next::dialog_gone, Next::not_resubmitted},
    },
    {
        .code = 482,
        .phrase = "Loop Detected",
        .name_zh = "检测到环路",
        .defined_in = {3261, "21.4.20"},
        .meaning =
            {
                {.en = "The server has detected a loop: a request that it had forwarded came back "
                       "to it (section 16.3, item 4).",
                 .zh = "服务器检测到环路：它转发过的请求又回到了自己（第 16.3 节第 4 项）。"},
                {.en = "If one request reaches a UAS over several paths, the UAS SHOULD send 482 "
                       "to all but the first of them (section 8.2.2.2).",
                 .zh = "同一请求经多条路径到达 UAS 时，"
                       "UAS 应当对第一个以外的各个请求返回 482（第 8.2.2.2 节）。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::fix_routing, Next::not_resubmitted},
    },
    {
        .code = 483,
        .phrase = "Too Many Hops",
        .name_zh = "跳数过多",
        .defined_in = {3261, "21.4.21"},
        .meaning =
            {
                {.en = "The server received a request whose Max-Forwards header field is zero.",
                 .zh = "服务器收到的请求中，Max-Forwards 头域的值为 0。"},
                {.en = "Every server that forwards a request lowers the value by one: this request "
                       "took too many hops, or went round in a loop.",
                 .zh = "每个转发请求的服务器都将该值减 1，所以请求经过的跳数过多，"
                       "或是陷入了环路。"},
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::raise_max_forwards, Next::fix_routing,
                 Next::not_resubmitted},
    },
    {
        .code = 484,
        .phrase = "Address Incomplete",
        .name_zh = "地址不完整",
        .defined_in = {3261, "21.4.22"},
        .meaning =
            {
                {.en = "The server received a request with an incomplete Request-URI.",
                 .zh = "服务器收到的请求，其 Request-URI 不完整。"},
                {.en = "The reason phrase SHOULD give additional information.",
                 .zh = "原因短语应当提供补充信息。"},
                {.en = "The code allows overlapped dialling, in which the client does not know how "
                       "long the dialling string is.",
                 .zh = "此状态码允许重叠拨号，即客户端事先不知道拨号串的长度。"},
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::dial_more_digits, Next::not_resubmitted},
    },
    {
        .code = 485,
        .phrase = "Ambiguous",
        .name_zh = "地址不明确",
        .defined_in = {3261, "21.4.23"},
        .meaning =
            {
                {.en = "The Request-URI is ambiguous: sip:lee@example.com, for example, can mean "
                       "Carol Lee, Ping Lee or Lee M. Foote.",
                 .zh = "Request-URI 不明确：例如 sip:lee@example.com 可能指 Carol Lee、"
                       "Ping Lee 或 Lee M. Foote。"},
                {.en = "Contact MAY list possible unambiguous addresses, here "
                       "sip:carol.lee@example.com, sip:p.lee@example.com and "
                       "sips:lee.foote@example.com.",
                 .zh = "可以用 Contact 头域列出可能的明确地址，此例中为 sip:carol.lee@example.com、"
                       "sip:p.lee@example.com 和 sips:lee.foote@example.com。"},
                {.en = "Showing the alternatives can violate the privacy of the user or the "
                       "organisation.",
                 .zh = "透露这些候选地址，可能侵犯用户或组织的隐私。"},
                {.en = "It MUST be possible to configure a server to respond with 404 instead, or "
                       "to leave the list of choices out.",
                 .zh = "必须能够通过配置，让服务器改为返回 404，或者不列出可能的选择。"},
                {.en = "There are e-mail and voice mail systems with this function.",
                 .zh = "部分电子邮件和语音信箱系统提供此功能。"},
                {.en = "With 300 the choices are assumed to reach the same person or service, so "
                       "automatic choice or sequential search makes sense for 3xx, but not for "
                       "485.",
                 .zh = "这与 300 不同：300 的各个选择被认为通向同一个人或服务，"
                       "3xx 适合自动选择或依次尝试，485 则不然。"},
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::ask_user_to_choose, Next::not_resubmitted},
    },
    {
        .code = 486,
        .phrase = "Busy Here",
        .name_zh = "此处忙",
        .defined_in = {3261, "21.4.24"},
        .meaning =
            {
                {.en = "The callee's end system was reached, but there the callee is not willing "
                       "or able to take additional calls now.",
                 .zh = "已联系到被叫的终端，但被叫当前不愿或不能在该终端上再接听其他呼叫。"},
                better_time_to_call,
                {.en = "The user is perhaps available elsewhere, through a voice mail service for "
                       "example.",
                 .zh = "用户也可能在别处可用，例如通过语音信箱服务。"},
                {.en = "600 SHOULD be used if it is known that no other end system can accept this "
                       "call.",
                 .zh = "如果知道没有其他终端能接听此呼叫，应当使用 600。"},
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_failure, Next::call_later, Next::try_elsewhere, Next::not_resubmitted},
    },
    {
        .code = 487,
        .phrase = "Request Terminated",
        .name_zh = "请求已终止",
        .defined_in = {3261, "21.4.25"},
        .meaning =
            {
                {.en = "A BYE or CANCEL request terminated the request.",
                 .zh = "该请求已被 BYE 或 CANCEL 请求终止。"},
                {.en = "It is never the response to the CANCEL itself.",
                 .zh = "此响应绝不会针对 CANCEL 请求本身返回。"},
                {.en = "It SHOULD also be sent when the time in the Expires of an INVITE runs out "
                       "before there is a final response (section 13.3.1).",
                 .zh = "INVITE 的有效时间（Expires）已到而尚无最终响应时，"
                       "也应当返回 487（第 13.3.1 节）。"},
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_failure, Next::request_is_over, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 488,
        .phrase = "Not Acceptable Here",
        .name_zh = "此处不可接受",
        .defined_in = {3261, "21.4.26"},
        .meaning =
            {
                {.en = "It means the same as 606, that the session description is not acceptable, "
                       "but only for the resource in the Request-URI.",
                 .zh = "含义与 606 相同，即会话描述不可接受，"
                       "但只针对 Request-URI 所指的特定资源。"},
                {.en = "The request can succeed elsewhere.", .zh = "该请求在别处可能成功。"},
                media_capabilities,
                {.en = "A UAS that rejects the offer of an INVITE SHOULD say why in Warning "
                       "(section 13.3.1.3).",
                 .zh = "UAS 拒绝 INVITE 中的 offer 时，"
                       "应当用 Warning 头域说明原因（第 13.3.1.3 节）。"},
            },
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::change_offer, Next::try_elsewhere, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 491,
        .phrase = "Request Pending",
        .name_zh = "请求未决",
        .defined_in = {3261, "21.4.27"},
        .meaning =
            {
                {.en = "When the request arrived, the UAS had another request pending in the same "
                       "dialog.",
                 .zh = "UAS 收到该请求时，在同一对话中还有一个未决的请求。"},
                {.en = "RFC 3261 tells in sections 14.1 and 14.2 how such glare is resolved.",
                 .zh = "这种冲突（glare）的解决办法见 RFC 3261 第 14.1 节和第 14.2 节。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::wait_and_retry_once, Next::wait_for_pending,
                 Next::keep_session, Next::not_resubmitted},
    },
    {
        .code = 493,
        .phrase = "Undecipherable",
        .name_zh = "无法解密",
        .defined_in = {3261, "21.4.28"},
        .meaning =
            {
                {.en = "The request has an encrypted MIME body for which the recipient does not "
                       "possess, or will not provide, a decryption key.",
                 .zh = "请求含有加密的 MIME 消息体，而接收方没有或不愿提供合适的解密密钥。"},
                {.en = "The response MAY carry a public key in a single body; MIME bodies to this "
                       "UA should be encrypted with it.",
                 .zh = "响应可以带一个消息体，内含合适的公钥；"
                       "发给该 UA 的 MIME 消息体应使用此公钥加密。"},
                {.en = "RFC 3261 gives the details in section 23.2.",
                 .zh = "用法详见 RFC 3261 第 23.2 节。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_given_key, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_4xx, codes_4xx, 400),
              "4xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
