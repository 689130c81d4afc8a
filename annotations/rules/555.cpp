// SPDX-License-Identifier: MIT
// 555 Push Notification Service Not Supported. RFC 8599 section 8.1.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a Contact of a registration names a push notification service.
Verdict was_asked_for(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  for (const std::string_view value : Values(request, HeaderName::contact)) {
    const NameAddr contact = read_name_addr(value);
    // Where the angle brackets are left out, what belongs to the URI stands behind it.
    if (read_uri(contact.uri).parameters.find("pn-provider")) return Verdict::holds();
    if (contact.parameters.find("pn-provider")) return Verdict::holds();
  }
  return Verdict::broken_at(seen.message.start_line);
}

constexpr Rule table[] = {
    {.code = "K555-1",
     .slug = "555-outside-register",
     .level = Level::should,
     .cite = {8599, "8.1"},
     .applies_to = {.codes = {555},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "555 to {0}: the code is defined for REGISTER alone, and here a client can only "
                "take it for a 500.",
          .zh = "对 {0} 的 555 响应：该状态码只为 REGISTER 定义，客户端在此只能当作 500 处理。"},
     .check = [](const Seen& seen) { return is_to(seen.message, {Method::register_}); }},
    {.code = "K555-2",
     .slug = "555-to-register-with-no-pn-provider",
     .level = Level::should,
     .cite = {8599, "8.1"},
     .applies_to = {.codes = {555},
                    .methods = {Method::register_},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "555 to a REGISTER that has no pn-provider in Contact: it asked for no push "
                "notification service.",
          .zh =
              "REGISTER 的 Contact 没有 pn-provider 参数，并未要求推送通知服务，却收到 555 响应。"},
     .check = was_asked_for},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_555{table};

}  // namespace sipgloss::subject
