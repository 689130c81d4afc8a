// SPDX-License-Identifier: MIT
// Header fields that networks put in for themselves. RFC 4964 section 6.4, RFC 6809 sections
// 4.2.1 and 4.3.2, RFC 7315 sections 4.5 and 4.6.
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

/// Bounds on what a sender can make the rules compare.
constexpr int most_caps = 16;
constexpr int most_features = 64;

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

/// How many elements tell of their features.
int caps_of(const Message& message) {
  int count = 0;
  for ([[maybe_unused]] const std::string_view value : Values(message, HeaderName::feature_caps)) {
    if (++count == most_caps) break;
  }
  return count;
}

/// Whether any element tells of that feature.
bool has_feature(const Message& message, std::string_view name) {
  int count = 0;
  for (const std::string_view value : Values(message, HeaderName::feature_caps)) {
    if (read_field_value(value).parameters.find(name)) return true;
    if (++count == most_caps) break;
  }
  return false;
}

/// The name of a feature in one message that the other lacks; empty when there is none.
std::string_view feature_besides(const Message& one, const Message& other) {
  int features = 0;
  for (const std::string_view value : Values(one, HeaderName::feature_caps)) {
    std::string_view rest = read_field_value(value).parameters.text();
    while (const auto feature = Parameters::take(rest)) {
      if (++features > most_features) return {};
      if (feature->name.starts_with('+') && !has_feature(other, feature->name)) {
        return feature->name;
      }
    }
  }
  return {};
}

/// The last response before this one of the same dialog with Feature-Caps; null where there is
/// none, or where the call went elsewhere in between.
const Captured* caps_before(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const std::uint32_t tag = capture.record().to_tag;
  const MessageId id = capture.find_before([tag](const MessageRecord& record) {
    return record.code == 181 || (record.code >= 180 && record.code < 300 &&
                                  record.code / 10 != 19 && record.to_tag == tag && tag != 0);
  });
  const Captured* const earlier = capture.at(id);
  if (earlier == nullptr || earlier->message.status_code == 181) return nullptr;
  const bool same_contact =
      earlier->message.value(HeaderName::contact) == seen.message.value(HeaderName::contact);
  return same_contact ? earlier : nullptr;
}

Verdict features_stay(const Seen& seen) {
  constexpr Text lost = {"is gone since", "不再出现"};
  constexpr Text added = {"was not in", "新近出现"};
  const Header* const row = seen.message.find(HeaderName::feature_caps);
  if (row == nullptr) return Verdict::unknown();
  const Captured* const earlier = caps_before(seen);
  // Where an element more or less tells of itself, another branch may have answered.
  if (earlier == nullptr || caps_of(earlier->message) != caps_of(seen.message)) {
    return Verdict::unknown();
  }
  const std::string_view gained = feature_besides(seen.message, earlier->message);
  if (!gained.empty()) {
    return Verdict::broken_at(gained, gained, added, earlier->message.status_code)
        .resting_on(earlier->packet.frame);
  }
  const std::string_view missed = feature_besides(earlier->message, seen.message);
  if (missed.empty()) return Verdict::holds();
  return Verdict::broken_at(row_of(*row), missed, lost, earlier->message.status_code)
      .resting_on(earlier->packet.frame);
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
    {.code = "EXT-10",
     .slug = "feature-caps-change",
     .level = Level::must,
     .cite = {6809, "4.3.2"},
     .applies_to = {.codes = {{180, 189}, {200, 299}},
                    .evidence = Evidence::transaction,
                    .guards = {Guard::truncated, Guard::request}},
     .broken = {.en =
                    "{0} in Feature-Caps {1} the {2}: the peer cannot tell whether the dialog has "
                    "that feature.",
                .zh = "与先前的 {2} 响应相比，Feature-Caps 中的 {0} {1}，"
                      "对端无法判断该对话是否有此功能。"},
     .check = features_stay},
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
