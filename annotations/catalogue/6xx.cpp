// SPDX-License-Identifier: MIT
// The global failures. RFC 3261 sections 8.1.3.2, 10.3, 16.7 and 21.6, RFC 5057 section 5.1, RFC
// 8197, RFC 8688, and the RFCs that the entries cite.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> with_offer = {invite, prack, update};
constexpr Set<Method> without_offer = {bye,   register_, info,    subscribe, notify,
                                       refer, message,   publish, other};
constexpr Set<Method> only_in_a_dialog = {bye, prack, update, info, notify};

// 600, 603, 604, 606, 607, 608
constexpr Sentence wins_at_a_proxy = {
    .en = "A forking proxy that has no 2xx MUST choose a 6xx before all other final responses.",
    .zh = "分叉的代理服务器没有 2xx 时，必须优先于其他最终响应选用 6xx。",
    .cite = {3261, "16.7"}};

}  // namespace

constexpr ResponseCode table_6xx[] = {
    {
        .code = 600,
        .phrase = "Busy Everywhere",
        .name_zh = "处处忙",
        .defined_in = {3261, "21.6.1"},
        .category = Category::busy,
        .gist =
            {
                {.en = "busy, and nobody else answers",
                 .zh = "被叫忙，且别处无人接听",
                 .methods = {invite}},
                {.en = "callee takes no call now",
                 .zh = "被叫此时不接听呼叫",
                 .methods = {options}},
                {.en = "recipient busy everywhere",
                 .zh = "接收方处处忙",
                 .methods = {subscribe, refer, message}},
                {.en = "not defined for this method", .zh = "未对此方法定义"},
            },
        .meaning =
            {
                {.en = "The callee's end system was reached, but the callee is busy and does not "
                       "want to take the call now.",
                 .zh = "已联系到被叫的终端，但被叫正忙，此时不愿接听。"},
                better_time_to_call,
                {.en = "It is returned only if it is known that no other end point, such as a "
                       "voice mail system, will answer; otherwise 486 should be returned.",
                 .zh = "只有知道不会有其他终端（例如语音信箱系统）接受该请求时，才返回 "
                       "600，否则应返回 486。"},
                {.en = "A callee that does not wish to reveal the reason for declining uses 603 "
                       "instead.",
                 .zh = "被叫如果不愿透露拒绝的原因，则使用 603。"},
                {.en = "A client MUST treat every 6xx that it does not know like 600.",
                 .zh = "客户端必须把不认识的 6xx 都按 600 处理。",
                 .cite = {3261, "8.1.3.2"}},
                wins_at_a_proxy,
                {.en =
                     "A UAS is unlikely to know this in general, so that 600 is not usually used.",
                 .zh = "UAS 一般无从得知这一点，所以通常不使用 600。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.3"}},
                {.en = "A proxy that has got 486 on all branches can return 600.",
                 .zh = "代理服务器在所有分支上都收到 486 时，可返回 600。",
                 .methods = {invite},
                 .cite = {4412, "4.6.6"}},
                {.en = "Within a dialog it says that the user does not want to communicate now; "
                       "after Retry-After the request can be sent again.",
                 .zh = "在对话中，它表示用户此时不愿通信；Retry-After "
                       "指定的时间之后，可再次发送请求。",
                 .methods = within_a_dialog,
                 .cite = {5057, "5.1"}},
                registrar_sends_no_6xx,
                options_like_invite,
                no_callee,
                message_refused,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Often 486 is what is meant: some phones, PBXs and trunks send 600 for a "
                       "plain busy line.",
                 .zh = "往往其实应为 486：有些话机、PBX 和中继以 600 表示普通的忙。",
                 .methods = {invite}},
                {.en = "Otherwise it usually comes from a server that knows all phones of the "
                       "user, such as a PBX.",
                 .zh = "否则，通常来自掌握该用户全部话机的服务器，例如 PBX。",
                 .methods = {invite}},
                {.en = "If forwarding on busy or voice mail does not start, the 600 of one branch "
                       "is often the reason.",
                 .zh = "如果遇忙前转或语音信箱没有启动，往往是因为某个分支返回了 600。",
                 .methods = {invite}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "a better time to call", .zh = "更合适的呼叫时间"},
                 .cite = {3261, "21.6.1"}},
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::stop_searching, Next::call_later, Next::not_resubmitted},
    },
    {
        .code = 603,
        .phrase = "Decline",
        .name_zh = "拒绝",
        .defined_in = {3261, "21.6.2"},
        .category = Category::refusal,
        .gist =
            {
                {.en = "callee declines the call", .zh = "被叫拒绝接听", .methods = {invite}},
                {.en = "callee would decline a call",
                 .zh = "被叫此时会拒绝呼叫",
                 .methods = {options}},
                {.en = "subscription refused", .zh = "订阅被拒绝", .methods = {subscribe}},
                {.en = "message refused", .zh = "消息被拒收", .methods = {message}},
                {.en = "request declined", .zh = "请求被拒绝"},
            },
        .meaning =
            {
                {.en = "The callee's device was reached, but its user explicitly will not, or "
                       "cannot, take part.",
                 .zh = "已联系到被叫的设备，但用户明确表示不愿或不能参与。"},
                better_time_to_call,
                only_if_nobody_else,
                wins_at_a_proxy,
                {.en = "An INVITE with Replaces or Join for a dialog that has already ended SHOULD "
                       "be declined with it (RFC 3891 section 3, RFC 3911 section 4).",
                 .zh = "INVITE 的 Replaces 或 Join 所指的对话已经结束时，应当以 603 拒绝（RFC 3891 "
                       "第 3 节、RFC 3911 第 4 节）。",
                 .methods = {invite}},
                {.en = "From a gateway it can stand for Q.850 cause 21, call rejected, if it was "
                       "the user who rejected.",
                 .zh = "如果是用户拒绝，网关可用它表示 Q.850 原因值 21，即呼叫被拒绝。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                {.en = "A notifier SHOULD refuse a subscriber that is not authorized with 403 or "
                       "603, unless that reveals what is to stay private.",
                 .zh = "订阅方无权订阅时，通知方应当以 403 或 603 拒绝，除非这会泄露应保密的信息。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.3"}},
                {.en = "Within a dialog it is generally the safest refusal of a new subscription: "
                       "it ends nothing else there.",
                 .zh = "在对话中拒绝新的订阅，一般以 603 最为安全：它不影响该对话中的其他用途。",
                 .methods = {subscribe, refer},
                 .cite = {5057, "5.6"}},
                registrar_sends_no_6xx,
                options_like_invite,
                message_refused,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "After a 180 the callee has usually pressed the reject key.",
                 .zh = "在 180 之后返回，通常是被叫按了拒接键。",
                 .methods = {invite}},
                {.en = "Without a 180 it is usually “do not disturb”, the block list of a phone, "
                       "or a rule of a PBX.",
                 .zh = "没有 180，通常是启用了“请勿打扰”、话机的黑名单，或 PBX 的规则所致。",
                 .methods = {invite}},
                {.en = "From a carrier or SBC it is often a blocked call: by a spam filter, or for "
                       "its caller number, destination or account.",
                 .zh = "如果来自运营商或 "
                       "SBC，往往是呼叫被拦截：骚扰过滤，或因主叫号码、目的地、账户状态。",
                 .methods = {invite}},
                {.en = "Forwarding and voice mail are usually not tried after it; a phone that "
                       "should allow them has to send 486 or 480.",
                 .zh = "此后通常不再尝试前转和语音信箱；若要保留，话机需改发 486 或 480。",
                 .methods = {invite}},
                {.en = "Usually the user has not allowed this subscriber, or the access list of "
                       "the server lacks it.",
                 .zh = "通常是用户没有授权该订阅方，或服务器的访问控制表中没有它。",
                 .methods = {subscribe}},
                {.en = "Usually transfer is not allowed at the recipient, or not to this target.",
                 .zh = "通常是接收方不允许转接，或不允许转接到此目标。",
                 .methods = {refer}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "a better time to call", .zh = "更合适的呼叫时间"},
                 .cite = {3261, "21.6.2"}},
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_failure, Next::stop_searching, Next::call_later, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 604,
        .phrase = "Does Not Exist Anywhere",
        .name_zh = "任何地方都不存在",
        .defined_in = {3261, "21.6.3"},
        .category = Category::address,
        .gist =
            {
                {.en = "no such user anywhere", .zh = "任何地方都无此用户"},
            },
        .meaning =
            {
                {.en = "The server knows with authority that the user in the Request-URI exists "
                       "nowhere.",
                 .zh = "服务器有权威信息表明，Request-URI 所指的用户在任何地方都不存在。"},
                {.en = "With 404, by contrast, the user does not exist at the domain in the "
                       "Request-URI.",
                 .zh = "404 则不同：用户只是不存在于 Request-URI 指定的域中。",
                 .cite = {3261, "21.4.5"}},
                wins_at_a_proxy,
                peer_contact_rejected,
                registrar_sends_no_6xx,
                refer_not_taken,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the number is not assigned, or was altered wrongly on the way: "
                       "compare the Request-URI with what was dialled.",
                 .zh = "通常是号码未分配，或在途中被错误变换：比较 Request-URI 与所拨的号码。",
                 .methods = {invite}},
                {.en = "If the number does exist, the routing or number portability data of the "
                       "sender is often out of date.",
                 .zh = "如果号码确实存在，往往是发送方的路由或携号转网数据已过时。",
                 .methods = {invite}},
                {.en = "The code is rare: even servers that know all users usually send 404.",
                 .zh = "此状态码少见：即使是掌握全部用户的服务器，通常也返回 404。"},
            },
        .headers = {reason_from_gateway, announcement},
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::stop_searching, Next::give_up_address,
                 Next::subscription_over, Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 606,
        .phrase = "Not Acceptable",
        .name_zh = "不可接受",
        .defined_in = {3261, "21.6.4"},
        .category = Category::capability,
        .gist =
            {
                {.en = "no end point takes this session",
                 .zh = "所有终端都不接受该会话",
                 .methods = with_offer},
                {.en = "not acceptable anywhere", .zh = "任何地方都不接受"},
            },
        .meaning =
            {
                {.en = "The user's agent was reached, but parts of the session description, such "
                       "as media, bandwidth or addressing style, were not acceptable.",
                 .zh = "已联系到用户的 "
                       "UA，但会话描述的某些方面不可接受，例如所请求的媒体、带宽或地址类型。"},
                {.en = "The user does want to communicate, but cannot support the described "
                       "session adequately.",
                 .zh = "用户愿意通信，但不能充分支持所描述的会话。"},
                {.en = "Warning MAY list the reasons why the session cannot be supported; section "
                       "20.43 has the codes.",
                 .zh = "可以用 Warning 头域列出不能支持该会话的原因，警告码见第 20.43 节。"},
                media_capabilities,
                {.en = "Such negotiation should seldom be needed, and may not be possible when a "
                       "new user is being invited to an existing conference.",
                 .zh = "这种协商应很少需要；邀请新用户加入已有的会议时，可能无法协商。"},
                only_if_nobody_else,
                wins_at_a_proxy,
                {.en = "A request of this method carries no offer: the code says only that the "
                       "request is not acceptable.",
                 .zh = "此方法的请求不带 offer：此状态码只表示该请求不可接受。",
                 .methods = without_offer},
                registrar_sends_no_6xx,
                options_like_invite,
                message_refused,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Suspect the same as after 488: usually no common codec, or SRTP, IPv6 or "
                       "bandwidth; Warning often says which.",
                 .zh = "怀疑的原因与 488 相同：通常是没有共同的编解码，或 "
                       "SRTP、IPv6、带宽；Warning 中往往有说明。",
                 .methods = with_offer},
                {.en = "The code is rare: most UAs usually send 488, so that other end points can "
                       "still be tried.",
                 .zh = "此状态码少见：UA 通常返回 488，使其他终端仍有机会。",
                 .methods = with_offer},
                {.en = "After a change in a running call it usually means no more than 488: the "
                       "change is refused.",
                 .zh = "在通话中更改会话时返回 606，通常与 488 无异：更改被拒绝。",
                 .methods = {invite, update}},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Warning",
                 .what = {.en = "why the session cannot be supported",
                          .zh = "不能支持该会话的原因"},
                 .cite = {3261, "21.6.4"}},
                {.strength = Strength::may,
                 .name = "Content-Type",
                 .what = {.en = "for a body with media capabilities", .zh = "用于媒体能力消息体"},
                 .cite = {3261, "21.6.4"}},
                reason_from_gateway,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::stop_searching, Next::decide_on_offer, Next::keep_session,
                 Next::not_resubmitted},
    },
    {
        .code = 607,
        .phrase = "Unwanted",
        .name_zh = "不受欢迎",
        .defined_in = {8197, "4"},
        .category = Category::refusal,
        .gist =
            {
                {.en = "not defined within a dialog",
                 .zh = "未对对话中的请求定义",
                 .methods = only_in_a_dialog},
                {.en = "the user marked it as unwanted", .zh = "被用户标记为不受欢迎"},
            },
        .meaning =
            {
                {.en = "The called user has marked this call or message as unwanted, as spam for "
                       "example.",
                 .zh = "被叫用户将此呼叫或消息标记为不受欢迎，例如骚扰。"},
                {.en = "The callee's provider MAY act on it, and block or report the caller, for "
                       "example.",
                 .zh = "被叫的运营商可以据此采取措施，例如拦截或上报该主叫。"},
                {.en = "It MAY be sent to an INVITE, MESSAGE, SUBSCRIBE or other request outside a "
                       "dialog.",
                 .zh = "对于 INVITE、MESSAGE、SUBSCRIBE 或其他对话之外的请求，可以返回 607。",
                 .cite = {8197, "4"}},
                {.en = "A call that is up can be marked as unwanted by a BYE with Reason: "
                       "SIP;cause=607.",
                 .zh = "已建立的呼叫，可用带有 Reason: SIP;cause=607 的 BYE 标记为不受欢迎。",
                 .methods = within_a_dialog,
                 .cite = {8197, "4"}},
                {.en = "Whoever receives it need not do more than after any other 6xx.",
                 .zh = "收到它的网元不必比收到其他 6xx 做得更多。",
                 .cite = {8197, "4"}},
                {.en = "A network that processes it says so by sip.607 in the Feature-Caps of a "
                       "response to REGISTER.",
                 .zh = "处理 607 的网络，在 REGISTER 响应的 Feature-Caps 中以 sip.607 声明。",
                 .cite = {8197, "5.2"}},
                wins_at_a_proxy,
                registrar_sends_no_6xx,
                message_refused,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually the callee has pressed a spam key, or the caller is on the block "
                       "list of the phone.",
                 .zh = "通常是被叫按了骚扰标记键，或主叫在话机的黑名单中。",
                 .methods = {invite, message}},
                {.en = "There is usually a person behind it; a spam filter usually shows as 608, "
                       "603 or 403.",
                 .zh = "背后通常是人的操作；骚扰过滤系统通常返回 608、603 或 403。",
                 .methods = {invite, message}},
                {.en = "A caller who gets it again and again is often blocked by the network in "
                       "the end.",
                 .zh = "多次得到 607 的主叫，最终往往会被网络拦截。",
                 .methods = {invite, message}},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::stop_searching, Next::not_resubmitted},
    },
    {
        .code = 608,
        .phrase = "Rejected",
        .name_zh = "被拦截",
        .defined_in = {8688, "3.1"},
        .category = Category::refusal,
        .gist =
            {
                {.en = "not defined within a dialog",
                 .zh = "未对对话中的请求定义",
                 .methods = only_in_a_dialog},
                {.en = "blocked by a filter in the network", .zh = "被网络中的过滤系统拦截"},
            },
        .meaning =
            {
                {.en = "Not the called user but an intermediary, such as a spam filter, has "
                       "rejected the call or message.",
                 .zh = "拒绝此呼叫或消息的不是被叫用户，而是途中的网元，例如骚扰过滤系统。"},
                {.en = "Call-Info MUST say how to contact that intermediary (a signed jCard, "
                       "purpose=jwscard), unless misuse is to be expected.",
                 .zh = "响应必须用 Call-Info 头域给出该网元的联系方式（经签名的 "
                       "jCard，purpose=jwscard），除非预计会被滥用。"},
                {.en = "It MAY be sent to an INVITE, MESSAGE, SUBSCRIBE or other request outside a "
                       "dialog.",
                 .zh = "对于 INVITE、MESSAGE、SUBSCRIBE 或其他对话之外的请求，可以返回 608。",
                 .cite = {8688, "3.1"}},
                {.en = "If the INVITE has no sip.608 in Feature-Caps, the intermediary MUST first "
                       "play an announcement, with few exceptions.",
                 .zh = "INVITE 的 Feature-Caps 中没有 sip.608 "
                       "时，该网元必须先播放录音通知，少数例外。",
                 .methods = {invite},
                 .cite = {8688, "3.4"}},
                {.en =
                     "After an announcement, too, the 608 MUST be forwarded as the final response.",
                 .zh = "播放录音通知之后，仍必须把 608 作为最终响应转发。",
                 .methods = {invite},
                 .cite = {8688, "3.4"}},
                wins_at_a_proxy,
                registrar_sends_no_6xx,
                refer_not_taken,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually a spam filter of the callee's carrier has taken the caller for a "
                       "robocaller, by its number or its many calls.",
                 .zh = "通常是被叫运营商的骚扰过滤系统根据号码或呼叫量，把主叫判为骚扰。",
                 .methods = {invite}},
                {.en = "A missing Identity header field, or a weak attestation in it, is often "
                       "part of the reason.",
                 .zh = "请求没有 Identity 头域，或其中的认证级别低，往往是原因之一。",
                 .methods = {invite, message}},
                {.en = "The URL in Call-Info usually leads to somebody who can lift the block.",
                 .zh = "通过 Call-Info 中的 URL，通常能找到可解除拦截的联系人。",
                 .methods = {invite, message}},
                {.en = "Networks that do not know 608 usually send 403 or 603 for the same reason.",
                 .zh = "不认识 608 的网络，通常以 403 或 603 表示同样的原因。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Call-Info",
                 .what = {.en = "the signed contact of the intermediary, unless misuse is likely",
                          .zh = "该网元经签名的联系方式，除非可能被滥用"},
                 .cite = {8688, "3.1"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::stop_searching, Next::contact_intermediary,
                 Next::not_resubmitted},
    },
    {
        .code = 687,
        .phrase = "Dialog Terminated",
        .name_zh = "对话已终止",
        .defined_in = {3261, "8.1.3.2"},
        .status = Status::private_use,
        .category = Category::state,
        .gist =
            {
                {.en = "dialog ended; not a standard code", .zh = "对话已终止（非标准）"},
            },
        .meaning =
            {
                {.en = "By its phrase it says that the dialog has been terminated.",
                 .zh = "按原因短语的字面意思，它表示对话已经终止。"},
                {.en = "It stood in drafts of the Replaces header field; the RFC itself, RFC 3891, "
                       "does without it.",
                 .zh = "它曾出现在 Replaces 头域的草案中；正式的 RFC 3891 没有采用它。"},
                {.en = "IANA does not list it, though the SigComp dictionary of RFC 3485 still "
                       "contains it.",
                 .zh = "IANA 没有登记它，不过 RFC 3485 的 SigComp 词典中仍保留着它。"},
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "It is hardly ever met: usually it comes from a SIP stack that still has "
                       "the number of the draft.",
                 .zh = "极少见：通常来自仍保留草案中此编号的 SIP 协议栈。"},
                {.en = "Today 481, 603 or, for a single early dialog, 199 usually say the same.",
                 .zh = "如今通常以 481、603 或（对单个早期对话）199 表示同样的意思。"},
            },
        .headers = {software},
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::handle_as_x00, Next::stop_searching,
                 Next::not_resubmitted},
    },
};
static_assert(well_formed(table_6xx, codes_6xx, 600),
              "6xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
