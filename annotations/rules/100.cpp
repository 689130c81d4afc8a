// SPDX-License-Identifier: MIT
// 100 Trying. RFC 3261 sections 8.2.6, 17.2.1, 20.38 and 21.1.1, RFC 3262 section 3, RFC 6432
// section 3.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether the To tag was there before. What cannot be read in the request, nobody knows.
Verdict adds_no_tag(const Seen& seen) {
  const std::string_view answered = seen.message.to().tag.value_or("");
  if (answered.empty()) return Verdict::holds();
  Defects defects;
  const std::string_view to = seen.capture->request()->message.value(HeaderName::to);
  if (read_name_addr(to, &defects).tag) return Verdict::holds();
  return to.empty() || !defects.empty() ? Verdict::unknown() : Verdict::broken_at(answered);
}

/// The next row that is not a Via; the end when there is none.
std::size_t next_copied(const Message& message, std::size_t row) {
  while (row < message.headers.size() && message.headers[row].name == HeaderName::via) ++row;
  return row;
}

bool same_but_for_vias(const Message& a, const Message& b) {
  std::size_t i = next_copied(a, 0);
  std::size_t j = next_copied(b, 0);
  while (i < a.headers.size() && j < b.headers.size()) {
    const Header& one = a.headers[i];
    const Header& other = b.headers[j];
    if (one.raw_name != other.raw_name || one.value != other.value) return false;
    i = next_copied(a, i + 1);
    j = next_copied(b, j + 1);
  }
  return a.start_line == b.start_line && i == a.headers.size() && j == b.headers.size();
}

/// Whether `forwarded` is what a proxy makes of `received`: one Via less, and all else the same.
bool is_forwarded(const Message& received, const Message& forwarded) {
  const Values all(received, HeaderName::via);
  const Values rest(forwarded, HeaderName::via);
  auto via = all.begin();
  auto other = rest.begin();
  if (via == all.end() || other == rest.end()) return false;
  ++via;
  while (via != all.end() && other != rest.end() && *via == *other) {
    ++via;
    ++other;
  }
  return via == all.end() && other == rest.end() && same_but_for_vias(received, forwarded);
}

/// The 100 on the hop behind of which the one that is judged is made; no_message when there is
/// none.
MessageId forwarded_from(const Seen& seen) {
  constexpr int most_looked_at = 8;
  const Capture& capture = *seen.capture;
  TransactionId branch = capture.transaction().last_branch;
  for (int i = 0; i < most_looked_at && branch != TransactionId::none; ++i) {
    MessageId id = capture.tracker().transaction(branch).last;
    for (int j = 0; j < most_looked_at && id != no_message; ++j) {
      const MessageRecord& record = capture.tracker().message(id);
      const Captured* const received = record.code == 100 ? capture.at(id) : nullptr;
      if (received != nullptr && is_forwarded(received->message, seen.message)) return id;
      id = record.previous;
    }
    branch = capture.tracker().transaction(branch).branch_before;
  }
  return no_message;
}

/// A proxy that sent a 100 of its own keeps state: a stateless one makes none, and may forward it
/// (section 16.11).
Verdict was_forwarded(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.record().copy != Copy::none) return Verdict::holds();
  const MessageId received = forwarded_from(seen);
  if (received == no_message) return Verdict::holds();
  const MessageId own =
      capture.find_before([](const MessageRecord& record) { return record.code == 100; });
  if (own == no_message) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line)
      .resting_on(capture.frame(own), capture.frame(received));
}

/// The time of a Timestamp, before the delay that a server may add.
std::string_view time_of(const Header& timestamp) {
  std::string_view value = timestamp.value;
  return scan::take_until(value, scan::lws);
}

Verdict copies_timestamp(const Seen& seen) {
  const Header* const asked = seen.capture->request()->message.find(HeaderName::timestamp);
  if (asked == nullptr || asked->value.empty()) return Verdict::holds();
  const Header* const copied = seen.message.find(HeaderName::timestamp);
  if (copied == nullptr) return Verdict::broken_at(seen.message.start_line, time_of(*asked));
  if (time_of(*copied) == time_of(*asked)) return Verdict::holds();
  return Verdict::broken_at(row_of(*copied), time_of(*asked));
}

constexpr Rule table[] = {
    {.code = "K100-1",
     .slug = "100-with-new-to-tag",
     .level = Level::should,
     .cite = {3261, "17.2.1"},
     // To other methods section 8.2.6.2 alone counts, which allows it.
     .applies_to = {.codes = {100},
                    .methods = {Method::invite},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "100 with a To tag that the INVITE did not have: a 100 makes no dialog, and the "
                "tag of "
                "the next response may differ.",
          .zh =
              "100 响应带有 INVITE 中没有的 To tag，但 100 不建立对话，后续响应的 tag 可能不同。"},
     .check = adds_no_tag},
    {.code = "K100-2",
     .slug = "reliable-100",
     .level = Level::must,
     .cite = {3262, "3"},
     .applies_to = {.codes = {100}, .evidence = Evidence::message},
     .broken = {.en = "100 with {0}: a 100 must not be sent reliably, for it goes one hop only and "
                      "gets no PRACK.",
                .zh = "100 响应带有 {0}，但 100 只走一跳，不得可靠发送，也没有 PRACK 来确认它。"},
     .check =
         [](const Seen& seen) {
           const Message& response = seen.message;
           const Header* const rseq = response.find(HeaderName::rseq);
           if (rseq != nullptr) return Verdict::broken_at(row_of(*rseq), "RSeq");
           const std::string_view tag = find_token(response, HeaderName::require, "100rel");
           if (tag.empty()) return Verdict::holds();
           return Verdict::broken_at(tag, "Require: 100rel");
         }},
    {.code = "K100-5",
     .slug = "100-with-reason",
     .level = Level::note,
     .cite = {6432, "3"},
     .applies_to = {.codes = {100}, .evidence = Evidence::message},
     .broken =
         {.en = "100 with Reason: RFC 6432 leaves 100 out, for it goes one hop only and the Reason "
                "travels no further.",
          .zh =
              "100 响应带有 Reason 头域：RFC 6432 把 100 排除在外，它只走一跳，原因传不出这一跳。"},
     .check =
         [](const Seen& seen) {
           const Header* const reason = seen.message.find(HeaderName::reason);
           return reason == nullptr ? Verdict::holds() : Verdict::broken_at(row_of(*reason));
         }},
    {.code = "K100-3",
     .slug = "100-forwarded",
     .level = Level::must,
     .cite = {3261, "21.1.1"},
     .applies_to = {.codes = {100}, .evidence = Evidence::capture, .guards = {Guard::request}},
     .broken =
         {.en = "A proxy forwarded this 100, one Via taken off, after a 100 of its own: a 100 goes "
                "one hop "
                "only.",
          .zh =
              "代理服务器已发过自己的 100 响应，又去掉一个 Via 转发了这个 100，而 100 只走一跳。"},
     .check = was_forwarded},
    {.code = "K100-4",
     .slug = "100-without-timestamp",
     .level = Level::must,
     .cite = {3261, "8.2.6.1"},
     .applies_to = {.codes = {100},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "100 does not copy Timestamp {0} from the request: the client cannot measure "
                      "the round "
                      "trip by it.",
                .zh = "100 响应没有照抄请求的 Timestamp 值 {0}，客户端无法据此测算往返时间。"},
     .check = copies_timestamp},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_100{table};

}  // namespace sipgloss::subject
