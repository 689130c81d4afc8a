// SPDX-License-Identifier: GPL-2.0-or-later
// A gloss to Wireshark's tree, filter fields and expert infos. Nothing that owns memory lives here:
// every call may be left by longjmp. Texts are copied into packet scope.
#include "render.hpp"

#include "fields.hpp"
#include "preferences.hpp"

namespace sipgloss::plugin {
namespace {

constexpr std::size_t most_defects = 32;  ///< shown of one message

/// What all items of one gloss share.
struct Canvas {
  const Gloss& gloss;
  packet_info* pinfo;
  proto_tree* tree;
  Language language;

  char* copy(std::string_view text) const {
    return wmem_strndup(pinfo->pool, text.data(), text.size());
  }
};

void mark(proto_item* item, bool shown) {
  proto_item_set_generated(item);
  if (!shown) proto_item_set_hidden(item);
}

/// A text in both languages; the one that is not chosen is hidden, and can be filtered for all the
/// same.
void add_text(const Canvas& canvas, proto_tree* tree, const TextField& field, const Text& text,
              bool shown = true) {
  const int length = static_cast<int>(canvas.gloss.message.start_line.size());
  proto_item* en = proto_tree_add_string(tree, field.en, canvas.gloss.tvb, canvas.gloss.offset,
                                         length, canvas.copy(text.en));
  mark(en, shown && canvas.language != Language::chinese);
  proto_item* zh = proto_tree_add_string(tree, field.zh, canvas.gloss.tvb, canvas.gloss.offset,
                                         length, canvas.copy(text.zh));
  mark(zh, shown && canvas.language != Language::english);
}

/// The text in the chosen language, in packet scope.
const char* say(const Canvas& canvas, const Text& text) {
  switch (canvas.language) {
    case Language::english:
      return canvas.copy(text.en);
    case Language::chinese:
      return canvas.copy(text.zh);
    case Language::both:
      break;
  }
  return wmem_strdup_printf(canvas.pinfo->pool, "%s / %s", canvas.copy(text.en),
                            canvas.copy(text.zh));
}

/// The same for a label that holds more: both languages only where they fit. The other one stands
/// below.
const char* say_if_it_fits(const Canvas& canvas, const Text& text) {
  const bool fits = text.en.size() + text.zh.size() + 3 <= longest_text;
  return canvas.language == Language::both && !fits ? canvas.copy(text.en) : say(canvas, text);
}

proto_tree* add_root(const Canvas& canvas) {
  const Annotation& annotation = canvas.gloss.annotation;
  const Message& message = canvas.gloss.message;
  const Text class_name = annotation.response_class
                              ? entry_of(*annotation.response_class).name
                              : Text{"outside 100 to 699", "不在 100 至 699 之间"};
  proto_item* root = proto_tree_add_protocol_format(
      canvas.tree, protocol(), canvas.gloss.tvb, canvas.gloss.offset,
      static_cast<int>(message.bytes.size()), "SIP gloss: %s %s (%s)",
      canvas.copy(message.status_digits.substr(0, 12)), say(canvas, annotation.name),
      say(canvas, class_name));
  mark(root, true);
  return proto_item_add_subtree(root, gloss_subtree());
}

void add_code(const Canvas& canvas, proto_tree* tree) {
  const Gloss& gloss = canvas.gloss;
  const Annotation& annotation = gloss.annotation;
  const int code_offset = gloss.offset + static_cast<int>(gloss.message.status_digits.data() -
                                                          gloss.message.bytes.data());
  const int code_length = static_cast<int>(gloss.message.status_digits.size());
  if (gloss.standing != Standing::unrecognised) {
    mark(proto_tree_add_uint(tree, fields().code, gloss.tvb, code_offset, code_length,
                             annotation.code),
         true);
  }
  if (!annotation.response_class) return;
  const auto number = static_cast<guint32>(*annotation.response_class);
  mark(proto_tree_add_uint_format_value(
           tree, fields().response_class, gloss.tvb, code_offset, 1, number, "%s (%u)",
           say(canvas, entry_of(*annotation.response_class).name), number),
       true);
  if (annotation.reading.entry != nullptr && !annotation.reading.known) {
    mark(proto_tree_add_uint(tree, fields().read_as, gloss.tvb, code_offset, code_length,
                             annotation.reading.entry->code),
         true);
  }
}

void add_standing(const Canvas& canvas, proto_tree* tree) {
  const Gloss& gloss = canvas.gloss;
  const int length = static_cast<int>(gloss.message.start_line.size());
  if (gloss.standing == Standing::quoted) {
    const char* text = say(
        canvas, {"This response is only quoted in another message; it is no traffic of its own.",
                 "该响应只是被另一个消息引用，本身不是独立的报文。"});
    mark(proto_tree_add_string(tree, fields().quoted, gloss.tvb, gloss.offset, length, text), true);
  }
  if (gloss.standing == Standing::unrecognised) {
    const Text why = gloss.message.defects.empty()
                         ? Text{"The bytes begin like a status line.", "这些字节的开头像是状态行。"}
                         : describe(gloss.message.defects.front().kind);
    mark(proto_tree_add_string(tree, fields().unrecognised, gloss.tvb, gloss.offset, length,
                               say(canvas, why)),
         true);
  }
}

void add_request(const Canvas& canvas, proto_tree* tree) {
  const std::optional<AnsweredRequest>& request = canvas.gloss.annotation.request;
  if (!request) return;
  mark(proto_tree_add_uint(tree, fields().request_frame, canvas.gloss.tvb, 0, 0, request->frame),
       true);
  constexpr std::int64_t second = 1000000000;
  const nstime_t delay = {static_cast<time_t>(request->delay_ns / second),
                          static_cast<int>(request->delay_ns % second)};
  mark(proto_tree_add_time(tree, fields().response_time, canvas.gloss.tvb, 0, 0, &delay), true);
}

/// Where bytes of the message lie in the tvb; the start line when they are none of its.
struct Range {
  int offset;
  int length;
};
Range range_of(const Gloss& gloss, std::string_view bytes) {
  const std::string_view all = gloss.message.bytes;
  const bool within = !bytes.empty() && bytes.data() >= all.data() &&
                      bytes.data() + bytes.size() <= all.data() + all.size();
  const std::string_view range = within ? bytes : gloss.message.start_line;
  return {gloss.offset + static_cast<int>(range.data() - all.data()),
          static_cast<int>(range.size())};
}

void add_finding(const Canvas& canvas, proto_tree* tree, const Finding& finding) {
  tvbuff_t* tvb = canvas.gloss.tvb;
  const Range range = range_of(canvas.gloss, finding.bytes);
  const Rule& rule = *finding.rule;
  const char* text = say_if_it_fits(canvas, finding.text);
  proto_item* item = proto_tree_add_string_format_value(
      tree, fields().finding, tvb, range.offset, range.length, canvas.copy(rule.code),
      "%s (%s): %s", canvas.copy(rule.code), say(canvas, name_of(finding.level)), text);
  mark(item, true);
  proto_tree* details = proto_item_add_subtree(item, finding_subtree());
  const auto add_string = [&](int field, const char* value) {
    mark(proto_tree_add_string(details, field, tvb, range.offset, range.length, value), true);
  };
  add_string(fields().finding_slug, canvas.copy(rule.slug));
  mark(proto_tree_add_uint(details, fields().finding_level, tvb, range.offset, range.length,
                           static_cast<guint32>(finding.level)),
       true);
  add_text(canvas, details, fields().finding_text, finding.text);
  add_string(fields().finding_cite,
             wmem_strdup_printf(canvas.pinfo->pool, "RFC %u section %s", rule.cite.rfc,
                                canvas.copy(rule.cite.section)));
  const int rule_field = rule_field_of(finding);
  if (rule_field > 0)
    mark(proto_tree_add_item(details, rule_field, tvb, range.offset, range.length, ENC_NA), false);
  expert_add_info_format(canvas.pinfo, item, expert_of(finding), "%s: %s", canvas.copy(rule.code),
                         text);
}

void add_count(const Canvas& canvas, proto_tree* tree) {
  const auto count = static_cast<guint32>(canvas.gloss.annotation.findings.size());
  mark(proto_tree_add_uint(tree, fields().finding_count, canvas.gloss.tvb, canvas.gloss.offset, 0,
                           count),
       count > 0);
}

void add_defects(const Canvas& canvas, proto_tree* tree) {
  const Defects& defects = canvas.gloss.message.defects;
  const std::size_t shown = MIN(defects.size(), most_defects);
  for (std::size_t i = 0; i < shown; ++i) {
    const Range range = range_of(canvas.gloss, defects[i].bytes);
    mark(proto_tree_add_string(tree, fields().defect, canvas.gloss.tvb, range.offset, range.length,
                               say(canvas, describe(defects[i].kind))),
         true);
  }
}

/// Who may send the code, and where it is defined.
void add_source(const Canvas& canvas, proto_tree* tree) {
  const Annotation& annotation = canvas.gloss.annotation;
  if (!annotation.sent_by.empty()) add_text(canvas, tree, fields().sent_by, annotation.sent_by);
  const char* cite =
      wmem_strdup_printf(canvas.pinfo->pool, "RFC %u section %s", annotation.defined_in.rfc,
                         canvas.copy(annotation.defined_in.section));
  mark(proto_tree_add_string(tree, fields().defined_in, canvas.gloss.tvb, canvas.gloss.offset, 0,
                             cite),
       true);
}

}  // namespace

void render(const Gloss& gloss, packet_info* pinfo, proto_tree* tree) {
  const Canvas canvas{gloss, pinfo, tree, shown_language()};
  const Annotation& annotation = gloss.annotation;
  const Fields& all = fields();
  proto_tree* subtree = add_root(canvas);
  add_standing(canvas, subtree);
  add_code(canvas, subtree);
  add_text(canvas, subtree, all.name, annotation.name);
  for (const Text& sentence : annotation.meaning) add_text(canvas, subtree, all.meaning, sentence);
  for (const Text& step : annotation.next) add_text(canvas, subtree, all.next, step);
  add_request(canvas, subtree);
  for (const Finding& finding : annotation.findings) add_finding(canvas, subtree, finding);
  add_count(canvas, subtree);
  add_defects(canvas, subtree);
  add_source(canvas, subtree);
  add_text(canvas, subtree, all.summary, annotation.summary, false);
}

}  // namespace sipgloss::plugin
