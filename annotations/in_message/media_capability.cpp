// SPDX-License-Identifier: MIT
// The media that the peer can take, and the preconditions that were not met. RFC 3261
// sections 11.2, 21.4.26 and 21.6.4, RFC 3264 section 9, RFC 3312 sections 8 and 9.
#include <fmt/format.h>

#include "in_message/words.hpp"
#include "sipgloss/sdp.hpp"

namespace sipgloss::in_message {
namespace {

/// Streams and formats that are told of.
constexpr std::size_t most_streams = 6;
constexpr std::size_t most_formats = 32;

/// The names of the formats of a stream, each once.
class Formats {
 public:
  explicit Formats(const MediaDescription& media) {
    std::string_view rest = media.formats;
    for (std::size_t looked_at = 0; looked_at < most_formats; ++looked_at) {
      const std::string_view format = take_sdp_format(rest);
      if (format.empty()) return;
      add(media.encoding_name(format));
    }
  }
  const std::string_view* begin() const { return names_.data(); }
  const std::string_view* end() const { return names_.data() + count_; }

 private:
  void add(std::string_view name) {
    if (std::find(begin(), end(), name) == end()) names_[count_++] = name;
  }
  std::array<std::string_view, most_formats> names_{};
  std::size_t count_ = 0;
};

SentenceForm form_of(std::string_view media) {
  if (media == "audio") return {"Audio the peer can take: {0}.", "对端可用的音频编码：{0}。"};
  if (media == "video") return {"Video the peer can take: {0}.", "对端可用的视频编码：{0}。"};
  if (media == "image") return {"Images the peer can take: {0}.", "对端可用的图像（传真）：{0}。"};
  return {"Media of the type {1} that the peer can take: {0}.", "对端可用的 {1} 媒体：{0}。"};
}

/// The description that the body holds. Of one that is cut, nothing can be said for certain: the
/// format 10 is perhaps the beginning of 101.
std::optional<SessionDescription> whole_description_of(const Message& response, Telling& telling) {
  const auto description = session_description_of(response);
  if (!description || !response.truncated) return description;
  telling.say({"The capture cuts the session description off; it is left out here.",
               "会话描述在抓包中被截断，此处从略。"});
  return std::nullopt;
}

/// RFC 3264 section 9: in a list of capabilities the port may be 0, and says nothing.
void tell_formats(const Told& told, Telling& telling) {
  const auto description = whole_description_of(told.response, telling);
  if (!description) return;
  std::size_t streams = 0;
  for (const MediaDescription& media : description->media()) {
    if (++streams > most_streams) break;
    ListTelling formats(telling, form_of(media.media), media.media);
    for (const std::string_view format : Formats(media)) formats.add(format);
    formats.finish();
  }
}

/// des: precondition-type SP strength-tag SP status-type SP direction-tag.
struct Precondition {
  std::string_view type;
  std::string_view strength;
  std::string_view rest;  ///< "e2e send"
};

Precondition read_precondition(std::string_view value) {
  Precondition precondition;
  precondition.type = take_sdp_format(value);
  precondition.strength = take_sdp_format(value);
  precondition.rest = value;
  return precondition;
}

void tell_precondition(const Precondition& precondition, std::size_t stream, std::string_view media,
                       Telling& telling) {
  fmt::memory_buffer place;
  fmt::format_to(std::back_inserter(place), "{} {}", stream, media.substr(0, 200));
  const std::string_view where(place.data(), place.size());
  if (precondition.strength == "failure") {
    telling.say({"Stream {0}: the precondition “{1}” was not met for {2}.",
                 "媒体流 {0}：前置条件“{1}”未能满足（{2}）。"},
                where, precondition.type, precondition.rest);
  } else if (precondition.strength == "unknown") {
    telling.say({"Stream {0}: the peer does not know the precondition “{1}” ({2}).",
                 "媒体流 {0}：对端不认识前置条件“{1}”（{2}）。"},
                where, precondition.type, precondition.rest);
  }
}

void tell_preconditions(const Told& told, Telling& telling) {
  const auto description = whole_description_of(told.response, telling);
  if (!description) return;
  std::size_t stream = 0;
  for (const MediaDescription& media : description->media()) {
    if (++stream > most_streams) break;
    std::size_t told_of = 0;
    for (const SdpLine& line : media.lines()) {
      if (line.type != 'a') continue;
      const SdpAttribute attribute = read_sdp_attribute(line.value);
      if (attribute.name != "des" || !attribute.value || ++told_of > 4) continue;
      tell_precondition(read_precondition(*attribute.value), stream, media.media, telling);
    }
  }
}

constexpr Teller table[] = {
    {.codes = {488, 606}, .tell = tell_formats},
    {.codes = {200}, .methods = {Method::options}, .tell = tell_formats},
    {.codes = {580}, .tell = tell_preconditions},
};

}  // namespace

constinit const std::span<const Teller> media_capability{table};

}  // namespace sipgloss::in_message
