// SPDX-License-Identifier: MIT
// Date. RFC 3261 sections 20.17 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

std::optional<unsigned> read_month(std::string_view name) {
  constexpr std::string_view names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (unsigned i = 0; i < std::size(names); ++i) {
    if (equal_ignoring_case(names[i], name)) return i + 1;
  }
  return std::nullopt;
}

/// Takes digits and the separator behind them. Nothing when there are none.
std::optional<unsigned> take_digits(std::string_view& text, char separator) {
  const std::optional<std::uint32_t> number = read_number(take_until(text, separator));
  text = trim_left(text.substr(std::min<std::size_t>(1, text.size())));
  return number;
}

// time = 2DIGIT ":" 2DIGIT ":" 2DIGIT
std::optional<std::chrono::seconds> take_time(std::string_view& text) {
  const std::optional<unsigned> hours = take_digits(text, ':');
  const std::optional<unsigned> minutes = take_digits(text, ':');
  const std::optional<unsigned> seconds = take_digits(text, ' ');
  const bool sound = hours && minutes && seconds && *hours < 24 && *minutes < 60 && *seconds <= 60;
  if (!sound) return std::nullopt;
  return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) +
         std::chrono::seconds(*seconds);
}

}  // namespace

// rfc1123-date = wkday "," SP date1 SP time SP "GMT",  date1 = 2DIGIT SP month SP 4DIGIT
std::optional<std::chrono::sys_seconds> read_date(std::string_view value) {
  std::string_view rest = trim(value);
  take_until(rest, ',');
  rest = trim_left(rest.substr(std::min<std::size_t>(1, rest.size())));
  const std::optional<unsigned> day = take_digits(rest, ' ');
  const std::optional<unsigned> month = read_month(take_until(rest, ' '));
  rest = trim_left(rest);
  const std::optional<unsigned> year = take_digits(rest, ' ');
  const std::optional<std::chrono::seconds> time = take_time(rest);
  const bool sound = day && *day <= 31 && month && year && *year <= 9999 && time && rest == "GMT";
  if (!sound) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(*month), std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date) + *time;
}

}  // namespace sipgloss
