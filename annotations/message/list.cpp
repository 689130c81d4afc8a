// SPDX-License-Identifier: MIT
// Comma lists and the values of a header field over all its rows. RFC 3261 section 7.3.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

std::string_view take_list_value(std::string_view& list) {
  if (list.find(',') == std::string_view::npos) {
    const std::string_view value = trim(list);
    list.remove_prefix(list.size());
    return value;
  }
  static constexpr Stops stops(",(");
  std::size_t end = 0;
  while (end < list.size()) {
    end += std::min(find_outside(list.substr(end), stops), list.size() - end);
    if (end == list.size() || list[end] == ',') break;
    end = std::min(end_of_comment(list, end), list.size());
  }
  const std::string_view value = trim(list.substr(0, end));
  list.remove_prefix(std::min(end + 1, list.size()));
  return value;
}

Values::Iterator& Values::Iterator::operator++() {
  const std::vector<Header>& rows = values_->message_->headers;
  for (;;) {
    while (!rest_.empty()) {
      value_ = take_list_value(rest_);
      if (!value_.empty()) return *this;
    }
    while (row_ < rows.size() && rows[row_].name != values_->name_) ++row_;
    if (row_ == rows.size()) {
      value_ = {};
      return *this;
    }
    const std::string_view row = rows[row_++].value;
    if (is_comma_list(values_->name_)) {
      rest_ = row;
    } else {
      value_ = row;
      return *this;
    }
  }
}

Values::Iterator Values::begin() const {
  if (!message_->has(name_)) return end();
  Iterator first;
  first.values_ = this;
  return ++first;
}

Values::Iterator Values::end() const {
  Iterator last;
  last.values_ = this;
  last.row_ = message_->headers.size();
  return last;
}

bool lists_token(const Message& message, HeaderName name, std::string_view token) {
  for (const std::string_view value : Values(message, name)) {
    if (equal_ignoring_case(value, token)) return true;
  }
  return false;
}

}  // namespace sipgloss
