// SPDX-License-Identifier: MIT
// What a response copies from its request. RFC 3261 sections 8.2.6.2 and 17.1.3.
#include "message/scan.hpp"
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

constexpr Text nothing = {"nothing", "空缺"};

/// Parameters that the server adds to the top Via, or gives a value there. RFC 3261 section
/// 18.2.1, RFC 3581 section 4, RFC 6223 section 4.4, RFC 7339 section 4, RFC 8055 section 6.
bool is_filled_in(std::string_view name) {
  constexpr std::string_view names[] = {"received", "rport", "keep", "received-realm"};
  return scan::starts_ignoring_case(name, "oc") ||
         std::ranges::any_of(names, [name](std::string_view filled) {
           return scan::equal_ignoring_case(name, filled);
         });
}

/// Whether each parameter of `from` stands in `in` with the same value; those that a server fills
/// in are left aside in the top Via.
bool has_parameters_of(const Via& from, const Via& in, bool top) {
  std::string_view rest = from.parameters.text();
  for (int i = 0; i < 32; ++i) {
    const auto parameter = Parameters::take(rest);
    if (!parameter) return true;
    if (top && is_filled_in(parameter->name)) continue;
    const auto other = in.parameters.find(parameter->name);
    if (!other ||
        !scan::equal_ignoring_case(parameter->value.value_or(""), other->value.value_or("")))
      return false;
  }
  return true;
}

/// Takes the next parameter that no server fills in.
std::optional<Parameters::Parameter> take_copied(std::string_view& rest, bool top) {
  for (int i = 0; i < 32; ++i) {
    const auto parameter = Parameters::take(rest);
    if (!parameter || !top || !is_filled_in(parameter->name)) return parameter;
  }
  return std::nullopt;
}

/// Whether both have the same parameters in the same order, as nearly all have that are copied.
bool same_parameters_in_order(const Via& one, const Via& other, bool top) {
  std::string_view rest = one.parameters.text();
  std::string_view other_rest = other.parameters.text();
  for (int i = 0; i < 32; ++i) {
    const auto parameter = take_copied(rest, top);
    const auto copied = take_copied(other_rest, top);
    if (!parameter || !copied) return !parameter && !copied;
    if (parameter->name != copied->name || parameter->value != copied->value) return false;
  }
  return false;
}

bool same_via(const Via& one, const Via& other, bool top) {
  return scan::equal_ignoring_case(one.transport, other.transport) &&
         scan::equal_ignoring_case(one.sent_by, other.sent_by) &&
         (same_parameters_in_order(one, other, top) ||
          (has_parameters_of(one, other, top) && has_parameters_of(other, one, top)));
}

Verdict via_list(const Message& request, const Message& response) {
  const Values asked(request, HeaderName::via);
  const Values answered(response, HeaderName::via);
  auto one = asked.begin();
  auto other = answered.begin();
  for (bool top = true; one != asked.end() && other != answered.end(); top = false) {
    const bool same = *one == *other || (top ? same_via(request.top_via(), response.top_via(), top)
                                             : same_via(read_via(*one), read_via(*other), top));
    if (!same) return Verdict::broken_at(*other, *other, *one);
    ++one;
    ++other;
  }
  if (one != asked.end()) return Verdict::broken_at(response.start_line, nothing, *one);
  // One Via more than the caller sent is a response that went astray: another rule's matter.
  const bool from_the_caller = request.second_via().empty();
  if (other == answered.end() || from_the_caller) return Verdict::holds();
  return Verdict::broken_at(*other, *other, nothing);
}

/// The request, also where the response names another method than it has in CSeq.
const Captured* request_of(const Capture& capture) {
  if (const Captured* const request = capture.request()) return request;
  const TransactionId misnamed = capture.transaction().misnamed;
  if (misnamed == TransactionId::none) return nullptr;
  return capture.at(capture.tracker().transaction(misnamed).request);
}

Verdict cseq(const Seen& seen) {
  const Captured* const request = request_of(*seen.capture);
  const CSeq& answered = seen.message.cseq();
  if (request == nullptr || !answered.number) return Verdict::unknown();
  const CSeq& asked = request->message.cseq();
  if (!asked.number) return Verdict::unknown();
  const bool same =
      *asked.number == *answered.number && request->message.method_name == answered.method_name;
  if (same) return Verdict::holds();
  return Verdict::broken_at(answered.raw, answered.raw, asked.raw)
      .resting_on(request->packet.frame);
}

constexpr Rule table[] = {
    {.code = "COP-01",
     .slug = "call-id-changed",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en =
                    "Call-ID is {0}, but the request has {1}: to the client this is another call.",
                .zh = "Call-ID 是 {0}，而请求中是 {1}，在客户端看来这是另一个呼叫。"},
     .check =
         [](const Seen& seen) {
           const std::string_view asked = seen.capture->request()->message.call_id();
           const std::string_view answered = seen.message.call_id();
           if (answered.empty() || asked == answered) return Verdict::holds();
           return Verdict::broken_at(answered, answered, asked);
         }},
    {.code = "COP-02",
     .slug = "cseq-changed",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction},
     .broken = {.en =
                    "CSeq is {0}, but the request of this branch has {1}: the client cannot match "
                    "the response.",
                .zh = "CSeq 是 {0}，而同一 branch 的请求是 {1}，客户端无法匹配该响应。"},
     .check = cseq},
    {.code = "COP-03",
     .slug = "from-changed",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "From is {0}, but the request has {1}: it has to be copied as it is.",
                .zh = "From 是 {0}，而请求中是 {1}，响应必须原样照抄。"},
     .check =
         [](const Seen& seen) {
           const NameAddr& asked = seen.capture->request()->message.from();
           const NameAddr& answered = seen.message.from();
           if (answered.uri.empty() || asked.raw == answered.raw) return Verdict::holds();
           const bool same_tag =
               scan::equal_ignoring_case(asked.tag.value_or(""), answered.tag.value_or(""));
           if (same_tag && same_uri(asked.uri, answered.uri)) return Verdict::holds();
           return Verdict::broken_at(answered.raw, answered.raw, asked.raw);
         }},
    {.code = "COP-04",
     .slug = "via-list-changed",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en =
                    "Via is {0} where the request has {1}: the response may not find its way back.",
                .zh = "请求中 Via 为 {1} 之处，响应中为 {0}，响应可能无法原路返回。"},
     .check =
         [](const Seen& seen) { return via_list(seen.capture->request()->message, seen.message); }},
    {.code = "COP-05",
     .slug = "to-tag-replaced",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "The To tag is {0}, but the request was sent to {1}: for the client this is "
                      "another dialog.",
                .zh = "To 头域的 tag 是 {0}，而请求中是 {1}，在客户端看来这属于另一个对话。"},
     .check =
         [](const Seen& seen) {
           const auto asked = seen.capture->request()->message.to().tag;
           const auto answered = seen.message.to().tag;
           // A tag that was left out is another rule's matter.
           if (!asked || asked->empty() || !answered) return Verdict::holds();
           if (scan::equal_ignoring_case(*asked, *answered)) return Verdict::holds();
           return Verdict::broken_at(*answered, *answered, *asked);
         }},
    {.code = "COP-06",
     .slug = "to-uri-changed",
     .level = Level::must,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.evidence = Evidence::transaction, .guards = {Guard::request}},
     .broken = {.en = "To is {0}, but the request has {1}: only a tag may be added.",
                .zh = "To 是 {0}，而请求中是 {1}，响应只能加上 tag 参数。"},
     .check =
         [](const Seen& seen) {
           const NameAddr& asked = seen.capture->request()->message.to();
           const NameAddr& answered = seen.message.to();
           if (answered.uri.empty() || same_uri(asked.uri, answered.uri)) return Verdict::holds();
           return Verdict::broken_at(answered.uri, answered.uri, asked.uri);
         }},
    {.code = "COP-20",
     .slug = "from-without-tag",
     .level = Level::note,
     .cite = {3261, "8.1.1.3"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken = {.en =
                    "From without a tag: the request came from an RFC 2543 client, and its dialog "
                    "has no tag on that side.",
                .zh =
                    "From 头域没有 tag，说明请求来自 RFC 2543 的客户端，其对话缺少这一侧的 tag。"},
     .check =
         [](const Seen& seen) {
           const Header* const from = seen.message.find(HeaderName::from);
           if (from == nullptr) return Verdict::unknown();  // another rule's matter
           if (!seen.message.from().tag.value_or("").empty()) return Verdict::holds();
           return Verdict::broken_at(row_of(*from));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> mirror{table};

}  // namespace sipgloss::subject
