// SPDX-License-Identifier: MIT
// What comes after a response, each step worded once. RFC 3261 sections 8.1.3, 9 to 17 and 21,
// and the RFCs of the later codes.

#include <algorithm>
#include <array>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {

namespace {

using enum Method;

// What a client can send again: not ACK, which has no response, nor CANCEL, which cannot be
// resubmitted (RFC 3261 section 9.2).
constexpr Set<Method> resendable = {invite,    bye,    register_, options, prack,   update, info,
                                    subscribe, notify, refer,     message, publish, other};
constexpr Set<Method> resendable_but_bye = {invite,    register_, options, prack,   update,  info,
                                            subscribe, notify,    refer,   message, publish, other};
constexpr Set<Method> non_invite = {bye,       cancel, register_, options, prack,   update, info,
                                    subscribe, notify, refer,     message, publish, other};
constexpr Set<Method> non_offer = {bye,    register_, options, prack,   info, subscribe,
                                   notify, refer,     message, publish, other};

constexpr Set<Method> not_subscribe = {ack,  bye,    cancel, register_, options, prack, update,
                                       info, notify, refer,  message,   publish, other};

constexpr auto steps = std::to_array<NextStep>({
    // after 1xx
    {
        .id = Next::stop_retransmitting,
        .methods = {invite},
        .text = {.en = "The side that sent the INVITE SHOULD NOT retransmit it any longer.",
                 .zh = "发出 INVITE 的一侧不应当再重传 INVITE。"},
        .cite = {3261, "17.1.1.2"},
    },
    {
        .id = Next::retransmit_slowly,
        .methods = non_invite,
        .text = {.en = "Over an unreliable transport the client MUST go on retransmitting the "
                       "request, now every T2 (4 s by default).",
                 .zh = "在不可靠传输上，客户端必须继续重传请求，此后每隔 T2（默认 4 秒）一次。"},
        .cite = {3261, "17.1.2.2"},
    },
    {
        .id = Next::acknowledge_reliably,
        .methods = {invite},
        .text = {.en = "If the response is sent reliably (Require: 100rel and RSeq), the caller's "
                       "side MUST acknowledge it with PRACK.",
                 .zh = "如果该响应以可靠方式发送（带有 Require: 100rel 和 RSeq），"
                       "主叫侧必须用 PRACK 确认。"},
        .cite = {3262, "4"},
    },
    {
        .id = Next::play_ringback,
        .methods = {invite},
        .text = {.en = "The caller's side MAY start local ringback; early media, if it arrives, is "
                       "played instead (RFC 3960).",
                 .zh = "主叫侧可以启动本地回铃音；如有早期媒体到达，"
                       "则改为播放早期媒体（RFC 3960）。"},
        .cite = {3261, "21.1.2"},
        .brief = {.en = "ringback", .zh = "回铃"},
    },
    {
        .id = Next::play_early_media,
        .methods = {invite},
        .text = {.en = "If early media arrives, the caller's side plays it to the user.",
                 .zh = "如有早期媒体到达，主叫侧将其播放给用户。"},
        .cite = {3960, "3.2"},
    },
    {
        .id = Next::leave_early_dialog,
        .methods = {invite},
        .text = {.en = "On that early dialog the UAC MUST NOT send media, nor any request but "
                       "those that acknowledge reliable responses.",
                 .zh = "在该早期对话上，UAC 不得再发送媒体，也不得再发送请求，"
                       "但确认可靠响应的请求除外。"},
        .cite = {6228, "7"},
        .brief = {.en = "leave that dialog", .zh = "放弃该早期对话"},
    },
    {
        .id = Next::wait_for_final,
        .methods = {},
        .text = {.en = "The client waits for the final response; it never sends ACK for a "
                       "provisional one.",
                 .zh = "客户端等待最终响应；收到临时响应绝不会发送 ACK。"},
        .cite = {3261, "21.1"},
        .brief = {.en = "wait", .zh = "等待最终响应"},
    },
    // after 2xx
    {
        .id = Next::ack_success,
        .methods = {invite},
        .text = {.en = "The UA that sent the INVITE MUST send ACK for each 2xx, end to end, with a "
                       "new branch (as its own transaction) and the CSeq number of the INVITE.",
                 .zh = "发出 INVITE 的 UA 必须对每个 2xx 端到端发送 ACK：branch 换新，自成事务，"
                       "CSeq 序号与 INVITE 相同。"},
        .cite = {3261, "13.2.2.4"},
        .brief = {.en = "ACK end to end", .zh = "端到端 ACK"},
    },
    {
        .id = Next::send_media,
        .methods = {invite},
        .text = {.en = "Once offer and answer are exchanged, both sides MAY send media on the "
                       "agreed streams.",
                 .zh = "offer 与 answer 交换完成后，双方可以在商定的媒体流上发送媒体。"},
        .cite = {3264, "7"},
        .brief = {.en = "media", .zh = "通话媒体"},
    },
    {
        .id = Next::refresh_session,
        .methods = {invite, update},
        .text = {.en = "If Session-Expires is there, the refresher that it names refreshes the "
                       "session by re-INVITE or UPDATE, best when half the interval has passed.",
                 .zh = "如果带有 Session-Expires，由其中指定的 refresher 用 re-INVITE 或 UPDATE "
                       "刷新会话，宜在间隔过半时进行。"},
        .cite = {4028, "10"},
    },
    {
        .id = Next::stop_provisional,
        .methods = {prack},
        .text = {.en = "The UAS SHOULD stop retransmitting the provisional response that this "
                       "PRACK acknowledged.",
                 .zh = "UAS 应当停止重传此 PRACK 所确认的临时响应。"},
        .cite = {3262, "3"},
        .brief = {.en = "stop retransmitting 1xx", .zh = "停止重传 1xx"},
    },
    {
        .id = Next::expect_487,
        .methods = {cancel},
        .text = {.en = "The UAS SHOULD immediately respond to the INVITE with 487, unless it has "
                       "already sent a final response to it.",
                 .zh = "UAS 应当立即以 487 响应 INVITE，除非已对该 INVITE 发出最终响应。"},
        .cite = {3261, "9.2"},
        .brief = {.en = "487 to the INVITE", .zh = "INVITE 收到 487"},
    },
    {
        .id = Next::forget_cancelled,
        .methods = {cancel},
        .text = {.en = "If no final response to the INVITE comes within 64*T1, the client SHOULD "
                       "consider the INVITE cancelled.",
                 .zh = "如果 64*T1 内没有收到 INVITE 的最终响应，客户端应当视该 INVITE 为已取消。"},
        .cite = {3261, "9.1"},
    },
    {
        .id = Next::dialog_ended,
        .methods = {bye},
        .text = {.en = "Nothing more follows: the BYE has ended the session and, unless a "
                       "subscription still uses it, the dialog.",
                 .zh = "不再有后续消息：BYE 已结束会话；如果没有订阅还在使用该对话，"
                       "对话也随之结束。"},
        .cite = {3261, "15"},
        .brief = {.en = "nothing", .zh = "无"},
    },
    {
        .id = Next::refresh_registration,
        .methods = {register_},
        .text = {.en = "The UA sends REGISTER again for each binding that it wants to keep, before "
                       "the binding expires.",
                 .zh = "对于要保留的每个绑定，UA 在其到期之前再次发送 REGISTER 刷新。"},
        .cite = {3261, "10.2.4"},
        .brief = {.en = "refresh in time", .zh = "到期前刷新"},
    },
    {
        .id = Next::expect_notify,
        .methods = {subscribe},
        .text = {.en = "The notifier MUST send NOTIFY immediately; without one within 64*T1 of its "
                       "SUBSCRIBE (Timer N), the subscriber considers the subscription failed.",
                 .zh = "通知方必须立即发送 NOTIFY；若自 SUBSCRIBE 起 64*T1（Timer N）内没有收到，"
                       "订阅方视订阅为失败。"},
        .cite = {6665, "4.2.1.2"},
        .brief = {.en = "NOTIFY", .zh = "NOTIFY"},
    },
    {
        .id = Next::refresh_subscription,
        .methods = {subscribe},
        .text = {.en = "To keep the subscription, the subscriber sends SUBSCRIBE again on the same "
                       "dialog before it expires.",
                 .zh = "若要保留订阅，订阅方在其到期之前，在同一对话中再次发送 SUBSCRIBE。"},
        .cite = {6665, "4.1.2.2"},
    },
    {
        .id = Next::keep_subscription,
        .methods = {subscribe},
        .text = {.en = "The subscriber MUST consider event state and subscription state unchanged, "
                       "and MUST cancel Timer N: no NOTIFY follows.",
                 .zh = "订阅方必须视事件状态和订阅状态为未变，并且必须取消 Timer N，"
                       "因为不会有 NOTIFY 到来。"},
        .cite = {5839, "5.2"},
        .brief = {.en = "no NOTIFY", .zh = "无 NOTIFY"},
    },
    {
        .id = Next::expect_progress,
        .methods = {refer},
        .text = {.en = "The recipient of the REFER MUST report the outcome by NOTIFY with a "
                       "message/sipfrag body, the first at once (unless Refer-Sub: false, RFC "
                       "4488).",
                 .zh = "REFER 的接收方必须用带 message/sipfrag 消息体的 NOTIFY 报告结果，"
                       "首个立即发送（Refer-Sub: false 时除外，RFC 4488）。"},
        .cite = {3515, "2.4.4"},
        .brief = {.en = "NOTIFY", .zh = "NOTIFY"},
    },
    {
        .id = Next::read_capabilities,
        .methods = {options},
        .text = {.en = "The client reads the capabilities from Allow, Accept, Accept-Encoding, "
                       "Accept-Language and Supported.",
                 .zh = "客户端从 Allow、Accept、Accept-Encoding、"
                       "Accept-Language 和 Supported 头域了解对方的能力。"},
        .cite = {3261, "11.2"},
        .brief = {.en = "nothing", .zh = "无"},
    },
    {
        .id = Next::refresh_publication,
        .methods = {publish},
        .text = {.en = "Before Expires runs out, the publisher refreshes with a PUBLISH that MUST "
                       "carry the SIP-ETag of this response in SIP-If-Match.",
                 .zh = "在 Expires 到期之前，发布方再发送 PUBLISH 刷新，"
                       "其 SIP-If-Match 头域必须携带此响应的 SIP-ETag 值。"},
        .cite = {3903, "4.3"},
        .brief = {.en = "refresh in time", .zh = "到期前刷新"},
    },
    {
        .id = Next::assume_no_delivery,
        .methods = {message},
        .text =
            {.en = "The client MUST NOT assume that the message has reached its final destination.",
             .zh = "客户端不得认为该消息已送达最终目的地。"},
        .cite = {3428, "4"},
    },
    {
        .id = Next::go_on_as_after_200,
        .methods = not_subscribe,
        .text = {.en = "The code is defined for SUBSCRIBE only; after any other method the client "
                       "goes on as after a 200.",
                 .zh = "此状态码只为 SUBSCRIBE 定义；对其他方法，客户端按收到 200 继续。"},
        .cite = {5839, "7.1"},
        .brief = {.en = "as after 200", .zh = "同 200"},
    },
    {
        .id = Next::nothing,
        .methods = {ack, info, notify, message, other},
        .text = {.en = "Nothing has to follow: the response completes the transaction, without "
                       "ACK.",
                 .zh = "无需后续动作：该响应已结束此事务，不用发送 ACK。"},
        .cite = {3261, "17.1.2.1"},
        .brief = {.en = "nothing", .zh = "无"},
    },
    // after every 3xx to 6xx
    {
        .id = Next::ack_failure,
        .methods = {invite},
        .text = {.en = "The side that sent the INVITE MUST send ACK on the same branch, hop by "
                       "hop; its transaction layer does it.",
                 .zh = "发出 INVITE 的一侧必须用同一 branch 发送 ACK；ACK 逐跳发送，"
                       "由事务层完成。"},
        .cite = {3261, "17.1.1.3"},
        .brief = {.en = "ACK", .zh = "ACK"},
    },
    {
        .id = Next::not_resubmitted,
        .methods = {ack, cancel},
        .text = {.en = "Nothing is sent again: an ACK gets no response, and a CANCEL cannot be "
                       "resubmitted; the INVITE's own final response counts.",
                 .zh = "不再重发：ACK 没有响应，CANCEL 不能重新提交；"
                       "结果以 INVITE 自己的最终响应为准。"},
        .cite = {3261, "9.2"},
        .brief = {.en = "nothing", .zh = "无"},
    },
    {
        .id = Next::handle_as_x00,
        .methods = resendable,
        .text = {.en = "A client that does not know this code MUST treat it as the x00 of its "
                       "class (300, 400 or 600).",
                 .zh = "不认识此状态码的客户端必须按其所属类别的 x00（300、400 或 600）处理。"},
        .cite = {3261, "8.1.3.2"},
        .brief = {.en = "treat as x00", .zh = "按 x00 处理"},
    },
    // after 3xx
    {
        .id = Next::choose_contact,
        .methods = resendable,
        .text = {.en = "The UA MAY redirect automatically by Contact or MAY ask the user to "
                       "confirm; RFC 3261 defines no standard for the automatic choice.",
                 .zh = "UA 可以按 Contact 自动重定向，也可以请用户确认；"
                       "RFC 3261 没有定义自动选择的标准。"},
        .cite = {3261, "21.3.1"},
        .brief = {.en = "choose a Contact", .zh = "选择 Contact"},
    },
    {
        .id = Next::try_contacts,
        .methods = resendable,
        .text = {.en = "The client SHOULD send a new request to the addresses in Contact: "
                       "Request-URI from Contact, new branch, each address only once.",
                 .zh = "客户端应当向 Contact 中的地址发出新请求：Request-URI 取自 Contact，"
                       "branch 换新，每个地址只试一次。"},
        .cite = {3261, "8.1.3.4"},
        .brief = {.en = "try the Contacts", .zh = "改呼 Contact"},
    },
    {
        .id = Next::update_address,
        .methods = resendable,
        .text = {.en = "The client SHOULD update directories, address books and location caches "
                       "with the new address, and send future requests there.",
                 .zh = "客户端应当用新地址更新本地目录、地址簿和用户位置缓存，"
                       "以后的请求都发往新地址。"},
        .cite = {3261, "21.3.2"},
        .brief = {.en = "store the address", .zh = "更新地址"},
    },
    {
        .id = Next::retry_original,
        .methods = resendable,
        .text = {.en = "If a cached Contact URI fails, the client MAY try the Request-URI of the "
                       "redirected request again, a single time.",
                 .zh = "如果缓存的 Contact URI 失败，客户端可以再试一次被重定向请求的 Request-URI，"
                       "仅限一次。"},
        .cite = {3261, "21.3.3"},
    },
    {
        .id = Next::use_proxy,
        .methods = resendable,
        .text = {.en = "The recipient is expected to repeat this single request via the proxy in "
                       "Contact.",
                 .zh = "预期接收方会经 Contact 给出的代理服务器重发这一个请求。"},
        .cite = {3261, "21.3.4"},
        .brief = {.en = "go via the proxy", .zh = "经该代理服务器重发"},
    },
    {
        .id = Next::offer_alternative,
        .methods = resendable,
        .text = {.en = "The client can offer the user the services that the body describes; RFC "
                       "3261 defines no automatic step.",
                 .zh = "客户端可把消息体描述的替代服务提供给用户选用；"
                       "RFC 3261 未规定自动处理步骤。"},
        .cite = {3261, "21.3.5"},
        .brief = {.en = "offer the service", .zh = "提供替代服务"},
    },
    // after 4xx
    {
        .id = Next::correct_request,
        .methods = resendable,
        .text = {.en = "The client SHOULD NOT repeat the request unchanged; a corrected one is a "
                       "new transaction.",
                 .zh = "客户端不应当原样重发该请求；修正后的请求是一个新事务。"},
        .cite = {3261, "21.4"},
        .brief = {.en = "correct it", .zh = "修正后重发"},
    },
    {
        .id = Next::handle_as_400,
        .methods = resendable,
        .text = {.en = "The client handles it as a 4xx that it does not know: like 400.",
                 .zh = "客户端按未知的 4xx 处理，即等同于 400。"},
        .cite = {5057, "5.1"},
        .brief = {.en = "correct it", .zh = "修正后重发"},
    },
    {
        .id = Next::add_credentials,
        .methods = resendable,
        .text = {.en = "If it is able, the client SHOULD repeat the request with credentials in "
                       "Authorization; the CSeq number MUST increase.",
                 .zh = "客户端如有能力，应当在 Authorization 头域中带上凭证重发请求；"
                       "CSeq 序号必须递增。"},
        .cite = {3261, "22.2"},
        .brief = {.en = "send credentials", .zh = "带凭证重发"},
    },
    {
        .id = Next::add_proxy_credentials,
        .methods = resendable,
        .text = {.en = "If it is able, the client SHOULD repeat the request with credentials in "
                       "Proxy-Authorization; the CSeq number MUST increase.",
                 .zh = "客户端如有能力，应当在 Proxy-Authorization 头域中带上凭证重发请求；"
                       "CSeq 序号必须递增。"},
        .cite = {3261, "22.3"},
        .brief = {.en = "send credentials", .zh = "带凭证重发"},
    },
    {
        .id = Next::renew_credentials,
        .methods = resendable,
        .text = {.en = "Credentials that have just been rejected MUST NOT be tried again, unless "
                       "the nonce was stale.",
                 .zh = "刚被拒绝的凭证不得再次使用，除非只是 nonce 已过期。"},
        .cite = {3261, "22.1"},
    },
    {
        .id = Next::do_not_retry,
        .methods = resendable,
        .text = {.en = "The request SHOULD NOT be repeated.", .zh = "不应当重发该请求。"},
        .cite = {3261, "21.4.4"},
        .brief = {.en = "do not repeat", .zh = "不要重发"},
    },
    {
        .id = Next::check_address,
        .methods = resendable,
        .text = {.en = "The client SHOULD NOT repeat the request unchanged; user and domain of the "
                       "address need checking.",
                 .zh = "客户端不应当原样重发该请求；需要核对地址中的用户和域。"},
        .cite = {3261, "21.4"},
        .brief = {.en = "check the address", .zh = "核对地址"},
    },
    {
        .id = Next::use_allowed_method,
        .methods = resendable,
        .text = {.en = "The client uses a method that Allow lists, or does without.",
                 .zh = "客户端改用 Allow 头域列出的方法，否则只能放弃。"},
        .cite = {3261, "21.4.6"},
        .brief = {.en = "use another method", .zh = "换用其他方法"},
    },
    {
        .id = Next::widen_accept,
        .methods = resendable,
        .text = {.en = "To succeed, the client has to repeat the request with an Accept header "
                       "field that takes more types.",
                 .zh = "客户端要放宽 Accept 头域可接受的类型后再发送请求，才可能成功。"},
        .cite = {3261, "21.4.7"},
        .brief = {.en = "widen Accept", .zh = "放宽 Accept"},
    },
    {
        .id = Next::retry_any_time,
        .methods = resendable_but_bye,
        .text = {.en = "The client MAY repeat the request unchanged at any later time.",
                 .zh = "客户端可以在以后任何时间原样重发该请求。"},
        .cite = {3261, "21.4.9"},
        .brief = {.en = "may repeat", .zh = "可以重发"},
    },
    {
        .id = Next::end_dialog,
        .methods = resendable_but_bye,
        .text = {.en = "If the request was sent within a dialog, the client SHOULD terminate that "
                       "dialog; a call is terminated with BYE.",
                 .zh = "如果该请求在对话内发送，客户端应当终止该对话；如果是呼叫，则发送 BYE。"},
        .cite = {3261, "12.2.1.2"},
    },
    {
        .id = Next::dialog_gone,
        .methods = {bye},
        .text = {.en = "Nothing more follows: the side that sent the BYE MUST consider the session "
                       "and the dialog terminated.",
                 .zh = "不再有后续消息：发出 BYE 的一侧必须视会话和对话为已终止。"},
        .cite = {3261, "15.1.1"},
        .brief = {.en = "nothing", .zh = "无"},
    },
    {
        .id = Next::drop_address,
        .methods = resendable,
        .text = {.en = "The client gives this address up; no new one is known.",
                 .zh = "客户端不再使用此地址；目前没有已知的新地址。"},
        .cite = {3261, "21.4.10"},
        .brief = {.en = "drop the address", .zh = "弃用此地址"},
    },
    {
        .id = Next::add_content_length,
        .methods = resendable,
        .text = {.en = "The client MAY repeat the request with a valid Content-Length.",
                 .zh = "客户端可以加上有效的 Content-Length 头域，重发该请求。"},
        .cite = {2543, "7.4.12"},
        .brief = {.en = "add Content-Length", .zh = "加上 Content-Length"},
    },
    {
        .id = Next::publish_anew,
        .methods = resendable,
        .text = {.en = "The publisher MUST NOT try this PUBLISH again and MUST discard the "
                       "entity-tag; it SHOULD publish anew, without SIP-If-Match.",
                 .zh = "发布方不得重试此 PUBLISH，且必须丢弃该实体标签；"
                       "应当不带 SIP-If-Match 重新发布。"},
        .cite = {3903, "5"},
        .brief = {.en = "publish anew", .zh = "重新发布"},
    },
    {
        .id = Next::shrink_body,
        .methods = resendable,
        .text = {.en = "If possible, the client SHOULD repeat the request without the body or with "
                       "a smaller one.",
                 .zh = "如有可能，客户端应当去掉或缩小消息体后重发请求。"},
        .cite = {3261, "8.1.3.5"},
        .brief = {.en = "shrink the body", .zh = "缩小消息体"},
    },
    {
        .id = Next::retry_after,
        .methods = resendable,
        .text = {.en = "If there is a Retry-After, the client MAY try again after that time.",
                 .zh = "如果带有 Retry-After 头域，客户端可以在其指定的时间之后重试。"},
        .cite = {3261, "21.4.11"},
    },
    {
        .id = Next::shorten_uri,
        .methods = resendable,
        .text = {.en = "The client SHOULD NOT repeat the request unchanged; it needs a shorter "
                       "Request-URI.",
                 .zh = "客户端不应当原样重发该请求；需要缩短 Request-URI。"},
        .cite = {3261, "21.4"},
        .brief = {.en = "shorten the URI", .zh = "缩短 URI"},
    },
    {
        .id = Next::use_listed_types,
        .methods = resendable,
        .text = {.en = "The client SHOULD repeat the request with only the types, encodings and "
                       "languages that the response lists.",
                 .zh = "客户端应当只用响应所列的类型、编码和语言重发请求。"},
        .cite = {3261, "8.1.3.5"},
        .brief = {.en = "use listed types", .zh = "改用所列类型"},
    },
    {
        .id = Next::use_sip_uri,
        .methods = resendable,
        .text = {.en = "The client SHOULD repeat the request with a SIP URI, but MUST NOT turn "
                       "sips into sip automatically (RFC 5630 section 5.1.1).",
                 .zh = "客户端应当改用 SIP URI 重发请求，"
                       "但不得自动把 sips 换成 sip（RFC 5630 第 5.1.1 节）。"},
        .cite = {3261, "8.1.3.5"},
        .brief = {.en = "use a SIP URI", .zh = "改用 SIP URI"},
    },
    {
        .id = Next::change_priority,
        .methods = resendable,
        .text = {.en = "The client MAY try again with the same or another value, and SHOULD choose "
                       "one of Accept-Resource-Priority that it is authorized to use.",
                 .zh = "客户端可以用相同或不同的值重试，"
                       "并应当从 Accept-Resource-Priority 头域中选用自己有权使用的值。"},
        .cite = {4412, "4.7.1"},
        .brief = {.en = "change the priority", .zh = "更换优先级"},
    },
    {
        .id = Next::drop_extensions,
        .methods = resendable,
        .text = {.en = "The client SHOULD repeat the request without the extensions that "
                       "Unsupported lists.",
                 .zh = "客户端应当去掉 Unsupported 头域列出的扩展，重发请求。"},
        .cite = {3261, "8.1.3.5"},
        .brief = {.en = "drop extensions", .zh = "去掉扩展"},
    },
    {
        .id = Next::support_extensions,
        .methods = resendable,
        .text = {.en = "A client that has the extensions listed in Require can repeat the request "
                       "and name them in Supported.",
                 .zh = "客户端若支持 Require 头域列出的扩展，"
                       "可在 Supported 头域中写明并重发请求。"},
        .cite = {3261, "21.4.16"},
        .brief = {.en = "name extensions", .zh = "声明所需扩展"},
    },
    {
        .id = Next::lengthen_session_interval,
        .methods = resendable,
        .text = {.en = "The client MAY repeat the request with a Session-Expires no smaller than "
                       "Min-SE; it MUST then carry Min-SE as well.",
                 .zh = "客户端可以把 Session-Expires 改为不小于 Min-SE 的值，重发请求；"
                       "该请求必须同时带上 Min-SE。"},
        .cite = {4028, "7.4"},
        .brief = {.en = "longer session interval", .zh = "加大会话间隔"},
    },
    {
        .id = Next::lengthen_interval,
        .methods = resendable,
        .text = {.en = "The client MAY repeat the request after raising its expiration interval to "
                       "Min-Expires or more.",
                 .zh = "客户端可以把有效时间改为不小于 Min-Expires 的值，再次发送请求。"},
        .cite = {3261, "10.2.8"},
        .brief = {.en = "ask for longer", .zh = "加大有效时间"},
    },
    {
        .id = Next::correct_location,
        .methods = resendable,
        .text = {.en = "The client can send a new request with a corrected location, taken from "
                       "the response if there is one.",
                 .zh = "客户端可改正位置信息后发送新请求；响应给出位置的，以其为准。"},
        .cite = {6442, "4.3"},
        .brief = {.en = "correct the location", .zh = "改正位置信息"},
    },
    {
        .id = Next::correct_alert,
        .methods = resendable,
        .text = {.en = "The client can correct the alert, guided by AlertMsg-Error, and send a new "
                       "request.",
                 .zh = "客户端可参考 AlertMsg-Error 头域改正告警消息，再发送新请求。"},
        .cite = {8876, "5.2"},
        .brief = {.en = "correct the alert", .zh = "改正告警消息"},
    },
    {
        .id = Next::sign_request,
        .methods = resendable,
        .text = {.en = "The authentication service on the caller's side can sign the request and "
                       "retry it with an Identity header field.",
                 .zh = "主叫侧的认证服务可在签名后加上 Identity 头域，重试该请求。"},
        .cite = {8224, "6.2.3"},
        .brief = {.en = "sign the request", .zh = "签名后重发"},
    },
    {
        .id = Next::refer_with_token,
        .methods = resendable,
        .text = {.en = "The sender of the REFER MAY send a new REFER with a Referred-By token.",
                 .zh = "REFER 的发起方可以另发一个带有 Referred-By 令牌的 REFER。"},
        .cite = {3892, "2.1"},
        .brief = {.en = "add the token", .zh = "带令牌重发"},
    },
    {
        .id = Next::use_another_flow,
        .methods = resendable,
        .text = {.en = "The authoritative proxy SHOULD try another flow to the same instance: same "
                       "instance-id, different reg-id.",
                 .zh = "权威代理服务器应当改用通往同一实例的另一条流：instance-id 相同，"
                       "reg-id 不同。"},
        .cite = {5626, "7"},
        .brief = {.en = "try another flow", .zh = "改用其他流"},
    },
    {
        .id = Next::confirm_identity,
        .methods = resendable,
        .text = {.en = "The client MUST NOT retry without anonymity unless it has confirmation "
                       "that the user wants this.",
                 .zh = "除非用户确认愿意，客户端不得取消匿名后重试。"},
        .cite = {5079, "4"},
        .brief = {.en = "ask the user", .zh = "请用户确认"},
    },
    {
        .id = Next::give_reachable_info,
        .methods = resendable,
        .text = {.en = "The authentication service can send the request again with an info "
                       "parameter that points to a credential the verifier can fetch.",
                 .zh = "认证服务可改用指向验证方能够取得的凭证的 info 参数，再次发送请求。"},
        .cite = {8224, "6.2.2"},
        .brief = {.en = "fix the info URI", .zh = "改正 info 参数"},
    },
    {
        .id = Next::change_credential,
        .methods = resendable,
        .text = {.en = "The request can succeed with a credential whose CA and algorithm the "
                       "verifier accepts.",
                 .zh = "换用验证方接受其 CA 和算法的凭证，请求才可能成功。"},
        .cite = {8224, "6.2.2"},
        .brief = {.en = "change the credential", .zh = "更换凭证"},
    },
    {
        .id = Next::send_full_passport,
        .methods = resendable,
        .text = {.en = "If it sent the compact form of the PASSporT, the authentication service "
                       "SHOULD retry with the full form, but SHOULD NOT retry more than once.",
                 .zh = "如果原先发送的是紧凑格式的 PASSporT，认证服务应当改用完整格式重试，"
                       "但不应当重试一次以上。"},
        .cite = {8224, "6.1.1"},
        .brief = {.en = "send the full form", .zh = "改用完整格式"},
    },
    {
        .id = Next::register_otherwise,
        .methods = resendable,
        .text =
            {.en = "The UA MAY register again without outbound, or through another outbound proxy.",
             .zh = "UA 可以不使用 outbound 重新注册，也可以改经其他出站代理服务器注册。"},
        .cite = {5626, "4.2.1"},
        .brief = {.en = "register otherwise", .zh = "换方式注册"},
    },
    {
        .id = Next::narrow_search,
        .methods = resendable,
        .text = {.en = "To succeed, the request has to be routed to fewer destinations, or has to "
                       "be made more specific.",
                 .zh = "需要调整路由以减少目的地，或使请求更具体，才可能成功。"},
        .cite = {5393, "5.1"},
        .brief = {.en = "narrow the search", .zh = "缩小寻找范围"},
    },
    {
        .id = Next::use_listed_package,
        .methods = resendable,
        .text = {.en = "The UA MUST NOT end the call because of it; it uses a package that "
                       "Recv-Info lists, or does without.",
                 .zh = "UA 不得因此结束呼叫；可改用 Recv-Info 头域列出的 Info Package，"
                       "否则只能放弃。"},
        .cite = {6086, "4.2.1"},
        .brief = {.en = "use a listed package", .zh = "改用所列的包"},
    },
    {
        .id = Next::obtain_consent,
        .methods = resendable,
        .text = {.en = "The client adds those URIs to the relay's list, by XCAP for example, and "
                       "the relay then obtains the permissions.",
                 .zh = "客户端把这些 URI 加入中继服务器的列表（例如用 XCAP），由它去获取许可。"},
        .cite = {5360, "5.9.2"},
        .brief = {.en = "obtain consent", .zh = "获取许可"},
    },
    {
        .id = Next::check_next_hop,
        .methods = resendable,
        .text = {.en = "Whoever runs the proxy checks the address of the next hop, and whether DNS "
                       "resolves it.",
                 .zh = "需要代理服务器的维护人员核对下一跳的地址，以及 DNS 能否解析它。"},
        .cite = {3263, "4"},
        .brief = {.en = "check the next hop", .zh = "核对下一跳"},
    },
    {
        .id = Next::call_later,
        .methods = resendable,
        .text = {.en = "The caller can try again later; if there is a Retry-After, best after that "
                       "time.",
                 .zh = "主叫可稍后再试；如有 Retry-After 头域，最好在其指定的时间之后。"},
        .cite = {3261, "20.33"},
        .brief = {.en = "try later", .zh = "稍后再试"},
    },
    {
        .id = Next::try_elsewhere,
        .methods = resendable,
        .text = {.en = "The same request can succeed at a different server: a proxy or the caller "
                       "can try the callee's other addresses.",
                 .zh = "同一请求发往其他服务器可能成功：代理服务器或主叫可尝试被叫的其他地址。"},
        .cite = {3261, "21.4"},
        .brief = {.en = "try elsewhere", .zh = "试其他地址"},
    },
    {
        .id = Next::fix_routing,
        .methods = resendable,
        .text = {.en = "Whoever runs the network checks the routing; repeated unchanged, the "
                       "request takes the same way again.",
                 .zh = "需要网络维护人员检查路由；原样重发，请求仍会走同一路径。"},
        .cite = {3261, "16.3"},
        .brief = {.en = "check the routing", .zh = "检查路由"},
    },
    {
        .id = Next::raise_max_forwards,
        .methods = resendable,
        .text = {.en = "If the path really is that long, the request needs a larger Max-Forwards "
                       "(70 is recommended).",
                 .zh = "如果路径确实这么长，请求需要更大的 Max-Forwards 值（推荐 70）。"},
        .cite = {3261, "20.22"},
        .brief = {.en = "check the routing", .zh = "检查路由"},
    },
    {
        .id = Next::dial_more_digits,
        .methods = resendable,
        .text = {.en = "In overlapped dialling the client asks the user for more digits and sends "
                       "ever longer strings until no 484 comes back.",
                 .zh = "重叠拨号时，客户端提示用户继续输入，发送越来越长的拨号串，"
                       "直到不再收到 484。"},
        .cite = {3261, "21.4.22"},
        .brief = {.en = "more digits", .zh = "继续拨号"},
    },
    {
        .id = Next::ask_user_to_choose,
        .methods = resendable,
        .text = {.en = "User intervention is required: the user has to choose the address.",
                 .zh = "需要用户介入，由用户选定要用的地址。"},
        .cite = {3261, "21.4.23"},
        .brief = {.en = "ask the user", .zh = "请用户选择"},
    },
    {
        .id = Next::request_is_over,
        .methods = resendable,
        .text = {.en = "The request has ended; nothing more has to follow.",
                 .zh = "该请求到此结束，无需其他后续动作。"},
        .cite = {3261, "21.4.25"},
        .brief = {.en = "nothing more", .zh = "到此结束"},
    },
    {
        .id = Next::keep_session,
        .methods = {invite, update},
        .text = {.en = "If this was a re-INVITE or an UPDATE, the session MUST stay as it was.",
                 .zh = "如果被拒绝的是 re-INVITE 或 UPDATE，会话参数必须保持不变。"},
        .cite = {3261, "14.1"},
    },
    {
        .id = Next::use_listed_event,
        .methods = resendable,
        .text = {.en = "The client uses an event package that Allow-Events lists, or does without.",
                 .zh = "客户端改用 Allow-Events 头域列出的事件包，否则只能放弃。"},
        .cite = {6665, "4.4.4"},
        .brief = {.en = "use another event", .zh = "换用其他事件包"},
    },
    {
        .id = Next::subscription_over,
        .methods = {subscribe, notify},
        .text = {.en = "If the request was to refresh a subscription, or to notify of one, that "
                       "subscription MUST be considered terminated.",
                 .zh = "如果该请求用于刷新订阅，或是该订阅的通知，则必须视该订阅为已终止。"},
        .cite = {6665, "4.1.2.2"},
    },
    {
        .id = Next::subscribe_anew,
        .methods = {subscribe},
        .text = {.en = "To subscribe again, the subscriber sends a new initial SUBSCRIBE with a "
                       "new Call-ID and a new From tag.",
                 .zh = "若要重新订阅，订阅方应另发初始 SUBSCRIBE，使用新的 Call-ID 和新的 From "
                       "tag。"},
        .cite = {6665, "4.1.2.2"},
    },
    {
        .id = Next::change_offer,
        .methods = resendable,
        .text = {.en = "The client can repeat the request with another session description, guided "
                       "by Warning and by the capabilities in the body.",
                 .zh = "客户端可参考 Warning 头域和消息体中的媒体能力，改用其他会话描述重发请求。"},
        .cite = {3261, "21.4.26"},
        .brief = {.en = "change the offer", .zh = "修改 offer"},
    },
    {
        .id = Next::wait_and_retry_once,
        .methods = {invite, update},
        .text = {.en = "The client SHOULD wait a random time, 2.1 to 4 s if it owns the Call-ID, "
                       "otherwise 0 to 2 s, and then try once more if still needed.",
                 .zh = "客户端应当随机等待（Call-ID 由它生成则 2.1 至 4 秒，否则 0 至 2 秒），"
                       "如仍有需要，再试一次。"},
        .cite = {3261, "14.1"},
        .brief = {.en = "wait, retry once", .zh = "等待后重试一次"},
    },
    {
        .id = Next::wait_for_pending,
        .methods = non_offer,
        .text = {.en = "The client can repeat the request once the pending one has completed.",
                 .zh = "待未决的请求完成之后，客户端可再次发送该请求。"},
        .cite = {3261, "21.4.27"},
        .brief = {.en = "wait, then repeat", .zh = "等待后重发"},
    },
    {
        .id = Next::use_given_key,
        .methods = resendable,
        .text = {.en = "The client should encrypt with the key in the response; if there is no "
                       "certificate, the peer cannot or will not take encrypted bodies.",
                 .zh = "客户端应使用响应给出的密钥加密；没有证书，"
                       "则表示对端不能或不愿接收加密的消息体。"},
        .cite = {3261, "23.2"},
        .brief = {.en = "use the given key", .zh = "用所给密钥"},
    },
    {
        .id = Next::start_security,
        .methods = resendable,
        .text = {.en = "Of the mechanisms that it knows, the client MUST start the one with the "
                       "highest q; its next requests MUST carry Security-Verify.",
                 .zh = "客户端必须启用它所知的机制中 q 值最高的一种；"
                       "此后的请求必须带有 Security-Verify 头域。"},
        .cite = {3329, "2.3.1"},
        .brief = {.en = "start security", .zh = "启用安全机制"},
    },
    // after 5xx
    {
        .id = Next::show_error,
        .methods = resendable,
        .text = {.en = "The client MAY display the specific error condition.",
                 .zh = "客户端可以显示具体的错误情况。"},
        .cite = {3261, "21.5.1"},
    },
    {
        .id = Next::retry_later,
        .methods = resendable,
        .text = {.en = "The client MAY retry the request after several seconds, or after the time "
                       "in Retry-After.",
                 .zh = "客户端可以在几秒之后，或在 Retry-After 指定的时间之后，重试该请求。"},
        .cite = {3261, "21.5.1"},
        .brief = {.en = "retry later", .zh = "稍后重试"},
    },
    {
        .id = Next::avoid_method,
        .methods = resendable,
        .text = {.en = "The client does without this method here: the server supports it for no "
                       "user.",
                 .zh = "客户端不要再对此服务器使用该方法：对任何用户它都不支持。"},
        .cite = {3261, "21.5.2"},
        .brief = {.en = "avoid the method", .zh = "不用该方法"},
    },
    {
        .id = Next::look_downstream,
        .methods = resendable,
        .text = {.en = "Whoever runs the network looks at the server downstream; another route can "
                       "succeed.",
                 .zh = "需要网络维护人员检查下游的服务器；换一条路由可能成功。"},
        .cite = {3261, "21.5"},
        .brief = {.en = "look downstream", .zh = "检查下游"},
    },
    {
        .id = Next::use_alternate_server,
        .methods = resendable,
        .text = {.en = "The client, be it proxy or UAC, SHOULD try to forward the request to an "
                       "alternate server.",
                 .zh = "客户端（代理服务器或 UAC）应当尝试把该请求转发到另一个服务器。"},
        .cite = {3261, "21.5.4"},
        .brief = {.en = "use another server", .zh = "换服务器"},
    },
    {
        .id = Next::spare_server,
        .methods = resendable,
        .text = {.en = "For the time in Retry-After, if there is one, the client SHOULD NOT "
                       "forward any other requests to that server.",
                 .zh = "如有 Retry-After，在其指定的时间内，客户端不应当向该服务器转发其他请求。"},
        .cite = {3261, "21.5.4"},
    },
    {
        .id = Next::use_supported_version,
        .methods = resendable,
        .text = {.en = "Only a request in a SIP version that the server supports can succeed.",
                 .zh = "只有使用服务器支持的 SIP 版本，请求才可能成功。"},
        .cite = {3261, "21.5.6"},
        .brief = {.en = "change the version", .zh = "更换版本"},
    },
    {
        .id = Next::shrink_message,
        .methods = resendable,
        .text = {.en = "The client has to shorten the message: fewer header fields or a smaller "
                       "body.",
                 .zh = "客户端需要缩短消息：减少头域或缩小消息体。"},
        .cite = {3261, "21.5.7"},
        .brief = {.en = "shrink the message", .zh = "缩短消息"},
    },
    {
        .id = Next::do_without_push,
        .methods = resendable,
        .text = {.en = "The UA cannot count on push notifications here; it can register without "
                       "them, or with another service.",
                 .zh = "UA 在此不能依赖推送通知；可不用推送而注册，或改用其他推送服务。"},
        .cite = {8599, "8.1"},
        .brief = {.en = "do without push", .zh = "不用推送"},
    },
    {
        .id = Next::change_preconditions,
        .methods = resendable,
        .text =
            {.en = "The client can make the offer again with other preconditions, or without any.",
             .zh = "客户端可修改或去掉前置条件，再次发出 offer。"},
        .cite = {3312, "8"},
        .brief = {.en = "relax preconditions", .zh = "放宽前置条件"},
    },
    // after 6xx
    {
        .id = Next::stop_searching,
        .methods = resendable,
        .text = {.en = "The search ends: a stateful proxy SHOULD cancel its pending branches and "
                       "MUST NOT start new ones.",
                 .zh = "不再寻找其他目的地：有状态代理服务器应当取消未决的分支，"
                       "且不得再建立新分支。"},
        .cite = {3261, "16.7"},
        .brief = {.en = "stop searching", .zh = "停止寻找"},
    },
    {
        .id = Next::give_up_address,
        .methods = resendable,
        .text = {.en = "The caller has to check the address: the user cannot be reached at any "
                       "other either.",
                 .zh = "主叫需要核对地址：换用其他地址也找不到该用户。"},
        .cite = {3261, "21.6.3"},
        .brief = {.en = "check the address", .zh = "核对地址"},
    },
    {
        .id = Next::contact_intermediary,
        .methods = resendable,
        .text = {.en = "A caller blocked by mistake can turn to the contact in the jCard; the UAC "
                       "MUST reject a jCard whose iat has expired.",
                 .zh = "被误拦的主叫可按 jCard 中的联系方式申诉；iat 已过期的 jCard，"
                       "UAC 必须拒绝。"},
        .cite = {8688, "3.3"},
        .brief = {.en = "contact the blocker", .zh = "联系拦截方"},
    },
    {
        .id = Next::decide_on_offer,
        .methods = resendable,
        .text = {.en = "It is up to the initiator of the invitation whether to act on the 606, for "
                       "example with another session description.",
                 .zh = "是否处理 606 由邀请的发起者决定，例如改用其他会话描述。"},
        .cite = {3261, "21.6.4"},
        .brief = {.en = "change the offer", .zh = "修改 offer"},
    },
});

constexpr bool in_order_of_the_enumerators() {
  std::size_t position = 0;
  return std::ranges::all_of(steps, [&position](const NextStep& step) {
    return static_cast<std::size_t>(step.id) == position++;
  });
}
static_assert(in_order_of_the_enumerators() && steps.back().id == Next::decide_on_offer,
              "a step for each enumerator of Next, in the same order");
static_assert(std::ranges::all_of(steps,
                                  [](const NextStep& step) {
                                    return well_formed(step.text) && !step.cite.empty();
                                  }),
              "steps: every text in both languages and short enough, with its citation");

}  // namespace

const NextStep& step_of(Next id) { return steps[static_cast<std::size_t>(id)]; }

}  // namespace sipgloss
