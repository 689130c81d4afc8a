// SPDX-License-Identifier: MIT
// 415 Unsupported Media Type. RFC 3261 sections 8.2.3, 20.1 to 20.3 and 21.4.13.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a body is refused for its type, if it is refused at all: without an encoding, a language
/// or a disposition that may be what the server does not know, and not made of several parts.
bool only_its_type_counts(const Message& request, const MediaType& type) {
  if (request.has(HeaderName::content_encoding) || request.has(HeaderName::content_language))
    return false;
  const FieldValue disposition = read_field_value(request.value(HeaderName::content_disposition));
  const bool known = disposition.value.empty() ||
                     scan::equal_ignoring_case(disposition.value, "session") ||
                     scan::equal_ignoring_case(disposition.value, "render");
  return known && !type.type.empty() && type.parameters.text().empty() &&
         !scan::equal_ignoring_case(type.type, "multipart");
}

/// Whether a media-range takes that type as it is: with a parameter it takes a part of it, with q=0
/// none.
bool covers(std::string_view range, const MediaType& type) {
  const MediaType accepted = read_media_type(range);
  const auto matches = [](std::string_view pattern, std::string_view text) {
    return pattern == "*" || scan::equal_ignoring_case(pattern, text);
  };
  return accepted.parameters.text().empty() && matches(accepted.type, type.type) &&
         matches(accepted.subtype, type.subtype);
}

Verdict refuses_another_type(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const std::string_view content_type = request.value(HeaderName::content_type);
  const MediaType type = read_media_type(content_type);
  if (request.body.empty() || !only_its_type_counts(request, type) || came_from_behind(seen))
    return Verdict::unknown();
  for (const std::string_view range : Values(seen.message, HeaderName::accept)) {
    if (covers(range, type)) return Verdict::broken_at(range, content_type, range);
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K415-1",
     .slug = "415-without-accept",
     .level = Level::must,
     .cite = {3261, "21.4.13"},
     // RFC 6086 section 4.2.2 lets INFO be refused for a body whose type is acceptable elsewhere,
     // and leaves Accept out of it.
     .applies_to = {.codes = {415},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::info}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated, Guard::older_peer}},
     .broken = {.en = "415 without Accept, Accept-Encoding or Accept-Language: the client cannot "
                      "learn which formats would do.",
                .zh = "415 响应中 Accept、Accept-Encoding、Accept-Language 头域一个也没有，"
                      "客户端无从得知可用哪些格式。"},
     .check =
         [](const Seen& seen) {
           // An empty Accept says that no format will do (RFC 3261 section 20.1): it is there.
           for (const HeaderName name :
                {HeaderName::accept, HeaderName::accept_encoding, HeaderName::accept_language}) {
             if (seen.message.has(name)) return Verdict::holds();
           }
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K415-2",
     .slug = "415-to-request-with-no-body",
     .level = Level::must,
     .cite = {3261, "21.4.13"},
     .applies_to = {.codes = {415},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "415 to a request that has no body: there is no format in it that the server "
                      "could fail to "
                      "support.",
                .zh = "请求没有消息体，不存在服务器不支持的格式，却得到 415 响应。"},
     .check =
         [](const Seen& seen) {
           const Verdict body = carries_body(seen.capture->request()->message);
           if (body.kind() != Verdict::Kind::broken) return body;
           if (came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K415-3",
     .slug = "415-accepts-the-type",
     .level = Level::should,
     .cite = {3261, "8.2.3"},
     .applies_to = {.codes = {415},
                    .methods = any_method_but({Method::ack, Method::cancel, Method::info}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "415 refuses {0}, and yet Accept has {1}: the client cannot learn what to "
                      "send instead.",
                .zh = "415 响应拒绝了 {0}，Accept 头域却又有 {1}，客户端不知道该改用什么格式。"},
     .check = refuses_another_type},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_415{table};

}  // namespace sipgloss::subject
