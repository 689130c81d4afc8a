// SPDX-License-Identifier: MIT
// One INVITE that several callees accept. RFC 3261 section 13.2.2.4.
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

/// The INVITE was sent again after its first 2xx: the same server may have taken it for a new one.
bool was_repeated_since(const Capture& capture, MessageId first) {
  return any_from(capture, capture.record().previous,
                  [first](MessageId id, const MessageRecord& record) {
                    return id > first && !record.is_response() && record.method == Method::invite;
                  });
}

Verdict is_the_only_one(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const std::uint32_t own_tag = capture.record().to_tag;
  if (capture.transaction().facts.in_dialog || capture.record().copy != Copy::none || own_tag == 0)
    return Verdict::holds();
  const MessageId other = capture.find_before([own_tag](const MessageRecord& record) {
    return record.code >= 200 && record.code < 300 && record.copy == Copy::none &&
           record.to_tag != 0 && record.to_tag != own_tag;
  });
  if (other == no_message) return Verdict::holds();
  const Captured* const first = capture.at(other);
  if (first == nullptr || was_repeated_since(capture, other)) return Verdict::unknown();
  // One UA with two tags is no fork.
  const std::string_view contact = seen.message.contact().uri;
  if (contact.empty() || contact == first->message.contact().uri) return Verdict::unknown();
  const std::string_view tag = seen.message.to().tag.value_or("");
  return Verdict::broken_at(tag, std::uint64_t{seen.message.status_code}, tag,
                            std::uint64_t{capture.frame(other)})
      .resting_on(capture.frame(capture.transaction().request), capture.frame(other));
}

constexpr Rule table[] = {
    {.code = "DLG-39",
     .slug = "forked-invite-accepted-twice",
     .level = Level::note,
     .cite = {3261, "13.2.2.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::invite},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request}},
     .broken =
         {.en = "Another callee accepted the forked INVITE after frame {2}: the {0} with To tag "
                "{1} is a second call, with ACK and BYE.",
          .zh = "帧 {2} 之后又有被叫接听：To tag 为 {1} 的 {0} 是另一路呼叫，须单独 ACK，不要则 "
                "BYE。"},
     .check = is_the_only_one},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> forked_calls{table};

}  // namespace sipgloss::subject
