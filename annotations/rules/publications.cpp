// SPDX-License-Identifier: MIT
// Entity-tags of publications, and requests that have to be refused. RFC 3903 section 6.
#include "rules/within_transaction.hpp"

namespace sipgloss::subject {
namespace {

/// What is looked at of the publications before.
constexpr int most_publications = 8;

/// An accepted PUBLISH, with its bytes.
struct Publication {
  const Captured& request;
  const Captured& response;

  std::string_view named() const { return request.message.value(HeaderName::sip_if_match); }
  std::string_view given() const { return response.message.value(HeaderName::sip_etag); }
};

bool is_removal(const Message& request) {
  return read_number(request.value(HeaderName::expires)) == 0U;
}

/// Calls `visit` with the accepted PUBLISH requests before for the same resource and event package,
/// the last one first, until it returns true.
template <typename Visit>
bool any_before(const Capture& capture, Visit visit) {
  const Transaction& own = capture.transaction();
  TransactionId id = own.predecessor;
  for (int i = 0; i < most_publications && id != TransactionId::none; ++i) {
    const Transaction& before = capture.tracker().transaction(id);
    id = before.predecessor;
    const bool accepted = before.hop == own.hop && is_success(final_code_of(capture, before)) &&
                          before.facts.uri == own.facts.uri;
    const Captured* const request = accepted ? capture.at(before.request) : nullptr;
    const Captured* const response = accepted ? capture.at(before.final) : nullptr;
    if (request == nullptr || response == nullptr) continue;
    if (visit(Publication{*request, *response})) return true;
  }
  return false;
}

Verdict makes_new_entity_tag(const Seen& seen) {
  const Capture& capture = *seen.capture;
  const std::string_view tag = seen.message.value(HeaderName::sip_etag);
  const Message& request = capture.request()->message;
  // What is removed needs no entity-tag any more.
  if (tag.empty() || is_removal(request) || !is_of_one_request(seen)) return Verdict::unknown();
  const std::uint32_t own = capture.frame(capture.transaction().request);
  if (request.value(HeaderName::sip_if_match) == tag)
    return Verdict::broken_at(tag, tag, std::uint64_t{own});
  std::uint32_t given = 0;
  any_before(capture, [&](const Publication& publication) {
    if (publication.given() == tag) given = publication.response.packet.frame;
    return given != 0;
  });
  if (given == 0) return Verdict::holds();
  return Verdict::broken_at(tag, tag, std::uint64_t{given}).resting_on(given, own);
}

/// The frame in which a publication with that entity-tag was replaced or removed; 0 where none is
/// known.
std::uint32_t outdated_in(const Capture& capture, std::string_view tag) {
  std::uint32_t frame = 0;
  any_before(capture, [&](const Publication& publication) {
    if (publication.given() == tag) return true;  // it is the latest one
    if (publication.named() != tag) return false;
    const bool replaced = !publication.given().empty() || is_removal(publication.request.message);
    frame = replaced ? publication.response.packet.frame : 0;
    return true;
  });
  return frame;
}

/// A PUBLISH that has to be refused: why, and with what.
Verdict refuses(const Seen& seen, Text why, unsigned code) {
  return Verdict::broken_at(seen.message.start_line, seen.message.status_code, why, code);
}

Verdict refuses_bad_publish(const Seen& seen) {
  static constexpr Text no_event = {"has no Event", "没有 Event 头域"};
  static constexpr Text several = {"has several entity-tags", "带有多个实体标签"};
  static constexpr Text outdated = {"has an outdated entity-tag", "的实体标签已失效"};
  const Capture& capture = *seen.capture;
  const Message& request = capture.request()->message;
  if (!is_of_one_request(seen)) return Verdict::unknown();
  if (!request.has(HeaderName::event)) return refuses(seen, no_event, 489);
  const auto is_condition = [](const Header& header) {
    return header.name == HeaderName::sip_if_match;
  };
  std::string_view rest = request.value(HeaderName::sip_if_match);
  const std::string_view first = take_list_value(rest);
  if (first.empty()) return Verdict::holds();
  if (!rest.empty() || std::ranges::count_if(request.headers, is_condition) > 1)
    return refuses(seen, several, 400);
  const std::uint32_t frame = outdated_in(capture, first);
  if (frame == 0) return Verdict::holds();
  return refuses(seen, outdated, 412)
      .resting_on(capture.frame(capture.transaction().request), frame);
}

constexpr Scope accepted = {.codes = {{200, 299}},
                            .methods = {Method::publish},
                            .evidence = Evidence::capture,
                            .guards = {Guard::request, Guard::truncated}};

constexpr Rule table[] = {
    {.code = "EVT-10",
     .slug = "entity-tag-given-again",
     .level = Level::must,
     .cite = {3903, "6"},
     .applies_to = accepted,
     .broken = {.en =
                    "SIP-ETag {0} was in use before (frame {1}): each accepted PUBLISH gets a new "
                    "one, or an outdated PUBLISH passes for valid.",
                .zh = "SIP-ETag {0} 此前已用过（帧 "
                      "{1}）：每次成功发布都必须换新的实体标签，否则过期的 PUBLISH 也会被接受。"},
     .check = makes_new_entity_tag},
    {.code = "EVT-11",
     .slug = "bad-publish-accepted",
     .level = Level::must,
     .cite = {3903, "6"},
     .applies_to = accepted,
     .broken = {.en = "{0} to a PUBLISH that {1}: it has to be refused with {2}, so that the "
                      "publisher learns of the fault.",
                .zh = "该 PUBLISH {1}，必须以 {2} "
                      "拒绝，好让发布方得知有误，却得到 {0} 响应。"},
     .check = refuses_bad_publish},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> publications{table};

}  // namespace sipgloss::subject
