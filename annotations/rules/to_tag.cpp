// SPDX-License-Identifier: MIT
// The tag in the To header field of a response. RFC 3261 sections 8.2.6.2 and 19.3.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Whether any To header field has a tag. Several are another rule's matter.
bool has_to_tag(const Message& response) {
  for (const std::string_view to : Values(response, HeaderName::to)) {
    if (read_name_addr(to).tag()) return true;
  }
  return false;
}

/// Whether To can be read to its end, so that a tag would have been seen.
bool is_readable(std::string_view to) {
  Defects defects;
  read_name_addr(to, &defects);
  return defects.empty();
}

constexpr Rule table[] = {
    {.code = "COP-07",
     .slug = "response-without-to-tag",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     // A 199 without the tag says nothing at all: another rule's matter.
     .applies_to = {.codes = {{101, 198}, {200, 699}},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "{0} without a To tag: the client cannot tell which endpoint sent it.",
                .zh = "{0} 响应的 To 头域没有 tag 参数，客户端无法分辨响应来自哪个终端。"},
     .check =
         [](const Seen& seen) {
           if (has_to_tag(seen.message)) return Verdict::holds();
           const std::string_view to = seen.message.value(HeaderName::to);
           // Without a To that can be read, SYN-13 or the parser's defects speak.
           if (to.empty() || !is_readable(to)) return Verdict::unknown();
           return Verdict::broken_at(to, seen.message.status_code);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> to_tag{table};

}  // namespace sipgloss::subject
