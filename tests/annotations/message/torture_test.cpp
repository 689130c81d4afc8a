// SPDX-License-Identifier: MIT
// The 49 torture messages of RFC 4475: the valid ones have no defect, the broken ones have those
// they were made for.
#include <set>

#include "captures.hpp"
#include "invariants.hpp"
#include "support.hpp"

namespace sipgloss::test {
namespace {

using enum DefectKind;
using Kind = Message::Kind;
using namespace std::string_view_literals;

constexpr Kind response = Kind::response;
constexpr Kind request = Kind::request;

struct Torture {
  std::string name;
  std::string section;  ///< of RFC 4475
  Kind kind;
  std::vector<DefectKind> defects;  ///< in the order of the parser

  friend void PrintTo(const Torture& torture, std::ostream* out) {
    *out << torture.name << " of RFC 4475 section " << torture.section;
  }
};

/// Where the section describes a fault that the grammar of one message cannot show, or that lies
/// inside a URI or a header field that the parser does not read, there is no defect: the rules
/// judge those.
const Torture messages[] = {
    {"wsinv", "3.1.1.1", request, {}},
    {"intmeth", "3.1.1.2", request, {}},
    {"esc01", "3.1.1.3", request, {}},
    {"escnull", "3.1.1.4", request, {}},
    {"esc02", "3.1.1.5", request, {}},
    {"lwsdisp", "3.1.1.6", request, {}},
    {"longreq", "3.1.1.7", request, {}},
    // The message is whole; octets that do not belong to it follow in the datagram.
    {"dblreq", "3.1.1.8", request, {body_excess}},
    {"semiuri", "3.1.1.9", request, {}},
    {"transports", "3.1.1.10", request, {}},
    {"mpart01", "3.1.1.11", request, {}},
    {"unreason", "3.1.1.12", response, {}},
    {"noreason", "3.1.1.13", response, {}},
    // Via ";;,;,,": two empty parameters, a value without anything, two empty values. Contact:
    // ";;;;".
    {"badinv01",
     "3.1.2.1",
     request,
     {parameter_malformed, parameter_malformed, via_malformed, via_malformed, via_malformed,
      parameter_malformed, parameter_malformed, parameter_malformed, parameter_malformed}},
    {"clerr", "3.1.2.2", request, {body_short}},
    {"ncl", "3.1.2.3", request, {content_length_malformed}},
    // CSeq and Expires; Max-Forwards is the rules', and so is a Contact's expires.
    {"scalar02", "3.1.2.4", request, {cseq_number_range, number_range}},
    {"scalarlg", "3.1.2.5", response, {cseq_number_range, number_range, warning_malformed}},
    {"quotbal", "3.1.2.6", request, {quoted_string_open}},
    {"ltgtruri", "3.1.2.7", request, {}},
    {"lwsruri", "3.1.2.8", request, {start_line_spacing}},
    {"lwsstart", "3.1.2.9", request, {start_line_spacing}},
    {"trws", "3.1.2.10", request, {start_line_spacing}},
    {"escruri", "3.1.2.11", request, {}},
    {"baddate", "3.1.2.12", request, {}},
    {"regbadct", "3.1.2.13", request, {name_addr_malformed}},
    {"badaspec", "3.1.2.14", request, {name_addr_malformed}},
    // Its file also ends without a blank line.
    {"baddn", "3.1.2.15", request, {blank_line_missing, name_addr_malformed, name_addr_malformed}},
    {"badvers", "3.1.2.16", request, {version_unknown}},
    {"mismatch01", "3.1.2.17", request, {}},
    {"mismatch02", "3.1.2.18", request, {}},
    {"bigcode", "3.1.2.19", response, {status_code_length, status_code_range}},
    {"badbranch", "3.2.1", request, {}},
    {"insuf", "3.3.1", request, {}},
    {"unkscm", "3.3.2", request, {}},
    {"novelsc", "3.3.3", request, {}},
    {"unksm2", "3.3.4", request, {}},
    {"bext01", "3.3.5", request, {}},
    {"invut", "3.3.6", request, {}},
    {"regaut01", "3.3.7", request, {}},
    {"multi01", "3.3.8", request, {}},
    {"mcl01", "3.3.9", request, {content_length_conflict, body_excess}},
    {"bcast", "3.3.10", response, {}},
    {"zeromf", "3.3.11", request, {}},
    {"cparam01", "3.3.12", request, {}},
    {"cparam02", "3.3.13", request, {}},
    {"regescrt", "3.3.14", request, {}},
    {"sdp01", "3.3.15", request, {}},
    {"inv2543", "3.4.1", request, {}},
};
static_assert(std::size(messages) == 49);

std::filesystem::path folder() { return captures_folder() / "rfc4475"; }

/// One message of the folder, or a skipped test.
class TortureMessage : public testing::TestWithParam<Torture> {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(folder())) {
      GTEST_SKIP() << "The messages of RFC 4475 are not here: set SIPGLOSS_CAPTURES to the folder "
                      "that holds rfc4475/*.dat.";
    }
    const auto bytes = bytes_of(folder() / (GetParam().name + ".dat"));
    ASSERT_TRUE(bytes) << GetParam().name;
    bytes_ = *bytes;
  }
  std::string bytes_;
};

TEST_P(TortureMessage, HasTheDefectsThatItWasMadeFor) {
  const Parsed parsed = datagram(bytes_);
  EXPECT_EQ(parsed->kind, GetParam().kind);
  std::vector<std::string_view> expected;
  for (const DefectKind kind : GetParam().defects) expected.push_back(name_of(kind));
  std::vector<std::string_view> got;
  for (const Defect& defect : parsed->defects) got.push_back(name_of(defect.kind));
  EXPECT_EQ(got, expected) << testing::PrintToString(parsed.defects());
}

TEST_P(TortureMessage, KeepsTheInvariantsWhereverItIsCut) {
  // Some fifty places a message: an odd step, so that they do not keep to a pattern.
  const std::size_t step = bytes_.size() / 50 | 1;
  for (std::size_t length = bytes_.size() % step; length <= bytes_.size(); length += step) {
    const Exact cut(std::string_view(bytes_).substr(0, length));
    EXPECT_EQ(broken_invariant(cut.view()), "") << "of the first " << length << " bytes";
  }
}

INSTANTIATE_TEST_SUITE_P(Rfc4475, TortureMessage, testing::ValuesIn(messages),
                         [](const auto& test) { return test.param.name; });

/// A message of the folder by name, or a skipped test.
#define SIPGLOSS_TORTURE(variable, name)                                                    \
  const auto variable##_bytes = bytes_of(folder() / name ".dat");                           \
  if (!variable##_bytes) GTEST_SKIP() << "No rfc4475/" name ".dat: set SIPGLOSS_CAPTURES."; \
  const Parsed variable = datagram(*variable##_bytes)

TEST(Torture, FolderHoldsTheMessagesOfTheTable) {
  if (!std::filesystem::is_directory(folder())) GTEST_SKIP() << "Set SIPGLOSS_CAPTURES.";
  std::set<std::string> listed;
  for (const Torture& message : messages) listed.insert(message.name);
  std::set<std::string> there;
  for (const auto& file : std::filesystem::directory_iterator(folder())) {
    if (file.path().extension() == ".dat") there.insert(file.path().stem());
  }
  EXPECT_EQ(there, listed);
}

TEST(Torture, ScalarlgIsBrokenInThreeFields) {
  SIPGLOSS_TORTURE(scalarlg, "scalarlg");
  EXPECT_EQ(scalarlg->status_code, 503U);
  EXPECT_EQ(scalarlg->cseq().number, std::nullopt);
  EXPECT_EQ(scalarlg->method(), Method::options);
  EXPECT_EQ(scalarlg.defects(), (Found{{cseq_number_range, "9292394834772304023312"},
                                       {number_range, "949302838503028349304023988"},
                                       {warning_malformed, "1812 overture \"In Progress\""}}));
}

TEST(Torture, BigcodeIsAResponseWithoutACode) {
  SIPGLOSS_TORTURE(bigcode, "bigcode");
  EXPECT_EQ(bigcode->status_digits, "4294967301");
  EXPECT_EQ(bigcode->status_code, 0U);
  EXPECT_EQ(bigcode->reason_phrase, "better not break the receiver");
  EXPECT_EQ(bigcode.defects(),
            (Found{{status_code_length, "4294967301"}, {status_code_range, "4294967301"}}));
}

TEST(Torture, UnreasonAndNoreasonKeepTheirPhrases) {
  SIPGLOSS_TORTURE(unreason, "unreason");
  EXPECT_TRUE(unreason->reason_phrase.starts_with("= 2**3 * 5**2 \xD0\xBD\xD0\xBE "));
  EXPECT_EQ(unreason->body.size(), 154U);
  SIPGLOSS_TORTURE(noreason, "noreason");
  EXPECT_EQ(noreason->status_code, 100U);
  EXPECT_EQ(noreason->reason_phrase, "");
}

TEST(Torture, BcastHasTwoVias) {
  SIPGLOSS_TORTURE(bcast, "bcast");
  EXPECT_EQ(values(*bcast, HeaderName::via).size(), 2U);
  EXPECT_EQ(read_via(values(*bcast, HeaderName::via)[1]).host, "255.255.255.255");
}

TEST(Torture, WsinvComesApartInSpiteOfItsFolds) {
  SIPGLOSS_TORTURE(wsinv, "wsinv");
  EXPECT_EQ(wsinv->to().uri, "sip:vivekg@chair-dnrc.example.com");
  EXPECT_EQ(wsinv->to().tag, "1918181833n");
  EXPECT_EQ(wsinv->from().uri, "sip:jdrosen@example.com");
  EXPECT_EQ(wsinv->from().tag, "98asjd8");
  EXPECT_EQ(wsinv->cseq().number, 9U);
  EXPECT_EQ(wsinv->cseq().method, Method::invite);
  EXPECT_EQ(wsinv->body.size(), 150U);
  Strings hops;
  for (const std::string_view value : Values(*wsinv, HeaderName::via)) {
    const Via via = read_via(value);
    hops.push_back(
        std::string(via.transport).append(" ").append(via.host).append(" ").append(via.branch));
  }
  EXPECT_EQ(hops, (Strings{"UDP 192.0.2.2 390skdjuw", "TCP spindle.example.com z9hG4bK9ikj8",
                           "UDP 192.168.255.111 z9hG4bK30239"}));
}

TEST(Torture, IntmethKeepsItsUnusualMethod) {
  SIPGLOSS_TORTURE(intmeth, "intmeth");
  EXPECT_EQ(intmeth->method_name, "!interesting-Method0123456789_*+`.%indeed'~");
  EXPECT_EQ(intmeth->cseq().method_name, intmeth->method_name);
  EXPECT_EQ(intmeth->method(), Method::other);
  EXPECT_EQ(intmeth->to().display_name, "BEL:\\\x07 NUL:\\\0 DEL:\\\x7F"sv);
  EXPECT_EQ(intmeth->from().tag, "_token~1'+`*%!-.");
}

TEST(Torture, LongreqHas34Vias) {
  SIPGLOSS_TORTURE(longreq, "longreq");
  const Strings vias = values(*longreq, HeaderName::via);
  ASSERT_EQ(vias.size(), 34U);
  EXPECT_EQ(read_via(vias[0]).host, "sip33.example.com");
  EXPECT_EQ(read_via(vias[33]).host, "host.example.com");
}

TEST(Torture, DblreqEndsBeforeTheSecondRequest) {
  SIPGLOSS_TORTURE(dblreq, "dblreq");
  EXPECT_EQ(dblreq->method(), Method::register_);
  EXPECT_EQ(dblreq->body, "");
  EXPECT_TRUE(dblreq->defects.front().bytes.starts_with("\r\nINVITE sip:joe@example.com"));
}

TEST(Torture, Esc02HasTwoContacts) {
  SIPGLOSS_TORTURE(esc02, "esc02");
  EXPECT_EQ(esc02->method(), Method::other);
  EXPECT_EQ(values(*esc02, HeaderName::contact).size(), 2U);
}

}  // namespace
}  // namespace sipgloss::test
