// SPDX-License-Identifier: MIT
// The redirections. RFC 3261 sections 8.1.3.4 and 21.3, and RFC 2543.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

using enum Method;

// The redirection of REGISTER is spoken of apart.
constexpr Set<Method> not_register = {invite, ack,       bye,    cancel, options, prack,   update,
                                      info,   subscribe, notify, refer,  message, publish, other};
constexpr Set<Method> non_invite = {bye,       cancel, register_, options, prack,   update, info,
                                    subscribe, notify, refer,     message, publish, other};

// 300 to 303
constexpr Sentence another_registrar = {
    .en =
        "For a REGISTER, Contact names another registrar to register with, not a location of the "
        "user.",
    .zh = "对 REGISTER，Contact 给出的是应改去注册的另一个注册服务器，而不是用户的位置。",
    .methods = {register_},
    .cite = {3261, "10.3"}};
constexpr Sentence cancel_goes_along = {
    .en = "It means nothing to a CANCEL, which can only go where its INVITE went.",
    .zh = "它对 CANCEL 没有意义：CANCEL 只能发往其 INVITE 的去处。",
    .methods = {cancel},
    .cite = {3261, "9.1"}};
constexpr Sentence not_followed = {
    .en =
        "If no new INVITE follows, usually the client does not follow redirections, or its policy "
        "forbids the new target; a proxy or SBC often follows them itself.",
    .zh =
        "若之后没有新的 INVITE，通常是客户端不支持重定向，或其策略禁止新的目的地；"
        "代理服务器或 SBC 往往会自行改试。",
    .methods = {invite}};
constexpr Sentence other_registrar_in_use = {
    .en =
        "Usually the operator spreads its users over several registrars or SBCs, or moves them to "
        "another one.",
    .zh = "通常是运营商把用户分散到多个注册服务器或 SBC，或将其迁移到另一个。",
    .methods = {register_}};

constexpr HeaderUse signed_redirection = {
    .name = "Identity",
    .what = {.en = "who redirected, signed (a PASSporT of type div)",
             .zh = "经签名的重定向记录（div 类型的 PASSporT）"},
    .cite = {8946, "7"}};
constexpr HeaderUse history = {
    .strength = Strength::must,
    .name = "History-Info",
    .what = {.en = "the targets so far, if the request carries or supports it",
             .zh = "迄今的目标（请求带有或支持该头域时）"},
    .cite = {7044, "9.4"}};

}  // namespace

constexpr ResponseCode table_3xx[] = {
    {
        .code = 300,
        .phrase = "Multiple Choices",
        .name_zh = "多种选择",
        .defined_in = {3261, "21.3.1"},
        .category = Category::redirection,
        .gist = {{.en = "several addresses to choose from", .zh = "有多个地址可选"}},
        .meaning =
            {
                {.en = "The address in the request resolves to several choices, each with its own "
                       "location; the user or the UA can pick one and redirect the request to it.",
                 .zh = "请求的地址对应多个选择，各有自己的位置；用户或 UA 可选定合适的终端，"
                       "把请求重定向到那里。",
                 .methods = not_register},
                {.en = "If Accept allows it, the response MAY have a body that lists the locations "
                       "and their characteristics to choose from; no MIME type is defined for it.",
                 .zh = "若 Accept 允许，响应可以带消息体，列出各位置及其资源特性以供挑选；"
                       "该消息体尚未定义 MIME 类型。"},
                {.en = "The choices SHOULD also be listed in Contact; unlike in HTTP there MAY be "
                       "several Contact header fields, or one with a list of addresses.",
                 .zh = "各个选择也应当列在 Contact 中；与 HTTP 不同，可以有多个 Contact 头域，"
                       "也可以在一个头域中列出多个地址。"},
                {.en = "It suits a callee who can be reached at several locations when the server "
                       "cannot, or prefers not to, proxy the request.",
                 .zh = "适用于被叫可在多处联系到，而服务器不能或不愿转发请求的情形。",
                 .methods = not_register},
                another_registrar,
                cancel_goes_along,
            },
        .practice =
            {
                {.en = "It is rare; usually a routing server sends it (redirect server, ENUM, "
                       "least-cost routing), with several routes, often ordered by q.",
                 .zh = "较少见；通常由路由服务器（重定向服务器、ENUM、最低成本路由）发送，"
                       "给出多条路由，常按 q 值排序。",
                 .methods = {invite}},
                not_followed,
                other_registrar_in_use,
            },
        .headers =
            {
                history,
                {.strength = Strength::should,
                 .name = "Contact",
                 .what = {.en = "the choices, as URIs, often with q",
                          .zh = "各个选择的 URI，常带 q 值"},
                 .cite = {3261, "21.3.1"}},
                signed_redirection,
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::choose_contact, Next::try_contacts,
                 Next::not_resubmitted},
    },
    {
        .code = 301,
        .phrase = "Moved Permanently",
        .name_zh = "永久迁移",
        .defined_in = {3261, "21.3.2"},
        .category = Category::redirection,
        .gist = {{.en = "use another registrar from now on",
                  .zh = "今后改用另一注册服务器",
                  .methods = {register_}},
                 {.en = "moved for good; Contact tells where", .zh = "已永久迁移，见 Contact"}},
        .meaning =
            {
                {.en = "The user has left the address in the Request-URI and is no longer found "
                       "there.",
                 .zh = "在 Request-URI 指定的地址上，已不再能找到该用户。",
                 .methods = not_register},
                {.en = "Contact gives the new address.", .zh = "新地址由 Contact 头域给出。"},
                another_registrar,
                cancel_goes_along,
            },
        .practice =
            {
                {.en = "Gateways often send it when the telephone network reports a changed number "
                       "together with the new one (Q.850 cause 22).",
                 .zh = "网关常因电话网报告号码已变更并附有新号码（Q.850 原因值 22）而发送。",
                 .methods = {invite}},
                {.en = "Otherwise somebody has usually set up a lasting redirection on a PBX or "
                       "redirect server.",
                 .zh = "否则通常是有人在 PBX 或重定向服务器上设置了长期重定向。",
                 .methods = {invite}},
                {.en = "If calls still go to an address that the user has left again, a client or "
                       "SBC has often kept an old 301.",
                 .zh = "若呼叫仍去往用户早已不用的地址，往往是客户端或 SBC 缓存了旧的 301。",
                 .methods = {invite}},
                not_followed,
                other_registrar_in_use,
            },
        .headers =
            {
                history,
                {.strength = Strength::should,
                 .name = "Contact",
                 .what = {.en = "the new address or addresses", .zh = "新地址，可有多个"},
                 .cite = {3261, "13.3.1.2"},
                 .methods = {invite}},
                {.name = "Contact",
                 .what = {.en = "the new address or addresses", .zh = "新地址，可有多个"},
                 .cite = {3261, "20"},
                 .methods = non_invite},
                signed_redirection,
                {.name = "Reason",
                 .what = {.en = "a Q.850 cause from the telephone network",
                          .zh = "来自电话网的 Q.850 原因值"},
                 .cite = {6432, "3"},
                 .methods = {invite}},
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::try_contacts, Next::update_address,
                 Next::not_resubmitted},
    },
    {
        .code = 302,
        .phrase = "Moved Temporarily",
        .name_zh = "临时迁移",
        .defined_in = {3261, "21.3.3"},
        .category = Category::redirection,
        .gist = {{.en = "register with the one in Contact",
                  .zh = "改向 Contact 注册",
                  .methods = {register_}},
                 {.en = "try the address in Contact for now", .zh = "暂时改试 Contact 中的地址"}},
        .meaning =
            {
                {.en = "For the time being the user is to be tried at the address or addresses in "
                       "Contact.",
                 .zh = "用户临时改在 Contact 头域给出的新地址上。",
                 .methods = not_register},
                {.en = "Expires, or the expires parameter of Contact, can tell how long the "
                       "Contact URI is valid; proxies and UAs MAY cache it for that time.",
                 .zh = "Expires 头域或 Contact 的 expires 参数可说明该 Contact URI 的有效期；"
                       "代理服务器和 UA 可以在此期间缓存它。"},
                {.en = "Without an explicit expiration time the address is valid only once and "
                       "MUST NOT be cached for later transactions.",
                 .zh = "没有明确的有效期时，该地址仅本次有效，不得缓存给以后的事务使用。"},
                {.en = "The temporary URI can be out of date before it expires, and there can be a "
                       "new one.",
                 .zh = "临时 URI 可能在到期之前就已失效，也可能已有新的临时 URI。"},
                another_registrar,
                cancel_goes_along,
            },
        .practice =
            {
                {.en =
                     "Usually it is call forwarding, set on the phone or kept by a PBX or "
                     "application server; Diversion or History-Info often tells for whom and why.",
                 .zh = "通常是呼叫前转，由话机设置，或由 PBX、应用服务器保存；为谁、因何前转，"
                       "常见 Diversion 或 History-Info。",
                 .methods = {invite}},
                {.en = "Routing servers use it too: a softswitch or SBC asks them, and Contact "
                       "gives the route, often with number portability data (rn, npdi).",
                 .zh = "路由服务器也常用它：软交换或 SBC 向其查询，由 Contact 给出路由，"
                       "常带号码携带参数（rn、npdi）。",
                 .methods = {invite}},
                {.en = "If the new call fails, look at Contact: often it is a private address, a "
                       "number in another format, or a target that redirects back.",
                 .zh = "若新的呼叫失败，先看 Contact：常见的是私网地址、号码格式不同，"
                       "或目标又重定向回来。",
                 .methods = {invite}},
                not_followed,
                other_registrar_in_use,
            },
        .headers =
            {
                history,
                {.strength = Strength::should,
                 .name = "Contact",
                 .what = {.en = "the address or addresses to try", .zh = "应改试的地址，可有多个"},
                 .cite = {3261, "13.3.1.2"},
                 .methods = {invite}},
                {.name = "Contact",
                 .what = {.en = "the address or addresses to try", .zh = "应改试的地址，可有多个"},
                 .cite = {3261, "20"},
                 .methods = non_invite},
                {.name = "Expires",
                 .what = {.en = "how long the address in Contact is valid",
                          .zh = "Contact 地址的有效期"},
                 .cite = {3261, "21.3.3"}},
                signed_redirection,
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::try_contacts, Next::retry_original,
                 Next::not_resubmitted},
    },
    {
        .code = 303,
        .phrase = "See Other",
        .name_zh = "参见其他",
        .defined_in = {2543, "5.1.1"},
        .status = Status::obsolete,
        .category = Category::redirection,
        .gist = {{.en = "obsolete, handled as 300", .zh = "已废止，按 300 处理"}},
        .meaning =
            {
                {.en = "A leftover of HTTP: RFC 2543 lists the code and its phrase, but never says "
                       "what it means in SIP.",
                 .zh = "HTTP 的遗留：RFC 2543 列出了此状态码和原因短语，"
                       "但从未说明它在 SIP 中的含义。"},
                dropped,
                cancel_goes_along,
            },
        .practice =
            {
                {.en = "It is hardly ever seen: usually the sender borrows codes of HTTP, or is a "
                       "test tool.",
                 .zh = "极少见：通常是发送方照搬了 HTTP 的状态码，或是测试工具。"},
                {.en =
                     "If it has a Contact, clients usually try the address there, as after a 300.",
                 .zh = "若带有 Contact，客户端通常像收到 300 一样改试其中的地址。"},
            },
        .headers =
            {
                {.name = "Contact",
                 .what = {.en = "the addresses to try", .zh = "应改试的地址"},
                 .cite = {3261, "20"}},
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::handle_as_x00, Next::try_contacts, Next::not_resubmitted},
    },
    {
        .code = 305,
        .phrase = "Use Proxy",
        .name_zh = "使用代理",
        .defined_in = {3261, "21.3.4"},
        .category = Category::redirection,
        .gist = {{.en = "go through the proxy in Contact", .zh = "须经 Contact 中的代理服务器"}},
        .meaning =
            {
                {.en = "Access to the requested resource MUST go through the proxy whose URI is in "
                       "Contact.",
                 .zh = "必须通过代理服务器访问所请求的资源，"
                       "该代理服务器的 URI 由 Contact 头域给出。"},
                {.en = "305 MUST come from a UAS only.", .zh = "305 响应必须只由 UAS 产生。"},
                cancel_goes_along,
            },
        .practice =
            {
                {.en = "It is hardly ever used: usually the proxy is set in the phone, or named in "
                       "Service-Route at registration.",
                 .zh = "极少使用：代理服务器通常在话机上配置，或在注册时由 Service-Route 下发。"},
                {.en = "Many clients do not act on it, as it could lead them to a stranger's "
                       "proxy; the request then usually just fails.",
                 .zh = "许多客户端不予理会，以免被引向他人的代理服务器；请求往往就此失败。"},
                {.en = "A UA that takes requests from its own proxy only more often answers 403.",
                 .zh = "只接受自己代理服务器来的请求的 UA，更常见的是返回 403。"},
            },
        .headers =
            {
                {.name = "Contact",
                 .what = {.en = "the URI of the proxy", .zh = "代理服务器的 URI"},
                 .cite = {3261, "21.3.4"}},
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_proxy, Next::not_resubmitted},
    },
    {
        .code = 380,
        .phrase = "Alternative Service",
        .name_zh = "替代服务",
        .defined_in = {3261, "21.3.5"},
        .category = Category::redirection,
        .gist = {{.en = "failed, other services are offered", .zh = "未成功，可改用替代服务"}},
        .meaning =
            {
                {.en = "The call failed, but alternative services can take its place.",
                 .zh = "呼叫未成功，但可改用替代服务。"},
                {.en = "The body of the response describes them.",
                 .zh = "替代服务在响应的消息体中描述。"},
                {.en = "RFC 3261 defines no format for such a body; later standards may.",
                 .zh = "RFC 3261 没有定义这种消息体的格式，可能由以后的标准定义。"},
                cancel_goes_along,
            },
        .practice =
            {
                {.en = "In IMS networks the P-CSCF usually sends it when the user has dialled an "
                       "emergency number: the body (application/3gpp-ims+xml) then says so.",
                 .zh = "在 IMS 网络中，通常是用户拨打了紧急号码，由 P-CSCF 发送："
                       "消息体（application/3gpp-ims+xml）会注明紧急呼叫。",
                 .methods = {invite}},
                {.en = "The UA then usually sets up an emergency call, often in the "
                       "circuit-switched network.",
                 .zh = "UA 随后通常改为发起紧急呼叫，往往转到电路域。",
                 .methods = {invite}},
                {.en = "Outside IMS it is very rare, most likely because no common format for the "
                       "body exists.",
                 .zh = "在 IMS 以外极少见，多半是因为消息体没有通用的格式。"},
            },
        .headers =
            {
                {.strength = Strength::must,
                 .name = "Content-Type",
                 .what = {.en = "the type of the body that describes the services",
                          .zh = "描述替代服务的消息体的类型"},
                 .cite = {3261, "20.15"}},
                {.name = "Error-Info",
                 .what = {.en = "where more about the failure is found",
                          .zh = "可获知更多失败信息的地址"},
                 .cite = {3261, "20.18"}},
            },
        .dialog = DialogEffect::redirects,
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::offer_alternative, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_3xx, codes_3xx, 300),
              "3xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
