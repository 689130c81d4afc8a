// SPDX-License-Identifier: MIT
// How long a session lasts without a refresh, and who refreshes it. RFC 4028 sections 4, 7.2, 9
// and 10.
#include <algorithm>

#include "in_message/words.hpp"
#include "message/scan.hpp"

namespace sipgloss::in_message {
namespace {

/// When the other side ends the session for want of a refresh: 32 seconds or a third of the
/// interval before its end, whichever is less (RFC 4028 section 10).
std::uint32_t time_of_bye(std::uint32_t interval) {
  return interval - std::min<std::uint32_t>(32, interval / 3);
}

void tell_refresher(const Told& told, const FieldValue& expires, std::uint32_t seconds,
                    Telling& telling) {
  const std::string_view method = told.response.cseq().method_name;
  const std::string_view refresher = expires.parameters.value("refresher").value_or("");
  if (scan::equal_ignoring_case(refresher, "uac")) {
    telling.say({"Refresher uac: the side that sent this {0} refreshes it, by re-INVITE or UPDATE.",
                 "refresher 为 uac：由发出此 {0} 的一侧用 re-INVITE 或 UPDATE 刷新。"},
                method);
  } else if (scan::equal_ignoring_case(refresher, "uas")) {
    telling.say({"Refresher uas: the side that received this {0} refreshes it, by re-INVITE or "
                 "UPDATE.",
                 "refresher 为 uas：由收到此 {0} 的一侧用 re-INVITE 或 UPDATE 刷新。"},
                method);
  } else {
    return telling.say(
        {"Session-Expires does not say who refreshes: there is no refresher uac or "
         "uas.",
         "Session-Expires 未说明由谁刷新：没有 refresher=uac 或 uas。"});
  }
  telling.say({"The refresh is best sent after {0}, when half of the interval has passed.",
               "建议在 {0}刷新，即间隔过半时。"},
              moment(told, seconds / 2, telling));
  telling.say({"If none comes, the other side SHOULD end the session with BYE, best after {0}.",
               "如无刷新，另一侧应当用 BYE 结束会话，建议在 {0}。"},
              moment(told, time_of_bye(seconds), telling));
}

void tell_no_timer(const Told& told, Telling& telling) {
  const bool asked = told.request && told.request->session_expires != RequestFacts::no_interval;
  if (!asked || !told.response.headers_complete) return;
  telling.say({"The request asked for a session timer of {0}, the response agrees to none: the "
               "session has no end of its own.",
               "请求要求会话定时器为 {0}，响应没有同意：会话不会因超时而结束。"},
              duration(told.request->session_expires, telling));
}

void tell_timer(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::session_expires);
  if (header == nullptr) return tell_no_timer(told, telling);
  const FieldValue expires = read_field_value(header->value);
  const std::optional<std::uint32_t> seconds = expires.number();
  if (!seconds) {
    return telling.say({"Session-Expires cannot be read: {0}.", "Session-Expires 无法解析：{0}。"},
                       header->value);
  }
  telling.say({"Session timer: without a refresh the session lasts {0}.",
               "会话定时器：如不刷新，会话的有效时间为 {0}。"},
              term(told, *seconds, telling));
  if (told.request && told.request->session_expires != RequestFacts::no_interval &&
      told.request->session_expires != *seconds) {
    telling.say({"The request as captured asked for {0}.", "所捕获的请求要求的是 {0}。"},
                duration(told.request->session_expires, telling));
  }
  tell_refresher(told, expires, *seconds, telling);
}

constexpr Teller table[] = {
    {.codes = {{200, 299}}, .methods = {Method::invite, Method::update}, .tell = tell_timer},
};

}  // namespace

constinit const std::span<const Teller> session_timer{table};

}  // namespace sipgloss::in_message
