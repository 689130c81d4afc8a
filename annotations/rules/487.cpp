// SPDX-License-Identifier: MIT
// 487 Request Terminated. RFC 3261 sections 9.2 and 21.4.25.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K487-1",
     .slug = "487-to-cancel",
     .level = Level::must,
     .cite = {3261, "21.4.25"},
     .applies_to = {.codes = {487}, .evidence = Evidence::message},
     .broken = {.en = "487 to CANCEL: it belongs to the request that was cancelled, never to the "
                      "CANCEL itself.",
                .zh = "对 CANCEL 的 487 响应：487 只用于被取消的请求，不用于 CANCEL 本身。"},
     .check =
         [](const Seen& seen) { return is_to(seen.message, any_method_but({Method::cancel})); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_487{table};

}  // namespace sipgloss::subject
