// SPDX-License-Identifier: MIT
// A number comes in, the entry that explains it comes out. RFC 3261 sections 8.1.3.2 and 21, and
// the "Response Codes" registry of IANA.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "sipgloss/catalogue.hpp"

namespace sipgloss {
namespace {

const std::vector<unsigned> codes_of_section_21 = {
    100, 180, 181, 182, 183, 200, 300, 301, 302, 305, 380, 400, 401, 402, 403, 404, 405,
    406, 407, 408, 410, 413, 414, 415, 416, 420, 421, 423, 480, 481, 482, 483, 484, 485,
    486, 487, 488, 491, 493, 500, 501, 502, 503, 504, 505, 513, 600, 603, 604, 606};

const std::vector<unsigned> codes_of_later_rfcs = {199, 202, 204, 412, 417, 422, 424, 425, 428,
                                                   429, 430, 433, 436, 437, 438, 439, 440, 469,
                                                   470, 489, 494, 555, 580, 607, 608};

const std::vector<unsigned> codes_not_registered = {303, 409, 411, 477, 478, 479, 687};

std::vector<unsigned> codes_of_the_catalogue() {
  std::vector<unsigned> codes;
  for (const auto& some : {codes_of_section_21, codes_of_later_rfcs, codes_not_registered}) {
    codes.insert(codes.end(), some.begin(), some.end());
  }
  std::ranges::sort(codes);
  return codes;
}

unsigned read_as(unsigned code) { return read_code(code).entry->code; }

TEST(ResponseCodes, AreThe75OfIanaAndSevenOthersAndNoneBesides) {
  EXPECT_EQ(codes_of_section_21.size() + codes_of_later_rfcs.size(), 75U);
  EXPECT_EQ(codes_not_registered.size(), 7U);
  std::vector<unsigned> codes;
  for (const ResponseCode* entry : response_codes()) codes.push_back(entry->code);
  EXPECT_EQ(codes, codes_of_the_catalogue());
}

TEST(ReadCode, KnowsEveryCodeOfTheCatalogue) {
  for (const ResponseCode* entry : response_codes()) {
    const Reading reading = read_code(entry->code);
    EXPECT_EQ(reading.entry, entry) << entry->code;
    EXPECT_TRUE(reading.known) << entry->code;
  }
}

TEST(ReadCode, ReadsAnUnknownProvisionalCodeAs183) {
  EXPECT_EQ(read_as(101), 183U);
  EXPECT_EQ(read_as(198), 183U);
  EXPECT_FALSE(read_code(198).known);
}

TEST(ReadCode, ReadsAnUnknownFinalCodeAsTheFirstOfItsClass) {
  EXPECT_EQ(read_as(201), 200U);
  EXPECT_EQ(read_as(304), 300U);
  EXPECT_EQ(read_as(418), 400U);
  EXPECT_EQ(read_as(431), 400U);
  EXPECT_EQ(read_as(499), 400U);
  EXPECT_EQ(read_as(599), 500U);
  EXPECT_EQ(read_as(699), 600U);
  EXPECT_FALSE(read_code(431).known);
}

TEST(ReadCode, KnowsCodesThatAreNotRegisteredToo) {
  for (const unsigned code : codes_not_registered) {
    EXPECT_EQ(read_as(code), code);
    EXPECT_TRUE(read_code(code).known) << code;
  }
}

TEST(ReadCode, HasAnEntryForEveryNumberFrom100To699) {
  const std::vector<unsigned> codes = codes_of_the_catalogue();
  for (unsigned code = 100; code <= 699; ++code) {
    const Reading reading = read_code(code);
    ASSERT_NE(reading.entry, nullptr) << code;
    EXPECT_EQ(reading.known, std::ranges::count(codes, code) == 1) << code;
    EXPECT_EQ(reading.entry->code / 100, code / 100) << code;
  }
}

TEST(ReadCode, HasNoEntryBelow100AndAbove699) {
  for (const unsigned code : {0U, 1U, 99U, 700U, 818U, 999U, 4294967295U}) {
    EXPECT_EQ(read_code(code).entry, nullptr) << code;
    EXPECT_FALSE(read_code(code).known) << code;
  }
}

TEST(ReadCode, NamesCodesAsTheRfcDoes) {
  EXPECT_EQ(read_code(181).entry->phrase, "Call Is Being Forwarded");
  EXPECT_EQ(read_code(301).entry->phrase, "Moved Permanently");
  EXPECT_EQ(read_code(406).entry->phrase, "Not Acceptable");
  EXPECT_EQ(read_code(413).entry->phrase, "Request Entity Too Large");
  EXPECT_EQ(read_code(420).entry->phrase, "Bad Extension");
  EXPECT_EQ(read_code(421).entry->phrase, "Extension Required");
  EXPECT_EQ(read_code(484).entry->phrase, "Address Incomplete");
  EXPECT_EQ(read_code(503).entry->phrase, "Service Unavailable");
  EXPECT_EQ(read_code(513).entry->phrase, "Message Too Large");
  EXPECT_EQ(read_code(604).entry->phrase, "Does Not Exist Anywhere");
}

TEST(ReadCode, NamesCodesAsTheLaterRfcsDo) {
  EXPECT_EQ(read_code(202).entry->phrase, "Accepted");
  EXPECT_EQ(read_code(417).entry->phrase, "Unknown Resource-Priority");
  EXPECT_EQ(read_code(422).entry->phrase, "Session Interval Too Small");
  EXPECT_EQ(read_code(428).entry->phrase, "Use Identity Header");
  EXPECT_EQ(read_code(436).entry->phrase, "Bad Identity Info");
  EXPECT_EQ(read_code(437).entry->phrase, "Unsupported Credential");
  EXPECT_EQ(read_code(439).entry->phrase, "First Hop Lacks Outbound Support");
  EXPECT_EQ(read_code(489).entry->phrase, "Bad Event");
  EXPECT_EQ(read_code(555).entry->phrase, "Push Notification Service Not Supported");
  EXPECT_EQ(read_code(580).entry->phrase, "Precondition Failure");
  EXPECT_EQ(read_code(608).entry->phrase, "Rejected");
}

TEST(ReadCode, GivesEveryCodeOfAClassItsOwnName) {
  std::set<std::pair<unsigned, std::string_view>> names;
  for (const ResponseCode* entry : response_codes()) {
    EXPECT_TRUE(names.insert({entry->code / 100U, entry->name_zh}).second) << entry->code;
  }
}

TEST(ReadCode, CitesTheSectionOfTheCode) {
  EXPECT_EQ(read_code(100).entry->defined_in, (Citation{3261, "21.1.1"}));
  EXPECT_EQ(read_code(493).entry->defined_in, (Citation{3261, "21.4.28"}));
  EXPECT_EQ(read_code(606).entry->defined_in, (Citation{3261, "21.6.4"}));
  EXPECT_EQ(read_code(422).entry->defined_in, (Citation{4028, "6"}));
  EXPECT_EQ(read_code(489).entry->defined_in, (Citation{6665, "8.3.2"}));
  EXPECT_EQ(read_code(411).entry->defined_in, (Citation{2543, "7.4.12"}));
}

TEST(ReadCode, CitesOfAPrivateCodeWhatAClientDoesWithIt) {
  for (const unsigned code : {477U, 478U, 479U, 687U}) {
    EXPECT_EQ(read_code(code).entry->defined_in, (Citation{3261, "8.1.3.2"})) << code;
  }
}

TEST(ReadCode, TellsWhoSendsTheCode) {
  EXPECT_EQ(read_code(305).entry->sent_by, (Set<Role>{Role::uas}));
  EXPECT_EQ(read_code(407).entry->sent_by, (Set<Role>{Role::proxy}));
  EXPECT_EQ(read_code(430).entry->sent_by, (Set<Role>{Role::proxy}));
  EXPECT_EQ(read_code(439).entry->sent_by, (Set<Role>{Role::registrar}));
  EXPECT_FALSE(read_code(401).entry->sent_by.has(Role::proxy));
  for (const unsigned code : {600U, 603U, 604U, 606U, 607U, 608U, 687U}) {
    EXPECT_FALSE(read_code(code).entry->sent_by.has(Role::registrar)) << code;
  }
}

TEST(MethodOf, TellsMethodsApartByTheirExactName) {
  EXPECT_EQ(method_of("INVITE"), Method::invite);
  EXPECT_EQ(method_of("ACK"), Method::ack);
  EXPECT_EQ(method_of("BYE"), Method::bye);
  EXPECT_EQ(method_of("CANCEL"), Method::cancel);
  EXPECT_EQ(method_of("REGISTER"), Method::register_);
  EXPECT_EQ(method_of("OPTIONS"), Method::options);
  EXPECT_EQ(method_of("PRACK"), Method::prack);
  EXPECT_EQ(method_of("UPDATE"), Method::update);
  EXPECT_EQ(method_of("INFO"), Method::info);
  EXPECT_EQ(method_of("SUBSCRIBE"), Method::subscribe);
  EXPECT_EQ(method_of("NOTIFY"), Method::notify);
  EXPECT_EQ(method_of("REFER"), Method::refer);
  EXPECT_EQ(method_of("MESSAGE"), Method::message);
  EXPECT_EQ(method_of("PUBLISH"), Method::publish);
}

TEST(MethodOf, CallsAnythingElseOther) {
  EXPECT_EQ(method_of("invite"), Method::other);
  EXPECT_EQ(method_of("INVITE "), Method::other);
  EXPECT_EQ(method_of("JUMP"), Method::other);
  EXPECT_EQ(method_of(""), Method::other);
}

}  // namespace
}  // namespace sipgloss
