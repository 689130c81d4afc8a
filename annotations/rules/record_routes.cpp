// SPDX-License-Identifier: MIT
// The route that a response takes back to the caller for its dialog. RFC 3261 sections 12.1.1 and
// 16.7.
#include "rules/capture.hpp"
#include "rules/subject.hpp"
#include "sipgloss/uri.hpp"

namespace sipgloss::subject {
namespace {

constexpr int most_routes = 70;

int count_of(const Message& message) {
  int count = 0;
  for ([[maybe_unused]] const std::string_view value : Values(message, HeaderName::record_route)) {
    if (++count == most_routes) break;
  }
  return count;
}

Verdict all_routes(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const int asked = count_of(request);
  const int answered = count_of(seen.message);
  if (asked == most_routes || answered >= asked) return Verdict::holds();
  return Verdict::broken_at(seen.message.start_line, static_cast<std::uint64_t>(answered),
                            static_cast<std::uint64_t>(asked));
}

Verdict same_routes(const Seen& seen) {
  const Message& request = seen.capture->request()->message;
  const int asked = count_of(request);
  const int count = count_of(seen.message);
  if (asked == most_routes || count < asked) return Verdict::unknown();
  // Proxies between here and the server put their values before those of the request.
  const Values answered(seen.message, HeaderName::record_route);
  auto other = answered.begin();
  for (int further_on = count - asked; further_on > 0; --further_on) ++other;
  for (const std::string_view one : Values(request, HeaderName::record_route)) {
    if (other == answered.end()) break;
    if (!same_uri(read_name_addr(one).uri, read_name_addr(*other).uri))
      return Verdict::broken_at(*other, *other, one);
    ++other;
  }
  return Verdict::holds();
}

/// A response that opens a dialog carries the routes of its request.
constexpr Set<Method> opens_dialog = {Method::invite, Method::subscribe, Method::refer};

bool opens(const Seen& seen) {
  const bool provisional = seen.message.status_code < 200;
  if (provisional && seen.message.method() != Method::invite) return false;
  return !seen.message.to().tag.value_or("").empty() &&
         seen.capture->request()->message.to().tag.value_or("").empty();
}

constexpr Rule table[] = {
    {.code = "COP-18",
     .slug = "record-route-not-repeated",
     .level = Level::must,
     .cite = {3261, "12.1.1"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = opens_dialog,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken = {.en =
                    "{0} of the {1} Record-Route values of the request come back: the dialog will "
                    "go past the proxies left out.",
                .zh = "请求中有 {1} 个 Record-Route 值，响应只带回 {0} 个，"
                      "对话后续的请求会绕过缺少的代理服务器。"},
     .check = [](const Seen& seen) { return opens(seen) ? all_routes(seen) : Verdict::unknown(); }},
    {.code = "COP-19",
     .slug = "record-route-changed",
     .level = Level::should,
     .cite = {3261, "16.7"},
     .applies_to = {.codes = {{101, 299}},
                    .methods = opens_dialog,
                    .evidence = Evidence::transaction,
                    .guards = {Guard::request, Guard::truncated}},
     .broken =
         {.en = "Record-Route is {0} where the request has {1}: only the proxy that wrote a "
                "value may rewrite it.",
          .zh =
              "请求中 Record-Route 为 {1} 之处，响应中为 {0}，只有写入该值的代理服务器才可改写。"},
     .check =
         [](const Seen& seen) { return opens(seen) ? same_routes(seen) : Verdict::unknown(); }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> record_routes{table};

}  // namespace sipgloss::subject
