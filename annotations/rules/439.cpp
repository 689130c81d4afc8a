// SPDX-License-Identifier: MIT
// 439 First Hop Lacks Outbound Support. RFC 5626 sections 6 and 11.6.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

bool has_reg_id(const Message& request) {
  for (const std::string_view contact : Values(request, HeaderName::contact)) {
    if (read_name_addr(contact).parameters.find("reg-id")) return true;
  }
  return false;
}

Verdict asked_for_outbound(const Seen& seen) {
  constexpr Text no_flow{"one that has no reg-id", "REGISTER（没有 reg-id）"};
  constexpr Text no_support{"one that has no outbound", "REGISTER（没有列出 outbound）"};
  const Verdict to_register = is_to(seen.message, {Method::register_});
  if (to_register.kind() != Verdict::Kind::holds) return to_register;
  const Captured* const request = seen.capture->request();
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  const bool flow = has_reg_id(request->message);
  if (flow && lists_token(request->message, HeaderName::supported, "outbound"))
    return Verdict::holds();
  if (came_from_behind(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, flow ? no_support : no_flow);
}

constexpr Rule table[] = {
    {.code = "K439-1",
     .slug = "439-not-for-outbound",
     .level = Level::must,
     .cite = {5626, "11.6"},
     .applies_to = {.codes = {439},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction},
     .broken = {.en = "439 can only refuse a REGISTER that has reg-id in Contact and outbound in "
                      "Supported, and this "
                      "is to {0}.",
                .zh = "439 响应只用于 Contact 带 reg-id 且 Supported 列出 outbound 的 "
                      "REGISTER，这个请求却是 {0}。"},
     .check = asked_for_outbound},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_439{table};

}  // namespace sipgloss::subject
