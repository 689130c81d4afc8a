// SPDX-License-Identifier: MIT
// Whom a call was forwarded by and to. RFC 7044 section 5, RFC 4458 section 2.2, RFC 7544.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A final response, of which nothing else is told.
template <typename... Headers>
Gloss refused(const Headers&... headers) {
  return Gloss(response(487, "INVITE", headers...));
}

TEST(Forwarding, TellsFromWhomToWhomAndWhy) {
  const Gloss said = refused(
      "History-Info: <sip:bob@example.com>;index=1,"
      " <sip:carol@example.com;cause=486>;index=1.1;mp=1");
  EXPECT_THAT(said.en, ElementsAre("The call was forwarded from sip:bob@example.com to "
                                   "sip:carol@example.com;cause=486: user busy."));
  EXPECT_THAT(said.zh, ElementsAre("呼叫由 sip:bob@example.com 前转到 "
                                   "sip:carol@example.com;cause=486：用户忙。"));
}

TEST(Forwarding, TellsWhatItCan) {
  EXPECT_THAT(refused("History-Info: <sip:b@example.com>;index=1",
                      "History-Info: <sip:c@example.com>;index=1.1;mp=1")
                  .en,
              ElementsAre("The call was forwarded from sip:b@example.com to sip:c@example.com."));
  EXPECT_THAT(refused("History-Info: <sip:c@example.com;cause=302>;index=1.1;mp=1").en,
              ElementsAre("The call was forwarded to sip:c@example.com;cause=302: unconditional."));
}

TEST(Forwarding, TellsNothingOfARequestThatOnlyWentOn) {
  EXPECT_THAT(
      refused("History-Info: <sip:b@example.com>;index=1, <sip:b@192.0.2.1>;index=1.1;rc=1").en,
      IsEmpty());
  EXPECT_THAT(refused("History-Info: <sip:c@example.com;cause=299>;index=1;mp=7").en, IsEmpty());
  EXPECT_THAT(refused("History-Info: <sip:c@example.com").en, IsEmpty());
}

TEST(Forwarding, TellsHowAnAttemptEnded) {
  const Gloss said = refused(
      "History-Info: <sip:b@example.com?Privacy=history&Reason=SIP%3Bcause%3D486>;index=1.1");
  EXPECT_THAT(said.en, ElementsAre("The attempt at sip:b@example.com ended with 486 Busy Here."));
  EXPECT_THAT(said.zh, ElementsAre("对 sip:b@example.com 的尝试以 486 此处忙 告终。"));
  EXPECT_THAT(refused("History-Info: <sip:b@example.com?Reason=SIP%3Bcause%3D200>;index=1").en,
              IsEmpty());
}

TEST(Forwarding, ReadsDiversion) {
  const Gloss said = refused(
      "Diversion: <sip:c@example.com>;reason=no-answer;counter=1, <sip:b@example.com>;reason=odd",
      "Diversion: <tel:+861>");
  EXPECT_THAT(said.en, ElementsAre("The call was diverted by sip:c@example.com: no answer.",
                                   "The call was diverted by sip:b@example.com: odd.",
                                   "The call was diverted by tel:+861."));
  EXPECT_THAT(said.zh,
              ElementsAre("呼叫由 sip:c@example.com 前转：无应答。",
                          "呼叫由 sip:b@example.com 前转：odd。", "呼叫由 tel:+861 前转。"));
}

TEST(Forwarding, OfVeryManyEntriesTellsTheFirst) {
  std::string history = "History-Info: <sip:a@example.com>;index=1";
  std::string diversion = "Diversion: <sip:a@example.com>";
  for (int i = 0; i < 1000; ++i) {
    history += ", <sip:a@example.com>;index=1." + std::to_string(i) + ";mp=1";
    diversion += ", <sip:a@example.com>";
  }
  EXPECT_THAT(refused(history).en, SizeIs(11));
  EXPECT_THAT(refused(diversion).en, SizeIs(12));
}

}  // namespace
}  // namespace sipgloss::test
