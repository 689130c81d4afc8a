// SPDX-License-Identifier: MIT
// The status line: its form, and the code and the phrase in it. RFC 3261 sections 7.1, 7.2,
// 8.1.3.2, 21 and 25.1.
#include "message/scan.hpp"
#include "rules/subject.hpp"

namespace sipgloss::subject {
namespace {

/// The status codes of HTTP/1.1 that SIP did not adopt: RFC 2616 section 6.1.1 without RFC 3261
/// section 21 and without those that later RFCs registered (202, 204, 412, 417).
constexpr Few<CodeRange, 8> only_in_http = {101, 201, 203, {205, 206}, {303, 304}, 307, 409, 411};

/// The phrases that the grammar of RFC 3261 section 25.1 has where section 21 has another.
struct Phrase {
  unsigned code;
  std::string_view text;
};
constexpr Phrase phrases_of_the_grammar[] = {
    {414, "Request-URI Too Large"},
    {480, "Temporarily not available"},
    {481, "Call Leg/Transaction Does Not Exist"},
    {500, "Internal Server Error"},
    {505, "SIP Version not supported"},
};

bool is_only_in_http(unsigned code) {
  return std::ranges::any_of(only_in_http, [code](CodeRange range) { return range.has(code); });
}

bool is_registered(const Reading& reading) {
  return reading.known && (reading.entry->status == Status::registered ||
                           reading.entry->status == Status::deprecated);
}

/// What a client takes an unknown code for (RFC 3261 section 8.1.3.2).
unsigned stand_in_for(unsigned code) { return code < 200 ? 183 : code / 100 * 100; }

/// Whether two phrases are the same but for case and white space.
bool same_phrase(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  for (const char c : a) {
    if (scan::is_lws(c)) continue;
    while (i < b.size() && scan::is_lws(b[i])) ++i;
    if (i == b.size() || scan::lower(b[i++]) != scan::lower(c)) return false;
  }
  return scan::trim_left(b.substr(i)).empty();
}

bool is_default_phrase(std::string_view phrase, const ResponseCode& entry) {
  return same_phrase(phrase, entry.phrase) ||
         std::ranges::any_of(phrases_of_the_grammar, [&](const Phrase& other) {
           return other.code == entry.code && same_phrase(phrase, other.text);
         });
}

/// Broken where the parser found that defect in the status line, with its bytes as the value.
Verdict judge_defect(const Message& response, DefectKind kind) {
  const Defect* const defect = find_defect(response, kind);
  return defect == nullptr ? Verdict::holds() : Verdict::broken_at(defect->bytes, defect->bytes);
}

Verdict check_spacing(const Seen& seen) {
  // "200OK" is a code of five characters: SYN-02 speaks.
  if (find_defect(seen.message, DefectKind::status_code_length)) return Verdict::unknown();
  return judge_defect(seen.message, DefectKind::start_line_spacing);
}

Verdict check_phrase(const Seen& seen) {
  const Message& response = seen.message;
  const Reading reading = read_code(response.status_code);
  if (!is_registered(reading)) return Verdict::holds();
  // What is no phrase at all is SYN-05's matter.
  if (find_defect(response, DefectKind::reason_phrase_bytes) != nullptr) return Verdict::unknown();
  const std::string_view phrase = scan::trim(response.reason_phrase);
  if (phrase.empty() || is_default_phrase(phrase, *reading.entry)) return Verdict::holds();
  return Verdict::broken_at(phrase, phrase, response.status_code, reading.entry->phrase);
}

Verdict check_registered(const Seen& seen) {
  const unsigned code = seen.message.status_code;
  const Reading reading = read_code(code);
  if (reading.entry == nullptr || is_registered(reading)) return Verdict::holds();
  if (is_only_in_http(code)) return Verdict::unknown();  // SYN-08 says the same and more
  return Verdict::broken_at(seen.message.status_digits, code, stand_in_for(code));
}

constexpr Rule table[] = {
    {.code = "SYN-01",
     .slug = "version-not-sip-2-0",
     .level = Level::must,
     .cite = {3261, "7.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The version is {0}, not SIP/2.0: a client may take the response for "
                      "something else and drop it.",
                .zh = "协议版本是 {0}，而不是 SIP/2.0，客户端可能不认识此响应而将其丢弃。"},
     .check =
         [](const Seen& seen) {
           const std::string_view version = seen.message.version;
           return version == "SIP/2.0" ? Verdict::holds() : Verdict::broken_at(version, version);
         }},
    {.code = "SYN-02",
     .slug = "status-code-not-three-digits",
     .level = Level::must,
     .cite = {3261, "7.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The status code {0} is not three digits: the client cannot tell what became "
                      "of its request.",
                .zh = "状态码 {0} 不是三位数字，客户端无法得知请求的结果。"},
     .check =
         [](const Seen& seen) {
           return judge_defect(seen.message, DefectKind::status_code_length);
         }},
    {.code = "SYN-03",
     .slug = "status-code-out-of-range",
     .level = Level::must,
     .cite = {3261, "7.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The status code {0} lies outside 100 to 699: it belongs to no class, and "
                      "receivers drop the response.",
                .zh = "状态码 {0} 不在 100 至 699 之间，不属于任何一类，接收方会丢弃此响应。"},
     .check =
         [](const Seen& seen) {
           return judge_defect(seen.message, DefectKind::status_code_range);
         }},
    {.code = "SYN-04",
     .slug = "status-line-spacing",
     .level = Level::must,
     .cite = {3261, "7.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The parts of the status line are not separated by one space each: a strict "
                      "parser rejects the response.",
                .zh = "状态行各部分之间不是恰好一个空格，严格的解析器会拒收此响应。"},
     .check = check_spacing},
    {.code = "SYN-05",
     .slug = "reason-phrase-bytes",
     .level = Level::should,
     .cite = {3261, "25.1"},
     .applies_to = {.evidence = Evidence::message},
     .broken = {.en = "The reason phrase holds {0}, which its grammar does not have: a strict "
                      "parser rejects the whole response.",
                .zh = "原因短语中的“{0}”不符合语法，严格的解析器会拒收整个响应。"},
     .check =
         [](const Seen& seen) {
           return judge_defect(seen.message, DefectKind::reason_phrase_bytes);
         }},
    {.code = "SYN-06",
     .slug = "reason-phrase-not-default",
     .level = Level::note,
     .cite = {3261, "7.2"},
     .applies_to = {.evidence = Evidence::message, .guards = {Guard::truncated}},
     .broken =
         {.en = "The reason phrase is \"{0}\", the default of {1} is \"{2}\": it is for people, "
                "clients go by the code.",
          .zh = "原因短语是“{0}”，{1} 的默认短语是“{2}”，短语供人阅读，客户端只看状态码。"},
     .check = check_phrase},
    {.code = "SYN-07",
     .slug = "status-code-not-registered",
     .level = Level::note,
     .cite = {3261, "8.1.3.2"},
     .applies_to = {.evidence = Evidence::message},
     .broken =
         {.en = "{0} is not registered with IANA: a client that does not know it acts as on {1}.",
          .zh = "状态码 {0} 未在 IANA 登记，不认识它的客户端按 {1} 处理。"},
     .check = check_registered},
    {.code = "SYN-08",
     .slug = "http-status-code",
     .level = Level::should,
     .cite = {3261, "21"},
     .applies_to = {.codes = {101, {201, 206}, {303, 307}, {409, 411}},
                    .evidence = Evidence::message,
                    .guards = {Guard::older_peer}},
     .broken = {.en = "{0} is a code of HTTP that SIP did not adopt: a client that does not know "
                      "it acts as on {1}.",
                .zh = "{0} 是 SIP 没有采用的 HTTP 状态码，不认识它的客户端按 {1} 处理。"},
     .check =
         [](const Seen& seen) {
           const unsigned code = seen.message.status_code;
           if (!is_only_in_http(code)) return Verdict::holds();
           return Verdict::broken_at(seen.message.status_digits, code, stand_in_for(code));
         }},
};
static_assert(well_formed(table), "code, slug, citation, one sentence in each language, a check");

}  // namespace

constinit const std::span<const Rule> status_line{table};

}  // namespace sipgloss::subject
