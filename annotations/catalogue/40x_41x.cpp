// SPDX-License-Identifier: MIT
// The request failures 400 to 417. RFC 3261 sections 8.1.3.5 and 21.4, RFC 2543, RFC 3903, RFC
// 4412.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

// What can only be sent within a dialog, besides ACK.
constexpr Set<Method> only_within_a_dialog = {bye, prack, update, info, notify};

constexpr Set<Method> all_but_invite = {bye,     cancel,  register_, options, prack,
                                        update,  info,    subscribe, notify,  refer,
                                        message, publish, other};

// 401, 407
constexpr Sentence no_challenge = {
    .en =
        "A server MUST NOT challenge an ACK or a CANCEL: neither can be sent again with "
        "credentials.",
    .zh = "服务器不得对 ACK 或 CANCEL 发出质询，因为两者都无法带凭证重发。",
    .methods = {ack, cancel},
    .cite = {3261, "22.1"}};
constexpr Sentence challenges_joined = {
    .en =
        "A forking proxy MUST add the challenges of its other branches to the 401 or 407 that it "
        "forwards.",
    .zh = "分叉的代理服务器必须把其他分支收到的质询也加入它所转发的 401 或 407。",
    .cite = {3261, "16.7"}};
constexpr Sentence never_basic = {.en = "A server MUST NOT challenge with Basic.",
                                  .zh = "服务器不得用 Basic 方案发出质询。",
                                  .cite = {3261, "22"}};
constexpr Sentence digest_with_qop = {.en = "A Digest challenge MUST have qop.",
                                      .zh = "Digest 质询必须带有 qop 参数。",
                                      .cite = {3261, "22.4"}};
constexpr Sentence challenges_by_algorithm = {
    .en =
        "Several challenges of the same realm MUST each name another digest algorithm, the "
        "preferred one first.",
    .zh = "同一 realm 有多个质询时，必须各用不同的摘要算法，优先的排在前面。",
    .cite = {8760, "2.3"}};

// In practice: 401, 407
constexpr Sentence silent_client = {
    .en =
        "A client that sends nothing more usually has no account for this realm, or does not know "
        "the algorithm: compare realm and algorithm with its configuration.",
    .zh =
        "客户端此后不再发送请求，通常是没有该 realm 的账号或不支持所给算法：把 realm 和 algorithm "
        "与其配置核对。"};
constexpr Sentence bye_not_repeated = {
    .en =
        "If the client does not repeat the BYE with credentials, its peer usually does not learn "
        "that the call is over.",
    .zh = "如果客户端不带凭证重发 BYE，对端通常无从得知呼叫已结束。",
    .methods = {bye}};

}  // namespace

constexpr ResponseCode table_40x_41x[] = {
    {
        .code = 400,
        .phrase = "Bad Request",
        .name_zh = "错误请求",
        .defined_in = {3261, "21.4.1"},
        .category = Category::request,
        .gist = {{.en = "malformed or inconsistent request", .zh = "请求有误或自相矛盾"}},
        .meaning =
            {
                {.en = "Malformed syntax: the server cannot understand the request.",
                 .zh = "请求有语法错误，服务器无法理解。"},
                {.en = "The reason phrase SHOULD identify the syntax problem in more detail, such "
                       "as “Missing Call-ID header field”.",
                 .zh = "原因短语应当详细指出语法问题，例如“Missing Call-ID header field”。"},
                {.en = "Later RFCs also use it for requests that contradict themselves, such as a "
                       "sips Request-URI with a sip Contact, which a UAS MUST reject so.",
                 .zh = "后来的 RFC 也用它拒绝自相矛盾的请求，例如 Request-URI 为 sips 而 Contact "
                       "为 sip，UAS 必须以 400 拒绝。",
                 .cite = {5630, "5.1.2"}},
                {.en = "A UAS MUST reject so an INVITE that has more than one Replaces header "
                       "field, or another one that contradicts it.",
                 .zh = "INVITE 含有多个 Replaces 头域，或另有头域与之矛盾时，UAS 必须以 400 拒绝。",
                 .methods = {invite},
                 .cite = {3891, "3"}},
                {.en = "A registrar MUST reject so a Contact of “*” together with other contacts, "
                       "or with an expiration time other than zero.",
                 .zh = "Contact 为“*”却另有其他 Contact，或有效时间不为零时，注册服务器必须以 400 "
                       "拒绝。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "The recipient MUST reject so a REFER without Refer-To, or with more than "
                       "one.",
                 .zh = "REFER 没有 Refer-To 头域或有多个时，接收方必须以 400 拒绝。",
                 .methods = {refer},
                 .cite = {3515, "2.4.2"}},
                {.en = "The server MUST reject so a SIP-If-Match that does not hold exactly one "
                       "entity-tag.",
                 .zh = "SIP-If-Match 头域中的实体标签不是恰好一个时，服务器必须以 400 拒绝。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                refresh_keeps_subscription,
                bye_ends_anyway,
                cancel_decides_nothing,
                {.en = "A UAC MUST treat any 4xx that it does not know as a 400.",
                 .zh = "UAC 必须把它不认识的 4xx 一律视为 400。",
                 .cite = {3261, "8.1.3.2"}},
            },
        .practice =
            {
                {.en = "The reason phrase or Warning usually names the fault: read them first.",
                 .zh = "原因短语或 Warning 头域通常会指明错误，可先查看。"},
                {.en =
                     "Otherwise the usual suspects are a From, To or Contact that does not parse, "
                     "a Content-Length that does not match the body, and a missing header field.",
                 .zh = "否则通常依次怀疑：From、To 或 Contact 无法解析，Content-Length "
                       "与消息体长度不符，缺少头域。"},
                {.en =
                     "With an offer in the body, SDP with a syntax error is another common cause.",
                 .zh = "消息体带有 offer 时，SDP 有语法错误也是常见原因。",
                 .methods = {invite, update}},
                {.en = "Often the fault was made on the way, by a SIP ALG or a lost UDP fragment: "
                       "compare the request with itself one hop earlier.",
                 .zh = "错误常在途中产生，例如 SIP ALG 改写或丢失 UDP "
                       "分片：可与上一跳的同一请求对比。"},
                peer_may_linger,
            },
        .headers =
            {
                warning_in_words,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::correct_request, Next::not_resubmitted},
    },
    {
        .code = 401,
        .phrase = "Unauthorized",
        .name_zh = "未认证",
        .defined_in = {3261, "21.4.2"},
        .category = Category::authentication,
        .gist = {{.en = "registrar asks for credentials",
                  .zh = "注册服务器要求凭证",
                  .methods = {register_}},
                 {.en = "server asks for credentials", .zh = "服务器要求凭证"}},
        .meaning =
            {
                {.en = "The request needs an authenticated user.", .zh = "该请求需要用户认证。"},
                {.en = "UASs and registrars send 401; proxies use 407 instead.",
                 .zh = "401 由 UAS 和注册服务器产生，代理服务器则使用 407。"},
                {.en = "WWW-Authenticate MUST be present, with at least one challenge (section "
                       "22.2).",
                 .zh = "响应必须包含 WWW-Authenticate 头域，其中至少有一个质询（第 22.2 节）。"},
                {.en = "It is a challenge, not yet a refusal: from it the client works out the "
                       "credentials for a new request.",
                 .zh = "它是质询，还不是拒绝：客户端据此算出凭证，再发新的请求。",
                 .cite = {3261, "22.2"}},
                never_basic,
                digest_with_qop,
                challenges_by_algorithm,
                challenges_joined,
                {.en = "A notifier always authenticates subscribers with 401, even if its node is "
                       "otherwise a proxy.",
                 .zh = "通知方总是用 401 认证订阅方，即使该节点平时充当代理服务器。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.3"}},
                bye_ends_anyway,
                no_challenge,
            },
        .practice =
            {
                {.en = "The first 401 is usually routine: the client had no nonce yet, and repeats "
                       "the request at once.",
                 .zh = "首个 401 通常属正常流程：客户端还没有 nonce，随即带凭证重发请求。"},
                {.en = "If the request already carried Authorization, the user name or the "
                       "password is usually wrong, unless the challenge says stale=true.",
                 .zh = "请求已带 Authorization 仍收到 401，通常是用户名或密码错误，除非质询带有 "
                       "stale=true。"},
                silent_client,
                {.en = "If every repeat gets a new nonce, a load balancer often spreads the "
                       "requests over servers that do not share their nonces.",
                 .zh = "如果每次重发都得到新的 nonce，常见原因是负载均衡把请求分给了互不共享 nonce "
                       "的服务器。"},
                {.en = "If calls over a SIP trunk fail with it, usually no user name and password "
                       "are set for outgoing calls.",
                 .zh = "如果经 SIP 中继的呼叫因此失败，通常是没有为呼出配置用户名和密码。",
                 .methods = {invite}},
                bye_not_repeated,
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "WWW-Authenticate",
                 .what = {.en = "the challenges: realm, nonce, algorithm, qop",
                          .zh = "质询：realm、nonce、algorithm、qop"},
                 .cite = {3261, "22.2"}},
                {.strength = Strength::may,
                 .name = "Proxy-Authenticate",
                 .what = {.en = "challenges of proxies on other branches",
                          .zh = "其他分支上代理服务器的质询"},
                 .cite = {3261, "16.7"}},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist = {{.en = "reserved code, no agreed meaning", .zh = "保留状态码，含义未定"}},
        .meaning =
            {
                {.en = "RFC 3261 reserves this code for the future.",
                 .zh = "RFC 3261 保留此状态码，供将来使用。"},
                {.en = "It gives it no meaning: what it says is up to the server that sends it.",
                 .zh = "RFC 3261 没有赋予它含义：具体意思取决于发送它的服务器。"},
            },
        .practice =
            {
                {.en = "Usually a prepaid platform or a wholesale carrier sends it: the account "
                       "has no credit left, or is blocked for want of payment.",
                 .zh = "通常来自预付费平台或批发运营商：账户余额不足，或因欠费被停用。"},
                {.en = "If calls to some destinations pass, the balance is often too low for the "
                       "rate of this one.",
                 .zh = "如果拨往其他目的地正常，往往是余额不够支付该目的地的费率。",
                 .methods = {invite}},
                {.en = "The reason phrase often says what is meant; otherwise only the operator of "
                       "the server knows.",
                 .zh = "原因短语常写明具体意思；否则只能向该服务器的运营方了解。"},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::handle_as_400, Next::not_resubmitted},
    },
    {
        .code = 403,
        .phrase = "Forbidden",
        .name_zh = "禁止",
        .defined_in = {3261, "21.4.4"},
        .category = Category::refusal,
        .gist = {{.en = "refused, repeating does not help", .zh = "被拒绝，重发无益"}},
        .meaning =
            {
                {.en = "The request was understood, but the server refuses to carry it out.",
                 .zh = "服务器理解该请求，但拒绝执行。"},
                {.en = "Adding authorization does not help.", .zh = "即使补充认证信息也无济于事。"},
                {.en = "To credentials that it does not accept, a server can send 403 instead of a "
                       "new challenge.",
                 .zh = "对不接受的凭证，服务器可不再质询，直接返回 403。",
                 .cite = {3261, "22.1"}},
                {.en = "A registrar MUST send it if the authenticated user is not authorized to "
                       "modify the bindings of this address.",
                 .zh = "已认证的用户无权修改该地址的绑定时，注册服务器必须返回 403。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                bindings_stay,
                {.en = "A notifier whose rules do not authorize the subscriber SHOULD send 403 or "
                       "603, unless that would disclose what has to stay private.",
                 .zh = "按规则订阅方未获授权时，通知方应当返回 403 或 603，除非这会泄露隐私。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.3"}},
                {.en = "To a new subscription within an existing dialog, it can mean that the "
                       "notifier does not share dialogs.",
                 .zh = "对在已有对话中新建的订阅，它可能表示通知方不支持共享对话。",
                 .methods = {subscribe},
                 .cite = {6665, "4.5.2"}},
                refresh_keeps_subscription,
                {.en = "An element that honours Resource-Priority MUST send it if the user is not "
                       "authorized for the priority that the request asks for.",
                 .zh =
                     "请求带有 "
                     "Resource-Priority，而用户无权使用该优先级时，处理优先级的网元必须返回 403。",
                 .cite = {4412, "4.6.4"}},
                {.en = "The reason phrase “Stale Date” tells that Date, or iat in the signed "
                       "token, is older than the verifier accepts.",
                 .zh =
                     "原因短语“Stale Date”表示 Date 头域或签名令牌中的 iat 过旧，验证方不予接受。",
                 .cite = {8224, "6.2.2"}},
                refer_not_taken,
                message_not_delivered,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "If the REGISTER carried Authorization, the user name or password is "
                       "usually wrong; otherwise suspect an address filter or a barred account.",
                 .zh = "REGISTER 已带 Authorization "
                       "时，通常是用户名或密码错误；未带时，更可能是地址过滤或账号被停用。",
                 .methods = {register_}},
                {.en = "On a SIP trunk, the usual causes are a source address that is not allowed, "
                       "a caller number that the operator rejects, and a barred destination.",
                 .zh =
                     "在 SIP "
                     "中继上，常见原因是源地址不在白名单内、运营商不接受主叫号码，或目的地被限制。",
                 .methods = {invite}},
                {.en = "To tell them apart, compare with a call that works: From and "
                       "P-Asserted-Identity, the called number, the source address.",
                 .zh = "可与成功的呼叫对比来区分：From 和 P-Asserted-Identity、被叫号码、源地址。",
                 .methods = {invite}},
                {.en = "Reason with Q.850 cause 21, 55, 57 or 87 shows that a telephone network "
                       "behind a gateway has most likely refused the call.",
                 .zh = "如果 Reason 头域带有 Q.850 原因值 21、55、57 或 "
                       "87，拒绝很可能来自网关后面的电话网。",
                 .methods = {invite}},
                {.en = "A 403 without any 401 or 407 before it is often the policy of an SBC, not "
                       "of the far end.",
                 .zh = "此前没有 401 或 407 而直接返回 403，往往是 SBC 的策略，不是远端的决定。"},
                {.en =
                     "Usually the user lacks the right to watch this presence or busy lamp (BLF).",
                 .zh = "通常是用户没有订阅该状态呈现（presence）或忙灯（BLF）的权限。",
                 .methods = {subscribe}},
                peer_may_linger,
            },
        .headers =
            {
                warning_in_words,
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::do_not_retry, Next::not_resubmitted},
    },
    {
        .code = 404,
        .phrase = "Not Found",
        .name_zh = "未找到",
        .defined_in = {3261, "21.4.5"},
        .category = Category::address,
        .gist = {{.en = "address not valid in this domain",
                  .zh = "地址在该域中无效",
                  .methods = {register_}},
                 {.en = "server keeps no state for it",
                  .zh = "服务器不维护其状态",
                  .methods = {publish}},
                 {.en = "peer's address not found",
                  .zh = "找不到对端地址",
                  .methods = only_within_a_dialog},
                 {.en = "no such user or domain here", .zh = "此处无此用户或域"}},
        .meaning =
            {
                {.en = "The server knows definitely that the user does not exist at the domain in "
                       "the Request-URI.",
                 .zh = "服务器有确切信息：在 Request-URI 指定的域中不存在该用户。"},
                {.en = "It is also returned if the recipient does not handle the domain in the "
                       "Request-URI.",
                 .zh = "如果 Request-URI 中的域不是接收方所服务的域，也返回此响应。"},
                {.en = "A UAS SHOULD send it if the Request-URI is not an address for which it "
                       "takes requests.",
                 .zh = "Request-URI 不是 UAS 愿意受理的地址时，UAS 应当返回 404。",
                 .cite = {3261, "8.2.2.1"}},
                peer_contact_rejected,
                {.en = "A proxy can also send it if the push notification that was to wake the UA "
                       "fails.",
                 .zh = "用来唤醒 UA 的推送通知失败时，代理服务器也可返回 404。",
                 .methods = {invite, subscribe, message},
                 .cite = {8599, "5.6.2"}},
                {.en = "A registrar MUST send it if the address in To is not valid for the domain "
                       "in the Request-URI.",
                 .zh = "To 头域中的地址在 Request-URI 的域中无效时，注册服务器必须返回 404。",
                 .methods = {register_},
                 .cite = {3261, "10.3"}},
                {.en = "The server MUST send it if it is not responsible for the event state of "
                       "the resource in the Request-URI.",
                 .zh = "如果 Request-URI 所指资源的事件状态不由该服务器维护，它必须返回 404。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                bindings_stay,
                refer_not_taken,
                message_not_delivered,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the number is not provisioned: mistyped, in a format that the "
                       "server does not expect (+86, leading 0), or not routed to it.",
                 .zh = "最常见的是号码未开通：输错，格式不符（+86 或 0 "
                       "前缀），或没有路由到该服务器。",
                 .methods = {invite, message}},
                {.en = "Compare the Request-URI with that of a call that works: a wrong domain, "
                       "such as an IP address in place of the name, is a frequent cause.",
                 .zh = "把 Request-URI 与成功的呼叫对比：域不对（例如用了 IP "
                       "地址而不是域名）是常见原因。",
                 .methods = {invite, message, subscribe, publish, options, refer}},
                {.en = "Some servers send 404 also for a user who exists but is not registered, "
                       "where 480 is more usual.",
                 .zh = "有些服务器对存在但未注册的用户也返回 404，而更常见的是 480。",
                 .methods = {invite, message, subscribe, options, refer}},
                {.en = "From a gateway, Reason with Q.850 cause 1 means an unallocated number, 2 "
                       "or 3 no route: the fault is usually in the telephone network.",
                 .zh = "来自网关时，Reason 中的 Q.850 原因值 1 表示空号，2 或 3 "
                       "表示无路由：问题通常在电话网。",
                 .methods = {invite}},
                {.en = "Usually the domain of the account is wrong, or the phone registers with a "
                       "server of another domain.",
                 .zh = "通常是账号的域配置错误，或话机注册到了其他域的服务器。",
                 .methods = {register_}},
                {.en = "Usually a NAT or an SBC has rewritten Contact, or the peer has moved: "
                       "compare the Request-URI with the peer's last Contact.",
                 .zh = "通常是 NAT 或 SBC 改写了 Contact，或对端换了地址：把 Request-URI "
                       "与对端最近的 Contact 对比。",
                 .methods = only_within_a_dialog},
                {.en = "Follow the request hop by hop: the last element that gets it is usually "
                       "the one that does not know the address.",
                 .zh = "逐跳跟踪请求：最后收到它的网元，通常就是不认识该地址的一方。"},
                peer_may_linger,
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Retry-After",
                 .what = {.en = "when the called party expects to be available",
                          .zh = "被叫预计何时可用"},
                 .cite = {3261, "20.33"}},
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::check_address, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 405,
        .phrase = "Method Not Allowed",
        .name_zh = "方法不允许",
        .defined_in = {3261, "21.4.6"},
        .category = Category::capability,
        .gist = {{.en = "address does not take this method", .zh = "该地址不接受此方法"}},
        .meaning =
            {
                {.en = "The server understands the method, but does not allow it for the address "
                       "in the Request-URI.",
                 .zh = "服务器能识别该方法，但不允许对 Request-URI 指定的地址使用它。"},
                {.en =
                     "The response MUST list in Allow the methods that are valid for that address.",
                 .zh = "响应必须包含 Allow 头域，列出对该地址有效的方法。"},
                {.en = "For a method that the server does not recognize, the code is 501.",
                 .zh = "服务器不能识别该方法时，状态码是 501。",
                 .cite = {3261, "21.5.2"}},
                {.en = "A proxy MUST NOT refuse a request because it does not know the method.",
                 .zh = "代理服务器不得因为不认识方法而拒绝转发请求。",
                 .cite = {3261, "16.3"}},
                {.en = "A call does not depend on this method: within it, only this transaction "
                       "fails.",
                 .zh = "呼叫并不依赖此方法：在呼叫中，失败的只是该事务。",
                 .methods = {info, options, message, update, refer},
                 .cite = {5057, "5.1"}},
                {.en = "To a NOTIFY it is aberrant, since every subscriber has to support NOTIFY.",
                 .zh = "对 NOTIFY 返回 405 属异常，因为订阅方都要支持 NOTIFY。",
                 .methods = {notify},
                 .cite = {5057, "5.1"}},
                {.en = "A registrar that knows REFER SHOULD respond to it with 405.",
                 .zh = "认识 REFER 的注册服务器应当以 405 响应它。",
                 .methods = {refer},
                 .cite = {3515, "2.5"}},
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "The INVITE has usually reached the wrong element, such as a registrar or a "
                       "presence server.",
                 .zh = "INVITE 通常是送到了错误的网元，例如注册服务器或状态呈现服务器。",
                 .methods = {invite}},
                {.en = "The phone usually registers with something that is no registrar, such as a "
                       "SIP trunk or a media server: check the server address in it.",
                 .zh = "通常是话机向并非注册服务器的网元注册，例如 SIP "
                       "中继或媒体服务器：检查话机中的服务器地址。",
                 .methods = {register_}},
                {.en = "Usually presence is not switched on at this server.",
                 .zh = "通常是该服务器没有启用状态呈现（presence）功能。",
                 .methods = {subscribe, publish}},
                {.en = "Usually the peer or an SBC in between does not support it: see whether "
                       "Allow in its earlier messages lists the method.",
                 .zh = "通常是对端或途中的 SBC 不支持此方法：看它此前消息的 Allow 头域是否列出。",
                 .methods = {update, info, prack, refer, message, notify}},
                {.en = "Where OPTIONS only probes whether the server is alive, a 405 shows that it "
                       "is.",
                 .zh = "如果 OPTIONS 只用于探测服务器是否在线，405 同样说明它在线。",
                 .methods = {options}},
                {.en =
                     "The Server or User-Agent header field often tells which element has sent it.",
                 .zh = "Server 或 User-Agent 头域常能看出是哪个网元返回的。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Allow",
                 .what = {.en = "the methods valid for this address", .zh = "对该地址有效的方法"},
                 .cite = {3261, "21.4.6"}},
                software,
            },
        .dialog = DialogEffect::ends_usage,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server},
        .next = {Next::ack_failure, Next::use_allowed_method, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 406,
        .phrase = "Not Acceptable",
        .name_zh = "不可接受",
        .defined_in = {3261, "21.4.7"},
        .category = Category::capability,
        .gist = {{.en = "no content that Accept allows", .zh = "没有 Accept 可接受的内容"}},
        .meaning =
            {
                {.en = "The resource can only generate content that the Accept header field of the "
                       "request does not accept.",
                 .zh = "请求所指的资源只能生成请求的 Accept 头域所不接受的内容。"},
                {.en = "It is not about the offer: for a session description that is not "
                       "acceptable, the code is 488.",
                 .zh = "它说的不是 offer：会话描述不可接受时，状态码是 488。",
                 .methods = {invite, update},
                 .cite = {3261, "13.3.1.3"}},
                {.en = "It is the proper code if Accept lists no media type that the notifier can "
                       "generate in NOTIFY requests.",
                 .zh = "如果 Accept 头域列出的媒体类型，通知方都不能在 NOTIFY 中生成，就应返回它。",
                 .methods = {subscribe},
                 .cite = {6665, "4.1.2.1"}},
                refresh_keeps_subscription,
            },
        .practice =
            {
                {.en = "In practice it is often sent for media that do not match, where 488 is "
                       "meant: compare codecs, SRTP and transport in the offer with what the peer "
                       "takes.",
                 .zh = "实际中常用它表示媒体不匹配（本应为 488）：把 offer "
                       "的编解码、SRTP、传输协议与对端能力对比。",
                 .methods = {invite, update}},
                {.en = "Usually Accept lists only one type, and the server generates another: "
                       "compare it with a NOTIFY of a subscription that works.",
                 .zh = "通常是 Accept 只列出一种类型，而服务器生成的是另一种：可与成功订阅的 "
                       "NOTIFY 对比。",
                 .methods = {subscribe}},
                {.en = "If the request has no Accept, the server usually uses the code loosely: "
                       "Warning or the reason phrase can tell what it means.",
                 .zh = "如果请求没有 Accept 头域，通常是服务器随意使用此状态码，可看 Warning "
                       "或原因短语。"},
            },
        .headers =
            {
                warning_in_words,
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::widen_accept, Next::not_resubmitted},
    },
    {
        .code = 407,
        .phrase = "Proxy Authentication Required",
        .name_zh = "需要代理认证",
        .defined_in = {3261, "21.4.8"},
        .category = Category::authentication,
        .gist = {{.en = "proxy asks for credentials", .zh = "代理服务器要求凭证"}},
        .meaning =
            {
                {.en = "It is like 401, but the client MUST first authenticate itself with the "
                       "proxy.",
                 .zh = "与 401 类似，但客户端必须先向代理服务器认证自己。"},
                {.en = "It can be used where access to the communication channel, such as a "
                       "telephony gateway, rather than the callee requires authentication.",
                 .zh = "可用于这样的场合：需要认证的是使用通信通道（例如电话网关），而不是被叫。"},
                {.en = "The proxy MUST put its challenge into Proxy-Authenticate (section 22.3).",
                 .zh = "代理服务器必须在 Proxy-Authenticate 头域中给出质询（第 22.3 节）。"},
                {.en = "RFC 3261 explains SIP access authentication in sections 22.3 and 26.",
                 .zh = "SIP 访问认证的说明见 RFC 3261 第 22.3 节和第 26 节。"},
                {.en = "Other proxies MUST forward it towards the UAC: it is the UAC that adds the "
                       "credentials.",
                 .zh = "其他代理服务器必须把它转发给 UAC，由 UAC 加上凭证。",
                 .cite = {3261, "22.3"}},
                never_basic,
                digest_with_qop,
                challenges_by_algorithm,
                challenges_joined,
                {.en = "It is never the notifier that asks: a notifier sends 401, so this "
                       "challenge is that of a proxy on the way.",
                 .zh = "它不是通知方发出的：通知方用 401，因此这是途中代理服务器的质询。",
                 .methods = {subscribe},
                 .cite = {6665, "4.2.1.3"}},
                bye_ends_anyway,
                no_challenge,
            },
        .practice =
            {
                {.en = "The first 407 is usually routine: the client repeats the request at once "
                       "with Proxy-Authorization.",
                 .zh = "首个 407 通常属正常流程：客户端随即带 Proxy-Authorization 重发请求。"},
                {.en = "If the request already carried Proxy-Authorization, the user name or the "
                       "password is usually wrong, unless the challenge says stale=true.",
                 .zh = "请求已带 Proxy-Authorization 仍收到 "
                       "407，通常是用户名或密码错误，除非质询带有 stale=true。"},
                silent_client,
                {.en =
                     "A PBX that challenges incoming calls of its SIP trunk usually lacks the "
                     "source address in its list of peers, and takes the caller for a local user.",
                 .zh = "如果 PBX 质询 SIP "
                       "中继的来话，通常是对端列表中没有该源地址，因而把主叫当作本地用户。",
                 .methods = {invite}},
                bye_not_repeated,
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Proxy-Authenticate",
                 .what = {.en = "the challenges: realm, nonce, algorithm, qop",
                          .zh = "质询：realm、nonce、algorithm、qop"},
                 .cite = {3261, "22.3"}},
                {.strength = Strength::may,
                 .name = "WWW-Authenticate",
                 .what = {.en = "challenges of UASs on other branches",
                          .zh = "其他分支上 UAS 的质询"},
                 .cite = {3261, "16.7"}},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist = {{.en = "no response in time", .zh = "未能及时得到响应", .methods = {invite}},
                 {.en = "timeout (408 is for INVITE only)", .zh = "超时（408 只用于 INVITE）"}},
        .meaning =
            {
                {.en = "The server could give no response in suitable time, for example because it "
                       "could not locate the user soon enough.",
                 .zh = "服务器未能在适当的时间内给出响应，例如未能及时确定用户的位置。"},
                {.en = "A proxy MUST send it if none of its branches has had a final response.",
                 .zh = "如果各分支都没有最终响应，代理服务器必须返回 408。",
                 .methods = {invite},
                 .cite = {3261, "16.7"}},
                {.en = "A transaction-stateful element MUST NOT send 408 to a request other than "
                       "INVITE (RFC 4320).",
                 .zh = "有事务状态的网元不得对 INVITE 以外的请求发送 408（RFC 4320）。",
                 .cite = {4320, "4.2"}},
                {.en = "An element that cannot respond to such a request in time is to send no "
                       "final response at all.",
                 .zh = "无法及时响应这类请求的网元，根本不应发送最终响应。",
                 .methods = all_but_invite,
                 .cite = {4320, "4.2"}},
                {.en = "A client MUST also treat a timeout of its own transaction as a 408; that "
                       "one is not on the wire.",
                 .zh = "客户端自身事务超时，也必须视为收到 408；这样的 408 不会出现在线路上。",
                 .cite = {3261, "8.1.3.1"}},
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Most often the phone called was silent: off, moved or behind a NAT that "
                       "has dropped its mapping, while its registration has not expired yet.",
                 .zh = "最常见的是被叫话机毫无响应：已关机、换了地址或 NAT "
                       "映射失效，而其注册尚未到期。",
                 .methods = {invite}},
                {.en = "The next hop shows it: INVITEs retransmitted without any response, ICMP "
                       "errors, or a TCP connection that does not open.",
                 .zh =
                     "在下一跳可看到：INVITE 反复重传而无响应，有 ICMP 差错，或 TCP 连接无法建立。",
                 .methods = {invite}},
                {.en = "After a 180 it usually means that nobody answered until a timer of the "
                       "server ran out.",
                 .zh = "此前已有 180 时，通常是一直无人接听，服务器的定时器到时。",
                 .methods = {invite}},
                {.en = "The time that it took tells the timer: about 32 s without any 1xx is "
                       "usually Timer B, over 3 minutes after a 1xx Timer C, all else a timer of "
                       "the server itself.",
                 .zh = "看时长：没有 1xx 而约 32 秒，通常是 Timer B；1xx 之后超过 3 分钟，通常是 "
                       "Timer C；其余多为服务器自设。",
                 .methods = {invite}},
                {.en = "From a gateway, Reason with Q.850 cause 18 tells that the telephone of the "
                       "callee did not respond.",
                 .zh = "来自网关时，Reason 中的 Q.850 原因值 18 表示被叫的电话终端没有响应。",
                 .methods = {invite}},
                {.en = "Usually old software sends it; take it as a sign that the next hop does "
                       "not respond.",
                 .zh = "通常由较旧的软件发送，可视为下一跳没有响应的迹象。",
                 .methods = all_but_invite},
                peer_may_linger,
            },
        .headers =
            {
                reason_from_gateway,
            },
        .dialog = DialogEffect::acts_as_timeout,
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
        .gist = {{.en = "conflict with the state (RFC 2543)", .zh = "与当前状态冲突（RFC 2543）"}},
        .meaning =
            {
                {.en = "In RFC 2543, it told that the request conflicted with the present state of "
                       "the resource.",
                 .zh = "在 RFC 2543 中，它表示请求与资源的当前状态冲突。"},
                {.en = "In RFC 2543, a registrar sent it when the action parameter of a REGISTER "
                       "contradicted existing registrations.",
                 .zh = "在 RFC 2543 中，REGISTER 的 action "
                       "参数与已有的注册冲突时，注册服务器返回此响应。",
                 .methods = {register_}},
                dropped,
            },
        .practice =
            {
                {.en = "Hardly any SIP stack sends it today; usually an application server has "
                       "taken it over from an HTTP interface behind it.",
                 .zh = "如今几乎没有 SIP 协议栈发送它，通常是应用服务器从其后的 HTTP 接口照搬的。"},
                {.en = "The reason phrase usually tells what conflicts, such as a name that is "
                       "already taken.",
                 .zh = "原因短语通常写明冲突所在，例如名称已被占用。"},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist = {{.en = "gone for good, no new address", .zh = "永久失效，无新地址"}},
        .meaning =
            {
                {.en = "The server no longer has the resource, and knows no forwarding address for "
                       "it.",
                 .zh = "所请求的资源在本服务器上已不存在，也不知道它的新地址。"},
                {.en = "This is expected to be permanent.", .zh = "这种情况预期是永久性的。"},
                {.en = "A server that does not know, or cannot determine, whether it is permanent "
                       "SHOULD use 404 instead.",
                 .zh = "服务器若不知道或无法判断是否为永久性，应当改用 404。"},
                {.en = "A gateway sends it for a number that has changed without a new one being "
                       "known; with a new one it sends 301.",
                 .zh = "对已改号的用户，网关不知道新号码时返回 410，知道时返回 301。",
                 .methods = {invite},
                 .cite = {3398, "7.2.4.1"}},
                peer_contact_rejected,
                message_not_delivered,
                bye_ends_anyway,
                cancel_decides_nothing,
            },
        .practice =
            {
                {.en = "Usually a gateway passes on Q.850 cause 22, number changed, or 23: see "
                       "Reason.",
                 .zh = "通常是网关转换了 Q.850 原因值 22（号码已改变）或 23，可看 Reason 头域。",
                 .methods = {invite}},
                {.en = "Some operators also send it for numbers that were cancelled or ported "
                       "away, often after an announcement in early media.",
                 .zh = "有些运营商对已销户或已携出的号码也返回 410，往往先用早期媒体播放录音通知。",
                 .methods = {invite}},
                {.en = "Within a company, a deleted extension to which call forwarding or a group "
                       "still points is a common cause.",
                 .zh = "在企业内部，常见原因是呼叫前转或群组仍指向已删除的分机。",
                 .methods = {invite}},
                {.en = "Most often an account was deleted while an address book, a list or a "
                       "device still uses it.",
                 .zh = "最常见的是账号已删除，而地址簿、列表或终端仍在使用它。"},
            },
        .headers =
            {
                reason_from_gateway,
                announcement,
            },
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::drop_address, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 411,
        .phrase = "Length Required",
        .name_zh = "需要长度",
        .defined_in = {2543, "7.4.12"},
        .status = Status::obsolete,
        .category = Category::request,
        .gist = {{.en = "wants a Content-Length (RFC 2543)",
                  .zh = "要求 Content-Length（RFC 2543）"}},
        .meaning =
            {
                {.en = "In RFC 2543, a server sent it when it refused a request that had no "
                       "Content-Length.",
                 .zh = "在 RFC 2543 中，服务器因请求没有 Content-Length "
                       "头域而拒绝它时，返回此响应。"},
                dropped,
                {.en = "By RFC 3261, Content-Length MUST be used over streams such as TCP; over "
                       "UDP, a message without it ends with its datagram.",
                 .zh = "按 RFC 3261，在 TCP 等流式传输上必须使用 Content-Length；UDP "
                       "上没有它时，消息到数据报末尾为止。",
                 .cite = {3261, "18.3"}},
            },
        .practice =
            {
                {.en = "It is hardly met today; usually a very old server sends it, or a web "
                       "server that took SIP for HTTP.",
                 .zh = "如今几乎见不到；通常来自很旧的服务器，或把 SIP 当成 HTTP 的 Web 服务器。"},
                {.en = "Over TCP, a missing or wrong Content-Length more often shows as a 400, or "
                       "as a connection that is closed.",
                 .zh = "在 TCP 上，Content-Length 缺失或有误，更常表现为 400，或连接被关闭。"},
            },
        .dialog = DialogEffect::ends_transaction,
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
        .gist = {{.en = "entity-tag unknown, publish anew",
                  .zh = "实体标签无效，需重新发布",
                  .methods = {publish}},
                 {.en = "defined for PUBLISH only", .zh = "只为 PUBLISH 定义"}},
        .meaning =
            {
                {.en = "The condition that the request set has failed.",
                 .zh = "请求所设的条件不成立。"},
                {.en = "The condition in SIP-If-Match does not hold: the server has no published "
                       "state with this entity-tag, for example because it has expired.",
                 .zh = "SIP-If-Match "
                       "头域的条件不成立：服务器没有该实体标签对应的发布状态，例如它已到期。",
                 .methods = {publish}},
                {.en = "Only a PUBLISH that refreshes, modifies or removes published state carries "
                       "such a condition.",
                 .zh = "只有用于刷新、修改或删除已发布状态的 PUBLISH 才带有这种条件。",
                 .cite = {3903, "4.1"}},
                {.en = "The server MUST send it if the entity-tag matches none that it keeps for "
                       "this resource and event package.",
                 .zh = "如果该实体标签与服务器为该资源和事件包保存的都不匹配，服务器必须返回 412。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
            },
        .practice =
            {
                {.en = "Usually the publication has expired, because the client slept or refreshed "
                       "too late: compare the time since the last 200 with its Expires.",
                 .zh = "通常是客户端休眠或刷新过晚，发布已到期：把距上次 200 的时间与其 Expires "
                       "对比。",
                 .methods = {publish}},
                {.en = "A presence server that was restarted, or another one of a cluster that "
                       "does not share its state, is the next suspect.",
                 .zh = "其次是状态呈现服务器重启过，或请求到了集群中不共享状态的另一台。",
                 .methods = {publish}},
                {.en = "One 412, followed by a PUBLISH without SIP-If-Match and its 200, is "
                       "usually harmless.",
                 .zh = "412 之后发出不带 SIP-If-Match 的 PUBLISH 并得到 200，通常无碍。",
                 .methods = {publish}},
                {.en = "To another method it is usually a mistake of the server, or taken over "
                       "from HTTP.",
                 .zh = "对其他方法返回 412，通常是服务器有误，或照搬自 HTTP。",
                 .methods = {invite, ack, bye, cancel, register_, options, prack, update, info,
                             subscribe, notify, refer, message, other}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::publish_anew, Next::not_resubmitted},
    },
    {
        .code = 413,
        .phrase = "Request Entity Too Large",
        .name_zh = "请求实体过大",
        .defined_in = {3261, "21.4.11"},
        .category = Category::request,
        .gist = {{.en = "body too large", .zh = "消息体过大"}},
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
                 .zh = "如果情况是暂时的，服务器应当用 Retry-After "
                       "头域表明这一点，并说明多久之后客户端可以重试。"},
                {.en = "It is about the body; for a message that is too long as a whole, there is "
                       "513.",
                 .zh = "它针对消息体；整个消息过长时用 513。",
                 .cite = {3261, "21.5.7"}},
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the offer is long, with many codecs, ICE candidates and keys, or "
                       "other bodies come with it: shorten the list of codecs first.",
                 .zh = "通常是 offer 过长（编解码、ICE "
                       "候选和密钥太多），或还带有其他消息体：可先精简编解码列表。",
                 .methods = {invite, update}},
                {.en = "Usually the text, or a picture in it, is longer than the server takes in "
                       "one message.",
                 .zh = "通常是文本或其中的图片超过服务器对单条消息的限制。",
                 .methods = {message}},
                {.en = "Usually it is a presence document or a list with many entries.",
                 .zh = "通常是状态呈现（presence）文档过大，或列表条目太多。",
                 .methods = {publish, subscribe, notify}},
                {.en = "The limit usually stands in the configuration of a server or SBC: compare "
                       "Content-Length with that of requests that pass.",
                 .zh = "限制通常写在服务器或 SBC 的配置中：把 Content-Length 与成功的请求对比。"},
            },
        .headers =
            {
                {.strength = Strength::should,
                 .name = "Retry-After",
                 .what = {.en = "that it is temporary, and when to try again",
                          .zh = "情况是暂时的，以及何时可重试"},
                 .cite = {3261, "21.4.11"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::shrink_body, Next::retry_after, Next::not_resubmitted},
    },
    {
        .code = 414,
        .phrase = "Request-URI Too Long",
        .name_zh = "Request-URI 过长",
        .defined_in = {3261, "21.4.12"},
        .category = Category::request,
        .gist = {{.en = "a shorter Request-URI is needed", .zh = "需要缩短 Request-URI"}},
        .meaning =
            {
                {.en = "The server refuses the request: it is not willing to interpret so long a "
                       "Request-URI.",
                 .zh = "Request-URI 超过服务器愿意解析的长度，服务器拒绝该请求。"},
                {.en = "The grammar in section 25.1 calls it “Request-URI Too Large”: both reason "
                       "phrases are in use.",
                 .zh = "第 25.1 节的语法称它为“Request-URI Too Large”，两种原因短语都能见到。",
                 .cite = {3261, "25.1"}},
            },
        .practice =
            {
                {.en = "It is rare: look for a URI that grows from hop to hop, because each adds "
                       "parameters or wraps the Contact of the one before.",
                 .zh = "很少见：查看 URI 是否逐跳变长，例如每一跳都追加参数，或层层封装 Contact。"},
                {.en = "Services that write their instructions into the URI, such as announcements "
                       "with play=, are another usual source.",
                 .zh = "把指令写进 URI 的业务，例如放音的 play= 参数，也是常见来源。",
                 .methods = {invite}},
                {.en = "Within a dialog the Request-URI usually is the peer's Contact, so the peer "
                       "or an SBC has made it long.",
                 .zh = "在对话内，Request-URI 通常就是对端的 Contact，过长来自对端或 SBC。"},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::shorten_uri, Next::not_resubmitted},
    },
    {
        .code = 415,
        .phrase = "Unsupported Media Type",
        .name_zh = "不支持的媒体类型",
        .defined_in = {3261, "21.4.13"},
        .category = Category::capability,
        .gist = {{.en = "format of the body not supported", .zh = "不支持消息体的格式"}},
        .meaning =
            {
                {.en = "The server refuses the request: for this method it does not support the "
                       "format of the body.",
                 .zh = "对于所请求的方法，服务器不支持该消息体的格式，因此拒绝该请求。"},
                {.en = "It MUST list what it accepts in Accept, Accept-Encoding or "
                       "Accept-Language, depending on the problem with the content.",
                 .zh = "服务器必须视内容的具体问题，用 Accept、Accept-Encoding 或 Accept-Language "
                       "头域列出可接受的格式。"},
                {.en = "A UAS MUST reject so a body that it does not understand, unless "
                       "Content-Disposition marks that body as optional.",
                 .zh = "UAS 不理解消息体时必须以 415 拒绝，除非 Content-Disposition "
                       "将该消息体标为可选。",
                 .cite = {3261, "8.2.3"}},
                {.en = "A type that is known, but not in this place or for this purpose, is "
                       "refused so too; Accept can then list the very type that was sent.",
                 .zh = "类型本身支持，但不支持用于此处或此用途，也以 415 拒绝，此时 Accept "
                       "可能列有所发送的类型。",
                 .cite = {5621, "8.4"}},
                {.en = "A session description that is understood but not acceptable gets 488, not "
                       "415.",
                 .zh = "能理解但不可接受的会话描述，对应 488，而不是 415。",
                 .methods = {invite},
                 .cite = {3261, "13.3.1.3"}},
                {.en = "It can mean that the type is known, but not within this Info Package.",
                 .zh = "它也可能表示认识该类型，但不支持用于此 Info Package。",
                 .methods = {info},
                 .cite = {6086, "4.2.2"}},
                {.en = "The server MUST reject, with 415 for example, a body whose type does not "
                       "match the event package or is not understood.",
                 .zh = "消息体类型与事件包不符或不被理解时，服务器必须拒绝，例如返回 415。",
                 .methods = {publish},
                 .cite = {3903, "6"}},
                message_not_delivered,
            },
        .practice =
            {
                {.en = "Usually the culprit is a body besides SDP: ISUP, QSIG, location or "
                       "recording metadata in multipart/mixed, sent to an older device.",
                 .zh = "通常问题出在 SDP 以外的消息体：向较旧设备发送 multipart/mixed，内含 "
                       "ISUP、QSIG、位置或录音元数据。",
                 .methods = {invite}},
                {.en = "Usually it is DTMF: the peer takes application/dtmf-relay but not "
                       "application/dtmf, or no DTMF in INFO at all.",
                 .zh = "通常是 DTMF：对端接受 application/dtmf-relay 而不接受 "
                       "application/dtmf，或根本不用 INFO 收 DTMF。",
                 .methods = {info}},
                {.en = "Usually the peer takes text/plain only, and not typing notices "
                       "(im-iscomposing), HTML or CPIM.",
                 .zh = "通常是对端只接受 text/plain，不接受输入状态通知（im-iscomposing）、HTML 或 "
                       "CPIM。",
                 .methods = {message}},
                {.en = "Compare Content-Type, Content-Encoding and Content-Disposition of the "
                       "request with Accept and Accept-Encoding of the response.",
                 .zh = "把请求的 Content-Type、Content-Encoding、Content-Disposition 与响应的 "
                       "Accept、Accept-Encoding 对比。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Accept",
                 .what = {.en = "the types understood, if the type was the problem",
                          .zh = "能理解的类型（问题在类型时）"},
                 .cite = {3261, "8.2.3"}},
                {.strength = Strength::must,
                 .name = "Accept-Encoding",
                 .what = {.en = "the encodings understood, if the encoding was the problem",
                          .zh = "能理解的编码（问题在编码时）"},
                 .cite = {3261, "8.2.3"}},
                {.strength = Strength::must,
                 .name = "Accept-Language",
                 .what = {.en = "the languages understood, if the language was the problem",
                          .zh = "能理解的语言（问题在语言时）"},
                 .cite = {3261, "8.2.3"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_listed_types, Next::not_resubmitted},
    },
    {
        .code = 416,
        .phrase = "Unsupported URI Scheme",
        .name_zh = "不支持的 URI 方案",
        .defined_in = {3261, "21.4.14"},
        .category = Category::capability,
        .gist = {{.en = "scheme of the URI not known here", .zh = "不认识该 URI 方案"}},
        .meaning =
            {
                {.en = "The server does not know the URI scheme of the Request-URI and cannot "
                       "process the request.",
                 .zh = "服务器不认识 Request-URI 的 URI 方案，无法处理该请求。"},
                {.en = "A proxy, and a UAS likewise (section 8.2.2.1), SHOULD reject such a "
                       "request so.",
                 .zh = "代理服务器以及 UAS（第 8.2.2.1 节）应当以此拒绝这样的请求。",
                 .cite = {3261, "16.3"}},
                {.en = "A proxy that itself changed the scheme from sip to another one, such as "
                       "tel, SHOULD try a SIP URI instead.",
                 .zh = "如果是代理服务器自己把 sip 换成了其他方案（例如 tel），它应当改用 SIP URI "
                       "再试。",
                 .cite = {3261, "16.7"}},
                peer_contact_rejected,
            },
        .practice =
            {
                {.en = "Usually the Request-URI is a tel URI and the server takes SIP URIs only: "
                       "let the trunk send SIP URIs.",
                 .zh = "通常是 Request-URI 为 tel URI，而服务器只接受 SIP URI：可让中继改发 SIP "
                       "URI。",
                 .methods = {invite}},
                {.en = "A sips URI sent to a server without TLS is the next suspect.",
                 .zh = "其次是向不支持 TLS 的服务器发送 sips URI。"},
                {.en = "Often it is an im or pres URI that should have been resolved to a SIP URI "
                       "first.",
                 .zh = "常见的是 im 或 pres URI 没有先解析为 SIP URI。",
                 .methods = {message, subscribe, publish}},
                {.en = "If the scheme is plain sip, the server usually could not parse the URI: "
                       "look for odd characters in it.",
                 .zh = "如果方案就是 sip，通常是服务器无法解析该 URI：看其中有无异常字符。"},
            },
        .dialog = DialogEffect::ends_dialog,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::use_sip_uri, Next::subscription_over,
                 Next::subscribe_anew, Next::not_resubmitted},
    },
    {
        .code = 417,
        .phrase = "Unknown Resource-Priority",
        .name_zh = "未知的资源优先级",
        .defined_in = {4412, "4.6.2"},
        .category = Category::capability,
        .gist = {{.en = "no priority value is understood", .zh = "不理解任何优先级值"}},
        .meaning =
            {
                {.en = "The server understands none of the values in Resource-Priority, and the "
                       "request insists on them (Require: resource-priority).",
                 .zh = "服务器不理解 Resource-Priority "
                       "头域中的任何值，而请求坚持要求理解它们（Require: resource-priority）。"},
                {.en = "Accept-Resource-Priority MAY list the values that are acceptable.",
                 .zh = "响应可以用 Accept-Resource-Priority 头域列出可接受的值。"},
                {.en = "Without that Require, the request is not rejected: it is processed with "
                       "default priority.",
                 .zh = "没有这个 Require 时不拒绝请求，而按默认优先级处理。"},
            },
        .practice =
            {
                {.en = "Usually the two sides use different namespaces, such as ets, wps or dsn.",
                 .zh = "通常是双方使用的命名空间不同，例如 ets、wps 或 dsn。"},
                {.en = "Compare Resource-Priority of the request with Accept-Resource-Priority, "
                       "and see which hop sent it: border elements often know fewer namespaces.",
                 .zh = "把请求的 Resource-Priority 与 Accept-Resource-Priority "
                       "对比，并看是哪一跳返回的：边界网元支持的命名空间往往较少。"},
                {.en = "It is usually met in government, military and emergency networks only; "
                       "elsewhere, suspect a test client that sets Require.",
                 .zh =
                     "通常只见于政务、军用和应急网络；在其他网络，多为测试客户端误设了 Require。"},
            },
        .headers =
            {
                {.strength = Strength::may,
                 .name = "Accept-Resource-Priority",
                 .what = {.en = "the values that are acceptable", .zh = "可接受的值"},
                 .cite = {4412, "4.6.2"}},
            },
        .dialog = DialogEffect::ends_transaction,
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::change_priority, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_40x_41x, codes_40x_41x, 400),
              "400 to 417: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
