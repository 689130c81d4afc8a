// SPDX-License-Identifier: MIT
// The identifier of a session from end to end, and the mark that asks for it to be logged. RFC 7989
// sections 5, 6, 8 and 11, RFC 8497 sections 4.2 and 5.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "rules/within_dialog.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::string_view nil = "00000000000000000000000000000000";

bool is_uuid(std::string_view text) {
  const auto is_lower_hex = [](char c) { return scan::is_digit(c) || (c >= 'a' && c <= 'f'); };
  return text.size() == nil.size() && std::ranges::all_of(text, is_lower_hex);
}

FieldValue session_id(const Message& message) {
  return read_field_value(message.value(HeaderName::session_id));
}

/// Whether the client sent another request since that of the transaction: its UUID may have
/// changed meanwhile. RFC 7989 section 8.
bool client_went_on(const Capture& capture) {
  const MessageId request = capture.transaction().request;
  return capture.find_in_dialog([&](const Transaction& other) {
    return is_of_same_client(capture, other) && is_before(request, other.request);
  }) != TransactionId::none;
}

Verdict names_the_session(const Seen& seen) {
  constexpr Text no_uuid = {"is not 32 lower-case hex digits", "不是 32 位小写十六进制数字"};
  constexpr Text other_uuid = {"is not the client's UUID of the request",
                               "不是请求中客户端的 UUID"};
  const FieldValue asked = session_id(seen.capture->request()->message);
  const FieldValue answered = session_id(seen.message);
  const std::string_view client = asked.value;
  const std::string_view server = answered.value;
  if (client.empty() || server.empty()) return Verdict::unknown();
  // An implementation of RFC 7329 returns the value that it got, whatever it is like.
  if (server == client) return Verdict::unknown();
  const std::string_view known = asked.parameters.value("remote").value_or("");
  if (!is_uuid(server) && server != known) return Verdict::broken_at(server, server, no_uuid);
  const std::string_view remote = answered.parameters.value("remote").value_or("");
  if (remote == client) return Verdict::holds();
  if (!is_uuid(client) || client == nil || known.empty() || remote.empty()) {
    return Verdict::unknown();
  }
  if (!is_uuid(remote)) return Verdict::broken_at(remote, remote, no_uuid);
  if (client_went_on(*seen.capture)) return Verdict::unknown();
  return Verdict::broken_at(remote, remote, other_uuid);
}

bool is_marked(const Message& message) {
  return session_id(message).parameters.find("logme").has_value();
}

/// Whether another request of the dialog came since that message. Where one lacks the mark, both
/// ends stop marking (RFC 8497 section 5.3).
bool dialog_went_on(const Capture& capture, MessageId since) {
  return capture.find_in_dialog([&](const Transaction& other) {
    return is_before(since, other.last);
  }) != TransactionId::none;
}

Verdict keeps_the_mark(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (!is_marked(capture.request()->message)) return Verdict::unknown();
  if (is_marked(seen.message)) return Verdict::holds();
  const std::uint32_t tag = capture.record().to_tag;
  const MessageId before = capture.find_before([tag](const MessageRecord& record) {
    return record.code > 100 && record.to_tag == tag && tag != 0;
  });
  const Captured* const earlier = capture.at(before);
  if (earlier == nullptr || !is_marked(earlier->message)) return Verdict::unknown();
  if (earlier->message.value(HeaderName::contact) != seen.message.value(HeaderName::contact)) {
    return Verdict::unknown();
  }
  if (dialog_went_on(capture, before)) return Verdict::unknown();
  const Header* const row = seen.message.find(HeaderName::session_id);
  return Verdict::broken_at(row == nullptr ? seen.message.start_line : row_of(*row),
                            seen.message.status_code, earlier->message.status_code)
      .resting_on(earlier->packet.frame, capture.frame(capture.transaction().request));
}

constexpr Rule table[] = {
    {.code = "EXT-06",
     .slug = "session-id-of-another-session",
     .level = Level::must,
     .cite = {7989, "6"},
     .applies_to = {.evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en = "Session-ID holds {0}, which {1}: the two sides log the call under different "
                      "identifiers.",
                .zh = "Session-ID 中的 {0} {1}，同一呼叫在两侧的日志里对应不上。"},
     .check = names_the_session},
    {.code = "EXT-13",
     .slug = "log-mark-lost",
     .level = Level::must,
     .cite = {8497, "4.2"},
     .applies_to = {.codes = {{101, 699}},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en = "The {1} had logme in Session-ID as the request has it, and this {0} lacks "
                      "it: logging of the call breaks off.",
                .zh = "请求和先前的 {1} 响应的 Session-ID 都带 logme，此 {0} 响应却没有，"
                      "该呼叫的日志记录会就此中断。"},
     .check = keeps_the_mark},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> session_id{table};

}  // namespace sipgloss::subject
