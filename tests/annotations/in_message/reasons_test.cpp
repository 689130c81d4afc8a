// SPDX-License-Identifier: MIT
// Warning, Reason and Error-Info. RFC 3261 sections 20.18 and 20.43, RFC 3326, RFC 3398.
#include "sipgloss/cause.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Warning, IsSpelledOut) {
  const Gloss said(
      response(487, "INVITE", "Warning: 305 192.0.2.1:5060 \"no common codec, sorry\""));
  const Cause& format = *find_warning(305);
  EXPECT_THAT(said.en,
              ElementsAre("Warning 305 from 192.0.2.1:5060: " + std::string(format.name.en) + ".",
                          std::string(format.meaning.en),
                          "The sender’s words for it: “no common codec, sorry”."));
  EXPECT_THAT(
      said.zh,
      ElementsAre("Warning 305，来自 192.0.2.1:5060：" + std::string(format.name.zh) + "。",
                  std::string(format.meaning.zh), "发送方的说明：“no common codec, sorry”。"));
}

TEST(Warning, OfNoRegisteredCodeIsToldByItsRange) {
  const Gloss said(response(487, "INVITE", "Warning: 392 192.0.2.1 \"Noisy feedback\""));
  EXPECT_THAT(said.en, ElementsAre("There is a Warning 392 from 192.0.2.1.",
                                   std::string(warning_range_of(392)->meaning.en),
                                   "The sender’s words for it: “Noisy feedback”."));
}

TEST(Warning, ThatCannotBeReadIsShown) {
  EXPECT_THAT(Gloss(response(487, "INVITE", "Warning: careful")).en,
              ElementsAre("A Warning cannot be read: careful."));
}

TEST(Warning, OfVeryManyTheFirstAreTold) {
  std::string row = "Warning: 399 a \"x\"";
  for (int i = 0; i < 1000; ++i) row += ", 399 a \"x\"";
  EXPECT_THAT(Gloss(response(487, "INVITE", row)).en, SizeIs(18));
}

TEST(Reason, OfQ850IsSpelledOut) {
  const Gloss said(response(486, "INVITE", "Reason: Q.850;cause=17;text=\"User busy\""));
  EXPECT_THAT(said.en, ElementsAre("Reason, Q.850 cause 17: user busy.",
                                   std::string(find_q850(17)->meaning.en)));
  EXPECT_EQ(said.zh.front(),
            "Reason，Q.850 原因值 17：" + std::string(find_q850(17)->name.zh) + "。");
}

TEST(Reason, RepeatsTheTextWhereItSaysMore) {
  EXPECT_EQ(
      Gloss(response(486, "INVITE", "Reason: Q.850;cause=17;text=\"line 3 in use\"")).en.back(),
      "The sender’s words for it: “line 3 in use”.");
}

TEST(Reason, ThatContradictsTheStatusIsTold) {
  const Gloss said(response(404, "INVITE", "Reason: q.850;cause=17"));
  ASSERT_EQ(statuses_instead(17, 404).size(), 1U);
  EXPECT_EQ(said.en.back(),
            "Gateways usually make 486 of that cause (RFC 3398 section 7.2.4.1): the 404 may have "
            "been changed on the way.");
  EXPECT_EQ(said.zh.back(),
            "网关通常将此原因值映射为 486（RFC 3398 第 7.2.4.1 节）：404 可能在途中被改过。");
  EXPECT_THAT(Gloss(response(404, "BYE", "Reason: Q.850;cause=17")).en, SizeIs(2));
  EXPECT_THAT(Gloss(response(183, "INVITE", "Reason: Q.850;cause=17")).en, SizeIs(3));
}

TEST(Reason, OfQ850ThatIsNotAssignedIsToldByItsClass) {
  EXPECT_THAT(Gloss(response(487, "INVITE", "Reason: Q.850;cause=10")).en,
              ElementsAre(HasSubstr("Reason, Q.850 cause 10: not assigned, of the class ")));
  EXPECT_THAT(Gloss(response(487, "INVITE", "Reason: Q.850;cause=4294967295")).en,
              ElementsAre("Reason, Q.850 cause 4294967295: there is no such cause."));
}

TEST(Reason, OfSipIsTheNameOfTheStatus) {
  EXPECT_THAT(
      Gloss(response(487, "INVITE", "Reason: SIP ;cause=200 ;text=\"Call completed elsewhere\""))
          .en,
      ElementsAre("Reason, SIP status 200: OK.",
                  "The sender’s words for it: “Call completed elsewhere”."));
  EXPECT_THAT(Gloss(response(487, "INVITE", "Reason: SIP;cause=799")).en,
              ElementsAre("Reason, SIP status 799: it is not known."));
}

TEST(Reason, OfOtherProtocolsIsSpelledOutWhereItIsKnown) {
  EXPECT_EQ(Gloss(response(487, "INVITE", "Reason: STIR;cause=436")).en.front(),
            "Reason, STIR cause 436: Bad Identity Info.");
  EXPECT_EQ(Gloss(response(487, "INVITE", "Reason: preemption;cause=1")).en.front(),
            "Reason, preemption cause 1: UA preemption.");
  EXPECT_THAT(Gloss(response(487, "INVITE", "Reason: RELEASE_CAUSE;cause=3")).zh,
              ElementsAre("Reason，RELEASE_CAUSE 原因值 3。"));
}

TEST(Reason, WithoutAReadableCauseIsShown) {
  EXPECT_THAT(Gloss(response(487, "INVITE", "Reason: Q.850;cause=x, SIP")).en,
              ElementsAre("A Reason names no cause that can be read: Q.850;cause=x.",
                          "A Reason names no cause that can be read: SIP."));
}

TEST(ErrorInfo, NamesWhereMoreIsToBeFound) {
  EXPECT_THAT(
      Gloss(response(487, "INVITE", "Error-Info: <sip:not-in-service@example.com>;x=y")).en,
      ElementsAre(
          "More on the failure is to be found (or heard) at sip:not-in-service@example.com."));
  EXPECT_THAT(Gloss(response(200, "BYE", "Error-Info: <sip:a@example.com>")).en, IsEmpty());
}

TEST(Software, IsTheServersElseTheUserAgents) {
  EXPECT_THAT(Gloss(response(200, "BYE", "User-Agent: UA/1", "Server: S/2")).en,
              ElementsAre("Sent by the software S/2."));
  EXPECT_THAT(Gloss(response(200, "BYE", "User-Agent: UA/1")).zh,
              ElementsAre("发送此响应的软件：UA/1。"));
  EXPECT_THAT(Gloss(response(200, "BYE")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
