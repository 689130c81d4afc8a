// SPDX-License-Identifier: MIT
// Where each code stands with the "Response Codes" registry of IANA. RFC 3261 section 27.4.

#include <gtest/gtest.h>

#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

std::vector<unsigned> codes_of(Status status) {
  std::vector<unsigned> codes;
  for (const ResponseCode* entry : response_codes()) {
    if (entry->status == status) codes.push_back(entry->code);
  }
  return codes;
}

using Codes = std::vector<unsigned>;

TEST(Statuses, AreThoseOfTheRegistry) {
  EXPECT_EQ(codes_of(Status::registered).size(), 74U);
  EXPECT_EQ(codes_of(Status::deprecated), (Codes{202}));
  EXPECT_EQ(codes_of(Status::obsolete), (Codes{303, 409, 411}));
  EXPECT_EQ(codes_of(Status::private_use), (Codes{477, 478, 479, 687}));
}

TEST(Statuses, OfObsoleteCodesRestOnRfc2543) {
  for (const unsigned code : codes_of(Status::obsolete)) {
    EXPECT_EQ(read_code(code).entry->defined_in.rfc, 2543) << code;
  }
}

TEST(Statuses, AreNamedInBothLanguages) {
  EXPECT_EQ(name_of(Status::registered), (Text{"registered", "已注册"}));
  EXPECT_EQ(name_of(Status::deprecated), (Text{"deprecated", "已弃用"}));
  EXPECT_EQ(name_of(Status::obsolete), (Text{"obsolete", "已废止"}));
  EXPECT_EQ(name_of(Status::private_use), (Text{"private use", "私有"}));
}

}  // namespace
}  // namespace sipgloss
