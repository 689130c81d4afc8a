// SPDX-License-Identifier: MIT
// The names of what can follow a response, and of how it stands with that.
#include <algorithm>
#include <array>

#include "sipgloss/follow_up.hpp"

namespace sipgloss {
namespace {

constexpr auto actions = std::to_array<Text>({
    {.en = "ACK", .zh = "ACK 确认"},
    {.en = "PRACK", .zh = "PRACK 确认"},
    {.en = "next provisional response", .zh = "下一个临时响应"},
    {.en = "final response", .zh = "最终响应"},
    {.en = "retry with credentials", .zh = "携带凭证重发"},
    {.en = "redirected request", .zh = "重定向后的请求"},
    {.en = "corrected request", .zh = "修正后的请求"},
    {.en = "later retry", .zh = "稍后重发"},
    {.en = "NOTIFY", .zh = "NOTIFY 通知"},
    {.en = "refresh of the registration", .zh = "刷新注册"},
    {.en = "refresh of the subscription", .zh = "刷新订阅"},
    {.en = "refresh of the publication", .zh = "刷新发布"},
    {.en = "refresh of the session", .zh = "刷新会话"},
    {.en = "BYE", .zh = "BYE 释放"},
    {.en = "final response to the cancelled INVITE", .zh = "被取消的 INVITE 的最终响应"},
    {.en = "nothing", .zh = "无后续"},
});
static_assert(actions.size() == static_cast<std::size_t>(Action::nothing) + 1);

constexpr auto statuses = std::to_array<Text>({
    {.en = "seen", .zh = "已出现"},
    {.en = "late", .zh = "迟到"},
    {.en = "missing", .zh = "缺失"},
    {.en = "waiting", .zh = "等待中"},
    {.en = "not visible", .zh = "不可见"},
});
static_assert(statuses.size() == static_cast<std::size_t>(FollowUpStatus::not_visible) + 1);
static_assert(std::ranges::all_of(actions, [](const Text& name) { return well_formed(name); }) &&
              std::ranges::all_of(statuses, [](const Text& name) { return well_formed(name); }));

}  // namespace

Text name_of(Action value) { return actions[static_cast<std::size_t>(value)]; }

Text name_of(FollowUpStatus value) { return statuses[static_cast<std::size_t>(value)]; }

}  // namespace sipgloss
