// SPDX-License-Identifier: MIT
// Info Packages. RFC 6086 section 4.3.2.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "INF-01",
     .slug = "info-package-in-response",
     .level = Level::must,
     .cite = {6086, "4.3.2"},
     .applies_to = {.methods = {Method::info}, .evidence = Evidence::message},
     .broken = {.en =
                    "The response to INFO carries a body of an Info Package, which belongs in INFO "
                    "requests alone.",
                .zh = "对 INFO 的响应带有 Info Package 的消息体，这类消息体只能由 INFO 请求携带。"},
     .check =
         [](const Seen& seen) {
           const Header* const header = seen.message.find(HeaderName::content_disposition);
           if (header == nullptr || seen.message.body.empty()) return Verdict::holds();
           const FieldValue disposition = read_field_value(header->value);
           if (!scan::equal_ignoring_case(disposition.value, "Info-Package"))
             return Verdict::holds();
           return Verdict::broken_at(row_of(*header));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> info{table};

}  // namespace sipgloss::subject
