// SPDX-License-Identifier: MIT
// Content-Type. RFC 3261 sections 20.15 and 25.1.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// media-type = m-type SLASH m-subtype *(SEMI m-parameter)
MediaType read_media_type(std::string_view value, Defects* defects) {
  MediaType media_type;
  std::string_view rest = trim(value);
  const std::string_view whole = rest;
  const std::string_view name = take_until(rest, ';');
  const std::size_t slash = std::min(name.find('/'), name.size());
  media_type.type = trim(name.substr(0, slash));
  media_type.subtype = trim(name.substr(std::min(slash + 1, name.size())));
  media_type.parameters = Parameters(rest);
  if (!is_token(media_type.type) || !is_token(media_type.subtype)) {
    note(defects, DefectKind::media_type_malformed, whole);
  }
  check_parameters(rest, defects);
  return media_type;
}

}  // namespace sipgloss
