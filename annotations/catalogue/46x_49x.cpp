// SPDX-License-Identifier: MIT
// The request failures 469 to 494. RFC 3261 sections 9, 11 to 16 and 21.4, RFC 5057 section 5.1,
// and the RFCs that the entries cite.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> not_info = {invite, ack,       bye,    cancel, register_, options, prack,
                                  update, subscribe, notify, refer,  message,   publish, other};
// RFC 5365 to 5368
constexpr Set<Method> with_uri_list = {invite, subscribe, refer, message};
constexpr Set<Method> without_uri_list = {ack,    bye,  cancel, register_, options, prack,
                                          update, info, notify, publish,   other};
constexpr Set<Method> to_a_callee = {invite, options, subscribe, refer, message};
constexpr Set<Method> in_a_call = {invite, update, info, refer, options, message};
constexpr Set<Method> with_offer = {invite, prack, update};
constexpr Set<Method> without_offer = {bye,   register_, info,    subscribe, notify,
                                       refer, message,   publish, other};
constexpr Set<Method> not_cancellable = {bye,       register_, options, prack,   update,  info,
                                         subscribe, notify,    refer,   message, publish, other};
constexpr Set<Method> of_events = {subscribe, notify, publish};
constexpr Set<Method> not_of_events = {invite, ack,    bye,  cancel, register_, options,
                                       prack,  update, info, refer,  message,   other};
constexpr Set<Method> neither_invite_nor_update = {
    bye, register_, options, prack, info, subscribe, notify, refer, message, publish, other};

// 477, 478
constexpr Sentence about_the_path = {
    .en = "It says something about the path only, nothing about the callee.",
    .zh = "它只说明路径有问题，与被叫无关。"};

}  // namespace

constexpr ResponseCode table_46x_49x[] = {
    {
        .code = 469,
        .phrase = "Bad Info Package",
        .name_zh = "不支持的 Info Package",
        .defined_in = {6086, "4.2.2"},
        .category = Category::capability,
        .gist =
            {
                {.en = "INFO package not accepted",
                 .zh = "不接收该 Info Package",
                 .methods = {info}},
                {.en = "defined for INFO only", .zh = "仅用于 INFO"},
            },
        .meaning =
            {
                {.en = "The INFO belongs to an Info Package that the UA has not declared willing "
                       "to receive.",
                 .zh = "此 INFO 所属的 Info Package，不在该 UA 声明愿意接收的范围之内。",
                 .methods = {info}},
                {.en = "The response MUST list in Recv-Info the packages that the UA is willing to "
                       "receive.",
                 .zh = "响应必须包含 Recv-Info 头域，列出该 UA 愿意接收的 Info Package。",
                 .methods = {info}},
                {.en = "The list is the one in force: the UA MUST NOT change it by this response.",
                 .zh = "所列的是现行的列表：UA 不得借此响应更改它。",
                 .methods = {info},
                 .cite = {6086, "4.2.2"}},
                {.en = "Only this INFO fails: its sender MUST NOT end the call because of the 469.",
                 .zh = "失败的只是这个 INFO：其发送方不得因 469 而结束呼叫。",
                 .methods = {info},
                 .cite = {6086, "4.2.1"}},
                {.en = "RFC 6086 defines the code for INFO only; to this method it has no defined "
                       "meaning.",
                 .zh = "RFC 6086 只为 INFO 定义此状态码，没有定义它对此方法的含义。",
                 .methods = not_info},
            },
        .practice =
            {
                {.en = "Usually the peer had never listed the package: compare Info-Package with "
                       "the Recv-Info of its last INVITE, UPDATE or 2xx.",
                 .zh = "通常是对端从未列出该包：比较 Info-Package 与对端最近的 INVITE、UPDATE 或 "
                       "2xx 中的 Recv-Info。",
                 .methods = {info}},
                {.en = "If it had been listed, the peer has often just changed its list, and the "
                       "INFO crossed with that message.",
                 .zh = "如果曾经列出过，往往是对端刚更改了列表，而 INFO 与那条消息交错。",
                 .methods = {info}},
                {.en = "An INFO without Info-Package, such as DTMF or a video refresh, belongs to "
                       "no package; a 469 to it is usually a fault of its sender.",
                 .zh = "没有 Info-Package 的 INFO（例如 DTMF、视频刷新）不属于任何包；对它返回 "
                       "469，通常是响应方有误。",
                 .methods = {info}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Recv-Info",
                 .what = {.en = "the packages that the UA is willing to receive",
                          .zh = "该 UA 愿意接收的 Info Package"},
                 .cite = {6086, "4.2.2"},
                 .methods = {info}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_package, Next::not_resubmitted},
    },
    {
        .code = 470,
        .phrase = "Consent Needed",
        .name_zh = "需要对方同意",
        .defined_in = {5360, "5.9.2"},
        .category = Category::refusal,
        .gist =
            {
                {.en = "a recipient has not consented", .zh = "有接收方尚未同意"},
            },
        .meaning =
            {
                {.en = "The request carries a list of URIs, and for one of them at least the relay "
                       "has no permission to send there.",
                 .zh = "请求带有 URI 列表，而中继服务器尚未获准向其中至少一个 URI 发送。"},
                {.en = "Permission-Missing SHOULD list those URIs.",
                 .zh = "响应应当用 Permission-Missing 头域列出这些 URI。"},
                {.en = "Without Permission-Missing, the client has to find out otherwise which "
                       "permissions are missing, by XCAP for example.",
                 .zh = "没有 Permission-Missing 头域时，客户端需以其他方式查明缺少哪些许可，例如用 "
                       "XCAP。",
                 .methods = with_uri_list,
                 .cite = {5360, "5.9.2"}},
                {.en = "As long as one permission is missing, the relay MUST NOT send the request "
                       "to any URI of the list.",
                 .zh = "只要缺少一个许可，中继服务器就不得向列表中的任何 URI 发送该请求。",
                 .methods = with_uri_list,
                 .cite = {5360, "5.9.1"}},
                {.en = "URI lists are defined for INVITE, SUBSCRIBE, REFER and MESSAGE (RFC 5365 "
                       "to 5368), not for this method.",
                 .zh = "URI 列表是为 INVITE、SUBSCRIBE、REFER 和 MESSAGE 定义的（RFC 5365 至 "
                       "5368），而非此方法。",
                 .methods = without_uri_list},
                message_not_delivered,
                refer_not_taken,
            },
        .practice =
            {
                {.en = "Usually somebody new is on the list: compare Permission-Missing with the "
                       "list in the body of the request.",
                 .zh = "通常是列表中新加了接收方：比较 Permission-Missing 与请求消息体中的列表。",
                 .methods = with_uri_list},
                {.en = "If the relay has already asked, by a MESSAGE with a permission document, "
                       "the recipient has often just not agreed yet.",
                 .zh = "如果中继服务器已发出带许可文档的 MESSAGE 征求许可，往往只是对方尚未同意。",
                 .methods = with_uri_list},
                {.en = "The code is rare: it usually comes from servers for group messages or "
                       "conferences.",
                 .zh = "此状态码少见，通常来自群发消息或会议的服务器。"},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Permission-Missing",
                 .what = {.en = "the URIs for which a permission is missing",
                          .zh = "缺少许可的 URI"},
                 .cite = {5360, "5.9.2"}},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "proxy cannot send to next hop", .zh = "代理服务器无法发往下一跳"},
            },
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not send the request to "
                       "the next hop, for example because a connection was closed or refused.",
                 .zh = "SER 系列的代理服务器（例如 "
                       "Kamailio）未能把请求发往下一跳，例如连接已关闭或被拒绝。"},
                internal_error_number,
                about_the_path,
                message_not_delivered,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the connection to the phone is gone: it registered over TCP, "
                       "TLS or WebSocket, and the connection or its NAT mapping has ended since.",
                 .zh = "最常见的是到话机的连接已失效：话机经 TCP、TLS 或 WebSocket "
                       "注册，此后连接或 NAT 映射已断开。"},
                {.en = "Next, the proxy often has no socket for the transport or address family of "
                       "the next hop: TLS or IPv6 is not enabled, for instance.",
                 .zh = "其次，代理服务器往往没有适合下一跳的传输协议或地址族的套接字，例如未启用 "
                       "TLS 或 IPv6。"},
                {.en = "On the outgoing side of the proxy there is usually a TCP reset, a SYN "
                       "without SYN-ACK, an ICMP error, or no attempt at all.",
                 .zh = "在代理服务器的出口侧，通常可见 TCP RST、没有 SYN-ACK 的 SYN、ICMP "
                       "错误，或根本没有发送。"},
                {.en = "The brackets at the end of the phrase usually name the module that gave "
                       "up: TM with a transaction, SL without one.",
                 .zh = "原因短语末尾的括号通常注明放弃发送的模块：TM 为有事务，SL 为无事务。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "next hop does not resolve", .zh = "下一跳无法解析"},
            },
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not resolve the address "
                       "of the next hop.",
                 .zh = "SER 系列的代理服务器（例如 Kamailio）无法解析下一跳的地址。"},
                internal_error_number,
                about_the_path,
                message_not_delivered,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the domain is mistyped or lacks its A, AAAA or SRV record: look "
                       "for a DNS query just before, with NXDOMAIN or an empty result.",
                 .zh = "最常见的是域名有误，或缺少 A、AAAA 或 SRV 记录：看此前的 DNS 查询是否返回 "
                       "NXDOMAIN 或空结果。"},
                {.en = "If no name resolves, the DNS server of the proxy is usually out of reach: "
                       "its queries find no response.",
                 .zh =
                     "如果所有域名都无法解析，通常是代理服务器的 DNS 服务器不可达：查询没有响应。"},
                {.en = "The name often stands in Route, in the Request-URI, or in a Contact that a "
                       "phone registered with a host name of its own network.",
                 .zh =
                     "该域名常见于 Route、Request-URI，或话机以其内部网络的主机名注册的 Contact。"},
                {.en = "A failed lookup is usually cached, so that later calls show no DNS query "
                       "at all.",
                 .zh = "失败的查询结果通常会被缓存，此后的呼叫中就看不到 DNS 查询。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "URI not usable by the proxy", .zh = "代理服务器无法处理 URI"},
            },
        .meaning =
            {
                {.en = "A proxy of the SER family, such as Kamailio, could not parse a URI that it "
                       "needed to forward the request.",
                 .zh = "SER 系列的代理服务器（例如 Kamailio）无法解析转发请求所需的某个 URI。"},
                internal_error_number,
                message_not_delivered,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the Request-URI, a Route or a registered Contact is malformed: "
                       "a blank, a bad port or an unescaped character, for instance.",
                 .zh = "最常见的是 Request-URI、Route 或已注册的 Contact "
                       "格式有误，例如含空格、端口错误或有未转义的字符。"},
                {.en = "If the request looks sound, the script of the proxy has usually rewritten "
                       "the URI wrongly, with an empty user or host for instance.",
                 .zh = "如果请求看来无误，通常是代理服务器的脚本改写 URI "
                       "时出错，例如用户或主机部分为空。"},
                {.en = "The faulty URI is often not in the received request at all; the log of the "
                       "proxy usually shows it.",
                 .zh = "有问题的 URI 往往不在收到的请求中；代理服务器的日志通常会记录它。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "callee unavailable now",
                 .zh = "被叫当前不可用",
                 .methods = {invite, options}},
                {.en = "recipient unavailable now", .zh = "接收方当前不可用"},
            },
        .meaning =
            {
                {.en = "The callee's end system was reached, but the callee is unavailable now, "
                       "for example not logged in, logged in but unable to communicate, or in “do "
                       "not disturb”.",
                 .zh = "已联系到被叫的终端，但被叫当前不可用，例如未登录、虽已登录但处于无法通信的"
                       "状态，或启用了“请勿打扰”。"},
                {.en = "The reason phrase SHOULD indicate a more precise cause, and the UA SHOULD "
                       "be able to set it.",
                 .zh = "原因短语应当指出被叫不可用的更确切原因，并且应当可由 UA 设定。"},
                {.en =
                     "486 MAY be used to tell a particular reason for the failure more precisely.",
                 .zh = "可以用 486 更确切地表示呼叫失败的某个特定原因。"},
                better_time_to_call,
                {.en = "The user is perhaps available elsewhere, unknown to this server.",
                 .zh = "用户也可能在别处可用，只是本服务器不知道。"},
                {.en = "A redirect server or proxy also returns it when it knows the user of the "
                       "Request-URI, but has no valid forwarding location for that user now.",
                 .zh = "重定向服务器或代理服务器认识 Request-URI "
                       "所指的用户、但当前没有该用户的有效转发位置时，也返回此响应。"},
                {.en = "If it finds no target for the request, a proxy MUST send an error "
                       "response, and that SHOULD be 480.",
                 .zh = "代理服务器找不到请求的任何目标时，必须返回错误响应，且应当是 480。",
                 .methods = to_a_callee,
                 .cite = {3261, "16.5"}},
                {.en = "Preferences of the caller in Accept-Contact or Reject-Contact can also "
                       "leave no target.",
                 .zh = "主叫在 Accept-Contact 或 Reject-Contact "
                       "头域中提出的要求，也可能使目标一个不剩。",
                 .methods = to_a_callee,
                 .cite = {3841, "7.2.4"}},
                {.en = "A proxy that has asked for a push notification MUST send it if the UA has "
                       "not registered in time.",
                 .zh = "代理服务器请求推送通知后，UA 没有及时注册，则必须返回 480。",
                 .methods = to_a_callee,
                 .cite = {8599, "5.6.2"}},
                {.en =
                     "With Warning 380 the UAS refuses sips URIs, with 381 it takes nothing else.",
                 .zh = "警告码 380 表示 UAS 拒绝 sips URI，381 则表示只接受 sips URI。",
                 .methods = to_a_callee,
                 .cite = {5630, "5.1.2"}},
                {.en = "After Warning 380 the UAC MUST NOT replace sips by sip automatically.",
                 .zh = "收到警告码 380 后，UAC 不得自动把 sips 换成 sip 重试。",
                 .methods = to_a_callee,
                 .cite = {5630, "5.1.1"}},
                {.en = "From a gateway it stands for Q.850 cause 19, 20 or 31: no answer, user "
                       "absent, or unspecified.",
                 .zh = "网关以它表示 Q.850 原因值 19、20 或 31：无人接听、用户缺席或未规定。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "Within a dialog, Retry-After tells until when no further requests of that "
                       "call or subscription should be sent.",
                 .zh = "在对话中，到 Retry-After 指定的时间之前，该呼叫或订阅不应再发送请求。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                options_like_invite,
                no_callee,
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the phone is not registered: the server responds within "
                       "milliseconds, and no INVITE goes out to the phone.",
                 .zh = "最常见的是话机没有注册：服务器在几毫秒内就返回，没有 INVITE 发往话机。",
                 .methods = {invite}},
                {.en = "If the phone itself sends it at once, “do not disturb” is usually on; "
                       "Server or User-Agent shows whose response it is.",
                 .zh = "如果是话机自己立即返回，通常是启用了“请勿打扰”；看 Server 或 User-Agent "
                       "可知由谁返回。",
                 .methods = {invite}},
                {.en = "After a 180 and some 20 to 60 s, usually nobody answered: a ring timer, or "
                       "cause 19 in Reason.",
                 .zh = "在 180 之后约 20 至 60 秒返回，通常是无人接听：振铃定时器到期，或 Reason "
                       "中为原因值 19。",
                 .methods = {invite}},
                {.en = "Cause 20 in Reason usually means a mobile that is switched off or out of "
                       "coverage.",
                 .zh = "Reason 中为原因值 20，通常是手机关机或不在服务区。",
                 .methods = {invite}},
                {.en = "SBCs and carriers often use it for other failures too: trunk down, "
                       "congestion, number not routed.",
                 .zh = "SBC 和运营商也常用它表示其他故障：中继中断、拥塞、号码没有路由。",
                 .methods = {invite}},
                {.en = "To a REGISTER it is unusual: often an SBC or proxy on the way cannot reach "
                       "the registrar.",
                 .zh = "对 REGISTER 返回 480 不常见，往往是途中的 SBC "
                       "或代理服务器联系不上注册服务器。",
                 .methods = {register_}},
                {.en = "Usually the recipient is offline and nobody stores the message.",
                 .zh = "通常是接收方不在线，又没有服务器代为存储消息。",
                 .methods = {message}},
                {.en = "Usually the device that is asked for its state, or is to act, is not "
                       "registered.",
                 .zh = "通常是被订阅或被要求执行操作的设备没有注册。",
                 .methods = {subscribe, refer, options}},
                {.en = "Within a dialog it is unusual: often an SBC has lost its way to the other "
                       "side.",
                 .zh = "在对话中返回 480 不常见，往往是 SBC 到另一侧的路径已中断。",
                 .methods = {bye, update, info, prack, notify}},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Warning",
                 .what = {.en = "380 or 381, if sips or sip is what the UAS refuses",
                          .zh = "380 或 381，如果 UAS 拒绝的是 sips 或 sip"},
                 .cite = {5630, "5.1.2"},
                 .methods = to_a_callee},
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "a better time to call", .zh = "更合适的呼叫时间"},
                 .cite = {3261, "21.4.18"}},
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_usage,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::call_later, Next::try_elsewhere, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 481,
        .phrase = "Call/Transaction Does Not Exist",
        .name_zh = "呼叫/事务不存在",
        .defined_in = {3261, "21.4.19"},
        .category = Category::state,
        .gist =
            {
                {.en = "the call is already gone", .zh = "呼叫早已不存在", .methods = {bye}},
                {.en = "no INVITE left to cancel",
                 .zh = "没有可取消的 INVITE",
                 .methods = {cancel}},
                {.en = "no reliable 1xx fits the PRACK",
                 .zh = "没有匹配的可靠 1xx",
                 .methods = {prack}},
                {.en = "no such subscription",
                 .zh = "没有这个订阅",
                 .methods = {subscribe, notify}},
                {.en = "no such dialog at the peer", .zh = "对端没有这个对话"},
            },
        .meaning =
            {
                {.en = "No existing dialog or transaction of the UAS matches the request.",
                 .zh = "UAS 收到的请求与任何现有的对话或事务都不匹配。"},
                {.en = "If the To tag belongs to no dialog of the UAS, and it does not recreate "
                       "that dialog, it MUST send 481.",
                 .zh = "如果 To 头域的 tag 不属于 UAS 的任何对话，而它又不重建该对话，则必须返回 "
                       "481。",
                 .methods = {invite, update, info, refer, options, message, subscribe},
                 .cite = {3261, "12.2.2"}},
                {.en = "To an INVITE with Replaces it says that no dialog fits, or only an early "
                       "one that the UAS did not initiate.",
                 .zh = "对带 Replaces 的 INVITE，它表示没有相符的对话，或者只有并非由该 UAS "
                       "发起的早期对话。",
                 .methods = {invite},
                 .cite = {3891, "3"}},
                {.en = "To an INVITE with Join it says that no dialog fits.",
                 .zh = "对带 Join 的 INVITE，它表示没有相符的对话。",
                 .methods = {invite},
                 .cite = {3911, "4"}},
                {.en = "A UAS SHOULD send it to a BYE that matches no dialog, one without tags for "
                       "instance.",
                 .zh = "BYE 与任何对话都不匹配时（例如没有 tag），UAS 应当返回 481。",
                 .methods = {bye},
                 .cite = {3261, "15.1.2"}},
                {.en = "It concerns the CANCEL alone: no transaction matches it; the call of the "
                       "INVITE is not affected.",
                 .zh = "它只涉及 CANCEL 本身：没有匹配的事务；INVITE 的呼叫不受影响。",
                 .methods = {cancel},
                 .cite = {5057, "5.1"}},
                {.en = "If the CANCEL crossed a 2xx to the INVITE, the call stands: only a BYE "
                       "ends it.",
                 .zh = "如果 CANCEL 与 INVITE 的 2xx 交错，则呼叫已建立，要用 BYE 才能结束。",
                 .methods = {cancel},
                 .cite = {5407, "3.1.2"}},
                {.en = "The UAS MUST send it if the PRACK matches no reliable provisional response "
                       "that is still unacknowledged.",
                 .zh = "PRACK 与任何尚未确认的可靠临时响应都不匹配时，UAS 必须返回 481。",
                 .methods = {prack},
                 .cite = {3262, "3"}},
                {.en = "A subscriber MUST send it to a NOTIFY that matches none of its "
                       "subscriptions, unless another 4xx or 5xx fits better.",
                 .zh =
                     "NOTIFY 与任何订阅都不匹配时，订阅方必须返回 481，除非有更合适的 4xx 或 5xx。",
                 .methods = {notify},
                 .cite = {6665, "4.1.3"}},
                {.en = "After Timer N the subscriber SHOULD also refuse with it a NOTIFY that "
                       "would set up one more subscription.",
                 .zh = "Timer N 到期之后，对于会再建立一个订阅的 NOTIFY，订阅方也应当以 481 拒绝。",
                 .methods = {notify},
                 .cite = {6665, "4.1.2.4"}},
                {.en =
                     "To go on, the subscriber subscribes anew, with a fresh Call-ID and From tag.",
                 .zh = "若要继续，订阅方以新的 Call-ID 和 From tag 重新订阅。",
                 .methods = {subscribe},
                 .cite = {6665, "4.1.2.2"}},
                message_not_delivered,
                refer_not_taken,
                {.en = "REGISTER and PUBLISH need no dialog: to them the code has no defined "
                       "meaning.",
                 .zh = "REGISTER 和 PUBLISH 不需要对话：没有定义此状态码对它们的含义。",
                 .methods = {register_, publish}},
            },
        .practice =
            {
                {.en = "Most often the peer or an SBC has restarted or failed over and lost the "
                       "call, or the call has ended: look for a BYE before.",
                 .zh = "最常见的是对端或 SBC 重启或切换后丢失了呼叫，或呼叫已结束：看之前是否有 "
                       "BYE。",
                 .methods = in_a_call},
                {.en = "Next, the request has usually gone astray: compare its Request-URI, Route "
                       "and tags with Contact, Record-Route and tags of the 2xx.",
                 .zh = "其次，通常是请求走错了路：将其 Request-URI、Route 和 tag 与 2xx 的 "
                       "Contact、Record-Route 和 tag 比较。",
                 .methods = in_a_call},
                {.en = "In an attended transfer the call that Replaces names has usually ended "
                       "already, or an SBC has changed its Call-ID or tags.",
                 .zh = "在咨询转接中，通常是 Replaces 所指的呼叫已经结束，或 SBC 改变了它的 "
                       "Call-ID 或 tag。",
                 .methods = {invite}},
                {.en = "Usually it is harmless: both sides hung up at the same time, and a BYE "
                       "came from the other side just before.",
                 .zh = "通常无害：双方同时挂机，对方的 BYE 刚刚到达。",
                 .methods = {bye}},
                {.en = "If there is no such BYE, the peer has often cleared the call already, "
                       "after a restart, a media timeout or an expired session timer.",
                 .zh =
                     "如果没有那个 BYE，往往是对端因重启、媒体超时或会话定时器到期，早已清除呼叫。",
                 .methods = {bye}},
                {.en = "Usually the CANCEL crossed with the final response to the INVITE: compare "
                       "their times.",
                 .zh = "通常是 CANCEL 与 INVITE 的最终响应交错：比较两者的时间。",
                 .methods = {cancel}},
                {.en = "If not, the branch of its top Via often differs from that of the INVITE, "
                       "or it reached another server of a cluster.",
                 .zh = "否则，往往是顶层 Via 的 branch 与 INVITE 的不同，或 CANCEL "
                       "到了集群中的另一台服务器。",
                 .methods = {cancel}},
                {.en = "Most likely RAck does not fit RSeq and CSeq of the 1xx: a B2BUA has "
                       "renumbered them, or another PRACK came first.",
                 .zh = "最可能是 RAck 与 1xx 的 RSeq 和 CSeq 不符：B2BUA 改了编号，或另一个 PRACK "
                       "已先到。",
                 .methods = {prack}},
                {.en = "Usually the subscriber has restarted or given the subscription up, or "
                       "never had one, as with unsolicited message waiting.",
                 .zh = "通常是订阅方重启过、已放弃订阅，或从未订阅，例如主动下发的留言提示。",
                 .methods = {notify}},
                {.en = "Usually the notifier has restarted, or the refresh came after the expiry: "
                       "set the time against Expires of the last 2xx.",
                 .zh = "通常是通知方重启过，或刷新晚于到期时间：以上一个 2xx 的 Expires 对照时间。",
                 .methods = {subscribe}},
            },
        .headers = {warning_in_words},
        .dialog = DialogEffect::ends_usage,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::end_dialog, Next::dialog_gone, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 482,
        .phrase = "Loop Detected",
        .name_zh = "检测到环路",
        .defined_in = {3261, "21.4.20"},
        .category = Category::routing,
        .gist =
            {
                {.en = "loop, or the same request twice", .zh = "环路，或同一请求重复到达"},
            },
        .meaning =
            {
                {.en = "The server has detected a loop: a request that it had forwarded came back "
                       "to it (section 16.3, item 4).",
                 .zh = "服务器检测到环路：它转发过的请求又回到了自己（第 16.3 节第 4 项）。"},
                {.en = "If one request reaches a UAS over several paths, the UAS SHOULD send 482 "
                       "to all but the first of them.",
                 .zh = "同一请求经多条路径到达 UAS 时，UAS 应当对第一个以外的各个请求返回 482。",
                 .cite = {3261, "8.2.2.2"}},
                {.en = "A proxy that is required to look for loops MUST reject a request that has "
                       "looped with 482.",
                 .zh = "有义务检测环路的代理服务器，必须以 482 拒绝已成环的请求。",
                 .cite = {5393, "4.2.2"}},
                {.en =
                     "A request that comes by again with other routing data, a spiral, is no loop.",
                 .zh = "请求再次经过，但选路依据已不同，称为螺旋（spiral），不是环路。",
                 .cite = {3261, "16.3"}},
                {.en = "A client that sent the request to several servers goes by the response "
                       "that is not this 482.",
                 .zh = "客户端若把请求发给了多个服务器，则以 482 以外的响应为准。",
                 .cite = {5057, "5.1"}},
                {.en = "Within a dialog it is out of place: a proxy has built Record-Route "
                       "wrongly, or the request forked and merged.",
                 .zh = "在对话中不该出现：途中的代理服务器构造的 Record-Route "
                       "有误，或请求分叉后又合并。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often two servers pass the request to each other, each taking the "
                       "other for responsible: the same hosts recur in Via.",
                 .zh = "最常见的是两台服务器互相转发，各以为对方负责：Via 中反复出现相同的主机。"},
                {.en = "Next, a call forwarding or a ring group often leads back to the number "
                       "that was called.",
                 .zh = "其次，往往是呼叫前转或振铃组又指回了被叫号码。",
                 .methods = {invite}},
                {.en = "If another copy with the same Call-ID, From tag and CSeq goes on, it is "
                       "usually a merged request after forking, and harmless.",
                 .zh = "如果 Call-ID、From tag 和 CSeq "
                       "相同的另一份请求仍在进行，通常是分叉后的合并请求，没有害处。"},
                {.en = "A server that does not know its own domain or address often sends the "
                       "request to itself.",
                 .zh = "服务器如果不认识自己的域名或地址，往往会把请求发给自己。"},
            },
        .headers = {warning_in_words},
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::fix_routing, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 483,
        .phrase = "Too Many Hops",
        .name_zh = "跳数过多",
        .defined_in = {3261, "21.4.21"},
        .category = Category::routing,
        .gist =
            {
                {.en = "Max-Forwards used up", .zh = "Max-Forwards 已用尽"},
            },
        .meaning =
            {
                {.en = "The server received a request whose Max-Forwards header field is zero.",
                 .zh = "服务器收到的请求中，Max-Forwards 头域的值为 0。"},
                {.en = "Every server that forwards a request lowers the value by one: this request "
                       "took too many hops, or went round in a loop.",
                 .zh =
                     "每个转发请求的服务器都将该值减 1，所以请求经过的跳数过多，或是陷入了环路。"},
                {.en = "The proxy MUST NOT forward it; unless it responds to an OPTIONS itself, it "
                       "MUST send 483.",
                 .zh = "代理服务器不得转发它；除非自己响应 OPTIONS，否则必须返回 483。",
                 .cite = {3261, "16.3"}},
                {.en = "A server MAY itself respond to an OPTIONS with Max-Forwards 0; so a client "
                       "can probe the servers hop by hop.",
                 .zh = "服务器可以自己响应 Max-Forwards 为 0 的 "
                       "OPTIONS，客户端由此可逐跳探测各服务器。",
                 .methods = {options},
                 .cite = {3261, "11"}},
                {.en = "Within a dialog, a larger Max-Forwards can help; without one the dialog "
                       "has to be given up.",
                 .zh = "在对话中，加大 Max-Forwards 可能奏效；否则只能放弃该对话。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                message_not_delivered,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the request went round in a loop: the same hosts recur in Via, and "
                       "Max-Forwards is smaller at each pass.",
                 .zh = "通常是请求陷入环路：Via 中反复出现相同的主机，每绕一圈 Max-Forwards "
                       "都更小。"},
                {.en = "If no host recurs, the client has often begun with too small a value: look "
                       "at its own request; 70 is usual.",
                 .zh = "如果没有主机重复，往往是客户端的初值过小：看它自己发出的请求，通常为 70。"},
                {.en = "The sender is usually just the place where the count ran out; the cause "
                       "lies before it, in a route or a forwarding.",
                 .zh = "发送方通常只是计数用尽之处；原因在它之前，例如路由或前转的设置。"},
                {.en = "An OPTIONS with Max-Forwards 0 is often sent on purpose, to probe the next "
                       "hop: the 483 just shows that it is alive.",
                 .zh = "Max-Forwards 为 0 的 OPTIONS 往往是有意发送，用来探测下一跳：483 "
                       "只说明它在工作。",
                 .methods = {options}},
            },
        .headers = {warning_in_words},
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::raise_max_forwards, Next::fix_routing,
                 Next::subscription_over, Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 484,
        .phrase = "Address Incomplete",
        .name_zh = "地址不完整",
        .defined_in = {3261, "21.4.22"},
        .category = Category::address,
        .gist =
            {
                {.en = "number incomplete", .zh = "号码不全", .methods = {invite}},
                {.en = "Request-URI incomplete", .zh = "Request-URI 不完整"},
            },
        .meaning =
            {
                {.en = "The server received a request with an incomplete Request-URI.",
                 .zh = "服务器收到的请求，其 Request-URI 不完整。"},
                {.en = "The reason phrase SHOULD give additional information.",
                 .zh = "原因短语应当提供补充信息。"},
                {.en = "The code allows overlapped dialling, in which the client does not know how "
                       "long the dialling string is.",
                 .zh = "此状态码允许重叠拨号，即客户端事先不知道拨号串的长度。"},
                {.en = "A gateway that receives the next INVITE of an overlapped dialling responds "
                       "to the one before it with 484.",
                 .zh = "重叠拨号时，网关收到下一个 INVITE，就以 484 响应前一个。",
                 .methods = {invite},
                 .cite = {3578, "3.5"}},
                {.en = "From a gateway it stands for Q.850 cause 28, address incomplete.",
                 .zh = "网关以它表示 Q.850 原因值 28，即地址不全。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                peer_contact_rejected,
                message_not_delivered,
                refer_not_taken,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the number is too short for the dial plan, or lacks its area or "
                       "country code: look at the user part of the Request-URI.",
                 .zh = "通常是号码对拨号规则而言过短，或缺少区号、国家码：看 Request-URI "
                       "的用户部分。",
                 .methods = {invite}},
                {.en = "Several INVITEs with ever longer numbers, each ended by 484, are usually "
                       "overlapped dialling, and no fault.",
                 .zh = "多个 INVITE 的号码越来越长，且都以 484 "
                       "结束，通常是正常的重叠拨号，不是故障。",
                 .methods = {invite}},
                {.en = "If the number is long enough, the other side often wants another format, "
                       "such as + and country code instead of 00.",
                 .zh = "如果位数足够，往往是对方要求另一种格式，例如以 + 加国家码代替 00。",
                 .methods = {invite}},
                {.en = "A phone that dials by itself after a pause often sends too early: its "
                       "digit timer or dial plan is set too tight.",
                 .zh = "停顿后自动呼出的话机往往发得过早：位间定时器或拨号规则设得太紧。",
                 .methods = {invite}},
                {.en = "To this method it is unusual; often the user part of the Request-URI is "
                       "missing or cut off.",
                 .zh = "对此方法返回 484 不常见，往往是 Request-URI 缺少用户部分或被截断。",
                 .methods = {bye, register_, options, prack, update, info, subscribe, notify, refer,
                             message, publish, other}},
            },
        .headers = {reason_from_gateway, announcement},
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::dial_more_digits, Next::check_address,
                 Next::subscription_over, Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 485,
        .phrase = "Ambiguous",
        .name_zh = "地址不明确",
        .defined_in = {3261, "21.4.23"},
        .category = Category::address,
        .gist =
            {
                {.en = "address fits several users", .zh = "地址对应多个用户"},
            },
        .meaning =
            {
                {.en = "The Request-URI is ambiguous: sip:lee@example.com, for example, can mean "
                       "Carol Lee, Ping Lee or Lee M. Foote.",
                 .zh = "Request-URI 不明确：例如 sip:lee@example.com 可能指 Carol Lee、Ping Lee 或 "
                       "Lee M. Foote。"},
                {.en = "Contact MAY list possible unambiguous addresses, here "
                       "sip:carol.lee@example.com, sip:p.lee@example.com and "
                       "sips:lee.foote@example.com.",
                 .zh = "可以用 Contact 头域列出可能的明确地址，此例中为 "
                       "sip:carol.lee@example.com、sip:p.lee@example.com 和 "
                       "sips:lee.foote@example.com。"},
                {.en = "A proxy to which the Request-URI says too little SHOULD send 485, and "
                       "SHOULD list in Contact the addresses to try.",
                 .zh = "代理服务器凭 Request-URI 不足以确定目标时，应当返回 485，并应当用 Contact "
                       "列出可试的地址。",
                 .cite = {3261, "16.5"}},
                {.en = "Showing the alternatives can violate the privacy of the user or the "
                       "organisation.",
                 .zh = "透露这些候选地址，可能侵犯用户或组织的隐私。"},
                {.en = "It MUST be possible to configure a server to respond with 404 instead, or "
                       "to leave the list of choices out.",
                 .zh = "必须能够通过配置，让服务器改为返回 404，或者不列出可能的选择。"},
                {.en = "There are e-mail and voice mail systems with this function.",
                 .zh = "部分电子邮件和语音信箱系统提供此功能。"},
                {.en =
                     "With 300 the choices are assumed to reach the same person or service, so "
                     "automatic choice or sequential search makes sense for 3xx, but not for 485.",
                 .zh = "这与 300 不同：300 的各个选择被认为通向同一个人或服务，3xx "
                       "适合自动选择或依次尝试，485 则不然。"},
                peer_contact_rejected,
                message_not_delivered,
                refer_not_taken,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually somebody called by name, and several entries of the server's "
                       "directory match: Contact shows them.",
                 .zh = "通常是按姓名呼叫，而服务器的目录中有多个条目相符：见 Contact。",
                 .methods = {invite}},
                {.en = "The code is rare: so as not to show names, servers usually send 404 or let "
                       "all phones ring.",
                 .zh = "此状态码少见：为不透露姓名，服务器通常返回 404，或让所有话机振铃。"},
                {.en = "A phone that cannot show a choice usually reports just a failed call.",
                 .zh = "不能显示选项的话机，通常只报告呼叫失败。",
                 .methods = {invite}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Contact",
                 .what = {.en = "unambiguous addresses to choose from", .zh = "可供选择的明确地址"},
                 .cite = {3261, "21.4.23"}},
            },
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::ask_user_to_choose, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 486,
        .phrase = "Busy Here",
        .name_zh = "此处忙",
        .defined_in = {3261, "21.4.24"},
        .category = Category::busy,
        .gist =
            {
                {.en = "callee busy, or rejects the call",
                 .zh = "被叫忙或拒接",
                 .methods = {invite}},
                {.en = "callee takes no call now",
                 .zh = "被叫此时不接听呼叫",
                 .methods = {options}},
                {.en = "recipient busy", .zh = "接收方忙", .methods = {subscribe, refer, message}},
                {.en = "not defined for this method", .zh = "未对此方法定义"},
            },
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
                {.en = "From a gateway it stands for Q.850 cause 17, user busy.",
                 .zh = "网关以它表示 Q.850 原因值 17，即用户忙。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "An INVITE whose Replaces is marked early-only gets it if that dialog is "
                       "already confirmed.",
                 .zh = "INVITE 的 Replaces 标有 early-only，而所指的对话已经确认时，也返回 486。",
                 .methods = {invite},
                 .cite = {3891, "3"}},
                {.en = "Within an established call or subscription it makes no sense: the client "
                       "should treat it as an unknown 4xx.",
                 .zh = "在已建立的呼叫或订阅中没有意义：客户端应按未知的 4xx 处理。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                options_like_invite,
                no_callee,
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "If it comes at once, without 180, the callee is usually in another call "
                       "and has no call waiting.",
                 .zh = "如果没有 180 就立即返回，通常是被叫正在通话，且没有呼叫等待。",
                 .methods = {invite}},
                {.en = "After a 180 the callee has usually pressed the reject key: many phones "
                       "send 486 for it.",
                 .zh = "在 180 之后返回，通常是被叫按了拒接键：许多话机以 486 表示拒接。",
                 .methods = {invite}},
                {.en = "From a trunk or PBX it is often a limit of simultaneous calls, not a busy "
                       "user: count the calls of that moment.",
                 .zh = "如果来自中继或 "
                       "PBX，往往是并发呼叫数达到上限，而不是用户忙：看当时有多少路呼叫。",
                 .methods = {invite}},
                {.en = "With cause 17 in Reason, it is usually the telephone network behind a "
                       "gateway that found the line busy.",
                 .zh = "Reason 中为原因值 17 时，通常是网关之后的电话网发现线路忙。",
                 .methods = {invite}},
                {.en = "Many phones also send it for “do not disturb”, usually at once; Server or "
                       "User-Agent tells a phone from a server.",
                 .zh = "启用“请勿打扰”时，许多话机通常也立即返回 486；看 Server 或 User-Agent "
                       "可区分话机与服务器。",
                 .methods = {invite}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "a better time to call", .zh = "更合适的呼叫时间"},
                 .cite = {3261, "21.4.24"}},
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_failure, Next::call_later, Next::try_elsewhere, Next::not_resubmitted},
    },
    {
        .code = 487,
        .phrase = "Request Terminated",
        .name_zh = "请求已终止",
        .defined_in = {3261, "21.4.25"},
        .category = Category::cancelled,
        .gist =
            {
                {.en = "INVITE cancelled or expired",
                 .zh = "INVITE 被取消或已过期",
                 .methods = {invite}},
                {.en = "not allowed to a CANCEL", .zh = "不能用于 CANCEL", .methods = {cancel}},
                {.en = "not defined for this method",
                 .zh = "未对此方法定义",
                 .methods = {register_, publish}},
                {.en = "given up because of a BYE", .zh = "因 BYE 而终止"},
            },
        .meaning =
            {
                {.en = "A BYE or CANCEL request terminated the request.",
                 .zh = "该请求已被 BYE 或 CANCEL 请求终止。"},
                {.en = "It is never the response to the CANCEL itself.",
                 .zh = "此响应绝不会针对 CANCEL 请求本身返回。"},
                {.en = "After a CANCEL the UAS SHOULD send it to the INVITE immediately.",
                 .zh = "收到 CANCEL 后，UAS 应当立即以 487 响应 INVITE。",
                 .methods = {invite},
                 .cite = {3261, "9.2"}},
                {.en = "It SHOULD also be sent when the time in the Expires of an INVITE runs out "
                       "before there is a final response.",
                 .zh = "INVITE 的有效时间（Expires）已到而尚无最终响应时，也应当返回 487。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1"}},
                {.en = "A re-INVITE that is cancelled after some of its changes were made gets a "
                       "2xx instead.",
                 .zh = "re-INVITE 如果在部分更改已执行之后才被取消，则改为得到 2xx。",
                 .methods = {invite},
                 .cite = {6141, "3.8"}},
                {.en = "A CANCEL changes nothing for a request other than INVITE.",
                 .zh = "CANCEL 对 INVITE 以外的请求没有作用。",
                 .methods = not_cancellable,
                 .cite = {3261, "9.2"}},
                {.en = "The UAS MUST still respond to requests of the dialog that are pending when "
                       "a BYE arrives; 487 is recommended for them.",
                 .zh = "BYE 到达时该对话中尚未决的请求，UAS 仍必须响应，推荐用 487。",
                 .methods = within_a_dialog,
                 .cite = {3261, "15.1.2"}},
                message_not_delivered,
                refer_not_taken,
            },
        .practice =
            {
                {.en = "Usually the caller hung up before anybody answered: a CANCEL and the 200 "
                       "to it come just before.",
                 .zh = "通常是主叫在接通之前挂机：此前可见 CANCEL 及其 200。",
                 .methods = {invite}},
                {.en = "With Reason: SIP;cause=200 in the CANCEL, another phone has usually taken "
                       "the call.",
                 .zh = "CANCEL 带有 Reason: SIP;cause=200 时，通常是另一部话机已接听。",
                 .methods = {invite}},
                {.en = "A CANCEL after 30 or 60 s of ringing is usually a no-answer timer; after 3 "
                       "minutes, often Timer C of a proxy.",
                 .zh = "振铃 30 或 60 秒后的 CANCEL，通常是无人接听定时器到期；3 "
                       "分钟后的，往往是代理服务器的 Timer C。",
                 .methods = {invite}},
                {.en = "Without CANCEL or BYE, usually the Expires of the INVITE ran out, or the "
                       "CANCEL took a way that was not captured.",
                 .zh = "没有 CANCEL 或 BYE 时，通常是 INVITE 的 Expires 到期，或 CANCEL "
                       "走的路径不在抓包中。",
                 .methods = {invite}},
                {.en = "Usually a BYE arrived while the request was still pending: look for it "
                       "just before.",
                 .zh = "通常是请求未决时 BYE 到达：看此前是否有 BYE。",
                 .methods = {options, prack, update, info, subscribe, notify, refer, message}},
            },
        .headers = {reason_from_gateway},
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "session description refused",
                 .zh = "会话描述不可接受",
                 .methods = with_offer},
                {.en = "not acceptable at this address", .zh = "此地址不可接受该请求"},
            },
        .meaning =
            {
                {.en = "It means the same as 606, that the session description is not acceptable, "
                       "but only for the resource in the Request-URI.",
                 .zh =
                     "含义与 606 相同，即会话描述不可接受，但只针对 Request-URI 所指的特定资源。"},
                {.en = "The request can succeed elsewhere.", .zh = "该请求在别处可能成功。"},
                media_capabilities,
                {.en = "A UAS that rejects the offer of an INVITE SHOULD say why in Warning.",
                 .zh = "UAS 拒绝 INVITE 中的 offer 时，应当用 Warning 头域说明原因。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.3"}},
                {.en = "A UAS that cannot accept the new session description can reject the UPDATE "
                       "so, and SHOULD say why in Warning.",
                 .zh = "UAS 不能接受新的会话描述时，可如此拒绝 UPDATE，并应当用 Warning "
                       "头域说明原因。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "An offer in a PRACK is not normally refused so; the UAC may send PRACK "
                       "again without the offer, or CANCEL.",
                 .zh = "PRACK 中的 offer 一般不这样拒绝；UAC 可不带 offer 再发 PRACK，或发送 "
                       "CANCEL。",
                 .methods = {prack},
                 .cite = {6337, "2.3"}},
                {.en = "For want of bandwidth or trunks it typically comes with warning code 370.",
                 .zh = "因带宽或中继不足而拒绝时，一般带有警告码 370。",
                 .methods = {invite},
                 .cite = {4412, "4.6.5"}},
                {.en = "From a gateway it stands for Q.850 cause 65 or 70: it does not have the "
                       "bearer capability.",
                 .zh = "网关以它表示 Q.850 原因值 65 或 70，即没有所需的承载能力。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "A request of this method carries no offer: the code says only that the "
                       "request is not acceptable here.",
                 .zh = "此方法的请求不带 offer：此状态码只表示该请求在此处不可接受。",
                 .methods = without_offer},
                options_like_invite,
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often no codec is common to both: compare the m= and rtpmap lines "
                       "with what the peer takes; Warning 304 or 305 says so.",
                 .zh = "最常见的是没有共同的编解码：把 m= 和 rtpmap 行与对端支持的比较；警告码 304 "
                       "或 305 即指此。",
                 .methods = with_offer},
                {.en = "Next, one side often wants SRTP and the other does not: RTP/SAVP or "
                       "RTP/SAVPF against RTP/AVP in the m= line.",
                 .zh = "其次，往往一方要求 SRTP 而另一方不要：m= 行中一为 RTP/SAVP 或 "
                       "RTP/SAVPF，一为 RTP/AVP。",
                 .methods = with_offer},
                {.en = "A refused re-INVITE with m=image is usually fax: the peer has no T.38, and "
                       "the call goes on with audio.",
                 .zh = "re-INVITE 带 m=image 而被拒绝，通常是传真：对端不支持 "
                       "T.38，呼叫继续使用音频。",
                 .methods = {invite}},
                {.en = "An INVITE without SDP, an IPv6 address or video is often more than an SBC "
                       "or gateway takes.",
                 .zh = "不带 SDP 的 INVITE、IPv6 地址或视频，往往是 SBC 或网关所不接受的。",
                 .methods = {invite}},
                {.en = "If the codecs do match, it is often the media policy of an SBC, or there "
                       "is no transcoder left.",
                 .zh = "如果编解码相符，往往是 SBC 的媒体策略所致，或已没有空闲的转码资源。",
                 .methods = with_offer},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Warning",
                 .what = {.en = "why the offer was rejected", .zh = "拒绝 offer 的原因"},
                 .cite = {3261, "13.3.1.3"},
                 .methods = {invite}},
                {.strength = Strength::should,
                 .name = "Warning",
                 .what = {.en = "why the offer was rejected", .zh = "拒绝 offer 的原因"},
                 .cite = {3311, "5.2"},
                 .methods = {update}},
                {.strength = Strength::may,
                 .name = "Content-Type",
                 .what = {.en = "for a body with media capabilities", .zh = "用于媒体能力消息体"},
                 .cite = {3261, "21.4.26"}},
                reason_from_gateway,
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "event package not supported", .zh = "不支持该事件包", .methods = of_events},
                {.en = "defined for event requests only", .zh = "仅用于事件类请求"},
            },
        .meaning =
            {
                {.en = "The server does not understand the event package that Event names.",
                 .zh = "服务器不理解 Event 头域所指定的事件包。"},
                {.en = "Allow-Events can list the event packages that are supported here.",
                 .zh = "响应可用 Allow-Events 头域列出此处支持的事件包。"},
                {.en = "A notifier that does not understand the event package SHOULD send it.",
                 .zh = "通知方不理解该事件包时，应当返回 489。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.1"}},
                {.en = "A notifier that does not support PINT SHOULD also send it to a SUBSCRIBE "
                       "without Event.",
                 .zh = "不支持 PINT 的通知方收到没有 Event 头域的 SUBSCRIBE，也应当返回 489。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.3"}},
                {.en = "A subscriber sends it if it does not support the event package of the "
                       "NOTIFY.",
                 .zh = "订阅方不支持 NOTIFY 的事件包时，返回 489。",
                 .methods = {notify},
                 .cite = {6665, "4.1.3"}},
                {.en = "A PUBLISH without Event, or with a package that is not supported, MUST get "
                       "it (RFC 3903 section 6).",
                 .zh = "PUBLISH 没有 Event 头域，或其事件包不受支持，必须得到此响应（RFC 3903 第 6 "
                       "节）。",
                 .methods = {publish}},
                {.en = "Allow-Events names the packages for which the sender can be a notifier, "
                       "and no others.",
                 .zh = "Allow-Events 列出的是发送方能够充当通知方的事件包，不含其他。",
                 .methods = of_events,
                 .cite = {6665, "4.4.4"}},
                {.en = "To other methods than SUBSCRIBE, NOTIFY and PUBLISH it is not defined; to "
                       "treat it as an unknown 4xx is reasonable.",
                 .zh = "对 SUBSCRIBE、NOTIFY 和 PUBLISH 以外的方法没有定义；按未知的 4xx "
                       "处理是合理的。",
                 .methods = not_of_events,
                 .cite = {5057, "5.1"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the server just does not have the feature: compare Event with "
                       "Allow-Events in its responses.",
                 .zh = "通常只是服务器没有该功能：比较 Event 与其响应中的 Allow-Events。",
                 .methods = {subscribe}},
                {.en = "Phones often try event packages when they start, for message waiting, busy "
                       "lamps or presence: a 489 then is harmless.",
                 .zh = "话机启动时常会尝试留言提示、忙灯、状态呈现等事件包，此时 489 无害。",
                 .methods = {subscribe}},
                {.en = "Usually the NOTIFY is unsolicited: a keep-alive, a request to reload the "
                       "configuration, or message waiting without subscription.",
                 .zh = "通常是没有订阅的 NOTIFY：保活、要求重新加载配置，或主动下发的留言提示。",
                 .methods = {notify}},
                {.en = "As the response to a keep-alive it is often good enough: it shows that the "
                       "peer is there.",
                 .zh = "作为对保活的响应，往往已经够用：它说明对端在线。",
                 .methods = {notify}},
                {.en = "Usually there is no presence server behind this address, or it does not "
                       "handle this package.",
                 .zh = "通常是该地址之后没有状态呈现服务器，或它不处理此事件包。",
                 .methods = {publish}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Allow-Events",
                 .what = {.en = "the event packages that are supported", .zh = "所支持的事件包"},
                 .cite = {3903, "11.1.1"},
                 .methods = {publish}},
                {.strength = Strength::may,
                 .name = "Allow-Events",
                 .what = {.en = "the event packages that are supported", .zh = "所支持的事件包"},
                 .cite = {6665, "8.2.2"},
                 .methods = {subscribe, notify}},
            },
        .dialog = DialogEffect::ends_usage,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_event, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 491,
        .phrase = "Request Pending",
        .name_zh = "请求未决",
        .defined_in = {3261, "21.4.27"},
        .category = Category::state,
        .gist =
            {
                {.en = "collides with a pending request", .zh = "与未决的请求冲突"},
            },
        .meaning =
            {
                {.en = "When the request arrived, the UAS had another request pending in the same "
                       "dialog.",
                 .zh = "UAS 收到该请求时，在同一对话中还有一个未决的请求。"},
                {.en = "RFC 3261 tells in sections 14.1 and 14.2 how such glare is resolved.",
                 .zh = "这种冲突（glare）的解决办法见 RFC 3261 第 14.1 节和第 14.2 节。"},
                {.en = "A UAS MUST send it to an INVITE that arrives while its own INVITE on that "
                       "dialog is in progress.",
                 .zh =
                     "UAS 自己发出的 INVITE 还在进行中，又在该对话中收到 INVITE，则必须返回 491。",
                 .methods = {invite},
                 .cite = {3261, "14.2"}},
                {.en =
                     "While its own UPDATE is in progress, a UA should reject a re-INVITE so too.",
                 .zh = "UA 自己的 UPDATE 还在进行中时，收到 re-INVITE 也应如此拒绝。",
                 .methods = {invite},
                 .cite = {6337, "4.3"}},
                {.en = "A UAS that still awaits the answer to an offer of its own MUST send it to "
                       "an UPDATE with an offer.",
                 .zh =
                     "UAS 自己的 offer 尚未得到 answer，又收到带 offer 的 UPDATE，则必须返回 491。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "If what the UAS has not finished is an earlier INVITE of the client, it "
                       "MUST send 500 with Retry-After instead.",
                 .zh = "如果 UAS 尚未处理完的是客户端先前的 INVITE，则必须改为返回带 Retry-After "
                       "的 500。",
                 .methods = {invite},
                 .cite = {3261, "14.2"}},
                {.en = "If the UAS has not finished an earlier UPDATE, or itself owes an answer, "
                       "it MUST send 500 with Retry-After instead.",
                 .zh = "如果 UAS 尚未处理完先前的 UPDATE，或自己尚欠 answer，则必须改为返回带 "
                       "Retry-After 的 500。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "RFC 3261 and RFC 3311 ask for 491 to INVITE and UPDATE only.",
                 .zh = "RFC 3261 和 RFC 3311 只要求对 INVITE 和 UPDATE 返回 491。",
                 .methods = neither_invite_nor_update},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually it is harmless: both sides changed the session at the same moment, "
                       "often just after the answer, and the retry succeeds.",
                 .zh = "通常无害：双方同时修改会话，往往在刚接通时，重试即可成功。",
                 .methods = {invite, update}},
                {.en = "Typical pairs are hold against codec change, fax against audio, and "
                       "session refresh against transfer.",
                 .zh = "常见的组合：保持与编解码更改、传真与音频、会话刷新与转接。",
                 .methods = {invite, update}},
                {.en = "If it keeps coming, a transaction of the other side has usually never "
                       "ended: look for an INVITE without final response or a 2xx without ACK.",
                 .zh = "如果反复出现，通常是对方的某个事务一直没有结束：找没有最终响应的 "
                       "INVITE，或没有 ACK 的 2xx。",
                 .methods = {invite, update}},
                {.en = "Often both sides retry at the same moment again because one does not keep "
                       "to the waiting times of its role.",
                 .zh = "重试时再次冲突，往往是因为有一方没有按自己的角色等待规定的时间。",
                 .methods = {invite, update}},
                {.en = "To this method it is unusual: often the peer handles one request at a time "
                       "only.",
                 .zh = "对此方法返回 491 不常见，往往是对端一次只处理一个请求。",
                 .methods = neither_invite_nor_update},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist =
            {
                {.en = "body cannot be decrypted", .zh = "消息体无法解密"},
            },
        .meaning =
            {
                {.en = "The request has an encrypted MIME body for which the recipient does not "
                       "possess, or will not provide, a decryption key.",
                 .zh = "请求含有加密的 MIME 消息体，而接收方没有或不愿提供合适的解密密钥。"},
                {.en = "The response MAY carry a public key in a single body; MIME bodies to this "
                       "UA should be encrypted with it.",
                 .zh = "响应可以带一个消息体，内含合适的公钥；发给该 UA 的 MIME "
                       "消息体应使用此公钥加密。"},
                {.en = "RFC 3261 gives the details in section 23.2.",
                 .zh = "用法详见 RFC 3261 第 23.2 节。"},
                {.en = "A UA MUST send it if an S/MIME body was encrypted with a public key that "
                       "it does not know.",
                 .zh = "S/MIME 消息体所用的加密公钥不为 UA 所知时，UA 必须返回 493。",
                 .cite = {3261, "23.2"}},
                {.en = "Without a certificate it says that its sender cannot or will not use "
                       "S/MIME encryption; signatures it may still support.",
                 .zh = "不带证书，则表示响应方不能或不愿使用 S/MIME 加密，但可能仍支持签名。",
                 .cite = {3261, "23.2"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the sender has used an old certificate of the recipient, which has "
                       "been renewed since.",
                 .zh = "通常是发送方用了接收方已更换的旧证书。"},
                {.en = "If the request has no application/pkcs7-mime body, something on the way "
                       "has often altered it, or the sender errs.",
                 .zh = "如果请求中没有 application/pkcs7-mime "
                       "消息体，往往是途中被改动，或响应方有误。"},
                {.en = "The code is rare: S/MIME is hardly ever used in SIP networks.",
                 .zh = "此状态码少见：SIP 网络中通常不使用 S/MIME。"},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Content-Type",
                 .what = {.en = "for a body with the certificate (smime-type=certs-only)",
                          .zh = "用于证书消息体（smime-type=certs-only）"},
                 .cite = {3261, "23.2"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_given_key, Next::not_resubmitted},
    },
    {
        .code = 494,
        .phrase = "Security Agreement Required",
        .name_zh = "需要安全协商",
        .defined_in = {3329, "2.3.1"},
        .category = Category::security,
        .gist =
            {
                {.en = "agree on security first", .zh = "需先商定安全机制"},
            },
        .meaning =
            {
                {.en = "Before it serves the request, the server insists on agreeing on a security "
                       "mechanism with the client.",
                 .zh = "服务器要求先与客户端商定安全机制，再处理该请求。"},
                {.en = "The response MUST list in Security-Server the mechanisms that the server "
                       "supports.",
                 .zh = "响应必须包含 Security-Server 头域，列出服务器支持的安全机制。"},
                {.en = "If the request only names sec-agree in Supported, the response MUST also "
                       "have Require: sec-agree.",
                 .zh = "如果请求只在 Supported 头域中列出 sec-agree，响应还必须带有 Require: "
                       "sec-agree。",
                 .cite = {3329, "2.3.2"}},
                {.en = "An unprotected request with sec-agree in Require or Proxy-Require MUST get "
                       "it.",
                 .zh = "未受保护的请求在 Require 或 Proxy-Require 中带有 sec-agree "
                       "时，必须得到此响应。",
                 .cite = {3329, "2.3.1"}},
                {.en = "It MUST also come if Security-Verify does not repeat the server's list: "
                       "somebody has altered that list on the way.",
                 .zh = "Security-Verify 与服务器的列表不一致时也必须返回 494：列表在途中被人改动。",
                 .cite = {3329, "2.3.1"}},
                {.en = "Only the first hop asks for the agreement: the request has a single Via; "
                       "otherwise the server MUST NOT use this mechanism.",
                 .zh = "只有第一跳要求协商，即请求只有一个 Via；否则服务器不得使用此机制。",
                 .cite = {3329, "2.3.2"}},
                message_not_delivered,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "The first 494 is usually the normal start of the agreement: the same "
                       "request follows with Security-Verify.",
                 .zh = "首个 494 通常是协商的正常开始：随后是带有 Security-Verify 的同一请求。"},
                {.en = "If the client gives up, the two lists usually have no mechanism in common: "
                       "compare Security-Client with Security-Server.",
                 .zh = "如果客户端就此放弃，通常是双方没有共同的机制：比较 Security-Client 与 "
                       "Security-Server。"},
                {.en = "If a second 494 comes, Security-Verify usually differs from "
                       "Security-Server: order and parameters count too.",
                 .zh = "如果再次收到 494，通常是 Security-Verify 与 Security-Server "
                       "不一致：顺序和参数也须相同。"},
                {.en = "IMS networks usually put Security-Server into the 401 to REGISTER instead.",
                 .zh = "IMS 网络通常改为在 REGISTER 的 401 中携带 Security-Server。",
                 .methods = {register_}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Security-Server",
                 .what = {.en = "the security mechanisms of the server, with their preference",
                          .zh = "服务器支持的安全机制及其优先次序"},
                 .cite = {3329, "2.3.1"}},
                {.strength = Strength::must,
                 .name = "Require",
                 .what = {.en = "sec-agree, if the request had it only in Supported",
                          .zh = "sec-agree，如果请求只在 Supported 中带有它"},
                 .cite = {3329, "2.3.2"}},
                {.strength = Strength::must,
                 .name = "Proxy-Authenticate",
                 .what = {.en = "the challenge, if the mechanism is Digest",
                          .zh = "质询，如果机制为 Digest"},
                 .cite = {3329, "2.3.1"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::start_security, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_46x_49x, codes_46x_49x, 400),
              "469 to 494: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
