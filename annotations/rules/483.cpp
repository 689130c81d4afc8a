// SPDX-License-Identifier: MIT
// 483 Too Many Hops. RFC 3261 sections 16.3 and 21.4.21.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

Verdict had_hops_left(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const auto left = read_number(request.value(HeaderName::max_forwards));
  if (!left || came_from_behind(seen)) return Verdict::unknown();
  if (*left == 0) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, std::uint64_t{*left});
}

/// Whether the last sender of the request sent it more than once, as its Via list tells.
Verdict went_round(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const std::string_view last = request.top_via().sent_by;
  if (last.empty() || came_from_behind(seen)) return Verdict::unknown();
  std::uint64_t times = 0;
  for (const std::string_view value : Values(request, HeaderName::via)) {
    if (scan::equal_ignoring_case(read_via(value).sent_by, last)) ++times;
  }
  if (times < 2) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, last, times);
}

constexpr Rule table[] = {
    {.code = "K483-1",
     .slug = "483-with-hops-left",
     .level = Level::note,
     .cite = {3261, "16.3"},
     .applies_to = {.codes = {483},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Max-Forwards was still {0} on this hop: the hops ran out further on, in a "
                      "loop perhaps, or the server refused too early.",
                .zh = "请求在这一跳的 Max-Forwards 还有 {0}：跳数在下游耗尽，下游可能有环路，"
                      "否则就是服务器拒绝过早。"},
     .check = had_hops_left},
    {.code = "K483-2",
     .slug = "483-after-loop",
     .level = Level::note,
     .cite = {3261, "16.3"},
     .applies_to = {.codes = {483},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "The request had gone through {0} {1} times, as its Via list shows: a routing "
                    "loop has used up its hops.",
                .zh = "请求的 Via 列表显示它已 {1} 次经过 {0}：路由有环路，跳数因此耗尽。"},
     .check = went_round},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_483{table};

}  // namespace sipgloss::subject
