// SPDX-License-Identifier: MIT
// The values of the header fields whose grammar sipgloss knows, read with the message. RFC 3261
// sections 20 and 25.1.
#include "message/check.hpp"

#include "message/scan.hpp"

namespace sipgloss {
namespace {

/// Reads every value of a comma list, empty ones too: an empty one is broken. Returns the first.
template <typename Value>
Value read_list(std::string_view row, Value (*read)(std::string_view, Defects*),
                DefectKind when_empty, Defects* told) {
  Value first{};
  std::string_view rest = row;
  do {
    const std::string_view value = take_list_value(rest);
    if (value.empty()) {
      scan::note(told, when_empty, row);
    } else {
      const Value one = read(value, told);
      if (first.raw.empty()) first = one;
    }
  } while (!rest.empty());
  if (!row.empty() && row.back() == ',') scan::note(told, when_empty, row);
  return first;
}

/// Reads every value of a list for the parameters behind it alone. It may be empty.
void check_parameters_of_list(std::string_view rest, Defects* told) {
  while (!rest.empty()) read_field_value(take_list_value(rest), told);
}

void check_value(const Header& header, Defects* told) {
  switch (header.name) {
    case HeaderName::route:
    case HeaderName::record_route:
    case HeaderName::path:
    case HeaderName::service_route:
      read_list(header.value, &read_name_addr, DefectKind::name_addr_malformed, told);
      return;
    case HeaderName::warning:
      read_list(header.value, &read_warning, DefectKind::warning_malformed, told);
      return;
    case HeaderName::reason:
      read_list(header.value, &read_reason, DefectKind::reason_malformed, told);
      return;
    case HeaderName::reply_to:
      read_name_addr(header.value, told);
      return;
    case HeaderName::www_authenticate:
    case HeaderName::proxy_authenticate:
    case HeaderName::authorization:
    case HeaderName::proxy_authorization:
      read_challenge(header.value, told);
      return;
    case HeaderName::retry_after:
      read_retry_after(header.value, told);
      return;
    case HeaderName::expires:
    case HeaderName::min_expires:
    case HeaderName::rseq:
      read_number(header.value, told);
      return;
    case HeaderName::rack:
      read_rack(header.value, told);
      return;
    case HeaderName::content_type:
      read_media_type(header.value, told);
      return;
    case HeaderName::session_expires:
    case HeaderName::min_se:
    case HeaderName::content_disposition:
      read_field_value(header.value, told);
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
      return check_parameters_of_list(header.value, told);
    default:
      return;
  }
}

/// The values by which a message is known: they are kept.
constexpr HeaderNames kept = {HeaderName::via, HeaderName::cseq, HeaderName::from, HeaderName::to,
                              HeaderName::contact};

}  // namespace

bool may_be_cut(const Message& message, const Header& header) {
  return message.truncated && !message.headers_complete && &header == &message.headers.back();
}

void Message::read_values(bool once_more) {
  for (const Header& header : headers) {
    const bool first = !names_.has(header.name);
    names_.add(header.name);
    Defects* const told = once_more || may_be_cut(*this, header) ? nullptr : &defects;
    if (kept.has(header.name)) {
      read_kept(header, first, told);
    } else if (told != nullptr) {
      check_value(header, told);
    }
  }
  method_ = is_request() ? method_of(method_name) : cseq_.method;
}

void Message::drop_cut_header() {
  if (headers.empty() || !may_be_cut(*this, headers.back())) return;
  headers.pop_back();
  names_ = {};
  top_via_ = {};
  second_via_ = {};
  cseq_ = {};
  from_ = {};
  to_ = {};
  contact_ = {};
  read_values(true);
}

void Message::read_kept(const Header& header, bool first, Defects* told) {
  const auto keep = [first](const auto& value, auto& into) {
    if (first) into = value;
  };
  switch (header.name) {
    case HeaderName::via: {
      const Via via = read_list(header.value, &read_via, DefectKind::via_malformed, told);
      if (top_via_.raw.empty()) top_via_ = via;
      for (std::string_view rest = header.value; second_via_.empty() && !rest.empty();) {
        const std::string_view value = take_list_value(rest);
        if (value.data() != top_via_.raw.data()) second_via_ = value;
      }
      return;
    }
    case HeaderName::contact: {
      const NameAddr contact =
          read_list(header.value, &read_name_addr, DefectKind::name_addr_malformed, told);
      if (contact_.raw.empty()) contact_ = contact;
      return;
    }
    case HeaderName::cseq:
      return keep(read_cseq(header.value, told), cseq_);
    case HeaderName::from:
      return keep(read_name_addr(header.value, told), from_);
    default:
      return keep(read_name_addr(header.value, told), to_);
  }
}

}  // namespace sipgloss
