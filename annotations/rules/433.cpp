// SPDX-License-Identifier: MIT
// 433 Anonymity Disallowed. RFC 5079 sections 3 to 5.
#include <algorithm>

#include "rules/origin.hpp"

namespace sipgloss::subject {
namespace {

/// Whether a word in From or a Privacy of another kind may be meant as a wish for anonymity.
bool may_be_anonymous(const Message& request) {
  constexpr std::string_view hints[] = {"anonym",      "private",  "restricted",
                                        "unavailable", "withheld", "unknown"};
  const std::string_view from = request.value(HeaderName::from);
  const auto hinted = [&](std::string_view hint) {
    const auto same = [](char a, char b) { return scan::lower(a) == scan::lower(b); };
    return std::search(from.begin(), from.end(), hint.begin(), hint.end(), same) != from.end();
  };
  const std::string_view privacy = request.value(HeaderName::privacy);
  const bool wants_none = privacy.empty() || scan::equal_ignoring_case(privacy, "none");
  return !wants_none || std::ranges::any_of(hints, hinted);
}

/// What a user confirms takes longer than a second.
Verdict keeps_anonymity(const Seen& seen) {
  constexpr std::chrono::seconds too_soon{1};
  const Capture& capture = *seen.capture;
  const auto refused = repeated_after(seen, 433);
  if (!refused || !refused->transaction->facts.anonymous) return Verdict::holds();
  if (capture.transaction().facts.anonymous || may_be_anonymous(seen.message))
    return Verdict::holds();
  const auto since = capture.since(refused->transaction->final);
  if (since >= too_soon) return Verdict::unknown();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  const Header* const from = seen.message.find(HeaderName::from);
  return Verdict::broken_at(from == nullptr ? seen.message.start_line : row_of(*from),
                            static_cast<std::uint64_t>(std::max<std::int64_t>(milliseconds, 0)))
      .resting_on(refused->request->packet.frame, refused->response->packet.frame);
}

constexpr Rule table[] = {
    {.code = "K433-1",
     .slug = "433-to-request-that-is-not-anonymous",
     .level = Level::should,
     .cite = {5079, "3"},
     .applies_to = {.codes = {433},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en = "433 to a request from {0} that does not ask for anonymity: its user has "
                      "nothing to disclose.",
                .zh = "请求来自 {0}，并未要求匿名，却得到 433 响应，用户已没有可公开的身份。"},
     .check =
         [](const Seen& seen) {
           const Message& request = seen.capture->request()->message;
           if (seen.capture->transaction().facts.anonymous) return Verdict::holds();
           // A proxy may have withheld the identity on behalf of the user.
           if (may_be_anonymous(request) || !is_from_the_uas(seen)) return Verdict::unknown();
           return Verdict::broken_at(seen.message.start_line, request.from().uri);
         }},
    {.code = "K433-2",
     .slug = "anonymity-dropped-after-433",
     .level = Level::should,
     .cite = {5079, "4"},
     .applies_to = {.methods = any_method_but({Method::ack, Method::cancel, Method::prack}),
                    .about = About::request,
                    .evidence = Evidence::capture,
                    .guards = {Guard::truncated}},
     .broken = {.en = "{0} ms after a 433 the request comes again and tells who sent it: no user "
                      "can have agreed "
                      "to that so soon.",
                .zh = "433 响应之后仅 {0} 毫秒，请求就以公开身份重发，用户来不及对此表示同意。"},
     .check = keeps_anonymity},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_433{table};

}  // namespace sipgloss::subject
