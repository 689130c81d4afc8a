// SPDX-License-Identifier: MIT
// Header fields that networks put in for themselves. RFC 4964 section 6.4, RFC 6809 section 4.2.1,
// RFC 7315 sections 4.5 and 4.6.
#include "rules/capture.hpp"
#include "rules/contact.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

Verdict is_unconfirmed(const Seen& seen) {
  const Header* const header = seen.message.find(HeaderName::p_answer_state);
  if (header == nullptr) return Verdict::holds();
  const FieldValue state = read_field_value(header->value);
  if (!scan::equal_ignoring_case(state.value, "Confirmed")) return Verdict::holds();
  return Verdict::broken_at(row_of(*header), seen.message.status_code);
}

/// The second row of a header field; null where there are fewer.
const Header* second_row(const Message& response, HeaderName name) {
  bool met = false;
  for (const Header& header : response.headers) {
    if (header.name != name) continue;
    if (met) return &header;
    met = true;
  }
  return nullptr;
}

Verdict charging_is_told_once(const Seen& seen) {
  for (const HeaderName name :
       {HeaderName::p_charging_vector, HeaderName::p_charging_function_addresses}) {
    const Header* const second = second_row(seen.message, name);
    if (second != nullptr) return Verdict::broken_at(row_of(*second), name_of(name));
  }
  return Verdict::holds();
}

/// Whether a packet came from the address and the port of a SIP or SIPS URI. A host name is not
/// known again.
bool is_address_of(const Uri& uri, const Endpoint& source) {
  const bool usual_port = source.port == 5060 || source.port == 5061;
  const bool same_port = uri.port ? *uri.port == source.port : usual_port;
  return uri.is_sip() && same_port && is_address(uri.host, source);
}

Verdict contact_sends_no_feature_caps(const Seen& seen) {
  const Header* const caps = seen.message.find(HeaderName::feature_caps);
  if (caps == nullptr) return Verdict::holds();
  const std::optional<NameAddr> contact = read_address(seen.message.value(HeaderName::contact));
  const Uri uri = read_uri(contact ? contact->uri : "");
  if (!is_address_of(uri, seen.capture->packet().source)) return Verdict::unknown();
  return Verdict::broken_at(row_of(*caps), uri.host);
}

constexpr Rule table[] = {
    {.code = "EXT-11",
     .slug = "feature-caps-of-contact",
     .level = Level::note,
     .cite = {6809, "4.2.1"},
     // In responses to other methods Contact may name somebody else.
     .applies_to = {.codes = {{101, 299}},
                    .methods = {Method::invite, Method::update, Method::subscribe, Method::refer},
                    .evidence = Evidence::transaction},
     .broken =
         {.en = "Feature-Caps from {0}, the very address in Contact: that element tells of its "
                "features in Contact.",
          .zh =
              "Feature-Caps 来自 {0}，正是 Contact 中的地址，该网元应在 Contact 中告知自身功能。"},
     .check = contact_sends_no_feature_caps},
    {.code = "EXT-12",
     .slug = "p-answer-state-confirmed-in-18x",
     .level = Level::must,
     .cite = {4964, "6.4"},
     .applies_to = {.codes = {{180, 189}},
                    .evidence = Evidence::message,
                    .guards = {Guard::closed_network}},
     .broken = {.en = "P-Answer-State: Confirmed in a {0}: only a 200 confirms, and the peer must "
                      "not take this for one.",
                .zh = "{0} 响应带有 P-Answer-State: Confirmed，而只有 200 "
                      "才能确认，对端不得据此认为已确认。"},
     .check = is_unconfirmed},
    {.code = "EXT-14",
     .slug = "charging-header-twice",
     .level = Level::must,
     .cite = {7315, "4.6"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::closed_network}},
     .broken =
         {.en = "More than one {0}: the network elements cannot tell which one holds for charging.",
          .zh = "{0} 不止一个，网元无法确定计费以哪个为准。"},
     .check = charging_is_told_once},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> ims_headers{table};

}  // namespace sipgloss::subject
