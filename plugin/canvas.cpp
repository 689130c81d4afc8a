// SPDX-License-Identifier: GPL-2.0-or-later
// What every item of a gloss is drawn with. Texts are copied into packet scope.
#include "canvas.hpp"

namespace sipgloss::plugin {
namespace {

constexpr std::int64_t second = 1000000000;

}  // namespace

Range range_of(const Gloss& gloss, std::string_view bytes) {
  const std::string_view all = gloss.message.bytes;
  const bool within = !bytes.empty() && bytes.data() >= all.data() &&
                      bytes.data() + bytes.size() <= all.data() + all.size();
  const std::string_view range = within ? bytes : gloss.message.start_line;
  return {gloss.offset + static_cast<int>(range.data() - all.data()),
          static_cast<int>(range.size())};
}

Range start_line_of(const Gloss& gloss) { return range_of(gloss, gloss.message.start_line); }

void mark(proto_item* item, bool shown) {
  proto_item_set_generated(item);
  if (!shown) proto_item_set_hidden(item);
}

void add_text(const Canvas& canvas, proto_tree* tree, const TextField& field, const Text& text,
              Range range, bool shown) {
  tvbuff_t* tvb = canvas.gloss.tvb;
  proto_item* en =
      proto_tree_add_string(tree, field.en, tvb, range.offset, range.length, canvas.copy(text.en));
  mark(en, shown && canvas.language != Language::chinese);
  proto_item* zh =
      proto_tree_add_string(tree, field.zh, tvb, range.offset, range.length, canvas.copy(text.zh));
  mark(zh, shown && canvas.language != Language::english);
}

void add_texts(const Canvas& canvas, proto_tree* tree, const TextField& field,
               const std::vector<Text>& texts) {
  const Range line = start_line_of(canvas.gloss);
  for (const Text& text : texts) add_text(canvas, tree, field, text, line);
}

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

const char* say_if_it_fits(const Canvas& canvas, const Text& text) {
  const bool fits = text.en.size() + text.zh.size() + 3 <= longest_sentence;
  return canvas.language == Language::both && !fits ? canvas.copy(text.en) : say(canvas, text);
}

const char* cite_of(const Canvas& canvas, Citation cite) {
  return wmem_strdup_printf(canvas.pinfo->pool, "RFC %u section %s", cite.rfc,
                            canvas.copy(cite.section));
}

void add_kind(const Canvas& canvas, proto_tree* tree, int field, const char* zh, guint32 value,
              const Text& name, bool shown) {
  const Range digits = range_of(canvas.gloss, canvas.gloss.message.status_digits);
  const char* said = say(canvas, name);
  proto_item* item = proto_tree_add_uint_format_value(tree, field, canvas.gloss.tvb, digits.offset,
                                                      digits.length, value, "%s", said);
  label_zh(canvas, item, "%s: %s", zh, said);
  mark(item, shown);
}

void add_frame(const Canvas& canvas, proto_tree* tree, int field, const char* zh,
               std::uint32_t frame) {
  if (frame == 0) return;
  proto_item* item = proto_tree_add_uint(tree, field, canvas.gloss.tvb, 0, 0, frame);
  label_zh(canvas, item, "%s: %u", zh, frame);
  mark(item, true);
}

void add_delay(const Canvas& canvas, proto_tree* tree, int field, const char* zh,
               std::int64_t delay_ns) {
  const nstime_t delay = {static_cast<time_t>(delay_ns / second),
                          static_cast<int>(delay_ns % second)};
  proto_item* item = proto_tree_add_time(tree, field, canvas.gloss.tvb, 0, 0, &delay);
  label_zh(canvas, item, "%s: %.6f 秒", zh, static_cast<double>(delay_ns) / second);
  mark(item, true);
}

}  // namespace sipgloss::plugin
