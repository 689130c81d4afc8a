// SPDX-License-Identifier: MIT
// The successful responses, which say something else to each method. RFC 3261 section 21.2 and the
// sections about its methods, RFC 3262, RFC 3311, RFC 3428, RFC 3515, RFC 3903, RFC 5839, RFC 6086
// and RFC 6665.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

constexpr Set<Method> not_subscribe = {invite, ack,  bye,    cancel, register_, options, prack,
                                       update, info, notify, refer,  message,   publish, other};

// Methods for which no RFC speaks of 202.
constexpr Set<Method> never_with_202 = {invite, ack,    bye,  cancel,  register_, options,
                                        prack,  update, info, publish, other};

// 200, 202
constexpr Sentence subscription_accepted = {
    .en =
        "The subscription, its refresh or its end is accepted; the state itself comes in the "
        "NOTIFY that follows.",
    .zh = "新订阅、刷新或退订已被接受；状态本身由随后的 NOTIFY 送达。",
    .methods = {subscribe},
    .cite = {6665, "4.2.1.2"}};
constexpr Sentence perhaps_pending = {
    .en =
        "It does not say that the subscription is authorized: Subscription-State in the NOTIFY "
        "does (active, pending or terminated).",
    .zh =
        "它不表示订阅已获授权：是否授权见 NOTIFY 的 Subscription-State（active、"
        "pending 或 terminated）。",
    .methods = {subscribe},
    .cite = {6665, "4.2.1.2"}};
constexpr Sentence outcome_by_notify = {
    .en =
        "The REFER is accepted; whether what it asks for succeeds, only the NOTIFYs that follow "
        "tell.",
    .zh = "REFER 已被接受；它所要求的操作是否成功，只能由随后的 NOTIFY 得知。",
    .methods = {refer},
    .cite = {3515, "2.4.4"}};
constexpr Sentence perhaps_no_notify = {
    .en = "With Refer-Sub: false there is no subscription, and no NOTIFY.",
    .zh = "带有 Refer-Sub: false 时，没有订阅，也没有 NOTIFY。",
    .methods = {refer},
    .cite = {4488, "4"}};
constexpr Sentence notify_lost = {
    .en =
        "If no NOTIFY follows, it is usually lost on its way: a private Contact of the subscriber, "
        "NAT or a firewall.",
    .zh =
        "若之后没有 NOTIFY，通常是在途中丢失：订阅方的 Contact 为私网地址，或被 NAT、"
        "防火墙阻断。",
    .methods = {subscribe}};
constexpr Sentence transfer_failed = {
    .en =
        "Why a transfer failed in spite of it, the status line in the body of the last NOTIFY "
        "(message/sipfrag) usually tells.",
    .zh = "收到它之后转接仍失败，原因通常见最后一个 NOTIFY 消息体（message/sipfrag）中的状态行。",
    .methods = {refer}};

// 200, 202
constexpr HeaderUse subscription_time = {
    .strength = Strength::must,
    .name = "Expires",
    .what = {.en = "how long the subscription lasts", .zh = "订阅的有效时间"},
    .cite = {6665, "3.1.1"},
    .methods = {subscribe}};
constexpr HeaderUse no_contact = {
    .strength = Strength::must_not,
    .name = "Contact",
    .what = {.en = "a MESSAGE opens no dialog", .zh = "MESSAGE 不建立对话"},
    .cite = {3428, "7"},
    .methods = {message}};

}  // namespace

constexpr ResponseCode table_2xx[] = {
    {
        .code = 200,
        .phrase = "OK",
        .name_zh = "成功",
        .defined_in = {3261, "21.2.1"},
        .category = Category::success,
        .gist =
            {
                {.en = "call answered, or re-INVITE accepted",
                 .zh = "已接听（或 re-INVITE 被接受）",
                 .methods = {invite}},
                {.en = "call ended", .zh = "通话结束", .methods = {bye}},
                {.en = "CANCEL has arrived", .zh = "CANCEL 已收到", .methods = {cancel}},
                {.en = "REGISTER done; bindings in Contact",
                 .zh = "REGISTER 成功，绑定见 Contact",
                 .methods = {register_}},
                {.en = "reachable; capabilities listed",
                 .zh = "可达，并列出能力",
                 .methods = {options}},
                {.en = "reliable 1xx acknowledged",
                 .zh = "可靠的 1xx 已获确认",
                 .methods = {prack}},
                {.en = "UPDATE accepted", .zh = "UPDATE 被接受", .methods = {update}},
                {.en = "INFO received", .zh = "INFO 已收到", .methods = {info}},
                {.en = "SUBSCRIBE accepted; NOTIFY follows",
                 .zh = "SUBSCRIBE 已接受，NOTIFY 随后到",
                 .methods = {subscribe}},
                {.en = "notification received", .zh = "通知已收到", .methods = {notify}},
                {.en = "REFER accepted", .zh = "REFER 被接受", .methods = {refer}},
                {.en = "message delivered, maybe unread",
                 .zh = "消息已送达，未必已读",
                 .methods = {message}},
                {.en = "PUBLISH accepted", .zh = "PUBLISH 被接受", .methods = {publish}},
                {.en = "request succeeded", .zh = "请求成功"},
            },
        .meaning =
            {
                {.en = "The request was carried out successfully.", .zh = "请求已成功处理。"},
                {.en = "What the response carries depends on the method of the request.",
                 .zh = "响应携带的信息取决于请求的方法。"},
                {.en = "The callee's side has taken the call; if the request was a re-INVITE, it "
                       "has accepted the change or refresh of the session.",
                 .zh = "被叫侧已接听呼叫；若请求是 re-INVITE，则表示对方接受会话的修改或刷新。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.4"}},
                {.en = "It MUST carry the answer to the offer of the INVITE, or an offer if the "
                       "INVITE had none, unless that was sent before.",
                 .zh = "它必须携带对 INVITE 中 offer 的 answer；若 INVITE 没有 offer，"
                       "则必须携带 offer；此前已发送的除外。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.4"}},
                {.en = "Until the ACK comes, the UAS retransmits it over any transport; without an "
                       "ACK for 64*T1, it SHOULD end the session with BYE.",
                 .zh = "收到 ACK 之前，UAS 在任何传输上都会重传它；64*T1 内没有 ACK，"
                       "应当用 BYE 结束会话。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.4"}},
                {.en = "The peer has accepted the BYE and SHOULD stop sending media and listening "
                       "for it.",
                 .zh = "对端已接受 BYE，应当停止收发媒体。",
                 .methods = {bye},
                 .cite = {3261, "15.1.2"}},
                {.en = "It confirms only that the CANCEL matches a transaction; what becomes of "
                       "the INVITE, the final response to the INVITE tells.",
                 .zh = "它只说明 CANCEL 找到了匹配的事务；"
                       "INVITE 的结果以 INVITE 自己的最终响应为准。",
                 .methods = {cancel},
                 .cite = {3261, "9.2"}},
                {.en = "A CANCEL is answered hop by hop: a stateful proxy sends this response "
                       "itself and cancels its pending branches.",
                 .zh = "CANCEL 逐跳响应：有状态代理服务器自行发送此响应，并取消未决的分支。",
                 .methods = {cancel},
                 .cite = {3261, "16.10"}},
                {.en = "The REGISTER is done; Contact lists all current bindings of the user, "
                       "whether it added, refreshed, removed or only fetched some.",
                 .zh = "REGISTER 已处理；无论它是添加、刷新、删除还是查询绑定，"
                       "Contact 都列出该用户当前的全部绑定。",
                 .methods = {register_},
                 .cite = {3261, "10.2.3"}},
                {.en = "Without Contact, the user has no binding at this registrar.",
                 .zh = "没有 Contact，则该用户在此注册服务器上没有绑定。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "The registrar MAY grant less time than was asked for: the expires of this "
                       "response counts.",
                 .zh = "注册服务器可以给出比请求更短的有效时间，以此响应中的 expires 为准。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "The UAS is ready to take a call now; a proxy that answers for itself lists "
                       "its own capabilities.",
                 .zh = "UAS 此刻能够接听呼叫；若由代理服务器自己响应，列出的是它自己的能力。",
                 .methods = {options},
                 .cite = {3261, "11.2"}},
                {.en = "The PRACK matches a reliable provisional response, which is thereby "
                       "acknowledged.",
                 .zh = "PRACK 与一个可靠的临时响应匹配，该临时响应由此得到确认。",
                 .methods = {prack},
                 .cite = {3262, "3"}},
                {.en = "If the PRACK carried an offer, this response MUST carry the answer.",
                 .zh = "若 PRACK 带有 offer，此响应必须携带 answer。",
                 .methods = {prack},
                 .cite = {3262, "5"}},
                {.en = "The peer has accepted the change or refresh of the session or dialog; an "
                       "offer in the UPDATE is answered here.",
                 .zh = "对端已接受对会话或对话的修改或刷新；UPDATE 若带有 offer，"
                       "answer 就在此响应中。",
                 .methods = {update},
                 .cite = {3311, "5.2"}},
                {.en = "The INFO was received and well formed; whether the application accepts its "
                       "content, only the application can tell.",
                 .zh = "INFO 已收到且格式正确；应用是否接受其内容，只能由应用自己告知。",
                 .methods = {info},
                 .cite = {6086, "4.2.2"}},
                subscription_accepted,
                perhaps_pending,
                {.en = "The subscriber has accepted the notification.",
                 .zh = "订阅方已接受该通知。",
                 .methods = {notify},
                 .cite = {6665, "4.1.3"}},
                outcome_by_notify,
                perhaps_no_notify,
                {.en = "The client may assume that the message has been delivered; it MUST NOT "
                       "assume that anyone has read it.",
                 .zh = "客户端可认为消息已送达，但不得认为收件人已阅读。",
                 .methods = {message},
                 .cite = {3428, "4"}},
                {.en = "The event state is published, refreshed or changed; after a PUBLISH with "
                       "Expires: 0, it is removed.",
                 .zh = "事件状态已发布、刷新或修改；若 PUBLISH 的 Expires 为 0，则已删除。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                {.en = "Each success brings a new entity-tag in SIP-ETag, which replaces the one "
                       "before.",
                 .zh = "每次成功都在 SIP-ETag 中给出新的实体标签，取代原来的标签。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
            },
        .practice =
            {
                {.en = "If it comes again and again, its sender gets no ACK: usually Contact or "
                       "Record-Route is wrong, or NAT or a firewall blocks; the call often drops "
                       "after about 32 s.",
                 .zh = "若它反复重传，说明其发送方没有收到 ACK："
                       "通常是 Contact 或 Record-Route 有误，或被 NAT、防火墙阻断；"
                       "约 32 秒后呼叫常会中断。",
                 .methods = {invite}},
                {.en =
                     "No audio, or audio one way only, usually has its cause in the SDP: a private "
                     "address in c=, a port that a firewall blocks, or sendonly or inactive.",
                 .zh = "接通后无声或单通，原因常在 SDP 中：c= 行为私网地址，端口被防火墙阻断，"
                       "或方向为 sendonly、inactive。",
                 .methods = {invite}},
                {.en = "If calls drop after a fixed time, such as 15 or 30 minutes, a session "
                       "refresh is often missing: look at Session-Expires and its refresher.",
                 .zh = "若通话总在固定时长（如 15 或 30 分钟）后中断，往往是缺少会话刷新："
                       "查看 Session-Expires 及其 refresher。",
                 .methods = {invite}},
                {.en = "Who hung up is shown by the BYE, not by this response; a Reason in the BYE "
                       "often tells why.",
                 .zh = "谁先挂断要看 BYE，而不是此响应；原因常见于 BYE 的 Reason 头域。",
                 .methods = {bye}},
                {.en = "If the INVITE gets a 200 all the same, the callee has usually answered "
                       "just as the caller gave up; ACK and BYE then follow.",
                 .zh = "若 INVITE 仍收到 200，通常是被叫恰在主叫放弃时接听；随后会有 ACK 和 BYE。",
                 .methods = {cancel}},
                {.en = "If the phone is registered, yet no calls arrive, usually Contact is a "
                       "private address, or the NAT binding runs out before expires does.",
                 .zh = "话机已注册却接不到来电，常见原因是 Contact 为私网地址，"
                       "或 NAT 映射先于 expires 失效。",
                 .methods = {register_}},
                {.en = "A much shorter expires than was asked for is usually intended: SBCs keep "
                       "NAT bindings open by it.",
                 .zh = "expires 远小于请求值，通常是有意的：SBC 借此保持 NAT 映射。",
                 .methods = {register_}},
                {.en = "Mostly it answers a keep-alive between trunks or SBCs: it shows that the "
                       "SIP stack is alive, not that calls get through.",
                 .zh = "多为中继或 SBC 之间的心跳：只说明对端的 SIP 协议栈存活，不表示呼叫能接通。",
                 .methods = {options}},
                notify_lost,
                transfer_failed,
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Contact",
                 .what = {.en = "where this side takes further requests of the dialog",
                          .zh = "本侧接收对话后续请求的地址"},
                 .cite = {3261, "12.1.1"},
                 .methods = {invite, subscribe, refer}},
                {.strength = Strength::must,
                 .name = "Record-Route",
                 .what = {.en = "the proxies that stay in the path, copied from the request if it "
                                "names any",
                          .zh = "留在路径上的代理服务器，从请求复制（如有）"},
                 .cite = {3261, "12.1.1"},
                 .methods = {invite, subscribe, refer}},
                {.strength = Strength::must,
                 .name = "Contact",
                 .what = {.en = "where this side takes further requests of the dialog",
                          .zh = "本侧接收对话后续请求的地址"},
                 .cite = {3311, "7"},
                 .methods = {update}},
                {.strength = Strength::must,
                 .name = "Contact",
                 .what = {.en = "all current bindings of the user, each with its expires",
                          .zh = "该用户当前的全部绑定，各带 expires"},
                 .cite = {3261, "10.3"},
                 .methods = {register_}},
                subscription_time,
                {.strength = Strength::must,
                 .name = "Expires",
                 .what = {.en = "how long the publication lasts", .zh = "发布的有效时间"},
                 .cite = {3903, "6"},
                 .methods = {publish}},
                {.strength = Strength::must,
                 .name = "SIP-ETag",
                 .what = {.en = "the entity-tag that names the publication",
                          .zh = "标识该发布的实体标签"},
                 .cite = {3903, "6"},
                 .methods = {publish}},
                {.strength = Strength::should,
                 .name = "Allow",
                 .what = {.en = "the methods that this side supports", .zh = "本侧支持的方法"},
                 .cite = {3261, "20"},
                 .methods = {invite, options}},
                {.strength = Strength::should,
                 .name = "Supported",
                 .what = {.en = "the extensions that this side supports", .zh = "本侧支持的扩展"},
                 .cite = {3261, "20"},
                 .methods = {invite, options}},
                {.strength = Strength::should,
                 .name = "Accept",
                 .what = {.en = "the types of bodies that this side takes",
                          .zh = "本侧接受的消息体类型"},
                 .cite = {3261, "11.2"},
                 .methods = {options}},
                {.strength = Strength::may,
                 .name = "Session-Expires",
                 .what = {.en = "the session interval, and who refreshes (refresher)",
                          .zh = "会话间隔，以及由谁刷新（refresher）"},
                 .cite = {4028, "9"},
                 .methods = {invite, update}},
                no_contact,
            },
        .dialog = DialogEffect::confirms,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_success, Next::send_media, Next::refresh_session, Next::stop_provisional,
                 Next::expect_487, Next::forget_cancelled, Next::dialog_ended,
                 Next::refresh_registration, Next::expect_notify, Next::refresh_subscription,
                 Next::expect_progress, Next::read_capabilities, Next::refresh_publication,
                 Next::nothing},
    },
    {
        .code = 202,
        .phrase = "Accepted",
        .name_zh = "已接受",
        .defined_in = {6665, "8.3.1"},
        .status = Status::deprecated,
        .category = Category::success,
        .gist =
            {
                {.en = "accepted, delivery not certain",
                 .zh = "已接受，未必送达",
                 .methods = {message}},
                {.en = "SUBSCRIBE accepted, same as 200",
                 .zh = "SUBSCRIBE 被接受，等同于 200",
                 .methods = {subscribe}},
                {.en = "REFER accepted, same as 200",
                 .zh = "REFER 被接受，等同于 200",
                 .methods = {refer}},
                {.en = "accepted, same as 200", .zh = "已接受，等同于 200"},
            },
        .meaning =
            {
                {.en =
                     "The request has been accepted for processing; how it ends is not known yet.",
                 .zh = "请求已被接受，等待处理，结果尚未知晓。"},
                {.en = "The code is deprecated: for SUBSCRIBE, NOTIFY and REFER it is 200 that is "
                       "sent now (RFC 6665, RFC 7647).",
                 .zh = "此状态码已弃用：对 SUBSCRIBE、NOTIFY 和 REFER 现在改用 200（RFC 6665、"
                       "RFC 7647）。"},
                {.en = "A client MUST treat it exactly as a 200.",
                 .zh = "客户端必须将它与 200 同等对待。"},
                {.en = "Relays that store MESSAGE requests and forward them later still send it: "
                       "delivery is not guaranteed (RFC 3428).",
                 .zh = "存储转发 MESSAGE 的中继服务器仍会发送它，表示不保证送达（RFC 3428）。",
                 .methods = {message}},
                {.en = "It MUST NOT be sent any more in answer to this method.",
                 .zh = "对此方法不得再发送它。",
                 .methods = {subscribe, notify},
                 .cite = {6665, "8.3.1"}},
                {.en = "It MUST NOT be sent any more in answer to a REFER.",
                 .zh = "对 REFER 不得再发送它。",
                 .methods = {refer},
                 .cite = {7647, "5"}},
                subscription_accepted,
                perhaps_pending,
                outcome_by_notify,
                perhaps_no_notify,
                {.en =
                     "No use of it is defined for this method; the client goes on as after a 200.",
                 .zh = "没有为此方法定义其用途；客户端按收到 200 继续。",
                 .methods = never_with_202},
            },
        .practice =
            {
                {.en = "Usually an SMS gateway or a store-and-forward server sends it; if there is "
                       "a delivery report, it comes as a message of its own.",
                 .zh = "通常由短信网关或存储转发服务器发送；如有送达报告，则另以单独的消息送来。",
                 .methods = {message}},
                {.en = "Usually an older notifier sends it, often while the authorization is still "
                       "open: the NOTIFY then says pending.",
                 .zh = "通常由较旧的通知方发送，往往表示授权尚未确定：随后的 NOTIFY 为 pending。",
                 .methods = {subscribe}},
                notify_lost,
                {.en = "It is still common from phones and PBXs that follow the first RFC about "
                       "REFER; by itself it is no sign of trouble.",
                 .zh = "按最初的 REFER 规范实现的话机和 PBX 仍常发送它；仅凭它不能说明转接有问题。",
                 .methods = {refer}},
                transfer_failed,
                {.en = "In answer to this method it is rare, and usually an oddity of one product.",
                 .zh = "对此方法很少见，通常是个别产品的特殊实现。",
                 .methods = never_with_202},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Contact",
                 .what = {.en = "where this side takes further requests of the dialog",
                          .zh = "本侧接收对话后续请求的地址"},
                 .cite = {3261, "12.1.1"},
                 .methods = {subscribe, refer}},
                {.strength = Strength::must,
                 .name = "Record-Route",
                 .what = {.en = "the proxies that stay in the path, copied from the request if it "
                                "names any",
                          .zh = "留在路径上的代理服务器，从请求复制（如有）"},
                 .cite = {3261, "12.1.1"},
                 .methods = {subscribe, refer}},
                subscription_time,
                no_contact,
            },
        .dialog = DialogEffect::confirms,
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_success, Next::send_media, Next::refresh_session, Next::stop_provisional,
                 Next::expect_487, Next::forget_cancelled, Next::dialog_ended,
                 Next::refresh_registration, Next::expect_notify, Next::refresh_subscription,
                 Next::expect_progress, Next::read_capabilities, Next::refresh_publication,
                 Next::assume_no_delivery, Next::nothing},
    },
    {
        .code = 204,
        .phrase = "No Notification",
        .name_zh = "不发通知",
        .defined_in = {5839, "7.1"},
        .category = Category::success,
        .gist = {{.en = "refreshed, no NOTIFY follows",
                  .zh = "已刷新，不发 NOTIFY",
                  .methods = {subscribe}},
                 {.en = "only valid for SUBSCRIBE", .zh = "仅适用于 SUBSCRIBE"}},
        .meaning =
            {
                {.en = "The SUBSCRIBE succeeded, but the NOTIFY that normally follows it is not "
                       "sent.",
                 .zh = "SUBSCRIBE 已成功，但不会发送通常随之而来的 NOTIFY。",
                 .methods = {subscribe}},
                {.en = "The condition in Suppress-If-Match holds: its entity-tag is the current "
                       "one, so that the subscriber has this state already; or it is “*”, which "
                       "always holds.",
                 .zh = "Suppress-If-Match 的条件成立：其实体标签仍是当前值，订阅方已有该状态；"
                       "或其值为“*”，条件总是成立。",
                 .methods = {subscribe},
                 .cite = {5839, "6.3"}},
                {.en = "It is valid only for a SUBSCRIBE within an established dialog.",
                 .zh = "它只可用于响应在已建立的对话内发送的 SUBSCRIBE。",
                 .methods = {subscribe}},
                {.en = "The SUBSCRIBE MUST extend the subscription all the same.",
                 .zh = "该 SUBSCRIBE 仍必须延长订阅的有效时间。",
                 .methods = {subscribe},
                 .cite = {5839, "6.3"}},
                {.en = "It has no meaning for this method: it is defined for a SUBSCRIBE within an "
                       "established dialog only.",
                 .zh = "它对此方法没有意义：只为在已建立的对话内发送的 SUBSCRIBE 定义。",
                 .methods = not_subscribe,
                 .cite = {5839, "7.1"}},
            },
        .practice =
            {
                {.en = "It is rare: few presence servers and clients use conditional notification.",
                 .zh = "较少见：使用条件通知的状态呈现服务器和客户端不多。",
                 .methods = {subscribe}},
                {.en = "If the subscriber shows stale state, the entity-tag is usually wrong: "
                       "compare the one in the SUBSCRIBE with the SIP-ETag of the last NOTIFY.",
                 .zh = "若订阅方显示的状态过旧，常见原因是实体标签有误："
                       "比较 SUBSCRIBE 中的值与上一个 NOTIFY 的 SIP-ETag。",
                 .methods = {subscribe}},
                {.en = "Usually the sender borrows the 204 (No Content) of HTTP.",
                 .zh = "通常是发送方照搬了 HTTP 的 204（No Content）。",
                 .methods = not_subscribe},
            },
        .headers = {subscription_time},
        .dialog = DialogEffect::none,
        .sent_by = {Role::uas},
        .next = {Next::ack_success, Next::keep_subscription, Next::refresh_subscription,
                 Next::go_on_as_after_200},
    },
};
static_assert(well_formed(table_2xx, codes_2xx, 200),
              "2xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
