// SPDX-License-Identifier: MIT
// The provisional responses. RFC 3261 section 21.1, RFC 3262, RFC 4320 and RFC 6228.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> non_invite = {bye,       cancel, register_, options, prack,   update, info,
                                    subscribe, notify, refer,     message, publish, other};
constexpr Set<Method> all_but_invite = {ack,   bye,     cancel,  register_, options,
                                        prack, update,  info,    subscribe, notify,
                                        refer, message, publish, other};

// 180 to 183, 199
constexpr Sentence invite_only = {.en = "only valid for INVITE", .zh = "仅适用于 INVITE"};

// 180 to 183, 199
constexpr Sentence not_for_others = {
    .en =
        "It MUST NOT be sent in answer to this method: only INVITE gets provisional responses "
        "other than 100.",
    .zh = "对此方法不得发送它：只有 INVITE 可得到 100 以外的临时响应。",
    .methods = all_but_invite,
    .cite = {4320, "4.1"}};

// 180, 182, 183
constexpr Sentence every_minute = {
    .en =
        "While it takes long to answer, the UAS MUST send a provisional response other than 100 "
        "every minute, so that no proxy cancels the INVITE.",
    .zh =
        "迟迟不能给出最终响应时，UAS 必须每分钟发送一次 100 以外的临时响应，"
        "以免代理服务器取消该 INVITE。",
    .methods = {invite},
    .cite = {3261, "13.3.1.1"}};

// 180 to 183
constexpr HeaderUse dialog_contact = {
    .strength = Strength::must,
    .name = "Contact",
    .what = {.en = "where the callee's side takes further requests of the dialog",
             .zh = "被叫侧接收对话后续请求的地址"},
    .cite = {3261, "12.1.1"},
    .methods = {invite}};
constexpr HeaderUse recorded_route = {
    .strength = Strength::must,
    .name = "Record-Route",
    .what = {.en = "the proxies that stay in the path, copied from the INVITE if it names any",
             .zh = "留在路径上的代理服务器，从 INVITE 复制（如有）"},
    .cite = {3261, "12.1.1"},
    .methods = {invite}};
constexpr HeaderUse usable_methods = {
    .name = "Allow",
    .what = {.en = "the methods that can be used while the dialog is early",
             .zh = "早期对话期间可用的方法"},
    .cite = {3261, "13.2.2.1"},
    .methods = {invite}};
constexpr HeaderUse ringback_tone = {
    .name = "Alert-Info",
    .what = {.en = "another ringback tone for the caller", .zh = "供主叫使用的其他回铃音"},
    .cite = {7462, "4.1"},
    .methods = {invite}};
constexpr HeaderUse early_media = {
    .name = "P-Early-Media",
    .what = {.en = "the directions in which early media asks to be let through",
             .zh = "请求放行早期媒体的方向"},
    .cite = {5009, "8"},
    .methods = {invite}};
constexpr HeaderUse cause = {
    .name = "Reason",
    .what = {.en = "a Q.850 cause from the telephone network", .zh = "来自电话网的 Q.850 原因值"},
    .cite = {6432, "3"},
    .methods = {invite}};

// 180 to 183, 199
constexpr HeaderUse sent_reliably = {
    .name = "Require",
    .what = {.en = "100rel, if the response is sent reliably and has to be acknowledged with PRACK",
             .zh = "100rel，表示以可靠方式发送、须用 PRACK 确认"},
    .cite = {3262, "3"},
    .methods = {invite}};
constexpr HeaderUse response_number = {
    .name = "RSeq",
    .what = {.en = "the number of a response sent reliably, which the PRACK repeats in RAck",
             .zh = "可靠响应的序号，PRACK 在 RAck 中带回"},
    .cite = {3262, "3"},
    .methods = {invite}};

}  // namespace

constexpr ResponseCode table_1xx[] = {
    {
        .code = 100,
        .phrase = "Trying",
        .name_zh = "正在处理",
        .defined_in = {3261, "21.1.1"},
        .category = Category::progress,
        .gist = {{.en = "next hop is working on it", .zh = "下一跳正在处理"}},
        .meaning =
            {
                {.en = "The next-hop server has received the request and is taking some "
                       "unspecified action for it, such as a database lookup.",
                 .zh = "下一跳服务器已收到请求，正在为它执行某种未指明的动作，例如查询数据库。"},
                {.en = "Like every provisional response, it stops the client's retransmissions of "
                       "an INVITE.",
                 .zh = "与其他临时响应一样，它使 UAC 停止重传 INVITE。",
                 .methods = {invite}},
                {.en = "Unlike the others, it covers one hop only: a stateful proxy never forwards "
                       "it upstream.",
                 .zh = "与其他临时响应不同，它只在一跳内有效："
                       "有状态代理服务器从不把它向上游转发。"},
                {.en = "A server transaction MUST send it, unless it knows that a provisional or "
                       "final response follows within 200 ms.",
                 .zh = "服务器事务必须发送它，除非知道 200 毫秒内会有临时响应或最终响应。",
                 .methods = {invite},
                 .cite = {3261, "17.2.1"}},
                {.en = "Now the INVITE can be cancelled: before the first provisional response, "
                       "CANCEL MUST NOT be sent.",
                 .zh = "此后才可取消该 INVITE：收到首个临时响应之前，不得发送 CANCEL。",
                 .methods = {invite},
                 .cite = {3261, "9.1"}},
                {.en =
                     "For this method it is the only provisional response; over UDP it MUST NOT be "
                     "sent before the client's Timer E has reached T2 (after 3.5 s by default).",
                 .zh = "对此方法，它是唯一的临时响应；在 UDP 上，"
                       "客户端的 Timer E 达到 T2（默认在 3.5 秒之后）之前，不得发送它。",
                 .methods = non_invite,
                 .cite = {4320, "4.1"}},
                {.en = "A server that has not responded by that time MUST send it, over any "
                       "transport.",
                 .zh = "到那时仍未响应的服务器，在任何传输上都必须发送它。",
                 .methods = non_invite,
                 .cite = {4320, "4.1"}},
            },
        .practice =
            {
                {.en = "Usually a proxy or SBC sends it before it knows anything about the callee: "
                       "it only shows that this hop has the request.",
                 .zh = "通常由代理服务器或 SBC 发出，此时它还不了解被叫的情况："
                       "只说明这一跳已收到请求。",
                 .methods = {invite}},
                {.en = "If the INVITE is still retransmitted, the 100 most likely does not reach "
                       "the client: look at received and rport in Via, at NAT and firewalls.",
                 .zh = "若 INVITE 仍在重传，多半是 100 没有到达客户端："
                       "查看 Via 的 received 和 rport，以及 NAT 和防火墙。",
                 .methods = {invite}},
                {.en = "If nothing else follows, the hop after the sender of the 100 usually does "
                       "not respond; a 408 or 503 then often comes after about 32 s.",
                 .zh = "若之后没有其他响应，通常是 100 发送方的下一跳没有响应；"
                       "约 32 秒后常会收到 408 或 503。",
                 .methods = {invite}},
                {.en = "The time from the INVITE to the 100 is roughly the round trip to this hop; "
                       "if it is long, the server is often overloaded.",
                 .zh = "从 INVITE 到 100 的时间大致是到这一跳的往返时延；时间过长，"
                       "往往是服务器过载。",
                 .methods = {invite}},
                {.en = "Some servers send it at once, as was usual before RFC 4320; one that comes "
                       "after seconds often means a slow server or database.",
                 .zh = "有些服务器仍按 RFC 4320 之前的习惯立即发送；若数秒后才到，"
                       "往往是服务器或数据库较慢。",
                 .methods = non_invite},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Timestamp",
                 .what = {.en = "copied from the request if it has one, to measure the delay",
                          .zh = "从请求复制（如有），用于测量时延"},
                 .cite = {3261, "8.2.6.1"}},
                {.strength = Strength::must_not,
                 .name = "RSeq",
                 .what = {.en = "a 100 is never sent reliably", .zh = "100 从不以可靠方式发送"},
                 .cite = {3262, "3"}},
            },
        .dialog = DialogEffect::none,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::stop_retransmitting, Next::retransmit_slowly, Next::wait_for_final},
    },
    {
        .code = 180,
        .phrase = "Ringing",
        .name_zh = "振铃",
        .defined_in = {3261, "21.1.2"},
        .category = Category::progress,
        .gist = {{.en = "callee is being alerted", .zh = "被叫振铃中", .methods = {invite}},
                 invite_only},
        .meaning =
            {
                {.en = "The INVITE has reached a UA, which is trying to alert its user.",
                 .zh = "INVITE 已到达 UA，UA 正在设法提醒用户。",
                 .methods = {invite}},
                {.en = "For a re-INVITE the UAS MAY leave it out, because UACs do not usually show "
                       "it.",
                 .zh = "对 re-INVITE，UAS 可以不发送它，因为 UAC 通常不向用户呈现。",
                 .methods = {invite},
                 .cite = {3261, "14.2"}},
                every_minute,
                not_for_others,
            },
        .practice =
            {
                {.en = "Usually it comes from the callee's phone, or from a gateway whose "
                       "telephone network reports that the callee is being alerted.",
                 .zh = "通常来自被叫话机，或来自网关：电话网已报告正在提醒被叫。",
                 .methods = {invite}},
                {.en = "Without SDP, the caller's own phone usually plays the ringback; with SDP, "
                       "the far side often sends it as RTP.",
                 .zh = "不带 SDP 时，回铃音通常由主叫话机自己播放；带 SDP 时，"
                       "常由对端以 RTP 送来。",
                 .methods = {invite}},
                {.en = "If the caller hears nothing, it usually carries SDP, but no RTP comes from "
                       "the far side.",
                 .zh = "主叫听不到回铃音，最常见的原因是它带有 SDP，但对端没有送来 RTP。",
                 .methods = {invite}},
                {.en = "Several of them with different tags in To usually mean that several phones "
                       "ring in parallel.",
                 .zh = "收到多个 To 的 tag 不同的 180，通常是多部话机同振。",
                 .methods = {invite}},
                {.en = "PBXs and SBCs often send it before any phone rings; only the next leg "
                       "shows whether one does.",
                 .zh = "PBX 和 SBC 往往在话机尚未振铃时就发送它；是否真的振铃，要看下一段呼叫。",
                 .methods = {invite}},
            },
        .headers = {dialog_contact, recorded_route, usable_methods, ringback_tone, early_media,
                    sent_reliably, response_number},
        .dialog = DialogEffect::creates_early,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::play_ringback,
                 Next::wait_for_final},
    },
    {
        .code = 181,
        .phrase = "Call Is Being Forwarded",
        .name_zh = "呼叫正被前转",
        .defined_in = {3261, "21.1.3"},
        .category = Category::progress,
        .gist = {{.en = "call is being forwarded", .zh = "呼叫正被前转", .methods = {invite}},
                 invite_only},
        .meaning =
            {
                {.en = "The call is now being sent to another set of destinations (call "
                       "forwarding); a server MAY say so with this code.",
                 .zh = "呼叫正被前转到另一组目的地；服务器可以用此状态码加以说明。",
                 .methods = {invite}},
                not_for_others,
            },
        .practice =
            {
                {.en = "Usually an application server or PBX sends it when call forwarding takes "
                       "effect; many forward without a word.",
                 .zh = "通常由应用服务器或 PBX 在呼叫前转生效时发送；不少网元前转时并不通知。",
                 .methods = {invite}},
                {.en = "Who was called first, and why it was forwarded, is usually shown by "
                       "History-Info, or by Diversion in the INVITE of the next leg.",
                 .zh = "原被叫是谁、为何前转，通常见 History-Info，"
                       "或下一段呼叫的 INVITE 中的 Diversion。",
                 .methods = {invite}},
                {.en = "A 180 or 183 with another tag in To usually follows from the new "
                       "destination.",
                 .zh = "随后通常会收到新目的地发来的 180 或 183，其 To 的 tag 不同。",
                 .methods = {invite}},
                {.en = "If the call fails after it, the forwarding often leads in a circle (482, "
                       "483), to a number in the wrong format (404, 484), or to one not allowed "
                       "(403).",
                 .zh = "若之后呼叫失败，常见原因是前转成环（482、483）、目标号码格式不对（404、"
                       "484）或没有权限（403）。",
                 .methods = {invite}},
            },
        .headers = {dialog_contact,
                    recorded_route,
                    {.strength = Strength::must,
                     .name = "History-Info",
                     .what = {.en = "the targets so far, if the INVITE carries or supports it",
                              .zh = "迄今的目标（INVITE 带有或支持该头域时）"},
                     .cite = {7044, "9.4"},
                     .methods = {invite}},
                    ringback_tone,
                    early_media,
                    sent_reliably,
                    response_number},
        .dialog = DialogEffect::creates_early,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::wait_for_final},
    },
    {
        .code = 182,
        .phrase = "Queued",
        .name_zh = "已排队",
        .defined_in = {3261, "21.1.4"},
        .category = Category::progress,
        .gist = {{.en = "call is waiting in a queue", .zh = "呼叫正在排队", .methods = {invite}},
                 invite_only},
        .meaning =
            {
                {.en = "While the callee is temporarily unavailable, the server queues the call "
                       "instead of rejecting it.",
                 .zh = "被叫暂时不能接听，服务器让呼叫排队等候，而不是拒绝它。",
                 .methods = {invite}},
                {.en = "Once the callee is available, it returns the appropriate final response.",
                 .zh = "被叫一旦可以接听，就会返回相应的最终响应。",
                 .methods = {invite}},
                {.en = "The reason phrase MAY describe the state of the call, such as “5 calls "
                       "queued; expected waiting time is 15 minutes”.",
                 .zh = "原因短语可以详述呼叫的状态，"
                       "例如“5 calls queued; expected waiting time is 15 minutes”。",
                 .methods = {invite}},
                {.en = "The server MAY send several 182 responses to keep the caller informed "
                       "about the queued call.",
                 .zh = "服务器可以多次发送 182 响应，向主叫通报排队呼叫的最新状态。",
                 .methods = {invite}},
                {.en = "Where Resource-Priority is handled by queueing, a UAS whose resources are "
                       "busy SHOULD send it until it can handle the request.",
                 .zh = "对 Resource-Priority 采用排队策略时，资源繁忙的 UAS 应当发送它，"
                       "直到能够处理该请求。",
                 .methods = {invite},
                 .cite = {4412, "4.7.2.2"}},
                every_minute,
                not_for_others,
            },
        .practice =
            {
                {.en = "Usually the queue of a call centre sends it while all agents are busy.",
                 .zh = "通常由呼叫中心的排队系统在座席全忙时发送。",
                 .methods = {invite}},
                {.en = "Many queues do without it: they send a 183, or answer with 200 and play "
                       "music as normal, charged media.",
                 .zh = "许多排队系统不用它，而是发送 183，"
                       "或直接以 200 接听后播放音乐（此时通常已开始计费）。",
                 .methods = {invite}},
                {.en = "Music or an announcement needs SDP in this or another 1xx; without it the "
                       "caller usually hears ringback or nothing.",
                 .zh = "播放音乐或录音通知需要在此响应或其他 1xx 中带 SDP；"
                       "否则主叫通常只听到回铃音或静音。",
                 .methods = {invite}},
                {.en = "A call that is lost after about three minutes of waiting often lacks the "
                       "repetition every minute: the Timer C of a proxy ran out.",
                 .zh = "等待约三分钟后呼叫中断，往往是因为没有每分钟重复发送，"
                       "代理服务器的 Timer C 已超时。",
                 .methods = {invite}},
                {.en = "A 408 or 480 after it often means that the longest waiting time of the "
                       "queue is over.",
                 .zh = "之后收到 408 或 480，往往是超过了队列的最长等待时间。",
                 .methods = {invite}},
            },
        .headers = {dialog_contact, recorded_route, ringback_tone, early_media, sent_reliably,
                    response_number},
        .dialog = DialogEffect::creates_early,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::wait_for_final},
    },
    {
        .code = 183,
        .phrase = "Session Progress",
        .name_zh = "会话进行中",
        .defined_in = {3261, "21.1.5"},
        .category = Category::progress,
        .gist = {{.en = "call progress, often early media",
                  .zh = "呼叫进展，常带早期媒体",
                  .methods = {invite}},
                 invite_only},
        .meaning =
            {
                {.en = "It conveys call progress that no other code classifies.",
                 .zh = "传送未由其他状态码归类的呼叫进展信息。",
                 .methods = {invite}},
                {.en = "The reason phrase, header fields or body MAY give more details about the "
                       "progress.",
                 .zh = "原因短语、头域或消息体可以给出呼叫进展的更多细节。",
                 .methods = {invite}},
                {.en = "A UAC MUST treat every other provisional response that it does not know, "
                       "except 100, as a 183.",
                 .zh = "除 100 外，UAC 必须把不认识的临时响应一律当作 183 处理。",
                 .methods = {invite},
                 .cite = {3261, "8.1.3.2"}},
                {.en = "The UAC MUST treat the first session description that it receives as the "
                       "answer to its offer, be it in an unreliable 183, and ignore later ones in "
                       "that dialog.",
                 .zh = "UAC 必须把收到的首个会话描述当作对其 offer 的 answer，"
                       "即使它来自不可靠的 183，并忽略该对话中后来的会话描述。",
                 .methods = {invite},
                 .cite = {3261, "13.2.1"}},
                {.en = "If the INVITE has no offer and this is the first response sent reliably, "
                       "it MUST carry the offer.",
                 .zh = "若 INVITE 没有 offer，而此响应是首个以可靠方式发送的响应，"
                       "则必须携带 offer。",
                 .methods = {invite},
                 .cite = {3262, "5"}},
                every_minute,
                not_for_others,
            },
        .practice =
            {
                {.en = "Usually a gateway, SBC or application server sends it, with SDP for early "
                       "media: an announcement or a ringback tone of the network.",
                 .zh = "通常由网关、SBC 或应用服务器发送，带有用于早期媒体的 SDP，"
                       "例如录音通知或网络侧播放的回铃音。",
                 .methods = {invite}},
                {.en = "Silence in spite of its SDP usually means that no RTP comes from that "
                       "address and port: a firewall or NAT, or an SBC that does not let early "
                       "media through.",
                 .zh = "带 SDP 却无声，通常是该地址和端口没有送来 RTP：被防火墙或 NAT 阻断，"
                       "或 SBC 未放行早期媒体。",
                 .methods = {invite}},
                {.en = "In IMS networks (VoLTE) it often only settles codecs and preconditions; a "
                       "180 then follows.",
                 .zh = "在 IMS 网络（VoLTE）中，它常只用于协商编解码和前置条件，随后才是 180。",
                 .methods = {invite}},
                {.en = "If the call then fails, an announcement has often told the caller why; in "
                       "the capture, the final code and a Q.850 cause in Reason tell it.",
                 .zh = "若之后呼叫失败，往往已有录音告知主叫原因；"
                       "在抓包中则看最终状态码和 Reason 中的 Q.850 原因值。",
                 .methods = {invite}},
                {.en = "Without a body and without RSeq it usually serves only to keep the call "
                       "from timing out.",
                 .zh = "没有消息体也没有 RSeq 的 183，通常只是为了避免呼叫超时。",
                 .methods = {invite}},
            },
        .headers = {dialog_contact, recorded_route, usable_methods, early_media, sent_reliably,
                    response_number, cause, ringback_tone},
        .dialog = DialogEffect::creates_early,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::play_early_media,
                 Next::wait_for_final},
    },
    {
        .code = 199,
        .phrase = "Early Dialog Terminated",
        .name_zh = "早期对话已终止",
        .defined_in = {6228, "11.1"},
        .category = Category::progress,
        .gist = {{.en = "one early dialog has ended",
                  .zh = "一个早期对话已终止",
                  .methods = {invite}},
                 invite_only},
        .meaning =
            {
                {.en = "One early dialog, the one that the tag in To names, has been terminated "
                       "before the INVITE has its final response.",
                 .zh = "在 INVITE 得到最终响应之前，To 头域的 tag 所标识的那个早期对话已经终止。",
                 .methods = {invite}},
                {.en = "Usually a forking proxy sends it when a branch fails, and only to a UAC "
                       "that lists 199 in Supported.",
                 .zh = "通常由分叉请求的代理服务器在某个分支失败时发送，"
                       "且只发给在 Supported 头域中列出 199 的 UAC。",
                 .methods = {invite},
                 .cite = {6228, "6"}},
                {.en = "A UAS SHOULD NOT send it ahead of its own final failure, unless it is set "
                       "up so, for example because the proxies do not know 199.",
                 .zh = "UAS 不应当在自己的失败响应之前发送它，除非专门如此配置，"
                       "例如代理服务器不支持 199。",
                 .methods = {invite},
                 .cite = {6228, "5"}},
                {.en = "Reason MUST carry the status code that tells why that early dialog ended.",
                 .zh = "响应必须包含 Reason 头域，用状态码说明该早期对话为何终止。",
                 .methods = {invite},
                 .cite = {6228, "6"}},
                {.en = "It does not replace the final response, and other early dialogs go on.",
                 .zh = "它不能代替最终响应，其他早期对话照常进行。",
                 .methods = {invite},
                 .cite = {6228, "7"}},
                {.en = "It SHOULD NOT carry SDP, unless the rules of offer and answer require it.",
                 .zh = "它不应当携带 SDP，除非 offer/answer 规则要求。",
                 .methods = {invite},
                 .cite = {6228, "8"}},
                not_for_others,
            },
        .practice =
            {
                {.en = "It is rare; mostly IMS networks use it, to free the resources of a failed "
                       "branch early.",
                 .zh = "较少见，多用于 IMS 网络，以便及早释放失败分支占用的资源。",
                 .methods = {invite}},
                {.en = "Look first at the cause in Reason: 486, 480 or 408, for example, usually "
                       "tells what became of that phone.",
                 .zh = "首先看 Reason 中的 cause：例如 486、480 或 408，通常就是那部话机的结果。",
                 .methods = {invite}},
                {.en = "Which phone it was, an earlier 180 or 183 with the same tag in To usually "
                       "shows.",
                 .zh = "是哪部话机，通常可由此前 To 的 tag 相同的 180 或 183 看出。",
                 .methods = {invite}},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Reason",
                 .what = {.en = "why the early dialog ended, as a SIP status code",
                          .zh = "早期对话终止的原因，用 SIP 状态码表示"},
                 .cite = {6228, "6"},
                 .methods = {invite}},
                sent_reliably,
                response_number,
                {.strength = Strength::should_not,
                 .name = "Contact",
                 .what = {.en = "where a proxy generates the response",
                          .zh = "指由代理服务器产生的响应"},
                 .cite = {6228, "6"},
                 .methods = {invite}},
                {.strength = Strength::should_not,
                 .name = "Record-Route",
                 .what = {.en = "where a proxy generates the response",
                          .zh = "指由代理服务器产生的响应"},
                 .cite = {6228, "6"},
                 .methods = {invite}},
                {.strength = Strength::must_not,
                 .name = "Supported",
                 .what = {.en = "with the option tag 199, which belongs in the request",
                          .zh = "列出选项标签 199，它只用于请求"},
                 .cite = {6228, "6"},
                 .methods = {invite}},
            },
        .dialog = DialogEffect::ends_one_early,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::leave_early_dialog,
                 Next::wait_for_final},
    },
};
static_assert(well_formed(table_1xx, codes_1xx, 100),
              "1xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
