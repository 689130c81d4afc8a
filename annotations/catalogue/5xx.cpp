// SPDX-License-Identifier: MIT
// The server failures. RFC 3261 section 21.5, RFC 8599 section 8.1, RFC 3312 section 8.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_5xx[] = {
    {
        .code = 500,
        .phrase = "Server Internal Error",
        .name_zh = "服务器内部错误",
        .defined_in = {3261, "21.5.1"},
        .category = Category::server_error,
        .meaning =
            {
                {.en = "Something unexpected kept the server from carrying out the request.",
                 .zh = "服务器遇到意外情况，无法完成请求。"},
                {.en = "If the condition is temporary, Retry-After MAY tell when the client may "
                       "retry.",
                 .zh = "如果情况是暂时的，服务器可以用 Retry-After 头域说明客户端何时可重试。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::show_error, Next::retry_later, Next::not_resubmitted},
    },
    {
        .code = 501,
        .phrase = "Not Implemented",
        .name_zh = "未实现",
        .defined_in = {3261, "21.5.2"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The server lacks the functionality that the request needs.",
                 .zh = "服务器不支持完成该请求所需的功能。"},
                {.en = "It fits when a UAS does not recognize the method and cannot support it for "
                       "any user.",
                 .zh = "UAS 不认识请求的方法，且对任何用户都无法支持该方法时，适用此响应。"},
                {.en = "A proxy forwards requests of any method.",
                 .zh = "代理服务器转发请求时不考虑其方法。"},
                {.en = "With 405, by contrast, the server recognizes the method, but it is not "
                       "allowed or not supported.",
                 .zh = "405 则不同：服务器认识该方法，但不允许或不支持使用它。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::gateway},
        .next = {Next::ack_failure, Next::avoid_method, Next::not_resubmitted},
    },
    {
        .code = 502,
        .phrase = "Bad Gateway",
        .name_zh = "网关错误",
        .defined_in = {3261, "21.5.3"},
        .category = Category::server_error,
        .meaning =
            {
                {.en = "Acting as a gateway or proxy for the request, the server got an invalid "
                       "response from the server downstream.",
                 .zh = "作为网关或代理的服务器为完成请求而访问下游服务器时，收到了无效的响应。"},
            },
        .sent_by = {Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::look_downstream, Next::not_resubmitted},
    },
    {
        .code = 503,
        .phrase = "Service Unavailable",
        .name_zh = "服务不可用",
        .defined_in = {3261, "21.5.4"},
        .category = Category::overload,
        .meaning =
            {
                {.en = "Temporary overload or maintenance keeps the server from processing the "
                       "request.",
                 .zh = "服务器因临时过载或维护，暂时无法处理请求。"},
                {.en = "Retry-After MAY tell when to retry; without it the client MUST act as if "
                       "it had received a 500.",
                 .zh = "可以用 Retry-After 头域说明何时重试；没有该头域时，"
                       "客户端必须按收到 500 处理。"},
                {.en = "Instead of sending 503, a server MAY refuse the connection or drop the "
                       "request.",
                 .zh = "服务器也可以拒绝连接或丢弃请求，而不返回 503。"},
                {.en = "A proxy SHOULD NOT forward a 503 unless it can serve no request at all; if "
                       "it received nothing else it SHOULD send 500 (section 16.7).",
                 .zh = "代理服务器不应当转发 503，除非它什么请求都无法处理；若只收到 503，"
                       "应当改发 500（第 16.7 节）。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::use_alternate_server, Next::spare_server,
                 Next::retry_later, Next::not_resubmitted},
    },
    {
        .code = 504,
        .phrase = "Server Time-out",
        .name_zh = "服务器超时",
        .defined_in = {3261, "21.5.5"},
        .category = Category::timeout,
        .meaning =
            {
                {.en = "An external server that the server needed for this request did not respond "
                       "in time.",
                 .zh = "服务器为处理该请求而访问外部服务器，但没有及时收到其响应。"},
                {.en = "408 should be used instead if there was no response within the Expires "
                       "period of the request from upstream.",
                 .zh = "如果是在上游请求的 Expires 头域所定的期限内没有响应，则应改用 408。"},
            },
        .sent_by = {Role::uas, Role::proxy, Role::gateway},
        .next = {Next::ack_failure, Next::look_downstream, Next::not_resubmitted},
    },
    {
        .code = 505,
        .phrase = "Version Not Supported",
        .name_zh = "版本不支持",
        .defined_in = {3261, "21.5.6"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The request uses a SIP version that the server does not, or will not, "
                       "support.",
                 .zh = "服务器不支持或拒绝支持请求所用的 SIP 协议版本。"},
                {.en = "Apart from this error message, the server cannot or will not complete the "
                       "request with the client's major version.",
                 .zh = "除返回此错误外，服务器不能或不愿用客户端的主版本完成该请求。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::use_supported_version, Next::not_resubmitted},
    },
    {
        .code = 513,
        .phrase = "Message Too Large",
        .name_zh = "消息过大",
        .defined_in = {3261, "21.5.7"},
        .category = Category::request,
        .meaning =
            {
                {.en = "The server could not process the request because the message is longer "
                       "than it can handle.",
                 .zh = "消息长度超过服务器的处理能力，服务器无法处理该请求。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::shrink_message, Next::not_resubmitted},
    },
    {
        .code = 555,
        .phrase = "Push Notification Service Not Supported",
        .name_zh = "推送通知服务不支持",
        .defined_in = {8599, "8.1"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The server does not support the push notification service that the UA "
                       "names in pn-provider.",
                 .zh = "服务器不支持 UA 在 pn-provider 参数中指定的推送通知服务。"},
                {.en = "It is defined for REGISTER only.", .zh = "它只为 REGISTER 定义。"},
                {.en = "A proxy MAY send it only if it knows that no other proxy supports the "
                       "service either.",
                 .zh = "代理服务器只有知道其他代理服务器也都不支持该服务时，才可以返回此响应。"},
            },
        .sent_by = {Role::proxy},
        .next = {Next::ack_failure, Next::do_without_push, Next::not_resubmitted},
    },
    {
        .code = 580,
        .phrase = "Precondition Failure",
        .name_zh = "前置条件失败",
        .defined_in = {3312, "8"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The UAS cannot, or will not, meet the preconditions in the offer, such as "
                       "the reservation of network resources.",
                 .zh = "UAS 不能或不愿满足 offer 中的前置条件，例如预留网络资源。"},
                {.en = "The response SHOULD have SDP that shows which precondition failed; this "
                       "SDP is neither an offer nor an answer.",
                 .zh = "响应应当带有 SDP，指明未满足的前置条件；该 SDP 既不是 offer，"
                       "也不是 answer。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::change_preconditions, Next::keep_session,
                 Next::not_resubmitted},
    },
};
static_assert(well_formed(table_5xx, codes_5xx, 500),
              "5xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
