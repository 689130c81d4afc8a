// SPDX-License-Identifier: MIT
// The request failures. RFC 3261 sections 8.1.3.5 and 21.4, and the RFCs that the entries cite.

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
        .category = Category::request,
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
        .category = Category::authentication,
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
        .category = Category::refusal,
        .meaning =
            {
                {.en = "RFC 3261 reserves this code for the future.",
                 .zh = "RFC 3261 保留此状态码，供将来使用。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::handle_as_400, Next::not_resubmitted},
    },
    {
        .code = 403,
        .phrase = "Forbidden",
        .name_zh = "禁止",
        .defined_in = {3261, "21.4.4"},
        .category = Category::refusal,
        .meaning =
            {
                {.en = "The request was understood, but the server refuses to carry it out.",
                 .zh = "服务器理解该请求，但拒绝执行。"},
                {.en = "Adding authorization does not help.", .zh = "即使补充认证信息也无济于事。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::do_not_retry, Next::not_resubmitted},
    },
    {
        .code = 404,
        .phrase = "Not Found",
        .name_zh = "未找到",
        .defined_in = {3261, "21.4.5"},
        .category = Category::address,
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
        .category = Category::capability,
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
        .category = Category::capability,
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
        .category = Category::authentication,
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
        .category = Category::timeout,
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
        .code = 409,
        .phrase = "Conflict",
        .name_zh = "冲突",
        .defined_in = {2543, "7.4.10"},
        .status = Status::obsolete,
        .category = Category::state,
        .meaning =
            {
                {.en = "In RFC 2543, a registrar sent it when the action parameter of a REGISTER "
                       "contradicted existing registrations.",
                 .zh = "在 RFC 2543 中，REGISTER 的 action 参数与已有的注册冲突时，"
                       "注册服务器返回此响应。"},
                dropped,
            },
        .sent_by = {Role::registrar},
        .next = {Next::ack_failure, Next::handle_as_x00, Next::correct_request,
                 Next::not_resubmitted},
    },
    {
        .code = 410,
        .phrase = "Gone",
        .name_zh = "已不存在",
        .defined_in = {3261, "21.4.10"},
        .category = Category::address,
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
        .code = 411,
        .phrase = "Length Required",
        .name_zh = "需要长度",
        .defined_in = {2543, "7.4.12"},
        .status = Status::obsolete,
        .category = Category::request,
        .meaning =
            {
                {.en = "In RFC 2543, a server sent it when it refused a request that had no "
                       "Content-Length.",
                 .zh = "在 RFC 2543 中，服务器因请求没有 Content-Length 头域而拒绝它时，"
                       "返回此响应。"},
                dropped,
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::add_content_length, Next::handle_as_x00,
                 Next::not_resubmitted},
    },
    {
        .code = 412,
        .phrase = "Conditional Request Failed",
        .name_zh = "条件请求失败",
        .defined_in = {3903, "11.2.1"},
        .category = Category::state,
        .meaning =
            {
                {.en = "The condition in SIP-If-Match does not hold: the server has no published "
                       "state with this entity-tag, for example because it has expired.",
                 .zh = "SIP-If-Match 头域的条件不成立：服务器没有该实体标签对应的发布状态，"
                       "例如它已到期。"},
                {.en = "Only a PUBLISH that refreshes, modifies or removes published state carries "
                       "such a condition.",
                 .zh = "只有用于刷新、修改或删除已发布状态的 PUBLISH 才带有这种条件。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::publish_anew, Next::not_resubmitted},
    },
    {
        .code = 413,
        .phrase = "Request Entity Too Large",
        .name_zh = "请求实体过大",
        .defined_in = {3261, "21.4.11"},
        .category = Category::request,
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
        .category = Category::request,
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
        .category = Category::capability,
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
        .category = Category::capability,
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
        .code = 417,
        .phrase = "Unknown Resource-Priority",
        .name_zh = "未知的资源优先级",
        .defined_in = {4412, "4.6.2"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The server understands none of the values in Resource-Priority, and the "
                       "request insists on them (Require: resource-priority).",
                 .zh = "服务器不理解 Resource-Priority 头域中的任何值，"
                       "而请求坚持要求理解它们（Require: resource-priority）。"},
                {.en = "Accept-Resource-Priority MAY list the values that are acceptable.",
                 .zh = "响应可以用 Accept-Resource-Priority 头域列出可接受的值。"},
            },
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::change_priority, Next::not_resubmitted},
    },
    {
        .code = 420,
        .phrase = "Bad Extension",
        .name_zh = "不支持的扩展",
        .defined_in = {3261, "21.4.15"},
        .category = Category::capability,
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
        .category = Category::capability,
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
        .code = 422,
        .phrase = "Session Interval Too Small",
        .name_zh = "会话间隔过小",
        .defined_in = {4028, "6"},
        .category = Category::interval,
        .meaning =
            {
                {.en = "The session interval that Session-Expires asks for is below the minimum of "
                       "this server.",
                 .zh = "Session-Expires 头域请求的会话间隔小于此服务器的最小值。"},
                {.en = "Min-SE MUST state that minimum, which MUST NOT be less than 90 seconds.",
                 .zh = "响应必须用 Min-SE 头域给出该最小值，且该值不得小于 90 秒。"},
                {.en = "It is of use only to a client that supports session timers (Supported: "
                       "timer).",
                 .zh = "它只对支持会话定时器的客户端（Supported: timer）有用。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::lengthen_session_interval, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 423,
        .phrase = "Interval Too Brief",
        .name_zh = "间隔过短",
        .defined_in = {3261, "21.4.17"},
        .category = Category::interval,
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
        .code = 424,
        .phrase = "Bad Location Information",
        .name_zh = "位置信息错误",
        .defined_in = {6442, "4.3"},
        .category = Category::request,
        .meaning =
            {
                {.en = "The server needs a location, but the one in the request is malformed, does "
                       "not serve its purpose, or cannot be fetched.",
                 .zh = "服务器需要位置信息，但请求中的位置信息格式有误、不合用途，或无法取得。"},
                {.en = "Geolocation-Error MUST be present and say what is wrong.",
                 .zh = "响应必须包含 Geolocation-Error 头域，说明问题所在。"},
                {.en = "A proxy that knows the location better can return it, and SHOULD do so in "
                       "the body.",
                 .zh = "掌握更准确位置的代理服务器可在响应中给出位置，并且应当放在消息体中。"},
                {.en = "It MUST NOT terminate an existing dialog.", .zh = "它不得终止已有的对话。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::correct_location, Next::not_resubmitted},
    },
    {
        .code = 425,
        .phrase = "Bad Alert Message",
        .name_zh = "告警消息错误",
        .defined_in = {8876, "5.1"},
        .category = Category::request,
        .meaning =
            {
                {.en = "The alert in the request (CAP) is so malformed that nobody can tell which "
                       "emergency response it calls for.",
                 .zh = "请求中的告警消息（CAP）格式有误，以致无法判断需要何种应急处置。"},
                {.en = "AlertMsg-Error MUST be present and say what is wrong.",
                 .zh = "响应必须包含 AlertMsg-Error 头域，说明问题所在。"},
                {.en = "It MUST NOT be sent to a request without an alert, and MUST NOT terminate "
                       "an existing dialog.",
                 .zh = "请求没有告警消息时不得返回此响应，它也不得终止已有的对话。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::correct_alert, Next::not_resubmitted},
    },
    {
        .code = 428,
        .phrase = "Use Identity Header",
        .name_zh = "需要 Identity 头域",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .meaning =
            {
                {.en = "Local policy demands a signed identity of the caller, but the request has "
                       "no Identity header field that the server can use.",
                 .zh = "本地策略要求主叫身份经过签名，"
                       "但请求中没有服务器能够使用的 Identity 头域。"},
                {.en = "The reason phrase “Use Supported PASSporT Format” tells that the ppt of "
                       "the Identity header field is not supported.",
                 .zh = "原因短语“Use Supported PASSporT Format”"
                       "表示不支持 Identity 头域的 ppt 参数。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::sign_request, Next::not_resubmitted},
    },
    {
        .code = 429,
        .phrase = "Provide Referrer Identity",
        .name_zh = "需要 REFER 发起方身份",
        .defined_in = {3892, "5"},
        .category = Category::security,
        .meaning =
            {
                {.en = "A REFER led to this request, and the refer target wants a valid "
                       "Referred-By token, which proves who sent that REFER.",
                 .zh = "此请求由 REFER 引发，而 REFER 所指的目标要求有效的 Referred-By 令牌，"
                       "以证明 REFER 由谁发起。"},
                {.en = "The recipient of the REFER passes the 429 on to its sender in a NOTIFY.",
                 .zh = "REFER 的接收方用 NOTIFY 把 429 转告 REFER 的发起方。"},
                {.en = "It MAY also reject, with 429, a REFER that has no such token.",
                 .zh = "它也可以用 429 拒绝没有这种令牌的 REFER。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::refer_with_token, Next::not_resubmitted},
    },
    {
        .code = 430,
        .phrase = "Flow Failed",
        .name_zh = "流失效",
        .defined_in = {5626, "11.5"},
        .category = Category::routing,
        .meaning =
            {
                {.en = "The flow (connection) over which the edge proxy would reach this instance "
                       "of the UA has failed.",
                 .zh = "边缘代理服务器用来到达该 UA 实例的流（flow，即连接）已失效。"},
                {.en = "Other flows to the same instance can still work.",
                 .zh = "通往同一实例的其他流可能仍然可用。"},
                {.en = "It is meant for the authoritative proxy: an endpoint should never receive "
                       "it, and should treat it as a 400 if it does.",
                 .zh = "它供权威代理服务器使用：终端不应收到它，如果收到，应按 400 处理。"},
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::use_another_flow, Next::not_resubmitted},
    },
    {
        .code = 433,
        .phrase = "Anonymity Disallowed",
        .name_zh = "不允许匿名",
        .defined_in = {5079, "5"},
        .category = Category::refusal,
        .meaning =
            {
                {.en = "The server refuses the request because its originator is anonymous.",
                 .zh = "请求的发起者匿名，服务器因此拒绝该请求。"},
                {.en = "That is so if, for example, From has the domain anonymous.invalid or the "
                       "display name “Anonymous”, or Privacy has id or user.",
                 .zh = "例如 From 使用 anonymous.invalid 域或显示名“Anonymous”，"
                       "或者 Privacy 头域带有 id 或 user，即为匿名。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::confirm_identity, Next::not_resubmitted},
    },
    {
        .code = 436,
        .phrase = "Bad Identity Info",
        .name_zh = "身份信息错误",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .meaning =
            {
                {.en = "The server cannot get the credential, such as a certificate, with which to "
                       "verify the signature in Identity.",
                 .zh = "服务器无法取得验证 Identity 头域签名所需的凭证，例如证书。"},
                {.en = "It should be sent only if this fails for all Identity header fields of the "
                       "request.",
                 .zh = "只有请求的所有 Identity 头域都取不到凭证时，才应返回此响应。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::give_reachable_info, Next::not_resubmitted},
    },
    {
        .code = 437,
        .phrase = "Unsupported Credential",
        .name_zh = "不支持的凭证",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .meaning =
            {
                {.en = "The server has the credential that Identity refers to, but does not "
                       "support it: it does not trust the CA, for example, or lacks the algorithm.",
                 .zh = "服务器已有 Identity 头域所指的凭证，但不支持它，例如不信任签发它的 CA，"
                       "或不支持其算法。"},
                {.en = "Its phrase was once “Unsupported Certificate” (RFC 4474).",
                 .zh = "其原因短语曾是“Unsupported Certificate”（RFC 4474）。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::change_credential, Next::not_resubmitted},
    },
    {
        .code = 438,
        .phrase = "Invalid Identity Header",
        .name_zh = "无效的 Identity 头域",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .meaning =
            {
                {.en = "No Identity header field of the request holds a signed token (PASSporT) "
                       "that is valid and supported.",
                 .zh = "请求的各个 Identity 头域都没有有效且受支持的签名令牌（PASSporT）。"},
                {.en = "This need not be fraud: a network in between may have altered Date, for "
                       "example.",
                 .zh = "这不一定是伪造：例如途经的网络可能改动了 Date 头域。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::send_full_passport, Next::not_resubmitted},
    },
    {
        .code = 439,
        .phrase = "First Hop Lacks Outbound Support",
        .name_zh = "首跳不支持 outbound",
        .defined_in = {5626, "11.6"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The registrar supports outbound, but the first proxy through which the UA "
                       "registers does not.",
                 .zh = "注册服务器支持 outbound，但 UA 注册所经过的第一个代理服务器不支持。"},
                {.en = "It is for a REGISTER with reg-id and with outbound in Supported only.",
                 .zh = "它只用于带有 reg-id 参数、"
                       "并在 Supported 头域中列出 outbound 的 REGISTER。"},
            },
        .sent_by = {Role::registrar},
        .next = {Next::ack_failure, Next::register_otherwise, Next::not_resubmitted},
    },
    {
        .code = 440,
        .phrase = "Max-Breadth Exceeded",
        .name_zh = "超出 Max-Breadth",
        .defined_in = {5393, "5.3.3"},
        .category = Category::routing,
        .meaning =
            {
                {.en = "The parallel fork that the proxy wants needs more branches than "
                       "Max-Breadth allows.",
                 .zh = "代理服务器要并行建立的分支数，超过了 Max-Breadth 头域的限额。"},
                {.en = "The proxy will not, or cannot, try the targets one after another or "
                       "redirect the request instead.",
                 .zh = "代理服务器也不愿或不能改为依次尝试各个目标或返回重定向。"},
                {.en = "So the request has not reached all possible destinations.",
                 .zh = "因此请求没有到达所有可能的目的地。"},
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::narrow_search, Next::not_resubmitted},
    },
    {
        .code = 469,
        .phrase = "Bad Info Package",
        .name_zh = "不支持的 Info Package",
        .defined_in = {6086, "4.2.2"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The INFO belongs to an Info Package that the UA has not declared willing "
                       "to receive.",
                 .zh = "此 INFO 所属的 Info Package，不在该 UA 声明愿意接收的范围之内。"},
                {.en = "The response MUST list in Recv-Info the packages that the UA is willing to "
                       "receive.",
                 .zh = "响应必须包含 Recv-Info 头域，列出该 UA 愿意接收的 Info Package。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_package, Next::not_resubmitted},
    },
    {
        .code = 470,
        .phrase = "Consent Needed",
        .name_zh = "需要对方同意",
        .defined_in = {5360, "5.9.2"},
        .category = Category::refusal,
        .meaning =
            {
                {.en = "The request carries a list of URIs, and for one of them at least the relay "
                       "has no permission to send there.",
                 .zh = "请求带有 URI 列表，而中继服务器尚未获准向其中至少一个 URI 发送。"},
                {.en = "Permission-Missing SHOULD list those URIs.",
                 .zh = "响应应当用 Permission-Missing 头域列出这些 URI。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::obtain_consent, Next::not_resubmitted},
    },
    {
        .code = 477,
        .phrase = "Unfortunately error on sending to next hop occurred",
        .name_zh = "发往下一跳时出错",
        .defined_in = {3261, "8.1.3.2"},
        .status = Status::private_use,
        .category = Category::routing,
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not send the request to "
                       "the next hop, for example because a connection was closed or refused.",
                 .zh = "SER 系列的代理服务器（例如 Kamailio）未能把请求发往下一跳，"
                       "例如连接已关闭或被拒绝。"},
                internal_error_number,
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::look_downstream, Next::handle_as_x00,
                 Next::not_resubmitted},
    },
    {
        .code = 478,
        .phrase = "Unresolvable destination",
        .name_zh = "目的地址无法解析",
        .defined_in = {3261, "8.1.3.2"},
        .status = Status::private_use,
        .category = Category::routing,
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not resolve the address "
                       "of the next hop.",
                 .zh = "SER 系列的代理服务器（例如 Kamailio）无法解析下一跳的地址。"},
                internal_error_number,
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::check_next_hop, Next::handle_as_x00,
                 Next::not_resubmitted},
    },
    {
        .code = 479,
        .phrase = "Regretfully, we were not able to process the URI",
        .name_zh = "无法处理 URI",
        .defined_in = {3261, "8.1.3.2"},
        .status = Status::private_use,
        .category = Category::request,
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not parse a URI that it "
                       "needed in order to forward the request.",
                 .zh = "SER 系列的代理服务器（例如 Kamailio）无法解析转发请求所需的某个 URI。"},
                internal_error_number,
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::check_address, Next::handle_as_x00,
                 Next::not_resubmitted},
    },
    {
        .code = 480,
        .phrase = "Temporarily Unavailable",
        .name_zh = "暂时不可用",
        .defined_in = {3261, "21.4.18"},
        .category = Category::unavailable,
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
        .category = Category::state,
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
        .category = Category::routing,
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
        .category = Category::routing,
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
        .category = Category::address,
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
        .category = Category::address,
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
        .category = Category::busy,
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
        .category = Category::cancelled,
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
        .category = Category::capability,
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
        .code = 489,
        .phrase = "Bad Event",
        .name_zh = "不支持的事件",
        .defined_in = {6665, "8.3.2"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The server does not understand the event package that Event names.",
                 .zh = "服务器不理解 Event 头域所指定的事件包。"},
                {.en = "A PUBLISH without Event gets it too (RFC 3903).",
                 .zh = "没有 Event 头域的 PUBLISH 也会得到此响应（RFC 3903）。"},
                {.en = "Allow-Events can list the event packages that are supported here.",
                 .zh = "响应可用 Allow-Events 头域列出此处支持的事件包。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_event, Next::subscription_over,
                 Next::not_resubmitted},
    },
    {
        .code = 491,
        .phrase = "Request Pending",
        .name_zh = "请求未决",
        .defined_in = {3261, "21.4.27"},
        .category = Category::state,
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
        .category = Category::security,
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
    {
        .code = 494,
        .phrase = "Security Agreement Required",
        .name_zh = "需要安全协商",
        .defined_in = {3329, "2.3.1"},
        .category = Category::security,
        .meaning =
            {
                {.en = "Before it serves the request, the server insists on agreeing on a security "
                       "mechanism with the client.",
                 .zh = "服务器要求先与客户端商定安全机制，再处理该请求。"},
                {.en = "The response MUST list in Security-Server the mechanisms that the server "
                       "supports.",
                 .zh = "响应必须包含 Security-Server 头域，列出服务器支持的安全机制。"},
                {.en = "If the request only names sec-agree in Supported, the response MUST also "
                       "have Require: sec-agree (section 2.3.2).",
                 .zh = "如果请求只在 Supported 头域中列出 sec-agree，"
                       "响应还必须带有 Require: sec-agree（第 2.3.2 节）。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::start_security, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_4xx, codes_4xx, 400),
              "4xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
