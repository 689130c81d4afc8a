// SPDX-License-Identifier: MIT
// 422 Session Interval Too Small. RFC 4028 sections 5, 6 and 9.
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

constexpr Rule table[] = {
    {.code = "K422-1",
     .slug = "422-without-min-se",
     .level = Level::must,
     .cite = {4028, "6"},
     // To other methods the 422 itself is wrong: they refresh no session.
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken = {.en = "422 without a Min-SE in seconds: the client cannot learn which session "
                      "interval would be long enough.",
                .zh = "422 响应没有用 Min-SE 头域给出秒数，客户端无从得知会话间隔至少要多长。"},
     .check =
         [](const Seen& seen) {
           const Header* const min_se = seen.message.find(HeaderName::min_se);
           if (min_se == nullptr) return Verdict::broken_at(seen.message.start_line);
           const bool is_number = scan::is_digits(read_field_value(min_se->value).value);
           return is_number ? Verdict::holds() : Verdict::broken_at(row_of(*min_se));
         }},
    {.code = "K422-2",
     .slug = "422-min-se-below-90",
     .level = Level::must,
     .cite = {4028, "5"},
     // Of "Min-SE: 1800" a cut capture may hold "Min-SE: 18".
     .applies_to = {.codes = {422},
                    .methods = {Method::invite, Method::update},
                    .evidence = Evidence::message,
                    .guards = {Guard::truncated}},
     .broken =
         {.en = "Min-SE {0} in a 422 is below the limit of 90 seconds: the next server may refuse "
                "an interval so short.",
          .zh =
              "422 响应中的 Min-SE 为 {0} 秒，低于 90 秒的下限，按它重发可能又被别的服务器拒绝。"},
     .check =
         [](const Seen& seen) {
           constexpr std::uint32_t least = 90;
           const FieldValue min_se = read_field_value(seen.message.value(HeaderName::min_se));
           const std::optional<std::uint32_t> seconds = min_se.number();
           if (!seconds) return Verdict::unknown();
           return *seconds >= least ? Verdict::holds() : Verdict::broken_at(min_se.value, *seconds);
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> code_422{table};

}  // namespace sipgloss::subject
