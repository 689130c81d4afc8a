// SPDX-License-Identifier: MIT
// 204 No Notification. RFC 5839 sections 6.3, 7.1 and 7.2.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

Verdict is_within_a_subscription(const Seen& seen) {
  constexpr Text outside{"a SUBSCRIBE that is in none", "SUBSCRIBE（不在对话内）"};
  const Verdict to_subscribe = is_to(seen.message, {Method::subscribe});
  if (to_subscribe.kind() != Verdict::Kind::holds) return to_subscribe;
  const Captured* const request = seen.capture->request();
  if (request == nullptr || header_section_cut(request->message)) return Verdict::unknown();
  Defects defects;
  if (read_name_addr(request->message.value(HeaderName::to), &defects).tag) return Verdict::holds();
  return defects.empty() ? Verdict::broken_at(seen.message.start_line, outside)
                         : Verdict::unknown();
}

/// What a NOTIFY says besides the state is news too: its subscription has come to an end, or waits.
bool is_active(const Message& notify) {
  const FieldValue state = read_field_value(notify.value(HeaderName::subscription_state));
  return scan::equal_ignoring_case(state.value, "active");
}

Verdict tells_something_new(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const MessageId accepted = capture.record().follows;
  if (capture.record().copy != Copy::none || accepted == no_message) return Verdict::holds();
  const MessageRecord& response = capture.tracker().message(accepted);
  if (response.code != 204 || !is_active(seen.message)) return Verdict::holds();
  if (capture.since(accepted) > 64 * capture.settings().t1) return Verdict::unknown();
  const Captured* const subscribe =
      capture.at(capture.tracker().transaction(response.transaction).request);
  const Header* const tag = seen.message.find(HeaderName::sip_etag);
  if (subscribe == nullptr || tag == nullptr) return Verdict::unknown();
  const std::string_view known = subscribe->message.value(HeaderName::suppress_if_match);
  // "*" holds back whatever the state, and what else can be news is not to be seen.
  if (known.empty() || known == "*") return Verdict::unknown();
  if (known != tag->value) return Verdict::holds();
  return Verdict::broken_at(row_of(*tag), tag->value).resting_on(capture.frame(accepted));
}

constexpr Rule table[] = {
    {.code = "K204-1",
     .slug = "204-outside-a-subscription",
     .level = Level::must,
     .cite = {5839, "7.1"},
     .applies_to = {.codes = {204},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::transaction},
     .broken = {.en = "204 says that no NOTIFY follows, so only a SUBSCRIBE within a dialog can "
                      "get it, and this "
                      "is to {0}.",
                .zh = "204 响应表示不再发送 NOTIFY，只用于对话内的 SUBSCRIBE，这个请求却是 {0}。"},
     .check = is_within_a_subscription},
    {.code = "K204-2",
     .slug = "204-to-unconditional-subscribe",
     .level = Level::must,
     .cite = {5839, "6.3"},
     .applies_to = {.codes = {204},
                    .methods = {Method::subscribe},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "204 to a SUBSCRIBE that has no Suppress-If-Match: its subscriber waits for "
                      "a NOTIFY that "
                      "will not come.",
                .zh = "SUBSCRIBE 没有 Suppress-If-Match 头域，却得到 204 "
                      "响应，订阅方会空等一个不会来的 NOTIFY。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (request.has(HeaderName::suppress_if_match)) return Verdict::holds();
           // Outside of a dialog the 204 itself is the fault.
           if (!request.to().tag) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K204-3",
     .slug = "notify-after-204",
     .level = Level::should,
     .cite = {5839, "6.3"},
     .applies_to = {.methods = {Method::notify},
                    .about = About::request,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::gap_free}},
     .broken = {.en = "This NOTIFY has entity-tag {0} again, although a 204 told that none comes "
                      "while the state "
                      "is the same.",
                .zh = "204 响应已表明状态不变就不再通知，这个 NOTIFY 的实体标签却仍是 "
                      "{0}，没有带来新的状态。"},
     .check = tells_something_new},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_204{table};

}  // namespace sipgloss::subject
