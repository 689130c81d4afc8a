// SPDX-License-Identifier: MIT
// Intervals that are too short: what was asked for, and what would be accepted. RFC 3261 sections
// 10.3 and 21.4.17, RFC 4028 sections 5 to 8.
#include "in_message/words.hpp"

namespace sipgloss::in_message {
namespace {

/// What the request asked for, where it is known, against what would be accepted.
void tell_asked(std::uint32_t asked, std::uint32_t least, Telling& telling) {
  if (asked < least) {
    telling.say({"The request asked for {0} s, which is {1} s too few.",
                 "请求要求的是 {0} 秒，少了 {1} 秒。"},
                std::uint64_t{asked}, std::uint64_t{least - asked});
  } else {
    telling.say({"The request as captured asked for {0} s, which is enough: it may have been "
                 "shortened further on.",
                 "所捕获的请求要求的是 {0} 秒，并不小于该下限：可能在后面的路径上被改短。"},
                std::uint64_t{asked});
  }
}

void tell_min_se(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::min_se);
  if (header == nullptr) return;
  const std::optional<std::uint32_t> least = read_field_value(header->value).number();
  if (!least) {
    return telling.say({"Min-SE cannot be read: {0}.", "Min-SE 无法解析：{0}。"}, header->value);
  }
  telling.say(
      {"Session intervals below {0} s are refused here.", "此处拒绝小于 {0} 秒的会话间隔。"},
      std::uint64_t{*least});
  telling.say(
      {"To succeed, the {1} has to carry Min-SE: {0} and a Session-Expires of at least {0}.",
       "重发的 {1} 需带有 Min-SE: {0}，且 Session-Expires 不小于 {0}。"},
      std::uint64_t{*least}, told.response.cseq().method_name);
  if (!told.request) return;
  if (told.request->session_expires != RequestFacts::no_interval) {
    return tell_asked(told.request->session_expires, *least, telling);
  }
  telling.say(
      {"The request as captured has no Session-Expires: a proxy further on must have added "
       "it.",
       "所捕获的请求没有 Session-Expires：应是后面的代理服务器添加的。"});
}

void tell_min_expires(const Told& told, Telling& telling) {
  const Header* const header = told.response.find(HeaderName::min_expires);
  if (header == nullptr) return;
  const std::optional<std::uint32_t> least = read_number(header->value);
  if (!least) {
    return telling.say({"Min-Expires cannot be read: {0}.", "Min-Expires 无法解析：{0}。"},
                       header->value);
  }
  telling.say({"To succeed, the {1} has to ask for an expiration time of at least {0} s.",
               "重发的 {1} 要求的有效时间须不小于 {0} 秒。"},
              std::uint64_t{*least}, told.response.cseq().method_name);
  if (told.request && told.request->expires != RequestFacts::no_interval)
    tell_asked(told.request->expires, *least, telling);
}

constexpr Teller table[] = {
    {.codes = {422}, .tell = tell_min_se},
    {.codes = {423}, .tell = tell_min_expires},
};

}  // namespace

constinit const std::span<const Teller> too_brief{table};

}  // namespace sipgloss::in_message
