// SPDX-License-Identifier: MIT
// What a provisional response that is sent reliably has to say. RFC 3262 sections 3, 4 and 7.1.
#include "rules/contact.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::string_view option_tag = "100rel";

/// The row of Require that lists 100rel, among perhaps several; empty when none does.
std::string_view row_requiring_100rel(const Message& response) {
  for (const Header& header : response.headers) {
    if (header.name != HeaderName::require) continue;
    for (std::string_view rest = header.value; !rest.empty();) {
      if (scan::equal_ignoring_case(take_list_value(rest), option_tag)) return row_of(header);
    }
  }
  return {};
}

bool is_reliable(const Message& response) {
  return response.has(HeaderName::rseq) && !row_requiring_100rel(response).empty();
}

/// The methods whose tables leave RSeq out or say that it is not applicable. RFC 3265 section 7.1
/// allowed it with SUBSCRIBE and NOTIFY, and a method that is not known may make use of it (RFC
/// 3262 section 3).
constexpr Set<Method> never_reliable = {
    Method::bye,    Method::cancel, Method::register_, Method::options, Method::prack,
    Method::update, Method::info,   Method::refer,     Method::message, Method::publish};

/// 2**31 - 1: the first number leaves room to count up to 2**32 - 1 (RFC 3262 section 3).
constexpr std::uint32_t highest_first_rseq = 0x7FFFFFFF;

Verdict numbers_begin_in_range(const Seen& seen) {
  if (!is_reliable(seen.message)) return Verdict::holds();
  const Header* const rseq = seen.message.find(HeaderName::rseq);
  const std::optional<std::uint32_t> number = read_number(rseq->value);
  if (!number) return Verdict::unknown();
  // No response, first or later, has the number 0 (section 7.1).
  if (*number == 0) return Verdict::broken_at(row_of(*rseq), *number);
  if (*number <= highest_first_rseq) return Verdict::holds();
  const Capture& capture = *seen.capture;
  // Each callee of a forked INVITE counts by itself.
  const std::uint32_t callee = capture.record().to_tag;
  const MessageId earlier = capture.find_before([callee](const MessageRecord& record) {
    return record.rseq != 0 && record.to_tag == callee;
  });
  if (earlier != no_message) return Verdict::holds();
  if (capture.request() == nullptr || capture.lost_packets()) return Verdict::unknown();
  return Verdict::broken_at(row_of(*rseq), *number);
}

Verdict was_offered(const Seen& seen) {
  const std::string_view required = find_token(seen.message, HeaderName::require, option_tag);
  if (required.empty() || !is_reliable(seen.message)) return Verdict::holds();
  const Message& invite = seen.capture->request()->message;
  const bool offered = lists_token(invite, HeaderName::supported, option_tag) ||
                       lists_token(invite, HeaderName::require, option_tag);
  if (offered) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(required, seen.message.status_code);
}

// With one of the two header fields it is meant to be reliable: another rule's matter.
Verdict is_sent_as_required(const Seen& seen) {
  const Message& invite = seen.capture->request()->message;
  if (!lists_token(invite, HeaderName::require, option_tag)) return Verdict::holds();
  if (seen.message.has(HeaderName::rseq) || !row_requiring_100rel(seen.message).empty())
    return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code);
}

constexpr Rule table[] = {
    {.code = "REL-01",
     .slug = "reliable-1xx-not-offered",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Reliable {0}, but the INVITE has 100rel in neither Supported nor Require: "
                      "its client may not know PRACK.",
                .zh = "INVITE 的 Supported 和 Require 都没有 100rel，却收到可靠的 {0} 响应，"
                      "客户端可能不支持 PRACK。"},
     .check = was_offered},
    {.code = "REL-02",
     .slug = "reliable-1xx-incomplete",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "{0} without {1}: a reliable provisional response carries both, and PRACK "
                      "needs them.",
                .zh = "有 {0} 而无 {1}，可靠的临时响应必须同时携带两者，否则无法用 PRACK 确认。"},
     .check =
         [](const Seen& seen) {
           const std::string_view require = row_requiring_100rel(seen.message);
           const Header* const rseq = seen.message.find(HeaderName::rseq);
           if (require.empty() == (rseq == nullptr)) return Verdict::holds();
           return rseq == nullptr ? Verdict::broken_at(require, "Require: 100rel", "RSeq")
                                  : Verdict::broken_at(row_of(*rseq), "RSeq", "Require: 100rel");
         }},
    {.code = "REL-03",
     .slug = "unreliable-1xx-to-required-100rel",
     .level = Level::must,
     .cite = {3262, "3"},
     // 199 has rules of its own (RFC 6228 sections 5 and 6).
     .applies_to = {.codes = {{101, 198}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "Unreliable {0}, though the INVITE requires 100rel: send it reliably, or "
                      "refuse the INVITE with 420.",
                .zh = "INVITE 要求 100rel，{0} 响应却不可靠：必须可靠发送，"
                      "否则以 420 拒绝该 INVITE。"},
     .check = is_sent_as_required},
    {.code = "REL-04",
     .slug = "first-rseq-out-of-range",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {{101, 199}},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated}},
     .broken = {.en = "RSeq {0}: the first number lies between 1 and 2147483647, and a client may "
                      "refuse this one.",
                .zh = "RSeq 为 {0}：首个 RSeq 的范围是 1 至 2147483647，客户端可能不接受该值。"},
     .check = numbers_begin_in_range},
    {.code = "REL-13",
     .slug = "reliable-1xx-without-to-tag",
     .level = Level::must,
     .cite = {3262, "4"},
     // 199 needs a tag for a reason of its own (RFC 6228 section 5): another rule's matter.
     .applies_to = {.codes = {{101, 198}},
                    .methods = {Method::invite},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "Reliable {0} without a To tag: it makes no dialog in which the client could "
                      "send the PRACK.",
                .zh = "可靠的 {0} 响应没有 To tag，建立不了对话，客户端也就无法发送 PRACK。"},
     .check =
         [](const Seen& seen) {
           if (!is_reliable(seen.message)) return Verdict::holds();
           const std::string_view to = seen.message.value(HeaderName::to);
           const std::optional<NameAddr> address = read_address(to);
           if (!address) return Verdict::unknown();
           return address->tag ? Verdict::holds()
                               : Verdict::broken_at(to, seen.message.status_code);
         }},
    {.code = "REL-14",
     .slug = "reliable-1xx-to-other-method",
     .level = Level::must,
     .cite = {3262, "7.1"},
     // 421 tells in Require what the request should have offered.
     .applies_to = {.codes = {{101, 420}, {422, 699}},
                    .methods = never_reliable,
                    .evidence = Evidence::message},
     .broken = {.en = "{0} in a response to {1}: only provisional responses to INVITE are sent "
                      "reliably.",
                .zh = "对 {1} 的响应带有 {0}，而只有对 INVITE 的临时响应才能可靠发送。"},
     .check =
         [](const Seen& seen) {
           const std::string_view require = row_requiring_100rel(seen.message);
           const std::string_view method = seen.message.cseq().method_name;
           if (!require.empty()) return Verdict::broken_at(require, "Require: 100rel", method);
           const Header* const rseq = seen.message.find(HeaderName::rseq);
           // In a final response RSeq is wrong whatever the method: another rule's matter.
           if (rseq == nullptr || seen.message.status_code >= 200) return Verdict::holds();
           return Verdict::broken_at(row_of(*rseq), "RSeq", method);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> reliable{table};

}  // namespace sipgloss::subject
