// SPDX-License-Identifier: MIT
// The tag in the To header field of a response. RFC 3261 sections 8.2.6.2 and 19.3.
#include "rules/contact.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Whether any To header field has a tag. Several are another rule's matter.
bool has_to_tag(const Message& response) {
  if (response.to().tag) return true;
  for (const std::string_view to : Values(response, HeaderName::to)) {
    if (read_name_addr(to).tag) return true;
  }
  return false;
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
           if (to.empty() || !read_address(to)) return Verdict::unknown();
           return Verdict::broken_at(to, seen.message.status_code);
         }},
    {.code = "COP-10",
     .slug = "to-tag-equals-from-tag",
     .level = Level::should,
     .cite = {3261, "19.3"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken =
         {.en = "To and From have the same tag {0}: each end has to choose its own, which tells "
                "the ends of a dialog apart.",
          .zh = "To 与 From 的 tag 同为 {0}，两端应各选各的 tag，否则无法区分对话的两端。"},
     .check =
         [](const Seen& seen) {
           const std::string_view to = seen.message.to().tag.value_or("");
           const std::string_view from = seen.message.from().tag.value_or("");
           // Tags are tokens: case does not matter (RFC 3261 section 7.3.1).
           if (to.empty() || !scan::equal_ignoring_case(to, from)) return Verdict::holds();
           return Verdict::broken_at(to, to);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> to_tag{table};

}  // namespace sipgloss::subject
