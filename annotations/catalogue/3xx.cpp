// SPDX-License-Identifier: MIT
// The redirections. RFC 3261 sections 8.1.3.4 and 21.3, and RFC 2543.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_3xx[] = {
    {
        .code = 300,
        .phrase = "Multiple Choices",
        .name_zh = "多种选择",
        .defined_in = {3261, "21.3.1"},
        .category = Category::redirection,
        .meaning =
            {
                {.en = "The address in the request resolves to several choices, each with its own "
                       "location; the user or the UA can pick one and redirect the request to "
                       "it.",
                 .zh = "请求的地址对应多个选择，各有自己的位置；用户或 UA 可选定合适的终端，"
                       "把请求重定向到那里。"},
                {.en = "If Accept allows it, the response MAY have a body that lists the locations "
                       "and their characteristics to choose from; no MIME type is defined for "
                       "it.",
                 .zh = "若 Accept 允许，响应可以带消息体，列出各位置及其资源特性以供挑选；"
                       "该消息体尚未定义 MIME 类型。"},
                {.en = "The choices SHOULD also be listed in Contact; unlike in HTTP there MAY be "
                       "several Contact header fields, or one with a list of addresses.",
                 .zh = "各个选择也应当列在 Contact 中；与 HTTP 不同，可以有多个 Contact 头域，"
                       "也可以在一个头域中列出多个地址。"},
                {.en = "It suits a callee who can be reached at several locations when the server "
                       "cannot, or prefers not to, proxy the request.",
                 .zh = "适用于被叫可在多处联系到，而服务器不能或不愿转发请求的情形。"},
            },
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
        .meaning =
            {
                {.en = "The user has left the address in the Request-URI and is no longer found "
                       "there.",
                 .zh = "在 Request-URI 指定的地址上，已不再能找到该用户。"},
                {.en = "Contact gives the new address.", .zh = "新地址由 Contact 头域给出。"},
            },
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
        .meaning =
            {
                {.en = "For the time being the user is to be tried at the address or addresses in "
                       "Contact.",
                 .zh = "用户临时改在 Contact 头域给出的新地址上。"},
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
            },
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
        .meaning =
            {
                {.en = "A leftover of HTTP: RFC 2543 lists the code and its phrase, but never says "
                       "what it means in SIP.",
                 .zh = "HTTP 的遗留：RFC 2543 列出了此状态码和原因短语，"
                       "但从未说明它在 SIP 中的含义。"},
                dropped,
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::handle_as_x00, Next::try_contacts, Next::not_resubmitted},
    },
    {
        .code = 305,
        .phrase = "Use Proxy",
        .name_zh = "使用代理",
        .defined_in = {3261, "21.3.4"},
        .category = Category::redirection,
        .meaning =
            {
                {.en = "Access to the requested resource MUST go through the proxy whose URI is in "
                       "Contact.",
                 .zh = "必须通过代理服务器访问所请求的资源，该代理的 URI 由 Contact 头域给出。"},
                {.en = "305 MUST come from a UAS only.", .zh = "305 响应必须只由 UAS 产生。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::use_proxy, Next::not_resubmitted},
    },
    {
        .code = 380,
        .phrase = "Alternative Service",
        .name_zh = "替代服务",
        .defined_in = {3261, "21.3.5"},
        .category = Category::redirection,
        .meaning =
            {
                {.en = "The call failed, but alternative services can take its place.",
                 .zh = "呼叫未成功，但可改用替代服务。"},
                {.en = "The body of the response describes them.",
                 .zh = "替代服务在响应的消息体中描述。"},
                {.en = "RFC 3261 defines no format for such a body; later standards may.",
                 .zh = "RFC 3261 没有定义这种消息体的格式，可能由以后的标准定义。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::offer_alternative, Next::not_resubmitted},
    },
};
static_assert(well_formed(table_3xx, codes_3xx, 300),
              "3xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
