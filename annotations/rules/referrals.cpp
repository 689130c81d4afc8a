// SPDX-License-Identifier: MIT
// REFER and the notifications of how it goes. RFC 3515 section 2.4, RFC 4488 section 4, RFC 7614
// section 4.3.
#include "rules/contact.hpp"
#include "rules/within_subscription.hpp"
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

using scan::equal_ignoring_case;

// After a BYE many a UA forgets what it was asked for in the call: who is to blame for that is not
// plain.
Verdict is_followed_by_notify(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (capture.missing(Action::notify) == nullptr || makes_no_subscription(seen.message))
    return Verdict::holds();
  const Dialog* const dialog = capture.dialog();
  const MessageId bye = dialog == nullptr ? no_message : dialog->ended_by;
  if (bye != no_message &&
      capture.tracker().message(bye).time - capture.record().time < times_t1(capture, 64))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code)
      .resting_on(capture.frame(capture.transaction().request));
}

/// The targets that a REFER names, 2 for any more.
int targets_of(const Message& refer) {
  int targets = 0;
  for (const Header& header : refer.headers) {
    if (header.name != HeaderName::refer_to || header.value.empty()) continue;
    // A comma may also be of a URI that stands in no angle brackets.
    int bracketed = 0;
    for (std::string_view rest = header.value; !rest.empty();) {
      if (take_list_value(rest).find('<') != std::string_view::npos) ++bracketed;
    }
    targets += std::max(bracketed, 1);
  }
  return std::min(targets, 2);
}

Verdict refuses_bad_refer(const Seen& seen) {
  static constexpr Text none = {"names no target", "没有指明目标"};
  static constexpr Text several = {"names several targets", "指明了多个目标"};
  const int targets = targets_of(seen.capture->request()->message);
  if (targets == 1) return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code,
                            targets == 0 ? none : several);
}

/// The "false" of Refer-Sub; empty where it is not there.
std::string_view declined_subscription(const Message& message) {
  const std::string_view value = read_field_value(message.value(HeaderName::refer_sub)).value;
  return equal_ignoring_case(value, "false") ? value : std::string_view();
}

/// Whether the sender of a REFER wants no implicit subscription, or can do without.
bool can_do_without(const Message& refer) {
  for (const std::string_view tag : {"norefersub", "nosub", "explicitsub"}) {
    if (lists_token(refer, HeaderName::require, tag)) return true;
  }
  return lists_token(refer, HeaderName::supported, "norefersub") ||
         !declined_subscription(refer).empty();
}

constexpr Text not_asked = {"Refer-Sub: false, which the REFER did not ask for",
                            "REFER 没有要求，2xx 却带有 Refer-Sub: false"};
constexpr Text despite_it = {"NOTIFY for refer, although Refer-Sub: false was agreed on",
                             "已约定 Refer-Sub: false，却仍发送 refer 事件的 NOTIFY"};

Verdict declines_when_asked(const Seen& seen) {
  const std::string_view declined = declined_subscription(seen.message);
  if (declined.empty()) return Verdict::holds();
  const Captured* const refer = seen.capture->request();
  if (refer == nullptr || header_section_cut(refer->message) || !is_of_one_request(seen))
    return Verdict::unknown();
  if (can_do_without(refer->message)) return Verdict::holds();
  return Verdict::broken_at(declined, not_asked).resting_on(refer->packet.frame);
}

/// Whether a NOTIFY is of the only REFER in its dialog, which was accepted without a subscription.
Verdict keeps_the_agreement(const Seen& seen) {
  const Capture& capture = *seen.capture;
  if (read_field_value(seen.message.value(HeaderName::event)).value != "refer" ||
      capture.record().copy != Copy::none)
    return Verdict::holds();
  const TransactionId last = capture.find_in_dialog(asks_for_notify);
  if (last == TransactionId::none) return Verdict::unknown();
  const Transaction& asked = capture.tracker().transaction(last);
  if (asked.method != Method::refer || !is_of_peer(capture, asked) ||
      !is_success(final_code(capture, asked)) || !asked_nothing_since(capture, capture.id()))
    return Verdict::unknown();
  const Captured* const refer = capture.at(asked.request);
  const Captured* const accepted = capture.at(asked.final);
  if (refer == nullptr || accepted == nullptr || !comes_from_client(seen.message))
    return Verdict::unknown();
  if (declined_subscription(accepted->message).empty() ||
      !is_of_refer(seen.message, refer->message))
    return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, despite_it)
      .resting_on(refer->packet.frame, accepted->packet.frame);
}

Verdict tells_where_to_subscribe(const Seen& seen) {
  static constexpr Text nowhere = {"has no Refer-Events-At", "没有 Refer-Events-At 头域"};
  static constexpr Text no_sip_uri = {"has no SIP URI in Refer-Events-At",
                                      "的 Refer-Events-At 不是 SIP URI"};
  static constexpr Text no_200 = {"is no 200", "不是 200"};
  const Message& response = seen.message;
  if (!lists_token(seen.capture->request()->message, HeaderName::require, "explicitsub"))
    return Verdict::holds();
  if (!is_of_one_request(seen)) return Verdict::unknown();
  const Header* const row = response.find(HeaderName::refer_events_at);
  if (row == nullptr) return Verdict::broken_at(response.start_line, response.status_code, nowhere);
  if (!is_sip_uri(read_name_addr(row->value).uri))
    return Verdict::broken_at(row->value, response.status_code, no_sip_uri);
  if (response.status_code != 200)
    return Verdict::broken_at(response.status_digits, response.status_code, no_200);
  return Verdict::holds();
}

// Another media type, as of a body that is encrypted, may hold anything.
Verdict begins_with_status_line(const Seen& seen) {
  static constexpr Text no_body = {"has no body", "没有消息体"};
  static constexpr Text no_status = {"has a body that begins with no Status-Line",
                                     "消息体不以 Status-Line 开头"};
  const Message& notify = seen.message;
  if (read_field_value(notify.value(HeaderName::event)).value != "refer") return Verdict::holds();
  const Verdict body = carries_body(notify);
  if (body.kind() == Verdict::Kind::unknown) return Verdict::unknown();
  if (body.kind() == Verdict::Kind::broken) return Verdict::broken_at(notify.start_line, no_body);
  const MediaType type = read_media_type(notify.value(HeaderName::content_type));
  const bool plain = equal_ignoring_case(type.type, "message") &&
                     equal_ignoring_case(type.subtype, "sipfrag") &&
                     !notify.has(HeaderName::content_encoding);
  if (!plain || notify.truncated) return Verdict::unknown();
  if (begins_like_status_line(notify.body)) return Verdict::holds();
  const std::string_view first = notify.body.substr(0, notify.body.find_first_of("\r\n"));
  return Verdict::broken_at(first.empty() ? notify.body : first, no_status);
}

constexpr Rule table[] = {
    {.code = "EVT-13",
     .slug = "refer-2xx-without-notify",
     .level = Level::must,
     .cite = {3515, "2.4.4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::refer},
                    .evidence = Evidence::dialog,
                    .when = When::afterwards,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "No NOTIFY followed the {0} to REFER: its sender does not learn what became "
                      "of the transfer.",
                .zh = "对 REFER 的 {0} 响应之后没有任何 NOTIFY，REFER "
                      "的发起方无从得知转接的结果。"},
     .check = is_followed_by_notify},
    {.code = "EVT-14",
     .slug = "bad-refer-accepted",
     .level = Level::must,
     .cite = {3515, "2.4.2"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::refer},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "{0} to a REFER that {1}: it has to be refused with 400, for nobody can tell "
                      "where it leads.",
                .zh = "该 REFER {1}，无法得知应转接到何处，必须以 400 拒绝，却得到 {0} 响应。"},
     .check = refuses_bad_refer},
    {.code = "EVT-15",
     .slug = "refer-sub-not-as-agreed",
     .level = Level::should,
     .cite = {4488, "4"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::refer, Method::notify},
                    .about = About::either,
                    .evidence = Evidence::dialog,
                    .guards = {Guard::truncated, Guard::gap_free}},
     .broken = {.en = "{0}: the sender of the REFER is not prepared for it, and may take the "
                      "transfer for failed.",
                .zh = "{0}，REFER 的发起方对此没有准备，可能认为转接失败。"},
     .check =
         [](const Seen& seen) {
           const Method method = seen.message.method();
           if (seen.message.is_request())
             return method == Method::notify ? keeps_the_agreement(seen) : Verdict::holds();
           return method == Method::refer ? declines_when_asked(seen) : Verdict::holds();
         }},
    {.code = "EVT-16",
     .slug = "explicitsub-without-refer-events-at",
     .level = Level::must,
     .cite = {7614, "4.3"},
     .applies_to = {.codes = {{200, 299}},
                    .methods = {Method::refer},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "The REFER requires explicitsub, and this {0} {1}: it has to be a 200 that "
                      "tells where to subscribe.",
                .zh = "REFER 要求 explicitsub，而该 {0} 响应{1}：必须是给出订阅地址的 200 响应。"},
     .check = tells_where_to_subscribe},
    {.code = "EVT-17",
     .slug = "refer-notify-without-status-line",
     .level = Level::must,
     .cite = {3515, "2.4.5"},
     .applies_to = {.methods = {Method::notify},
                    .about = About::request,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "NOTIFY for refer {0}: the sender of the REFER cannot read how the transfer "
                      "goes.",
                .zh = "refer 事件的 NOTIFY {0}，REFER 的发起方无从得知转接进展。"},
     .check = begins_with_status_line},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> referrals{table};

}  // namespace sipgloss::subject
