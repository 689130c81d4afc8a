// SPDX-License-Identifier: MIT
// The media that a session description settles, and what follows where there is none. RFC 3261
// section 13.2.1, RFC 3262 section 5, RFC 3264, RFC 3311 section 5, RFC 3312, RFC 3960 section 3.
#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "in_message/words.hpp"
#include "short_text.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::in_message {
namespace {

constexpr std::uint64_t most_streams = 6;  // of more than these only the number is told
constexpr std::size_t most_formats = 24;   // each is looked for in all lines of its stream

/// Parts of a description one after another, as one value.
using Joined = ShortText<longest_sentence>;

Joined joined(std::initializer_list<std::string_view> parts) {
  Joined text;
  for (const std::string_view part : parts) text.append(part);
  return text;
}

/// "192.0.2.1:40000", "[2001:db8::1]:40000".
Joined place_of(const MediaDescription& media) {
  const std::string_view address = media.connection ? media.connection->address : "(c= missing)";
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), media.port.value_or(0)).ptr;
  const std::string_view port(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (address.find(':') == std::string_view::npos) return joined({address, ":", port});
  return joined({"[", address, "]:", port});
}

/// The names of the formats of a stream, each once.
class FormatNames {
 public:
  explicit FormatNames(const MediaDescription& media) {
    std::string_view rest = media.formats;
    for (std::size_t i = 0; i < most_formats && !rest.empty(); ++i) {
      const std::string_view format = take_sdp_format(rest);
      if (!format.empty()) add(media.encoding_name(format));
    }
  }
  auto begin() const { return names_.begin(); }
  auto end() const { return names_.begin() + static_cast<std::ptrdiff_t>(count_); }
  /// Bytes that they take in a list.
  std::size_t size() const {
    std::size_t sum = 0;
    for (const std::string_view name : *this) sum += name.size() + std::string_view("、").size();
    return sum;
  }

 private:
  void add(std::string_view name) {
    if (std::find(begin(), end(), name) == end()) names_[count_++] = name;
  }

  std::array<std::string_view, most_formats> names_{};
  std::size_t count_ = 0;
};

void tell_formats(const MediaDescription& media, Telling& telling) {
  const Joined stream = joined({media.media, " ", media.protocol});
  const Joined place = place_of(media);
  const FormatNames names(media);
  constexpr std::size_t fits_beside_place = 48;
  const bool fits = names.size() <= fits_beside_place;
  ListTelling list(telling,
                   fits ? SentenceForm{"Media {1} at {2}: {0}.", "媒体 {1}，地址 {2}：{0}。"}
                        : SentenceForm{"Its formats: {0}.", "其格式：{0}。"},
                   stream.view(), place.view());
  if (!fits) {
    telling.say({"Media {0} at {1}.", "媒体 {0}，地址 {1}。"}, stream.view(), place.view());
  }
  for (const std::string_view name : names) list.add(name);
  list.finish();
}

/// As seen by the side that responded.
void tell_direction(const MediaDescription& media, Telling& telling) {
  switch (media.direction) {
    case MediaDirection::sendrecv:
      return;
    case MediaDirection::sendonly:
      return telling.say({"The {0} stream is sendonly: the side that responded sends and does not "
                          "listen, as on a call that it holds.",
                          "{0} 流为 sendonly：响应的一侧只发不收，例如它保持了呼叫。"},
                         media.media);
    case MediaDirection::recvonly:
      return telling.say({"The {0} stream is recvonly: the side that responded listens and sends "
                          "nothing, as on a call that is held.",
                          "{0} 流为 recvonly：响应的一侧只收不发，例如呼叫被保持。"},
                         media.media);
    case MediaDirection::inactive:
      return telling.say({"The {0} stream is inactive: no media in either direction, as on a call "
                          "that is held.",
                          "{0} 流为 inactive：两个方向都没有媒体，例如呼叫被保持。"},
                         media.media);
  }
}

void tell_stream(const Told& told, const MediaDescription& media, Telling& telling) {
  if (!media.port || media.protocol.empty()) {
    return telling.say({"An m= line cannot be read: {0}.", "有一个 m= 行无法解析：{0}。"},
                       SdpLines(media.text).begin()->value);
  }
  if (media.is_disabled()) {
    return telling.say({"The {0} stream is refused, or no longer used: its port is 0.",
                        "{0} 流被拒绝，或不再使用：其端口为 0。"},
                       media.media);
  }
  tell_formats(media, telling);
  // Before the call is accepted, a direction is no sign of hold.
  if (told.response.status_code >= 200) tell_direction(media, telling);
  if (media.connection && media.connection->is_unspecified()) {
    telling.say({"Nothing is to be sent to {1}: the {0} stream is on hold in the old way (RFC 3264 "
                 "section 8.4).",
                 "不应向 {1} 发送媒体：{0} 流以旧方式被保持（RFC 3264 第 8.4 节）。"},
                media.media, media.connection->address);
  }
}

void tell_streams(const Told& told, const SessionDescription& description, Telling& telling) {
  std::uint64_t count = 0;
  for (const MediaDescription& media : description.media()) {
    if (++count <= most_streams) tell_stream(told, media, telling);
  }
  if (count == 0) {
    telling.say({"The session description has no m= line: it agrees on no media.",
                 "会话描述没有 m= 行：没有约定任何媒体。"});
  } else if (count > most_streams) {
    telling.say({"A further {0} streams are not listed here.", "另有 {0} 个媒体流未在此列出。"},
                count - most_streams);
  }
}

bool sends_anything(const SessionDescription& description) {
  for (const MediaDescription& media : description.media()) {
    if (media.port && !media.is_disabled() && media.sends()) return true;
  }
  return false;
}

bool has_preconditions(const SessionDescription& description) {
  for (const MediaDescription& media : description.media()) {
    if (media.attribute("des")) return true;
  }
  return false;
}

void tell_early_offer(const Told& told, Telling& telling) {
  if (lists_token(told.response, HeaderName::require, "100rel")) {
    return telling.say(
        {"The INVITE carried no session description: this one is an offer, the PRACK "
         "has to carry the answer.",
         "INVITE 没有会话描述：此会话描述是 offer，PRACK 须带上 answer。"});
  }
  telling.say(
      {"The INVITE carried no offer, and a response that is not sent reliably cannot make "
       "one (RFC 3261 section 13.2.1).",
       "INVITE 没有 offer，而未以可靠方式发送的响应也不能提出 offer"
       "（RFC 3261 第 13.2.1 节）。"});
}

void tell_early(const Told& told, const SessionDescription& description, Telling& telling) {
  if (told.request && told.request->has_no_sdp) return tell_early_offer(told, telling);
  if (has_preconditions(description)) {
    return telling.say(
        {"It carries preconditions (a=des): the callee is not alerted until the "
         "mandatory ones are met.",
         "其中带有前置条件（a=des）：强制的前置条件满足之前，不会提醒被叫。"});
  }
  if (!sends_anything(description)) {
    return telling.say({"None of its streams sends anything: no early media comes from here.",
                        "其中没有发送媒体的流：此处不会有早期媒体。"});
  }
  telling.say(
      {"Early media is possible: before the callee accepts, the caller may hear a ringback "
       "tone or an announcement.",
       "可能有早期媒体：被叫接听之前，主叫可能听到回铃音或录音通知。"});
}

void tell_no_early(const Told& told, Telling& telling) {
  if (told.response.status_code != 180) return;
  telling.say(
      {"No session description: it opens no early media, the caller’s side plays its own "
       "ringback unless media already comes.",
       "没有会话描述：不会由此开启早期媒体；除非已有媒体到达，主叫侧自行播放回铃音。"});
}

void tell_offer(const Told& told, Telling& telling) {
  if (told.method != Method::invite || !told.request || !told.request->has_no_sdp) return;
  telling.say(
      {"The INVITE carried no session description: this one is the offer, the ACK has to "
       "carry the answer.",
       "INVITE 没有会话描述：此会话描述是 offer，ACK 须带上 answer。"});
  telling.say({"Not so if reliable 1xx and PRACK have exchanged them before.",
               "如果可靠的 1xx 与 PRACK 此前已完成交换，则不然。"});
}

void tell_no_answer(const Told& told, Telling& telling) {
  const bool asked = told.request && told.request->has_sdp;
  if (told.method == Method::invite) {
    telling.say(
        {"No session description: unless a reliable 1xx carried it before, no media is "
         "agreed.",
         "没有会话描述：除非此前可靠的 1xx 已经带过，否则没有约定任何媒体。"});
  } else if (asked) {
    telling.say({"The {0} carried an offer; this response has to carry the answer, but there is no "
                 "session description.",
                 "该 {0} 带有 offer，此响应须带上 answer，却没有会话描述。"},
                told.response.cseq().method_name);
  }
}

/// Whether the body is something that no session description can be looked for in; that is said.
bool is_unreadable(const Message& response, Telling& telling) {
  if (response.truncated) {
    if (!response.headers_complete || response.has(HeaderName::content_type)) {
      telling.say(
          {"The capture does not hold all of this response: no session description is read.",
           "抓包未包含此响应的全部内容：不解读会话描述。"});
    }
    return true;
  }
  if (response.body.empty()) return false;
  telling.say({"The body is no session description that can be read here: {0}.",
               "消息体不是此处可读的会话描述：{0}。"},
              response.value(HeaderName::content_type));
  return true;
}

void tell_media(const Told& told, Telling& telling) {
  const bool is_provisional = told.response.status_code < 200;
  const auto description =
      told.response.truncated ? std::nullopt : session_description_of(told.response);
  if (!description) {
    if (is_unreadable(told.response, telling)) return;
    return is_provisional ? tell_no_early(told, telling) : tell_no_answer(told, telling);
  }
  tell_streams(told, *description, telling);
  if (is_provisional) {
    tell_early(told, *description, telling);
  } else {
    tell_offer(told, telling);
  }
}

constexpr Teller table[] = {
    {.codes = {{101, 198}}, .methods = {Method::invite}, .tell = tell_media},
    {.codes = {{200, 299}},
     .methods = {Method::invite, Method::update, Method::prack},
     .tell = tell_media},
};

}  // namespace

constinit const std::span<const Teller> session_media{table};

}  // namespace sipgloss::in_message
