// SPDX-License-Identifier: MIT
// What an answer says of the streams that were offered. RFC 3264 sections 6 and 8.2.
#include <algorithm>
#include <array>

#include "message/scan.hpp"
#include "rules/offers.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The m= line of a stream.
std::string_view media_line_of(const MediaDescription& stream) {
  std::string_view text = stream.text;
  return scan::take_line(text);
}

/// The verdict on the first stream that is not as it should be. Streams belong together by their
/// place: where their numbers differ, nothing can be said of any.
template <typename Check>
Verdict all_streams(const Seen& seen, Check check) {
  const std::optional<Answered>& answered = answer_in(seen);
  if (!answered || answered->answer_count != answered->offer_count ||
      answered->answer_count != answered->streams.size())
    return Verdict::unknown();
  for (const Stream& stream : answered->streams) {
    const Verdict verdict = check(stream);
    if (verdict.kind() == Verdict::Kind::broken) return verdict.resting_on(answered->offer_frame);
  }
  return Verdict::holds();
}

bool is_multicast(const MediaDescription& stream) {
  if (!stream.connection) return false;
  const std::string_view address = stream.connection->address;
  if (scan::equal_ignoring_case(stream.connection->address_type, "IP6"))
    return scan::starts_ignoring_case(address, "ff");
  std::string_view rest = address;
  std::uint32_t first = 0;
  return scan::read_digits(scan::take_until(rest, '.'), first) == scan::Digits::ok &&
         first >= 224 && first <= 239;
}

/// Whether both sides use a stream.
bool is_used(const Stream& stream) {
  return stream.answer.port && stream.offer.port && !stream.answer.is_disabled() &&
         !stream.offer.is_disabled();
}

Verdict has_same_count(const Seen& seen) {
  const std::optional<Answered>& answered = answer_in(seen);
  if (!answered) return Verdict::unknown();
  const std::uint64_t answers = answered->answer_count;
  const std::uint64_t offers = answered->offer_count;
  if (answers == offers) return Verdict::holds();
  const std::string_view streams = scan::trim_right(answered->answer.media_level);
  return Verdict::broken_at(streams.empty() ? answered->answer.text : streams, answers, offers)
      .resting_on(answered->offer_frame);
}

Verdict has_same_media(const Stream& stream) {
  const std::string_view media = stream.answer.media;
  if (scan::equal_ignoring_case(media, stream.offer.media)) return Verdict::holds();
  return Verdict::broken_at(media_line_of(stream.answer), stream.number, media, stream.offer.media);
}

Verdict keeps_disabled(const Stream& stream) {
  const bool offered = stream.offer.port && !stream.offer.is_disabled();
  if (offered || !stream.answer.port || *stream.answer.port == 0) return Verdict::holds();
  return Verdict::broken_at(media_line_of(stream.answer), stream.number,
                            std::uint64_t{*stream.answer.port});
}

bool may_answer(MediaDirection answer, MediaDirection offer) {
  switch (offer) {
    case MediaDirection::sendonly:
      return answer == MediaDirection::recvonly || answer == MediaDirection::inactive;
    case MediaDirection::recvonly:
      return answer == MediaDirection::sendonly || answer == MediaDirection::inactive;
    case MediaDirection::inactive:
      return answer == MediaDirection::inactive;
    case MediaDirection::sendrecv:
      break;
  }
  return true;
}

/// The line that gives a stream its direction; its m= line where it has none of its own.
std::string_view direction_line_of(const MediaDescription& stream) {
  for (const SdpLine& line : stream.lines()) {
    if (line.type == 'a' && media_direction_of(line.value)) return line_of(line);
  }
  return media_line_of(stream);
}

Verdict has_fitting_direction(const Stream& stream) {
  if (!is_used(stream) || is_multicast(stream.offer)) return Verdict::holds();
  if (may_answer(stream.answer.direction, stream.offer.direction)) return Verdict::holds();
  return Verdict::broken_at(direction_line_of(stream.answer), stream.number,
                            name_of(stream.answer.direction), name_of(stream.offer.direction));
}

/// Payload types of the static assignment stand for the same in either description.
bool is_static(std::string_view payload_type) {
  constexpr std::uint32_t first_dynamic = 96;
  std::uint32_t number = 0;
  return scan::read_digits(payload_type, number) == scan::Digits::ok && number < first_dynamic;
}

/// What a format stands for: its encoding name with RTP, else itself; empty where a dynamic payload
/// type is not told of.
std::string_view meaning_of(std::string_view format, const MediaDescription& stream) {
  if (!stream.uses_rtp()) return format;
  const std::optional<RtpMap> map = stream.rtp_map(format);
  if (map) return map->encoding_name;
  return is_static(format) ? format : std::string_view();
}

constexpr std::size_t most_formats = 32;  // that are looked at

/// Whether a static payload type stands in both lists: no rtpmap has to be read for that.
bool share_static_format(std::string_view one, std::string_view other) {
  for (std::size_t i = 0; i < most_formats && !one.empty(); ++i) {
    const std::string_view format = take_sdp_format(one);
    if (!is_static(format)) continue;
    std::string_view rest = other;
    for (std::size_t j = 0; j < most_formats && !rest.empty(); ++j) {
      if (take_sdp_format(rest) == format) return true;
    }
  }
  return false;
}

/// The formats of a stream, as far as they are looked at.
class Formats {
 public:
  explicit Formats(const MediaDescription& stream) {
    std::string_view rest = stream.formats;
    while (!rest.empty() && count_ < all_.size()) {
      const std::string_view format = take_sdp_format(rest);
      all_[count_] = {format, meaning_of(format, stream)};
      uncertain_ = uncertain_ || all_[count_].meaning.empty();
      ++count_;
    }
    uncertain_ = uncertain_ || !rest.empty() || count_ == 0;
  }

  bool uncertain() const { return uncertain_; }
  /// Whether both have one in common, by name. More than the name is not asked: peers write clock
  /// rates in their own way, and the static numbers with other names.
  bool have_one_of(const Formats& other) const {
    const auto is_other = [&other](const Format& own) { return other.has(own); };
    return std::any_of(all_.begin(), end(), is_other);
  }

 private:
  struct Format {
    std::string_view sent;
    std::string_view meaning;
  };
  using All = std::array<Format, most_formats>;

  All::const_iterator end() const { return all_.begin() + static_cast<std::ptrdiff_t>(count_); }
  bool has(const Format& wanted) const {
    return std::any_of(all_.begin(), end(), [&wanted](const Format& own) {
      return scan::equal_ignoring_case(own.meaning, wanted.meaning) ||
             (own.sent == wanted.sent && is_static(own.sent));
    });
  }

  All all_{};
  std::size_t count_ = 0;
  bool uncertain_ = false;
};

Verdict has_offered_format(const Stream& stream) {
  if (!is_used(stream) || !scan::equal_ignoring_case(stream.answer.media, stream.offer.media) ||
      stream.answer.uses_rtp() != stream.offer.uses_rtp())
    return Verdict::holds();
  if (share_static_format(stream.answer.formats, stream.offer.formats)) return Verdict::holds();
  const Formats offered(stream.offer);
  const Formats answered(stream.answer);
  if (offered.uncertain() || answered.uncertain() || answered.have_one_of(offered))
    return Verdict::holds();
  return Verdict::broken_at(media_line_of(stream.answer), stream.number, stream.answer.formats,
                            stream.offer.formats);
}

std::string_view time_line_of(const SessionDescription& session) {
  for (const SdpLine& line : SdpLines(session.session_level)) {
    if (line.type == 't') return line_of(line);
  }
  return {};
}

/// Two lines of a type without regard to how much white space stands before and between the parts.
bool says_the_same(std::string_view line, std::string_view other) {
  constexpr std::size_t type_and_sign = 2;  // "t="
  line.remove_prefix(std::min(line.size(), type_and_sign));
  other.remove_prefix(std::min(other.size(), type_and_sign));
  while (!line.empty() || !other.empty()) {
    if (take_sdp_format(line) != take_sdp_format(other)) return false;
  }
  return true;
}

Verdict has_same_time(const Seen& seen) {
  const std::optional<Answered>& answered = answer_in(seen);
  if (!answered) return Verdict::unknown();
  const std::string_view answer = time_line_of(answered->answer);
  const std::string_view offer = time_line_of(answered->offer);
  if (answer.empty() || offer.empty()) return Verdict::unknown();
  if (says_the_same(answer, offer)) return Verdict::holds();
  return Verdict::broken_at(answer, answer, offer).resting_on(answered->offer_frame);
}

/// Answers come in responses to a request with an offer, and in what acknowledges one.
constexpr Scope answers = {
    .codes = {{101, 299}},
    .methods = {Method::invite, Method::ack, Method::prack, Method::update},
    .about = About::either,
    .evidence = Evidence::dialog,
    .guards = {Guard::request},
};

constexpr Rule table[] = {
    {.code = "DLG-24",
     .slug = "answer-with-other-number-of-streams",
     .level = Level::must,
     .cite = {3264, "6"},
     .applies_to = answers,
     .broken =
         {.en = "m= lines in the answer: {0}, in the offer: {1}; streams belong together by their "
                "place, so the offerer cannot match them.",
          .zh =
              "answer 有 {0} 个 m= 行，offer 有 {1} 个，媒体流按位置对应，offer 方无法一一对应。"},
     .check = has_same_count},
    {.code = "DLG-25",
     .slug = "answer-with-other-media",
     .level = Level::must,
     .cite = {3264, "6.1"},
     .applies_to = answers,
     .broken = {.en = "Stream {0} of the answer is {1}, but {2} was offered there: the offerer "
                      "cannot use it.",
                .zh = "answer 的第 {0} 个媒体流是 {1}，而该位置的 offer 是 {2}，无法使用。"},
     .check = [](const Seen& seen) { return all_streams(seen, has_same_media); }},
    {.code = "DLG-26",
     .slug = "disabled-stream-answered",
     .level = Level::must,
     .cite = {3264, "8.2"},
     .applies_to = answers,
     .broken =
         {.en = "Stream {0} was offered with port 0, but the answer gives it port {1}: nobody "
                "will send there.",
          .zh = "第 {0} 个媒体流的 offer 端口为 0，answer 却给出端口 {1}，不会有媒体发往那里。"},
     .check = [](const Seen& seen) { return all_streams(seen, keeps_disabled); }},
    {.code = "DLG-27",
     .slug = "answer-with-conflicting-direction",
     .level = Level::must,
     .cite = {3264, "6.1"},
     .applies_to = answers,
     .broken =
         {.en = "Stream {0} is {1} in the answer, but the offer said {2}: the sides disagree on "
                "who sends.",
          .zh = "第 {0} 个媒体流的 offer 为 {2}，answer 却是 {1}，双方对收发方向理解不一。"},
     .check = [](const Seen& seen) { return all_streams(seen, has_fitting_direction); }},
    {.code = "DLG-28",
     .slug = "stream-accepted-without-offered-format",
     .level = Level::must,
     .cite = {3264, "6.1"},
     .applies_to = answers,
     .broken = {.en =
                    "Stream {0} is accepted with formats {1}, but offered were {2}: the sides have "
                    "no codec in common.",
                .zh =
                    "第 {0} 个媒体流以格式 {1} 被接受，而 offer 中是 {2}，双方没有共同的编解码。"},
     .check = [](const Seen& seen) { return all_streams(seen, has_offered_format); }},
    {.code = "DLG-29",
     .slug = "answer-with-other-time",
     .level = Level::must,
     .cite = {3264, "6"},
     .applies_to = answers,
     .broken = {.en = "The answer says {0}, the offer {1}: the time of a session cannot be "
                      "negotiated.",
                .zh = "answer 中是 {0}，offer 中是 {1}，会话的时间不能协商。"},
     .check = has_same_time},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> answered_streams{table};

}  // namespace sipgloss::subject
