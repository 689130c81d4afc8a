// SPDX-License-Identifier: MIT
// 580 Precondition Failure. RFC 3312 sections 8 and 9.
#include <optional>

#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The requests whose offer a 580 refuses. To others the 580 itself is odd.
constexpr Set<Method> with_an_offer = {Method::invite, Method::update, Method::prack};

/// The strength of a desired status, "failure" of "a=des:qos failure e2e send"; nothing of another
/// line.
std::optional<std::string_view> desired_strength(const SdpLine& line) {
  if (line.type != 'a') return std::nullopt;
  const SdpAttribute attribute = read_sdp_attribute(line.value);
  if (!scan::equal_ignoring_case(attribute.name, "des")) return std::nullopt;
  std::string_view rest = scan::trim(attribute.value.value_or(""));
  scan::take_until(rest, scan::blanks);
  rest = scan::trim_left(rest);
  return scan::take_until(rest, scan::blanks);
}

/// Whether a desired status says that it has failed, or that its type is not known (section 9).
/// Broken at the first one, else at the first line.
Verdict names_failure(std::string_view description) {
  std::string_view first_line;
  std::string_view first_desired;
  for (const SdpLine& line : SdpLines(description)) {
    if (first_line.empty()) first_line = whole(line);
    const auto strength = desired_strength(line);
    if (!strength) continue;
    for (const std::string_view told : {"failure", "unknown"}) {
      if (scan::equal_ignoring_case(*strength, told)) return Verdict::holds();
    }
    if (first_desired.empty()) first_desired = whole(line);
  }
  if (!first_desired.empty()) return Verdict::broken_at(first_desired);
  return Verdict::broken_at(first_line.empty() ? description : first_line);
}

/// Whether the request sets a precondition that could fail.
Verdict answers_a_precondition(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const auto offer = find_body(request, "application", "sdp");
  if (offer) {
    for (const SdpLine& line : SdpLines(offer->content)) {
      if (desired_strength(line)) return Verdict::holds();
    }
    if (request.truncated) return Verdict::unknown();
  } else if (carries_body(request).kind() != Verdict::Kind::broken) {
    return Verdict::unknown();  // encoded or encrypted
  }
  return Verdict::broken_at(seen.message.start_line, request.method_name);
}

constexpr Rule table[] = {
    {.code = "K580-1",
     .slug = "580-without-sdp",
     .level = Level::should,
     .cite = {3312, "8"},
     .applies_to = {.codes = {580},
                    .methods = with_an_offer,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "580 without a session description: the client cannot learn which "
                      "precondition failed.",
                .zh = "580 响应没有会话描述，客户端无从得知哪个前置条件未能满足。"},
     .check =
         [](const Seen& seen) {
           if (find_body(seen.message, "application", "sdp")) return Verdict::holds();
           const Verdict body = carries_body(seen.message);
           // A body may be encoded or encrypted: what is in it nobody can tell.
           return body.kind() == Verdict::Kind::holds ? Verdict::unknown() : body;
         }},
    {.code = "K580-2",
     .slug = "580-names-no-failure",
     .level = Level::must,
     .cite = {3312, "8"},
     .applies_to = {.codes = {580},
                    .methods = with_an_offer,
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "No precondition in this 580 is marked as failed: the client cannot learn "
                      "which one to change.",
                .zh = "580 响应的会话描述没有标明哪个前置条件失败，客户端不知道该改哪一个。"},
     .check =
         [](const Seen& seen) {
           const auto body = find_body(seen.message, "application", "sdp");
           if (!body || body->content.empty()) return Verdict::unknown();
           const Verdict verdict = names_failure(body->content);
           const bool is_cut = seen.message.truncated && verdict.kind() == Verdict::Kind::broken;
           return is_cut ? Verdict::unknown() : verdict;
         }},
    {.code = "K580-3",
     .slug = "580-to-request-with-no-precondition",
     .level = Level::should,
     .cite = {3312, "8"},
     .applies_to = {.codes = {580},
                    .methods = with_an_offer,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request}},
     .broken = {.en =
                    "580 to {0} that sets no precondition (a=des): there was none that the server "
                    "could fail to meet.",
                .zh = "{0} 没有提出任何前置条件（a=des），谈不上无法满足，却收到 580 响应。"},
     .check = answers_a_precondition},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_580{table};

}  // namespace sipgloss::subject
