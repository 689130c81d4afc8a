// SPDX-License-Identifier: MIT
// The values of the header fields whose grammar sipgloss knows. RFC 3261 sections 20 and 25.1.
#include "message/check.hpp"

#include "message/scan.hpp"

namespace sipgloss {
namespace {

/// Reads every value of a comma list, empty ones too: an empty one is broken.
template <typename Value>
void check_list(std::string_view row, Value (*read)(std::string_view, Defects*),
                DefectKind when_empty, Defects& defects) {
  std::string_view rest = row;
  do {
    const std::string_view value = take_list_value(rest);
    if (value.empty()) {
      defects.push_back({when_empty, row});
    } else {
      read(value, &defects);
    }
  } while (!rest.empty());
  if (!row.empty() && row.back() == ',') defects.push_back({when_empty, row});
}

/// Reads every value of a list for the parameters behind it alone. It may be empty.
void check_parameters_of_list(std::string_view rest, Defects& defects) {
  while (!rest.empty()) read_field_value(take_list_value(rest), &defects);
}

void check_value(const Header& header, Defects& defects) {
  switch (header.name) {
    case HeaderName::via:
      return check_list(header.value, &read_via, DefectKind::via_malformed, defects);
    case HeaderName::contact:
    case HeaderName::route:
    case HeaderName::record_route:
    case HeaderName::path:
    case HeaderName::service_route:
      return check_list(header.value, &read_name_addr, DefectKind::name_addr_malformed, defects);
    case HeaderName::warning:
      return check_list(header.value, &read_warning, DefectKind::warning_malformed, defects);
    case HeaderName::reason:
      return check_list(header.value, &read_reason, DefectKind::reason_malformed, defects);
    case HeaderName::from:
    case HeaderName::to:
    case HeaderName::reply_to:
      read_name_addr(header.value, &defects);
      return;
    case HeaderName::cseq:
      read_cseq(header.value, &defects);
      return;
    case HeaderName::www_authenticate:
    case HeaderName::proxy_authenticate:
    case HeaderName::authorization:
    case HeaderName::proxy_authorization:
      read_challenge(header.value, &defects);
      return;
    case HeaderName::retry_after:
      read_retry_after(header.value, &defects);
      return;
    case HeaderName::expires:
    case HeaderName::min_expires:
    case HeaderName::rseq:
      read_number(header.value, &defects);
      return;
    case HeaderName::rack:
      read_rack(header.value, &defects);
      return;
    case HeaderName::content_type:
      read_media_type(header.value, &defects);
      return;
    case HeaderName::session_expires:
    case HeaderName::min_se:
    case HeaderName::content_disposition:
      read_field_value(header.value, &defects);
      return;
    case HeaderName::accept:
    case HeaderName::accept_encoding:
    case HeaderName::accept_language:
    case HeaderName::alert_info:
    case HeaderName::call_info:
    case HeaderName::diversion:
    case HeaderName::error_info:
    case HeaderName::history_info:
    case HeaderName::security_server:
      return check_parameters_of_list(header.value, defects);
    default:
      return;
  }
}

}  // namespace

bool may_be_cut(const Message& message, const Header& header) {
  return message.truncated && !message.headers_complete && &header == &message.headers.back();
}

void drop_cut_header(Message& message) {
  if (message.headers.empty() || !may_be_cut(message, message.headers.back())) return;
  message.headers.pop_back();
}

void check_values(Message& message) {
  for (const Header& header : message.headers) {
    if (!may_be_cut(message, header)) check_value(header, message.defects);
  }
}

}  // namespace sipgloss
