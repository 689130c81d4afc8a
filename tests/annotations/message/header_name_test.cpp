// SPDX-License-Identifier: MIT
// Names of header fields: long, compact, in any case, and unknown. RFC 3261 sections 7.3.1
// and 7.3.3.
#include "sipgloss/header_name.hpp"

#include <cctype>
#include <set>

#include "support.hpp"

namespace sipgloss::test {
namespace {

struct Entry {
  HeaderName id;
  std::string_view name;
  std::string_view compact;
};

constexpr Entry entries[] = {
#define SIPGLOSS_HEADER(id, name, compact, ...) {HeaderName::id, name, compact},
    SIPGLOSS_HEADERS(SIPGLOSS_HEADER)
#undef SIPGLOSS_HEADER
};

std::string with_case(std::string_view text, int (*convert)(int)) {
  std::string converted;
  for (const char c : text) converted += static_cast<char>(convert(c));
  return converted;
}

TEST(HeaderName, FindsItselfInAnyCase) {
  for (const Entry& entry : entries) {
    EXPECT_EQ(header_name_of(entry.name), entry.id) << entry.name;
    EXPECT_EQ(header_name_of(with_case(entry.name, std::tolower)), entry.id) << entry.name;
    EXPECT_EQ(header_name_of(with_case(entry.name, std::toupper)), entry.id) << entry.name;
  }
}

TEST(HeaderName, FindsItselfByItsCompactForm) {
  for (const Entry& entry : entries) {
    if (entry.compact.empty()) continue;
    EXPECT_EQ(entry.compact.size(), 1U) << entry.name;
    EXPECT_EQ(header_name_of(entry.compact), entry.id) << entry.name;
    EXPECT_EQ(header_name_of(with_case(entry.compact, std::toupper)), entry.id) << entry.name;
  }
}

TEST(HeaderName, IsWrittenAsTheRfcWritesIt) {
  for (const Entry& entry : entries) EXPECT_EQ(name_of(entry.id), entry.name);
  EXPECT_EQ(name_of(HeaderName::unknown), "");
}

TEST(HeaderName, IsUniqueAndSoIsEveryCompactForm) {
  std::set<std::string> seen;
  for (const Entry& entry : entries) {
    EXPECT_TRUE(seen.insert(with_case(entry.name, std::tolower)).second) << entry.name;
    if (entry.compact.empty()) continue;
    EXPECT_TRUE(seen.insert(with_case(entry.compact, std::tolower)).second) << entry.compact;
  }
}

// RFC 3261 section 20, and the registry of compact forms that grew behind it.
TEST(HeaderName, HasTheRegisteredCompactForms) {
  constexpr Entry registered[] = {
      {HeaderName::accept_contact, "", "a"},
      {HeaderName::referred_by, "", "b"},
      {HeaderName::content_type, "", "c"},
      {HeaderName::request_disposition, "", "d"},
      {HeaderName::content_encoding, "", "e"},
      {HeaderName::from, "", "f"},
      {HeaderName::call_id, "", "i"},
      {HeaderName::reject_contact, "", "j"},
      {HeaderName::supported, "", "k"},
      {HeaderName::content_length, "", "l"},
      {HeaderName::contact, "", "m"},
      {HeaderName::identity_info, "", "n"},
      {HeaderName::event, "", "o"},
      {HeaderName::refer_to, "", "r"},
      {HeaderName::subject, "", "s"},
      {HeaderName::to, "", "t"},
      {HeaderName::allow_events, "", "u"},
      {HeaderName::via, "", "v"},
      {HeaderName::session_expires, "", "x"},
      {HeaderName::identity, "", "y"},
  };
  std::size_t count = 0;
  for (const Entry& entry : entries) count += entry.compact.empty() ? 0U : 1U;
  EXPECT_EQ(count, std::size(registered));
  for (const Entry& entry : registered) EXPECT_EQ(header_name_of(entry.compact), entry.id);
}

TEST(HeaderName, IsUnknownWhenItIsNotOurs) {
  for (const std::string name :
       {"", " ", "X-Own", "Vi", "Vias", "Via ", " Via", "V ia", "Call_ID", "CallID", "C%6Fntact",
        "Content-Lengt", "Content-Lengthy", "z", "q", "vv", "\xFF", "To\xC3\xA9"}) {
    EXPECT_EQ(header_name_of(name), HeaderName::unknown) << name;
  }
  EXPECT_EQ(header_name_of(std::string(100'000, 'v')), HeaderName::unknown);
  EXPECT_EQ(header_name_of(std::string_view("Via\0", 4)), HeaderName::unknown);
}

TEST(CommaList, IsWhatItsGrammarRepeats) {
  using enum HeaderName;
  for (const HeaderName name : {accept,
                                accept_encoding,
                                accept_language,
                                alert_info,
                                allow,
                                call_info,
                                contact,
                                content_encoding,
                                content_language,
                                error_info,
                                in_reply_to,
                                proxy_require,
                                record_route,
                                HeaderName::require,
                                route,
                                supported,
                                unsupported,
                                via,
                                warning,
                                allow_events,
                                path,
                                service_route,
                                reason,
                                history_info,
                                security_server}) {
    EXPECT_TRUE(is_comma_list(name)) << name_of(name);
  }
}

TEST(CommaList, IsNoneOfTheOthers) {
  using enum HeaderName;
  for (const HeaderName name : {unknown,
                                authorization,
                                call_id,
                                content_disposition,
                                content_length,
                                content_type,
                                cseq,
                                date,
                                expires,
                                from,
                                max_forwards,
                                min_expires,
                                organization,
                                priority,
                                proxy_authenticate,
                                proxy_authorization,
                                reply_to,
                                retry_after,
                                server,
                                subject,
                                timestamp,
                                to,
                                user_agent,
                                www_authenticate,
                                rseq,
                                rack,
                                refer_to,
                                event,
                                subscription_state,
                                session_expires}) {
    EXPECT_FALSE(is_comma_list(name)) << name_of(name);
  }
}

}  // namespace
}  // namespace sipgloss::test
