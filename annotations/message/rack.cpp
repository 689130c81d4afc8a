// SPDX-License-Identifier: MIT
// RAck. RFC 3262 section 7.2.
#include "message/scan.hpp"

namespace sipgloss {

using namespace scan;

// RAck = response-num LWS CSeq-num LWS Method
RAck read_rack(std::string_view value, Defects* defects) {
  RAck rack;
  const std::string_view whole = trim(value);
  std::string_view rest = whole;
  std::uint32_t rseq = 0;
  if (read_digits(take_until(rest, lws), rseq) == Digits::ok) rack.rseq = rseq;
  rack.cseq = read_cseq(rest);
  if (!rack.rseq || !rack.cseq.number || !is_token(rack.cseq.method_name)) {
    note(defects, DefectKind::rack_malformed, whole);
  }
  return rack;
}

}  // namespace sipgloss
