// SPDX-License-Identifier: GPL-2.0-or-later
// A gloss to Wireshark's tree, filter fields and expert infos. Nothing that owns memory lives here:
// every call may be left by longjmp. Texts are copied into packet scope.
#include "render.hpp"

#include <epan/tap.h>

#include "canvas.hpp"
#include "preferences.hpp"
#include "sipgloss/family.hpp"

namespace sipgloss::plugin {
namespace {

constexpr std::size_t most_defects = 32;  ///< shown of one message

proto_tree* add_root(const Canvas& canvas) {
  const Annotation& annotation = canvas.gloss.annotation;
  const Message& message = canvas.gloss.message;
  const Text class_name = annotation.response_class
                              ? entry_of(*annotation.response_class).name
                              : Text{"outside 100 to 699", "不在 100 至 699 之间"};
  const char* digits = canvas.copy(message.status_digits.substr(0, 12));
  const char* name = say(canvas, annotation.name);
  proto_item* root = proto_tree_add_protocol_format(
      canvas.tree, protocol(), canvas.gloss.tvb, canvas.gloss.offset,
      static_cast<int>(message.bytes.size()), "SIP gloss: %s %s (%s)", digits, name,
      say(canvas, class_name));
  label_zh(canvas, root, "SIP 注解: %s %s（%s）", digits, name, say(canvas, class_name));
  mark(root, true);
  return proto_item_add_subtree(root, gloss_subtree());
}

void add_code(const Canvas& canvas, proto_tree* tree) {
  const Gloss& gloss = canvas.gloss;
  const Annotation& annotation = gloss.annotation;
  const Range digits = range_of(gloss, gloss.message.status_digits);
  if (gloss.standing != Standing::unrecognised) {
    proto_item* item = proto_tree_add_uint(tree, fields().code, gloss.tvb, digits.offset,
                                           digits.length, annotation.code);
    label_zh(canvas, item, "状态码: %u", annotation.code);
    mark(item, true);
  }
  if (!annotation.response_class) return;
  add_kind(canvas, tree, fields().response_class, "类别",
           static_cast<guint32>(*annotation.response_class),
           entry_of(*annotation.response_class).name);
  if (annotation.read_as) {
    proto_item* item = proto_tree_add_uint(tree, fields().read_as, gloss.tvb, digits.offset,
                                           digits.length, *annotation.read_as);
    label_zh(canvas, item, "视为: %u", *annotation.read_as);
    mark(item, true);
  }
  const Category category = annotation.explanation->category;
  if (annotation.known()) {
    const Status status = annotation.explanation->status;
    add_kind(canvas, tree, fields().status, "状态", static_cast<guint32>(status), name_of(status),
             status != Status::registered);
  }
  add_kind(canvas, tree, fields().category, "原因类别", static_cast<guint32>(category),
           name_of(category));
}

void add_standing(const Canvas& canvas, proto_tree* tree) {
  const Gloss& gloss = canvas.gloss;
  const Range line = start_line_of(gloss);
  const auto add = [&](int field, const char* zh, const Text& text) {
    const char* said = say(canvas, text);
    proto_item* item =
        proto_tree_add_string(tree, field, gloss.tvb, line.offset, line.length, said);
    label_zh(canvas, item, "%s: %s", zh, said);
    mark(item, true);
  };
  if (gloss.standing == Standing::quoted) {
    add(fields().quoted, "被引用",
        {"This response is only quoted in another message; it is no traffic of its own.",
         "该响应只是被另一个消息引用，本身不是独立的报文。"});
  }
  if (gloss.standing == Standing::unrecognised) {
    add(fields().unrecognised, "未被解析为 SIP",
        gloss.message.defects.empty()
            ? Text{"The bytes begin like a status line.", "这些字节的开头像是状态行。"}
            : describe(gloss.message.defects.front().kind));
  }
}

void add_links(const Canvas& canvas, proto_tree* tree) {
  const Links& links = canvas.gloss.annotation.links;
  if (links.request && before(canvas, links.request->frame) != 0) {
    add_frame(canvas, tree, fields().request_frame, "所响应的请求在帧", links.request->frame);
    add_delay(canvas, tree, fields().response_time, "响应时间", links.request->delay_ns);
  }
  add_frame(canvas, tree, fields().retransmission_of, "重传自帧",
            before(canvas, links.retransmission_of));
  add_frame(canvas, tree, fields().duplicate_of, "此前已捕获于帧",
            before(canvas, links.duplicate_of));
  if (links.call == 0) return;
  proto_item* item = proto_tree_add_uint(tree, fields().call, canvas.gloss.tvb, 0, 0, links.call);
  label_zh(canvas, item, "呼叫编号: %u", links.call);
  mark(item, true);
}

bool acknowledges(Action action) { return action == Action::ack || action == Action::prack; }

void add_follow_up(const Canvas& canvas, proto_tree* tree, const FollowUp& follow_up) {
  const Range line = start_line_of(canvas.gloss);
  tvbuff_t* tvb = canvas.gloss.tvb;
  const Text status = name_of(follow_up.status);
  const bool zh = canvas.language == Language::chinese;
  proto_item* en_item = proto_tree_add_string(tree, fields().follow_up.en, tvb, line.offset,
                                              line.length, canvas.copy(follow_up.what.en));
  const bool has_status = follow_up.action != Action::nothing;
  if (has_status) proto_item_append_text(en_item, ": %s", canvas.copy(status.en));
  mark(en_item, !zh);
  proto_item* zh_item = proto_tree_add_string(tree, fields().follow_up.zh, tvb, line.offset,
                                              line.length, canvas.copy(follow_up.what.zh));
  if (has_status) proto_item_append_text(zh_item, "：%s", canvas.copy(status.zh));
  mark(zh_item, canvas.language != Language::english);

  proto_tree* details = proto_item_add_subtree(zh ? zh_item : en_item, follow_up_subtree());
  add_kind(canvas, details, fields().follow_up_action, "动作",
           static_cast<guint32>(follow_up.action), name_of(follow_up.action));
  add_kind(canvas, details, fields().follow_up_status, "状态",
           static_cast<guint32>(follow_up.status), status, has_status);
  add_frame(canvas, details,
            acknowledges(follow_up.action) ? fields().follow_up_acknowledgement
                                           : fields().follow_up_frame,
            "在帧", follow_up.frame);
  if (follow_up.frame != 0)
    add_delay(canvas, details, fields().follow_up_delay, "间隔", follow_up.delay_ns);
  if (!follow_up.reason.empty())
    add_text(canvas, details, fields().follow_up_reason, follow_up.reason, line);
  const char* cite = cite_of(canvas, follow_up.cite);
  proto_item* item =
      proto_tree_add_string(details, fields().follow_up_cite, tvb, line.offset, line.length, cite);
  label_zh(canvas, item, "依据: %s", cite);
  mark(item, true);
}

void add_family(const Canvas& canvas, proto_tree* tree, const Rule& rule, const Range& range) {
  const std::size_t number = family_number_of(rule);
  const char* letters = families()[number].letters.data();
  const char* said = say(canvas, families()[number].name);
  proto_item* item = proto_tree_add_uint_format_value(
      tree, fields().finding_family, canvas.gloss.tvb, range.offset, range.length,
      static_cast<guint32>(number), "%s (%s)", letters, said);
  label_zh(canvas, item, "规则族: %s（%s）", letters, said);
  mark(item, true);
}

void add_expert_info(const Canvas& canvas, proto_item* item, const Finding& finding) {
  expert_add_info_format(canvas.pinfo, item, expert_of(finding), "%s: %s",
                         canvas.copy(finding.rule->code), say_if_it_fits(canvas, finding.text));
}

/// What the column and the button of Wireshark show of findings where nobody sees the tree.
void add_severities(const Canvas& canvas) {
  const bool are_read = are_expert_infos_read();
  for (const Finding& finding : canvas.gloss.annotation.findings) {
    if (are_read) {
      add_expert_info(canvas, nullptr, finding);
    } else {
      expert_add_info(canvas.pinfo, nullptr, expert_of(finding));
    }
  }
}

void add_finding(const Canvas& canvas, proto_tree* tree, const Finding& finding) {
  tvbuff_t* tvb = canvas.gloss.tvb;
  const Range range = range_of(canvas.gloss, finding.bytes);
  const Rule& rule = *finding.rule;
  const char* code = canvas.copy(rule.code);
  const char* level = say(canvas, name_of(finding.level));
  const char* text = say_if_it_fits(canvas, finding.text);
  proto_item* item =
      proto_tree_add_string_format_value(tree, fields().finding, tvb, range.offset, range.length,
                                         code, "%s (%s): %s", code, level, text);
  label_zh(canvas, item, "违反协议: %s（%s）：%s", code, level, text);
  mark(item, true);
  add_expert_info(canvas, item, finding);

  proto_tree* details = proto_item_add_subtree(item, finding_subtree());
  const auto add_string = [&](int field, const char* zh, const char* value) {
    proto_item* detail =
        proto_tree_add_string(details, field, tvb, range.offset, range.length, value);
    label_zh(canvas, detail, "%s: %s", zh, value);
    mark(detail, true);
  };
  add_text(canvas, details, fields().finding_text, finding.text, range);
  add_string(fields().finding_cite, "依据", cite_of(canvas, rule.cite));
  add_string(fields().finding_slug, "规则", canvas.copy(rule.slug));
  proto_item* detail = proto_tree_add_uint_format_value(
      details, fields().finding_level, tvb, range.offset, range.length,
      static_cast<guint32>(finding.level), "%s", level);
  label_zh(canvas, detail, "级别: %s", level);
  mark(detail, true);
  add_family(canvas, details, rule, range);
  for (const std::uint32_t frame : finding.frames)
    add_frame(canvas, details, fields().finding_frame, "相关帧", frame);
  const int rule_field = rule_field_of(finding);
  if (rule_field <= 0) return;
  mark(proto_tree_add_item(details, rule_field, tvb, range.offset, range.length, ENC_NA), false);
}

void add_count(const Canvas& canvas, proto_tree* tree) {
  const auto count = static_cast<guint32>(canvas.gloss.annotation.findings.size());
  proto_item* item = proto_tree_add_uint(tree, fields().finding_count, canvas.gloss.tvb,
                                         canvas.gloss.offset, 0, count);
  label_zh(canvas, item, "违反协议之处: %u", count);
  mark(item, count > 0);
  const guint32 hidden = canvas.gloss.annotation.hidden_findings;
  if (hidden == 0) return;
  item = proto_tree_add_uint_format_value(tree, fields().finding_hidden, canvas.gloss.tvb,
                                          canvas.gloss.offset, 0, hidden, "%u (by the preferences)",
                                          hidden);
  label_zh(canvas, item, "被首选项隐藏的违反协议之处: %u", hidden);
  mark(item, true);
}

void add_findings(const Canvas& canvas, proto_tree* tree) {
  for (const Finding& finding : canvas.gloss.annotation.findings)
    add_finding(canvas, tree, finding);
  add_count(canvas, tree);
}

void add_defects(const Canvas& canvas, proto_tree* tree) {
  const Defects& defects = canvas.gloss.message.defects;
  const std::size_t shown = MIN(defects.size(), most_defects);
  for (std::size_t i = 0; i < shown; ++i) {
    const Range range = range_of(canvas.gloss, defects[i].bytes);
    const char* said = say(canvas, describe(defects[i].kind));
    proto_item* item = proto_tree_add_string(tree, fields().defect, canvas.gloss.tvb, range.offset,
                                             range.length, said);
    label_zh(canvas, item, "不合语法: %s", said);
    mark(item, true);
  }
}

/// What is true of the code wherever it comes: for those who want to read on.
void add_about_code(const Canvas& canvas, proto_tree* tree) {
  const Explanation& said = *canvas.gloss.annotation.explanation;
  const Range line = start_line_of(canvas.gloss);
  proto_item* root = nullptr;
  const char* title = canvas.language == Language::chinese ? "关于此状态码" : "About this code";
  proto_tree* about = proto_tree_add_subtree(tree, canvas.gloss.tvb, line.offset, line.length,
                                             code_subtree(), &root, title);
  mark(root, true);
  add_texts(canvas, about, fields().header, said.headers);
  add_texts(canvas, about, fields().dialog, said.dialog);
  if (!said.sent_by.empty()) add_text(canvas, about, fields().sent_by, said.sent_by, line);
  const char* cite = cite_of(canvas, said.defined_in);
  proto_item* item = proto_tree_add_string(about, fields().defined_in, canvas.gloss.tvb,
                                           canvas.gloss.offset, 0, cite);
  label_zh(canvas, item, "出处: %s", cite);
  mark(item, true);
}

/// The response in one line, for a column: in both languages, and once more in the chosen one.
void add_summary(const Canvas& canvas, proto_tree* tree) {
  const Text& summary = canvas.gloss.annotation.summary;
  const Range line = start_line_of(canvas.gloss);
  add_text(canvas, tree, fields().summary, summary, line, false);
  mark(proto_tree_add_string(tree, fields().summary_shown, canvas.gloss.tvb, line.offset,
                             line.length, say(canvas, summary)),
       false);
}

void render_response(const Canvas& canvas) {
  const Gloss& gloss = canvas.gloss;
  const Annotation& annotation = gloss.annotation;
  const Explanation& said = *annotation.explanation;
  const Range line = start_line_of(gloss);
  proto_tree* subtree = add_root(canvas);
  add_standing(canvas, subtree);
  add_code(canvas, subtree);
  add_failure(canvas, subtree);
  add_text(canvas, subtree, fields().name, annotation.name, line);
  // First what is true of this very message, then what is true of its code wherever it comes.
  add_texts(canvas, subtree, fields().in_message, annotation.in_message);
  add_findings(canvas, subtree);
  add_defects(canvas, subtree);
  for (const FollowUp& follow_up : annotation.follow_ups) add_follow_up(canvas, subtree, follow_up);
  add_links(canvas, subtree);
  if (!annotation.preface.empty())
    add_text(canvas, subtree, fields().meaning, annotation.preface, line);
  add_texts(canvas, subtree, fields().meaning, said.meaning);
  add_texts(canvas, subtree, fields().practice, said.practice);
  add_texts(canvas, subtree, fields().next, said.next);
  add_about_code(canvas, subtree);
  add_summary(canvas, subtree);
}

/// "SIP gloss: INVITE, follows up the 401 of frame 4".
proto_tree* add_request_root(const Canvas& canvas) {
  const Gloss& gloss = canvas.gloss;
  const Links& links = gloss.annotation.links;
  const char* method = canvas.copy(gloss.message.method_name.substr(0, 32));
  const bool follows = links.follows && before(canvas, links.follows->frame) != 0;
  proto_item* root = proto_tree_add_protocol_format(
      canvas.tree, protocol(), gloss.tvb, gloss.offset,
      static_cast<int>(gloss.message.bytes.size()), "SIP gloss: %s", method);
  label_zh(canvas, root, "SIP 注解: %s", method);
  if (follows && canvas.language == Language::chinese) {
    proto_item_append_text(root, "，承接帧 %u 的 %u 响应", links.follows->frame,
                           links.follows->code);
  } else if (follows) {
    proto_item_append_text(root, ", follows up the %u of frame %u", links.follows->code,
                           links.follows->frame);
  }
  if (gloss.annotation.failure) {
    const auto number = static_cast<unsigned>(gloss.annotation.failure->response_class);
    const char* name = say(canvas, entry_of(gloss.annotation.failure->response_class).name);
    const bool zh = canvas.language == Language::chinese;
    proto_item_append_text(root, zh ? "，%s（第 %u 类）" : ", %s (class %u)", name, number);
  }
  mark(root, true);
  return proto_item_add_subtree(root, gloss_subtree());
}

void render_request(const Canvas& canvas) {
  const Annotation& annotation = canvas.gloss.annotation;
  const Links& links = annotation.links;
  proto_tree* subtree = add_request_root(canvas);
  add_failure(canvas, subtree);
  if (canvas.gloss.annotation.failure) add_summary(canvas, subtree);
  if (!annotation.findings.empty() || annotation.hidden_findings > 0) add_findings(canvas, subtree);
  if (links.follows && before(canvas, links.follows->frame) != 0) {
    const Range line = start_line_of(canvas.gloss);
    add_frame(canvas, subtree,
              acknowledges(links.follows->action) ? fields().acknowledges : fields().answers,
              "承接帧", links.follows->frame);
    proto_item* code = proto_tree_add_uint(subtree, fields().answers_code, canvas.gloss.tvb,
                                           line.offset, line.length, links.follows->code);
    label_zh(canvas, code, "承接的状态码: %u", links.follows->code);
    mark(code, true);
    const Text action = name_of(links.follows->action);
    const char* said = say(canvas, action);
    proto_item* item = proto_tree_add_uint_format_value(
        subtree, fields().answers_action, canvas.gloss.tvb, line.offset, line.length,
        static_cast<guint32>(links.follows->action), "%s", said);
    label_zh(canvas, item, "作为: %s", said);
    mark(item, true);
    add_delay(canvas, subtree, fields().answers_delay, "间隔", links.follows->delay_ns);
  }
  add_frame(canvas, subtree, fields().response_frame, "响应在帧", links.response);
  add_links(canvas, subtree);
}

/// "SIP gloss: connection error (class 10)", at a frame that is no SIP itself.
void render_event(const Canvas& canvas) {
  const Failure& failure = *canvas.gloss.annotation.failure;
  const char* name = say(canvas, entry_of(failure.response_class).name);
  const auto number = static_cast<unsigned>(failure.response_class);
  proto_item* root =
      proto_tree_add_protocol_format(canvas.tree, protocol(), canvas.gloss.tvb, canvas.gloss.offset,
                                     0, "SIP gloss: %s (class %u)", name, number);
  label_zh(canvas, root, "SIP 注解: %s（第 %u 类）", name, number);
  mark(root, true);
  proto_tree* subtree = proto_item_add_subtree(root, gloss_subtree());
  add_failure(canvas, subtree);
  add_summary(canvas, subtree);
}

}  // namespace

bool is_looked_at(proto_tree* tree) { return proto_field_is_referenced(tree, protocol()) != 0; }

bool are_expert_infos_read() {
  static const int expert_tap = find_tap_id("expert");
  return have_tap_listener(expert_tap) != 0;
}

void render(const Gloss& gloss, packet_info* pinfo, proto_tree* tree) {
  const Canvas canvas{gloss, pinfo, tree, shown_language()};
  if (!is_looked_at(tree)) return add_severities(canvas);
  if (gloss.standing == Standing::event) return render_event(canvas);
  if (gloss.is_response()) return render_response(canvas);
  if (gloss.standing == Standing::own && gloss.message.is_request()) render_request(canvas);
}

}  // namespace sipgloss::plugin
