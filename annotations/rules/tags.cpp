// SPDX-License-Identifier: MIT
// To tags across responses, transactions and calls. RFC 3261 sections 8.2.6.2, 9.2, 13.3.1.1 and
// 19.3.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a response comes from the user agent server itself: its Contact is the address that sent
/// it.
bool comes_from_its_author(const Message& response, const Packet& packet) {
  const Uri contact = read_uri(response.contact().uri);
  return is_address(contact.host, packet.source);
}

Verdict one_tag(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const std::uint32_t tag = capture.record().to_tag;
  const MessageId before = capture.find_before([tag](const MessageRecord& earlier) {
    return earlier.code > 100 && earlier.to_tag != 0 && earlier.to_tag != tag;
  });
  if (before == no_message) return Verdict::holds();
  const Captured* const earlier = capture.at(before);
  const bool same_server = earlier != nullptr &&
                           comes_from_its_author(seen.message, capture.packet()) &&
                           same_uri(seen.message.contact().uri, earlier->message.contact().uri);
  if (!same_server) return Verdict::unknown();  // a forking proxy may stand between
  const std::string_view now = seen.message.to().tag.value_or("");
  return Verdict::broken_at(now, now, earlier->message.to().tag.value_or(""))
      .resting_on(earlier->packet.frame, capture.frame(capture.transaction().request));
}

/// A response to the cancelled INVITE that came from the server itself, with a tag; null when there
/// is none.
const Captured* answer_to_invite(const Capture& capture, TransactionId invite) {
  MessageId id = capture.tracker().transaction(invite).last;
  for (int i = 0; i < 16 && id != no_message; ++i) {
    const MessageRecord& record = capture.tracker().message(id);
    if (record.code > 100 && record.to_tag != 0) {
      const Captured* const response = capture.at(id);
      if (response != nullptr && comes_from_its_author(response->message, response->packet))
        return response;
    }
    id = record.previous;
  }
  return nullptr;
}

constexpr Rule table[] = {
    {.code = "COP-08",
     .slug = "to-tag-changes-within-transaction",
     .level = Level::should,
     .cite = {3261, "8.2.6.2"},
     .applies_to = {.codes = {{101, 699}},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "The To tag is {0}, after {1} from the same Contact: one request gets one tag "
                    "from a server.",
                .zh =
                    "To tag 是 {0}，而同一 Contact 此前用的是 {1}，同一服务器对一个请求只能用一个 "
                    "tag。"},
     .check = one_tag},
    {.code = "COP-09",
     .slug = "cancel-answered-with-another-tag",
     .level = Level::should,
     .cite = {3261, "9.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::cancel},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "The To tag of this answer to CANCEL is {0}, but INVITE was answered with {1}: "
                    "they should be the same.",
                .zh = "对 CANCEL 的响应 To tag 是 {0}，而对 INVITE 的响应是 {1}，两者应当相同。"},
     .check =
         [](const Seen& seen) {
           const Capture& capture = *seen.capture;
           const TransactionId invite = capture.transaction().partner;
           const std::string_view tag = seen.message.to().tag.value_or("");
           if (invite == TransactionId::none || tag.empty()) return Verdict::unknown();
           const Captured* const answer = answer_to_invite(capture, invite);
           if (answer == nullptr) return Verdict::unknown();  // a proxy answers by itself
           const std::string_view other = answer->message.to().tag.value_or("");
           if (tag == other) return Verdict::holds();
           return Verdict::broken_at(tag, tag, other)
               .resting_on(answer->packet.frame, capture.frame(capture.transaction().request));
         }},
    {.code = "COP-11",
     .slug = "to-tag-used-in-two-calls",
     .level = Level::note,
     .cite = {3261, "19.3"},
     .applies_to = {.codes = {{101, 699}},
                    .evidence = Evidence::capture,
                    .guards = {Guard::request}},
     .broken = {.en = "The To tag {0} was used by the same server in another call: tags have to be "
                      "unique and random.",
                .zh = "To tag {0} 曾被同一服务器用于另一个呼叫，tag 必须全局唯一且足够随机。"},
     .check =
         [](const Seen& seen) {
           const Capture& capture = *seen.capture;
           const std::string_view tag = seen.message.to().tag.value_or("");
           const MessageId other = capture.record().same_tag;
           if (capture.transaction().facts.in_dialog || tag.empty()) return Verdict::unknown();
           if (other == no_message) return Verdict::holds();
           return Verdict::broken_at(tag, tag).resting_on(capture.frame(other));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> tags{table};

}  // namespace sipgloss::subject
