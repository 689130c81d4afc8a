// SPDX-License-Identifier: MIT
// Header fields that stand in a response where they do not belong. RFC 3261 section 20.
#pragma once

#include <optional>

#include "rules/subject.hpp"

namespace sipgloss::subject {

/// The first row of that header field; null when there is none.
inline const Header* first_of(const Message& response, HeaderName name) {
  return response.find(name);
}

/// The first row of one of those header fields; null when there is none.
inline const Header* first_of(const Message& response, const HeaderNames& names) {
  if (!response.names().meets(names)) return nullptr;
  const auto row = std::ranges::find_if(
      response.headers, [&names](const Header& header) { return names.has(header.name); });
  return row == response.headers.end() ? nullptr : &*row;
}

/// Broken at that row; the values are its name, the status code and the method.
inline Verdict misplaced(const Header& row, const Message& response) {
  return Verdict::broken_at(row_of(row), name_of(row.name), response.status_code,
                            response.cseq().method_name);
}

/// Whether that header field, or each of those, is absent. For rules whose scope says where it
/// would be wrong.
template <typename Names>
Verdict is_absent(const Message& response, const Names& names) {
  const Header* const row = first_of(response, names);
  return row == nullptr ? Verdict::holds() : misplaced(*row, response);
}

/// Every status code that SIP has.
inline constexpr CodeRange any_code = {100, 699};

/// Responses in which a header field is defined. No methods: to any.
struct Place {
  CodeRange codes;
  Set<Method> methods = {};
};

/// Whether a response is one of those. Nothing where its method decides and is none of ours: either
/// CSeq cannot be read, or an extension may have defined more for its own method.
inline std::optional<bool> is_one_of(const Message& response, std::span<const Place> places) {
  const Method method = response.method();
  for (const Place& place : places) {
    if (!place.codes.has(response.status_code)) continue;
    if (place.methods.empty() || place.methods.has(method)) return true;
    if (method == Method::other) return std::nullopt;
  }
  return false;
}

/// Whether that header field, or each of those, is absent or stands in one of those places.
template <typename Names>
Verdict stands_only_in(const Message& response, const Names& names, std::span<const Place> places) {
  const Header* const row = first_of(response, names);
  if (row == nullptr) return Verdict::holds();
  const std::optional<bool> in_place = is_one_of(response, places);
  if (!in_place) return Verdict::unknown();
  return *in_place ? Verdict::holds() : misplaced(*row, response);
}

}  // namespace sipgloss::subject
