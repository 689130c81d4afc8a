// SPDX-License-Identifier: MIT
// The server failures. RFC 3261 sections 8.1.3, 10.3, 11 to 16 and 21.5, RFC 5057 section 5.1, and
// the RFCs that the entries cite.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> with_offer = {invite, prack, update};
constexpr Set<Method> without_offer = {ack,       bye,    cancel, register_, options, info,
                                       subscribe, notify, refer,  message,   publish, other};
constexpr Set<Method> not_register = {invite, ack,       bye,    cancel, options, prack,   update,
                                      info,   subscribe, notify, refer,  message, publish, other};
constexpr Set<Method> later_in_a_dialog = {bye, prack, info, subscribe, notify, refer, message};

}  // namespace

constexpr ResponseCode table_5xx[] = {
    {
        .code = 500,
        .phrase = "Server Internal Error",
        .name_zh = "服务器内部错误",
        .defined_in = {3261, "21.5.1"},
        .category = Category::server_error,
        .gist =
            {
                {.en = "unexpected error in the server", .zh = "服务器出现意外错误"},
            },
        .meaning =
            {
                {.en = "Something unexpected kept the server from carrying out the request.",
                 .zh = "服务器遇到意外情况，无法完成请求。"},
                {.en = "If the condition is temporary, Retry-After MAY tell when the client may "
                       "retry.",
                 .zh = "如果情况是暂时的，服务器可以用 Retry-After 头域说明客户端何时可重试。"},
                {.en = "A client MUST treat every 5xx that it does not know like 500.",
                 .zh = "客户端必须把不认识的 5xx 都按 500 处理。",
                 .cite = {3261, "8.1.3.2"}},
                {.en = "A UAS MUST send it to an INVITE that comes before its final response to an "
                       "earlier one of the dialog, with a Retry-After of 0 to 10 s.",
                 .zh = "UAS 尚未对对话中的前一个 INVITE 发出最终响应，又收到一个，必须返回 "
                       "500，Retry-After 为 0 至 10 秒。",
                 .methods = {invite},
                 .cite = {3261, "14.2"}},
                {.en = "A UAS MUST send it to an UPDATE that comes before its final response to an "
                       "earlier one, with a Retry-After of 0 to 10 s.",
                 .zh = "UAS 尚未对先前的 UPDATE 发出最终响应，又收到一个，必须返回 "
                       "500，Retry-After 为 0 至 10 秒。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "The same MUST come to an UPDATE with an offer while the UAS still owes the "
                       "answer to another offer.",
                 .zh = "UAS 尚欠另一个 offer 的 answer，又收到带 offer 的 UPDATE，也必须如此返回。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "Within a dialog, a request with a CSeq number lower than before MUST be "
                       "rejected with it.",
                 .zh = "在对话中，CSeq 序号低于此前请求的请求，必须以 500 拒绝。",
                 .methods = within_a_dialog,
                 .cite = {3261, "12.2.2"}},
                {.en = "A registrar that cannot store all changes MUST send it and take the others "
                       "back: no binding has changed.",
                 .zh = "注册服务器不能保存全部更改时，必须返回 500 "
                       "并撤销其余更改：绑定没有任何改变。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "A proxy that has received nothing but a 503 SHOULD send 500 in its place.",
                 .zh = "代理服务器只收到 503 时，应当改发 500。",
                 .cite = {3261, "16.7"}},
                {.en = "A gateway sends it for Q.850 causes 111 and 127, and for causes that have "
                       "no code of their own.",
                 .zh = "网关以它表示 Q.850 原因值 111 和 127，以及没有对应状态码的其他原因值。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "A privacy service MUST send it if it cannot give all the privacy of a "
                       "request with Privacy: critical.",
                 .zh = "请求带有 Privacy: critical，而隐私服务不能满足其全部要求时，必须返回 500。",
                 .cite = {3323, "5"}},
                {.en = "Within a dialog and without Retry-After, the UA may retry later, or end "
                       "that call or subscription in good order.",
                 .zh = "在对话中且没有 Retry-After 时，UA 可稍后重试，也可正常结束该呼叫或订阅。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually it is a fault in the configuration, the routing script or a "
                       "database of the server; its log says more.",
                 .zh = "通常是服务器的配置、路由脚本或数据库有误，其日志中有更多信息。"},
                {.en = "Often it stands for a failure further on: a proxy has made it from a 503, "
                       "or an SBC from an error that it cannot map.",
                 .zh =
                     "往往代表更远处的故障：代理服务器由 503 转来，或 SBC 由无法映射的错误转来。"},
                {.en = "Server or User-Agent usually shows which element has failed.",
                 .zh = "看 Server 或 User-Agent，通常可知是哪个网元出错。"},
                {.en = "In a running call, with a Retry-After of 0 to 10, two changes of the "
                       "session have usually overlapped.",
                 .zh = "在通话中出现且 Retry-After 为 0 至 10，通常是两次会话更改重叠。",
                 .methods = {invite, update}},
                {.en = "With cause 111 or 127 in Reason, a gateway and the telephone network "
                       "usually did not understand each other.",
                 .zh = "Reason 中为原因值 111 或 127，通常是网关与电话网互通出了问题。",
                 .methods = {invite}},
                {.en = "Usually the registrar cannot reach its user database.",
                 .zh = "通常是注册服务器访问不了用户数据库。",
                 .methods = {register_}},
                {.en = "If CSeq is lower than in the last request of that side, requests have "
                       "usually overtaken each other, or two elements send in one dialog.",
                 .zh = "如果 CSeq "
                       "低于该侧的上一个请求，通常是请求乱序到达，或有两个网元在同一对话中发送。",
                 .methods = later_in_a_dialog},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Retry-After",
                 .what = {.en = "0 to 10 s, if an earlier INVITE of the dialog is pending",
                          .zh = "0 至 10 秒，如果对话中先前的 INVITE 未决"},
                 .cite = {3261, "14.2"},
                 .methods = {invite}},
                {.strength = Strength::must,
                 .name = "Retry-After",
                 .what = {.en = "0 to 10 s, if an earlier UPDATE or offer is pending",
                          .zh = "0 至 10 秒，如果先前的 UPDATE 或 offer 未决"},
                 .cite = {3311, "5.2"},
                 .methods = {update}},
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "when the client may retry", .zh = "客户端何时可重试"},
                 .cite = {3261, "21.5.1"}},
                reason_from_gateway,
                warning_in_words,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::show_error, Next::retry_later, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 501,
        .phrase = "Not Implemented",
        .name_zh = "未实现",
        .defined_in = {3261, "21.5.2"},
        .category = Category::capability,
        .gist =
            {
                {.en = "service not supported", .zh = "不支持所需的业务", .methods = {invite}},
                {.en = "method not supported at all", .zh = "完全不支持该方法"},
            },
        .meaning =
            {
                {.en = "The server lacks the functionality that the request needs.",
                 .zh = "服务器不支持完成该请求所需的功能。"},
                {.en = "It fits when a UAS does not recognize the method and cannot support it for "
                       "any user.",
                 .zh = "UAS 不认识请求的方法，且对任何用户都无法支持该方法时，适用此响应。"},
                {.en = "A proxy forwards requests of any method.",
                 .zh = "代理服务器转发请求时不考虑其方法。"},
                {.en = "With 405, by contrast, the server recognizes the method, but it is not "
                       "allowed or not supported.",
                 .zh = "405 则不同：服务器认识该方法，但不允许或不支持使用它。"},
                {.en = "All UAs MUST support OPTIONS: a UA that sends 501 to it breaks the rule.",
                 .zh = "所有 UA 都必须支持 OPTIONS：对它返回 501 的 UA 违反了规定。",
                 .methods = {options},
                 .cite = {3261, "11"}},
                {.en = "A registrar that does not know REFER sends 501; one that knows it SHOULD "
                       "send 405.",
                 .zh = "不认识 REFER 的注册服务器返回 501；认识的则应当返回 405。",
                 .methods = {refer},
                 .cite = {3515, "2.5"}},
                {.en = "From a gateway it stands for Q.850 cause 29 or 79: facility rejected, "
                       "service not implemented.",
                 .zh = "网关以它表示 Q.850 原因值 29 或 79，即补充业务被拒绝或业务未实现。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en =
                     "Within a call only this request has failed: the call does not depend on it.",
                 .zh = "在通话中，失败的只是此请求：呼叫并不依赖于它。",
                 .methods = {info, options, message, other},
                 .cite = {5057, "5.1"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the peer just has no such method: look for it in Allow of its "
                       "earlier messages.",
                 .zh = "通常只是对端没有这种方法：看它此前消息的 Allow 中是否列有。",
                 .methods = {register_, options, prack, update, info, subscribe, notify, refer,
                             message, publish, other}},
                {.en = "To an INVITE it hardly ever concerns the method: usually a gateway or PBX "
                       "lacks the service, such as video or a data call.",
                 .zh = "对 INVITE 几乎不会是方法的问题：通常是网关或 PBX "
                       "没有所需的业务，例如视频或数据呼叫。",
                 .methods = {invite}},
                {.en = "With cause 79 or 29 in Reason, it is usually the telephone network behind "
                       "a gateway that refuses.",
                 .zh = "Reason 中为原因值 79 或 29，通常是网关之后的电话网拒绝。",
                 .methods = {invite}},
                {.en = "A method name with a typing error or in lower case is often the reason "
                       "too: case matters.",
                 .zh = "方法名拼错或用了小写也是常见的原因：方法名区分大小写。",
                 .methods = {other}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Allow",
                 .what = {.en = "the methods that the UA supports", .zh = "该 UA 支持的方法"},
                 .cite = {3261, "20.5"}},
                reason_from_gateway,
            },
        .dialog = DialogEffect::ends_usage,
        .sent_by = {Role::uas, Role::registrar, Role::gateway},
        .next = {Next::ack_failure, Next::avoid_method, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 502,
        .phrase = "Bad Gateway",
        .name_zh = "网关错误",
        .defined_in = {3261, "21.5.3"},
        .category = Category::server_error,
        .gist =
            {
                {.en = "bad response from downstream", .zh = "下游返回无效的响应"},
            },
        .meaning =
            {
                {.en = "Acting as a gateway or proxy for the request, the server got an invalid "
                       "response from the server downstream.",
                 .zh = "服务器作为网关或代理服务器，为完成请求而访问下游服务器时，收到了无效的响应"
                       "。"},
                {.en = "From a gateway it stands for Q.850 cause 27, destination out of order.",
                 .zh = "网关以它表示 Q.850 原因值 27，即目的地故障。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "A server that wants a security agreement also sends it to a request with "
                       "several Via values: it is not the first hop.",
                 .zh = "要求安全协商的服务器收到有多个 Via 的请求，也返回 502：它不是第一跳。",
                 .cite = {3329, "2.3.2"}},
                {.en = "Within a dialog it is out of place: a proxy has built Record-Route "
                       "wrongly, and later requests will fail too.",
                 .zh = "在对话中不该出现：途中的代理服务器构造的 Record-Route "
                       "有误，后续请求也会失败。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                message_not_delivered,
                refer_not_taken,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the trunk or server behind the sender is down, or its response "
                       "cannot be read: look at the sender's other side.",
                 .zh = "通常是发送方之后的中继或服务器故障，或其响应无法识别：看发送方的另一侧。"},
                {.en = "With cause 27 in Reason, the line or device at the far end is usually out "
                       "of order.",
                 .zh = "Reason 中为原因值 27，通常是远端的线路或设备故障。",
                 .methods = {invite}},
                {.en = "SBCs and media gateways often send it when their own call leg fails before "
                       "the other side has responded at all.",
                 .zh = "SBC 和媒体网关自己的呼叫段在对方尚无响应时就已失败，也常返回 502。",
                 .methods = {invite}},
            },
        .headers = {reason_from_gateway, warning_in_words},
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::look_downstream, Next::not_resubmitted},
    },
    {
        .code = 503,
        .phrase = "Service Unavailable",
        .name_zh = "服务不可用",
        .defined_in = {3261, "21.5.4"},
        .category = Category::overload,
        .gist =
            {
                {.en = "overloaded, or in maintenance", .zh = "过载或维护中"},
            },
        .meaning =
            {
                {.en = "Temporary overload or maintenance keeps the server from processing the "
                       "request.",
                 .zh = "服务器因临时过载或维护，暂时无法处理请求。"},
                {.en = "Retry-After MAY tell when to retry; without it the client MUST act as if "
                       "it had received a 500.",
                 .zh = "可以用 Retry-After 头域说明何时重试；没有该头域时，客户端必须按收到 500 "
                       "处理。"},
                {.en = "Instead of sending 503, a server MAY refuse the connection or drop the "
                       "request.",
                 .zh = "服务器也可以拒绝连接或丢弃请求，而不返回 503。"},
                {.en = "A proxy SHOULD NOT forward a 503 unless it can serve no request at all; if "
                       "it received nothing else it SHOULD send 500.",
                 .zh = "代理服务器不应当转发 503，除非它什么请求都无法处理；若只收到 503，应当改发 "
                       "500。",
                 .cite = {3261, "16.7"}},
                {.en = "A client that found the server by DNS SHOULD send the request, with a new "
                       "branch, to the next server of the list.",
                 .zh = "客户端如果经 DNS 找到该服务器，应当换用新的 "
                       "branch，把请求发往列表中的下一个服务器。",
                 .cite = {3263, "4.3"}},
                {.en = "A client MUST act as after a 503, too, if the transport fails: then no "
                       "response is on the wire.",
                 .zh = "传输失败时，客户端也必须按收到 503 处理：此时线路上没有响应。",
                 .cite = {3261, "8.1.3.1"}},
                {.en = "An overloaded server with overload control MUST refuse some requests of "
                       "clients without it, by a 503 that has no Retry-After.",
                 .zh = "使用过载控制的服务器过载时，必须以不带 Retry-After 的 "
                       "503，拒绝不支持过载控制的客户端的部分请求。",
                 .cite = {7339, "5.10.2"}},
                {.en = "From a gateway it stands for a want of circuits or a fault of the network: "
                       "Q.850 causes 34, 38, 41, 42, 47, 58 and 88.",
                 .zh = "网关以它表示没有可用电路或网络故障等：Q.850 原因值 34、38、41、42、47、58 "
                       "和 88。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "An event state compositor MAY send it to slow this publisher down.",
                 .zh = "事件状态合成器可以用它减慢该发布方的速度。",
                 .methods = {publish},
                 .cite = {3903, "9"}},
                {.en = "With Retry-After, a UA that uses outbound SHOULD NOT tear its flow down "
                       "because of it.",
                 .zh = "带有 Retry-After 时，使用 outbound 的 UA 不应当因此拆除其流（flow）。",
                 .methods = {register_},
                 .cite = {5626, "4.2.2"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "From a trunk or SBC it is usually a limit: no channel free, or too many "
                       "calls per second; count the calls of that moment.",
                 .zh = "如果来自中继或 "
                       "SBC，通常是达到上限：没有空闲信道，或每秒呼叫数过多；看当时的呼叫数。",
                 .methods = {invite}},
                {.en = "Next, the way behind the sender is often down: its OPTIONS or INVITE to "
                       "the next hop found no response.",
                 .zh = "其次，往往是发送方之后的路径中断：它发往下一跳的 OPTIONS 或 INVITE "
                       "没有响应。",
                 .methods = {invite}},
                {.en = "Reason usually tells a full trunk (cause 34) from a fault of the network "
                       "(38, 41) or congestion (42).",
                 .zh = "Reason 通常可区分中继占满（原因值 34）、网络故障（38、41）和拥塞（42）。",
                 .methods = {invite}},
                {.en = "Real overload usually hits many requests of the same second, and often "
                       "with Retry-After.",
                 .zh = "真正的过载通常使同一秒内的许多请求失败，并且往往带有 Retry-After。"},
                {.en = "Many networks use it as a general refusal, often for faults that last: "
                       "retries then change nothing.",
                 .zh = "许多网络把它当作一般的拒绝，往往用于长期存在的故障，此时重试无济于事。"},
                {.en = "Usually many devices register at once, after an outage for instance, or "
                       "the registrar cannot reach its database.",
                 .zh = "通常是大量设备同时注册（例如故障恢复之后），或注册服务器连不上数据库。",
                 .methods = {register_}},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Retry-After",
                 .what = {.en = "how long the publisher has to wait", .zh = "发布方需等待的时间"},
                 .cite = {3903, "9"},
                 .methods = {publish}},
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "when to retry", .zh = "何时重试"},
                 .cite = {3261, "21.5.4"}},
                reason_from_gateway,
                warning_in_words,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::use_alternate_server, Next::spare_server,
                 Next::retry_later, Next::keep_session, Next::not_resubmitted},
    },
    {
        .code = 504,
        .phrase = "Server Time-out",
        .name_zh = "服务器超时",
        .defined_in = {3261, "21.5.5"},
        .category = Category::timeout,
        .gist =
            {
                {.en = "no response in time, or user needed",
                 .zh = "等待超时，或需用户确认",
                 .methods = {update}},
                {.en = "another server did not respond", .zh = "外部服务器未及时响应"},
            },
        .meaning =
            {
                {.en = "An external server that the server needed for this request did not respond "
                       "in time.",
                 .zh = "服务器为处理该请求而访问外部服务器，但没有及时收到其响应。"},
                {.en = "408 should be used instead if there was no response within the Expires "
                       "period of the request from upstream.",
                 .zh = "如果是在上游请求的 Expires 头域所定的期限内没有响应，则应改用 408。"},
                {.en = "A UAS that would have to ask its user about the change SHOULD reject the "
                       "UPDATE so; a re-INVITE can wait for the user.",
                 .zh = "UAS 若要先征得用户同意才能更改会话，应当如此拒绝 UPDATE；re-INVITE "
                       "则可等待用户。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "It can say that the event state compositor does not reach its database; "
                       "nothing has been published then.",
                 .zh = "它可表示事件状态合成器访问不了数据库；此时发布没有成功。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                {.en = "From a gateway it stands for Q.850 cause 102, recovery on timer expiry.",
                 .zh = "网关以它表示 Q.850 原因值 102，即定时器超时恢复。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the next hop of the sender is dead: its own request found no "
                       "response; the delay until the 504 is its timer.",
                 .zh = "通常是发送方的下一跳没有反应：它发出的请求没有响应，504 "
                       "之前的间隔就是其定时器。"},
                {.en = "After 32 s it is usually Timer B or F of a SIP request, after a few "
                       "seconds often DNS, a database or a shorter timer of an SBC.",
                 .zh = "32 秒后返回，通常是 SIP 请求的 Timer B 或 Timer F；几秒后返回，往往是 "
                       "DNS、数据库或 SBC 较短的定时器。"},
                {.en = "In IMS networks a core server or the user database is often out of reach; "
                       "a body application/3gpp-ims+xml often says more.",
                 .zh = "在 IMS 网络中，往往是核心服务器或用户数据库不可达；消息体 "
                       "application/3gpp-ims+xml 中常有更多信息。"},
                {.en = "The callee is usually not the one who kept the server waiting.",
                 .zh = "通常并不是被叫让服务器等待。",
                 .methods = {invite}},
            },
        .headers = {reason_from_gateway, warning_in_words},
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::look_downstream, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 505,
        .phrase = "Version Not Supported",
        .name_zh = "版本不支持",
        .defined_in = {3261, "21.5.6"},
        .category = Category::capability,
        .gist =
            {
                {.en = "wrong SIP version", .zh = "SIP 版本不受支持"},
            },
        .meaning =
            {
                {.en = "The request uses a SIP version that the server does not, or will not, "
                       "support.",
                 .zh = "服务器不支持或拒绝支持请求所用的 SIP 协议版本。"},
                {.en = "Apart from this error message, the server cannot or will not complete the "
                       "request with the client's major version.",
                 .zh = "除返回此错误外，服务器不能或不愿用客户端的主版本完成该请求。"},
                {.en = "Whoever follows RFC 3261 sends SIP/2.0 in the request line (section 7.1).",
                 .zh = "遵循 RFC 3261 的实现，在请求行中使用 SIP/2.0（第 7.1 节）。"},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the request line is damaged or is no SIP at all, as from a scanner "
                       "or a web client: look at its end.",
                 .zh = "通常是请求行损坏，或根本不是 "
                       "SIP，例如来自扫描程序或网页客户端：看请求行的末尾。"},
                {.en = "If the request line does end in SIP/2.0, the fault is usually with the "
                       "server.",
                 .zh = "如果请求行确实以 SIP/2.0 结尾，通常是服务器有误。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::use_supported_version, Next::not_resubmitted},
    },
    {
        .code = 513,
        .phrase = "Message Too Large",
        .name_zh = "消息过大",
        .defined_in = {3261, "21.5.7"},
        .category = Category::request,
        .gist =
            {
                {.en = "request longer than server takes", .zh = "请求过长，服务器无法处理"},
            },
        .meaning =
            {
                {.en = "The server could not process the request because the message is longer "
                       "than it can handle.",
                 .zh = "消息长度超过服务器的处理能力，服务器无法处理该请求。"},
                {.en = "It is about the message as a whole; 413 is about the body, 414 about the "
                       "Request-URI.",
                 .zh = "它针对整个消息；413 针对消息体，414 针对 Request-URI。"},
                {.en = "A UAS may also send it if a body that is only referred to by a URL is too "
                       "large.",
                 .zh = "消息体只以 URL 间接给出、而其大小超限时，UAS 也可返回 513。",
                 .cite = {4483, "5.9"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the SDP has grown, by many codecs, video, keys or ICE candidates, "
                       "or there are too many Via, Route and History-Info values.",
                 .zh = "通常是 SDP 过大，含有许多编解码、视频、密钥或 ICE 候选，或 "
                       "Via、Route、History-Info 等过多。",
                 .methods = {invite, update, prack}},
                {.en = "The limit is usually a fixed buffer of the server: compare the length with "
                       "that of requests that succeed.",
                 .zh = "上限通常是服务器固定大小的缓冲区：与成功的请求比较长度。"},
                {.en = "Over UDP a long message is often simply lost as a fragment, and no 513 "
                       "comes at all.",
                 .zh = "在 UDP 上，过长的消息往往因分片而丢失，根本不会有 513。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::shrink_message, Next::not_resubmitted},
    },
    {
        .code = 555,
        .phrase = "Push Notification Service Not Supported",
        .name_zh = "推送通知服务不支持",
        .defined_in = {8599, "8.1"},
        .category = Category::capability,
        .gist =
            {
                {.en = "push service not supported",
                 .zh = "不支持该推送通知服务",
                 .methods = {register_}},
                {.en = "defined for REGISTER only", .zh = "仅用于 REGISTER"},
            },
        .meaning =
            {
                {.en = "The server does not support the push notification service that the UA "
                       "names in pn-provider.",
                 .zh = "服务器不支持 UA 在 pn-provider 参数中指定的推送通知服务。",
                 .methods = {register_}},
                {.en = "It is defined for REGISTER only.", .zh = "它只为 REGISTER 定义。"},
                {.en = "To this method it has no defined meaning; a client that does not know it "
                       "treats it like 500.",
                 .zh = "没有定义它对此方法的含义；不认识它的客户端按 500 处理。",
                 .methods = not_register},
                {.en = "A proxy MAY send it only if it knows that no other proxy supports the "
                       "service either.",
                 .zh = "代理服务器只有知道其他代理服务器也都不支持该服务时，才可以返回此响应。",
                 .methods = {register_}},
                {.en = "After it, as after any response but a 2xx, the UA MUST NOT assume that a "
                       "proxy will request push notifications.",
                 .zh = "收到它（以及任何非 2xx 响应）之后，UA 不得认为会有代理服务器请求推送通知。",
                 .methods = {register_},
                 .cite = {8599, "4.1.1"}},
                {.en = "To a query without a service in pn-provider, it says that the network "
                       "supports no push service at all.",
                 .zh = "如果是查询，且 pn-provider "
                       "中没有指定服务，则表示网络不支持任何推送通知服务。",
                 .methods = {register_},
                 .cite = {8599, "4.1.5"}},
            },
        .practice =
            {
                {.en = "Usually the proxy is not set up for this service: look at pn-provider, "
                       "pn-param and pn-prid in the Contact of the REGISTER.",
                 .zh = "通常是代理服务器没有配置该服务：看 REGISTER 的 Contact 中的 "
                       "pn-provider、pn-param 和 pn-prid。",
                 .methods = {register_}},
                {.en = "More often than 555, a 200 without Feature-Caps: +sip.pns shows that "
                       "nobody on the way supports push.",
                 .zh = "比 555 更常见的是 200 中没有带 +sip.pns 的 "
                       "Feature-Caps，即途中无人支持推送。",
                 .methods = {register_}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::do_without_push, Next::not_resubmitted},
    },
    {
        .code = 580,
        .phrase = "Precondition Failure",
        .name_zh = "前置条件失败",
        .defined_in = {3312, "8"},
        .category = Category::capability,
        .gist =
            {
                {.en = "precondition not met", .zh = "前置条件未满足", .methods = with_offer},
                {.en = "defined for offers only", .zh = "仅用于带 offer 的请求"},
            },
        .meaning =
            {
                {.en = "The UAS cannot, or will not, meet the preconditions in the offer, such as "
                       "the reservation of network resources.",
                 .zh = "UAS 不能或不愿满足 offer 中的前置条件，例如预留网络资源。"},
                {.en = "The response SHOULD have SDP that shows which precondition failed; this "
                       "SDP is neither an offer nor an answer.",
                 .zh = "响应应当带有 SDP，指明未满足的前置条件；该 SDP 既不是 offer，也不是 "
                       "answer。"},
                {.en = "In this SDP every port MUST be zero, and the a=des line of the "
                       "precondition at fault MUST say failure.",
                 .zh = "该 SDP 中所有端口必须为零，出问题的前置条件的 a=des 行必须标为 failure。",
                 .methods = with_offer,
                 .cite = {3312, "8"}},
                {.en = "It suits an offer in an INVITE or UPDATE; an offer that came in a response "
                       "cannot be refused so.",
                 .zh = "它适用于 INVITE 或 UPDATE 中的 offer；响应中的 offer 不能这样拒绝。",
                 .methods = with_offer,
                 .cite = {3312, "8"}},
                {.en = "A request of this method carries no offer: to it the code has no defined "
                       "meaning.",
                 .zh = "此方法的请求不带 offer：没有定义此状态码对它的含义。",
                 .methods = without_offer},
            },
        .practice =
            {
                {.en = "Usually the mobile network could not set up the bearer with the quality "
                       "asked for: radio coverage, contract or policy.",
                 .zh = "通常是移动网络未能建立所需质量的承载：无线覆盖、签约或策略的原因。",
                 .methods = with_offer},
                {.en = "The a=curr and a=des lines of the SDP usually show whose segment failed: "
                       "local, remote or e2e.",
                 .zh = "看 SDP 的 a=curr 和 a=des 行，通常可知是哪一段失败：local、remote 或 e2e。",
                 .methods = with_offer},
                {.en = "If it comes only after some seconds, usually the waiting time for the "
                       "reservation ran out, often for want of an UPDATE.",
                 .zh = "如果数秒之后才返回，通常是等待资源预留超时，往往是没有收到 UPDATE。",
                 .methods = {invite}},
                {.en = "A peer that does not know preconditions at all usually sends 420 instead.",
                 .zh = "完全不认识前置条件的对端，通常改为返回 420。",
                 .methods = with_offer},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Content-Type",
                 .what = {.en = "application/sdp, for the SDP that shows the failure",
                          .zh = "application/sdp，用于指明失败的 SDP"},
                 .cite = {3312, "8"},
                 .methods = with_offer},
                reason_from_gateway,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::change_preconditions, Next::keep_session,
                 Next::not_resubmitted},
    },
};
static_assert(well_formed(table_5xx, codes_5xx, 500),
              "5xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
