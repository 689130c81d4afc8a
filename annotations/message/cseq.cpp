// SPDX-License-Identifier: MIT
// CSeq. RFC 3261 sections 8.1.1.5 and 20.16.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// CSeq = 1*DIGIT LWS Method
CSeq read_cseq(std::string_view value, Defects* defects) {
  CSeq cseq;
  cseq.raw = trim(value);
  std::string_view rest = cseq.raw;
  const std::string_view digits = take_until(rest, lws);
  cseq.method_name = trim_left(rest);
  cseq.method = method_of(cseq.method_name);

  std::uint32_t number = 0;
  switch (read_digits(digits, number)) {
    case Digits::ok:
      cseq.number = number;
      break;
    case Digits::range:
      note(defects, DefectKind::cseq_number_range, digits);
      break;
    case Digits::none:
      note(defects, DefectKind::cseq_malformed, cseq.raw);
      return cseq;
  }
  if (!is_token(cseq.method_name)) note(defects, DefectKind::cseq_malformed, cseq.raw);
  return cseq;
}

}  // namespace sipgloss
