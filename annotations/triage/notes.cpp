// SPDX-License-Identifier: MIT
// What the stories of a capture need of its messages and the tracker does not keep. RFC 3261
// section 22, RFC 3326 section 3.1.
#include "triage/notes.hpp"

#include <algorithm>
#include <utility>

#include "in_message/request_facts.hpp"
#include "message/scan.hpp"
#include "sipgloss/cause.hpp"
#include "tracker/hash.hpp"

namespace sipgloss {
namespace {

constexpr std::size_t most_reasons = 6;  // of a message; further ones are left out

std::uint64_t said_key(std::uint32_t call, Method method) {
  return std::uint64_t{call} << 8 | static_cast<std::uint64_t>(method);
}

std::uint64_t tag_key(std::uint32_t call, std::uint32_t tag) {
  return std::uint64_t{call} << 32 | tag;
}

void add_realms(const Message& response, HeaderName name,
                std::array<std::uint32_t, Challenged::most_realms>& realms) {
  std::size_t count = 0;
  for (const Header& header : response.headers) {
    if (header.name != name || count == realms.size()) continue;
    const Challenge challenge = read_challenge(header.value);
    const bool stale = scan::equal_ignoring_case(challenge.value("stale").value_or(""), "true");
    if (!stale) realms[count++] = fact_hash(challenge.value("realm").value_or(""));
  }
}

Challenged challenged_by(const Message& response) {
  Challenged challenged;
  add_realms(response, HeaderName::www_authenticate, challenged.realms);
  add_realms(response, HeaderName::proxy_authenticate, challenged.proxy_realms);
  for (std::string_view rest = response.reason_phrase; !rest.empty(); rest.remove_prefix(1))
    challenged.speaks_of_nonce |= scan::starts_ignoring_case(rest, "nonce");
  return challenged;
}

bool has_several_vias(const Message& message) {
  const Values vias(message, HeaderName::via);
  auto via = vias.begin();
  return via != vias.end() && ++via != vias.end();
}

/// The name of a cause; null text where it has none.
Text name_of_cause(std::string_view protocol, std::uint32_t cause) {
  if (scan::equal_ignoring_case(protocol, "Q.850")) {
    const Cause* const entry = find_q850(cause);
    return entry == nullptr ? Text{} : entry->name;
  }
  if (!scan::equal_ignoring_case(protocol, "SIP")) return {};
  const Reading reading = read_code(cause);
  return reading.known ? reading.entry->name() : Text{};
}

// ITU-T Q.850: the causes below 32 are of the class of normal events.
bool is_failure(std::string_view protocol, std::uint32_t cause) {
  constexpr std::uint32_t first_abnormal = 32;
  if (scan::equal_ignoring_case(protocol, "Q.850")) return cause >= first_abnormal;
  return scan::equal_ignoring_case(protocol, "SIP") && cause >= 400 && cause != 487;
}

GivenReason read_given(const Reason& reason) {
  const std::uint32_t cause = reason.cause().value_or(0);
  const std::string protocol = printable(reason.protocol, 24);
  const std::string text = printable(reason.parameters.value("text").value_or(""), 80);
  GivenReason given;
  given.is_failure = is_failure(reason.protocol, cause);
  given.is_elsewhere = scan::equal_ignoring_case(reason.protocol, "SIP") && cause == 200;
  given.what = Words(reason.cause() ? fmt::format("{} {}", protocol, cause) : protocol);
  const Text name = name_of_cause(reason.protocol, cause);
  if (!name.empty()) given.what = filled("{} {}", "{} {}", Text(given.what), name);
  const bool says_more = !text.empty() && !scan::equal_ignoring_case(text, name.en);
  if (says_more) given.what = filled("{} (“{}”)", "{}（“{}”）", Text(given.what), text);
  return given;
}

/// All that are worth a word: every phone gives 16, normal call clearing, when it hangs up.
std::vector<GivenReason> reasons_of(const Message& request) {
  constexpr std::uint32_t normal_clearing = 16;
  std::vector<GivenReason> reasons;
  for (const std::string_view value : Values(request, HeaderName::reason)) {
    if (reasons.size() == most_reasons) break;
    const Reason reason = read_reason(value);
    const bool usual =
        scan::equal_ignoring_case(reason.protocol, "Q.850") && reason.cause() == normal_clearing;
    if (!usual) reasons.push_back(read_given(reason));
  }
  return reasons;
}

}  // namespace

std::string spoken(std::string_view uri) {
  uri.remove_prefix(std::min(uri.find(':') + 1, uri.size()));
  return printable(uri.substr(0, uri.find_first_of(";?")), 60);
}

std::string address_of(const Endpoint& endpoint) {
  std::string text = to_string(endpoint);
  if (endpoint.length != 0 && endpoint.port == 0) text.resize(text.rfind(':'));
  return text;
}

void Notes::add(const Packet& packet, const Message& message, MessageId id,
                const Annotation& annotation) {
  const auto index = static_cast<std::size_t>(id);
  if (way_of_message_.size() <= index) way_of_message_.resize(index + 1);
  const auto [place, is_new] = numbers_of_ways_.try_emplace(
      Way{packet.source, packet.destination}, static_cast<std::uint32_t>(ways_.size() + 1));
  if (is_new) ways_.push_back(place->first);
  way_of_message_[index] = place->second;
  const std::uint32_t call = annotation.links.call;
  if (call == 0) {
    ++without_call_;
    return;
  }
  add_parties(message, call);
  const bool copied = annotation.links.retransmission_of != 0 || annotation.links.duplicate_of != 0;
  if (copied) return;
  if (message.is_response()) return add_failure(message, id, annotation);
  const Method method = message.method();
  if (method == Method::invite && has_several_vias(message)) forwarded_.insert(id);
  if (method != Method::bye && method != Method::cancel) return;
  if (std::vector<GivenReason> reasons = reasons_of(message); !reasons.empty())
    reasons_[id] = std::move(reasons);
}

// A request of the callee names both the other way round: it adds nothing.
void Notes::add_parties(const Message& message, std::uint32_t call) {
  const NameAddr& from = message.from();
  const NameAddr& to = message.to();
  const std::uint32_t from_tag = short_hash(from.tag.value_or(""));
  const std::uint32_t to_tag = short_hash(to.tag.value_or(""));
  const auto read = [&] { return Parties{spoken(from.uri), spoken(to.uri), from_tag, to_tag}; };
  const auto first = parties_.find(call);
  if (first == parties_.end()) {
    parties_[call] = read();
    return;
  }
  const Parties& known = first->second;
  const bool same = from_tag == known.from_tag || from_tag == known.to_tag ||
                    (to_tag != 0 && (to_tag == known.from_tag || to_tag == known.to_tag));
  const std::uint64_t key = tag_key(call, from_tag);
  if (!same && !more_parties_.contains(key)) more_parties_[key] = read();
}

void Notes::add_failure(const Message& message, MessageId id, const Annotation& annotation) {
  const std::uint64_t key = said_key(annotation.links.call, message.method());
  if (annotation.code >= 200 && annotation.code < 300) said_.erase(key);
  if (annotation.code < 300) return;
  if (annotation.code == 401 || annotation.code == 407) challenges_[id] = challenged_by(message);
  Said& said = said_[key];
  said = {.code = annotation.code, .phrase = {}, .sentences = {}};
  if (!scan::equal_ignoring_case(message.reason_phrase, annotation.name.en))
    said.phrase = printable(message.reason_phrase, 60);
  said.sentences.assign(annotation.in_message.begin(), annotation.in_message.end());
}

Parties Notes::parties(std::uint32_t call, std::uint32_t from_tag, std::uint32_t to_tag) const {
  const auto first = parties_.find(call);
  if (first == parties_.end()) return {};
  Parties known = first->second;
  if (known.from_tag == from_tag || from_tag == 0) return known;
  const auto more = more_parties_.find(tag_key(call, from_tag));
  if (more != more_parties_.end()) return more->second;
  const bool other_way_round =
      known.to_tag == from_tag || (to_tag != 0 && known.from_tag == to_tag);
  if (!other_way_round) return known;
  std::swap(known.from, known.to);
  std::swap(known.from_tag, known.to_tag);
  return known;
}

std::optional<Way> Notes::way(MessageId id) const {
  const auto index = static_cast<std::size_t>(id);
  if (index >= way_of_message_.size() || way_of_message_[index] == 0) return std::nullopt;
  return ways_[way_of_message_[index] - 1];
}

const Challenged* Notes::challenge(MessageId id) const {
  const auto found = challenges_.find(id);
  return found == challenges_.end() ? nullptr : &found->second;
}

const Said* Notes::said(std::uint32_t call, Method method, unsigned code) const {
  const auto found = said_.find(said_key(call, method));
  return found == said_.end() || found->second.code != code ? nullptr : &found->second;
}

const std::vector<GivenReason>& Notes::reasons(MessageId id) const {
  static const std::vector<GivenReason> none;
  const auto found = reasons_.find(id);
  return found == reasons_.end() ? none : found->second;
}

}  // namespace sipgloss
