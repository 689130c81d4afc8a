// SPDX-License-Identifier: MIT
// 199 Early Dialog Terminated. RFC 6228 sections 5, 6 and 8.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// Whether To has a tag. Where To is missing or cannot be read, other findings tell of it.
Verdict names_a_dialog(const Message& response) {
  Defects defects;
  const std::string_view to = response.value(HeaderName::to);
  if (read_name_addr(to, &defects).tag()) return Verdict::holds();
  return to.empty() || !defects.empty() ? Verdict::unknown() : Verdict::broken_at(to);
}

/// Whether a Reason gives a SIP status code. One that cannot be read is the parser's matter.
Verdict gives_sip_code(const Message& response) {
  std::string_view without_code = response.start_line;
  for (const std::string_view value : Values(response, HeaderName::reason)) {
    const Reason reason = read_reason(value);
    if (!scan::equal_ignoring_case(reason.protocol, "SIP")) continue;
    if (reason.cause()) return Verdict::holds();
    if (reason.parameters.find("cause")) return Verdict::unknown();
    without_code = value;
  }
  return Verdict::broken_at(without_code);
}

bool is_reliable(const Message& response) {
  return response.has(HeaderName::rseq) ||
         !find_token(response, HeaderName::require, "100rel").empty();
}

/// Whether a 199 is without SDP. Only a reliable one may have to hold an offer (RFC 3262
/// section 5), which then has no media.
Verdict carries_no_media(const Message& response) {
  const auto description = session_description_of(response);
  if (!description || description->text.empty()) {
    return response.truncated ? Verdict::unknown() : Verdict::holds();
  }
  const SdpLines media(description->media_level);
  if (media.begin() != media.end()) return Verdict::broken_at(whole(*media.begin()));
  if (!is_reliable(response)) return Verdict::broken_at(description->text);
  return response.truncated ? Verdict::unknown() : Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K199-2",
     .slug = "199-without-to-tag",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199}, .evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en = "199 without a To tag: nobody can tell which early dialog has ended.",
                .zh = "199 响应的 To 头域没有 tag 参数，无从得知是哪个早期对话已终止。"},
     .check = [](const Seen& seen) { return names_a_dialog(seen.message); }},
    {.code = "K199-3",
     .slug = "199-without-sip-reason",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "199 without a Reason that gives a SIP status code: the caller cannot learn "
                      "why the early dialog ended.",
                .zh = "199 响应没有用 Reason 头域给出 SIP 状态码，主叫无从得知早期对话为何终止。"},
     .check = [](const Seen& seen) { return gives_sip_code(seen.message); }},
    {.code = "K199-4",
     .slug = "199-lists-option-199",
     .level = Level::must,
     .cite = {6228, "5"},
     .applies_to = {.codes = {199},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "199 lists the option tag 199 in {0}: the tag is for a request, to say that its "
                "sender takes such responses.",
          .zh = "199 响应在 {0} 头域中列出选项标签 199，而该标签用于请求，表示愿意接收 199 响应。"},
     .check =
         [](const Seen& seen) {
           for (const HeaderName name :
                {HeaderName::supported, HeaderName::require, HeaderName::proxy_require}) {
             const std::string_view tag = find_token(seen.message, name, "199");
             if (!tag.empty()) return Verdict::broken_at(tag, name_of(name));
           }
           return Verdict::holds();
         }},
    {.code = "K199-6",
     .slug = "199-with-sdp",
     .level = Level::should,
     .cite = {6228, "8"},
     .applies_to = {.codes = {199}, .methods = {Method::invite}, .evidence = Evidence::message},
     .broken = {.en = "199 with a session description: its early dialog is over, and the client "
                      "has no use for it.",
                .zh = "199 响应带有会话描述，但早期对话已经终止，客户端用不上它。"},
     .check = [](const Seen& seen) { return carries_no_media(seen.message); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_199{table};

}  // namespace sipgloss::subject
