// SPDX-License-Identifier: MIT
// Sentences that are said of several codes, and header fields that several carry. RFC 3261 sections
// 9.2, 10.3, 11.2, 15.1.1, 20, 21.4.26 and 21.6, and the RFCs cited.
#pragma once

#include "sipgloss/catalogue.hpp"

namespace sipgloss::catalogue {

// 303, 409, 411
inline constexpr Sentence dropped = {
    .en = "RFC 3261 no longer has this code, and IANA does not list it.",
    .zh = "RFC 3261 已不再收录此状态码，IANA 也没有登记它。"};

// In practice: 400, 403, 404, 408
inline constexpr Sentence peer_may_linger = {
    .en =
        "If the BYE did not reach the peer, its side of the call usually stays up until a session "
        "timer or a media timeout clears it.",
    .zh = "如果 BYE 没有到达对端，对端的呼叫通常会挂着，直到会话定时器或媒体超时将它清除。",
    .methods = {Method::bye}};

// 403, 404, 420, 423, 439
inline constexpr Sentence bindings_stay = {
    .en = "The request has changed nothing: bindings that exist stay until they expire.",
    .zh = "该请求没有改变任何绑定：已有的绑定在到期之前仍然有效。",
    .methods = {Method::register_},
    .cite = {3261, "8.2"}};

// 477, 478, 479
inline constexpr Sentence internal_error_number = {
    .en = "The code is an error number of that software; IANA does not list it.",
    .zh = "此状态码是该软件的错误编号，IANA 没有登记它。"};

// 480, 486, 600, 603
inline constexpr Sentence better_time_to_call = {
    .en = "Retry-After MAY name a better time to call.",
    .zh = "响应可以用 Retry-After 头域给出更合适的呼叫时间。"};

// 488, 606
inline constexpr Sentence media_capabilities = {
    .en =
        "The response MAY have a body with media capabilities, formatted as the Accept of the "
        "INVITE asks (application/sdp without Accept), like the body of a 200 to OPTIONS.",
    .zh =
        "响应可以带媒体能力消息体，格式按 INVITE 的 Accept 头域（没有则为 "
        "application/sdp），与 OPTIONS 的 200 响应的消息体相同。"};

// 603, 606
inline constexpr Sentence only_if_nobody_else = {
    .en = "It is returned only if it is known that no other end point will answer the request.",
    .zh = "只有知道不会有其他终端接受该请求时，才返回此响应。"};

// What a failure means to one method.

// 480, 486, 488, 600, 603, 606
inline constexpr Sentence options_like_invite = {
    .en =
        "To an OPTIONS the UAS MUST send the code that an INVITE would have got: it tells how a "
        "call would fare now.",
    .zh = "对 OPTIONS，UAS 必须返回 INVITE 会得到的状态码，由此可知此刻呼叫的结果。",
    .methods = {Method::options},
    .cite = {3261, "11.2"}};

// 4xx to 6xx
inline constexpr Sentence bye_ends_anyway = {
    .en =
        "The side that sent the BYE MUST consider the session ended all the same: it was over when "
        "the BYE was sent.",
    .zh = "发出 BYE 的一侧仍必须视会话为已终止：BYE 一发出，会话就结束了。",
    .methods = {Method::bye},
    .cite = {3261, "15.1.1"}};

// 4xx to 6xx, but 481 and 487
inline constexpr Sentence cancel_decides_nothing = {
    .en =
        "What counts is the final response to the INVITE; a CANCEL itself is to get 200, or 481 if "
        "no transaction matches.",
    .zh = "结果以 INVITE 的最终响应为准；CANCEL 本身应得到 200，没有匹配的事务时为 481。",
    .methods = {Method::cancel},
    .cite = {3261, "9.2"}};

// 4xx to 6xx, but 404, 405, 410, 416, 480 to 485, 489, 501 and 604
inline constexpr Sentence refresh_keeps_subscription = {
    .en =
        "An initial SUBSCRIBE has failed; a subscription that was to be refreshed stays valid "
        "until it expires.",
    .zh = "首次的 SUBSCRIBE 已失败；如果是刷新，原有的订阅在到期之前仍然有效。",
    .methods = {Method::subscribe},
    .cite = {6665, "4.1.2.2"}};

// 4xx to 6xx
inline constexpr Sentence refer_not_taken = {
    .en = "The REFER is not accepted: its recipient does not act on it, and no NOTIFY follows.",
    .zh = "REFER 未被接受：其接收方不会执行，也不会发送 NOTIFY。",
    .methods = {Method::refer},
    .cite = {3515, "2.4.2"}};

// 4xx, 5xx
inline constexpr Sentence message_not_delivered = {.en = "The message was not delivered.",
                                                   .zh = "该消息没有送达。",
                                                   .methods = {Method::message},
                                                   .cite = {3428, "7"}};

// 6xx
inline constexpr Sentence message_refused = {.en = "The message was delivered, but refused.",
                                             .zh = "该消息已送达，但被拒绝。",
                                             .methods = {Method::message},
                                             .cite = {3428, "7"}};

// 480, 486, 600
inline constexpr Sentence no_callee = {
    .en =
        "REGISTER and PUBLISH have no callee: to them the code says only that the request failed.",
    .zh = "REGISTER 和 PUBLISH 没有被叫：对它们而言，此状态码只表示请求失败。",
    .methods = {Method::register_, Method::publish}};

// 6xx
inline constexpr Sentence registrar_sends_no_6xx = {
    .en =
        "A registrar MUST NOT send a 6xx: it comes from elsewhere, or the registrar breaks the "
        "rule.",
    .zh = "注册服务器不得返回 6xx：它来自别处，否则就是注册服务器违规。",
    .methods = {Method::register_},
    .cite = {3261, "10.3"}};

// Requests that can be sent within a dialog (RFC 5057 section 5.3).
inline constexpr Set<Method> within_a_dialog = {
    Method::invite, Method::bye,       Method::options, Method::prack, Method::update,
    Method::info,   Method::subscribe, Method::notify,  Method::refer, Method::message};

// 404, 410, 416, 484, 485, 604
inline constexpr Sentence peer_contact_rejected = {
    .en =
        "Within a dialog it rejects the address that the peer gave in its own Contact: something "
        "is fundamentally wrong.",
    .zh = "在对话中，被拒绝的是对端自己在 Contact 中给出的地址：对话出了根本性的问题。",
    .methods = within_a_dialog,
    .cite = {5057, "5.1"}};

// Header fields of several codes.

inline constexpr HeaderUse reason_from_gateway = {
    .strength = Strength::may,
    .name = "Reason",
    .what = {.en = "the Q.850 cause, mostly from a gateway", .zh = "Q.850 原因值，多由网关给出"},
    .cite = {6432, "3"}};
inline constexpr HeaderUse announcement = {
    .strength = Strength::may,
    .name = "Error-Info",
    .what = {.en = "a URI with more about the error, such as an announcement",
             .zh = "进一步说明错误的 URI，例如录音通知"},
    .cite = {3261, "20.18"}};
inline constexpr HeaderUse warning_in_words = {
    .strength = Strength::may,
    .name = "Warning",
    .what = {.en = "more about the cause, in words", .zh = "用文字进一步说明原因"},
    .cite = {3261, "20.43"}};
inline constexpr HeaderUse software = {
    .strength = Strength::may,
    .name = "Server",
    .what = {.en = "the software of the sender", .zh = "发送方的软件"},
    .cite = {3261, "20.35"}};

}  // namespace sipgloss::catalogue
