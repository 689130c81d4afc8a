// SPDX-License-Identifier: MIT
// 422 Session Interval Too Small. RFC 4028 sections 4 to 9.
#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

std::optional<std::uint32_t> seconds_of(const Message& message, HeaderName name) {
  return read_field_value(message.value(name)).number();
}

/// A proxy behind may have asked for a session timer, or for a shorter one: only of the UAS itself
/// it is known what it got.
Verdict interval_was_too_small(const Seen& seen) {
  constexpr Text none{"no Session-Expires", "没有 Session-Expires"};
  const Message& request = seen.capture->request()->message;
  const auto least = seconds_of(seen.message, HeaderName::min_se);
  const Header* const asked = request.find(HeaderName::session_expires);
  const auto interval = seconds_of(request, HeaderName::session_expires);
  if (!least || (asked != nullptr && !interval)) return Verdict::unknown();
  if (interval && *interval < *least) return Verdict::holds();
  // Where the client knows nothing of session timers, that is what there is to say.
  if (!lists_token(request, HeaderName::supported, "timer") || !is_from_the_uas(seen))
    return Verdict::unknown();
  return Verdict::broken_at(seen.message.start_line,
                            asked == nullptr ? Value(none) : Value(row_of(*asked)), *least);
}

Verdict heeds_min_se(const Seen& seen) {
  constexpr Text none{"no Min-SE", "没有 Min-SE"};
  const auto refused = repeated_after(seen, 422);
  if (!refused) return Verdict::holds();
  const Message& request = seen.message;
  const auto least = seconds_of(refused->response->message, HeaderName::min_se);
  const Header* const min_se = request.find(HeaderName::min_se);
  const Header* const interval = request.find(HeaderName::session_expires);
  // A client that gave session timers up does not come with a smaller interval.
  const bool uses_timer =
      interval != nullptr || lists_token(request, HeaderName::supported, "timer");
  if (!least || !uses_timer) return Verdict::unknown();
  const auto broken = [&](std::string_view bytes, const Value& what) {
    return Verdict::broken_at(bytes, *least, what)
        .resting_on(refused->request->packet.frame, refused->response->packet.frame);
  };
  if (min_se == nullptr) return broken(request.start_line, none);
  for (const Header* const header : {min_se, interval}) {
    const auto seconds =
        header == nullptr ? std::nullopt : read_field_value(header->value).number();
    if (seconds && *seconds < *least) return broken(row_of(*header), row_of(*header));
  }
  return Verdict::holds();
}

constexpr Rule table[] = {
    {.code = "K422-1",
     .slug = "422-without-min-se",
     .level = Level::must,
     .cite = {4028, "6"},
     // To other methods the 422 itself is wrong: they refresh no session.
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "422 without a Min-SE in seconds: the client cannot learn which session "
                      "interval would be long enough.",
                .zh = "422 响应没有用 Min-SE 头域给出秒数，客户端无从得知会话间隔至少要多长。"},
     .check =
         [](const Seen& seen) {
           const Header* const min_se = seen.message.find(HeaderName::min_se);
           if (min_se == nullptr) return Verdict::broken_at(seen.message.start_line);
           const bool is_number = scan::is_digits(read_field_value(min_se->value).value);
           return is_number ? Verdict::holds() : Verdict::broken_at(row_of(*min_se));
         }},
    {.code = "K422-2",
     .slug = "422-min-se-below-90",
     .level = Level::must,
     .cite = {4028, "5"},
     // Of "Min-SE: 1800" a cut capture may hold "Min-SE: 18".
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "Min-SE {0} in a 422 is below the limit of 90 seconds: the next server may refuse "
                "an interval so short.",
          .zh =
              "422 响应中的 Min-SE 为 {0} 秒，低于 90 秒的下限，按它重发可能又被别的服务器拒绝。"},
     .check =
         [](const Seen& seen) {
           constexpr std::uint32_t least = 90;
           const FieldValue min_se = read_field_value(seen.message.value(HeaderName::min_se));
           const std::optional<std::uint32_t> seconds = min_se.number();
           if (!seconds) return Verdict::unknown();
           return *seconds >= least ? Verdict::holds() : Verdict::broken_at(min_se.value, *seconds);
         }},
    {.code = "K422-3",
     .slug = "422-to-sufficient-interval",
     .level = Level::must,
     .cite = {4028, "6"},
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken =
         {.en = "422 to a request that has {0}: there is no session interval in it that is below "
                "Min-SE {1}.",
          .zh = "请求中是“{0}”，并没有低于 Min-SE {1} 的会话间隔，却得到 422 响应。"},
     .check = interval_was_too_small},
    {.code = "K422-4",
     .slug = "422-to-client-with-no-timer",
     .level = Level::should,
     .cite = {4028, "8.1"},
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "422 to a client that does not list timer in Supported: it cannot choose "
                      "another session "
                      "interval, and the call fails.",
                .zh = "请求的 Supported 头域没有列出 timer，客户端不会调整会话间隔，422 "
                      "响应只会使呼叫失败。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (lists_token(request, HeaderName::supported, "timer")) return Verdict::holds();
           const bool required = lists_token(request, HeaderName::require, "timer") ||
                                 lists_token(request, HeaderName::proxy_require, "timer");
           if (required || came_from_behind(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line);
         }},
    {.code = "K422-5",
     .slug = "min-se-ignored-after-422",
     .level = Level::must,
     .cite = {4028, "7.4"},
     .applies_to = {.methods = {Method::invite, Method::update},
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::truncated}},
     .broken = {.en = "A 422 gave Min-SE {0}, and the request comes again with {1}: the server "
                      "will refuse it as "
                      "before.",
                .zh = "422 响应给出的 Min-SE 为 {0}，重发的请求却是“{1}”，服务器会再次拒绝。"},
     .check = heeds_min_se},
    {.code = "K422-6",
     .slug = "422-to-other-method",
     .level = Level::must,
     .cite = {4028, "4"},
     .applies_to = {.codes = {422},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message},
     .broken =
         {.en =
              "422 to {0}: only INVITE and UPDATE carry a session interval that can be too small.",
          .zh = "对 {0} 返回了 422 响应，但只有 INVITE 和 UPDATE 才带有会话间隔。"},
     .check =
         [](const Seen& seen) {
           return is_to(seen.message, {Method::invite, Method::update});
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_422{table};

}  // namespace sipgloss::subject
