// SPDX-License-Identifier: MIT
// 440 Max-Breadth Exceeded. RFC 5393 section 5.3.3.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K440-1",
     .slug = "440-despite-ample-breadth",
     .level = Level::note,
     .cite = {5393, "5.3.3"},
     .applies_to = {.codes = {440},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "440 although the request left room for {0} branches: that many hint at forks that "
                "multiply in "
                "a loop.",
          .zh = "请求允许多达 {0} 个分支，仍得到 440 响应，分支如此之多，很可能是转发形成了环路。"},
     .check =
         [](const Seen& seen) {
           constexpr std::uint32_t usual = 60;  // what a proxy adds where there is none
           const Message& request = seen.capture->request()->message;
           const auto breadth = request.has(HeaderName::max_breadth)
                                    ? read_number(request.value(HeaderName::max_breadth))
                                    : std::optional(usual);
           if (!breadth) return Verdict::unknown();
           if (*breadth < usual) return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, *breadth);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_440{table};

}  // namespace sipgloss::subject
