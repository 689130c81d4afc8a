// SPDX-License-Identifier: MIT
// Words that several tellers say: durations, clock times, lists.
#include "in_message/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <iterator>
#include <utility>

#include "utf8.hpp"

namespace sipgloss::in_message {
namespace {

/// A short text of our own in a buffer.
class Buffer {
 public:
  template <typename... Args>
  void append(fmt::format_string<Args...> format, Args&&... args) {
    const std::size_t left = bytes_.size() - size_;
    const auto result =
        fmt::format_to_n(bytes_.data() + size_, left, format, std::forward<Args>(args)...);
    size_ += std::min(result.size, left);
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 80> bytes_{};
  std::size_t size_ = 0;
};

struct Unit {
  std::uint64_t seconds;
  Text name;
};

constexpr Unit units[] = {
    {86400, {"d", "天"}}, {3600, {"h", "小时"}}, {60, {"min", "分"}}, {1, {"s", "秒"}}};

std::tm local_time(std::time_t time) {
  std::tm local{};
  localtime_r(&time, &local);
  return local;
}

bool same_day(const std::tm& a, const std::tm& b) {
  return a.tm_year == b.tm_year && a.tm_yday == b.tm_yday;
}

/// Bytes that a text takes once printable() has made it safe to show.
std::size_t shown_size(std::string_view text) {
  if (is_printable_ascii(text)) return text.size();
  std::size_t size = 0;
  while (!text.empty()) {
    if (text.front() >= ' ' && text.front() <= '~') {
      ++size;
      text.remove_prefix(1);
      continue;
    }
    const Character character = first_character(text);
    const std::size_t length = std::max<std::size_t>(character.length, 1);
    const bool escaped =
        character.length == 0 || character.code_point < ' ' || character.code_point == 0x7F;
    size += escaped ? 4 : length;
    text.remove_prefix(length);
  }
  return size;
}

constexpr Text separator{", ", "、"};

}  // namespace

Text duration(std::uint64_t seconds, Telling& telling) {
  if (seconds == 0) return {"0 s", "0 秒"};
  Buffer en;
  Buffer zh;
  for (const Unit& unit : units) {
    const std::uint64_t count = seconds / unit.seconds;
    seconds %= unit.seconds;
    if (count == 0) continue;
    const std::string_view gap = en.view().empty() ? "" : " ";
    en.append("{}{} {}", gap, count, unit.name.en);
    zh.append("{}{} {}", gap, count, unit.name.zh);
  }
  return telling.words(en.view(), zh.view());
}

Text clock_time(const Told& told, std::uint64_t seconds_later, Telling& telling) {
  if (!told.time) return {};
  const std::time_t now = std::chrono::system_clock::to_time_t(
      std::chrono::floor<std::chrono::system_clock::duration>(*told.time));
  const std::tm today = local_time(now);
  const std::tm then = local_time(now + static_cast<std::time_t>(seconds_later));
  Buffer text;
  if (!same_day(today, then)) {
    text.append("{:04}-{:02}-{:02} ", then.tm_year + 1900, then.tm_mon + 1, then.tm_mday);
  }
  text.append("{:02}:{:02}:{:02}", then.tm_hour, then.tm_min, then.tm_sec);
  return telling.words(text.view(), text.view());
}

Text moment(const Told& told, std::uint64_t seconds_later, Telling& telling) {
  const Text span = duration(seconds_later, telling);
  const Text clock = clock_time(told, seconds_later, telling);
  Buffer en;
  Buffer zh;
  if (clock.empty()) {
    en.append("{}", span.en);
    zh.append("{}后", span.zh);
  } else {
    en.append("{} (in {})", clock.en, span.en);
    zh.append("{}（{}后）", clock.zh, span.zh);
  }
  return telling.words(en.view(), zh.view());
}

Text term(const Told& told, std::uint64_t seconds, Telling& telling) {
  const Text span = duration(seconds, telling);
  const Text clock = clock_time(told, seconds, telling);
  if (clock.empty()) return span;
  Buffer en;
  Buffer zh;
  en.append("{}, until {}", span.en, clock.en);
  zh.append("{}，到 {}", span.zh, clock.zh);
  return telling.words(en.view(), zh.view());
}

ListTelling::ListTelling(Telling& telling, SentenceForm form, Value second, Value third)
    : telling_(telling), form_(form), second_(second), third_(third) {
  en_.room = room(form.text.en);
  zh_.room = room(form.text.zh);
}

bool ListTelling::Gathered::fits(std::string_view item, std::string_view between) const {
  return shown + between.size() + shown_size(item) <= room;
}

void ListTelling::Gathered::append(std::string_view item, std::string_view between) {
  for (const std::string_view part : {size == 0 ? std::string_view() : between, item}) {
    // An item that is too long by itself is cut where it is shown, with a mark that tells so.
    const std::string_view kept = part.substr(0, bytes.size() - size);
    std::ranges::copy(kept, bytes.data() + size);
    size += kept.size();
    shown += shown_size(kept);
  }
}

void ListTelling::add(const Text& item) {
  if (left_out_ > 0) {
    ++left_out_;
    return;
  }
  if (en_.size > 0 && !(en_.fits(item.en, separator.en) && zh_.fits(item.zh, separator.zh))) say();
  if (sentences_ == most_sentences) {
    ++left_out_;
    return;
  }
  en_.append(item.en, separator.en);
  zh_.append(item.zh, separator.zh);
}

void ListTelling::say() {
  telling_.say(form_, Text{en_.view(), zh_.view()}, second_, third_);
  for (Gathered* gathered : {&en_, &zh_}) gathered->size = gathered->shown = 0;
  ++sentences_;
}

void ListTelling::finish() {
  if (en_.size > 0) say();
  if (left_out_ > 0) {
    telling_.say({"The list goes on with {0} more.", "该列表后面还有 {0} 项。"},
                 static_cast<std::uint64_t>(left_out_));
  }
}

namespace {

/// Takes what fits a sentence off a text, up to a blank where there is one not far from the end.
std::string_view take_piece(std::string_view& text, std::size_t room) {
  if (text.size() <= room && is_printable_ascii(text)) return std::exchange(text, {});
  std::size_t end = 0;
  std::size_t shown = 0;
  while (end < text.size()) {
    const std::size_t length = std::max<std::size_t>(first_character(text.substr(end)).length, 1);
    shown += shown_size(text.substr(end, length));
    if (shown > room) break;
    end += length;
  }
  if (end > 0 && end < text.size()) {
    const std::size_t blank = text.rfind(' ', end - 1);
    if (blank != std::string_view::npos && blank > end / 2) end = blank + 1;
  }
  const std::string_view piece = text.substr(0, end);
  text.remove_prefix(end);
  return piece;
}

}  // namespace

void say_text(std::string_view text, Telling& telling, SentenceForm form, SentenceForm further) {
  constexpr std::size_t most_pieces = 4;
  for (std::size_t i = 0; i < most_pieces && !text.empty(); ++i) {
    const SentenceForm& now = i == 0 ? form : further;
    const std::size_t shorter = std::min(room(now.text.en), room(now.text.zh));
    telling.say(now, i + 1 == most_pieces ? text : take_piece(text, shorter));
  }
}

void say_values(const Told& told, HeaderName name, Telling& telling, SentenceForm form) {
  if (!told.response.has(name)) return;
  ListTelling list(telling, form);
  for (const std::string_view value : Values(told.response, name)) list.add(value);
  list.finish();
}

}  // namespace sipgloss::in_message
