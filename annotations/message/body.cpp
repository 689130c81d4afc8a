// SPDX-License-Identifier: MIT
// A body by its media type, also within a multipart body. RFC 3261 section 20.11, RFC 5621 sections
// 3 and 4, RFC 2046 section 5.1.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

namespace {

/// Bodies within bodies that are looked into. Nothing real goes deeper.
constexpr int deepest = 4;

/// What is looked for.
struct Wanted {
  std::string_view type;
  std::string_view subtype;
  std::string_view disposition;  ///< empty: any
};

/// A message or a part of it: what its header fields say, and its bytes.
struct Entity {
  std::string_view content_type;
  std::string_view content_disposition;
  std::string_view encoding;  ///< of Content-Encoding or Content-Transfer-Encoding
  std::string_view content;
};

std::optional<Body> search(const Entity& entity, const Wanted& wanted, int depth);

/// Whether the bytes are the content itself.
bool is_plain(std::string_view encoding) {
  constexpr std::string_view plain[] = {"", "identity", "binary", "8bit", "7bit"};
  return std::ranges::any_of(
      plain, [encoding](std::string_view name) { return equal_ignoring_case(encoding, name); });
}

/// Behind a missing Content-Disposition stands what the type implies (RFC 3261 section 20.11).
std::string_view disposition_of(const Entity& entity, const MediaType& media_type) {
  std::string_view value = entity.content_disposition;
  if (!value.empty()) return trim(take_until(value, ';'));
  const bool is_sdp = equal_ignoring_case(media_type.type, "application") &&
                      equal_ignoring_case(media_type.subtype, "sdp");
  return is_sdp ? "session" : "render";
}

enum class Delimiter { none, opens, closes };

/// Whether a line is a boundary delimiter line.
Delimiter delimiter_of(std::string_view line, std::string_view boundary) {
  if (!line.starts_with("--") || !line.substr(2).starts_with(boundary)) return Delimiter::none;
  line.remove_prefix(2 + boundary.size());
  if (line.starts_with("--")) return Delimiter::closes;
  return trim(line).empty() ? Delimiter::opens : Delimiter::none;
}

/// Takes the lines up to the next delimiter line, and that one too. The line end before it belongs
/// to it.
std::string_view take_part(std::string_view& rest, std::string_view boundary, Delimiter& at) {
  const std::string_view whole = rest;
  while (!rest.empty()) {
    const std::size_t begin = whole.size() - rest.size();
    at = delimiter_of(take_line(rest), boundary);
    if (at == Delimiter::none) continue;
    std::string_view part = whole.substr(0, begin);
    if (part.ends_with('\n')) part.remove_suffix(1);
    if (part.ends_with('\r')) part.remove_suffix(1);
    return part;
  }
  at = Delimiter::closes;
  return whole;
}

/// Takes a header field and the lines that continue it.
std::string_view take_header(std::string_view& rest) {
  const std::string_view whole = rest;
  std::size_t end = take_line(rest).size();
  while (end > 0 && !rest.empty() && blanks.has(rest.front())) {
    const std::size_t begin = whole.size() - rest.size();
    end = begin + take_line(rest).size();
  }
  return whole.substr(0, end);
}

Entity read_part(std::string_view part) {
  Entity entity;
  while (!part.empty()) {
    const std::string_view header = take_header(part);
    if (header.empty()) break;
    const std::size_t colon = std::min(header.find(':'), header.size());
    const std::string_view name = trim(header.substr(0, colon));
    const std::string_view value = trim(header.substr(std::min(colon + 1, header.size())));
    const HeaderName id = header_name_of(name);
    if (id == HeaderName::content_type) entity.content_type = value;
    if (id == HeaderName::content_disposition) entity.content_disposition = value;
    const bool encodes = id == HeaderName::content_encoding ||
                         equal_ignoring_case(name, "Content-Transfer-Encoding");
    if (encodes && is_plain(entity.encoding)) entity.encoding = value;
  }
  entity.content = part;
  return entity;
}

/// What lies before the first delimiter line and behind the last is no part.
std::optional<Body> search_parts(std::string_view content, std::string_view boundary,
                                 const Wanted& wanted, int depth) {
  Delimiter at = Delimiter::none;
  take_part(content, boundary, at);
  while (at == Delimiter::opens) {
    const std::string_view part = take_part(content, boundary, at);
    if (const auto found = search(read_part(part), wanted, depth)) return found;
  }
  return std::nullopt;
}

std::optional<Body> search(const Entity& entity, const Wanted& wanted, int depth) {
  if (!is_plain(entity.encoding)) return std::nullopt;
  const MediaType media_type = read_media_type(entity.content_type);
  if (equal_ignoring_case(media_type.type, "multipart")) {
    const std::string_view boundary = media_type.parameters.value("boundary").value_or("");
    if (boundary.empty() || depth == deepest) return std::nullopt;
    return search_parts(entity.content, boundary, wanted, depth + 1);
  }
  const Body body{media_type, disposition_of(entity, media_type), entity.content};
  const bool found =
      equal_ignoring_case(media_type.type, wanted.type) &&
      equal_ignoring_case(media_type.subtype, wanted.subtype) &&
      (wanted.disposition.empty() || equal_ignoring_case(body.disposition, wanted.disposition));
  return found ? std::optional(body) : std::nullopt;
}

}  // namespace

std::optional<Body> find_body(const Message& message, std::string_view type,
                              std::string_view subtype, std::string_view disposition) {
  if (message.body.empty()) return std::nullopt;
  const Entity whole{.content_type = message.value(HeaderName::content_type),
                     .content_disposition = message.value(HeaderName::content_disposition),
                     .encoding = message.value(HeaderName::content_encoding),
                     .content = message.body};
  return search(whole, {type, subtype, disposition}, 0);
}

}  // namespace sipgloss
