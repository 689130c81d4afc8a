// SPDX-License-Identifier: MIT
// When to try again. RFC 3261 sections 14.2, 20.33, 21.4.11, 21.5.1 and 21.5.4.
#include "in_message/words.hpp"

namespace sipgloss::in_message {
namespace {

/// What the sender of the response expects to be different by then.
enum class Awaited { callee, server, overloaded_server, nothing_known };

Awaited awaited_in(unsigned code) {
  switch (code) {
    case 404:
    case 480:
    case 486:
    case 600:
    case 603:
      return Awaited::callee;
    case 500:
      return Awaited::server;
    case 503:
      return Awaited::overloaded_server;
    default:
      return Awaited::nothing_known;
  }
}

void tell_when(const Told& told, std::uint32_t seconds, Telling& telling) {
  const Text then = moment(told, seconds, telling);
  switch (awaited_in(told.response.status_code)) {
    case Awaited::callee:
      if (told.method == Method::invite) {
        return telling.say({"Call again after {0}: the callee expects to be available then.",
                            "可在 {0}再呼叫：被叫预计届时可以接听。"},
                           then);
      }
      return telling.say({"Try again after {0}: the callee expects to be available then.",
                          "可在 {0}再试：被叫预计届时可用。"},
                         then);
    case Awaited::server:
      return telling.say({"Try again after {0}: the server expects to have recovered then.",
                          "可在 {0}再试：服务器预计届时恢复正常。"},
                         then);
    case Awaited::overloaded_server:
      telling.say({"The server expects to serve again after {0}.", "服务器预计在 {0}恢复服务。"},
                  then);
      return telling.say(
          {"Until then a client SHOULD NOT send it other requests; it tries another server.",
           "在此之前，客户端不应当再向它发送其他请求，而应改用其他服务器。"});
    case Awaited::nothing_known:
      return telling.say({"Retry-After: try again after {0}.", "Retry-After：可在 {0}再试。"},
                         then);
  }
}

/// How long it stays so from that moment on.
void tell_duration(const Told& told, const RetryAfter& retry_after, Telling& telling) {
  const auto value = retry_after.parameters.value("duration");
  if (!value || !retry_after.seconds) return;
  const std::optional<std::uint32_t> seconds = read_number(*value);
  if (!seconds) {
    return telling.say(
        {"Its duration parameter cannot be read: {0}.", "其 duration 参数无法解析：{0}。"}, *value);
  }
  const Text until = clock_time(told, std::uint64_t{*retry_after.seconds} + *seconds, telling);
  const Text span = duration(*seconds, telling);
  if (until.empty()) {
    return telling.say({"From then on it stays available for {0}.", "自那时起，可用时间为 {0}。"},
                       span);
  }
  telling.say({"From then on it stays available for {0}, until {1}.",
               "自那时起，可用时间为 {0}，到 {1} 为止。"},
              span, until);
}

// An earlier INVITE, UPDATE or offer that has no answer yet (RFC 3261 section 14.2, RFC 3311
// section 5.2).
void tell_overlap(const Told& told, Telling& telling) {
  constexpr std::uint32_t longest_wait = 10;
  const RetryAfter retry_after = read_retry_after(told.response.value(HeaderName::retry_after));
  const bool short_wait = retry_after.seconds && *retry_after.seconds <= longest_wait;
  if (!short_wait || !told.request || !told.request->in_dialog) return;
  telling.say({"Within a dialog, a wait of at most 10 s can mean that an earlier {0} or offer is "
               "still open.",
               "在对话内，要求等待不超过 10 秒，可能表示前一个 {0} 或 offer 尚未完成。"},
              told.response.cseq().method_name);
}

void tell_retry_after(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::retry_after);
  if (header == nullptr) return;
  const RetryAfter retry_after = read_retry_after(header->value);
  if (!retry_after.seconds) {
    telling.say({"Retry-After cannot be read: {0}.", "Retry-After 无法解析：{0}。"}, header->value);
  } else if (*retry_after.seconds == 0) {
    telling.say({"Retry-After is 0: a new attempt is possible at once.",
                 "Retry-After 为 0：可以立即再试。"});
  } else {
    tell_when(told, *retry_after.seconds, telling);
  }
  tell_duration(told, retry_after, telling);
  say_text(retry_after.comment, telling,
           {"The sender’s comment on it: “{0}”.", "发送方对此的说明：“{0}”。"});
}

void tell_none(const Told& told, Telling& telling) {
  if (told.response.has(HeaderName::retry_after) || !told.response.headers_complete) return;
  telling.say({"There is no Retry-After: the client MUST act on this 503 as on a 500.",
               "没有 Retry-After：客户端必须将此 503 当作 500 处理。"});
}

constexpr Teller table[] = {
    {.tell = tell_retry_after},
    {.codes = {500}, .methods = {Method::invite, Method::update}, .tell = tell_overlap},
    {.codes = {503}, .tell = tell_none},
};

}  // namespace

constinit const std::span<const Teller> retry{table};

}  // namespace sipgloss::in_message
