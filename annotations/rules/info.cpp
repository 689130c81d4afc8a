// SPDX-License-Identifier: MIT
// Info Packages, and how the two sides agree on them. RFC 6086 sections 4.3.2 and 5.2.3.
#include "rules/within_dialog.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a message lists an Info Package; names are compared byte by byte (RFC 6086 section 7.2).
bool lists_package(const Message& message, std::string_view package) {
  for (const std::string_view value : Values(message, HeaderName::recv_info)) {
    if (read_field_value(value).value == package) return true;
  }
  return false;
}

/// Whether each Info Package of one message is listed by the other too.
bool lists_packages_of(const Message& one, const Message& other) {
  for (const std::string_view value : Values(one, HeaderName::recv_info)) {
    if (!lists_package(other, read_field_value(value).value)) return false;
  }
  return true;
}

/// The last earlier response of the same UAS in the transaction that has Recv-Info; null where
/// there is none. One of those that bind, where `binding` is set: reliable provisional ones.
const Captured* response_before(const Capture& capture, bool binding) {
  const Captured* found = nullptr;
  const std::uint32_t to_tag = capture.record().to_tag;
  any_from(capture, capture.record().previous, [&](MessageId id, const MessageRecord& record) {
    const bool fits = record.code > 100 && record.copy == Copy::none && record.to_tag == to_tag &&
                      (!binding || record.rseq != 0 || is_final(record));
    const Captured* const response = fits ? capture.at(id) : nullptr;
    if (response != nullptr && response->message.has(HeaderName::recv_info)) found = response;
    return found != nullptr;
  });
  return found;
}

/// A message of the UAS in the dialog by which it agreed on Info Packages before; null where none
/// is known.
const Captured* agreed_before(const Capture& capture) {
  constexpr int most_looked_at = 16;
  const Captured* found = nullptr;
  int looked_at = 0;
  capture.find_in_dialog([&](const Transaction& other) {
    const bool agrees = other.method == Method::invite || other.method == Method::update;
    if (!agrees) return false;
    const bool asks = is_of_peer(capture, other);
    const MessageId id = asks ? other.request : other.final;
    const bool answers =
        is_of_same_client(capture, other) && is_success(final_code(capture, other));
    const Captured* const message =
        (asks || answers) && is_before(id, capture.id()) ? capture.at(id) : nullptr;
    if (message != nullptr && message->message.has(HeaderName::recv_info)) found = message;
    return found != nullptr || ++looked_at == most_looked_at;
  });
  return found;
}

Verdict stays_as_it_was(const Seen& seen, const Header& row) {
  static constexpr Text another = {"has another Recv-Info than an earlier one",
                                   "的 Recv-Info 与此前的响应不同"};
  const Capture& capture = *seen.capture;
  const Captured* const earlier = response_before(capture, false);
  const bool same = earlier == nullptr || (lists_packages_of(earlier->message, seen.message) &&
                                           lists_packages_of(seen.message, earlier->message));
  if (same) return Verdict::holds();
  return Verdict::broken_at(row_of(row), seen.message.status_code, another)
      .resting_on(capture.frame(capture.transaction().request), earlier->packet.frame);
}

// A UAS that never sends Recv-Info does not know Info Packages, and need not.
Verdict agrees_on_packages(const Seen& seen) {
  static constexpr Text none = {"has no Recv-Info, which its request has",
                                "没有请求中已有的 Recv-Info 头域"};
  const Capture& capture = *seen.capture;
  const unsigned code = seen.message.status_code;
  if (!capture.request()->message.has(HeaderName::recv_info) || capture.record().copy != Copy::none)
    return Verdict::holds();
  if (!is_of_one_request(seen) || header_section_cut(seen.message)) return Verdict::unknown();
  const bool invite = seen.message.method() == Method::invite;
  const Header* const row = seen.message.find(HeaderName::recv_info);
  if (row != nullptr) return invite ? stays_as_it_was(seen, *row) : Verdict::holds();
  if (!is_success(code)) return Verdict::holds();
  if (invite && response_before(capture, true) != nullptr) return Verdict::holds();
  const Captured* shows = invite ? response_before(capture, false) : nullptr;
  if (shows == nullptr) shows = agreed_before(capture);
  if (shows == nullptr) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, code, none)
      .resting_on(capture.frame(capture.transaction().request), shows->packet.frame);
}

constexpr Rule table[] = {
    {.code = "INF-01",
     .slug = "info-package-in-response",
     .level = Level::must,
     .cite = {6086, "4.3.2"},
     .applies_to = {.methods = {Method::info}, .evidence = Evidence::message},
     .broken = {.en =
                    "The response to INFO carries a body of an Info Package, which belongs in INFO "
                    "requests alone.",
                .zh = "对 INFO 的响应带有 Info Package 的消息体，这类消息体只能由 INFO 请求携带。"},
     .check =
         [](const Seen& seen) {
           const Header* const header = seen.message.find(HeaderName::content_disposition);
           if (header == nullptr || seen.message.body.empty()) return Verdict::holds();
           const FieldValue disposition = read_field_value(header->value);
           if (!scan::equal_ignoring_case(disposition.value, "Info-Package"))
             return Verdict::holds();
           return Verdict::broken_at(row_of(*header));
         }},
    {.code = "INF-02",
     .slug = "recv-info-not-asked-for",
     .level = Level::must,
     .cite = {6086, "5.2.3"},
     // 469 lists the Info Packages whatever its INFO has.
     .applies_to = {.codes = {{100, 468}, {470, 699}},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "Recv-Info in a {0} to {1} that has none: its client did not say that it "
                      "knows Info Packages.",
                .zh =
                    "{1} 没有 Recv-Info 头域，{0} 响应却带有它：客户端并未表明支持 Info Package。"},
     .check =
         [](const Seen& seen) {
           const Header* const row = seen.message.find(HeaderName::recv_info);
           if (row == nullptr || seen.capture->request()->message.has(HeaderName::recv_info))
             return Verdict::holds();
           if (!is_of_one_request(seen)) return Verdict::unknown();
           return Verdict::broken_at(row_of(*row), seen.message.status_code,
                                     seen.message.cseq().method_name);
         }},
    {.code = "INF-03",
     .slug = "recv-info-left-out-or-changed",
     .level = Level::must,
     .cite = {6086, "5.2.3"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite, Method::update, Method::prack},
                    .evidence = Evidence::dialog,
                    .guards = {Guard::request, Guard::gap_free}},
     .broken = {.en = "This {0} {1}: the client cannot tell which Info Packages it may send.",
                .zh = "该 {0} 响应{1}，客户端无法确定可以发送哪些 Info Package。"},
     .check = agrees_on_packages},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> info{table};

}  // namespace sipgloss::subject
