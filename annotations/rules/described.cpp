// SPDX-License-Identifier: MIT
// Whether a message carries a session description, and which. RFC 3261 section 13.2.1.
#include "rules/described.hpp"

#include <algorithm>

#include "message/scan.hpp"

namespace sipgloss {
namespace {

bool mentions(std::string_view text, std::string_view what) {
  const auto same = [](char a, char b) { return scan::lower(a) == scan::lower(b); };
  return std::search(text.begin(), text.end(), what.begin(), what.end(), same) != text.end();
}

/// Whether the body ends elsewhere than Content-Length says.
bool has_uncertain_length(const Message& message) {
  return std::ranges::any_of(message.defects, [](const Defect& defect) {
    return defect.kind == DefectKind::body_short ||
           defect.kind == DefectKind::content_length_conflict ||
           defect.kind == DefectKind::content_length_missing ||
           defect.kind == DefectKind::content_length_malformed;
  });
}

/// Whether a session description may lie where it is not looked for: encoded, encrypted, or with
/// another disposition.
bool may_hide_description(const Message& message) {
  if (message.body.empty()) return false;
  const std::string_view type = message.value(HeaderName::content_type);
  if (type.empty() || message.has(HeaderName::content_encoding)) return true;
  for (const std::string_view hiding : {"application/sdp", "pkcs7", "encrypted"}) {
    if (mentions(type, hiding)) return true;
  }
  return scan::starts_ignoring_case(type, "multipart/") &&
         (mentions(message.body, "application/sdp") || mentions(message.body, "pkcs7"));
}

}  // namespace

Described described_in(const Message& message) {
  if (message.truncated || !message.headers_complete || has_uncertain_length(message)) return {};
  const std::optional<SessionDescription> session = session_description_of(message);
  if (!session) return {may_hide_description(message) ? Carried::unknown : Carried::none, {}};
  if (!session->text.starts_with("v=")) return {};
  return {Carried::some, *session};
}

const Described& Descriptions::of(const Message& message) {
  const auto end =
      entries_.begin() + static_cast<std::ptrdiff_t>(std::min(count_, entries_.size()));
  const auto known = std::find_if(
      entries_.begin(), end, [&message](const Entry& entry) { return entry.message == &message; });
  if (known != end) return known->described;
  Entry& entry = entries_[count_++ % entries_.size()];
  entry = {&message, described_in(message)};
  return entry.described;
}

}  // namespace sipgloss
