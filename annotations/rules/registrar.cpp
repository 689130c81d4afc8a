// SPDX-License-Identifier: MIT
// What a registrar sends. RFC 3261 section 10.3, RFC 5627 section 5.2.
#include "rules/contact.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Every binding has to tell when it ends.
Verdict bindings_expire(const Seen& seen) {
  for (const std::string_view value : Values(seen.message, HeaderName::contact)) {
    const std::optional<NameAddr> contact = read_address(value);
    if (!contact) return Verdict::unknown();
    // "*" stands for no address, and means nothing in a response.
    if (contact->is_wildcard || contact->parameters.find("expires")) continue;
    return Verdict::broken_at(value, contact->uri);
  }
  return Verdict::holds();
}

Verdict leaves_gruu_out(const Seen& seen) {
  for (const HeaderName name : {HeaderName::require, HeaderName::supported}) {
    const std::string_view tag = find_token(seen.message, name, "gruu");
    if (!tag.empty()) return Verdict::broken_at(tag, name_of(name));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "REG-02",
     .slug = "binding-without-expires",
     .level = Level::must,
     .cite = {3261, "10.3"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::register_},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en =
                    "Contact {0} without expires: the client may not learn when this binding ends.",
                .zh = "Contact {0} 没有 expires 参数，客户端可能不知道该绑定何时到期。"},
     .check = bindings_expire},
    {.code = "REG-03",
     .slug = "registration-without-date",
     .level = Level::note,
     .cite = {3261, "10.3"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::register_},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "{0} to REGISTER without Date: a phone cannot set its clock by it.",
                .zh = "对 REGISTER 的 {0} 响应缺少 Date 头域，话机无法据此校时。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.has(HeaderName::date)) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
    {.code = "REG-05",
     .slug = "6xx-to-register",
     .level = Level::should,
     .cite = {3261, "10.3"},
     .applies_to = {.codes = {{200, 699}},
                    .methods = {Method::register_},
                    .evidence = Evidence::message,
                    .guards = {Guard::closed_network}},
     .broken = {.en =
                    "{0} to REGISTER: a registrar must not send a 6xx, which tells the client that "
                    "no other server would do.",
                .zh = "对 REGISTER 的 {0} 响应：注册服务器不得发送 6xx，"
                      "它等于告诉客户端换哪个服务器都不行。"},
     .check =
         [](const Seen& seen) {
           if (seen.message.status_code < 600) return Verdict::holds();
           return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
         }},
    {.code = "REG-11",
     .slug = "gruu-tag-from-registrar",
     .level = Level::note,
     .cite = {5627, "5.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::register_},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "{0} lists gruu: a registrar should not send this option tag, its Contact tells "
                "of GRUUs.",
          .zh = "{0} 列出了 gruu，注册服务器不应当发送该选项标签，GRUU 由 Contact 的参数给出。"},
     .check = leaves_gruu_out},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> registrar{table};

}  // namespace sipgloss::subject
