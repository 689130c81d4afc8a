// SPDX-License-Identifier: MIT
// 202 Accepted, which is deprecated. RFC 6665 section 8.3.1, RFC 7647 section 5, RFC 3428
// section 7.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The value at hand is the method.
Verdict is_no_202(const Message& response) {
  if (response.status_code != 202) return Verdict::holds();
  return Verdict::broken_at(response.status_digits, response.cseq().method_name);
}

constexpr Rule table[] = {
    {.code = "K202-1",
     .slug = "202-to-subscribe-or-notify",
     .level = Level::should,
     .cite = {6665, "8.3.1"},
     // MUST NOT for a peer that follows RFC 6665; one of RFC 3265 was free to send it, and the
     // response does not show which it is. Hence the level.
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::subscribe, Method::notify},
                    .evidence = Evidence::message},
     .broken =
         {.en = "202 to {0}: RFC 6665 has 200 in its place, because clients have not treated the "
                "two alike.",
          .zh = "对 {0} 的 202 响应：RFC 6665 规定改用 200，因为不少客户端对两者的处理并不相同。"},
     .check = [](const Seen& seen) { return is_no_202(seen.message); }},
    {.code = "K202-2",
     .slug = "202-to-refer",
     .level = Level::should,
     .cite = {7647, "5"},
     // As above: RFC 3515 wanted the 202.
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::refer},
                    .evidence = Evidence::message},
     .broken = {.en = "202 to {0}: RFC 7647 has 200 in its place, which means the same.",
                .zh = "对 {0} 的 202 响应：RFC 7647 规定改用 200，两者含义相同。"},
     .check = [](const Seen& seen) { return is_no_202(seen.message); }},
    {.code = "K202-3",
     .slug = "202-to-other-method",
     .level = Level::note,
     .cite = {6665, "8.3.1"},
     .applies_to = {.codes = {202},
                    .methods = any_method_but(
                        {Method::ack, Method::subscribe, Method::notify, Method::refer}),
                    .evidence = Evidence::message},
     .broken =
         {.en = "202 to {0}: the code is deprecated and says nothing here that a 200 would not.",
          .zh = "对 {0} 的 202 响应：该状态码已弃用，用在此处并不比 200 多表达什么。"},
     .check =
         [](const Seen& seen) {
           const Method method = seen.message.method();
           // MESSAGE: RFC 3428 section 7. REGISTER: RFC 5360 section 5.10. A method that is not
           // known here may define its own use.
           if (method == Method::message || method == Method::register_) return Verdict::holds();
           return method == Method::other ? Verdict::unknown() : is_no_202(seen.message);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_202{table};

}  // namespace sipgloss::subject
