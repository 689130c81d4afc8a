// SPDX-License-Identifier: MIT
// How gateways map Q.850 causes to statuses and back, and where the two contradict each other in
// one response. RFC 3398 sections 7.2.4.1 and 8.2.6.1, RFC 4497 section 8.4.

#include <algorithm>
#include <array>

#include "sipgloss/cause.hpp"

namespace sipgloss {

namespace {

/// What a cause becomes in a response.
struct CauseRow {
  std::uint16_t cause = 0;
  MappedCodes statuses;              ///< RFC 3398 section 7.2.4.1
  Few<std::uint16_t, 10> also = {};  ///< no contradiction either: other maps in use, a near meaning
};

constexpr auto cause_rows = std::to_array<CauseRow>({
    {.cause = 1, .statuses = {404}, .also = {410, 484}},
    {.cause = 2, .statuses = {404}, .also = {480, 500, 502, 503, 604}},
    {.cause = 3, .statuses = {404}, .also = {420, 480, 485, 500, 502, 503, 604}},
    {.cause = 16, .statuses = {}},  // ends a call: BYE or CANCEL
    {.cause = 17, .statuses = {486}},
    {.cause = 18, .statuses = {408}, .also = {503, 504}},
    {.cause = 19, .statuses = {480}, .also = {408, 483, 504}},
    {.cause = 20, .statuses = {480}, .also = {404, 408, 410}},
    {.cause = 21, .statuses = {403, 603}, .also = {480, 486}},  // 603 at the location "user"
    {.cause = 22, .statuses = {410, 301}, .also = {404, 604}},  // 301 with the new number
    {.cause = 23, .statuses = {410}, .also = {400, 404, 480}},
    {.cause = 26, .statuses = {404}},
    {.cause = 27, .statuses = {502}, .also = {404, 408, 480, 500, 503, 504}},
    {.cause = 28, .statuses = {484}, .also = {400, 404, 416, 485, 604}},
    {.cause = 29, .statuses = {501}, .also = {403, 405, 420, 421, 480, 488, 500, 503, 606}},
    {.cause = 31, .statuses = {480}},
    {.cause = 34, .statuses = {503}, .also = {480, 488, 500, 502, 504, 606}},
    {.cause = 38, .statuses = {503}, .also = {408, 480, 500, 501, 504}},
    {.cause = 41, .statuses = {503}},
    {.cause = 42, .statuses = {503}, .also = {480, 500, 502, 504}},
    {.cause = 44, .statuses = {}},  // concerns the circuit alone
    {.cause = 47, .statuses = {503}},
    {.cause = 55, .statuses = {403}, .also = {480, 500, 603}},
    {.cause = 57, .statuses = {403}, .also = {401, 402, 407, 415, 480, 488, 500, 503, 603, 606}},
    {.cause = 58, .statuses = {503}, .also = {403, 406, 415, 480, 488, 500, 501, 606}},
    {.cause = 65, .statuses = {488}, .also = {406, 415, 480, 500, 501, 503, 606}},
    {.cause = 70, .statuses = {488}, .also = {406, 415, 480, 500, 501, 503, 606}},
    {.cause = 79, .statuses = {501}},
    {.cause = 87, .statuses = {403}, .also = {480, 500, 503, 603}},
    {.cause = 88, .statuses = {503}, .also = {400, 406, 415, 480, 488, 500, 501, 606}},
    {.cause = 102, .statuses = {504}, .also = {408, 480, 500, 503}},
    {.cause = 111, .statuses = {500}},
    {.cause = 127, .statuses = {500}},
});

/// What a failure becomes in the release of a call.
struct StatusRow {
  std::uint16_t status = 0;
  MappedCodes causes;
};

constexpr auto status_rows = std::to_array<StatusRow>({
    {400, {41}},     {401, {21}},  {402, {21}}, {403, {21}},  {404, {1}},
    {405, {63}},     {406, {79}},  {407, {21}}, {408, {102}}, {410, {22}},
    {413, {127}},    {414, {127}}, {415, {79}}, {416, {127}}, {420, {127}},
    {421, {127}},    {423, {127}}, {480, {18}}, {481, {41}},  {482, {25}},
    {483, {25}},     {484, {28}},  {485, {1}},  {486, {17}},  {487, {}},
    {488, {31, 65}},  // 65 where Warning speaks of a bearer capability
    {500, {41}},     {501, {79}},  {502, {38}}, {503, {41}},  {504, {102}},
    {505, {127}},  // printed there as a second 504; RFC 4497 section 8.4.4 has it right
    {513, {127}},    {600, {17}},  {603, {21}}, {604, {1}},   {606, {31, 65}},
});

static_assert(std::ranges::is_sorted(cause_rows, {}, &CauseRow::cause), "causes ascend");
static_assert(std::ranges::is_sorted(status_rows, {}, &StatusRow::status), "statuses ascend");

constexpr MappedCodes default_status = {500};
constexpr MappedCodes default_cause = {31};

// Too vague to contradict any status: “unspecified” causes, the temporary failure that four
// statuses are mapped to, and 26, which means something else in ANSI networks.
constexpr auto vague_causes = std::to_array<unsigned>({26, 31, 41, 47, 79, 111, 127});

const CauseRow* row_of_cause(unsigned cause) {
  const auto* const found = std::ranges::find(cause_rows, cause, &CauseRow::cause);
  return found == cause_rows.end() ? nullptr : found;
}

const StatusRow* row_of_status(unsigned status) {
  const auto* const found = std::ranges::find(status_rows, status, &StatusRow::status);
  return found == status_rows.end() ? nullptr : found;
}

bool holds(const auto& codes, unsigned code) {
  return std::ranges::find(codes, code) != codes.end();
}

}  // namespace

MappedCodes statuses_of_q850(unsigned cause) {
  if (cause < 1 || cause > 127) return {};
  const CauseRow* row = row_of_cause(cause);
  return row != nullptr ? row->statuses : default_status;
}

MappedCodes q850_causes_of(unsigned status) {
  if (status < 400 || status > 699) return {};
  const StatusRow* row = row_of_status(status);
  return row != nullptr ? row->causes : default_cause;
}

MappedCodes statuses_instead(unsigned cause, unsigned status) {
  const CauseRow* by_cause = row_of_cause(cause);
  const StatusRow* by_status = row_of_status(status);
  // Statuses that the map does not know, 1xx to 3xx among them, come with any cause; so does 487,
  // whose call was given up.
  if (by_cause == nullptr || by_status == nullptr || by_status->causes.empty()) return {};
  const bool fits = holds(by_cause->statuses, status) || holds(by_cause->also, status) ||
                    holds(by_status->causes, cause) || holds(vague_causes, cause);
  return fits ? MappedCodes{} : by_cause->statuses;
}

}  // namespace sipgloss
