// SPDX-License-Identifier: MIT
// What a verifier says of the identity of the caller. RFC 5079 section 3, RFC 8224 section 6.2.2.
#include "support.hpp"

namespace sipgloss::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string plain = request("INVITE sip:b@example.com", "From: <sip:a@example.com>;tag=a");
const std::string with_identity = request("INVITE sip:b@example.com", "Identity: abc");

std::string refusal(std::string_view status) {
  return lines({"SIP/2.0 " + std::string(status), "CSeq: 1 INVITE"});
}

TEST(Identity, IsComparedWithWhatTheRequestCarried) {
  EXPECT_THAT(Gloss(refusal("428 x"), {.request = plain}).en,
              ElementsAre("The request as captured has no Identity."));
  EXPECT_THAT(Gloss(refusal("428 x"), {.request = with_identity}).en,
              ElementsAre("The request as captured has an Identity: it was removed further on, or "
                          "its ppt is not supported."));
  for (const char* status : {"436 x", "437 x", "438 x"}) {
    EXPECT_THAT(Gloss(refusal(status), {.request = plain}).en,
                ElementsAre("The request as captured has no Identity: it was signed further on."));
    EXPECT_THAT(Gloss(refusal(status), {.request = with_identity}).en, IsEmpty());
    EXPECT_THAT(Gloss(refusal(status)).en, IsEmpty());
  }
}

TEST(Identity, IsExplainedByTheReasonPhrase) {
  EXPECT_THAT(Gloss(refusal("403 Stale Date")).en,
              ElementsAre("By its reason phrase the Date (or iat) of a signed request is too old: "
                          "compare the clocks of caller’s side and verifier."));
  EXPECT_THAT(Gloss(refusal("428 Use Supported PASSporT Format")).zh,
              ElementsAre("原因短语表明请求有签名，但验证方不支持其 PASSporT 格式（ppt）。"));
  EXPECT_THAT(
      Gloss(refusal("438 invalid passport")).en,
      ElementsAre("By its reason phrase the PASSporT lacks something that its format requires."));
}

TEST(Identity, WithheldIsComparedWithTheRequest) {
  const auto asked = [](std::string_view header) {
    return Gloss(refusal("433 x"), {.request = request("INVITE sip:b@example.com", header)}).en;
  };
  const auto withheld =
      ElementsAre("The request as captured asks for anonymity, in From or in Privacy.");
  EXPECT_THAT(asked("From: \"Anonymous\" <sip:a@example.com>;tag=a"), withheld);
  EXPECT_THAT(asked("From: <sip:anonymous@Anonymous.invalid>;tag=a"), withheld);
  EXPECT_THAT(asked("Privacy: header; ID"), withheld);
  const auto shown = ElementsAre(
      "The request as captured does not ask for anonymity: it was made anonymous "
      "further on, or is taken for it.");
  EXPECT_THAT(asked("Privacy: none"), shown);
  EXPECT_THAT(asked("From: <sip:a@example.com>;tag=a"), shown);
  EXPECT_THAT(Gloss(refusal("433 x")).en, IsEmpty());
}

}  // namespace
}  // namespace sipgloss::test
