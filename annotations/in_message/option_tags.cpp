// SPDX-License-Identifier: MIT
// The registered option tags, and what each stands for. RFC 3261 sections 19.2 and 27.1; each
// section cited defines or registers one.
#include "in_message/option_tags.hpp"

#include <algorithm>

#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

constexpr OptionTag table[] = {
    {"100rel",
     {"provisional responses acknowledged by PRACK", "用 PRACK 确认的可靠临时响应"},
     {3262, "8.1"}},
    {"199",
     {"the response 199, early dialog terminated", "199 响应（早期对话终止）"},
     {6228, "11.2"}},
    {"answermode",
     {"answering by itself or by the user (Answer-Mode)", "自动或人工接听（Answer-Mode）"},
     {5373, "8.3"}},
    {"early-session",
     {"early media in a description of its own", "为早期媒体单独给出会话描述"},
     {3959, "6"}},
    {"eventlist", {"subscription to a list of resources", "订阅资源列表"}, {4662, "8.1"}},
    {"explicitsub", {"REFER with an explicit subscription", "REFER 使用显式订阅"}, {7614, "6"}},
    {"from-change",
     {"an identity that changes within the dialog", "对话中身份可变（连接方身份）"},
     {4916, "6"}},
    {"geolocation-http", {"fetching the location by HTTP", "用 HTTP 获取位置"}, {6442, "4.6"}},
    {"geolocation-sip",
     {"fetching the location by SUBSCRIBE", "用 SUBSCRIBE 获取位置"},
     {6442, "4.6"}},
    {"gin", {"registering all numbers of a PBX at once", "PBX 批量注册号码"}, {6140, "9.1"}},
    {"gruu",
     {"an address of one device of a user (GRUU)", "指向用户单个设备的 GRUU"},
     {5627, "11.3"}},
    {"histinfo",
     {"how the request was retargeted (History-Info)", "请求改向记录（History-Info）"},
     {7044, "14.1"}},
    {"ice", {"finding a media path through NAT (ICE)", "媒体穿越 NAT（ICE）"}, {5768, "5"}},
    {"join", {"joining a call that exists (Join)", "加入已有呼叫（Join）"}, {3911, "10.2"}},
    {"multiple-refer", {"REFER to several targets at once", "REFER 指向多个目标"}, {5368, "4"}},
    {"norefersub",
     {"REFER without a subscription (Refer-Sub)", "REFER 不建订阅（Refer-Sub）"},
     {4488, "4"}},
    {"nosub", {"REFER without any subscription", "REFER 不建立任何订阅"}, {7614, "6"}},
    {"outbound",
     {"flows that the client opens and keeps open", "由客户端发起并保持的流"},
     {5626, "11.4"}},
    {"path", {"the proxies on the way to a binding (Path)", "通往绑定的代理（Path）"}, {3327, "7"}},
    {"policy", {"session policies of proxies", "代理服务器的会话策略"}, {6794, "6.4"}},
    {"precondition",
     {"conditions met before it rings, such as QoS", "振铃前的前置条件，如 QoS"},
     {3312, "11"}},
    {"pref", {"caller preferences at the registrar", "注册服务器支持主叫偏好"}, {3840, "12.3"}},
    {"privacy", {"a privacy service on the way (Privacy)", "途中的隐私服务"}, {3323, "7"}},
    {"recipient-list-invite",
     {"INVITE to a list of recipients", "按 URI 列表发送 INVITE"},
     {5366, "8"}},
    {"recipient-list-message",
     {"MESSAGE to a list of recipients", "按 URI 列表发送 MESSAGE"},
     {5365, "5"}},
    {"recipient-list-subscribe",
     {"SUBSCRIBE to the list that it carries", "订阅所附的 URI 列表"},
     {5367, "9.2"}},
    {"record-aware",
     {"receiving notice that a call is recorded", "能接收正在录音的指示"},
     {7866, "11.1.2"}},
    {"replaces",
     {"a call that takes the place of another (Replaces)", "取代已有呼叫（Replaces）"},
     {3891, "6.2"}},
    {"resource-priority",
     {"priority when resources are scarce", "资源紧张时的优先级"},
     {4412, "3.4"}},
    {"sdp-anat", {"IPv4 and IPv6 as alternatives in SDP", "SDP 中 IPv4/IPv6 二选一"}, {4092, "3"}},
    {"sec-agree", {"agreeing on a security mechanism", "协商安全机制"}, {3329, "6.5"}},
    {"siprec", {"sessions to a recording server (SIPREC)", "录音会话（SIPREC）"}, {7866, "11.1.1"}},
    {"tdialog",
     {"reference to another dialog (Target-Dialog)", "引用另一对话（Target-Dialog）"},
     {4538, "11.3"}},
    {"timer", {"session timer (Session-Expires)", "会话定时器（Session-Expires）"}, {4028, "12.3"}},
    {"trickle-ice", {"ICE candidates sent one by one", "逐个发送 ICE 候选"}, {8840, "12.4"}},
    {"uui",
     {"user data carried by the call (User-to-User)", "随呼叫携带的用户数据"},
     {7433, "6.6"}},
};

/// Room that the sentence about an option tag leaves for what it stands for, in bytes.
constexpr std::size_t longest = 50;

constexpr bool is_sound(const OptionTag& tag) {
  return well_formed(tag.what) && tag.what.en.size() <= longest && tag.what.zh.size() <= longest &&
         !tag.cite.empty() && !tag.cite.section.empty();
}
static_assert(std::ranges::all_of(table, is_sound), "both languages, short enough, a section");
static_assert(std::ranges::is_sorted(table, {}, &OptionTag::name) &&
                  std::ranges::adjacent_find(table, {}, &OptionTag::name) == std::end(table),
              "ascending names, each once");

}  // namespace

std::span<const OptionTag> option_tags() { return table; }

const OptionTag* find_option_tag(std::string_view name) {
  const auto found = std::ranges::find_if(
      table, [name](const OptionTag& tag) { return scan::equal_ignoring_case(tag.name, name); });
  return found == std::end(table) ? nullptr : &*found;
}

}  // namespace sipgloss::in_message
