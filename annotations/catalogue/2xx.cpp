// SPDX-License-Identifier: MIT
// The successful responses. RFC 3261 section 21.2, RFC 6665 section 8.3.1, RFC 5839.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_2xx[] = {
    {
        .code = 200,
        .phrase = "OK",
        .name_zh = "成功",
        .defined_in = {3261, "21.2.1"},
        .category = Category::success,
        .meaning =
            {
                {.en = "The request was carried out successfully.", .zh = "请求已成功处理。"},
                {.en = "What the response carries depends on the method of the request.",
                 .zh = "响应携带的信息取决于请求的方法。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::ack_success, Next::send_media, Next::stop_provisional, Next::expect_487,
                 Next::forget_cancelled, Next::dialog_ended, Next::refresh_registration,
                 Next::expect_notify, Next::refresh_subscription, Next::expect_progress,
                 Next::read_capabilities, Next::refresh_publication, Next::nothing},
    },
    {
        .code = 202,
        .phrase = "Accepted",
        .name_zh = "已接受",
        .defined_in = {6665, "8.3.1"},
        .status = Status::deprecated,
        .category = Category::success,
        .meaning =
            {
                {.en =
                     "The request has been accepted for processing; how it ends is not known yet.",
                 .zh = "请求已被接受，等待处理，结果尚未知晓。"},
                {.en = "The code is deprecated: for SUBSCRIBE, NOTIFY and REFER it is 200 that is "
                       "sent now (RFC 6665, RFC 7647).",
                 .zh = "此状态码已弃用：对 SUBSCRIBE、NOTIFY 和 REFER 现在改用 200"
                       "（RFC 6665、RFC 7647）。"},
                {.en = "A client MUST treat it exactly as a 200.",
                 .zh = "客户端必须将它与 200 同等对待。"},
                {.en = "Relays that store MESSAGE requests and forward them later still send it: "
                       "delivery is not guaranteed (RFC 3428).",
                 .zh = "存储转发 MESSAGE 的中继服务器仍会发送它，表示不保证送达（RFC 3428）。"},
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_success, Next::send_media, Next::stop_provisional, Next::expect_487,
                 Next::forget_cancelled, Next::dialog_ended, Next::refresh_registration,
                 Next::expect_notify, Next::refresh_subscription, Next::expect_progress,
                 Next::read_capabilities, Next::refresh_publication, Next::assume_no_delivery,
                 Next::nothing},
    },
    {
        .code = 204,
        .phrase = "No Notification",
        .name_zh = "不发通知",
        .defined_in = {5839, "7.1"},
        .category = Category::success,
        .meaning =
            {
                {.en = "The SUBSCRIBE succeeded, but the NOTIFY that normally follows it is not "
                       "sent.",
                 .zh = "SUBSCRIBE 已成功，但不会发送通常随之而来的 NOTIFY。"},
                {.en = "The entity-tag in Suppress-If-Match is still the current one: the "
                       "subscriber already has this state.",
                 .zh = "Suppress-If-Match 头域中的实体标签仍是当前值：订阅方已有该状态。"},
                {.en = "It is valid only for a SUBSCRIBE within an established dialog.",
                 .zh = "它只可用于响应在已建立的对话内发送的 SUBSCRIBE。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_success, Next::keep_subscription, Next::refresh_subscription,
                 Next::go_on_as_after_200},
    },
};
static_assert(well_formed(table_2xx, codes_2xx, 200),
              "2xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
