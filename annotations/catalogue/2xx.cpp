// SPDX-License-Identifier: MIT
// The successful responses. RFC 3261 section 21.2.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_2xx[] = {
    {
        .code = 200,
        .phrase = "OK",
        .name_zh = "成功",
        .defined_in = {3261, "21.2.1"},
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
};
static_assert(well_formed(table_2xx, codes_2xx, 200),
              "2xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
