// SPDX-License-Identifier: MIT
// What becomes of registrations: a flow for each outcome.
#include "triage/registrations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "told.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(Registrations, OneThatIsGrantedAndRefreshed) {
  const Told told(R"(
    0.0 a>r REGISTER 1 | Contact: <sip:b@10.0.0.1>;expires=3600
    0.1 r>a 401 1 REGISTER | WWW-Authenticate: Digest realm="r", nonce="1"
    0.2 a>r REGISTER 2 | Contact: <sip:b@10.0.0.1>;expires=3600 | Authorization: Digest username="a", realm="r", nonce="1", response="0"
    0.3 r>a 200 2 REGISTER | Contact: <sip:other@10.0.0.9>;expires=7, <sip:b@10.0.0.1>;expires=60
    30.0 a>r REGISTER 3 | Contact: <sip:b@10.0.0.1>;expires=3600
    30.1 r>a 200 3 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60)");
  EXPECT_THAT(told.registrations(),
              ElementsAre("b@10.0.0.1 registered 60 s, 1 refreshes: REGISTER 5, 200 6"));
  const Registration& one = told.stories().registrations[0];
  EXPECT_EQ(one.aor, "bob@example.com");
  EXPECT_EQ(one.registrar, "10.0.0.2:5060");
  EXPECT_EQ(one.first_frame, 1U);
  EXPECT_THAT(told.page(), HasSubstr("registered for 60 s"));
}

TEST(Registrations, OneThatRunsOutWithinTheCapture) {
  const Told told(R"(
    0.0 a>r REGISTER 1 | Contact: <sip:b@10.0.0.1> | Expires: 60
    0.1 r>a 200 1 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60
    90 c>r OPTIONS 1 call=x)");
  EXPECT_THAT(told.page(), HasSubstr("registered for 60 s, not refreshed after that"));
}

TEST(Registrations, OneThatIsRemoved) {
  EXPECT_THAT(Told(R"(
    0.0 a>r REGISTER 1 | Contact: <sip:b@10.0.0.1> | Expires: 60
    0.1 r>a 200 1 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60
    9.0 a>r REGISTER 2 | Contact: <sip:b@10.0.0.1> | Expires: 0
    9.1 r>a 200 2 REGISTER)")
                  .registrations(),
              ElementsAre("b@10.0.0.1 removed 60 s: REGISTER 3, 200 4"));
}

TEST(Registrations, AllOfAnAddressThatAreRemovedAtOnce) {
  EXPECT_THAT(
      Told(R"(
    0.0 a>r REGISTER 1 | Contact: <sip:b@10.0.0.1> | Expires: 60
    0.1 r>a 200 1 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60
    9.0 a>r REGISTER 2 | Contact: * | Expires: 0
    9.1 r>a 200 2 REGISTER)")
          .registrations(),
      ElementsAre("b@10.0.0.1 removed 60 s: REGISTER 1, 200 2", "* removed: REGISTER 3, 200 4"));
}

TEST(Registrations, ARequestForTheBindingsRegistersNothing) {
  EXPECT_THAT(Told("0 a>r REGISTER 1\n0.1 r>a 200 1 REGISTER | Contact: <sip:x@y>;expires=9")
                  .registrations(),
              ElementsAre(" bindings asked for: REGISTER 1, 200 2"));
}

TEST(Registrations, OneThatIsRefusedTellsWhy) {
  const Told told(R"(
    0.0 a>p REGISTER 1 | Contact: <sip:b@10.0.0.1>
    0.1 p>r REGISTER 1 via=a | Contact: <sip:b@10.0.0.1>
    0.2 r>p 403 1 REGISTER via=a
    0.3 p>a 403 1 REGISTER)");
  EXPECT_THAT(told.registrations(), ElementsAre("b@10.0.0.1 refused 403: REGISTER 1, 403 4"));
  EXPECT_THAT(Told::remarks(told.stories().registrations),
              Contains("403 “Reason” came from 10.0.0.3:5060 (frame 3)."));
}

TEST(Registrations, OneThatIsRefusedAfterItHeld) {
  const Told told(R"(
    0.0 a>r REGISTER 1 | Contact: <sip:b@10.0.0.1> | Expires: 60
    0.1 r>a 200 1 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60
    9.0 a>r REGISTER 2 | Contact: <sip:b@10.0.0.1> | Expires: 60
    9.1 r>a 503 2 REGISTER)");
  EXPECT_THAT(told.registrations(), ElementsAre("b@10.0.0.1 refused 503 60 s: REGISTER 3, 503 4"));
  EXPECT_THAT(Told::remarks(told.stories().registrations),
              Contains("It had been registered before, within this capture."));
}

TEST(Registrations, CredentialsRefusedAgainAndAgain) {
  std::string flow;
  const auto attempt = [&](int number) {
    const std::string n = std::to_string(number);
    flow += n + ".0 a>r REGISTER " + n + " | Contact: <sip:b@10.0.0.1>";
    if (number > 1) {
      flow += " | Authorization: Digest username=\"a\", realm=\"r\", nonce=\"" + n +
              "\", nc=00000001, response=\"0\"";
    }
    flow += "\n" + n + ".1 r>a 401 " + n +
            " REGISTER | WWW-Authenticate: Digest realm=\"r\", nonce=\"x\"\n";
  };
  attempt(1);
  EXPECT_THAT(Told(flow).registrations(),
              ElementsAre("b@10.0.0.1 challenged without a retry 401: REGISTER 1, 401 2"));
  attempt(2);
  EXPECT_THAT(Told(flow).registrations(), ElementsAre("b@10.0.0.1 refused 401: REGISTER 3, 401 4"));
  attempt(3);
  EXPECT_THAT(Told(flow).registrations(),
              ElementsAre("b@10.0.0.1 auth loop 401: REGISTER 5, 401 6"));
}

TEST(Registrations, OneWithoutAResponse) {
  std::string flow;
  for (const char* time : {"0", "0.5", "1.5", "3.5", "7.5", "11.5", "15.5", "19.5", "23.5", "27.5"})
    flow += std::string(time) + " a>r REGISTER 1 | Contact: <sip:b@10.0.0.1>\n";
  EXPECT_THAT(Told(flow).registrations(),
              ElementsAre("b@10.0.0.1 open when the capture ended: REGISTER 1"));
  EXPECT_THAT(Told(flow + "31.5 a>r REGISTER 1\n").registrations(),
              ElementsAre("b@10.0.0.1 no response: REGISTER 1"));
}

TEST(Registrations, OfTheResponsesAlone) {
  EXPECT_THAT(Told("0.1 r>a 200 1 REGISTER | Contact: <sip:b@10.0.0.1>;expires=60").registrations(),
              ElementsAre(" registered 60 s: 200 1"));
}

}  // namespace
}  // namespace sipgloss::test
