// SPDX-License-Identifier: MIT
// The global failures. RFC 3261 section 21.6, RFC 8197, RFC 8688.

#include "sentences.hpp"
#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

constexpr ResponseCode table_6xx[] = {
    {
        .code = 600,
        .phrase = "Busy Everywhere",
        .name_zh = "处处忙",
        .defined_in = {3261, "21.6.1"},
        .category = Category::busy,
        .meaning =
            {
                {.en = "The callee's end system was reached, but the callee is busy and does not "
                       "want to take the call now.",
                 .zh = "已联系到被叫的终端，但被叫正忙，此时不愿接听。"},
                better_time_to_call,
                {.en = "It is returned only if it is known that no other end point, such as a "
                       "voice mail system, will answer; otherwise 486 should be returned.",
                 .zh = "只有知道不会有其他终端（例如语音信箱系统）接受该请求时，才返回 600，"
                       "否则应返回 486。"},
                {.en = "A callee that does not wish to reveal the reason for declining uses 603 "
                       "instead.",
                 .zh = "被叫如果不愿透露拒绝的原因，则使用 603。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::ack_failure, Next::stop_searching, Next::call_later, Next::not_resubmitted},
    },
    {
        .code = 603,
        .phrase = "Decline",
        .name_zh = "拒绝",
        .defined_in = {3261, "21.6.2"},
        .category = Category::refusal,
        .meaning =
            {
                {.en = "The callee's device was reached, but its user explicitly will not, or "
                       "cannot, take part.",
                 .zh = "已联系到被叫的设备，但用户明确表示不愿或不能参与。"},
                better_time_to_call,
                only_if_nobody_else,
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::ack_failure, Next::stop_searching, Next::call_later, Next::not_resubmitted},
    },
    {
        .code = 604,
        .phrase = "Does Not Exist Anywhere",
        .name_zh = "任何地方都不存在",
        .defined_in = {3261, "21.6.3"},
        .category = Category::address,
        .meaning =
            {
                {.en = "The server knows with authority that the user in the Request-URI exists "
                       "nowhere.",
                 .zh = "服务器有权威信息表明，Request-URI 所指的用户在任何地方都不存在。"},
            },
        .sent_by = {Role::uas, Role::redirect_server, Role::proxy},
        .next = {Next::ack_failure, Next::stop_searching, Next::give_up_address,
                 Next::not_resubmitted},
    },
    {
        .code = 606,
        .phrase = "Not Acceptable",
        .name_zh = "不可接受",
        .defined_in = {3261, "21.6.4"},
        .category = Category::capability,
        .meaning =
            {
                {.en = "The user's agent was reached, but parts of the session description, such "
                       "as media, bandwidth or addressing style, were not acceptable.",
                 .zh = "已联系到用户的 UA，但会话描述的某些方面不可接受，例如所请求的媒体、"
                       "带宽或地址类型。"},
                {.en = "The user does want to communicate, but cannot support the described "
                       "session adequately.",
                 .zh = "用户愿意通信，但不能充分支持所描述的会话。"},
                {.en = "Warning MAY list the reasons why the session cannot be supported; section "
                       "20.43 has the codes.",
                 .zh = "可以用 Warning 头域列出不能支持该会话的原因，警告码见第 20.43 节。"},
                media_capabilities,
                {.en = "Such negotiation should seldom be needed, and may not be possible when a "
                       "new user is being invited to an existing conference.",
                 .zh = "这种协商应该很少需要；邀请新用户加入已有的会议时，可能无法协商。"},
                only_if_nobody_else,
            },
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
        .meaning =
            {
                {.en = "The called user has marked this call or message as unwanted, as spam for "
                       "example.",
                 .zh = "被叫用户将此呼叫或消息标记为不受欢迎，例如骚扰。"},
                {.en = "The callee's provider MAY act on it, and block or report the caller, for "
                       "example.",
                 .zh = "被叫的运营商可以据此采取措施，例如拦截或上报该主叫。"},
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::stop_searching, Next::not_resubmitted},
    },
    {
        .code = 608,
        .phrase = "Rejected",
        .name_zh = "被拦截",
        .defined_in = {8688, "3.1"},
        .category = Category::refusal,
        .meaning =
            {
                {.en = "Not the called user but an intermediary, such as a spam filter, has "
                       "rejected the call or message.",
                 .zh = "拒绝此呼叫或消息的不是被叫用户，而是途中的网元，例如骚扰过滤系统。"},
                {.en = "Call-Info MUST say how to contact that intermediary (a signed jCard, "
                       "purpose=jwscard), unless misuse is to be expected.",
                 .zh = "响应必须用 Call-Info 头域给出该网元的联系方式（经签名的 jCard，"
                       "purpose=jwscard），除非预计会被滥用。"},
            },
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
            },
        .sent_by = {Role::uas},
        .next = {Next::ack_failure, Next::handle_as_x00, Next::stop_searching,
                 Next::not_resubmitted},
    },
};
static_assert(well_formed(table_6xx, codes_6xx, 600),
              "6xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
