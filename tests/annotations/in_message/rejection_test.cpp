// SPDX-License-Identifier: MIT
// What was wrong with one part of a request, or who refused it. RFC 4412, RFC 5360, RFC 6442,
// RFC 8688, RFC 8876.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Rejection, SpellsOutAnErrorOfTheLocation) {
  const Gloss said(response(424, "INVITE", "Geolocation-Error: 201 ; code=\"Permission needed\""));
  EXPECT_THAT(said.en, ElementsAre("Geolocation-Error 201: permission to pass the location on to a "
                                   "third party is missing.",
                                   "The sender’s words for it: “Permission needed”."));
  EXPECT_THAT(said.zh, ElementsAre("Geolocation-Error 201：缺少向第三方转发位置信息的许可。",
                                   "发送方的说明：“Permission needed”。"));
}

TEST(Rejection, TakesAnUnknownErrorOfTheLocationForThatOfItsHundred) {
  EXPECT_THAT(Gloss(response(200, "MESSAGE", "Geolocation-Error: 311")).en,
              ElementsAre("Geolocation-Error 311: no location could be fetched from the location "
                          "URI."));
  EXPECT_THAT(Gloss(response(424, "INVITE", "Geolocation-Error: 999")).en,
              ElementsAre("Geolocation-Error has the unknown code 999."));
  EXPECT_THAT(Gloss(response(424, "INVITE", "Geolocation-Error: bad")).en,
              ElementsAre("Geolocation-Error has the unknown code bad."));
}

TEST(Rejection, SpellsOutAnErrorOfTheAlert) {
  EXPECT_THAT(Gloss(response(425, "MESSAGE", "AlertMsg-Error: 103;message=\"bad XML\"")).en,
              ElementsAre("AlertMsg-Error 103: the alert is corrupted.",
                          "The sender’s words for it: “bad XML”."));
  EXPECT_THAT(Gloss(response(425, "MESSAGE", "AlertMsg-Error: 200")).zh,
              ElementsAre("AlertMsg-Error 为未知代码 200。"));
}

TEST(Rejection, ListsWhatWouldBeAccepted) {
  EXPECT_THAT(Gloss(response(417, "INVITE", "Accept-Resource-Priority: dsn.flash, q735.4")).en,
              ElementsAre("Resource-Priority is accepted here with these values: dsn.flash, "
                          "q735.4."));
  EXPECT_THAT(Gloss(response(470, "INVITE", "Permission-Missing: <sip:c@example.com>, sip:d@e")).zh,
              ElementsAre("尚未获准向 sip:c@example.com、sip:d@e 发送。"));
}

TEST(Rejection, TellsWhoWaitsAfterGlare) {
  EXPECT_THAT(Gloss(response(491, "INVITE", "Call-ID: 7@192.0.2.1")).en,
              ElementsAre("Who waits longer depends on which side made the Call-ID 7@192.0.2.1: "
                          "see the request that began the dialog."));
  EXPECT_THAT(Gloss(response(491, "MESSAGE", "Call-ID: 7@192.0.2.1")).en, IsEmpty());
}

TEST(Rejection, TellsWhetherThereIsAKey) {
  EXPECT_THAT(Gloss(lines({"SIP/2.0 493 x", "CSeq: 1 MESSAGE",
                           "Content-Type: application/pkcs7-mime;smime-type=certs-only"},
                          "x"))
                  .en,
              ElementsAre("The body carries the certificate to encrypt with."));
  EXPECT_THAT(Gloss(response(493, "MESSAGE")).en,
              ElementsAre("There is no certificate: the peer cannot or will not decrypt S/MIME "
                          "bodies."));
}

TEST(Rejection, TellsWhoBlockedIt) {
  EXPECT_THAT(Gloss(response(608, "INVITE",
                             "Call-Info: <http://example.com/i>;purpose=icon, "
                             "<https://block.example.net/jws>;purpose=jwscard"))
                  .en,
              ElementsAre("Who blocked it, and how to object, is told in a signed card at "
                          "https://block.example.net/jws."));
  EXPECT_THAT(Gloss(response(608, "INVITE")).zh,
              ElementsAre("没有带签名名片（jwscard）的 Call-Info：无从得知由谁拦截。"));
}

TEST(Rejection, TellsTheAlternativeService) {
  const auto said = [](std::string_view xml) {
    return Gloss(lines({"SIP/2.0 380 x", "CSeq: 1 INVITE", "c: application/3gpp-ims+xml"}, xml));
  };
  EXPECT_THAT(said("<ims-3gpp><alternative-service><type>emergency</type>").en,
              ElementsAre("The alternative is described in a body of the type "
                          "application/3gpp-ims+xml.",
                          "It names an emergency: the network takes the number for an emergency "
                          "number and wants an emergency call."));
  EXPECT_EQ(said("<x/>").en.size(), 1U);
  EXPECT_THAT(Gloss(response(380, "INVITE")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
