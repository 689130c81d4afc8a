// SPDX-License-Identifier: MIT
// The names of statuses, categories and strengths. RFC 3261 section 27.4, RFC 2119.

#include <algorithm>
#include <array>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {

namespace {

template <typename Enum>
struct Named {
  Enum value;
  Text name;
};

constexpr auto statuses = std::to_array<Named<Status>>({
    {Status::registered, {.en = "registered", .zh = "已注册"}},
    {Status::deprecated, {.en = "deprecated", .zh = "已弃用"}},
    {Status::obsolete, {.en = "obsolete", .zh = "已废止"}},
    {Status::private_use, {.en = "private use", .zh = "私有"}},
});

constexpr auto categories = std::to_array<Named<Category>>({
    {Category::progress, {.en = "progress", .zh = "进展"}},
    {Category::success, {.en = "success", .zh = "成功"}},
    {Category::redirection, {.en = "redirection", .zh = "重定向"}},
    {Category::authentication, {.en = "authentication", .zh = "认证"}},
    {Category::security, {.en = "security", .zh = "安全"}},
    {Category::refusal, {.en = "refusal", .zh = "拒绝"}},
    {Category::address, {.en = "address", .zh = "地址"}},
    {Category::busy, {.en = "busy", .zh = "忙"}},
    {Category::unavailable, {.en = "unavailable", .zh = "不可用"}},
    {Category::cancelled, {.en = "cancelled", .zh = "已取消"}},
    {Category::timeout, {.en = "timeout", .zh = "超时"}},
    {Category::routing, {.en = "routing", .zh = "路由"}},
    {Category::overload, {.en = "overload", .zh = "过载"}},
    {Category::server_error, {.en = "server error", .zh = "服务器错误"}},
    {Category::capability, {.en = "capability mismatch", .zh = "能力不符"}},
    {Category::request, {.en = "faulty request", .zh = "请求有误"}},
    {Category::interval, {.en = "interval too short", .zh = "间隔过短"}},
    {Category::state, {.en = "state mismatch", .zh = "状态不符"}},
});

constexpr auto strengths = std::to_array<Named<Strength>>({
    {Strength::must, {.en = "MUST carry", .zh = "必须携带"}},
    {Strength::should, {.en = "SHOULD carry", .zh = "应当携带"}},
    {Strength::may, {.en = "MAY carry", .zh = "可以携带"}},
    {Strength::should_not, {.en = "SHOULD NOT carry", .zh = "不应当携带"}},
    {Strength::must_not, {.en = "MUST NOT carry", .zh = "不得携带"}},
});

template <typename Enum, std::size_t Count>
constexpr bool complete(const std::array<Named<Enum>, Count>& table, Enum last) {
  std::size_t position = 0;
  return static_cast<std::size_t>(last) + 1 == Count &&
         std::ranges::all_of(table, [&position](const Named<Enum>& entry) {
           return static_cast<std::size_t>(entry.value) == position++ && well_formed(entry.name);
         });
}
static_assert(complete(statuses, Status::private_use),
              "a name in both languages for each Status, in the same order");
static_assert(complete(categories, Category::state),
              "a name in both languages for each Category, in the same order");

static_assert(complete(strengths, Strength::must_not),
              "a name in both languages for each Strength, in the same order");

}  // namespace

Text name_of(Status value) { return statuses[static_cast<std::size_t>(value)].name; }

Text name_of(Strength value) { return strengths[static_cast<std::size_t>(value)].name; }

Text name_of(Category value) { return categories[static_cast<std::size_t>(value)].name; }

}  // namespace sipgloss
