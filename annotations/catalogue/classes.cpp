// SPDX-License-Identifier: MIT
// The classes of responses, and of failures that never become one. RFC 3261 sections 7.2, 8.1.3.1
// and 21.

#include <algorithm>
#include <array>

#include "well_formed.hpp"

namespace sipgloss {

namespace {

constexpr auto class_entries = std::to_array<ClassEntry>({
    {
        .value = ResponseClass::provisional,
        .name = {.en = "provisional", .zh = "临时响应"},
        .meaning =
            {
                {.en = "For information: the server is working on the request and has no final "
                       "response yet.",
                 .zh = "仅供了解进展：服务器正在处理请求，尚无最终响应。"},
                {.en = "A server sends one if it expects to need more than 200 ms for the final "
                       "response.",
                 .zh = "服务器预计需要 200 毫秒以上才能得到最终响应时，会发送 1xx 响应。"},
                {.en = "1xx responses are not sent reliably (unless with 100rel, RFC 3262) and "
                       "never make the client send ACK.",
                 .zh = "1xx 响应不是可靠传输的（使用 RFC 3262 的 100rel 时除外），"
                       "绝不会使客户端发送 ACK。"},
                {.en = "They MAY have bodies, including session descriptions.",
                 .zh = "1xx 响应可以包含消息体，包括会话描述。"},
            },
        .defined_in = {3261, "21.1"},
    },
    {
        .value = ResponseClass::success,
        .name = {.en = "success", .zh = "成功响应"},
        .meaning =
            {
                {.en = "Success: the server received, understood and accepted the request.",
                 .zh = "请求成功：服务器收到、理解并接受了它。"},
            },
        .defined_in = {3261, "21.2"},
    },
    {
        .value = ResponseClass::redirection,
        .name = {.en = "redirection", .zh = "重定向"},
        .meaning =
            {
                {.en = "Further action is needed to complete the request; this is no error.",
                 .zh = "需要进一步的动作才能完成请求；这不是错误。"},
                {.en = "The response tells the user's new location, or alternative services that "
                       "might satisfy the call.",
                 .zh = "响应给出用户的新位置，或可能满足该呼叫的替代服务。"},
            },
        .defined_in = {3261, "21.3"},
    },
    {
        .value = ResponseClass::client_failure,
        .name = {.en = "client failure", .zh = "请求失败"},
        .meaning =
            {
                {.en = "A definite failure from this particular server: the request has bad syntax "
                       "or cannot be fulfilled here, because of the user's identity for example.",
                 .zh = "这是该服务器给出的明确的失败响应：请求语法有误，或无法在此完成，"
                       "例如用户身份未获认可。"},
                {.en = "The client SHOULD NOT send the request again without changing it, by "
                       "adding authorization for example.",
                 .zh = "客户端不应当原样重试同一请求，而要先加以修改，例如补充认证信息。"},
                {.en = "A different server might accept the same request.",
                 .zh = "同一请求发给其他服务器也许会成功。"},
            },
        .defined_in = {3261, "21.4"},
    },
    {
        .value = ResponseClass::server_failure,
        .name = {.en = "server failure", .zh = "服务器失败"},
        .meaning =
            {
                {.en = "The server itself failed to carry out an apparently valid request, for "
                       "example because a proxy is out of order or does not support it.",
                 .zh = "服务器自身出错，未能完成看来有效的请求，例如代理服务器故障，"
                       "或不支持用户的请求。"},
            },
        .defined_in = {3261, "21.5"},
    },
    {
        .value = ResponseClass::global_failure,
        .name = {.en = "global failure", .zh = "全局失败"},
        .meaning =
            {
                {.en = "What the server knows for certain concerns the user as a whole, not just "
                       "the instance in the Request-URI.",
                 .zh = "服务器有关于该用户的确切信息，而不只是关于 Request-URI 所指的那个实例。"},
                {.en = "No server at all can fulfil the request.",
                 .zh = "该请求在任何服务器上都无法完成。"},
            },
        .defined_in = {3261, "21.6"},
    },
    {
        .value = ResponseClass::connection_error,
        .name = {.en = "connection error", .zh = "连接错误"},
        .meaning =
            {
                {.en =
                     "The connection was refused, broken or closed, or no response came until the "
                     "client gave up (Timer B or F).",
                 .zh = "连接被拒绝、断开或关闭，"
                       "或者直到客户端放弃（Timer B 或 Timer F）都没有任何响应。"},
                {.en = "No response is on the wire: the client MUST act as on a 408 after a "
                       "timeout, as on a 503 after a transport failure.",
                 .zh = "线路上没有响应：超时，客户端必须按收到 408 处理；传输失败，"
                       "必须按收到 503 处理。"},
            },
        .defined_in = {3261, "8.1.3.1"},
    },
    {
        .value = ResponseClass::host_error,
        .name = {.en = "host error", .zh = "主机错误"},
        .meaning =
            {
                {.en = "The host cannot be found or reached: the name does not resolve, or ICMP "
                       "reports the request as undeliverable.",
                 .zh = "找不到主机或主机不可达：域名无法解析，或 ICMP 报告请求无法送达。"},
                {.en = "After a fatal transport error the client MUST act as if it had received a "
                       "503.",
                 .zh = "发生致命的传输错误后，客户端必须按收到 503 处理。"},
            },
        .defined_in = {3261, "8.1.3.1"},
    },
    {
        .value = ResponseClass::proxy_error,
        .name = {.en = "proxy error", .zh = "代理错误"},
        .meaning =
            {
                {.en = "The trouble lies between proxies: the request goes round in a loop, or "
                       "runs out of hops or branches (482, 483, 440).",
                 .zh =
                     "代理服务器之间出了问题：请求递归转发形成环路，或超出跳数或分支数的限制（482、"
                     "483、440）。"},
                {.en = "Or the server behind a gateway or proxy responds wrongly or not in time "
                       "(502, 504).",
                 .zh = "或者网关、代理服务器背后的服务器响应无效，或未及时响应（502、504）。"},
            },
        .defined_in = {3261, "16.3"},
    },
});

constexpr bool ascending_and_well_formed() {
  return std::ranges::is_sorted(class_entries, std::ranges::less{}, &ClassEntry::value) &&
         std::ranges::all_of(class_entries, [](const ClassEntry& entry) {
           return well_formed(entry.name) && catalogue::well_formed(entry.meaning) &&
                  !entry.defined_in.empty();
         });
}
static_assert(ascending_and_well_formed(), "classes: ascending, every text in both languages");

constexpr auto role_entries = std::to_array<RoleName>({
    {Role::uas, {.en = "UAS", .zh = "UAS"}},
    {Role::registrar, {.en = "registrar", .zh = "注册服务器"}},
    {Role::redirect_server, {.en = "redirect server", .zh = "重定向服务器"}},
    {Role::proxy, {.en = "proxy", .zh = "代理服务器"}},
    {Role::gateway, {.en = "gateway", .zh = "网关"}},
});

}  // namespace

std::span<const ClassEntry> classes() { return class_entries; }

std::optional<ResponseClass> class_of(unsigned code) {
  if (code < 100 || code > 699) return std::nullopt;
  return static_cast<ResponseClass>(code / 100);
}

const ClassEntry& entry_of(ResponseClass value) {
  return *std::ranges::find(class_entries, value, &ClassEntry::value);
}

std::span<const RoleName> role_names() { return role_entries; }

}  // namespace sipgloss
