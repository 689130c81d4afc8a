// SPDX-License-Identifier: MIT
// 480 Temporarily Unavailable. RFC 3261 section 21.4.18, RFC 5630 sections 5.1.2 and 5.3.
#include "rules/capture.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr std::uint16_t sips_not_allowed = 380;
constexpr std::uint16_t sips_required = 381;

bool speaks_of_sips(std::string_view text) {
  constexpr std::string_view word = "sips";
  for (; text.size() >= word.size(); text.remove_prefix(1)) {
    if (scan::starts_ignoring_case(text, word)) return true;
  }
  return false;
}

/// Whether a 480 that says in words that the scheme is the cause says so in the code of a Warning.
/// Any other 480 has another cause.
Verdict tells_the_scheme(const Seen& seen) {
  const UriScheme scheme = scheme_of(seen.capture->request()->message.request_uri);
  const bool is_sips = scheme == UriScheme::sips;
  if (!is_sips && scheme != UriScheme::sip) return Verdict::unknown();
  const std::uint16_t wanted = is_sips ? sips_not_allowed : sips_required;
  bool is_cause = speaks_of_sips(seen.message.reason_phrase);
  for (const std::string_view value : Values(seen.message, HeaderName::warning)) {
    const Warning warning = read_warning(value);
    if (warning.code == wanted) return Verdict::holds();
    is_cause = is_cause || speaks_of_sips(warning.text);
  }
  if (!is_cause) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, std::string_view(is_sips ? "sips" : "sip"),
                            std::uint64_t{wanted});
}

constexpr Rule table[] = {
    {.code = "K480-1",
     .slug = "480-without-cause",
     .level = Level::note,
     .cite = {3261, "21.4.18"},
     // SHOULD for the end system of the callee alone; a proxy without a location for the user sends
     // the same code, and the response does not show who it was. Hence the level.
     .applies_to = {.codes = {480},
                    .methods = any_method_but({Method::ack}),
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "480 does not say why the callee is unavailable, neither in the reason "
                      "phrase nor in Warning, Reason or a body.",
                .zh =
                    "480 响应没有说明被叫为何不可用：原因短语、Warning、Reason 和消息体中都没有。"},
     .check = [](const Seen& seen) { return tells_its_cause(seen.message); }},
    {.code = "K480-2",
     .slug = "480-scheme-refused-in-words-only",
     .level = Level::should,
     .cite = {5630, "5.1.2"},
     .applies_to = {.codes = {480},
                    .methods = any_method_but({Method::ack, Method::cancel}),
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en = "480 refuses the URI scheme {0} in words, but without Warning {1}: only a "
                      "person can read it, not the client.",
                .zh = "480 响应只用文字说明拒绝 {0} 这一 URI 方案，却没有 Warning {1}，"
                      "客户端程序读不懂。"},
     .check = tells_the_scheme},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_480{table};

}  // namespace sipgloss::subject
