// SPDX-License-Identifier: MIT
// The request failures 420 to 440. RFC 3261 section 21.4, and the RFCs that the entries cite.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> all_but_invite_and_update = {bye,   cancel,  register_, options,
                                                   prack, info,    subscribe, notify,
                                                   refer, message, publish,   other};
// What a REFER can lead to.
constexpr Set<Method> referred = {invite, bye,       options, register_, prack,   update,
                                  info,   subscribe, notify,  message,   publish, other};

// 428, 436, 437, 438
constexpr Sentence identity_within_dialog = {
    .en = "Within a dialog, the client SHOULD take no action because of it.",
    .zh = "在对话内，客户端不应当因此采取任何动作。",
    .methods = {invite, update, info, prack, subscribe, notify, refer, message, options},
    .cite = {4916, "4.4.1"}};
constexpr Sentence identity_of_bye = {
    .en = "The side that sent the BYE SHOULD regard the dialog as terminated all the same.",
    .zh = "发出 BYE 的一侧仍应当视对话为已终止。",
    .methods = {bye},
    .cite = {4916, "4.4.1"}};

// In practice: 436, 437, 438
constexpr Sentence told_by_reason = {
    .en =
        "Where policy lets the call go on, the same error usually travels in a Reason header field "
        "with the protocol STIR (RFC 9410) instead.",
    .zh = "策略允许呼叫继续时，同样的错误通常改由协议为 STIR 的 Reason 头域携带（RFC 9410）。",
    .methods = {invite}};

}  // namespace

constexpr ResponseCode table_42x_44x[] = {
    {
        .code = 420,
        .phrase = "Bad Extension",
        .name_zh = "不支持的扩展",
        .defined_in = {3261, "21.4.15"},
        .category = Category::capability,
        .gist = {{.en = "a required extension is unknown", .zh = "不理解所要求的扩展"}},
        .meaning =
            {
                {.en = "Require or Proxy-Require names a protocol extension that the server does "
                       "not understand.",
                 .zh = "服务器不理解 Require 或 Proxy-Require 头域所要求的协议扩展。"},
                {.en = "It MUST list the extensions that it does not support in Unsupported.",
                 .zh = "服务器必须在 Unsupported 头域中列出不支持的扩展。"},
                {.en = "A UAS MUST reject so what it does not understand in Require, and a proxy "
                       "(section 16.3) what it does not understand in Proxy-Require.",
                 .zh = "UAS 不理解 Require 中的扩展时必须以 420 拒绝，代理服务器对 Proxy-Require "
                       "也一样（第 16.3 节）。",
                 .cite = {3261, "8.2.2.3"}},
                {.en = "A UAS that is not willing to send provisional responses reliably MUST "
                       "reject so an INVITE with Require: 100rel.",
                 .zh =
                     "UAS 不愿可靠地发送临时响应时，必须以 420 拒绝带 Require: 100rel 的 INVITE。",
                 .methods = {invite},
                 .cite = {3262, "3"}},
                {.en = "A registrar can also send it if the request has Path, but the UA does not "
                       "list path in Supported.",
                 .zh = "请求带有 Path 头域，而 UA 没有在 Supported 中列出 path "
                       "时，注册服务器也可返回 420。",
                 .methods = {register_},
                 .cite = {3327, "5.3"}},
                bindings_stay,
                refresh_keeps_subscription,
                refer_not_taken,
                message_not_delivered,
                bye_ends_anyway,
                {.en = "Require and Proxy-Require MUST be ignored in a CANCEL, so there is no "
                       "reason for a 420.",
                 .zh = "CANCEL 中的 Require 和 Proxy-Require 必须被忽略，因此没有理由返回 420。",
                 .methods = {cancel},
                 .cite = {3261, "8.2.2.3"}},
            },
        .practice =
            {
                {.en = "Unsupported names the culprit; then find out who wrote it into Require: it "
                       "is often a proxy or an SBC on the way, not the UA.",
                 .zh = "先看 Unsupported 指明的扩展，再查是谁写入 Require：常是途中的代理服务器或 "
                       "SBC，而不是 UA。"},
                {.en = "The usual case is Require: 100rel or timer to a peer without it; Supported "
                       "would have been enough.",
                 .zh = "最常见的是向不支持的对端发送 Require: 100rel 或 timer，其实列入 Supported "
                       "就够了。",
                 .methods = {invite}},
                {.en = "Require: siprec shows a call for a recording server that usually has been "
                       "routed to something else.",
                 .zh = "带 Require: siprec 的是发往录音服务器的呼叫，通常是被路由到了别处。",
                 .methods = {invite}},
                {.en = "Usually path, outbound, gruu or sec-agree is required of a server that "
                       "does not have it.",
                 .zh = "通常是向不支持的服务器要求了 path、outbound、gruu 或 sec-agree。",
                 .methods = {register_}},
                {.en = "Usually norefersub, nosub or explicitsub is required of a peer that does "
                       "not have it.",
                 .zh = "通常是向不支持的对端要求了 norefersub、nosub 或 explicitsub。",
                 .methods = {refer}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Unsupported",
                 .what = {.en = "the extensions that are not supported", .zh = "不支持的扩展"},
                 .cite = {3261, "21.4.15"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::drop_extensions, Next::not_resubmitted},
    },
    {
        .code = 421,
        .phrase = "Extension Required",
        .name_zh = "需要扩展",
        .defined_in = {3261, "21.4.16"},
        .category = Category::capability,
        .gist = {{.en = "needs an extension not offered", .zh = "需要请求未声明的扩展"}},
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
                 .zh = "如果缺少的只是希望使用的扩展，服务器应当用基本 SIP "
                       "能力和客户端支持的扩展来处理请求。"},
                {.en = "A server whose policy demands a security agreement MUST send it if the "
                       "request has the option tag sec-agree nowhere.",
                 .zh = "服务器的策略要求协商安全机制，而请求没有选项标签 sec-agree 时，必须返回 "
                       "421。",
                 .cite = {3329, "2.3.2"}},
                {.en = "A proxy that needs Path support in the registrar SHOULD send it if the UA "
                       "does not list path in Supported.",
                 .zh = "代理服务器需要注册服务器支持 Path，而 UA 没有在 Supported 中列出 path "
                       "时，应当返回 421。",
                 .methods = {register_},
                 .cite = {3327, "5.2"}},
                {.en = "A notifier typically sends it if the URI stands for a list of resources "
                       "and Supported does not list eventlist.",
                 .zh = "URI 代表资源列表，而 Supported 没有列出 eventlist 时，通知方一般返回 421。",
                 .methods = {subscribe},
                 .cite = {4662, "4.1"}},
                refresh_keeps_subscription,
                {.en = "To a REFER that supports explicitsub or nosub, it tells which of them its "
                       "recipient requires.",
                 .zh = "对支持 explicitsub 或 nosub 的 REFER，它指明接收方要求使用哪一个。",
                 .methods = {refer},
                 .cite = {7614, "6"}},
                refer_not_taken,
                message_not_delivered,
                bye_ends_anyway,
            },
        .practice =
            {
                {.en = "Usually the edge of the network wants sec-agree or path, and the phone is "
                       "not set up for it.",
                 .zh = "通常是网络边缘要求 sec-agree 或 path，而终端没有相应配置。",
                 .methods = {register_}},
                {.en = "Usually the phone subscribes to a list of contacts or busy lamps (BLF) "
                       "without support for lists.",
                 .zh = "通常是话机订阅了联系人列表或忙灯（BLF）列表，却不支持列表订阅。",
                 .methods = {subscribe}},
                {.en = "Usually the peer insists on 100rel or timer: switch it on in the caller, "
                       "or make it optional in the peer.",
                 .zh = "通常是对端坚持要求 100rel 或 timer：可在主叫侧启用，或在对端改为可选。",
                 .methods = {invite}},
                {.en = "If the UA did list the extension, an element on the way has most likely "
                       "removed it: compare Supported hop by hop with Require of the 421.",
                 .zh = "如果 UA 已列出该扩展，很可能是途中的网元删掉了它：逐跳对比请求的 Supported "
                       "与 421 的 Require。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Require",
                 .what = {.en = "the extensions that are needed", .zh = "所需的扩展"},
                 .cite = {3261, "21.4.16"}},
                {.strength = Strength::must,
                 .name = "Security-Server",
                 .what = {.en = "the server's security mechanisms, if Require lists sec-agree",
                          .zh = "服务器的安全机制（Require 列出 sec-agree 时）"},
                 .cite = {3329, "2.3.2"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::support_extensions, Next::not_resubmitted},
    },
    {
        .code = 422,
        .phrase = "Session Interval Too Small",
        .name_zh = "会话间隔过小",
        .defined_in = {4028, "6"},
        .category = Category::interval,
        .gist = {{.en = "session interval below Min-SE",
                  .zh = "会话间隔小于 Min-SE",
                  .methods = {invite, update}},
                 {.en = "for INVITE and UPDATE only", .zh = "只用于 INVITE 和 UPDATE"}},
        .meaning =
            {
                {.en = "The session interval that Session-Expires asks for is below the minimum of "
                       "this server.",
                 .zh = "Session-Expires 头域请求的会话间隔小于此服务器的最小值。"},
                {.en = "Min-SE MUST state that minimum, which MUST NOT be less than 90 seconds.",
                 .zh = "响应必须用 Min-SE 头域给出该最小值，且该值不得小于 90 秒。",
                 .cite = {4028, "8.1"}},
                {.en = "It is of use only to a client that supports session timers (Supported: "
                       "timer).",
                 .zh = "它只对支持会话定时器的客户端（Supported: timer）有用。",
                 .cite = {4028, "8.1"}},
                {.en = "Each proxy on the path and the UAS can have a minimum of their own, so "
                       "that several 422 can follow one another.",
                 .zh = "路径上的各代理服务器和 UAS 可各有最小值，因此可能接连收到多个 422。",
                 .methods = {invite, update},
                 .cite = {4028, "3"}},
                {.en = "If it refuses a refresh, the session has to be refreshed all the same "
                       "before it expires: its expiration has not moved.",
                 .zh = "如果被拒绝的是刷新请求，会话的到期时间不变，仍须在此之前完成刷新。",
                 .methods = {invite, update},
                 .cite = {4028, "10"}},
                {.en = "Session-Expires has its place in INVITE and UPDATE only: to any other "
                       "request a 422 has no meaning.",
                 .zh = "Session-Expires 只用于 INVITE 和 UPDATE：对其他请求，422 没有含义。",
                 .methods = all_but_invite_and_update,
                 .cite = {4028, "4"}},
            },
        .practice =
            {
                {.en = "It is usually harmless: the client asks for 90 or 120 seconds, the server "
                       "wants several minutes, and the repeated request succeeds.",
                 .zh = "通常无碍：客户端请求 90 或 120 秒，服务器要求数分钟，重发的请求随即成功。",
                 .methods = {invite, update}},
                {.en = "If the call ends here, the client usually does not repeat the request, or "
                       "does so without Min-SE: set a longer session timer in it.",
                 .zh = "如果呼叫就此失败，通常是客户端没有重发，或重发时没有带 "
                       "Min-SE：可把它的会话定时器调大。",
                 .methods = {invite, update}},
                {.en = "If 422 comes again and again, an SBC often lowers Session-Expires on the "
                       "way: compare it on both sides of the SBC.",
                 .zh = "如果反复收到 422，往往是途中的 SBC 改小了 Session-Expires：对比 SBC "
                       "两侧的值。",
                 .methods = {invite, update}},
                {.en = "The element that sent it is most likely faulty.",
                 .zh = "很可能是返回它的网元有缺陷。",
                 .methods = all_but_invite_and_update},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Min-SE",
                 .what = {.en = "the shortest session interval accepted, in seconds",
                          .zh = "可接受的最短会话间隔（秒）"},
                 .cite = {4028, "6"}},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist = {{.en = "registration time too short",
                  .zh = "注册有效时间过短",
                  .methods = {register_}},
                 {.en = "subscription time too short",
                  .zh = "订阅有效时间过短",
                  .methods = {subscribe}},
                 {.en = "publication time too short",
                  .zh = "发布有效时间过短",
                  .methods = {publish}},
                 {.en = "not defined for this method", .zh = "没有为此方法定义"}},
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
                 .zh = "响应必须包含 Min-Expires 头域，给出服务器接受的最短间隔（第 10.2.8、10.3 "
                       "和 20.23 节）。"},
                {.en = "It is permitted only if the interval asked for is above zero, below one "
                       "hour and below the minimum of the registrar.",
                 .zh =
                     "仅当所请求的间隔大于零、小于一小时且小于注册服务器的最小值时，才允许返回它。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "A proxy that wakes the UA with push notifications can also send it, if the "
                       "binding would expire before such a notification.",
                 .zh = "如果绑定会在推送通知之前到期，用推送通知唤醒 UA 的代理服务器也可返回它。",
                 .methods = {register_},
                 .cite = {8599, "5.6.1.1"}},
                bindings_stay,
                {.en = "It is permitted only if the interval asked for is above zero, below one "
                       "hour and below the minimum of the notifier.",
                 .zh = "仅当所请求的间隔大于零、小于一小时且小于通知方的最小值时，才允许返回它。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.1"}},
                refresh_keeps_subscription,
                {.en = "It is permitted only if the interval asked for is above zero and below the "
                       "minimum of the server.",
                 .zh = "仅当所请求的间隔大于零且小于服务器的最小值时，才允许返回它。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                {.en = "It is defined for REGISTER, SUBSCRIBE and PUBLISH, which set up state for "
                       "a time; for this method it is not.",
                 .zh = "它是为 REGISTER、SUBSCRIBE 和 PUBLISH "
                       "这些建立有时限状态的请求定义的，没有为此方法定义。",
                 .methods = {invite, bye, cancel, options, prack, update, info, notify, refer,
                             message, other}},
            },
        .practice =
            {
                {.en = "It is usually harmless: the phone asks for a minute or less to keep its "
                       "NAT open, and repeats the REGISTER with the longer interval.",
                 .zh = "通常无碍：话机为保持 NAT 映射只请求一分钟或更短，随后以更长的间隔重发 "
                       "REGISTER。",
                 .methods = {register_}},
                {.en = "Look at the expires parameter of each Contact first: it overrides the "
                       "Expires header field.",
                 .zh = "可先看各 Contact 的 expires 参数：它优先于 Expires 头域。",
                 .methods = {register_}},
                {.en = "If the client repeats the same short interval, it ignores Min-Expires: "
                       "raise the interval in its configuration.",
                 .zh = "如果客户端仍以原来的短间隔重发，说明它不理会 "
                       "Min-Expires：可在其配置中调大间隔。",
                 .methods = {register_, subscribe, publish}},
                {.en = "Usually a very short refresh is configured in the client; many servers "
                       "want a minute or more.",
                 .zh = "通常是客户端配置的刷新间隔太短，而许多服务器要求一分钟以上。",
                 .methods = {subscribe, publish}},
                {.en = "To another request it is usually a mistake of the server.",
                 .zh = "对其他请求返回它，通常是服务器有误。",
                 .methods = {invite, bye, cancel, options, prack, update, info, notify, refer,
                             message, other}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Min-Expires",
                 .what = {.en = "the shortest interval accepted, in seconds",
                          .zh = "可接受的最短间隔（秒）"},
                 .cite = {3261, "10.3"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::proxy},
        .next = {Next::ack_failure, Next::lengthen_interval, Next::not_resubmitted},
    },
    {
        .code = 424,
        .phrase = "Bad Location Information",
        .name_zh = "位置信息错误",
        .defined_in = {6442, "4.3"},
        .category = Category::request,
        .gist = {{.en = "location is not usable", .zh = "位置信息不可用"}},
        .meaning =
            {
                {.en = "The server needs a location, but the one in the request is malformed, does "
                       "not serve its purpose, or cannot be fetched.",
                 .zh = "服务器需要位置信息，但请求中的位置信息格式有误、不合用途，或无法取得。"},
                {.en = "Geolocation-Error MUST be present and say what is wrong.",
                 .zh = "响应必须包含 Geolocation-Error 头域，说明问题所在。"},
                {.en = "Its code tells the kind of error: 1xx the location itself, 2xx a missing "
                       "permission, 3xx a location URI from which none could be fetched.",
                 .zh = "其错误码指明类别：1xx 为位置信息本身，2xx 为缺少许可，3xx 为无法凭位置 URI "
                       "取得位置。",
                 .cite = {6442, "4.4"}},
                {.en = "A proxy that knows the location better can return it, and SHOULD do so in "
                       "the body.",
                 .zh = "掌握更准确位置的代理服务器可在响应中给出位置，并且应当放在消息体中。"},
                {.en = "It MUST NOT be sent to a request without Geolocation.",
                 .zh = "请求没有 Geolocation 头域时，不得返回此响应。"},
                {.en = "A proxy that itself added the location MUST NOT pass the 424 on upstream.",
                 .zh = "位置信息由代理服务器自己加入时，它不得把 424 转给上游。",
                 .cite = {6442, "4.1"}},
                {.en = "It MUST NOT terminate an existing dialog.", .zh = "它不得终止已有的对话。"},
                {.en = "Geolocation is not defined for this method, so that a 424 has no meaning "
                       "here.",
                 .zh = "没有为此方法定义 Geolocation 头域，因此 424 在此没有含义。",
                 .methods = {ack, cancel, prack},
                 .cite = {6442, "4.1"}},
            },
        .practice =
            {
                {.en = "It is usually met in emergency calling (NG911, NG112) and where calls are "
                       "routed by location.",
                 .zh = "通常见于紧急呼叫（NG911、NG112）和按位置选路的网络。"},
                {.en = "The first suspect is the PIDF-LO body: malformed XML, or a civic address "
                       "or point too coarse for routing.",
                 .zh = "首先怀疑 PIDF-LO 消息体：XML 有误，或地址、坐标过于粗略，无法选路。"},
                {.en = "With a location URI, the server often could not reach the location server: "
                       "look for its HTTP request or SUBSCRIBE.",
                 .zh = "使用位置 URI 时，常是服务器访问不到位置服务器：看有无相应的 HTTP 请求或 "
                       "SUBSCRIBE。"},
                {.en = "If the cid in Geolocation names no body part, an SBC has often cut the "
                       "body off.",
                 .zh = "如果 Geolocation 中的 cid 找不到对应的消息体部分，常是 SBC 把它删掉了。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Geolocation-Error",
                 .what = {.en = "what is wrong with the location", .zh = "位置信息的问题所在"},
                 .cite = {6442, "4.3"}},
                {.strength = Strength::may,
                 .name = "Geolocation",
                 .what = {.en = "the location to use instead", .zh = "应改用的位置信息"},
                 .cite = {6442, "4.1"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::correct_location, Next::not_resubmitted},
    },
    {
        .code = 425,
        .phrase = "Bad Alert Message",
        .name_zh = "告警消息错误",
        .defined_in = {8876, "5.1"},
        .category = Category::request,
        .gist = {{.en = "emergency alert is not usable", .zh = "告警消息无法使用"}},
        .meaning =
            {
                {.en = "The alert in the request (CAP) is so malformed that nobody can tell which "
                       "emergency response it calls for.",
                 .zh = "请求中的告警消息（CAP）格式有误，以致无法判断需要何种应急处置。"},
                {.en = "AlertMsg-Error MUST be present and say what is wrong.",
                 .zh = "响应必须包含 AlertMsg-Error 头域，说明问题所在。"},
                {.en = "Its codes: 100 the alert cannot be processed, 101 it is not to be found, "
                       "102 it tells too little of its purpose, 103 it is corrupted.",
                 .zh = "其错误码：100 无法处理告警，101 没有找到告警，102 信息不足以判断用途，103 "
                       "告警已损坏。",
                 .cite = {8876, "5.2"}},
                {.en = "It is appropriate only if the request has nothing else that the server can "
                       "act upon.",
                 .zh = "只有请求中没有其他可用的信息时，返回它才合适。"},
                {.en = "It MUST NOT be sent to a request without an alert, and MUST NOT terminate "
                       "an existing dialog.",
                 .zh = "请求没有告警消息时不得返回此响应，它也不得终止已有的对话。"},
                message_not_delivered,
            },
        .practice =
            {
                {.en = "It is usually met only where sensors or alarm systems send alerts to an "
                       "emergency centre, mostly by MESSAGE.",
                 .zh = "通常只见于传感器或报警系统向应急中心发送告警的场合，多用 MESSAGE。"},
                {.en = "The first suspect is the XML of the alert: not valid, or without a "
                       "mandatory element such as incidents.",
                 .zh = "首先怀疑告警的 XML：不合规范，或缺少 incidents 等必选元素。"},
                {.en = "If the body is whole in the capture before the server, an intermediary "
                       "behind that point has often changed it.",
                 .zh = "如果抓包中的消息体是完整的，常是此后的中间网元改动了它。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "AlertMsg-Error",
                 .what = {.en = "what is wrong with the alert", .zh = "告警消息的问题所在"},
                 .cite = {8876, "5.1"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::correct_alert, Next::not_resubmitted},
    },
    {
        .code = 428,
        .phrase = "Use Identity Header",
        .name_zh = "需要 Identity 头域",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .gist = {{.en = "signed identity of the sender wanted", .zh = "要求发起方身份经过签名"}},
        .meaning =
            {
                {.en = "Local policy demands a signed identity of the caller, but the request has "
                       "no Identity header field that the server can use.",
                 .zh =
                     "本地策略要求主叫身份经过签名，但请求中没有服务器能够使用的 Identity 头域。"},
                {.en = "The verifier MUST send it in that situation.",
                 .zh = "在这种情况下，验证方必须返回 428。",
                 .cite = {8224, "6.2"}},
                {.en = "The reason phrase “Use Supported PASSporT Format” tells that the ppt of "
                       "the Identity header field is not supported.",
                 .zh = "原因短语“Use Supported PASSporT Format”表示不支持 Identity 头域的 ppt "
                       "参数。"},
                identity_within_dialog,
                identity_of_bye,
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the calling network does not sign its calls (STIR/SHAKEN), or an "
                       "SBC has removed Identity: compare both sides of the SBC.",
                 .zh = "通常是主叫侧网络没有对呼叫签名（STIR/SHAKEN），或 SBC 删除了 "
                       "Identity：对比 SBC 两侧。",
                 .methods = {invite}},
                {.en = "A call that passes a TDM network on its way usually loses its signature "
                       "there.",
                 .zh = "呼叫途经 TDM 网络时，签名通常会在那里丢失。",
                 .methods = {invite}},
                {.en = "It is rare: most networks let unsigned requests pass and only mark them.",
                 .zh = "很少见：多数网络放行未签名的请求，只作标记。"},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::sign_request, Next::not_resubmitted},
    },
    {
        .code = 429,
        .phrase = "Provide Referrer Identity",
        .name_zh = "需要 REFER 发起方身份",
        .defined_in = {3892, "5"},
        .category = Category::security,
        .gist = {{.en = "wants a Referred-By token", .zh = "要求 Referred-By 令牌"}},
        .meaning =
            {
                {.en = "A REFER led to this request, and the refer target wants a valid "
                       "Referred-By token, which proves who sent that REFER.",
                 .zh = "此请求由 REFER 引发，而 REFER 所指的目标要求有效的 Referred-By "
                       "令牌，以证明 REFER 由谁发起。",
                 .methods = referred},
                {.en = "The target MUST reject so an invalid token, and MAY reject so a request "
                       "with a stale token or none.",
                 .zh = "令牌无效时，该目标必须以 429 拒绝；令牌过时或没有令牌时，可以以 429 拒绝。",
                 .methods = referred,
                 .cite = {3892, "2.3"}},
                {.en = "The recipient of the REFER passes the 429 on to its sender in a NOTIFY.",
                 .zh = "REFER 的接收方用 NOTIFY 把 429 转告 REFER 的发起方。",
                 .methods = referred},
                {.en = "The recipient of a REFER MAY also reject, with 429, a REFER that has no "
                       "Referred-By token.",
                 .zh = "REFER 的接收方也可以用 429 拒绝没有 Referred-By 令牌的 REFER。",
                 .cite = {3892, "2.2"}},
            },
        .practice =
            {
                {.en = "It is rare: hardly any product signs call transfers with such tokens, so "
                       "suspect a test or a special policy.",
                 .zh = "很少见：几乎没有产品用这种令牌为呼叫转接签名，多为测试或特殊策略。"},
                {.en = "Look whether Referred-By has a cid parameter, and whether the body has the "
                       "part that it names: an element on the way can have cut it off.",
                 .zh = "查看 Referred-By 是否带 cid "
                       "参数，消息体是否有它所指的部分：途中的网元可能删掉了它。"},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::refer_with_token, Next::not_resubmitted},
    },
    {
        .code = 430,
        .phrase = "Flow Failed",
        .name_zh = "流失效",
        .defined_in = {5626, "11.5"},
        .category = Category::routing,
        .gist = {{.en = "flow to the UA has failed", .zh = "到 UA 的流已失效"}},
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
                {.en = "The edge proxy SHOULD send it if the flow that the token in Route names no "
                       "longer exists.",
                 .zh = "Route 头域的流令牌（flow token）所指的流已不存在时，边缘代理服务器应当返回 "
                       "430。",
                 .cite = {5626, "5.3.1"}},
                {.en = "After any final response but 408 and 430, the authoritative proxy MUST NOT "
                       "try another flow to this instance.",
                 .zh =
                     "收到 408 和 430 以外的最终响应后，权威代理服务器不得再试通往该实例的其他流。",
                 .cite = {5626, "7"}},
                {.en = "It is about requests that are on their way to a UA: to a REGISTER it has "
                       "no meaning.",
                 .zh = "它针对发往 UA 的请求：对 REGISTER 没有含义。",
                 .methods = {register_},
                 .cite = {5626, "5.3"}},
            },
        .practice =
            {
                {.en = "Usually the TCP or TLS connection of the phone has broken: it lost its "
                       "network, went to sleep, or a NAT dropped the mapping.",
                 .zh = "通常是话机的 TCP 或 TLS 连接已断：网络中断、休眠，或 NAT 映射失效。"},
                {.en = "Look for a FIN or RST on that connection, or for keep-alives (CRLF, STUN) "
                       "that often have stopped some time before.",
                 .zh = "查看该连接上有无 FIN 或 RST，或保活（CRLF、STUN）是否早已停止。"},
                {.en = "If the caller gets it, the phone usually has registered one flow only, or "
                       "the authoritative proxy does not know outbound.",
                 .zh =
                     "如果主叫收到它，通常是话机只注册了一条流，或权威代理服务器不支持 outbound。",
                 .methods = {invite}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::use_another_flow, Next::not_resubmitted},
    },
    {
        .code = 433,
        .phrase = "Anonymity Disallowed",
        .name_zh = "不允许匿名",
        .defined_in = {5079, "5"},
        .category = Category::refusal,
        .gist = {{.en = "anonymous request refused", .zh = "拒绝匿名请求"}},
        .meaning =
            {
                {.en = "The server refuses the request because its originator is anonymous.",
                 .zh = "请求的发起者匿名，服务器因此拒绝该请求。"},
                {.en = "That is so if, for example, From has the domain anonymous.invalid or the "
                       "display name “Anonymous”, or Privacy has id or user.",
                 .zh = "例如 From 使用 anonymous.invalid 域或显示名“Anonymous”，或者 Privacy "
                       "头域带有 id 或 user，即为匿名。",
                 .cite = {5079, "3"}},
                {.en =
                     "That P-Asserted-Identity is missing SHOULD NOT by itself count as anonymity.",
                 .zh = "仅仅缺少 P-Asserted-Identity，不应当视为匿名。",
                 .cite = {5079, "3"}},
                {.en = "A UAS that has to keep this to itself SHOULD send 403 instead.",
                 .zh = "如果不便透露拒绝匿名，UAS 应当改用 403。",
                 .cite = {5079, "7"}},
                {.en = "Within a dialog it SHOULD NOT end the dialog, nor the usage.",
                 .zh = "在对话内，它不应当导致对话或其用法（usage）终止。",
                 .methods = within_a_dialog,
                 .cite = {5079, "4"}},
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the callee has the service anonymous call rejection (ACR).",
                 .zh = "通常是被叫开通了匿名来电拒接（ACR）业务。",
                 .methods = {invite}},
                {.en = "If the caller did not mean to hide, look where Privacy: id or "
                       "anonymous.invalid comes in: often in a PBX or at the border of a network.",
                 .zh = "如果主叫并未主动隐藏号码，查看 Privacy: id 或 anonymous.invalid "
                       "在哪里加入：常在 PBX 或网络边界。",
                 .methods = {invite}},
                {.en = "A phone that is set to hide its number, or a prefix such as #31#, is the "
                       "next suspect.",
                 .zh = "其次怀疑话机设置了隐藏号码，或拨了 #31# 之类的前缀。",
                 .methods = {invite}},
                {.en = "Compare From and Privacy with those of a request that passes: the client "
                       "usually has a setting for it.",
                 .zh = "把 From 和 Privacy 与成功的请求对比：客户端通常有相关设置。",
                 .methods = {bye, register_, options, prack, update, info, subscribe, notify, refer,
                             message, publish, other}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::confirm_identity, Next::not_resubmitted},
    },
    {
        .code = 436,
        .phrase = "Bad Identity Info",
        .name_zh = "身份信息错误",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .gist = {{.en = "signing credential not to be had", .zh = "取不到签名凭证"}},
        .meaning =
            {
                {.en = "The server cannot get the credential, such as a certificate, with which to "
                       "verify the signature in Identity.",
                 .zh = "服务器无法取得验证 Identity 头域签名所需的凭证，例如证书。"},
                {.en = "It should be sent only if this fails for all Identity header fields of the "
                       "request.",
                 .zh = "只有请求的所有 Identity 头域都取不到凭证时，才应返回此响应。"},
                identity_within_dialog,
                identity_of_bye,
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the URL in info cannot be fetched: DNS, a firewall, an expired TLS "
                       "certificate of the web server, or a file that is not there.",
                 .zh = "通常是 info 参数中的 URL 无法访问：DNS、防火墙、Web 服务器的 TLS "
                       "证书过期，或文件不存在。"},
                {.en = "Try the URL from the network of the verifier, which often has no open way "
                       "to the internet.",
                 .zh = "可从验证方所在的网络尝试该 URL，那里常常没有通往互联网的出口。"},
                {.en = "If calls from one network alone fail, its certificate server is the likely "
                       "culprit; if all fail, the way out of the verifier.",
                 .zh = "如果只有某一网络的呼叫失败，问题多在它的证书服务器；如果全部失败，多在验证"
                       "方的出口。",
                 .methods = {invite}},
                told_by_reason,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::give_reachable_info, Next::not_resubmitted},
    },
    {
        .code = 437,
        .phrase = "Unsupported Credential",
        .name_zh = "不支持的凭证",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .gist = {{.en = "signing credential not accepted", .zh = "不接受签名凭证"}},
        .meaning =
            {
                {.en = "The server has the credential that Identity refers to, but does not "
                       "support it: it does not trust the CA, for example, or lacks the algorithm.",
                 .zh = "服务器已有 Identity 头域所指的凭证，但不支持它，例如不信任签发它的 "
                       "CA，或不支持其算法。"},
                {.en = "Its phrase was once “Unsupported Certificate” (RFC 4474).",
                 .zh = "其原因短语曾是“Unsupported Certificate”（RFC 4474）。"},
                identity_within_dialog,
                identity_of_bye,
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the certificate does not lead to a root that the verifier trusts: "
                       "a test certificate, or a CA that is not on its list.",
                 .zh = "通常是证书不能追溯到验证方信任的根：用了测试证书，或 CA 不在其列表中。"},
                {.en = "An expired certificate is the next suspect; then an algorithm other than "
                       "ES256, to be seen in alg of the token.",
                 .zh = "其次怀疑证书已过期；再次是算法不是 ES256，可看令牌中的 alg。"},
                told_by_reason,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::change_credential, Next::not_resubmitted},
    },
    {
        .code = 438,
        .phrase = "Invalid Identity Header",
        .name_zh = "无效的 Identity 头域",
        .defined_in = {8224, "6.2.2"},
        .category = Category::security,
        .gist = {{.en = "no valid signature of the identity", .zh = "没有有效的身份签名"}},
        .meaning =
            {
                {.en = "No Identity header field of the request holds a signed token (PASSporT) "
                       "that is valid and supported.",
                 .zh = "请求的各个 Identity 头域都没有有效且受支持的签名令牌（PASSporT）。"},
                {.en = "This need not be fraud: a network in between may have altered Date, for "
                       "example.",
                 .zh = "这不一定是伪造：例如途经的网络可能改动了 Date 头域。"},
                {.en = "The reason phrase “Invalid PASSporT” tells that an extended token lacks "
                       "something that its type requires.",
                 .zh = "原因短语“Invalid PASSporT”表示扩展的令牌缺少其类型所要求的内容。"},
                identity_within_dialog,
                identity_of_bye,
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually a number was changed on the way: the signature covers calling and "
                       "called number, and some hop has rewritten one of them.",
                 .zh =
                     "通常是号码在途中被改写：签名涵盖主叫号码和被叫号码，而某一跳改写了其中之一。",
                 .methods = {invite}},
                {.en = "Compare orig, dest and iat of the decoded token with From (or "
                       "P-Asserted-Identity), To and Date as the verifier gets them.",
                 .zh = "解码令牌，把 orig、dest、iat 与验证方收到的 From（或 "
                       "P-Asserted-Identity）、To、Date 对比。"},
                {.en = "Call forwarding that adds no further token (div) is another common cause.",
                 .zh = "呼叫前转时没有另加令牌（div），也是常见原因。",
                 .methods = {invite}},
                told_by_reason,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::send_full_passport, Next::not_resubmitted},
    },
    {
        .code = 439,
        .phrase = "First Hop Lacks Outbound Support",
        .name_zh = "首跳不支持 outbound",
        .defined_in = {5626, "11.6"},
        .category = Category::capability,
        .gist = {{.en = "first proxy lacks outbound",
                  .zh = "首个代理服务器不支持 outbound",
                  .methods = {register_}},
                 {.en = "for REGISTER only", .zh = "只用于 REGISTER"}},
        .meaning =
            {
                {.en = "The registrar supports outbound, but the first proxy through which the UA "
                       "registers does not.",
                 .zh = "注册服务器支持 outbound，但 UA 注册所经过的第一个代理服务器不支持。"},
                {.en = "It is for a REGISTER with reg-id and with outbound in Supported only.",
                 .zh =
                     "它只用于带有 reg-id 参数、并在 Supported 头域中列出 outbound 的 REGISTER。"},
                {.en = "To such a REGISTER the registrar MUST send it, unless it is itself the "
                       "first hop, if Path is missing or its first URI has no ob parameter.",
                 .zh = "对这样的 REGISTER，如果没有 Path 头域或其首个 URI 没有 ob "
                       "参数，注册服务器必须返回 439，除非它自己就是第一跳。",
                 .methods = {register_},
                 .cite = {5626, "6"}},
                bindings_stay,
            },
        .practice =
            {
                {.en = "Usually an SBC or proxy stands between phone and registrar that does not "
                       "add Path, or adds it without ob: compare the REGISTER on both its sides.",
                 .zh = "通常是话机与注册服务器之间的 SBC 或代理服务器没有加 Path，或加了但没有 "
                       "ob：对比其两侧的 REGISTER。",
                 .methods = {register_}},
                {.en = "The phone usually registers again at once without reg-id; if it does not, "
                       "switch outbound (RFC 5626) off in it.",
                 .zh = "话机通常会立即不带 reg-id 重新注册；否则可在话机上关闭 outbound（RFC "
                       "5626）。",
                 .methods = {register_}},
                {.en = "To another request it is usually a mistake of the server.",
                 .zh = "对其他请求返回它，通常是服务器有误。",
                 .methods = {invite, bye, cancel, options, prack, update, info, subscribe, notify,
                             refer, message, publish, other}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::registrar},
        .next = {Next::ack_failure, Next::register_otherwise, Next::not_resubmitted},
    },
    {
        .code = 440,
        .phrase = "Max-Breadth Exceeded",
        .name_zh = "超出 Max-Breadth",
        .defined_in = {5393, "5.3.3"},
        .category = Category::routing,
        .gist = {{.en = "too many parallel branches", .zh = "并行分支过多"}},
        .meaning =
            {
                {.en = "The parallel fork that the proxy wants needs more branches than "
                       "Max-Breadth allows.",
                 .zh = "代理服务器要并行建立的分支数，超过了 Max-Breadth 头域的限额。"},
                {.en = "The proxy will not, or cannot, try the targets one after another or "
                       "redirect the request instead.",
                 .zh = "代理服务器也不愿或不能改为依次尝试各个目标或返回重定向。"},
                {.en = "So the request has not reached all possible destinations.",
                 .zh = "因此请求没有到达所有可能的目的地。",
                 .cite = {5393, "5.1"}},
                {.en = "A proxy MUST add Max-Breadth where it is missing (60 is recommended), and "
                       "its branches together MUST NOT exceed it.",
                 .zh = "请求没有 Max-Breadth 时，代理服务器必须加上它（推荐值为 "
                       "60），各分支之和不得超过它。"},
                {.en = "Max-Breadth is meaningless in a CANCEL, so that there is no reason for a "
                       "440.",
                 .zh = "Max-Breadth 在 CANCEL 中没有意义，因此没有理由返回 440。",
                 .methods = {cancel},
                 .cite = {5393, "5.4.1"}},
            },
        .practice =
            {
                {.en = "It is rare: usually a very large number of devices is registered for one "
                       "address, or groups that point to one another multiply the branches.",
                 .zh =
                     "很少见：通常是同一地址注册了大量终端，或多个群组互相指向，使分支成倍增加。"},
                {.en = "Look at Max-Breadth in the request that the proxy received: if it is low, "
                       "earlier hops have most likely shared it out already.",
                 .zh = "查看代理服务器所收到请求的 "
                       "Max-Breadth：如果很小，多半是前面的跳已把它分掉。"},
                {.en = "Together with 482 or 483 it often points to a loop that forks.",
                 .zh = "如果同时出现 482 或 483，往往是带分叉的环路。"},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::narrow_search, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_42x_44x, codes_42x_44x, 400),
              "420 to 440: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
