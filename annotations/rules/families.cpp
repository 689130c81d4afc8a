// SPDX-License-Identifier: MIT
// The families of rules.
#include <algorithm>
#include <array>

#include "sipgloss/family.hpp"

namespace sipgloss {
namespace {

constexpr std::array<Family, 17> all = {{
    {"SYN", {"status line, syntax and framing", "状态行、语法与分帧"}},
    {"HDR", {"header fields where they belong", "头域的使用位置"}},
    {"COP", {"what a response copies from its request", "响应照抄请求的内容"}},
    {"TRN", {"transactions, retransmissions and ACK", "事务、重传与 ACK"}},
    {"CAN", {"CANCEL", "CANCEL"}},
    {"DLG", {"dialogs, offers and answers, redirection", "对话、提议与应答、重定向"}},
    {"REG", {"registrars", "注册服务器"}},
    {"OPT", {"OPTIONS", "OPTIONS"}},
    {"REL", {"reliable provisional responses", "可靠的临时响应"}},
    {"UPD", {"UPDATE", "UPDATE"}},
    {"SES", {"session timers", "会话定时器"}},
    {"EVT", {"subscriptions, publications and REFER", "订阅、发布与 REFER"}},
    {"INF", {"INFO and MESSAGE", "INFO 与 MESSAGE"}},
    {"AUT", {"authentication", "认证"}},
    {"PRX", {"proxies", "代理服务器"}},
    {"EXT", {"other extensions", "其他扩展"}},
    {"K", {"single status codes", "单个状态码"}},
}};

}  // namespace

std::span<const Family> families() { return all; }

std::size_t family_number_of(const Rule& rule) {
  const auto found = std::ranges::find(all, family_of(rule), &Family::letters);
  return static_cast<std::size_t>(found - all.begin());
}

std::string_view family_of(const Rule& rule) {
  return rule.code.substr(0, rule.code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"));
}

}  // namespace sipgloss
