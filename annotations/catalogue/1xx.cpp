// SPDX-License-Identifier: MIT
// The provisional responses. RFC 3261 section 21.1, RFC 6228.

#include "tables.hpp"
#include "well_formed.hpp"

namespace sipgloss::catalogue {

namespace {

// RFC 3261 section 12.1
constexpr Text early_dialog = {.en = "With a tag in To, it creates an early dialog.",
                               .zh = "To 头域带有 tag 时，它建立一个早期对话。"};

}  // namespace

constexpr ResponseCode table_1xx[] = {
    {
        .code = 100,
        .phrase = "Trying",
        .name_zh = "正在处理",
        .defined_in = {3261, "21.1.1"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "The next-hop server has received the request and is taking some "
                       "unspecified action for it, such as a database lookup.",
                 .zh = "下一跳服务器已收到请求，正在为它执行某种未指明的动作，例如查询数据库。"},
                {.en = "Like every provisional response, it stops the client's retransmissions of "
                       "an INVITE.",
                 .zh = "与其他临时响应一样，它使 UAC 停止重传 INVITE。"},
                {.en = "Unlike the others, it covers one hop only: a stateful proxy never forwards "
                       "it upstream.",
                 .zh = "与其他临时响应不同，它只在一跳内有效："
                       "有状态代理服务器从不把它向上游转发。"},
            },
        .sent_by = {Role::uas, Role::registrar, Role::redirect_server, Role::proxy, Role::gateway},
        .next = {Next::stop_retransmitting, Next::retransmit_slowly, Next::wait_for_final},
    },
    {
        .code = 180,
        .phrase = "Ringing",
        .name_zh = "振铃",
        .defined_in = {3261, "21.1.2"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "The INVITE has reached a UA, which is trying to alert its user.",
                 .zh = "收到 INVITE 的 UA 正在设法提醒用户。"},
                early_dialog,
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::play_ringback,
                 Next::wait_for_final},
    },
    {
        .code = 181,
        .phrase = "Call Is Being Forwarded",
        .name_zh = "呼叫正被前转",
        .defined_in = {3261, "21.1.3"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "The call is now being sent to another set of destinations (call "
                       "forwarding); a server MAY say so with this code.",
                 .zh = "呼叫正被前转到另一组目的地；服务器可以用此状态码加以说明。"},
                early_dialog,
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::wait_for_final},
    },
    {
        .code = 182,
        .phrase = "Queued",
        .name_zh = "已排队",
        .defined_in = {3261, "21.1.4"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "While the callee is temporarily unavailable, the server queues the call "
                       "instead of rejecting it.",
                 .zh = "被叫暂时不能接听，服务器让呼叫排队等候，而不是拒绝它。"},
                {.en = "Once the callee is available, it returns the appropriate final response.",
                 .zh = "被叫一旦可以接听，就会返回相应的最终响应。"},
                {.en = "The reason phrase MAY describe the state of the call, such as “5 calls "
                       "queued; expected waiting time is 15 minutes”.",
                 .zh = "原因短语可以详述呼叫的状态，"
                       "例如“5 calls queued; expected waiting time is 15 minutes”。"},
                {.en = "The server MAY send several 182 responses to keep the caller informed "
                       "about the queued call.",
                 .zh = "服务器可以多次发送 182 响应，向主叫通报排队呼叫的最新状态。"},
                early_dialog,
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::wait_for_final},
    },
    {
        .code = 183,
        .phrase = "Session Progress",
        .name_zh = "会话进行中",
        .defined_in = {3261, "21.1.5"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "It conveys call progress that no other code classifies.",
                 .zh = "传送未由其他状态码归类的呼叫进展信息。"},
                {.en = "The reason phrase, header fields or body MAY give more details about the "
                       "progress.",
                 .zh = "原因短语、头域或消息体可以给出呼叫进展的更多细节。"},
                {.en = "In practice its body is often SDP for early media, such as announcements "
                       "or a ringback tone from the network.",
                 .zh = "实际网络中，其消息体常是用于早期媒体的 SDP，"
                       "例如录音通知或网络侧播放的回铃音。"},
                early_dialog,
            },
        .sent_by = {Role::uas, Role::gateway},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::play_early_media,
                 Next::wait_for_final},
    },
    {
        .code = 199,
        .phrase = "Early Dialog Terminated",
        .name_zh = "早期对话已终止",
        .defined_in = {6228, "11.1"},
        .category = Category::progress,
        .meaning =
            {
                {.en = "One early dialog, the one that the tag in To names, has been terminated "
                       "before the INVITE has its final response.",
                 .zh = "在 INVITE 得到最终响应之前，To 头域的 tag 所标识的那个早期对话已经终止。"},
                {.en = "Usually a forking proxy sends it when a branch fails, and only to a UAC "
                       "that lists 199 in Supported.",
                 .zh = "通常由分叉请求的代理服务器在某个分支失败时发送，"
                       "且只发给在 Supported 头域中列出 199 的 UAC。"},
                {.en = "Reason MUST carry the status code that tells why that early dialog ended.",
                 .zh = "响应必须包含 Reason 头域，用状态码说明该早期对话为何终止。"},
                {.en = "It does not replace the final response, and other early dialogs go on.",
                 .zh = "它不能代替最终响应，其他早期对话照常进行。"},
            },
        .sent_by = {Role::uas, Role::proxy},
        .next = {Next::stop_retransmitting, Next::acknowledge_reliably, Next::leave_early_dialog,
                 Next::wait_for_final},
    },
};
static_assert(well_formed(table_1xx, codes_1xx, 100),
              "1xx: ascending codes, every text in both languages and short enough");

}  // namespace sipgloss::catalogue
