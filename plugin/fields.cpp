// SPDX-License-Identifier: GPL-2.0-or-later
// The fields for display filters, and the expert infos, which are made from the rule list.
#include "fields.hpp"

#include <epan/proto.h>

#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "sipgloss/family.hpp"

namespace sipgloss::plugin {
namespace {

Fields the_fields;
int the_protocol = -1;
int ett_gloss = -1;
int ett_finding = -1;
int ett_code = -1;
int ett_follow_up = -1;
int ett_failure = -1;

// Wireshark keeps the pointers to all that is registered, so these live as long as the program. The
// names are string literals, and so end with NUL.
template <typename Enum>
const value_string* names_up_to(Enum last) {
  static std::vector<value_string> names;
  for (guint32 i = 0; i <= static_cast<guint32>(last); ++i)
    names.push_back({i, name_of(static_cast<Enum>(i)).en.data()});
  names.push_back({0, nullptr});
  return names.data();
}

const value_string* family_names() {
  static std::vector<value_string> names;
  guint32 number = 0;
  for (const Family& family : families()) names.push_back({number++, family.letters.data()});
  names.push_back({0, nullptr});
  return names.data();
}

const value_string* class_names() {
  static std::vector<value_string> names;
  for (const ClassEntry& entry : classes())
    names.push_back({static_cast<guint32>(entry.value), entry.name.en.data()});
  names.push_back({0, nullptr});
  return names.data();
}

#define TEXT_FIELD(member, label_en, label_zh, abbreviation, blurb)                             \
  {&the_fields.member.en,                                                                       \
   {label_en, "sipgloss." abbreviation ".en", FT_STRING, BASE_NONE, nullptr, 0, blurb, HFILL}}, \
  {                                                                                             \
    &the_fields.member.zh, {                                                                    \
      label_zh, "sipgloss." abbreviation ".zh", FT_STRING, BASE_NONE, nullptr, 0,               \
          blurb ", in Chinese", HFILL                                                           \
    }                                                                                           \
  }

void register_header_fields() {
  static hf_register_info infos[] = {
      {&the_fields.code,
       {"Code", "sipgloss.code", FT_UINT16, BASE_DEC, nullptr, 0, "Status code of the response",
        HFILL}},
      {&the_fields.response_class,
       {"Class", "sipgloss.class", FT_UINT8, BASE_DEC, VALS(class_names()), 0,
        "Class of the response: its first digit; 10 to 12 for a failure that became none, or lies "
        "between proxies",
        HFILL}},
      {&the_fields.read_as,
       {"Read as", "sipgloss.read_as", FT_UINT16, BASE_DEC, nullptr, 0,
        "The code as which a client treats one that is not registered (RFC 3261 section 8.1.3.2)",
        HFILL}},
      {&the_fields.status,
       {"Status", "sipgloss.status", FT_UINT8, BASE_DEC, VALS(names_up_to(Status::private_use)), 0,
        "Whether the code is registered", HFILL}},
      {&the_fields.category,
       {"Category", "sipgloss.category", FT_UINT8, BASE_DEC, VALS(names_up_to(Category::state)), 0,
        "What kind of trouble the response tells of, whatever its number", HFILL}},
      TEXT_FIELD(name, "Name", "名称", "name", "Name of the status code"),
      TEXT_FIELD(meaning, "Meaning", "含义", "meaning",
                 "What the response means, a sentence an item"),
      TEXT_FIELD(in_message, "In this message", "本消息", "in_message",
                 "What the values that this very message carries mean"),
      TEXT_FIELD(practice, "In practice", "实际情况", "practice",
                 "Who sends it and why: what to suspect first"),
      TEXT_FIELD(next, "Expected next", "后续", "next", "What comes next, a step an item"),
      TEXT_FIELD(header, "Header field", "头域", "header",
                 "A header field that the response must, should or may carry"),
      TEXT_FIELD(dialog, "Effect on the dialog", "对对话的影响", "dialog",
                 "What the response does to the dialog"),
      TEXT_FIELD(sent_by, "May be sent by", "可能的发送方", "sent_by", "Who may send it"),
      {&the_fields.defined_in,
       {"Defined in", "sipgloss.defined_in", FT_STRING, BASE_NONE, nullptr, 0,
        "Where the code is defined", HFILL}},
      {&the_fields.request_frame,
       {"Request in frame", "sipgloss.request_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0, "The request that this response answers", HFILL}},
      {&the_fields.response_time,
       {"Response time", "sipgloss.response_time", FT_RELATIVE_TIME, BASE_NONE, nullptr, 0,
        "From the first sending of the request to this response", HFILL}},
      {&the_fields.call,
       {"Call", "sipgloss.call", FT_UINT32, BASE_DEC, nullptr, 0,
        "A number for all messages of one Call-ID, over all hops", HFILL}},
      {&the_fields.retransmission_of,
       {"Retransmission of frame", "sipgloss.retransmission_of", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RETRANS_PREV), 0, "The first sending of this message", HFILL}},
      {&the_fields.duplicate_of,
       {"Captured before in frame", "sipgloss.duplicate_of", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_NONE), 0, "The same packet, captured twice", HFILL}},
      {&the_fields.response_frame,
       {"Answered in frame", "sipgloss.response_frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_RESPONSE), 0, "The final response to this request", HFILL}},
      // Fields of one name: Wireshark marks what an ACK or PRACK acknowledges, and links the
      // others.
      {&the_fields.answers,
       {"Follows up frame", "sipgloss.answers", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_NONE), 0, "The response that this request follows up", HFILL}},
      {&the_fields.acknowledges,
       {"Follows up frame", "sipgloss.answers", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, "The response that this request follows up", HFILL}},
      {&the_fields.answers_code,
       {"Follows up code", "sipgloss.answers.code", FT_UINT16, BASE_DEC, nullptr, 0,
        "The status code of the response that this request follows up", HFILL}},
      {&the_fields.answers_action,
       {"As", "sipgloss.answers.action", FT_UINT8, BASE_DEC, VALS(names_up_to(Action::nothing)), 0,
        "What this request is to the response that it follows up", HFILL}},
      {&the_fields.answers_delay,
       {"After", "sipgloss.answers.delay", FT_RELATIVE_TIME, BASE_NONE, nullptr, 0,
        "From the response to the request that follows it up", HFILL}},
      TEXT_FIELD(follow_up, "Follow-up", "后续动作", "follow_up",
                 "What has to come next, and how it stands with that"),
      {&the_fields.follow_up_action,
       {"Action", "sipgloss.follow_up.action", FT_UINT8, BASE_DEC,
        VALS(names_up_to(Action::nothing)), 0, "What is expected", HFILL}},
      {&the_fields.follow_up_status,
       {"Status", "sipgloss.follow_up.status", FT_UINT8, BASE_DEC,
        VALS(names_up_to(FollowUpStatus::not_visible)), 0,
        "Whether it came, as far as the capture shows", HFILL}},
      {&the_fields.follow_up_frame,
       {"In frame", "sipgloss.follow_up.frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_NONE), 0, "Where it was seen", HFILL}},
      {&the_fields.follow_up_acknowledgement,
       {"In frame", "sipgloss.follow_up.frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_ACK), 0, "Where it was seen", HFILL}},
      {&the_fields.follow_up_delay,
       {"After", "sipgloss.follow_up.delay", FT_RELATIVE_TIME, BASE_NONE, nullptr, 0,
        "From the response to its follow-up", HFILL}},
      TEXT_FIELD(follow_up_reason, "Why", "理由", "follow_up.reason",
                 "Why the status is what it is"),
      {&the_fields.follow_up_cite,
       {"According to", "sipgloss.follow_up.cite", FT_STRING, BASE_NONE, nullptr, 0,
        "The section that asks for it", HFILL}},
      {&the_fields.finding,
       {"Finding", "sipgloss.finding", FT_STRING, BASE_NONE, nullptr, 0,
        "Code of a rule that the message breaks", HFILL}},
      {&the_fields.finding_slug,
       {"Rule", "sipgloss.finding.slug", FT_STRING, BASE_NONE, nullptr, 0,
        "Readable name of the rule", HFILL}},
      {&the_fields.finding_level,
       {"Level", "sipgloss.finding.level", FT_UINT8, BASE_DEC, VALS(names_up_to(Level::must)), 0,
        "How grave the finding is: MUST is an error, SHOULD a warning", HFILL}},
      {&the_fields.finding_family,
       {"Family", "sipgloss.finding.family", FT_UINT8, BASE_DEC, VALS(family_names()), 0,
        "The family of the rule: what its code begins with", HFILL}},
      TEXT_FIELD(finding_text, "What is wrong", "问题", "finding.text",
                 "What the message does wrong"),
      {&the_fields.finding_cite,
       {"According to", "sipgloss.finding.cite", FT_STRING, BASE_NONE, nullptr, 0,
        "The section that the message breaks", HFILL}},
      {&the_fields.finding_frame,
       {"Together with frame", "sipgloss.finding.frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_NONE), 0, "Another frame that the finding rests on", HFILL}},
      {&the_fields.finding_count,
       {"Findings", "sipgloss.finding.count", FT_UINT32, BASE_DEC, nullptr, 0,
        "How many rules the message breaks", HFILL}},
      {&the_fields.finding_hidden,
       {"Hidden findings", "sipgloss.finding.hidden", FT_UINT32, BASE_DEC, nullptr, 0,
        "How many findings the preferences leave out", HFILL}},
      {&the_fields.defect,
       {"Malformed", "sipgloss.defect", FT_STRING, BASE_NONE, nullptr, 0,
        "A part of the message that does not follow the grammar", HFILL}},
      TEXT_FIELD(failure, "What failed", "失败情况", "failure",
                 "What the network did to a request, or what lies between proxies"),
      TEXT_FIELD(failure_next, "What is done now", "后续处理", "failure.next",
                 "What the client or the proxy does about it"),
      {&the_fields.failure_acts_as,
       {"Acts as on", "sipgloss.failure.acts_as", FT_UINT16, BASE_DEC, nullptr, 0,
        "The status code on which the client acts where none came (RFC 3261 section 8.1.3.1)",
        HFILL}},
      {&the_fields.failure_frame,
       {"Shown in frame", "sipgloss.failure.frame", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_NONE), 0, "The frame that shows why the request failed", HFILL}},
      {&the_fields.failure_request,
       {"Failed request in frame", "sipgloss.failure.request", FT_FRAMENUM, BASE_NONE,
        FRAMENUM_TYPE(FT_FRAMENUM_REQUEST), 0, "A request that failed by this frame", HFILL}},
      {&the_fields.failure_cite,
       {"According to", "sipgloss.failure.cite", FT_STRING, BASE_NONE, nullptr, 0,
        "The section that says what is done", HFILL}},
      TEXT_FIELD(summary, "Summary", "摘要", "summary", "The response in a line"),
      {&the_fields.summary_shown,
       {"Summary", "sipgloss.summary", FT_STRING, BASE_NONE, nullptr, 0,
        "The response in a line, in the chosen language: made for a column", HFILL}},
      {&the_fields.quoted,
       {"Quoted", "sipgloss.quoted", FT_STRING, BASE_NONE, nullptr, 0,
        "The message is only quoted in another one", HFILL}},
      {&the_fields.unrecognised,
       {"Not parsed as SIP", "sipgloss.unrecognised", FT_STRING, BASE_NONE, nullptr, 0,
        "Why Wireshark does not take these bytes for a SIP response", HFILL}},
  };
  static int* subtrees[] = {&ett_gloss, &ett_finding, &ett_code, &ett_follow_up, &ett_failure};
  proto_register_field_array(the_protocol, infos, static_cast<int>(std::size(infos)));
  proto_register_subtree_array(subtrees, static_cast<int>(std::size(subtrees)));
}

#undef TEXT_FIELD

int severity_of(Level level) {
  switch (level) {
    case Level::must:
      return PI_ERROR;
    case Level::should:
      return PI_WARN;
    case Level::note:
      break;
  }
  return PI_NOTE;
}

/// The expert infos of one rule: at its own level, and one lower for peers of RFC 2543.
struct RuleExpert {
  std::string name;
  std::string lowered_name;
  std::string summary;
  expert_field own = EI_INIT;
  expert_field lowered = EI_INIT;
};
std::unordered_map<const Rule*, RuleExpert> experts;

bool can_be_lowered(const Rule& rule) {
  return rule.applies_to.guards.has(Guard::older_peer) && rule.level != Level::note;
}

void register_experts() {
  static std::vector<ei_register_info> infos;
  experts.reserve(rules().size());
  infos.reserve(2 * rules().size());
  for (const Rule* const known : rules()) {
    const Rule& rule = *known;
    RuleExpert& expert = experts[known];
    expert.name = "sipgloss.rule." + std::string(rule.slug);
    expert.summary = std::string(rule.code) + " " + std::string(rule.slug);
    infos.push_back({&expert.own,
                     {expert.name.c_str(), PI_PROTOCOL, severity_of(rule.level),
                      expert.summary.c_str(), EXPFILL}});
    if (!can_be_lowered(rule)) continue;
    expert.lowered_name = expert.name + ".older_peer";
    const auto lower = static_cast<Level>(static_cast<int>(rule.level) - 1);
    infos.push_back({&expert.lowered,
                     {expert.lowered_name.c_str(), PI_PROTOCOL, severity_of(lower),
                      expert.summary.c_str(), EXPFILL}});
  }
  expert_register_field_array(expert_register_protocol(the_protocol), infos.data(),
                              static_cast<int>(infos.size()));
}

RuleExpert& expert_entry_of(const Finding& finding) {
  return experts.find(finding.rule)->second;  // all rules are there
}

}  // namespace

void register_fields() {
  the_protocol = proto_register_protocol("SIP gloss", "SIPGLOSS", "sipgloss");
  register_header_fields();
  register_experts();
}

const Fields& fields() { return the_fields; }
int protocol() { return the_protocol; }
int gloss_subtree() { return ett_gloss; }
int finding_subtree() { return ett_finding; }
int code_subtree() { return ett_code; }
int follow_up_subtree() { return ett_follow_up; }
int failure_subtree() { return ett_failure; }

expert_field* expert_of(const Finding& finding) {
  RuleExpert& expert = expert_entry_of(finding);
  return finding.level < finding.rule->level ? &expert.lowered : &expert.own;
}

int rule_field_of(const Finding& finding) {
  const RuleExpert& expert = expert_entry_of(finding);
  return finding.level < finding.rule->level ? expert.own.hf : -1;
}

}  // namespace sipgloss::plugin
