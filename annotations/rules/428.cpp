// SPDX-License-Identifier: MIT
// 428 Use Identity Header. RFC 8224 sections 6.2 and 6.2.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// An Identity that every verifier understands: it has no ppt, and tells where its certificate is.
bool is_basic_identity(const Header& header) {
  if (header.name != HeaderName::identity) return false;
  const Parameters parameters = read_field_value(header.value).parameters;
  return parameters.find("info") && !parameters.find("ppt");
}

constexpr Rule table[] = {
    {.code = "K428-1",
     .slug = "428-despite-identity",
     .level = Level::should,
     .cite = {8224, "6.2"},
     .applies_to = {.codes = {428},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "428 although the request carried an Identity of the basic form: the client cannot "
                "learn what "
                "else would do.",
          .zh = "请求已带有基本形式的 Identity 头域，仍得到 428 响应，客户端不知道还需要什么。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (!std::ranges::any_of(request.headers, is_basic_identity)) return Verdict::holds();
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_428{table};

}  // namespace sipgloss::subject
